"""Comparison → plain text: the screen's linear form, with its signs, for a pager, a mail or a screen reader.

Signs and brackets carry the meaning, `[A's words|B's words]`, and `╸…╺` around words in conflict; colour
only repeats it. Nothing is left out: furniture stands in parentheses, a moved sentence says where its
partner stands.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from rich.console import Console
from rich.text import Text

from tui.article import Article, Pair, Span
from tui.comparison import Comparison, FactsTable
from tui.facts import Mention
from tui.reports.origin import Origin, origin_of, origin_of_table
from tui.reports.words import ROW_SIGNS, comparison_summary, count, row_summary, verdict_summary
from tui.rows import Cell, Composer, Marks, Row, Side, conflict_marks, plan, word_marks
from tui.rows.prominence import WORDS, by_prominence
from tui.rows.row import BY_HAND
from tui.safe import safe, safe_line
from tui.verdicts import SIGNS, ComparedFact, Verdict
from tui.verdicts.table import Row as TableRow

_STYLES = {"a": "yellow", "b": "cyan", "conflict": "bold red", "muted": "dim", "title": "bold"}
_GUTTER = 11
"""Columns for a sign and the arrow to a moved partner."""
_ORIGIN_GUTTER = 10
_OPENING_WORDS = 12
"""Of an article without a headline: enough to know it by."""
_ALONE: tuple[tuple[Verdict, str], ...] = (("only-a", "A"), ("only-b", "B"))
_LEGEND = (
    "= same, ~ reworded, < only in A, > only in B, (not the story); ↑7 ↓12 where a moved partner stands; "
    "[A's words|B's words]; ╸in conflict╺; ^ set right by hand; "
    "facts: ≠ conflict, ! altered, … cut, ≈ compatible, = agree, © same copy"
)


def comparison_text(comparison: Comparison, *, width: int, color: bool) -> str:
    """The comparison as lines of at most `width` cells, with ANSI colours where `color`."""
    page = Page(width, color=color)
    _header(page, comparison)
    _facts(page, comparison)
    page.line()
    for row_text, sign in _Body(comparison).rows():
        page.hanging(sign, row_text, _GUTTER)
    page.line()
    page.hanging("SIGNS", Text(_LEGEND, style=_STYLES["muted"]), _GUTTER)
    _made_from(page, origin_of(comparison))
    return page.text()


def facts_text(table: FactsTable, *, width: int, color: bool) -> str:
    """The facts of one article, or facts x articles, as lines of at most `width` cells."""
    page = Page(width, color=color)
    for number, article in enumerate(table.articles, start=1):
        page.hanging(str(number), Text(described(article)), 4)
    page.line()
    if len(table.articles) > 1:
        page.line(f"FACTS  {row_summary(row.verdict for row in table.rows)}", style=_STYLES["title"])
    for row in table.rows:
        _table_row(page, row)
    _made_from(page, origin_of_table(table))
    return page.text()


def _table_row(page: Page, row: TableRow) -> None:
    told = [(number, cell) for number, cell in enumerate(row.cells, start=1) if cell]
    about = safe_line(row.about)
    if len(told) == 1:
        number, cell = told[0]
        words = written(cell.mentions)
        head = str(number) if len(row.cells) > 1 else ""
        shown = words if row.type in ("quote", "statement") or _says(about, words) else f"{words} — {about}"
        page.hanging(f" {head}", Text(f"{row.type}: {shown}"), 5)
        return
    style = _STYLES["conflict"] if row.verdict == "conflict" else ""
    page.hanging(f" {ROW_SIGNS.get(row.verdict or 'only', ' ')}", Text(f"{row.type}: {about}", style=style), 5)
    for number, cell in told:
        page.hanging(f"     {number}", Text(written(cell.mentions)), 8)


class Page:
    """Lines of limited width. What is written to it is safe for a terminal."""

    def __init__(self, width: int, *, color: bool) -> None:
        self._file = io.StringIO()
        self._width = max(20, width)
        self._console = Console(
            file=self._file,
            width=self._width,
            force_terminal=color,
            color_system="standard" if color else None,
            no_color=not color,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def line(self, words: str = "", style: str = "") -> None:
        self.hanging("", Text(words, style=style), 0)

    def hanging(self, head: str, body: Text, indent: int) -> None:
        """`head` in the gutter, `body` beside it, wrapped."""
        lines = body.wrap(self._console, max(8, self._width - indent)) or [Text()]
        for n, line in enumerate(lines):
            line.rstrip()
            start = head.ljust(indent) if n == 0 else " " * indent
            written = Text.assemble(start, line) if line.plain else Text(start.rstrip())
            self._console.print(written, soft_wrap=True)

    def text(self) -> str:
        return self._file.getvalue()


def _header(page: Page, comparison: Comparison) -> None:
    for side, article in zip("AB", comparison.articles, strict=True):
        page.hanging(side, Text(described(article), style=_STYLES[side.lower()]), 3)
    page.line(" · ".join(comparison_summary(comparison)))
    for note in comparison.notes:
        page.line(f"note: {safe_line(note)}")


def _made_from(page: Page, origin: Origin) -> None:
    page.line()
    page.line("MADE FROM", style=_STYLES["title"])
    for label, words in origin:
        page.hanging(f" {label}", Text(words, style=_STYLES["muted"]), _ORIGIN_GUTTER)


def described(article: Article) -> str:
    words = article.opening.split()
    opening = " ".join(words[:_OPENING_WORDS]) + (" …)" if len(words) > _OPENING_WORDS else "")
    parts = [article.source, article.published, article.title or opening, count(article.words, "word"), article.path]
    return safe_line("  ".join(part for part in parts if part))


def _facts(page: Page, comparison: Comparison) -> None:
    """Gravest first; what one side alone tells by prominence."""
    facts = comparison.facts
    if not facts:
        return
    page.line()
    page.line(f"FACTS  {verdict_summary(f.verdict for f in facts)}", style=_STYLES["title"])
    for fact in facts:
        if fact.verdict not in ("only-a", "only-b"):
            _fact(page, fact)
    for verdict, side in _ALONE:
        alone = [(n, fact.mentions) for n, fact in enumerate(facts) if fact.verdict == verdict]
        for place, members in by_prominence(comparison.articles, alone):
            page.hanging(
                f" {SIGNS[verdict]}", Text(f"{side} only, {WORDS.get(place, place)}", style=_STYLES["title"]), 5
            )
            for n in members:
                _fact(page, facts[n])


def _fact(page: Page, fact: ComparedFact) -> None:
    head = f" {SIGNS[fact.verdict]}{' ©' if fact.same_copy else ''}{BY_HAND if fact.by_hand else ''}"
    a, b = (written(mentions) for mentions in fact.mentions)
    about = safe_line(fact.about)
    if not (a and b):
        page.hanging(head, Text(f"{fact.type}: {_told(fact, a or b)}"), 5)
        return
    style = _STYLES["conflict"] if fact.verdict == "conflict" else ""
    if a == b:
        page.hanging(head, Text(f"{fact.type}: {about}" + ("" if _says(about, a) else f": {a}"), style=style), 5)
    else:
        page.hanging(head, Text(f"{fact.type}: {about}", style=style), 5)
        page.hanging("     A", Text(a, style=_STYLES["a"]), 8)
        page.hanging("     B", Text(b, style=_STYLES["b"]), 8)
    page.hanging("", Text(safe_line(fact.rule), style=_STYLES["muted"]), 8)


def written(mentions: Iterable[Mention]) -> str:
    """The words of one side, each way of writing them once; an inferred value behind its words."""
    return " / ".join(dict.fromkeys(safe_line(m.text) + _inferred(m) for m in mentions))


def _inferred(mention: Mention) -> str:
    return f" ({safe_line(mention.value)}, inferred)" if mention.inferred else ""


def _told(fact: ComparedFact, words: str) -> str:
    """What one side alone tells: the words, and what they are about where that says more."""
    about = safe_line(fact.about)
    return words if fact.type in ("quote", "statement") or _says(about, words) else f"{words} — {about}"


def _says(about: str, words: str) -> bool:
    return about.casefold() in words.casefold() or about.endswith("…")


class _Body:
    """Both texts as one column in A's order."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._composer = Composer(comparison)
        self._texts = {"a": _shown(comparison.a.text), "b": _shown(comparison.b.text)}
        self._changed = _marks(word_marks(comparison))
        self._conflicts = _marks(conflict_marks(comparison))

    def rows(self) -> Iterator[tuple[Text, str]]:
        """Text and gutter of each row; an empty row where a paragraph begins."""
        for row in self._composer.stacked(plan(self._comparison)):
            if row.starts_paragraph:
                yield Text(), ""
            for cell in self._composer.unified(row):
                if cell is not None:
                    yield self._cell(row, cell), f"{cell.sign:<2}{cell.number:>4} {cell.arrow}"

    def _cell(self, row: Row, cell: Cell) -> Text:
        inline = any(piece.words == "[" for piece in cell.pieces)
        text = Text(style=_STYLES["muted"] if row.kind in ("furniture", "reference") else "")
        for piece in cell.pieces:
            if piece.side is None:
                text.append(piece.words)
                continue
            bracketed = not inline and row.kind == "reworded"
            self._append(text, piece.side, Span(piece.start, piece.end), bracketed=bracketed)
        return Text.assemble("(", text, ")") if row.kind == "furniture" else text

    def _append(self, text: Text, side: Side, span: Span, *, bracketed: bool) -> None:
        """Words of one side: changed ones in its colour, in brackets where no pair of brackets holds them yet."""
        words = self._texts[side]
        changed, conflicts = (
            getattr(marks, side).within(span.start, span.end) for marks in (self._changed, self._conflicts)
        )
        edges = sorted({span.start, span.end, *(edge for m in (*changed, *conflicts) for edge in (m.start, m.end))})
        stretches = [Span(s, e) for s, e in pairwise(edges)]
        for is_changed, run in groupby(stretches, lambda s: any(m.start <= s.start < m.end for m in changed)):
            run_text = Text(style=_STYLES[side] if is_changed else "")
            for s in run:
                if any(m.start <= s.start < m.end for m in conflicts):
                    run_text.append(f"╸{words[s.start : s.end]}╺", style=_STYLES["conflict"])
                else:
                    run_text.append(words[s.start : s.end])
            if is_changed and bracketed:
                closing = "] " if run_text.plain.endswith(" ") else "]"
                run_text.rstrip()
                run_text = Text.assemble("[", run_text, closing)
            text.append_text(run_text)


def _shown(text: str) -> str:
    return safe(text.replace("\n", " ").replace("\t", " "))


def _marks(spans: Pair[list[Span]]) -> Pair[Marks]:
    return Pair(Marks({"changed": spans.a}), Marks({"changed": spans.b}))
