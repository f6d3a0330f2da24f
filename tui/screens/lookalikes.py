"""Words that look the same in A and B and are not, code point by code point."""

from __future__ import annotations

from textual.content import Content

from tui.comparing.lookalikes import LookalikeKind, differing, skeleton
from tui.comparison import Comparison
from tui.safe import safe_line
from tui.screens.window import TextWindow

KINDS: dict[LookalikeKind, str] = {
    "invisible": "a character that cannot be seen",
    "normal-form": "the same letters, composed another way",
    "digit": "another digit",
    "letter": "another letter",
    "sign": "another sign",
}
MOST = 200
"""Words that are listed; the others are counted."""


class LookalikesScreen(TextWindow):
    """All of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        super().__init__("Words that only look the same")
        self._comparison = comparison

    def body(self, width: int) -> Content:  # noqa: ARG002 - each line is short
        lines: list[Content] = []
        for found in self._comparison.lookalikes[:MOST]:
            a = self._comparison.a.text[found.a.start : found.a.end]
            b = self._comparison.b.text[found.b.start : found.b.end]
            lines.append(Content.assemble((safe_line(skeleton(a)), "bold"), f"   {KINDS[found.kind]}"))
            for side, word, points in zip("AB", (a, b), differing(a, b), strict=True):
                colour = "$warning" if side == "A" else "$secondary"
                lines.append(Content.assemble((f"  {side}  ", colour), safe_line(word)))
                lines += [Content.styled(f"       {point}", "$muted") for point in points or ["nothing there"]]
            lines.append(Content(""))
        if len(self._comparison.lookalikes) > MOST:
            lines.append(Content(f"and {len(self._comparison.lookalikes) - MOST:,} more; --json lists all"))
        return Content("\n").join(lines)
