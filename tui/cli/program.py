"""What every command shares: the program itself, its trouble, its way of printing and of naming an article."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import click
import typer
import typer.core

from tui.cli.trouble import Trouble, drop_stdout
from tui.safe import trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from click.shell_completion import CompletionItem

    from tui.article import Article
    from tui.library import Library

OPENING = "open"
"""The hidden command behind `sidebyline PATH…`."""


class Program(typer.core.TyperGroup):
    """For a shell's completion: what is no command is a path for the reader."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if ctx.resilient_parsing and args and args[0] not in self.commands:
            return OPENING, self.commands[OPENING], args
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from tui.cli.completing import article_names

        opening = self.commands[OPENING]
        own = super().shell_complete(ctx, incomplete)
        return own or opening.shell_complete(ctx, incomplete) or article_names(ctx, opening.params[0], incomplete)


app = typer.Typer(
    name="sidebyline",
    cls=Program,
    help="Two tellings of one story, side by side, in a terminal.\n\n"
    "`sidebyline PATH…` opens the reader on files and folders (two articles open side by side at once); "
    "without a path it opens on your library, and while that is empty on the sample articles.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_MOST_CONTEXT = 20
"""Articles of a story that are asked for dates and names: about 0.05 s each."""
_ID = re.compile(r"[0-9a-f]{4,64}")


def program() -> Program:
    """All commands, as click has them."""
    return cast(Program, typer.main.get_command(app))


@app.callback(invoke_without_command=True)
def _sidebyline(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        from tui.version import VERSION

        print(f"sidebyline {VERSION}")
        raise typer.Exit


def article(name: str) -> Article:
    """The article that a path, `PATH#3`, `-`, `REV:PATH` or the id of the library names."""
    from tui.reading import ReadingError, read_one

    if is_id(name):
        from tui.library import LibraryError

        try:
            with library_to_read() as opened:
                return opened.articles.load(name)
        except LibraryError as error:
            raise Trouble(str(error)) from error
    try:
        return read_one(name)
    except ReadingError as error:
        raise Trouble(str(error)) from error


def is_id(name: str) -> bool:
    """Whether a name is meant for an article of the library."""
    return bool(_ID.fullmatch(name)) and not Path(name).exists()


def told_beside(ids: Sequence[str]) -> list[Article]:
    """The other articles of the library's story that all of these are in: context for their dates and names."""
    from tui.library import LibraryError

    try:
        with library_to_read() as opened:
            whole = [opened.articles.load(id).id for id in ids]
            stories = {opened.stories.of(id) for id in whole}
            numbers = next((s.numbers for s in opened.stories.all() if {s.id} == stories), ())
            others = [entry.id for entry in opened.articles.entries(numbers) if entry.id not in whole]
            return [opened.articles.load(id) for id in others[:_MOST_CONTEXT]]
    except LibraryError as error:
        raise Trouble(str(error)) from error


def library() -> Library:
    """The user's library, opened for writing."""
    from tui.library import Library, LibraryError

    try:
        return Library.open()
    except LibraryError as error:
        raise Trouble(str(error)) from error


def library_to_read() -> Library:
    """The user's library; where it cannot be written what can be read of it, and a line on stderr says so."""
    from tui.library import Library, LibraryError

    try:
        opened = Library.open_to_read()
    except LibraryError as error:
        raise Trouble(str(error)) from error
    if opened.notice:
        trouble(opened.notice)
    return opened


def put(output: str, *, end: str = "\n") -> None:
    """To stdout as UTF-8, whatever the locale; a closed pipe is no error."""
    put_all((output, end))


def put_all(pieces: Iterable[str]) -> None:
    """The same, a piece at a time."""
    put_bytes(piece.encode("utf-8", "backslashreplace") for piece in pieces)


def put_bytes(pieces: Iterable[bytes]) -> None:
    """The same, of what is encoded already."""
    try:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        drop_stdout()
