"""Where quotations stand: quotation marks paired within a paragraph.

A mark's neighbours say whether it opens or closes; its shape only settles what they leave open, so that
straight, curly and mixed marks read alike. Marks inside a quotation stay part of its words. Refuses to say
whether a quotation is somebody's words, a title or irony.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from tui.article import Span
from tui.frozen import dataclass

Side = Literal["open", "close", "either"]

_MARK = re.compile(r"''|‘‘|’’|``|[\"“”„‟«»'‘’‚‛‹›]")
_SINGLE = frozenset("'‘’‚‛‹›")
_OPENS = frozenset("“„‘‚«‹") | {"``", "‘‘"}
_CLOSES = frozenset("”’»›") | {"''", "’’"}
_BEFORE_OPEN = frozenset("([{<—–-/:")
_ELISION = re.compile(
    r"(?:\d0s|\d\d\b|em\b|tis\b|twas\b|til\b|till\b|cause\b|n\b|round\b|bout\b|twould\b|cos\b)", re.IGNORECASE
)
_FEET = re.compile(r"\d['’]\s?\d{1,2}$")
_END = frozenset(",.!?…;:)]—–-")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation at the outermost level, within one paragraph."""

    inner: Span
    """The words between the marks."""
    outer: Span
    """With its marks, where they are there."""
    closed: bool
    """False where the closing mark is missing: a slip, or the next paragraph goes on."""
    continues: bool = False
    """It takes up the quotation that the paragraph before left open."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    side: Side
    firm: bool
    """A closing mark behind punctuation, or one that cannot be an apostrophe."""


def quoted_spans(text: str, paragraphs: Sequence[Span] | None = None) -> list[Span]:
    """The words between outermost quotation marks, in order; a paragraph is a line unless others are given."""
    return [quotation.inner for quotation in find_quotations(text, paragraphs)]


def find_quotations(text: str, paragraphs: Sequence[Span] | None = None) -> list[Quotation]:
    """Every outermost quotation of the text, in order, in time linear in its length."""
    if paragraphs is None:
        paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    found: list[Quotation] = []
    open_kind: bool | None = None  # whether the quotation left open by the paragraph before has single marks
    marks = [_marks(text, paragraph) for paragraph in paragraphs]
    for n, paragraph in enumerate(paragraphs):
        follows = marks[n + 1] if n + 1 < len(paragraphs) else []
        goes_on = _first_opening(text, paragraphs[n + 1], follows) if follows else None
        here = _pair(text, paragraph, marks[n], goes_on)
        if here and open_kind is not None and _first_opening(text, paragraph, marks[n]) == open_kind:
            first = here[0]
            here[0] = Quotation(first.inner, first.outer, first.closed, continues=True)
        found.extend(here)
        open_kind = None
        if here and not here[-1].closed:
            open_kind = text[here[-1].outer.start] in _SINGLE and here[-1].inner.start - here[-1].outer.start == 1
    return found


def _first_opening(text: str, paragraph: Span, marks: list[_Mark]) -> bool | None:
    """Whether the mark that opens the paragraph is a single one; `None` where it opens with words."""
    if not marks or marks[0].side == "close" or text[paragraph.start : marks[0].start].strip():
        return None
    return marks[0].single


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    """The marks of a paragraph that may open or close a quotation; apostrophes and inch signs are left out."""
    raw = [(m.start(), m.end()) for m in _MARK.finditer(text, *paragraph)]
    left: list[str] = []
    for n, (start, _) in enumerate(raw):
        touching = n > 0 and raw[n - 1][1] == start
        left.append(left[-1] if touching else text[start - 1] if start > paragraph.start else " ")
    right: list[str] = [" "] * len(raw)
    for n in range(len(raw) - 1, -1, -1):
        end = raw[n][1]
        touching = n + 1 < len(raw) and raw[n + 1][0] == end
        right[n] = right[n + 1] if touching else text[end] if end < paragraph.end else " "
    kept = (_mark(text, *raw[n], left[n], right[n]) for n in range(len(raw)))
    return [mark for mark in kept if mark is not None]


def _mark(text: str, start: int, end: int, left: str, right: str) -> _Mark | None:
    shape = text[start:end]
    single = shape in _SINGLE
    side = _side(left, right, shape)
    if single:
        if side == "either" and not (shape in _OPENS and not left.isalnum()):
            return None
        if shape not in "‹›" and side == "open" and _ELISION.match(text, end):
            return None
    elif side == "close" and left.isdigit() and _FEET.search(text, max(0, start - 6), start):
        return None
    firm = not left.isalnum() or left not in "snSN"
    return _Mark(start, end, single, side, firm)


def _side(left: str, right: str, shape: str) -> Side:
    spaced_left, spaced_right = left.isspace() or left in _BEFORE_OPEN, right.isspace()
    if spaced_left and not spaced_right and right not in _END:
        return "open"
    if left.isspace() and right in ",;!?)]":
        return "close"
    if not left.isspace() and left not in "([" and (spaced_right or right in _END):
        return "close"
    if left.isalnum() and right.isalnum() and shape in _SINGLE:
        return "either"
    if shape in _OPENS:
        return "open"
    if shape in _CLOSES:
        return "close"
    return "either"


def _pair(text: str, paragraph: Span, marks: list[_Mark], goes_on: bool | None) -> list[Quotation]:
    """Outermost quotations of one paragraph. `goes_on`: the kind of mark that opens the next paragraph."""
    closings = list(accumulate((not m.single and m.side != "open" for m in reversed(marks)), initial=0))[::-1]
    openings = list(accumulate((not m.single and m.side == "open" for m in reversed(marks)), initial=0))[::-1]
    last_opening = max((n for n, m in enumerate(marks) if m.single and m.side == "open"), default=-1)
    found: list[Quotation] = []
    n = 0
    while n < len(marks):
        mark = marks[n]
        if mark.side == "close":
            if not mark.single:
                found.extend(_unopened(text, paragraph, mark, found))
            n += 1
            continue
        if mark.single:
            last = _closing_single(marks, n)
            if last is None and not (goes_on and n == last_opening):
                n += 1
                continue
        else:
            last = _closing_double(marks, n, closings, openings)
        n, quotation = _quotation(text, paragraph, marks, n, last)
        if quotation.inner.end > quotation.inner.start:
            found.append(quotation)
    return found


def _quotation(text: str, paragraph: Span, marks: list[_Mark], first: int, last: int | None) -> tuple[int, Quotation]:
    """The quotation from one mark to another, and the mark to go on with."""
    start = marks[first]
    if last is None:
        inner = Span(start.end, paragraph.end)
        return len(marks), Quotation(inner, Span(start.start, paragraph.end), closed=False)
    stop = marks[last]
    if stop.side == "open" and stop.single == start.single:
        end = _slip(text, start.end, stop.start)
        return last, Quotation(Span(start.end, end), Span(start.start, end), closed=True)
    return last + 1, Quotation(Span(start.end, stop.start), Span(start.start, stop.end), closed=True)


def _closing_double(marks: list[_Mark], first: int, closings: list[int], openings: list[int]) -> int | None:
    """The index of the closing mark; of the next opening one where the closing mark is missing; else `None`.

    An opening mark inside opens a nested quotation only where enough closing marks are left for both.
    """
    depth = 0
    for n in range(first + 1, len(marks)):
        mark = marks[n]
        if mark.single:
            continue
        if mark.side != "open":
            if not depth:
                return n
            depth -= 1
        elif closings[n] > openings[n]:
            depth += 1
        else:
            return n
    return None


def _closing_single(marks: list[_Mark], first: int) -> int | None:
    """The first closing mark behind punctuation or a letter that takes no apostrophe; else the last doubtful one.

    The search ends at the next single opening mark, which keeps it linear over a paragraph.
    """
    doubtful = None
    for n in range(first + 1, len(marks)):
        mark = marks[n]
        if not mark.single:
            continue
        if mark.side == "open":
            break
        if mark.firm:
            return n
        doubtful = n
    return doubtful


_ATTRIBUTED = re.compile(r"\s{1,20}+(?:\S{1,60}+\s{1,20}+){0,3}?(?:said|says|added|wrote|told)\b")
_SLIP = re.compile(r",\s+(?=(?:(?:[A-Z]\w*|he|she|they|it|the \w+)\s+){1,3}(?:said|says|added|wrote|told)\b)")


def _slip(text: str, start: int, end: int) -> int:
    """Where a quotation without closing mark stops before `end`: at its attribution, else at `end`."""
    attribution = _SLIP.search(text, start, end)
    if attribution:
        return attribution.start() + 1
    return start + len(text[start:end].rstrip())


def _unopened(text: str, paragraph: Span, mark: _Mark, found: list[Quotation]) -> list[Quotation]:
    """A quotation whose opening mark is missing: the words of its sentence, where a comma and an attribution follow."""
    if text[mark.start - 1 : mark.start] not in {",", "?", "!"}:
        return []
    floor = found[-1].outer.end if found else paragraph.start
    if not _ATTRIBUTED.match(text, mark.end, paragraph.end):
        return []
    stops = [m.end() for m in re.finditer(r"[.!?]\s+", text[floor : mark.start - 1])]
    start = floor + (stops[bisect_right(stops, mark.start) - 1] if stops else 0)
    start += len(text[start : mark.start]) - len(text[start : mark.start].lstrip())
    inner = Span(start, mark.start)
    return [Quotation(inner, Span(start, mark.end), closed=True)] if inner.end > inner.start else []
