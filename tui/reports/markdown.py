"""Comparison or facts table → Markdown for an issue, a note or a mail: facts first, then both texts in a table.

Nothing that an article says is markup: every sign that Markdown reads is escaped, so no hidden link, no picture and no
HTML comes of it. A forge may still link a bare address or a name behind an @, which no escape prevents. What differs
is bold, a conflict has the screen's brackets round it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from tui.comparison import Comparison, FactsTable
from tui.facts import Mention
from tui.reports.naming import told_apart
from tui.reports.origin import Origin, origin_of, origin_of_table
from tui.reports.words import (
    ROW_SIGNS,
    VERDICT_WORDS,
    comparison_summary,
    row_summary,
    verdict_summary,
)
from tui.rows import Cell, Composer, Marks, Row, Side, conflict_marks, plan, shown_texts, word_marks
from tui.safe import safe_line
from tui.verdicts import SIGNS, ComparedFact
from tui.verdicts.table import Cell as TableCell

if TYPE_CHECKING:
    from tui.library import FactMark

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&$^@{}]|:(?=[\w/+-])|(?<=[Ww]{3})\.")
_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
"""What begins a list, a rule or a heading."""
_LETTERS = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


def markdown_text(comparison: Comparison, *, marks: Mapping[int, FactMark] | None = None) -> str:
    """The comparison. `marks`: what the reader made of the facts, by their index in `comparison.facts`."""
    names = [escaped(name) for name in told_apart(comparison.articles)]
    lines = [f"# {names[0]} and {names[1]}", "", escaped(" · ".join(comparison_summary(comparison)))]
    lines += [f"\n*{escaped(note)}*" for note in comparison.notes]
    facts = comparison.facts or ()
    if facts:
        lines += ["", "## Facts", "", escaped(verdict_summary(fact.verdict for fact in facts)), ""]
        lines += [line for n, fact in enumerate(facts) for line in _fact(fact, (marks or {}).get(n))]
    lines += ["", "## Texts", "", f"| | A: {names[0]} | | B: {names[1]} |", "|:-:|---|:-:|---|"]
    lines += _Texts(comparison).lines()
    return "\n".join([*lines, *_foot(origin_of(comparison)), ""])


def facts_markdown(table: FactsTable) -> str:
    """The facts table: a column an article."""
    names = [escaped(name) for name in told_apart(table.articles)]
    lines = [f"# {names[0]}" if len(names) == 1 else f"# Facts of {len(names)} articles", ""]
    if len(names) > 1:
        lines += [escaped(row_summary(row.verdict for row in table.rows)), ""]
    lines += [f"| | type | about | {' | '.join(names)} |", "|:-:|---|---|" + "---|" * len(names)]
    for row in table.rows:
        cells = [_told(cell) for cell in row.cells]
        about = escaped(safe_line(row.about))
        lines.append(f"| {ROW_SIGNS.get(row.verdict or 'only', '')} | {row.type} | {about} | {' | '.join(cells)} |")
    return "\n".join([*lines, *_foot(origin_of_table(table)), ""])


def escaped(words: str) -> str:
    """Words as Markdown that shows just them, wherever a line of text may stand."""
    return _START.sub(_at_start, _SIGNS.sub(_escape, safe_line(words)))


def _escape(sign: re.Match[str]) -> str:
    return "\\" + sign[0]


def _at_start(found: re.Match[str]) -> str:
    space, sign = found[1], found[2]
    return f"{space}\\{sign}" if not sign[0].isdigit() else f"{space}{sign}\\"


def _fact(fact: ComparedFact, mark: FactMark | None) -> Iterator[str]:
    about = escaped(fact.about)
    head = f"- {escaped(SIGNS[fact.verdict])} **{VERDICT_WORDS[fact.verdict][0]}** {fact.type}"
    copied = " © same copy" if fact.same_copy else ""
    sides = [(name, said) for name, said in zip("AB", map(_written, fact.mentions), strict=True) if said]
    if len(sides) == 1 or fact.verdict == "agree":
        said = sides[0][1]
        known = fact.type in ("quote", "statement") or about.casefold() in said.casefold()
        yield f"{head}: {said}{'' if known else f' ({about})'}{copied}"
    else:
        yield f"{head}: {about}{copied}"
        yield from (f"  - {name}: {said}" for name, said in sides)
        yield f"  - {escaped(fact.rule)}"
    if mark is not None and mark.state not in ("unseen", "seen"):
        yield f"  - marked: {mark.state}"
    if mark is not None and mark.note:
        yield f"  - note: {escaped(mark.note)}"


def _written(mentions: Iterable[Mention]) -> str:
    """Each way of writing it once; an inferred value behind its words."""
    told = (m.text + (f" ({m.value}, inferred)" if m.inferred else "") for m in mentions)
    return " / ".join(dict.fromkeys(map(escaped, told)))


def _told(cell: TableCell | None) -> str:
    if cell is None:
        return "·"
    said = _written(cell.mentions)
    return f"{escaped(', '.join(cell.speaker))}: {said}" if cell.speaker else said


class _Texts:
    """Both texts, a table row a row."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._composer = Composer(comparison)
        self._texts = shown_texts(comparison.a, comparison.b)
        changed, conflicts = word_marks(comparison), conflict_marks(comparison)
        self._marks = {
            "a": Marks({"changed": changed.a, "conflict": conflicts.a}),
            "b": Marks({"changed": changed.b, "conflict": conflicts.b}),
        }

    def lines(self) -> Iterator[str]:
        for row in plan(self._comparison):
            yield f"| {' | '.join(part for cell in self._composer.beside(row) for part in self._cell(row, cell))} |"

    def _cell(self, row: Row, cell: Cell | None) -> tuple[str, str]:
        if cell is None:
            return "", ""
        words = "".join(
            self._words(piece.side, piece.start, piece.end, is_stub=cell.is_stub) if piece.side else piece.words
            for piece in cell.pieces
        )
        arrow = f" {cell.arrow}" if cell.arrow else ""
        if row.kind == "furniture":
            words = f"({words})"
        return escaped(cell.sign), f"{words}{arrow}".strip()

    def _words(self, side: Side, start: int, end: int, *, is_stub: bool) -> str:
        """Words of one side: what differs in bold, a conflict in the screen's brackets; a stub bears no mark."""
        marks = [] if is_stub else self._marks[side].within(start, end)
        edges = sorted({start, end, *(edge for mark in marks for edge in (mark.start, mark.end))})
        told = ((frozenset(m.mark for m in marks if m.start <= s < m.end), s, e) for s, e in pairwise(edges))
        return "".join(
            _styled("".join(self._texts[side][s:e] for _, s, e in some), kinds)
            for kinds, some in groupby(told, key=lambda one: one[0])
        )


def _styled(words: str, kinds: frozenset[str]) -> str:
    """Bold from the first letter to the last: next to a space or a comma two asterisks are not sure to be emphasis."""
    found = _LETTERS.search(words) if kinds else None
    if found is None:
        return f"<b>{_inner(words)}</b>" if kinds and words.strip() else _inner(words)
    start, end = found.span()
    opening, closing = ("╸", "╺") if "conflict" in kinds else ("", "")
    return f"{_inner(words[:start])}{opening}**{_inner(words[start:end])}**{closing}{_inner(words[end:])}"


def _inner(words: str) -> str:
    """Escaped, with the space around it, which parts words from what stands beside them."""
    body = words.strip()
    if not body:
        return words
    start = words.index(body)
    return f"{words[:start]}{_SIGNS.sub(_escape, safe_line(body))}{words[start + len(body) :]}"


def _foot(origin: Origin) -> list[str]:
    return ["", "## Made from", "", *(f"- {label}: {escaped(words)}" for label, words in origin)]
