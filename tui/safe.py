"""Outside text → text that a terminal may see: the one door, one character for one character.

An article is hostile input. Every control, escape, bidi control, zero-width and other invisible
character gets a visible stand-in, so that offsets stay and nothing reaches the terminal as a command.
What a terminal draws wrongly but harmlessly (wide characters, combining marks) is left alone.
"""

from __future__ import annotations

import sys
from functools import cache

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, range(0x200B, 0x2010)))
    + "".join(map(chr, range(0x2028, 0x202F)))
    + "".join(map(chr, range(0x2060, 0x2070)))
    + "\ufeff"
    + "".join(map(chr, range(0xFE00, 0xFE0F)))
    + "".join(map(chr, range(0x1BCA0, 0x1BCA4)))
    + "".join(map(chr, range(0x1D173, 0x1D17B)))
    + "".join(map(chr, range(0xFFF0, 0xFFFC)))
    + "".join(map(chr, range(0xE0000, 0xE1000)))
)
"""Zero-width, bidi, fillers, line and paragraph separators, interlinear marks, tag characters and the
variation selectors but the 16th, which makes an emoji of a sign and is drawn."""

STAND_IN = "\N{REPLACEMENT CHARACTER}"


_PICTURES: dict[int, int | str] = dict.fromkeys(
    [*range(0x80, 0xA0), *map(ord, _INVISIBLE), *range(0xD800, 0xE000)], STAND_IN
)
_PICTURES |= {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}


class _StandIns(dict[int, int | str]):
    """A table for `str.translate` that knows C0 by its control pictures and everything else by one sign."""

    def __init__(self, keep: str) -> None:
        super().__init__(_PICTURES)
        for char in keep:
            self.pop(ord(char), None)


@cache
def _table(keep: str) -> _StandIns:
    return _StandIns(keep)


def safe(text: str, *, keep: str = "") -> str:
    """The text with a visible stand-in for every character that a terminal could obey or hide.

    `keep` names controls that the caller lays out itself (usually `"\\n"` or `"\\n\\t"`). The result has
    as many code points as `text`; it is the same object where nothing had to change.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_table(keep))


def safe_line(text: str) -> str:
    """One line for a list, a title or an error message: white space folded, the rest made safe."""
    return safe(" ".join(text.split()))


def unsafe_code_points() -> list[int]:
    """Every code point that `safe` replaces, for tests and for whoever wants to check the table."""
    return sorted(_table(""))


def trouble(message: str) -> None:
    """One line on stderr, made safe."""
    print(f"sidebyline: {safe_line(message)}", file=sys.stderr)
