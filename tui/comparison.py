"""compare(a, b): the one door to links, edits, facts and verdicts. Every front shows what stands here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from tui.article import Article, Pair
from tui.comparing import DEFAULT_IGNORE, Alignment, Ignorable, Mode, align
from tui.corrections import Correction, corrected_article, corrected_facts, linked_by_hand
from tui.facts import Fact, find_facts, limits_of
from tui.frozen import dataclass
from tui.verdicts import ComparedFact, weigh, weighing_limits
from tui.version import VERSION

if TYPE_CHECKING:
    from tui.comparing.lookalikes import Lookalike
    from tui.verdicts.table import Row


@dataclass(frozen=True)
class Comparison:
    """Two articles, how they lie beside each other, and what each claims."""

    a: Article
    b: Article
    alignment: Alignment
    ignore: frozenset[Ignorable]
    context: tuple[Article, ...] = ()
    """Further articles of the story, used only to settle dates and names."""
    facts: tuple[ComparedFact, ...] | None = None
    """Gravest verdict first; `None` while they have not been looked for (`with_facts` does)."""
    fact_limits: tuple[str, ...] = ()
    """What was simplified while the facts were looked for and weighed, each a plain sentence."""
    corrections: tuple[Correction, ...] = ()
    """What the reader set right: taken into account in all the above."""

    @property
    def mode(self) -> Mode:
        return self.alignment.mode

    @property
    def articles(self) -> Pair[Article]:
        return Pair(self.a, self.b)

    @property
    def limits(self) -> tuple[str, ...]:
        """What was simplified because the texts are too large to be worked through, each a plain sentence.

        Nothing is ever left out or cut short without a sentence here.
        """
        return tuple(dict.fromkeys((*self.alignment.limits, *self.fact_limits)))

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What the reader has to know of how the result came about, in plain words."""
        from tui.comparing.lookalikes import told_in_short

        foreign = [f"{side} is not in English: no names, no dates in words" for side in self.foreign]
        return (*self.limits, *foreign, *told_in_short(self.lookalikes, self.articles))

    @cached_property
    def lookalikes(self) -> tuple[Lookalike, ...]:
        """Words that look the same in A and in B, and are not, in A's order."""
        from tui.comparing.lookalikes import lookalikes

        return lookalikes(self.a, self.b)

    @cached_property
    def foreign(self) -> tuple[str, ...]:
        """The sides, `A` and `B`, whose article is surely not in English."""
        from tui.facts.language import is_foreign

        return tuple(side for side, article in zip("AB", self.articles, strict=True) if is_foreign(article.text))

    @property
    def conflicts(self) -> int:
        return sum(fact.verdict == "conflict" for fact in self.facts or ())

    @property
    def is_same(self) -> bool:
        """Whether both say the same, headline and body, after what is ignored. Order counts in revision mode only."""
        if self.alignment.edits is not None:
            return all(edit.op == "equal" for edit in self.alignment.edits)
        if self.alignment.only_a or self.alignment.only_b:
            return False
        return all(link.kind == "same" for link in self.alignment.links if link.primary)

    def to_json(self, *, texts: bool = True) -> dict[str, object]:
        """The document of the schema `sidebyline.comparison/1`, ready for `json.dumps`."""
        from tui.documents import article_document, edit_document, fact_document, link_document, lookalike_document

        pair, alignment = self.articles, self.alignment
        return {
            "schema": "sidebyline.comparison/1",
            "version": VERSION,
            "mode": alignment.mode,
            "ignore": sorted(self.ignore),
            "context": [article_document(article, texts=False) for article in self.context],
            "a": article_document(pair.a, texts=texts),
            "b": article_document(pair.b, texts=texts),
            "links": [link_document(link) for link in alignment.links],
            "only_a": list(alignment.only_a),
            "only_b": list(alignment.only_b),
            "edits": None if alignment.edits is None else [edit_document(edit) for edit in alignment.edits],
            "moves": None
            if alignment.moves is None
            else [
                {"a": list(m.a), "b": list(m.b), "edits": [edit_document(e) for e in m.edits]} for m in alignment.moves
            ],
            "edited_words": alignment.edited_words,
            "facts": [fact_document(fact) for fact in self.facts or ()],
            "hidden": alignment.hidden,
            "limits": list(self.limits),
            "lookalikes": [lookalike_document(pair, self.articles) for pair in self.lookalikes],
            "notes": list(self.notes),
        }


def compare(
    a: Article,
    b: Article,
    *,
    mode: Literal["auto", "tellings", "revision"] = "auto",
    ignore: frozenset[Ignorable] = DEFAULT_IGNORE,
    context: Sequence[Article] = (),
    corrections: Sequence[Correction] = (),
) -> Comparison:
    """Holds two articles against each other. `compare(b, a)` is the mirror of `compare(a, b)`."""
    return with_facts(link(a, b, mode=mode, ignore=ignore, context=context, corrections=corrections))


def link(
    a: Article,
    b: Article,
    *,
    mode: Literal["auto", "tellings", "revision"] = "auto",
    ignore: frozenset[Ignorable] = DEFAULT_IGNORE,
    context: Sequence[Article] = (),
    corrections: Sequence[Correction] = (),
) -> Comparison:
    """The texts side by side, without their facts: what a screen can show at once."""
    a, b, *further = (corrected_article(article, corrections) for article in (a, b, *context))
    alignment = align(a, b, mode=mode, ignore=ignore, by_hand=linked_by_hand(a, b, corrections))
    return Comparison(a, b, alignment, ignore, tuple(further), corrections=tuple(corrections))


def with_facts(comparison: Comparison) -> Comparison:
    """The same comparison with the facts of both sides weighed."""
    a, b = comparison.a, comparison.b
    facts_a, facts_b, *_ = _facts([a, b, *comparison.context], comparison.corrections)
    limits = (*limits_of(a, facts_a, "A"), *limits_of(b, facts_b, "B"), *weighing_limits(facts_a, facts_b))
    weighed = weigh(a, b, facts_a, facts_b, comparison.alignment)
    facts = tuple(replace(f, rule=f"{f.rule}; set right by hand") if f.by_hand else f for f in weighed)
    return replace(comparison, facts=facts, fact_limits=limits)


def _facts(articles: Sequence[Article], corrections: Sequence[Correction]) -> list[tuple[Fact, ...]]:
    """What each article claims, as the reader has it."""
    return corrected_facts(articles, find_facts(articles), corrections)


@dataclass(frozen=True)
class FactsTable:
    """Facts x articles: what each article of a story says of each thing."""

    articles: tuple[Article, ...]
    rows: tuple[Row, ...]
    """Gravest verdict first; each with one cell an article, in the order of `articles`."""
    limits: tuple[str, ...] = ()
    """What was simplified because the texts are too large to be worked through, each a plain sentence."""

    def to_json(self, *, texts: bool = True) -> dict[str, object]:
        """The document of the schema `sidebyline.facts/1`, ready for `json.dumps`."""
        from tui.documents import article_document, row_document

        return {
            "schema": "sidebyline.facts/1",
            "version": VERSION,
            "articles": [article_document(article, texts=texts) for article in self.articles],
            "rows": [row_document(row) for row in self.rows],
            "limits": list(self.limits),
        }


def facts_table(
    articles: Sequence[Article],
    *,
    context: Sequence[Article] = (),
    stories: Sequence[Sequence[int]] | None = None,
    corrections: Sequence[Correction] = (),
) -> FactsTable:
    """The facts of one article, or of several held against each other. Rows do not depend on the articles' order.

    `stories`: indices of the articles that tell one event each; nothing is held against another event. `None`: one.
    """
    from tui.verdicts.table import ROW_GRAVITY, table

    def aligned(a: Article, b: Article) -> Alignment:
        return align(a, b, by_hand=linked_by_hand(a, b, corrections))

    articles = [corrected_article(article, corrections) for article in articles]
    context = [corrected_article(article, corrections) for article in context]
    rows: list[Row] = []
    limits: list[str] = []
    for members in stories if stories is not None else [range(len(articles))]:
        told = [articles[n] for n in members]
        facts = _facts([*told, *context], corrections)
        limits += (
            said
            for n, some in zip(members, facts, strict=False)
            for said in limits_of(articles[n], some, f"Article {n + 1}")
        )
        rows += (_widened(row, members, len(articles)) for row in table(told, facts[: len(told)], aligned))
    rows.sort(key=lambda row: ROW_GRAVITY.index(row.verdict or "only"))
    return FactsTable(tuple(articles), tuple(rows), tuple(limits))


def _widened(row: Row, members: Sequence[int], width: int) -> Row:
    """A row of one story as a row of the whole table."""
    if len(members) == width:
        return row
    cells = dict(zip(members, row.cells, strict=True))
    pairs = {(members[i], members[j]): verdict for (i, j), verdict in row.pairs.items()}
    verdict = row.verdict or "only"
    return replace(row, cells=tuple(map(cells.get, range(width))), pairs=pairs, verdict=verdict)
