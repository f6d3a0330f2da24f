"""Where names stand: what is marked, given away, quoted or known from elsewhere, and what is no name after all."""

from __future__ import annotations

from collections import Counter

from tui.facts.names import lexicon
from tui.facts.names.acronyms import introduced
from tui.facts.names.keys import key
from tui.facts.names.kinds import decide, gather, is_word
from tui.facts.names.matching import Known, settled
from tui.facts.names.rules import given_away, of_a_court
from tui.facts.names.spans import in_a_link, repaired
from tui.facts.names.story import Kind, Recogniser, Spot, Story
from tui.facts.names.works import titles

_PEOPLES_OPEN = frozenset({"costa", "puerto", "sri", "new", "saudi", "el", "north", "south", "san"})
_EXCHANGES = frozenset({"nyse", "nasdaq", "nsdq", "lse"})
_TOO_SMALL = lexicon.HONORIFICS | lexicon.RANKS | frozenset("llc inc. ltd. l.p. co. corp. jr. sr.".split())


def names_in(story: Story, recognise: Recogniser) -> tuple[list[Spot], dict[str, Kind]]:
    """The places of all names in text order, and the kind of each key."""
    seen = [part for spot in recognise(story) for part in repaired(story, spot) if _counts(story, part)]
    seen = [_without_court(story, spot) for spot in _without_run_ons(story, seen)]
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
    kinds = {k: kinds.get(k, kind) if kind == "MISC" else kind for k, kind in decide(forms, story).items()}
    for short, name in introduced(story, spots).items():
        if short in kinds and kinds[name] != "PER":
            kinds[short] = kinds[name]
    return [s for s in spots if kinds[key(story.text(s))] != "MISC"], kinds


def _without_court(story: Story, spot: Spot) -> Spot:
    """ "U.S." of "U.S. District Judge"."""
    words = story.words[spot.article][spot.sentence]
    cut = spot.last - spot.first > 1 and of_a_court(words, [word.lower() for word in words[: spot.last + 1]], spot.last)
    return spot._replace(last=spot.last - 1) if cut else spot


def _counts(story: Story, spot: Spot) -> bool:
    """Not a line of capitals in advertising, not a day or a month, not initials of a thing or a ticker."""
    words = story.words_of(spot)
    before = [w.lower() for w in story.words[spot.article][spot.sentence][max(0, spot.first - 2) : spot.first]]
    if before[1:] == [":"] and before[0] in _EXCHANGES:
        return False
    if len(words) == 1 and (words[0].lower() in lexicon.CALENDAR or _is_no_name(words[0])):
        return False
    if story.shouting[spot.article][spot.sentence]:
        role = story.articles[spot.article].sentences[spot.sentence].role
        return role != "promo" and not all(w.isupper() for w in story.words[spot.article][spot.sentence] if w.isalpha())
    return True


def _is_no_name(word: str) -> bool:
    """Initials of a thing ("GPS"), and of several ("MPs", "TVs")."""
    several = len(word) < 6 and word[:-1].isupper() and word.endswith("s") and len(word) > 2
    return several or (word.isupper() and word.lower() in lexicon.INITIALS)


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
    """ "Calming Rosie" at the start of a sentence, where Rosie is a name by itself."""
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
            w[0].isupper() and story.model.gazetteers.is_common(w.lower()) for w in story.words_of(spot)
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
    return words[-1] in lexicon.PEOPLES and not named
