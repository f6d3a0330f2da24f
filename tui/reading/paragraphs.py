"""Where a paragraph ends: at a line's end, unless the text is hard-wrapped.

Hard-wrapped text is filled: a line breaks only where the next word would not have fitted. A text is
taken for it when its lines are short and nearly all its breaks are such breaks; then full lines are
joined with the next one. One paragraph a line, which articles saved from the web have, never is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tui.article import Span

_LINE = re.compile(r"[^\n]+")
_WIDEST = 100
"""Characters: a longer line was not wrapped by hand or by a mail program."""
_NARROWEST = 50
_SLACK = 8
"""Characters that a filled line may fall short of the text's width (a mail program's wrap, a hyphen)."""


def paragraph_spans(text: str) -> list[Span]:
    """The paragraphs of a text, white space around them left out; a hard-wrapped one holds line breaks."""
    lines = [_trimmed(text, match.start(), match.end()) for match in _LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    width = _wrap_width(text, lines)
    if width is None:
        return lines
    joined: list[Span] = []
    for line in lines:
        if joined and _continues(text, joined[-1], line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """The width that a hard-wrapped text was filled to, `None` for a text that was not."""
    neighbours = [(p, q) for p, q in pairwise(lines) if _adjacent(text, p, q)]
    if not neighbours:
        return None
    lengths = sorted(end - start for start, end in (p for p, _ in neighbours))
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(_is_full(text, p, q, width) for p, q in neighbours)
    # A text with no blank lines breaks a paragraph every few lines; one line a paragraph is hardly ever full.
    return width if full >= 2 and full >= 0.6 * len(neighbours) else None


def _adjacent(text: str, before: Span, after: Span) -> bool:
    return text.count("\n", before.end, after.start) == 1


def _is_full(text: str, before: Span, after: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted behind this line."""
    line_start = text.rfind("\n", 0, before.end) + 1
    first_word = text[after.start : after.end].split(None, 1)[0]
    return before.end - line_start + 1 + len(first_word) > width - _SLACK


def _continues(text: str, paragraph: Span, line: Span, width: int) -> bool:
    if not _adjacent(text, paragraph, line):
        return False
    deeper = _indentation(text, line.start) > _indentation(text, paragraph.end)
    return not deeper and _is_full(text, paragraph, line, width)


def _indentation(text: str, offset: int) -> int:
    """Blanks at the head of the line that holds `offset`."""
    start = text.rfind("\n", 0, offset) + 1
    line = text[start : offset + 1]
    return len(line) - len(line.lstrip())
