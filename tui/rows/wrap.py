"""Wrapping by terminal cells. It knows widths and spaces, and nothing of languages."""

from __future__ import annotations

import re

from rich.cells import split_graphemes

_WIDE_OR_ODD = re.compile(
    "[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u203b\u2044\u20a0-\u20bf\u2190-\u2193\u2400-\u2421\u2500-\u259f\ufffd]"
)
"""Finds a character that may not be one cell wide. Where there is none, a character is a cell, and wrapping
is fifty times as fast."""


def one_cell_each(text: str) -> bool:
    """Whether every character of the text takes exactly one cell."""
    return text.isascii() or _WIDE_OR_ODD.search(text) is None


def wrap(text: str, width: int) -> tuple[int, ...]:
    """Where each line starts: offsets into `text`, the first one 0.

    Lines break behind spaces, between wide characters, and inside a word only where it is wider than the
    column. Spaces at a break belong to the line before it and may stand over the edge; a line is cut at its
    last word when it is painted. `width` counts cells, at least 2.
    """
    if width < 2:
        width = 2
    return _wrap_single(text, width) if one_cell_each(text) else _wrap_careful(text, width)


def _wrap_single(text: str, width: int) -> tuple[int, ...]:
    starts, start, end = [0], 0, len(text.rstrip(" "))
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            start += width
        else:
            start = cut + 1
            while text[start] == " ":
                start += 1
        starts.append(start)
    return tuple(starts)


def _wrap_careful(text: str, width: int) -> tuple[int, ...]:
    """Grapheme by grapheme: `used` cells since `start`, the last place to break at `cut`."""
    starts, used, cut, used_at_cut = [0], 0, 0, 0
    for start, end, cells in split_graphemes(text.rstrip(" "))[0]:
        is_space = text[start:end] == " "
        if cells > 1 and start > starts[-1]:
            cut, used_at_cut = start, used
        if used + cells > width and not is_space:
            if cut <= starts[-1]:
                cut, used_at_cut = start, used
            if cut > starts[-1]:
                starts.append(cut)
                used -= used_at_cut
        used += cells
        if is_space or cells > 1:
            cut, used_at_cut = end, used
    return tuple(starts)
