"""compare, facts and text: what is printed of articles, without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.asking import Asked, names_model_told, verdicts
from tui.cli.completing import article_names
from tui.cli.forms import (
    FORMS,
    TABLE_FORMS,
    Advisory,
    CriticMarkup,
    Csv,
    Docx,
    Html,
    Manner,
    Markdown,
    Patch,
    WordDiff,
    chosen,
)
from tui.cli.options import (
    Color,
    ColorName,
    Ignore,
    Json,
    Mode,
    ModeName,
    NoText,
    Plain,
    Width,
    With,
    columns,
    ignored_kinds,
    is_colored,
)
from tui.cli.output import Output, deliver
from tui.cli.program import app, article, put
from tui.cli.set_right import set_right
from tui.cli.trouble import Trouble
from tui.safe import safe, trouble

if TYPE_CHECKING:
    from tui.article import Article


@app.command("compare")
def compare(
    a: Annotated[
        str | None,
        typer.Argument(
            metavar="A",
            shell_complete=article_names,
            help="An article: a path, PATH#3, REV:PATH, an id, or - for stdin.",
        ),
    ] = None,
    b: Annotated[
        str | None, typer.Argument(metavar="B", shell_complete=article_names, help="The other article.")
    ] = None,
    plain: Plain = False,
    json: Json = False,
    html: Html = False,
    markdown: Markdown = False,
    criticmarkup: CriticMarkup = False,
    word_diff: WordDiff = False,
    patch: Patch = False,
    advisory: Advisory = False,
    docx: Docx = False,
    output: Output = None,
    pairs: Annotated[
        str | None,
        typer.Option(
            "--pairs", metavar="FILE", help="Many pairs, two paths a line, as JSON Lines; with --output it goes on."
        ),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, max=256, help="Processes for --pairs. Else: all cores.")
    ] = None,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="VERDICTS", help="Status 1 only for such facts: conflict,altered,cut …")
    ] = "",
    mode: Mode = ModeName.AUTO,
    ignore: Ignore = "quotes,whitespace",
    with_: With = None,
    color: Color = ColorName.AUTO,
    width: Width = None,
    no_text: NoText = False,
) -> int:
    """Compares two articles. Exit status 0: they say the same, 1: they differ, 2: trouble."""
    flags = {
        "plain": plain,
        "json": json,
        "html": html,
        "markdown": markdown,
        "criticmarkup": criticmarkup,
        "word-diff": word_diff,
        "patch": patch,
        "advisory": advisory,
        "docx": docx,
    }
    form = chosen(flags, "json" if pairs else "plain")
    asked = Asked(mode.value, ignored_kinds(ignore), tuple(with_ or ()), verdicts(fail_on), texts=not no_text)
    if pairs is not None:
        _refuse(bool(a), "--pairs names the articles; leave A and B out")
        _refuse(form != "json", f"--pairs writes JSON Lines; leave --{form} out")
        from tui.cli.pairs import compare_pairs

        return compare_pairs(pairs, asked, output, jobs)
    if a is None or b is None:
        raise Trouble("compare takes two articles; see sidebyline compare --help")
    _refuse(jobs is not None, "--jobs goes with --pairs; leave it out")
    _refuse(a == b == "-", "standard input can be read once; name a file for A or B")
    comparison = asked.comparison(a, b, article)
    manner = Manner(columns(width), color=is_colored(color) and output is None, texts=not no_text)
    deliver(FORMS[form](comparison, manner), output, made_from=[a, b, *(with_ or [])])
    if failures := asked.failures(comparison):
        ruled_out = ",".join(sorted(asked.fail_on))
        trouble(f"{a}, {b}: {failures:,} fact{'s' if failures > 1 else ''} that --fail-on {ruled_out} rules out")
    return asked.status(comparison)


def _refuse(is_wrong: bool, message: str) -> None:
    if is_wrong:
        raise Trouble(message)


@app.command("facts")
def facts(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", shell_complete=article_names, help="Articles of one story.")
    ],
    plain: Plain = False,
    json: Json = False,
    html: Html = False,
    markdown: Markdown = False,
    csv: Csv = False,
    output: Output = None,
    with_: With = None,
    color: Color = ColorName.AUTO,
    width: Width = None,
    no_text: NoText = False,
) -> None:
    """The facts of one article, or the facts x articles table of several."""
    form = chosen({"plain": plain, "json": json, "html": html, "markdown": markdown, "csv": csv}, "plain")
    from tui.reading import read_all

    articles, problems = read_all(paths)
    for problem in problems:
        trouble(problem)
    if not articles:
        raise typer.Exit(2)
    from tui.comparison import facts_table

    with names_model_told():
        context = [article(path) for path in with_ or []]
        corrections = set_right([*articles, *context])
        table = facts_table(articles, context=context, stories=_stories(articles), corrections=corrections)
    manner = Manner(columns(width), color=is_colored(color) and output is None, texts=not no_text)
    deliver(TABLE_FORMS[form](table, manner), output, made_from=[*paths, *(with_ or [])])
    if problems:
        raise typer.Exit(2)


def _stories(articles: Sequence[Article]) -> list[list[int]] | None:
    """Articles on other events are kept apart: their dates and people have nothing to do with each other."""
    if len(articles) < 2:
        return None
    from tui.library import by_story

    stories = by_story(articles)
    if len(stories) > 1:
        told = "facts are held against each other inside each"
        trouble(f"these {len(articles)} articles tell {len(stories)} stories; {told}")
    return stories


@app.command("text")
def text(
    path: Annotated[
        str,
        typer.Argument(metavar="PATH", shell_complete=article_names, help="A file, PATH#3, or - for standard input."),
    ],
    json: Json = False,
) -> None:
    """Prints the text as it was read: what a comparison sees, with stand-ins for controls.

    With --json also what took it out of its format, the roles of its sentences, and what it says about itself.
    """
    read = article(path)
    if json:
        from tui.documents import article_document
        from tui.reports.json import to_text

        put(to_text(article_document(read)))
    else:
        put(safe(read.text, keep="\n\t"))
