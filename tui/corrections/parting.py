"""Names that the engine took for one and the reader parted: inside an article, or between two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.article import Article
from tui.corrections.correction import Correction, NamesSet
from tui.corrections.standing import Standing, normalised, standing
from tui.facts import NAME_TYPES, Fact, Mention
from tui.facts.names.keys import key, one_slip, only_difference
from tui.facts.quotes import find_quotes

_Place = tuple[int, int]
"""An article and a fact of it."""
ANOTHER = " (another)"
"""Behind a name that is written, but for a letter at most, like the one that it was parted from."""


def with_names_apart(
    articles: Sequence[Article], facts: Sequence[tuple[Fact, ...]], corrections: Sequence[Correction]
) -> list[tuple[Fact, ...]]:
    """With two facts where the reader says that two names are not of the same one.

    Inside an article the shorter form of the two becomes a name of its own; of two articles the one that writes the
    name shorter calls it by its own form of it. The order of the articles counts for nothing.
    """
    found = [list(some) for some in facts]
    for correction in corrections:
        if isinstance(correction, NamesSet) and not correction.joined:
            _part(articles, found, *sorted((correction.a, correction.b), key=lambda at: (-len(at.words), at)))
    return [tuple(some) for some in found]


def _part(articles: Sequence[Article], facts: list[list[Fact]], stays: Standing, goes: Standing) -> None:
    """`goes` gets a name of its own; a fact that holds both is cut in two."""
    staying, going = (_places(articles, facts, at) for at in (stays, goes))
    for n, m in sorted(staying & going, reverse=True):
        whole = facts[n][m]
        facts[n][m : m + 1] = halves = _cut(articles[n], whole, stays, goes)
        facts[n] = _said_anew(articles[n], facts[n], whole.about, halves[1].about)
    for n, m in going - staying:
        fact = facts[n][m]
        alike = [facts[i][j] for i, j in staying if i != n and _is_one(facts[i][j], fact)]
        if alike:
            name = _apart(_longest(fact.mentions), alike[0].about)
            facts[n] = [_renamed(one, fact, name) for one in facts[n]]


def _places(articles: Sequence[Article], facts: Sequence[Sequence[Fact]], at: Standing) -> set[_Place]:
    return {
        (n, m)
        for n, some in enumerate(facts)
        for m, fact in enumerate(some)
        if fact.type in NAME_TYPES and any(_stands(articles[n], mention, at) for mention in fact.mentions)
    }


def _stands(article: Article, mention: Mention, at: Standing) -> bool:
    return normalised(mention.text) == at.words and standing(article, mention) == at


def _cut(article: Article, fact: Fact, stays: Standing, goes: Standing) -> list[Fact]:
    """All that is written like `goes` leaves; where both are written alike, it alone."""
    alike = stays.words == goes.words
    left = [m for m in fact.mentions if normalised(m.text) == goes.words and (not alike or _stands(article, m, goes))]
    kept = [m for m in fact.mentions if m not in left]
    name = _apart(_longest(left), fact.about)
    return [_named(fact, kept, fact.about), replace(_named(fact, left, name), roles=())]


def _said_anew(article: Article, facts: Sequence[Fact], before: str, name: str) -> list[Fact]:
    """The facts of an article in which `name` was cut from `before`, what was quoted of the one as said by whoever says
    it now: who speaks is found again, for "Ek said" and for "he said" alike. A speaker set by hand stays."""
    if not any(before in fact.speaker for fact in facts):
        return list(facts)
    speakers = {(f.type, m.span): f.speaker for f in find_quotes(article, facts) for m in f.mentions}
    found = []
    for fact in facts:
        mention = fact.mentions[0]
        said = () if mention.by_hand else speakers.get((fact.type, mention.span), ())
        goes = name in said and before not in said
        found.append(replace(fact, speaker=tuple(name if goes and w == before else w for w in fact.speaker)))
    return found


def _named(fact: Fact, mentions: Sequence[Mention], name: str) -> Fact:
    return replace(fact, about=name, mentions=tuple(replace(m, value=name, by_hand=True) for m in mentions))


def _renamed(one: Fact, fact: Fact, name: str) -> Fact:
    """A fact of the article in which `fact` goes by `name` from here on: itself, or what its bearer says."""
    if one is fact:
        return _named(one, one.mentions, name)
    return replace(one, speaker=tuple(name if who == fact.about else who for who in one.speaker))


def _is_one(one: Fact, other: Fact) -> bool:
    """Whether two facts of two articles would be held for one name."""
    return one.type == other.type and _alike(one.about, other.about)


def _alike(one: str, other: str) -> bool:
    a, b = key(one), key(other)
    differing = only_difference(a, b)
    return a == b or (differing is not None and one_slip(*differing))


def _apart(name: str, other: str) -> str:
    return name + ANOTHER if _alike(name, other) else name


def _longest(mentions: Sequence[Mention]) -> str:
    texts = (" ".join(m.text.split()) for m in mentions)
    return min(texts, key=lambda text: (-len(text), text))
