"""Rows → cells: which words stand in which column, and which signs of ours beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from tui.article import Article, Span
from tui.comparing import Edit, Link
from tui.comparison import Comparison
from tui.frozen import dataclass
from tui.rows.fold import fold_words
from tui.rows.row import BY_HAND, SIDES, SIGNS, Cell, Kind, Piece, Row, Side, Texts, other

STUB_WORDS = 5
"""Words of a sentence that a reference quotes."""
MOST_ARROWS = 8
"""Arrows of a run of references, and numbers of further partners; more say nothing at a glance."""
INLINE_SHARE = 0.5
"""From this share of equal words on, a unified row runs both sides in one line; below it they are stacked,
since a line with more brackets than words is no longer read."""
_WHOLE: frozenset[Kind] = frozenset({"same", "reworded", "only-a", "only-b", "furniture"})
"""Rows whose cells hold whole sentences."""


def ours(words: str) -> Piece:
    return Piece(None, 0, len(words), words)


@dataclass(frozen=True)
class Composer:
    """Cells for the rows of one comparison."""

    comparison: Comparison

    def beside(self, row: Row) -> tuple[Cell | None, Cell | None]:
        """Two columns: A and B."""
        if row.kind == "fold":
            cell = Cell((ours(fold_words(row)),), SIGNS["fold"])
            return cell, cell
        return self._cell(row, "a"), self._cell(row, "b")

    def whole(self, texts: Texts) -> Callable[[Row], tuple[str, ...] | None]:
        """What tells the words of `beside` where each cell is a whole sentence or empty, as most are; `None` for other
        rows. To measure a text nothing else is asked of its rows, and this takes a quarter of the time.
        """
        of_a, of_b = (article.sentences for article in self.comparison.articles)
        text_a, text_b, further = texts["a"], texts["b"], self._further

        def words(row: Row) -> tuple[str, ...] | None:
            kind, a, b = row.kind, row.a, row.b
            if kind not in _WHOLE or len(a) > 1 or len(b) > 1 or (kind == "reworded" and not (a and b)):
                return None
            if further and self._also(row, "a") + self._also(row, "b"):
                return None
            s, t = (of_a[a[0]] if a else None), (of_b[b[0]] if b else None)
            return text_a[s.start : s.end] if s else "", text_b[t.start : t.end] if t else ""

        return words

    def own(self, row: Row) -> tuple[Cell | None]:
        """One column that holds one article."""
        if row.kind == "fold":
            return (Cell((ours(fold_words(row)),), SIGNS["fold"]),)
        side: Side = "a" if row.a else "b"
        return (self._cell(row, side),)

    def unified(self, row: Row) -> tuple[Cell | None]:
        """One column that holds both articles, where they share enough in one line: `[stepped down|resigned]`."""
        if row.kind == "fold":
            return (Cell((ours(fold_words(row)),), SIGNS["fold"]),)
        if row.kind == "furniture":
            side: Side = row.key[0]
            return (Cell(self._pieces(side, row.of(side)), side.upper()),)
        if row.a and row.b:
            link = self._links[row.link or 0]
            pieces = self._pieces("a", row.a) if row.kind == "same" else tuple(inline(self._texts, link.edits))
            pieces = (*pieces, *self._also(row, "a"), *self._also(row, "b"))
            return (Cell(pieces, SIGNS[row.kind], self.arrow(row, "a"), str(self.number("a", row.a[0]))),)
        side = row.key[0]
        cell = self._cell(row, side)
        if cell and row.link is not None and row.kind == "reworded":
            cell = cell._replace(sign="~" + ("<" if side == "a" else ">"))
            link = self._links[row.link]
            if not link.primary:
                partner = other(side)
                number = self.number(partner, (link.a if partner == "a" else link.b)[0])
                cell = cell._replace(pieces=(*cell.pieces, ours(f"  (see {partner.upper()} {number})")))
        return (cell,)

    def stacked(self, rows: Sequence[Row]) -> list[Row]:
        """The rows for a unified view: what is reworded too much for one line, and furniture of both, becomes two
        rows, A's over B's."""
        result = []
        for row in rows:
            if row.a and row.b and self._is_stacked(row):
                result.append(row._replace(b=()))
                result.append(row._replace(a=(), continues=True, starts_paragraph=False))
            else:
                result.append(row)
        return result

    def _is_stacked(self, row: Row) -> bool:
        return row.kind == "furniture" or (row.kind == "reworded" and not self.runs_inline(row))

    def runs_inline(self, row: Row) -> bool:
        link = self._links[row.link or 0]
        a, _ = self._texts
        equal = sum(len(a[e.a.start : e.a.end].split()) for e in link.edits if e.op == "equal")
        longest = max(
            sum(len(self.comparison.a.text_of(i).split()) for i in row.a),
            sum(len(self.comparison.b.text_of(j).split()) for j in row.b),
        )
        return equal >= INLINE_SHARE * longest

    def arrow(self, row: Row, side: Side) -> str:
        """Where the partner of this side's words stands in its own article, if that is elsewhere: `↓10`; `^` before it
        where the reader linked the two."""
        if row.link is None:
            return ""
        link = self._links[row.link]
        hand = BY_HAND if link.by_hand else ""
        if not row.moved:
            return hand
        partner = other(side)
        there = (link.a if partner == "a" else link.b)[0]
        return f"{hand}{'↓' if self._is_later(link, side) else '↑'}{self.number(partner, there)}"

    def arrow_width(self, rows: Iterable[Row]) -> int:
        """Cells of the widest arrow; 0 where there is none."""
        links = self._links
        linked = (row for row in rows if row.link is not None and row.kind != "reference")
        pointing = (row for row in linked if row.moved or links[row.link or 0].by_hand)
        arrows = (self.arrow(row, side) for row in pointing for side in SIDES)
        return max((len(arrow) for arrow in arrows), default=0)

    @property
    def number_width(self) -> int:
        """Cells of the highest number of a sentence."""
        return max(len(str(article.numbers[-1])) if article.numbers else 1 for article in self.comparison.articles)

    def number(self, side: Side, sentence: int) -> int:
        """The place of a sentence in the story, counted from 1; furniture does not count."""
        return (self.comparison.a if side == "a" else self.comparison.b).numbers[sentence]

    def _is_later(self, link: Link, side: Side) -> bool:
        """Whether the partner stands later in its article than where the common order would have it."""
        here, there = (link.a[0], link.b[0]) if side == "a" else (link.b[0], link.a[0])
        places, furthest = self._order[0 if side == "a" else 1]
        before = bisect_left(places, here)
        return there > (furthest[before - 1] if before else -1)

    def _cell(self, row: Row, side: Side) -> Cell | None:
        sentences, kind = row.of(side), row.kind
        if kind == "references":
            return self._references(row, side) if row.key[0] == side else None
        if kind == "reference":
            return self._reference(row, side) if sentences else None
        if sentences:
            number = "" if kind == "furniture" else str(self.number(side, sentences[0]))
            pieces = (*self._pieces(side, sentences), *self._also(row, side))
            return Cell(pieces, SIGNS[kind], self.arrow(row, side), number)
        if kind == "reworded" and row.link is not None and not self._links[row.link].primary:
            return self._elsewhere(row, side)
        return None

    def _reference(self, row: Row, side: Side) -> Cell:
        """At its own place, what stands beside its partner: a pointer and the first words."""
        return Cell(
            (ours(f"{self.arrow(row, side)} "), *self._stub(side, row.of(side)[0])), SIGNS["reference"], is_stub=True
        )

    def _references(self, row: Row, side: Side) -> Cell:
        """A run of them: `↓25 ↓28 ↓29  3 of A shown elsewhere`."""
        arrows = [self.arrow(reference, side) for reference in row.hidden]
        count = sum(len(reference.of(side)) for reference in row.hidden)
        pointed = " ".join(arrows[:MOST_ARROWS]) + (" …" if len(arrows) > MOST_ARROWS else "")
        return Cell(
            (ours(f"{pointed}  {count} of {side.upper()} shown elsewhere"),),
            SIGNS["references"],
            is_stub=True,
        )

    def _also(self, row: Row, side: Side) -> tuple[Piece, ...]:
        """What further links say of a sentence that has its partner beside it: `(also B 1)`; B 1 points back."""
        if not self._further or row.link is None or not self._links[row.link].primary:
            return ()
        found = sorted({there for sentence in row.of(side) for there in self._further.get((side, sentence), ())})
        partner = other(side)
        numbers = list(dict.fromkeys(str(self.number(partner, there)) for there in found))
        listed = ", ".join(numbers[:MOST_ARROWS]) + (" …" if len(numbers) > MOST_ARROWS else "")
        return (ours(f"  (also {partner.upper()} {listed})"),) if found else ()

    def _elsewhere(self, row: Row, side: Side) -> Cell:
        """Beside a sentence whose partner is shown with another: where that is."""
        link = self._links[row.link or 0]
        there = (link.a if side == "a" else link.b)[0]
        return Cell(
            (ours(f"see {self.number(side, there)}: "), *self._stub(side, there)), SIGNS["reference"], is_stub=True
        )

    def _stub(self, side: Side, sentence: int) -> tuple[Piece, ...]:
        article: Article = getattr(self.comparison, side)
        at = article.sentences[sentence]
        end = at.start
        for word in article.text_of(sentence).split(maxsplit=STUB_WORDS)[:STUB_WORDS]:
            end = article.text.index(word, end) + len(word)
        return (Piece(side, at.start, end), *((ours(" …"),) if end < at.end else ()))

    def _pieces(self, side: Side, sentences: Sequence[int]) -> tuple[Piece, ...]:
        """The sentences as few pieces as they can be: neighbours in one paragraph keep the space between them."""
        article: Article = self.comparison.a if side == "a" else self.comparison.b
        if len(sentences) == 1:
            s = article.sentences[sentences[0]]
            return (Piece(side, s.start, s.end),)
        pieces: list[Piece] = []
        last = -2
        for i in sentences:
            s = article.sentences[i]
            if i == last + 1 and s.paragraph == article.sentences[last].paragraph and s.role != "headline":
                pieces[-1] = Piece(side, pieces[-1].start, s.end)
            else:
                if pieces:
                    pieces.append(ours(" … " if i != last + 1 else self._joint(article, last, i)))
                pieces.append(Piece(side, s.start, s.end))
            last = i
        return tuple(pieces)

    @staticmethod
    def _joint(article: Article, one: int, following: int) -> str:
        """Between neighbours of two paragraphs: a headline runs neither into another one nor into the text."""
        is_text = article.sentences[one].role == article.sentences[following].role == "body"
        return " " if is_text else " | "

    @cached_property
    def _texts(self) -> tuple[str, str]:
        return self.comparison.a.text, self.comparison.b.text

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        return self.comparison.alignment.links

    @cached_property
    def _further(self) -> dict[tuple[Side, int], set[int]]:
        """Sentence → the sentences of the other article that tell of it besides its partner."""
        further: dict[tuple[Side, int], set[int]] = {}
        for link in self._links:
            if not link.primary:
                for i in link.a:
                    further.setdefault(("a", i), set()).update(link.b)
                for j in link.b:
                    further.setdefault(("b", j), set()).update(link.a)
        return further

    @cached_property
    def _order(self) -> tuple[tuple[list[int], list[int]], tuple[list[int], list[int]]]:
        """For each side where the links that keep the order begin, and how far their partners reach up to there."""
        kept = [(link.a[0], link.b[0]) for link in self._links if link.primary and not link.moved]
        of_a, of_b = sorted(kept), sorted((b, a) for a, b in kept)
        ends_a, ends_b = (list(accumulate((there for _, there in some), max)) for some in (of_a, of_b))
        return ([here for here, _ in of_a], ends_a), ([here for here, _ in of_b], ends_b)


def inline(texts: tuple[str, str], edits: Sequence[Edit]) -> list[Piece]:
    """One line for both sides: what is equal once, in A's words; what differs as `[A's words|B's words]`."""
    pieces: list[Piece] = []
    changed_a: list[Span] = []
    changed_b: list[Span] = []

    def close() -> None:
        if not (changed_a or changed_b):
            return
        left, space_a = _trimmed(texts[0], "a", changed_a)
        right, space_b = _trimmed(texts[1], "b", changed_b)
        if left or right:
            pieces.extend((ours("["), *left, ours("|"), *right, ours("]")))
        if space_a or space_b:
            pieces.append(ours(" "))
        changed_a.clear()
        changed_b.clear()

    for edit in edits:
        if edit.op == "equal":
            close()
            pieces.append(Piece("a", *edit.a))
        else:
            if edit.a.end > edit.a.start:
                changed_a.append(edit.a)
            if edit.b.end > edit.b.start:
                changed_b.append(edit.b)
    close()
    return pieces


def _trimmed(text: str, side: Side, spans: Sequence[Span]) -> tuple[list[Piece], bool]:
    """The spans without the space behind the last, and whether there was one."""
    pieces: list[Piece] = []
    for n, span in enumerate(spans):
        end = span.end
        if n == len(spans) - 1:
            end = span.start + len(text[span.start : span.end].rstrip())
        if end > span.start:
            pieces.append(Piece(side, span.start, end))
    return pieces, bool(spans) and text[spans[-1].end - 1].isspace()
