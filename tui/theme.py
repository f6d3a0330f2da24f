"""Colours and attributes: one palette a theme. A screen names what a thing is; how that looks is decided here.

One accent for where the reader is, one pair for A and B, one strong colour for a conflict, grey for what is
the same. Every meaning also has a sign or an attribute, so that the palette without colours loses nothing.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

from tui.frozen import dataclass

Role = Literal[
    "ground", "text", "muted", "line", "a", "b", "accent", "strong", "title", "conflict", "fact", "found", "found-here",
    "key", "changed-a", "changed-b", "moved", "altered", "here", "selection",
    "who", "where", "when", "many", "said",
]  # fmt: skip


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as `#rrggbb`, ANSI names, or `None` for the terminal's own."""

    name: str
    title: str
    """As the list of themes shows it."""
    background: str | None
    raised: str | None
    """Behind the row where the reader is, and behind bars."""
    text: str | None
    muted: str | None
    line: str | None
    a: str | None
    b: str | None
    changed: tuple[str | None, str | None]
    """Words of A and of B that differ: paler than `a` and `b`, since whole sentences may be of them."""
    accent: str | None
    conflict: tuple[str, str] | None
    """Words and ground of a conflict; `None`: bold and reversed."""
    altered: str | None
    found: tuple[str, str] | None
    fact: str | None
    """Ground of the words that the chosen fact rests on; `None`: reversed."""
    kinds: tuple[str, str, str, str, str] | None = None
    """Facts of one article by what they are: who, where, when, how many, said; `None`: underlined."""
    dark: bool = True
    plain: bool = False
    """Without colours: attributes carry what colours carry elsewhere."""

    @cached_property
    def styles(self) -> dict[Role, Style]:
        return {**_coloured(self), **(_ATTRIBUTES if self.plain else {})}

    def style(self, role: Role) -> Style:
        return self.styles[role]

    def theme(self) -> Theme:
        """The same for Textual's own widgets."""
        ansi = self.background is None
        blank = "ansi_default"
        return Theme(
            name=self.name,
            primary=self.accent or blank,
            secondary=self.b or blank,
            accent=self.accent or blank,
            foreground=self.text or blank,
            background=self.background or blank,
            surface=self.raised or blank,
            panel=self.raised or blank,
            boost=self.raised or blank,
            warning=self.a or blank,
            error=self.altered or blank,
            success=self.accent or blank,
            dark=self.dark,
            ansi=ansi,
            variables={"muted": self.muted or blank, "line": self.line or blank} | (_ANSI_VARIABLES if ansi else {}),
        )


_ANSI_VARIABLES = BUILTIN_THEMES["ansi-dark"].variables
"""What Textual's own style sheets need where there are no colours to mix."""


def _coloured(p: Palette) -> dict[Role, Style]:
    def on(pair: tuple[str, str] | None, *, bold: bool = False) -> Style:
        if pair is None:
            return Style(reverse=True, bold=bold)
        return Style(color=_c(pair[0]), bgcolor=_c(pair[1]), bold=bold)

    kinds: tuple[Role, ...] = ("who", "where", "when", "many", "said")
    return {
        **{role: Style(color=_c(p.kinds[n])) if p.kinds else Style(underline=True) for n, role in enumerate(kinds)},
        "ground": Style(color=_c(p.text), bgcolor=_c(p.background)),
        "text": Style(color=_c(p.text)),
        "muted": Style(color=_c(p.muted)),
        "line": Style(color=_c(p.line)),
        "a": Style(color=_c(p.a)),
        "b": Style(color=_c(p.b)),
        "changed-a": Style(color=_c(p.changed[0])),
        "changed-b": Style(color=_c(p.changed[1])),
        "moved": Style(color=_c(p.accent), italic=True),
        "accent": Style(color=_c(p.accent)),
        "strong": Style(color=_c(p.text), bold=True),
        "title": Style(color=_c(p.accent), bold=True),
        "conflict": on(p.conflict, bold=True),
        "altered": Style(color=_c(p.altered), bold=True),
        "fact": Style(bgcolor=_c(p.fact), underline=True) if p.fact else Style(reverse=True),
        "found": on(p.found),
        "found-here": on(p.found, bold=True) + Style(underline=True),
        "key": Style(color=_c(p.text), bold=True),
        "here": Style(bgcolor=_c(p.raised)),
        "selection": Style(reverse=True),
    }


_ATTRIBUTES: dict[Role, Style] = {
    "muted": Style(dim=True),
    "line": Style(dim=True),
    "changed-a": Style(underline=True),
    "changed-b": Style(underline=True),
    "a": Style(bold=True),
    "b": Style(bold=True),
    "moved": Style(italic=True),
    "accent": Style(bold=True),
    "altered": Style(bold=True),
    "here": Style(bold=True),
    "fact": Style(reverse=True, underline=True),
}
"""Signs stay; underline is changed, reverse is conflict, dim is the same or furniture, bold is where you are."""


def _c(colour: str | None) -> str | None:
    """Rich's name for a colour that Textual calls `ansi_…`."""
    return colour.removeprefix("ansi_") if colour else None


DARK = Palette(
    "sidebyline-dark", "Dark",
    background="#15171c", raised="#20242c", text="#dcdfe4", muted="#8d949f", line="#3b414c",
    a="#e6b566", b="#74b3f2", changed=("#dcc198", "#a8c8ea"),
    accent="#7fd1b9", conflict=("#ffffff", "#b3342c"), altered="#f08a80",
    found=("#15171c", "#d8c25a"), fact="#33425e",
    kinds=("#e6b566", "#cfa3e0", "#7fd1b9", "#74b3f2", "#b6c27a"),
)  # fmt: skip
LIGHT = Palette(
    "sidebyline-light", "Light",
    background="#fbfaf6", raised="#efede5", text="#23262b", muted="#646a73", line="#cfcabc",
    a="#8f4a00", b="#0a58a8", changed=("#7a4a17", "#27588f"),
    accent="#00675a", conflict=("#ffffff", "#b3261e"), altered="#a8281f",
    found=("#23262b", "#f2d94e"), fact="#d5e3f6", dark=False,
    kinds=("#8f4a00", "#7a3b8f", "#00675a", "#0a58a8", "#565c00"),
)  # fmt: skip
BLUE_ORANGE = Palette(
    "sidebyline-blue-orange", "Blue and orange (for colour-blind readers)",
    background="#111418", raised="#1d2229", text="#e2e4e8", muted="#9097a1", line="#3a414b",
    a="#f0a33a", b="#5cb8f2", changed=("#eab46a", "#86c6f0"),
    accent="#e8e8e8", conflict=("#000000", "#f0e442"), altered="#f0e442",
    found=("#000000", "#cfd4db"), fact="#2d4560",
    kinds=("#f0a33a", "#d9a3c4", "#f0e442", "#5cb8f2", "#6fcfae"),
)  # fmt: skip
TERMINAL = Palette(
    "sidebyline-terminal", "The terminal's own colours",
    background=None, raised=None, text=None, muted="ansi_bright_black", line="ansi_bright_black",
    a="ansi_yellow", b="ansi_blue", changed=("ansi_yellow", "ansi_blue"),
    accent="ansi_cyan", conflict=None, altered="ansi_red",
    found=("ansi_black", "ansi_yellow"), fact=None,
    kinds=("ansi_yellow", "ansi_magenta", "ansi_cyan", "ansi_blue", "ansi_green"),
)  # fmt: skip
NO_COLOUR = Palette(
    "sidebyline-none", "No colour",
    background=None, raised=None, text=None, muted=None, line=None,
    a=None, b=None, changed=(None, None), accent=None, conflict=None, altered=None, found=None, fact=None, plain=True,
)  # fmt: skip

PALETTES: dict[str, Palette] = {p.name: p for p in (DARK, LIGHT, BLUE_ORANGE, TERMINAL, NO_COLOUR)}
"""By the name of the theme, in the order in which a reader walks through them."""
SHORT_NAMES: dict[str, str] = {
    "dark": DARK.name,
    "light": LIGHT.name,
    "blue-orange": BLUE_ORANGE.name,
    "terminal": TERMINAL.name,
    "none": NO_COLOUR.name,
}
