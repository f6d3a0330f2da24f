"""Names that their own words give away, for where the recogniser misses them.

A run of capitals that ends in "Court" or "County", an outlet ("Fox News"), and what follows a title
("Judge Ana Ruiz"). Only additions: a longer name found otherwise stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.facts.names import lexicon
from tui.facts.names.cues import ORGANISATION_NOUNS, reads_as_person
from tui.facts.names.spans import NEVER_FIRST
from tui.facts.names.story import Kind, Spot, Story
from tui.facts.names.written_forms import nicknamed, of_syllables

_OWNERS = frozenset(
    "men women children people veterans sheriff king queen prince workers teachers st lady boys girls".split()
)
"""What owns inside a name: "Men's Central Jail", "Children's Hospital"."""
_COMPANY_OPENERS = frozenset(name.split(" ", 1)[0] for name in lexicon.LONG_COMPANIES)
_OUTLET_TAILS = frozenset("news times post journal digital sports magazine".split())
_TITLES = lexicon.HONORIFICS | lexicon.RANKS
_NO_NAME = NEVER_FIRST | lexicon.CALENDAR | lexicon.ROLE_NOUNS | lexicon.HONORIFICS
_HEADS = lexicon.ORGANISATION_HEADS | lexicon.PLACE_HEADS
_DETERMINERS = frozenset({"the", "a", "his", "her", "their"})
_OF_COURTS = frozenset("judge court attorney magistrate".split())
_MOST = 9
"""Words in a run."""


def given_away(story: Story) -> Iterator[Spot]:
    """Every such name of the story."""
    for i, j, words in story.sentences():
        lows = [w.lower() for w in words]
        for first, last in (*_outlets(words, lows), *_companies(words, lows)):
            yield Spot(i, j, first, last, "ORG")
        yield from (Spot(i, j, *found, "ORG") for found in _credits(words))
        yield from (Spot(i, j, *found, "PER") for found in of_syllables(story.tokens[i][j], _NO_NAME))
        if not story.shouting[i][j]:
            yield from (Spot(i, j, *found, "PER") for found in nicknamed(words, _NO_NAME, story.model.gazetteers))
            for first, last, kind in _headed(words, lows):
                if not reads_as_person(lows[first:last], story.model.gazetteers):
                    yield Spot(i, j, first, last, kind)
            yield from (Spot(i, j, *found, "PER") for found in _titled(words, lows))
            for first, last in _called(words, lows):
                if not story.model.gazetteers.knows_place(" ".join(lows[first:last])):
                    yield Spot(i, j, first, last, "ORG")  # "the Lantern bank", not "the New York bank"


def _outlets(words: list[str], lows: list[str]) -> Iterator[tuple[int, int]]:
    for i in range(len(words) - 1):
        capitals = words[i][0].isupper() and words[i + 1][0].isupper()
        if capitals and lows[i] in lexicon.PUBLISHERS and lows[i + 1] in _OUTLET_TAILS:
            yield i, i + 2


def _companies(words: list[str], lows: list[str]) -> Iterator[tuple[int, int]]:
    """ "Bank of America", "Goldman Sachs"."""
    for i, low in enumerate(lows):
        if words[i][0].isupper() and low in _COMPANY_OPENERS:
            for size in (3, 2):
                if " ".join(lows[i : i + size]) in lexicon.LONG_COMPANIES and words[i + size - 1][0].isupper():
                    yield i, i + size
                    break


def _credits(words: list[str]) -> Iterator[tuple[int, int]]:
    """Agencies in a picture's credit: "(Ana Ruiz / Harbour Press)"."""
    if "/" not in words:
        return
    for i, word in enumerate(words):
        if word == "/" and i + 1 < len(words) and words[i + 1][0].isupper():
            end = next((k for k in range(i + 1, len(words)) if not words[k][0].isupper()), len(words))
            if end < len(words) and words[end] in ("/", ")") and "(" in words[max(0, i - _MOST) : i]:
                yield i + 1, end


def _headed(words: list[str], lows: list[str]) -> Iterator[tuple[int, int, Kind]]:
    """Runs of capitals whose last word says what they are."""
    i = 0
    while i < len(words):
        if not words[i][0].isupper() or lows[i] in _NO_NAME:
            i += 1
            continue
        end = i + 1
        while end < len(words) and end - i < _MOST and _joins(words, lows, end):
            end += 1
        for last in range(end, i + 1, -1):
            head = lows[last - 1]
            kind: Kind | None = (
                "ORG" if head in lexicon.ORGANISATION_HEADS else "LOC" if head in lexicon.PLACE_HEADS else None
            )
            if kind and words[last - 1][0].isupper() and not of_a_court(words, lows, last):
                yield i, last, kind
                break
        i = end


def of_a_court(words: list[str], lows: list[str], last: int) -> bool:
    """ "U.S. District Judge", "Vik District Attorney": the district is a part of the post."""
    return lows[last - 1] == "district" and last < len(words) and words[last][0].isupper() and lows[last] in _OF_COURTS


def _joins(words: list[str], lows: list[str], at: int) -> bool:
    if words[at][0].isupper():
        return lows[at] not in _NO_NAME or (lows[at] in _OWNERS and lows[at + 1 : at + 2] == ["'s"])
    following = words[at + 1] if at + 1 < len(words) else ""
    return lows[at] == "'s" and lows[at - 1] in _OWNERS and following[:1].isupper()


def _called(words: list[str], lows: list[str]) -> Iterator[tuple[int, int]]:
    """ "the charity 'Harbour'", "the Lantern organization"."""
    for i, low in enumerate(lows):
        if low not in ORGANISATION_NOUNS or words[i][0].isupper():
            continue
        start = i
        while start > 0 and words[start - 1][0].isupper() and lows[start - 1] not in _NO_NAME | lexicon.DEMONYMS:
            start -= 1
        if start < i and start > 0 and lows[start - 1] == "the":
            yield start, i
        first = i + 1 + (lows[i + 1 : i + 2] in (["'"], ['"'], ["called"], ["named"]))
        end = first
        while end < len(words) and words[end][0].isupper() and lows[end] not in _NO_NAME | lexicon.DEMONYMS:
            end += 1
        if end > first and (first > i + 1 or lows[max(0, i - 1)] in _DETERMINERS):
            yield first, end


def _titled(words: list[str], lows: list[str]) -> Iterator[tuple[int, int]]:
    """One to three capitals behind a title, a single one only behind an honorific; or between commas."""
    for i, low in enumerate(lows[:-1]):
        if low not in _TITLES or not words[i][0].isupper():
            continue
        comma = lows[i + 1] == ","
        start = i + 1 + comma
        end = start
        while end < len(words) and end - start < 3 and words[end][0].isupper() and lows[end] not in _NO_NAME:
            end += 1
        enough = end - start > 1 or (end > start and not comma and low in lexicon.HONORIFICS)
        if comma and lows[end : end + 1] != [","]:
            continue
        if enough and not any(w in _HEADS for w in lows[start:end]):
            yield start, end
