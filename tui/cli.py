"""The commands, thin: they read articles, call the comparison, and print what a report makes of it.

Results go to stdout, all else to stderr; trouble is one line and exit status 2. Textual is imported
only by the commands that open a screen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import click
import typer

from tui.safe import safe, trouble

if TYPE_CHECKING:
    from tui.article import Article
    from tui.comparing import Ignorable
    from tui.comparison import Comparison

app = typer.Typer(
    name="sidebyline",
    help="Two tellings of one story, side by side, in a terminal.\n\n"
    "`sidebyline PATH…` opens the reader on files and folders (two articles open side by side at once); "
    "without a path it opens on the sample articles.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_OPENING = "open"
"""The hidden command behind `sidebyline PATH…`."""
_COMMANDS = frozenset({"compare", "facts", "text", "screenshot"})


class Trouble(Exception):
    """One line for stderr; the program ends with status 2."""


class ModeName(StrEnum):
    AUTO = "auto"
    TELLINGS = "tellings"
    REVISION = "revision"


class ColorName(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Mode = Annotated[ModeName, typer.Option("--mode", help="Two tellings, or two revisions of one text.")]
Ignore = Annotated[
    str, typer.Option("--ignore", help="What makes no difference: any of case,punctuation,whitespace,quotes; or none.")
]
With = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="PATH", help="A further article of the story, as context for dates and names."),
]
Json = Annotated[bool, typer.Option("--json", help="The whole result as one JSON document.")]
Plain = Annotated[bool, typer.Option("--plain", help="Text to read, the default.")]
Color = Annotated[ColorName, typer.Option("--color", help="Colour in plain text.")]
Width = Annotated[int | None, typer.Option("--width", min=20, max=1000, help="Columns of plain text.")]
NoText = Annotated[bool, typer.Option("--no-text", help="Leave the articles' texts out of the JSON.")]


def main() -> NoReturn:
    """The program. Exits with the status of the command, 2 on trouble, 130 on Ctrl-C.

    A fault of ours is one line too; with `SIDEBYLINE_DEBUG` set it keeps its traceback.
    """
    try:
        sys.exit(run(sys.argv[1:]))
    except Exception as error:
        if os.environ.get("SIDEBYLINE_DEBUG"):
            raise
        trouble(f"a fault of the program, {type(error).__name__}: {error}; SIDEBYLINE_DEBUG=1 shows where")
        sys.exit(2)


def run(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit status."""
    try:
        result = app(args=_with_command(list(arguments)), prog_name="sidebyline", standalone_mode=False)
    except Trouble as error:
        trouble(str(error))
        return 2
    except click.ClickException as error:
        trouble(f"{error.format_message().rstrip('.')}; see sidebyline --help")
        return 2
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        _drop_stdout()
        return 0
    return result if isinstance(result, int) else 0


def _with_command(arguments: list[str]) -> list[str]:
    if arguments and arguments[0] in _COMMANDS | {"-h", "--help", "--version"}:
        return arguments
    return [_OPENING, *arguments]


def _drop_stdout() -> None:
    """Whoever read our output has gone: nothing more to say, and no complaint at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@app.callback(invoke_without_command=True)
def _sidebyline(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        from importlib.metadata import version as installed

        print(f"sidebyline {installed('sidebyline')}")
        raise typer.Exit


@app.command(_OPENING, hidden=True)
def _open(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]…")] = None,
    mode: Mode = ModeName.AUTO,
    ignore: Ignore = "quotes,whitespace",
    with_: With = None,
) -> int:
    """Opens the reader on files and folders; without a path, on the sample articles."""
    from tui.reading import read_all
    from tui.reading.samples import sample_folder

    ignored = _ignored(ignore)
    articles, problems = read_all(paths or [sample_folder()])
    if not articles:
        raise Trouble(problems[0] if problems else "no articles to show; name a file or a folder")
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise Trouble("the reader needs a terminal; for text use: sidebyline compare A B")
    from tui.app import run as run_app

    context = [_article(path) for path in with_ or []]
    return run_app(articles, problems=problems, first_start=not paths, mode=mode.value, ignore=ignored, context=context)


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
    comparison = _compared(a, b, mode.value, _ignored(ignore), with_ or [])
    if json:
        from tui.reports.json import to_text

        _print(to_text(comparison.to_json(texts=not no_text)))
    elif patch:
        from tui.reports.patch import patch_text

        _print(patch_text(comparison), end="")
    else:
        from tui.reports.plain import comparison_text

        _print(comparison_text(comparison, width=_width(width), color=_colored(color)), end="")
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
    if not articles or (problems and len(paths) == 1):
        raise typer.Exit(2)
    from tui.comparison import facts_table

    table = facts_table(articles, context=[_article(path) for path in with_ or []])
    if csv:
        from tui.reports.facts_csv import facts_csv

        _print(facts_csv(table), end="")
    elif json:
        from tui.reports.json import to_text

        _print(to_text(table.to_json(texts=not no_text)))
    else:
        from tui.reports.plain import facts_text

        _print(facts_text(table, width=_width(width), color=_colored(color)), end="")
    if problems:
        raise typer.Exit(2)


@app.command("text")
def text(path: Annotated[str, typer.Argument(metavar="PATH", help="A file, PATH#3, or - for standard input.")]) -> None:
    """Prints the text as it was read: what a comparison sees, with stand-ins for controls."""
    _print(safe(_article(path).text, keep="\n\t"))


@app.command("screenshot")
def screenshot(
    name: Annotated[str, typer.Argument(metavar="NAME", help="library, compare, facts, reader or help.")],
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]…")] = None,
    size: Annotated[str, typer.Option("--size", help="Columns x rows.")] = "120x40",
    theme: Annotated[str | None, typer.Option("--theme", help="The theme to draw in.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE.svg", help="Else: stdout.")] = None,
) -> None:
    """Draws a screen as SVG, without a terminal."""
    from tui.reading import read_all
    from tui.reading.samples import sample_folder

    articles, problems = read_all(paths or [sample_folder()])
    if not articles or problems:
        raise Trouble(problems[0] if problems else "no articles to draw; name a file or a folder")
    columns, rows = _size(size)
    from tui.drawing import SCREEN_NAMES, THEME_NAMES, draw_screen

    if name not in SCREEN_NAMES:
        raise Trouble(f"{name}: there is no such screen; name one of {', '.join(SCREEN_NAMES)}")
    if theme is not None and theme not in THEME_NAMES:
        raise Trouble(f"{theme}: there is no such theme; name one of {', '.join(THEME_NAMES)}")
    picture = draw_screen(name, articles, (columns, rows), theme)
    if output is None:
        _print(picture, end="")
        return
    try:
        output.write_text(picture, "utf-8")
    except OSError as error:
        raise Trouble(f"{output}: {(error.strerror or 'cannot be written').lower()}; name another file") from error


def _article(path: str) -> Article:
    from tui.reading import ReadingError, read_one

    try:
        return read_one(path)
    except ReadingError as error:
        raise Trouble(str(error)) from error


def _compared(
    a: str, b: str, mode: Literal["auto", "tellings", "revision"], ignore: frozenset[Ignorable], context: Sequence[str]
) -> Comparison:
    from tui.comparison import compare as compare_articles

    further = [_article(path) for path in context]
    return compare_articles(_article(a), _article(b), mode=mode, ignore=ignore, context=further)


def _ignored(names: str) -> frozenset[Ignorable]:
    from tui.comparing import IGNORABLE

    wanted = {name for name in names.replace(" ", "").split(",") if name} - {"none"}
    known = frozenset(name for name in IGNORABLE if name in wanted)
    unknown = wanted - known
    if unknown:
        raise Trouble(f"--ignore {sorted(unknown)[0]}: not known; name any of {', '.join(IGNORABLE)}, or none")
    return known


def _size(text: str) -> tuple[int, int]:
    columns, _, rows = text.partition("x")
    if columns.isdecimal() and rows.isdecimal() and 20 <= int(columns) <= 500 and 6 <= int(rows) <= 200:
        return int(columns), int(rows)
    raise Trouble(f"--size {text}: not a size; give columns x rows, such as 120x40")


def _width(asked: int | None) -> int:
    if asked is not None:
        return asked
    import shutil

    return shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80


def _colored(asked: ColorName) -> bool:
    if asked is ColorName.AUTO:
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return asked is ColorName.ALWAYS


def _print(output: str, *, end: str = "\n") -> None:
    """To stdout as UTF-8, whatever the locale; a closed pipe is no error."""
    try:
        sys.stdout.buffer.write((output + end).encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _drop_stdout()
