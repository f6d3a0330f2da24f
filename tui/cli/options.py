"""The options that several commands take, and what their words mean."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.completing import article_names
from tui.cli.trouble import Trouble

if TYPE_CHECKING:
    from tui.comparing import Ignorable


class ModeName(StrEnum):
    AUTO = "auto"
    TELLINGS = "tellings"
    REVISION = "revision"


class ColorName(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class ThemeName(StrEnum):
    DARK = "dark"
    LIGHT = "light"
    BLUE_ORANGE = "blue-orange"
    TERMINAL = "terminal"
    NONE = "none"


class LookName(StrEnum):
    AUTO = "auto"
    BESIDE = "beside"
    UNIFIED = "unified"
    CHANGES = "changes"


class OrderName(StrEnum):
    A = "a"
    B = "b"
    OWN = "own"


Mode = Annotated[ModeName, typer.Option("--mode", help="Two tellings, or two revisions of one text.")]
Ignore = Annotated[
    str, typer.Option("--ignore", help="What makes no difference: any of case,punctuation,whitespace,quotes; or none.")
]
With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="PATH",
        shell_complete=article_names,
        help="A further article of the story, as context for dates and names.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="The whole result as one JSON document.")]
Plain = Annotated[bool, typer.Option("--plain", help="Text to read, the default.")]
Color = Annotated[ColorName, typer.Option("--color", help="Colour in plain text.")]
Width = Annotated[int | None, typer.Option("--width", min=20, max=1000, help="Columns of plain text.")]
NoText = Annotated[bool, typer.Option("--no-text", help="Leave the articles' texts out of the JSON.")]


def ignored_kinds(names: str) -> frozenset[Ignorable]:
    from tui.comparing import IGNORABLE

    wanted = {name for name in names.replace(" ", "").split(",") if name} - {"none"}
    known = frozenset(name for name in IGNORABLE if name in wanted)
    unknown = wanted - known
    if unknown:
        raise Trouble(f"--ignore {sorted(unknown)[0]}: not known; name any of {', '.join(IGNORABLE)}, or none")
    return known


def columns(asked: int | None) -> int:
    if asked is not None:
        return asked
    import shutil

    return shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80


def is_colored(asked: ColorName) -> bool:
    if asked is ColorName.AUTO:
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return asked is ColorName.ALWAYS
