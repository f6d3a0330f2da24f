"""From the places of names to facts: one fact for each canonical name and article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tui.article import Article
from tui.facts.fact import Fact, FactType, Mention
from tui.facts.language import is_foreign
from tui.facts.names.keys import key
from tui.facts.names.model import load
from tui.facts.names.places import names_in
from tui.facts.names.roles import roles
from tui.facts.names.story import Kind, Recogniser, Spot, Story
from tui.facts.names.tokens import straight
from tui.facts.names.values import canonical_names

_TYPES: dict[Kind, FactType] = {"PER": "person", "ORG": "organisation", "LOC": "place", "WORK": "work"}


def named(articles: Sequence[Article], recognise: Recogniser = Story.recognised) -> list[tuple[Fact, ...]]:
    """See `tui.facts.names.find_names`."""
    english = [i for i, article in enumerate(articles) if not is_foreign(article.text)]
    facts: list[tuple[Fact, ...]] = [() for _ in articles]
    if english:
        story = Story([articles[i] for i in english], load())
        for i, found in zip(english, _facts(story, recognise), strict=True):
            facts[i] = found
    return facts


def _facts(story: Story, recognise: Recogniser) -> list[tuple[Fact, ...]]:
    spots, kinds = names_in(story, recognise)
    values = canonical_names(story, spots, kinds)
    told = _roles(story, spots, values, kinds)
    by_article: list[dict[tuple[FactType, str], list[Mention]]] = [defaultdict(list) for _ in story.articles]
    for spot, value in zip(spots, values, strict=True):
        kind = _TYPES[kinds[key(story.text(spot))]]
        by_article[spot.article][kind, value].append(_mention(story, spot.article, *story.span(spot), value))
    return [
        tuple(
            Fact(
                kind,
                value,
                tuple(mentions),
                frozenset(value.casefold().split()),
                roles=tuple(sorted(told[i, value], key=lambda m: m.start)) if kind == "person" else (),
            )
            for (kind, value), mentions in found.items()
        )
        for i, found in enumerate(by_article)
    ]


def _mention(story: Story, article: int, start: int, end: int, value: str) -> Mention:
    return Mention(start, end, story.articles[article].text[start:end], value)


def _roles(
    story: Story, spots: Sequence[Spot], values: Sequence[str], kinds: dict[str, Kind]
) -> dict[tuple[int, str], set[Mention]]:
    """The descriptions of each person, by article and canonical name."""
    people: dict[tuple[int, int], list[tuple[Spot, str]]] = defaultdict(list)
    for spot, value in zip(spots, values, strict=True):
        if kinds[key(story.text(spot))] == "PER":
            people[spot.article, spot.sentence].append((spot, value))
    found: dict[tuple[int, str], set[Mention]] = defaultdict(set)
    for (article, sentence), here in people.items():
        tokens = story.tokens[article][sentence]
        for n, start, end in roles(tokens, [(spot.first, spot.last) for spot, _ in here]):
            text = straight(story.articles[article].text[start:end])
            found[article, here[n][1]].add(_mention(story, article, start, end, " ".join(text.casefold().split())))
    return found
