"""Both texts side by side and level, row by row as the screen plans them; a phone sets B under A."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from tui.article import Article, Pair
from tui.comparison import Comparison
from tui.facts.language import language
from tui.reports.html.element import Child, el, hidden_words, sign
from tui.reports.html.marked import MarkedText
from tui.reports.naming import day
from tui.rows import Cell, Composer, Kind, Row, Side, fold, fold_words, plan

_CHUNK = 60
"""Rows that a browser lays out together; what is far from the window it leaves for later."""
_SAID: dict[Kind, str] = {
    "same": "same",
    "reworded": "reworded",
    "only-a": "only in A",
    "only-b": "only in B",
    "furniture": "not the story",
    "reference": "shown elsewhere",
}


class Texts:
    """The rows of one comparison as elements."""

    def __init__(self, comparison: Comparison, marked: Pair[MarkedText]) -> None:
        self._comparison = comparison
        self._marked = marked
        self._composer = Composer(comparison)
        self._rows = plan(comparison)
        self._number = {id(row): n for n, row in enumerate(self._rows)}
        self._home: dict[tuple[Side, int], int] = {}
        """Sentence → the row that shows it in full."""
        self._pointing: dict[int, int] = {}
        """Link → the row that refers to it from the sentence's own place."""
        for n, row in enumerate(self._rows):
            if row.kind == "reference":
                self._pointing.setdefault(row.link or 0, n)
                continue
            self._home |= {("a", i): n for i in row.a} | {("b", j): n for j in row.b}

    def section(self, names: Sequence[str]) -> Element:
        """The texts under the names of their articles."""
        heads = [_head(*head) for head in zip("AB", names, self._comparison.articles, strict=True)]
        rows = list(self._folded())
        kind = "chunk" if len(rows) > _CHUNK else None
        chunks = [el("div", rows[n : n + _CHUNK], class_=kind) for n in range(0, len(rows), _CHUNK)]
        return el(
            "section",
            el("h2", "Texts", class_="vh", id="texts-title"),
            el("div", heads, class_="heads"),
            chunks,
            id="texts",
            aria_labelledby="texts-title",
            tabindex="-1",
        )

    def _folded(self) -> Iterator[Element]:
        """The rows; a run that says the same stands behind one line when the reader folds it."""
        for row in fold(self._rows):
            if row.kind != "fold":
                yield self._row(row)
                continue
            line = el("button", fold_words(row), type="button", class_="fold", hidden="")
            yield el("div", line, [self._row(hidden) for hidden in row.hidden], class_="run")

    def _row(self, row: Row) -> Element:
        classes = ["row", row.kind, *["diff"] * row.is_difference, *["par"] * row.starts_paragraph]
        cells = self._composer.beside(row)
        sides: tuple[Side, Side] = ("a", "b")
        shown = [self._cell(row, side, cell) for side, cell in zip(sides, cells, strict=True)]
        reachable = "-1" if row.is_difference else None
        return el("div", shown, id=f"r{self._number[id(row)]}", class_=" ".join(classes), tabindex=reachable)

    def _cell(self, row: Row, side: Side, cell: Cell | None) -> Element:
        if cell is None:
            return el("div", class_=f"cell {side}")
        marked = self._marked.a if side == "a" else self._marked.b
        words: list[Child] = []
        for piece in cell.pieces:
            if piece.side is None:
                words.append(piece.words)
            else:
                words += marked.words(piece.start, piece.end, is_stub=cell.is_stub)
        if cell.is_stub:
            words = [el("a", words, href=f"#r{self._target(row, side)}", class_="stub")]
        gutter = sign(cell.sign, f"{side.upper()}, {_SAID.get(row.kind, '')}: ")
        article = self._comparison.a if side == "a" else self._comparison.b
        text = el("p", words, self._arrow(row, side, cell), dir="auto", lang=_foreign(article))
        return el("div", gutter, text, class_=f"cell {side}")

    def _arrow(self, row: Row, side: Side, cell: Cell) -> Element | None:
        """Where the partner stands in its own article, as the screen's arrow; a way there if it is another row."""
        if not cell.arrow:
            return None
        said = hidden_words(f"partner stands elsewhere, as number {cell.arrow[1:]}")
        shown = (el("span", cell.arrow, aria_hidden="true"), said)
        there = self._pointing.get(row.link or 0)
        if side == "a" and there is not None:
            return el("a", shown, href=f"#r{there}", class_="arrow")
        return el("span", shown, class_="arrow")

    def _target(self, row: Row, side: Side) -> int:
        """The row that a stub is a stub of."""
        link = self._comparison.alignment.links[row.link or 0]
        return self._home[(side, (link.a if side == "a" else link.b)[0])]


def _head(side: str, name: str, article: Article) -> Element:
    parts = [day(article.published) or "no date", f"{article.words:,} words"]
    title = el("span", article.title, class_="title", dir="auto") if article.title else None
    return el(
        "h3",
        el("b", side, class_=side.lower()),
        el("span", name, class_="outlet"),
        el("span", " · ".join(parts), class_="when"),
        title,
    )


def _foreign(article: Article) -> str | None:
    """The language to read it in, where it is another than the page's."""
    found = language(article.text)
    return found if found != "en" else None


def paragraphs(article: Article) -> Sequence[tuple[int, int, bool]]:
    """Start, end and whether it is furniture, of each paragraph that stands alone."""
    spans: list[tuple[int, int, bool]] = []
    last = (-1, False)
    for sentence in article.sentences:
        here = (sentence.paragraph, sentence.is_furniture)
        if here == last:
            spans[-1] = (spans[-1][0], sentence.end, here[1])
        else:
            spans.append((sentence.start, sentence.end, here[1]))
        last = here
    return spans
