"""Facts × articles: one row for each thing that any article of a story tells, with what each says of it.

Every pair of articles is weighed as if it were compared alone; what hangs together over the pairs is a row.
So the rows do not depend on the order in which the articles are given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Literal

from tui.article import Article
from tui.comparing import Alignment, align
from tui.facts import Fact, FactType, Mention
from tui.facts.phrases import DATELINE
from tui.frozen import dataclass
from tui.verdicts import weigh
from tui.verdicts.amounts import relate as relate_quantities
from tui.verdicts.dates import relate as relate_dates
from tui.verdicts.verdict import GRAVITY, ComparedFact, Verdict

RowVerdict = Literal["conflict", "altered", "cut", "compatible", "agree", "only"]
ROW_GRAVITY: tuple[RowVerdict, ...] = ("conflict", "altered", "cut", "compatible", "agree", "only")
"""Gravest first."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says of a row's thing."""

    mentions: tuple[Mention, ...]
    """In text order, at least one."""
    speaker: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """The different values, in text order."""
        return tuple(dict.fromkeys(mention.value for mention in self.mentions))


@dataclass(frozen=True, slots=True)
class Row:
    """One thing, over all articles."""

    type: FactType
    about: str
    verdict: RowVerdict | None
    """The gravest of the pairs; `only` where one article alone tells it, `None` with one article."""
    pairs: dict[tuple[int, int], Verdict]
    """For two articles that both tell it, the lower index first."""
    cells: tuple[Cell | None, ...]
    """One for each article, in the order given; `None` where it says nothing of it."""
    same_copy: bool = False
    """Whether two of them tell it in a passage that both took from one text: no second witness."""


_RELATE: dict[FactType, Callable[[str, str], str | None]] = {
    "date": relate_dates,
    "quantity": relate_quantities,
    "age": relate_quantities,
}
_DAY = len("2023-09-15")
_Node = tuple[FactType, int, int, int]
"""Type, article, start, end: a mention."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A compared fact of two articles, the lower index first."""

    i: int
    j: int
    fact: ComparedFact

    def nodes(self) -> dict[_Node, Mention]:
        return {
            (self.fact.type, article, m.start, m.end): m
            for article, mentions in zip((self.i, self.j), self.fact.mentions, strict=True)
            for m in mentions
        }


def table(
    articles: Sequence[Article],
    facts: Sequence[Sequence[Fact]],
    aligned: Callable[[Article, Article], Alignment] = align,
) -> tuple[Row, ...]:
    """The rows, gravest verdict first. `facts`: those of each article, found over all of them together."""
    if len(articles) == 1:
        return tuple(_alone(fact) for fact in sorted(facts[0], key=lambda f: (f.mentions[0].start, f.type)))
    told = [
        _Told(i, j, fact)
        for i, j in combinations(range(len(articles)), 2)
        for fact in weigh(articles[i], articles[j], facts[i], facts[j], aligned(articles[i], articles[j]))
    ]
    rows = _with_one_dateline([_row(thing, facts) for thing in _things(told)])
    ids = [article.id for article in articles]
    return tuple(
        sorted(rows, key=lambda row: (_order(row), sorted(i for i, cell in zip(ids, row.cells, strict=True) if cell)))
    )


def _with_one_dateline(rows: list[Row]) -> list[Row]:
    """When each article came out is told in furniture, and of itself: articles of one day share a row, and no other
    is held against it."""
    days: dict[str, list[Row]] = {}
    for row in rows:
        if row.about == DATELINE and row.verdict == "only":
            cell = next(cell for cell in row.cells if cell)
            days.setdefault(cell.values[0][:_DAY], []).append(row)
    shared = {id(row): same for same in days.values() if len(same) > 1 for row in same}
    joined = [_of_one_day(same) for same in days.values() if len(same) > 1]
    return [*(row for row in rows if id(row) not in shared), *joined]


def _of_one_day(rows: Sequence[Row]) -> Row:
    cells: list[Cell | None] = [None] * len(rows[0].cells)
    for n, cell in ((n, cell) for row in rows for n, cell in enumerate(row.cells) if cell):
        mentions = {*cell.mentions, *(known.mentions if (known := cells[n]) else ())}
        cells[n] = Cell(tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.value))))
    telling = [n for n, cell in enumerate(cells) if cell]
    pairs: dict[tuple[int, int], Verdict] = dict.fromkeys(combinations(telling, 2), "agree")
    return Row("date", DATELINE, "agree" if pairs else "only", pairs, tuple(cells))


def _alone(fact: Fact) -> Row:
    return Row(fact.type, fact.about, None, {}, (Cell(fact.mentions, fact.speaker),))


@dataclass(slots=True)
class _Thing:
    """What will be a row: mentions of all articles that are said of one thing."""

    nodes: dict[_Node, Mention]
    told: list[_Told]

    def joined(self, other: _Thing) -> _Thing:
        return _Thing({**self.nodes, **other.nodes}, [*self.told, *other.told])

    def is_one(self) -> bool:
        """Whether no article says two things of it that cannot both be true."""
        said: dict[tuple[FactType, int], list[str]] = {}
        for (kind, article, _, _), mention in self.nodes.items():
            said.setdefault((kind, article), []).append(mention.value)
        return not any(
            _RELATE[kind](one, two) == "conflict"
            for (kind, _), values in said.items()
            if kind in _RELATE
            for one, two in combinations(sorted(set(values)), 2)
        )


def _things(told: Sequence[_Told]) -> list[_Thing]:
    """Compared facts that share a mention are of one thing, the surest first; a compared fact that would bring two
    things together of which one article tells otherwise is left out: its mentions stay with their own kind."""
    home: dict[_Node, _Thing] = {}
    for one in sorted(told, key=_sureness):
        new = _Thing(one.nodes(), [one])
        near = {id(home[node]): home[node] for node in new.nodes if node in home}
        whole = new
        for thing in near.values():
            whole = whole.joined(thing)
        if near and not whole.is_one():
            for node, mention in new.nodes.items():
                home.setdefault(node, _Thing({node: mention}, []))
            continue
        for node in whole.nodes:
            home[node] = whole
    return list({id(thing): thing for thing in home.values()}.values())


def _sureness(one: _Told) -> tuple[int, str, list[str]]:
    """Conflicts and agreements join before what is only compatible; ties do not hang on the articles' order."""
    rank = {"agree": 1, "cut": 1, "altered": 1, "compatible": 2}.get(one.fact.verdict, 0)
    return rank, one.fact.about, sorted(m.value for said in one.fact.mentions for m in said)


def _row(thing: _Thing, facts: Sequence[Sequence[Fact]]) -> Row:
    pairs: dict[tuple[int, int], Verdict] = {}
    for one in thing.told:
        if one.fact.mentions.a and one.fact.mentions.b:
            said = pairs.get((one.i, one.j), one.fact.verdict)
            pairs[one.i, one.j] = min(said, one.fact.verdict, key=GRAVITY.index)
    verdict = min(pairs.values(), key=GRAVITY.index, default=None)
    kind = next(iter(thing.nodes))[0]
    abouts = Counter(one.fact.about for one in thing.told if all(one.fact.mentions))
    abouts = abouts or Counter(one.fact.about for one in thing.told) or Counter([_about(thing, facts)])
    about = min(abouts, key=lambda phrase: (-abouts[phrase], len(phrase.split()), phrase))
    cells = tuple(_cell(thing, article) for article in range(len(facts)))
    same_copy = any(one.fact.same_copy for one in thing.told)
    return Row(kind, about, _row_verdict(verdict), dict(sorted(pairs.items())), cells, same_copy)


def _about(thing: _Thing, facts: Sequence[Sequence[Fact]]) -> str:
    (kind, article, start, _), mention = next(iter(thing.nodes.items()))
    return next(
        (f.about for f in facts[article] if f.type == kind and any(m.start == start for m in f.mentions)), mention.text
    )


def _row_verdict(verdict: Verdict | None) -> RowVerdict:
    if verdict is None or verdict == "only-a" or verdict == "only-b":
        return "only"
    return verdict


def _cell(thing: _Thing, article: int) -> Cell | None:
    mentions = {mention for node, mention in thing.nodes.items() if node[1] == article}
    if not mentions:
        return None
    speaker = {
        name
        for one in thing.told
        for index, names in zip((one.i, one.j), one.fact.speaker, strict=True)
        if index == article
        for name in names
    }
    return Cell(tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.value))), tuple(sorted(speaker)))


def _order(row: Row) -> tuple[int, int, str, str]:
    """Gravest first, then what most articles tell; nothing of it hangs on the order of the articles."""
    told = sum(cell is not None for cell in row.cells)
    verdict = row.verdict or "only"
    values = min((value for cell in row.cells if cell for value in cell.values), default="")
    return ROW_GRAVITY.index(verdict), -told, f"{row.type} {row.about}", values


__all__ = ["ROW_GRAVITY", "Cell", "Row", "RowVerdict", "table"]
