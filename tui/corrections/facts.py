"""Corrections of facts: found again by where their words stand, whatever article the passage is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.article import Article
from tui.corrections.correction import Correction, FactSet, NamesSet
from tui.corrections.standing import Standing, normalised, standing
from tui.facts import NAME_TYPES, Fact, FactType, Mention

_Name = tuple[FactType, str]


def with_values(
    articles: Sequence[Article], facts: Sequence[tuple[Fact, ...]], corrections: Sequence[Correction]
) -> list[tuple[Fact, ...]]:
    """Without what is wrong, and with the values, speakers and types that were set."""
    wanted = {(c.type, c.at): c for c in corrections if isinstance(c, FactSet)}
    if not wanted:
        return list(facts)
    words = {(type, at.words) for type, at in wanted}
    return [
        tuple(one for fact in some for one in _corrected(article, fact, wanted, words))
        for article, some in zip(articles, facts, strict=True)
    ]


def _corrected(
    article: Article,
    fact: Fact,
    wanted: dict[tuple[FactType, Standing], FactSet],
    words: set[tuple[FactType, str]],
) -> list[Fact]:
    """The fact, or what becomes of it: mentions that were set otherwise are a fact of their own."""
    set_otherwise: dict[FactSet | None, list[Mention]] = {}
    for mention in fact.mentions:
        asked = (fact.type, normalised(mention.text)) in words
        correction = wanted.get((fact.type, standing(article, mention))) if asked else None
        same = next((c for c in set_otherwise if c and correction and _same(c, correction)), correction)
        set_otherwise.setdefault(same, []).append(mention)
    if list(set_otherwise) == [None]:
        return [fact]
    made = []
    for correction, mentions in set_otherwise.items():
        if correction is None:
            made.append(replace(fact, mentions=tuple(mentions)))
        elif not correction.wrong:
            made.append(_set(fact, mentions, correction))
    return made


def _same(one: FactSet, other: FactSet) -> bool:
    """Whether two corrections say the same of their mentions."""
    return replace(one, at=other.at) == other


def _set(fact: Fact, mentions: Sequence[Mention], correction: FactSet) -> Fact:
    kind = correction.right_type or fact.type
    value = correction.value
    found = tuple(replace(m, value=m.value if value is None else value, by_hand=True) for m in mentions)
    about = value if value is not None and kind in NAME_TYPES else fact.about
    speaker = fact.speaker if correction.speaker is None else correction.speaker
    return replace(fact, type=kind, about=about, mentions=found, speaker=speaker)


def with_names(
    articles: Sequence[Article], facts: Sequence[tuple[Fact, ...]], corrections: Sequence[Correction]
) -> list[tuple[Fact, ...]]:
    """With names that are one as one: under the longest form of them, in speakers too."""
    joined = [(c.a, c.b) for c in corrections if isinstance(c, NamesSet) and c.joined]
    if not joined:
        return list(facts)
    wanted = {at for both in joined for at in both}
    standing_at: dict[Standing, set[_Name]] = {}
    for article, some in zip(articles, facts, strict=True):
        for fact in some:
            for at in _standings(article, fact, wanted):
                standing_at.setdefault(at, set()).add((fact.type, fact.about))
    groups: list[set[_Name]] = []
    for a, b in joined:
        if a in standing_at and b in standing_at:
            group = standing_at[a] | standing_at[b]
            groups = [g for g in groups if not (g & group and (group := group | g))] + [group]
    right = {name: _canonical(group) for group in groups for name in group}
    return [_joined(some, right) for some in facts]


def _standings(article: Article, fact: Fact, wanted: set[Standing]) -> list[Standing]:
    if fact.type not in NAME_TYPES:
        return []
    words = {at.words for at in wanted}
    found = (standing(article, m) for m in fact.mentions if normalised(m.text) in words)
    return [at for at in found if at in wanted]


def _canonical(group: set[_Name]) -> _Name:
    """The longest name; of equals the first in the alphabet, so that the order of the articles counts for nothing."""
    return min(group, key=lambda name: (-len(name[1]), name[1], name[0]))


def _joined(facts: Sequence[Fact], right: dict[_Name, _Name]) -> tuple[Fact, ...]:
    names = {name[1]: to[1] for name, to in right.items()}
    found: list[Fact] = []
    for fact in facts:
        to = right.get((fact.type, fact.about)) if fact.type in NAME_TYPES else None
        if fact.speaker:
            fact = replace(fact, speaker=tuple(dict.fromkeys(names.get(who, who) for who in fact.speaker)))
        if to is None:
            found.append(fact)
            continue
        mentions = tuple(replace(m, value=to[1], by_hand=True) for m in fact.mentions)
        known = next((n for n, one in enumerate(found) if (one.type, one.about) == to), None)
        if known is None:
            found.append(replace(fact, type=to[0], about=to[1], mentions=mentions))
        else:
            one = found[known]
            both = sorted((*one.mentions, *mentions), key=lambda m: (m.start, m.end))
            roles = sorted((*one.roles, *fact.roles), key=lambda m: (m.start, m.end))
            found[known] = replace(one, mentions=tuple(both), roles=tuple(roles))
    return tuple(found)
