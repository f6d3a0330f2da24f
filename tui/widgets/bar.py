"""One line of words: heads, status, keys. What does not fit is left out, the least important first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.theme import DARK, Palette, Role
from tui.widgets.paint import fit


class Part(NamedTuple):
    """Some words on a bar. Their text has to be safe already."""

    text: str
    role: Role = "text"
    action: str = ""
    """What a click does: an action as Textual writes it."""
    rank: int = 0
    """Parts with the highest rank go first when room is short; 0 never goes, but may be cut."""
    key: str = ""
    """A key that stands before the words."""

    @property
    def width(self) -> int:
        return cell_len(self.text) + (cell_len(self.key) + 1 if self.key else 0)


NARROW_BELOW = 100
"""Cells of a bar below which its parts move together."""


def gap(width: int) -> int:
    """Cells between two parts of a bar."""
    return 2 if width < NARROW_BELOW else 3


def fitting(left: Sequence[Part], right: Sequence[Part], width: int) -> tuple[list[Part], list[Part]]:
    """The parts that fit into `width` cells."""
    kept = list(left), list(right)
    between = gap(width)
    while True:
        wanted = _width(kept[0], between) + _width(kept[1], between) + (between if kept[0] and kept[1] else 0)
        worst = max((part.rank for side in kept for part in side), default=0)
        if wanted <= width or worst == 0:
            return kept
        for side in reversed(kept):
            last = next((n for n in reversed(range(len(side))) if side[n].rank == worst), None)
            if last is not None:
                del side[last]
                break


class Bar(Widget):
    """Words on the left, words on the right."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.left: list[Part] = []
        self.right: list[Part] = []
        self._palette: Palette = DARK
        self._fill = " "

    def show(self, left: Sequence[Part], right: Sequence[Part], palette: Palette, *, fill: str = " ") -> None:
        """`fill` is the character between the two: a line makes the bar a rule with words in it."""
        shown = ([p for p in left if p.text], [p for p in right if p.text], palette, fill)
        if shown != (self.left, self.right, self._palette, self._fill):
            self.left, self.right, self._palette, self._fill = shown
            self.refresh()

    @property
    def text(self) -> str:
        """What stands on the bar now, for tests and for a screen reader."""
        return self.render_line(0).text

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        left, right = fitting(self.left, self.right, max(0, self.size.width - 2))
        return line_of(left, right, self.size.width, self._palette, self._fill)


def line_of(left: Sequence[Part], right: Sequence[Part], width: int, palette: Palette, fill: str = " ") -> Strip:
    """Parts from the left and from the right edge of a line, a cell of air at both ends."""
    ground = palette.style("ground")
    between = gap(width - 2)
    segments = [Segment(" ", ground), *_segments(left, ground, palette, between)]
    space = max(between if left and right else 0, width - 2 - _width(left, between) - _width(right, between))
    filling = f" {fill * (space - 2)} " if space >= 2 else " " * space
    segments += [Segment(filling, ground + palette.style("line")), *_segments(right, ground, palette, between)]
    strip = Strip(segments)
    if strip.cell_length > width and not right:
        return Strip([Segment(fit(strip.text.rstrip(), width), segments[min(1, len(segments) - 1)].style)])
    return strip.adjust_cell_length(width, ground)


def _segments(parts: Sequence[Part], ground: Style, palette: Palette, between: int) -> list[Segment]:
    segments: list[Segment] = []
    for n, part in enumerate(parts):
        if n:
            segments.append(Segment(" " * between, ground))
        style = ground + palette.style(part.role)
        click = Style.from_meta({"@click": part.action}) if part.action else Style.null()
        if part.key:
            segments.append(Segment(part.key, ground + palette.style("key") + click))
            segments.append(Segment(" ", style + click))
        segments.append(Segment(part.text, style + click))
    return segments


def _width(parts: Sequence[Part], between: int) -> int:
    return sum(p.width + between for p in parts) - between if parts else 0


class Rule(Widget):
    """A line that separates, with joints where columns meet it."""

    DEFAULT_CSS = "Rule { height: 1; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._palette: Palette = DARK
        self._joints: tuple[int, ...] = ()
        self._joint = "┬"

    def show(self, palette: Palette, joints: Sequence[int] = (), joint: str = "┬") -> None:
        self._palette, self._joints, self._joint = palette, tuple(joints), joint
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        width = self.size.width
        line = "".join(self._joint if x in self._joints else "─" for x in range(width))
        return Strip([Segment(line, self._palette.style("ground") + self._palette.style("line"))])
