"""Opening the reader, and drawing its screens without a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import click
import typer

from tui.cli.completing import article_names
from tui.cli.configuring import configured, view_of
from tui.cli.options import Ignore, LookName, Mode, ModeName, OrderName, ThemeName, With, ignored_kinds
from tui.cli.program import OPENING, Trouble, app, article, put
from tui.cli.progress import Line
from tui.safe import trouble

if TYPE_CHECKING:
    from tui.article import Article
    from tui.library import Library
    from tui.reading.watching import Watched

_WEB = "web_driver"
"""In the driver that textual-serve asks for: the screen is in a browser."""


@app.command(OPENING, hidden=True)
def _open(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]…", shell_complete=article_names, help="Files and folders.")
    ] = None,
    mode: Mode = ModeName.AUTO,
    ignore: Ignore = "quotes,whitespace",
    with_: With = None,
    watch: Annotated[bool, typer.Option("--watch", help="Read files again when they change.")] = False,
    theme: Annotated[ThemeName, typer.Option("--theme", help="The colours.")] = ThemeName.DARK,
    view: Annotated[
        LookName, typer.Option("--view", help="How two texts are shown; auto goes by the width.")
    ] = LookName.AUTO,
    order: Annotated[OrderName, typer.Option("--order", help="Whose order the rows follow.")] = OrderName.A,
) -> int:
    """Opens the reader on files and folders; without a path on the library, while that is empty on the samples."""
    ignored = ignored_kinds(ignore)
    if not (sys.stdout.isatty() and sys.stdin.isatty()) and _WEB not in os.environ.get("TEXTUAL_DRIVER", ""):
        raise Trouble("the reader needs a terminal; for text use: sidebyline compare A B")
    if watch and not paths:
        raise Trouble("--watch follows files; name some")
    watched = _watched(paths) if watch and paths else None
    library = None if paths else _kept()
    articles, problems = ([], []) if library else _read(paths or [])
    if problems and len(paths or ()) == 2 and len(articles) < 2:
        raise Trouble(problems[0])  # two were asked for side by side
    if not (library or articles):
        raise Trouble(problems[0] if problems else "no articles to show; name a file or a folder")
    from tui.app import run as run_app
    from tui.own_keys import own_keys

    loaded = configured()
    keys = own_keys(loaded.keys, lambda name: loaded.where("keys", name))
    status = run_app(
        articles,
        library=library,
        problems=[*loaded.problems, *keys.problems, *problems],
        first_start=not (paths or library),
        mode=mode.value,
        ignore=ignored,
        context=[article(path) for path in with_ or []],
        view=replace(view_of(loaded.settings), look=view.value, order=order.value),
        theme=theme.value,
        watched=watched,
        keys=keys,
    )
    for problem in problems:
        trouble(problem)  # its notice in the program was gone after ten seconds
    return status


def _watched(paths: Sequence[str]) -> Watched:
    from tui.reading.watching import Watched

    return Watched(paths)


def _read(paths: Sequence[str]) -> tuple[list[Article], list[str]]:
    """The articles of the paths, of the samples where there are none, and what could not be read."""
    from tui.reading import read_all
    from tui.reading.samples import sample_folder

    if len(paths) == 2 and os.devnull in paths:
        return _beside_nothing(paths)
    line = Line()
    read = read_all(paths or [sample_folder()], lambda count, of: line.show(f"{count:,} of {of:,} files read"))
    line.clear()
    return read


def _beside_nothing(paths: Sequence[str]) -> tuple[list[Article], list[str]]:
    """A file that came or went, as `git difftool` names it: one side is `/dev/null`."""
    from tui.article import Article
    from tui.reading import read_all

    read = [([Article("", (), "", os.devnull)], []) if path == os.devnull else read_all([path]) for path in paths]
    return [article for articles, _ in read for article in articles], [p for _, problems in read for p in problems]


def _kept() -> Library | None:
    """The library, where there is anything in it."""
    from tui.screens.session import on_disk

    opened = on_disk()
    if opened.listing.numbers():
        return opened
    opened.close()
    return None


@app.command("serve")
def serve(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]…", shell_complete=article_names, help="Files and folders.")
    ] = None,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; others than this let machines in.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0: any free one.")] = 0,
) -> None:
    """The reader in a browser tab. Prints an address that is good for one browser; Ctrl-C ends it."""
    try:
        from tui.cli import serving
    except ImportError as error:
        raise Trouble(f"serve needs {error.name}; install it: pip install 'sidebyline[serve]'") from error
    if not serving.is_loopback(host):
        trouble(f"--host {host}: other machines reach the reader; the connection is not encrypted")
    try:
        serving.serve(paths or [], host, port, put)
    except (OSError, OverflowError, UnicodeError) as error:
        reason = (getattr(error, "strerror", None) or "no such address").lower()
        raise Trouble(f"--host {host} --port {port}: {reason}; name others") from error


def _screen_names(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:  # noqa: ARG001
    from tui.drawing import SCREEN_NAMES

    return [name for name in SCREEN_NAMES if name.startswith(begun)]


@app.command("screenshot")
def screenshot(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="library, compare, facts, why, table, reader or help.", shell_complete=_screen_names
        ),
    ],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]…", shell_complete=article_names, help="Files and folders.")
    ] = None,
    size: Annotated[str, typer.Option("--size", help="Columns x rows.")] = "120x40",
    theme: Annotated[str | None, typer.Option("--theme", help="The theme to draw in.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE.svg", help="Else: stdout.")] = None,
) -> None:
    """Draws a screen as SVG, without a terminal."""
    articles, problems = _read(paths or [])
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
        put(picture, end="")
        return
    from tui.cli.output import with_trouble_told

    with_trouble_told(output, [picture.encode("utf-8", "backslashreplace")])


def _size(text: str) -> tuple[int, int]:
    columns, _, rows = text.partition("x")
    short = text.isascii() and len(text) <= len("500x200")
    if short and columns.isdecimal() and rows.isdecimal() and 20 <= int(columns) <= 500 and 6 <= int(rows) <= 200:
        return int(columns), int(rows)
    raise Trouble(f"--size {text}: not a size; give columns x rows, such as 120x40")
