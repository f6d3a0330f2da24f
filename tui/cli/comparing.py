"""compare, facts and text: what is printed of articles, without a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal

import typer

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
from tui.cli.program import Trouble, app, article, is_id, put, told_beside
from tui.safe import safe, trouble

if TYPE_CHECKING:
    from tui.article import Article
    from tui.comparing import Ignorable
    from tui.comparison import Comparison


@app.command("compare")
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="An article: a path, PATH#3, or - for standard input.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other article.")],
    plain: Plain = False,
    json: Json = False,
    patch: Annotated[
        bool, typer.Option("--patch", help="A diff-match-patch patch that turns A's text into B's.")
    ] = False,
    mode: Mode = ModeName.AUTO,
    ignore: Ignore = "quotes,whitespace",
    with_: With = None,
    color: Color = ColorName.AUTO,
    width: Width = None,
    no_text: NoText = False,
) -> int:
    """Compares two articles. Exit status 0: they say the same, 1: they differ, 2: trouble."""
    if plain + json + patch > 1:
        raise Trouble("--plain, --json and --patch exclude each other; name one")
    if a == b == "-":
        raise Trouble("standard input can be read once; name a file for A or B")
    comparison = _compared(a, b, mode.value, ignored_kinds(ignore), with_ or [])
    if json:
        from tui.reports.json import to_text

        put(to_text(comparison.to_json(texts=not no_text)))
    elif patch:
        from tui.reports.patch import patch_text

        put(patch_text(comparison), end="")
    else:
        from tui.reports.plain import comparison_text

        put(comparison_text(comparison, width=columns(width), color=is_colored(color)), end="")
    return 0 if comparison.is_same else 1


@app.command("facts")
def facts(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Articles of one story.")],
    plain: Plain = False,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="A table for a spreadsheet.")] = False,
    with_: With = None,
    color: Color = ColorName.AUTO,
    width: Width = None,
    no_text: NoText = False,
) -> None:
    """The facts of one article, or the facts x articles table of several."""
    if plain + json + csv > 1:
        raise Trouble("--plain, --json and --csv exclude each other; name one")
    from tui.reading import read_all

    articles, problems = read_all(paths)
    for problem in problems:
        trouble(problem)
    if not articles:
        raise typer.Exit(2)
    from tui.comparison import facts_table

    with _names_model_told():
        table = facts_table(articles, context=[article(path) for path in with_ or []], stories=_stories(articles))
    if csv:
        from tui.reports.facts_csv import facts_csv

        put(facts_csv(table), end="")
    elif json:
        from tui.reports.json import to_text

        put(to_text(table.to_json(texts=not no_text)))
    else:
        from tui.reports.plain import facts_text

        put(facts_text(table, width=columns(width), color=is_colored(color)), end="")
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
def text(path: Annotated[str, typer.Argument(metavar="PATH", help="A file, PATH#3, or - for standard input.")]) -> None:
    """Prints the text as it was read: what a comparison sees, with stand-ins for controls."""
    put(safe(article(path).text, keep="\n\t"))


def _compared(
    a: str, b: str, mode: Literal["auto", "tellings", "revision"], ignore: frozenset[Ignorable], context: Sequence[str]
) -> Comparison:
    from tui.comparison import compare as compare_articles

    further = [article(path) for path in context]
    if is_id(a) and is_id(b):
        further += told_beside([a, b])
    with _names_model_told():
        return compare_articles(article(a), article(b), mode=mode, ignore=ignore, context=further)


@contextmanager
def _names_model_told() -> Iterator[None]:
    """Turns a names model that was asked for and is not there into one line."""
    from tui.facts.names.chosen import NoRecogniserError

    try:
        yield
    except NoRecogniserError as error:
        raise Trouble(str(error)) from error
