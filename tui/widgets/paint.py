"""One line of a column, painted: the third of three steps. It knows styles, and nothing of keys or scrolling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.article import Pair
from tui.frozen import dataclass
from tui.rows import Cell, Kind, Layout, Line, Mark, Marks, Side, gutter
from tui.theme import Palette, Role

BAR = "▌"
_QUIET: frozenset[Kind] = frozenset({"same", "furniture", "reference", "references", "fold"})
_SIGN_ROLES: dict[str, Role] = {
    "=": "muted",
    "<": "a",
    ">": "b",
    "~": "strong",
    "~<": "a",
    "~>": "b",
    "A": "muted",
    "B": "muted",
}


@dataclass(frozen=True)
class Painter:
    """Paints lines of one column of a layout."""

    layout: Layout
    column: int
    marks: Pair[Marks]
    palette: Palette
    sign_width: int
    arrow_width: int
    number_width: int = 0

    @property
    def gutter(self) -> int:
        """Cells left of the text."""
        return gutter(self.sign_width, self.number_width)

    def strip(self, y: int, width: int, *, here: int = -1, selected: tuple[int, int] | None = None) -> Strip:
        """The line at `y`, `width` cells wide. `here` is the row where the reader is, `selected` the characters
        of the row that the mouse selected (an end of -1: to the end)."""
        line = self.layout.line(y, self.column)
        ground = self.palette.style("ground")
        if line is None or line.number < 0:
            return Strip.blank(width, ground)
        is_here = line.row == here
        if is_here:
            ground += self.palette.style("here")
        left, right = self._gutter(line, is_here, ground), self._arrow(line, ground)
        text = [*self._text(line, ground, selected)]
        pad = self.layout.width - cells(text)
        rest = width - cells(left) - self.layout.width - cells(right)
        placed = _placed([*text, *_blank(pad, ground)], line)
        # One strip: each that Textual cuts, joins and fills on the way costs as much as painting the line.
        strip = Strip([*left, *placed, *right, *_blank(rest, ground)])
        return strip if pad >= 0 and rest >= 0 else strip.adjust_cell_length(width, ground)

    def _gutter(self, line: Line, is_here: bool, ground: Style) -> list[Segment]:
        bar = Segment(BAR, ground + self.palette.style("accent")) if is_here else Segment(" ", ground)
        sign = line.cell.sign if line.cell and line.number == 0 else ""
        style = ground + self.palette.style(_SIGN_ROLES.get(sign, "muted"))
        signs = Segment(sign.ljust(self.sign_width + 1), style)
        if not self.number_width:
            return [bar, signs]
        number = line.cell.number if line.cell and line.number == 0 else ""
        quiet = ground + self.palette.style("muted")
        return [bar, Segment(number.rjust(self.number_width) + " ", quiet), signs]

    def _arrow(self, line: Line, ground: Style) -> list[Segment]:
        arrow = line.cell.arrow if line.cell and line.number == 0 else ""
        return [Segment(" " + arrow.rjust(self.arrow_width), ground + self.palette.style("accent"))] if arrow else []

    def _text(self, line: Line, ground: Style, selected: tuple[int, int] | None) -> Iterator[Segment]:
        if line.cell is None or line.end <= line.start:
            return
        text = self.layout.text(line.row, self.column)[line.start : line.end].rstrip(" ")
        styles = self._styles(line, line.cell, ground)[: len(text)]
        if selected is not None:
            first, last = selected[0] - line.start, (selected[1] if selected[1] >= 0 else line.end) - line.start
            reverse = self.palette.style("selection")
            styles = [s + reverse if first <= n < last else s for n, s in enumerate(styles)]
        at = 0
        for style, run in groupby(styles):
            length = len(list(run))
            yield Segment(text[at : at + length], style)
            at += length

    def _styles(self, line: Line, cell: Cell, ground: Style) -> list[Style]:
        """A style for each character of the line."""
        kind = self.layout.rows[line.row].kind
        quiet = ground + self.palette.style("muted")
        is_quiet = kind in _QUIET or cell.is_stub
        base = quiet if is_quiet else ground
        styles = [quiet] * (line.end - line.start)
        at = 0
        for piece in cell.pieces:
            length = piece.end - piece.start
            first, last = max(at, line.start), min(at + length, line.end)
            if piece.side is not None and first < last:
                styles[first - line.start : last - line.start] = [base] * (last - first)
                shift = at - piece.start
                marks = self.marks.a if piece.side == "a" else self.marks.b
                for start, end, mark in marks.within(first - shift, last - shift):
                    if mark == "changed" and is_quiet:
                        continue
                    style = self.palette.style(_role(mark, piece.side))
                    for n in range(start + shift - line.start, end + shift - line.start):
                        styles[n] += style
            at += length
        return styles


def cells(segments: Iterable[Segment]) -> int:
    return sum([cell_len(segment.text) for segment in segments])


def _placed(text: Iterable[Segment], line: Line) -> Iterator[Segment]:
    """With the row and the character that each begins at, by which Textual knows what the mouse selects."""
    at = line.start
    for words, style, _ in text:
        yield Segment(words, (style or Style()) + Style.from_meta({"offset": (at, line.row)}))
        at += len(words)


def _blank(width: int, ground: Style) -> list[Segment]:
    return [Segment(" " * width, ground)] if width > 0 else []


_MARK_ROLES: dict[Mark, Role] = {
    "headline": "strong", "moved": "moved", "said": "said", "who": "who", "where": "where", "when": "when",
    "many": "many", "conflict": "conflict", "fact": "fact", "found": "found", "found-here": "found-here",
}  # fmt: skip


def _role(mark: Mark, side: Side) -> Role:
    if mark == "changed":
        return "changed-a" if side == "a" else "changed-b"
    return _MARK_ROLES[mark]


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells: padded, or cut with an ellipsis."""
    if text.isascii():
        length = len(text)
        return text.ljust(width) if length <= width else (text[: width - 1] + "…" if width > 0 else "")
    if cell_len(text) <= width:
        return text + " " * (width - cell_len(text))
    return _cut(text, width)


def _cut(text: str, width: int) -> str:
    from rich.cells import set_cell_size

    return set_cell_size(text, width - 1) + "…" if width > 0 else ""
