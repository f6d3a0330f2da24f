"""Opening the reader, and drawing its screens without a terminal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import click
import typer

from tui.cli.completing import article_names
from tui.cli.opening import configured, open_reader, read_paths, view_of
from tui.cli.options import Ignore, LookName, Mode, ModeName, OrderName, ThemeName, With, ignored_kinds
from tui.cli.program import OPENING, app, put
from tui.cli.trouble import Trouble
from tui.safe import trouble


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
    plain: Annotated[
        bool,
        typer.Option("--plain", help="The same in lines: a list, an article, or two compared."),
    ] = False,
) -> int:
    """Opens the reader on files and folders; without a path on the library, while that is empty on the samples."""
    loaded = configured()
    looks = replace(view_of(loaded.settings), look=view.value, order=order.value)
    ignored = ignored_kinds(ignore)
    if plain:
        from tui.cli.in_lines import put_in_lines

        return put_in_lines(paths or [], mode.value, ignored, with_ or [])
    return open_reader(paths or [], loaded, looks, theme.value, mode.value, ignored, context=with_ or [], watch=watch)


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
    articles, problems = read_paths(paths or [])
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
