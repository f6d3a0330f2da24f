"""history and git-diff: the versions of one file, as git has them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.completing import files
from tui.cli.opening import configured, keys_of, view_of
from tui.cli.options import Json
from tui.cli.program import app, put, put_all
from tui.cli.trouble import Trouble
from tui.safe import safe_line, trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article
    from tui.reading.history import Revision

_SHORT = 10
_DIFFTOOL = "git-difftool--helper"
"""What `git difftool` names as the external diff; git prefers the driver of a file's attributes to it."""
_DIFF_ARGUMENTS = 7
"""path old-file old-hex old-mode new-file new-hex new-mode; at a rename also the new name and what git says of it."""


@app.command("history")
def history(
    file: Annotated[
        str, typer.Argument(metavar="FILE", shell_complete=files, help="A file that git keeps, or FILE#3.")
    ],
    json: Json = False,
    plain: Annotated[bool, typer.Option("--plain", help="The list, on a terminal too.")] = False,
) -> int:
    """Each git revision of a file as a revision of one article, the latest first; on a terminal, in the reader."""
    from tui.reading import ReadingError
    from tui.reading.history import history as read_history

    try:
        revisions, problems = read_history(file)
    except ReadingError as error:
        raise Trouble(str(error)) from error
    if not revisions:
        raise Trouble(problems[0] if problems else f"{file}: git has no version of it; check the path")
    if not (json or plain) and sys.stdout.isatty() and sys.stdin.isatty():
        return _read(revisions, problems)
    for problem in problems:
        trouble(problem)
    put_all((_document(revision) if json else _line(revision)) + "\n" for revision in revisions)
    return 2 if problems else 0


def _read(revisions: Sequence[Revision], problems: Sequence[str]) -> int:
    from tui.app import run
    from tui.article import Pair

    loaded = configured()
    keys = keys_of(loaded)
    problems = [*loaded.problems, *(keys.problems if keys else ()), *problems]
    articles = [revision.article for revision in reversed(revisions)]
    pair = Pair(articles[-2], articles[-1]) if len(articles) > 1 else None
    theme, view = loaded.settings.theme, view_of(loaded.settings)
    return run(articles, pair=pair, problems=problems, mode="revision", theme=theme, view=view, keys=keys)


def _line(revision: Revision) -> str:
    name = revision.commit[:_SHORT] if revision.commit else "on disk"
    parts = [f"{name:<{_SHORT}}", (revision.at or "")[:10] or " " * 10, f"{revision.article.words:,} words"]
    return "  ".join([*parts, safe_line(revision.subject)]).rstrip()


def _document(revision: Revision) -> str:
    from tui.documents import article_document
    from tui.reports.json import to_text

    own = {"revision": revision.commit, "committed": revision.at, "subject": revision.subject}
    return to_text({**article_document(revision.article, texts=False), **own})


@app.command("git-diff", context_settings={"ignore_unknown_options": True, "help_option_names": []})
def git_diff(context: typer.Context, arguments: Annotated[list[str] | None, typer.Argument(metavar="…")] = None) -> int:
    """git's external diff driver: called by git, with seven arguments. Always ends with 0.

    `git config diff.article.command "sidebyline git-diff"`, and `*.md diff=article` in .gitattributes.
    """
    given = arguments or []
    if given in (["-h"], ["--help"]):
        put(context.get_help())
    elif len(given) == 1:
        put(f"{safe_line(given[0])}: not merged yet")
    elif len(given) < _DIFF_ARGUMENTS:
        trouble("git-diff: is called by git, with seven arguments; see sidebyline --help")
    else:
        _hand_to_difftool(given)
        try:
            put(_difference(given), end="")
        except Exception as error:  # git takes any other end for a crash, and shows none of the files behind this one
            put(f"{safe_line(given[0])}: {safe_line(str(error) or type(error).__name__)}")
    return 0


def _hand_to_difftool(given: Sequence[str]) -> None:
    """Where git asks for its difftool, that takes this process's place; it finds its own program on the PATH."""
    if os.environ.get("GIT_EXTERNAL_DIFF") == _DIFFTOOL:
        with suppress(OSError):
            os.execvp(_DIFFTOOL, [_DIFFTOOL, *given])  # noqa: S606


def _difference(given: Sequence[str]) -> str:
    path, file_a, hex_a, _, file_b, hex_b = given[:6]
    renamed = given[_DIFF_ARGUMENTS] if len(given) > _DIFF_ARGUMENTS else path
    a, b = _side(file_a, path, hex_a), _side(file_b, renamed, hex_b)
    from tui.comparison import link, with_facts
    from tui.reports.plain import comparison_text

    linked = link(a, b, mode="revision")
    # What a file tells that came or went whole is no difference between two tellings.
    comparison = with_facts(linked) if a.text and b.text else linked
    name = safe_line(path if renamed == path else f"{path} → {renamed}")
    text = comparison_text(comparison, width=_columns(), color=_is_colored())
    return f"{name}\n{text}\n"


def _side(file: str, path: str, hex: str) -> Article:
    """One side; what git shows as `/dev/null`, or a file with nothing in it, is an article without words."""
    from tui.article import Article
    from tui.reading.formats import read_source
    from tui.reading.plain import read_plain
    from tui.reading.source import Source

    data = b"" if file == os.devnull else Path(file).read_bytes()
    source = Source(data, path)
    if not data.strip():
        article = Article("", (), source.sha256)
    else:
        articles = read_source(source)
        article = articles[0] if len(articles) == 1 else read_plain(source.text, path=path, sha256=source.sha256)
    is_kept = hex.strip("0.")
    return replace(article, path="nothing" if file == os.devnull else f"{hex[:_SHORT]}:{path}" if is_kept else path)


def _columns() -> int:
    """git sets COLUMNS for its pager."""
    import shutil

    return max(20, shutil.get_terminal_size((80, 24)).columns)


def _is_colored() -> bool:
    """git's own rule: on a terminal, or where its pager stands between."""
    to_reader = sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE", "") in ("1", "true")
    return to_reader and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
