"""From the places of names to facts: one fact for each canonical name and article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tui.article import Article
from tui.facts.fact import Fact, FactType, Mention
from tui.facts.language import is_foreign
from tui.facts.names import lexicon
from tui.facts.names.keys import Slips, key, misspelt, stands_for, written_out
from tui.facts.names.kinds import decide, gather, is_word
from tui.facts.names.matching import Known, settled
from tui.facts.names.model import load
from tui.facts.names.persons import People, Place, nearest
from tui.facts.names.roles import roles
from tui.facts.names.rules import given_away
from tui.facts.names.spans import in_a_link, repaired
from tui.facts.names.story import Kind, Recogniser, Spot, Story
from tui.facts.names.tokens import straight
from tui.facts.names.works import titles

_TYPES: dict[Kind, FactType] = {"PER": "person", "ORG": "organisation", "LOC": "place", "WORK": "work"}


_PEOPLES_OPEN = frozenset({"costa", "puerto", "sri", "new", "saudi", "el"})
_TOO_SMALL = lexicon.HONORIFICS | lexicon.RANKS | frozenset("llc inc. ltd. l.p. co. corp. jr. sr.".split())


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
    spots, kinds = _spots(story, recognise)
    values = _values(story, spots, kinds)
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


def _spots(story: Story, recognise: Recogniser) -> tuple[list[Spot], dict[str, Kind]]:
    """The places of all names in text order, and the kind of each key."""
    seen = [part for spot in recognise(story) for part in repaired(story, spot) if _counts(story, part)]
    seen = _without_run_ons(story, seen)
    spots = settled([*seen, *given_away(story), *titles(story)])
    spots = _without_openers(story, spots)
    forms = gather(story, spots)
    kinds = decide(forms, story)
    known = [
        s for s in spots if (k := key(story.text(s))) and kinds[k] != "MISC" and not is_word(forms[k], kinds[k], story)
    ]
    spots = settled([*known, *(s for s in Known(story, known, kinds).places() if not in_a_link(story, s))])
    spots = [s for s in spots if not _is_demonym(story, s)]
    forms = gather(story, spots)
    kinds = {**decide(forms, story), **{k: kind for k, kind in kinds.items() if k in forms and kind != "MISC"}}
    return [s for s in spots if kinds[key(story.text(s))] != "MISC"], kinds


def _counts(story: Story, spot: Spot) -> bool:
    """Not a line of capitals in advertising, and not a day or a month."""
    words = story.words_of(spot)
    if len(words) == 1 and words[0].lower() in lexicon.CALENDAR:
        return False
    if story.shouting[spot.article][spot.sentence]:
        role = story.articles[spot.article].sentences[spot.sentence].role
        return role != "promo" and not all(w.isupper() for w in story.words[spot.article][spot.sentence] if w.isalpha())
    return True


def _without_run_ons(story: Story, spots: list[Spot]) -> list[Spot]:
    """Without names seen once that only wrap a person's full name seen elsewhere (title-case lines run on)."""
    counts = Counter(tuple(story.words_of(s)) for s in spots)
    people = {tuple(story.words_of(s)) for s in spots if s.kind == "PER" and s.last - s.first > 1}
    kept = []
    for spot in spots:
        words = tuple(story.words_of(spot))
        inner = [
            spot._replace(first=spot.first + i, last=spot.first + j, kind="PER")
            for i in range(len(words)) for j in range(i + 2, min(len(words), i + 4) + 1)
            if (i, j) != (0, len(words)) and words[i:j] in people and counts[words[i:j]] > 1
        ]  # fmt: skip
        long = len(words) > 3 or story.shouting[spot.article][spot.sentence]
        if inner and counts[words] == 1 and long:
            kept += inner
        elif _opens_with_a_verb(story, spot) and counts[words[1:]] > 1:
            kept.append(spot._replace(first=spot.first + 1))
        else:
            kept.append(spot)
    return kept


def _opens_with_a_verb(story: Story, spot: Spot) -> bool:
    """ "Tranquilizing Harambe" at the start of a sentence, where Harambe is a name by itself."""
    words = story.words[spot.article][spot.sentence]
    opens = spot.first == 0 or not words[spot.first - 1][0].isalnum()
    word = words[spot.first].lower()
    verb = story.model.gazetteers.is_common(word) or word.endswith("ing")
    named = story.model.gazetteers.is_person(word)
    return spot.kind == "PER" and spot.last - spot.first == 2 and opens and verb and not named


def _without_openers(story: Story, spots: list[Spot]) -> list[Spot]:
    """Without single common words that are capitals only because a sentence or a line opens with them."""
    sure = {key(story.text(s)) for s in spots if s.kind == "WORK" or not _is_opener(story, s)}
    return [s for s in spots if s.kind == "WORK" or key(story.text(s)) in sure]


def _is_opener(story: Story, spot: Spot) -> bool:
    """A single word that stands first, or whose capital says nothing, and that is common in lower case."""
    words = story.words[spot.article][spot.sentence]
    word = words[spot.first].lower()
    shouting = story.shouting[spot.article][spot.sentence]
    if shouting and spot.last - spot.first > 1:
        return word not in lexicon.PUBLISHERS and any(
            story.model.gazetteers.is_common(w.lower()) for w in story.words_of(spot)
        )
    if spot.last - spot.first > 1 or word in lexicon.SERVICES | lexicon.PUBLISHERS:
        return False
    unnamed = spot.kind == "MISC" or not story.model.gazetteers.is_name(word)
    common = word in story.surroundings.lower or (unnamed and story.model.gazetteers.is_common(word))
    opens = spot.first == 0 or not words[spot.first - 1][0].isalnum() or shouting
    told = word in story.surroundings.lower and not story.model.gazetteers.is_name(word)
    return (opens and common) or (told and story.surroundings.is_mostly_lower(word)) or word in _TOO_SMALL


def _is_demonym(story: Story, spot: Spot) -> bool:
    """ "Costa Rican", but not "Ian English"."""
    words = [w.lower() for w in story.words_of(spot)]
    named = spot.kind == "PER" and story.model.gazetteers.is_person(words[0]) and words[0] not in _PEOPLES_OPEN
    return words[-1] in lexicon.DEMONYMS and not named


def _values(story: Story, spots: Sequence[Spot], kinds: dict[str, Kind]) -> list[str]:
    """The canonical name of each place."""
    texts = [story.text(spot) for spot in spots]
    people = Counter(text for text in texts if kinds[key(text)] == "PER")
    others = Counter(text for text in texts if kinds[key(text)] != "PER")
    crowd = People(people, story.model.gazetteers)
    things = _canonical_things(others, kinds, story)
    sure: dict[tuple[int, str], list[int]] = defaultdict(list)
    meant = [crowd.candidates(text) if text in people else [things[text]] for text in texts]
    starts = [story.span(spot).start for spot in spots]
    for spot, start, names in zip(spots, starts, meant, strict=True):
        if len(names) == 1:
            sure[spot.article, names[0]].append(start)
    return [
        names[0]
        if len(names) == 1
        else nearest(Place(spot.article, start), names, {n: sure.get((spot.article, n), []) for n in names})
        for spot, start, names in zip(spots, starts, meant, strict=True)
    ]


def _canonical_things(texts: Counter[str], kinds: dict[str, Kind], story: Story) -> dict[str, str]:
    """For each form of an organisation, place or work its canonical one: the commonest of its key or misspelling."""
    groups: dict[str, list[str]] = defaultdict(list)
    for text in sorted(texts):
        groups[key(text)].append(text)
    order = sorted(groups, key=lambda k: (-sum(texts[t] for t in groups[k]), k))
    target: dict[str, str] = {}
    slips = Slips(order)
    for k in order:
        same = [
            o
            for o in slips.near(k)
            if target.get(o) == o and kinds[o] == kinds[k] and misspelt(o, k, story.model.gazetteers)
        ]
        target[k] = same[0] if same else _long_form(k, order, kinds) or k
    names = {k: _written(groups[k], texts, kinds[k]) for k in order}
    return {text: names[target[key(text)]] for text in texts}


def _long_form(short: str, names: Sequence[str], kinds: dict[str, Kind]) -> str | None:
    """ "Chicago Bulls" for "Bulls", "European Central Bank" for "ECB": where one organisation only is called so."""
    if " " in short or kinds[short] != "ORG" or short in lexicon.PUBLISHERS:
        return None
    long = [name for name in names if kinds[name] == "ORG" and (name.endswith(" " + short) or stands_for(short, name))]
    return long[0] if len(long) == 1 else None


def _written(forms: list[str], texts: Counter[str], kind: Kind) -> str:
    full = next((w for form in forms if (w := written_out(form))), None)
    best = max(forms, key=lambda f: (not f.isupper(), not f.islower(), kind == "WORK" and len(f), texts[f], f))
    best = best[4:] if kind != "WORK" and best.casefold().startswith("the ") and len(best) > 6 else best
    return full or (best.title() if best.islower() else best)
