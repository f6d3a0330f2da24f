"""Sets right where a recognised name begins and ends: titles, possessives, list words, broken links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.facts.names import lexicon
from tui.facts.names.cues import POSTS
from tui.facts.names.story import Spot, Story
from tui.facts.names.tokens import Token
from tui.facts.names.written_forms import second_syllable

_LINKS = ("://", "www.", "pic.twitter", ".com/", "@", "#")
_SPLITTERS = frozenset({"and", "nor", "or", ",", "&", "/", ";"})
_INSIDE = lexicon.SMALL | lexicon.FUNCTION_WORDS | frozenset("das des les und sur aux dos san bint ter ten".split())
_TITLES = lexicon.HONORIFICS | lexicon.RANKS | lexicon.ROLE_NOUNS
_MOST = 14
"""Words in a name; what is longer is a line of capitals."""
NEVER_FIRST = lexicon.SMALL | frozenset(
    """neither either both once while when where after before if although though since until because however
    meanwhile all some many most this that these those his her its their our my your he she they we you i who
    what why how yes former then-wife late fatal update correction watch related photo video also there here now
    then only even still another each every one two three four five ex co mr mrs""".split()
)


def repaired(story: Story, spot: Spot) -> Iterator[Spot]:
    """The names that a recognised span really holds: none, one, or the members of a list."""
    words = story.words[spot.article][spot.sentence]
    for first, last in _pieces(story, spot):
        piece = spot._replace(first=first, last=last)
        if in_a_link(story, piece):
            continue
        if spot.kind == "PER":
            parts = _members(words, first, last)
        elif last - first > _MOST:
            parts = iter(())
        else:
            parts = iter(_either(story, words, first, last) or _owned(story, words, first, last))
        for start, end in parts:
            if end - start <= _MOST:
                yield from _trimmed(story, words, spot._replace(first=start, last=end))


def _pieces(story: Story, spot: Spot) -> Iterator[tuple[int, int]]:
    """The parts between slashes, spaced dashes and plain words ("against", "accused"), which no name holds."""
    tokens = story.tokens[spot.article][spot.sentence]
    start = spot.first
    for i in range(spot.first + 1, spot.last - 1):
        spaced = tokens[i - 1].end < tokens[i].start and tokens[i].end < tokens[i + 1].start
        between = tokens[i].plain == "/" or (spaced and (tokens[i].plain == "-" or _is_plain(tokens[i].plain)))
        if i > start and between:
            yield start, i
            start = i + 1
    yield start, spot.last


def _is_plain(word: str) -> bool:
    """A word of three letters or more in lower case that does not stand inside names as "of" does."""
    return len(word) > 2 and word.islower() and word.isalpha() and word not in _INSIDE


def _members(words: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for i in range(first, last + 1):
        if i == last or words[i].lower() in _SPLITTERS:
            if i > start:
                yield start, i
            start = i + 1
        elif words[i] == "of" and i - start > 1 and words[start].lower() not in _TITLES:
            yield start, i  # "Mary Dunn of Ripley", not "Prince Harald of Norway"
            return


def _either(story: Story, words: list[str], first: int, last: int) -> list[tuple[int, int]]:
    """ "Asia or Morocco" is two names, "Trinidad and Tobago" one: both sides have to be places."""
    for i in range(first + 1, last - 1):
        if words[i] not in ("or", "and"):
            continue
        sides = (" ".join(words[first:i]).lower(), " ".join(words[i + 1 : last]).lower())
        if all(map(story.model.gazetteers.knows_place, sides)):
            return [(first, i), (i + 1, last)]
    return []


def _owned(story: Story, words: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """ "Illinois' Brookfield Zoo" is two names, "Moody's Analytics" one: places own, and are not part of the name."""
    for i in range(first + 1, last - 1):
        owner = " ".join(words[first:i]).lower()
        if words[i] in ("'", "'s") and story.model.gazetteers.knows_place(owner):
            yield first, i
            yield i + 1, last
            return
    yield first, last


def _trimmed(story: Story, words: list[str], spot: Spot) -> Iterator[Spot]:
    first, last = spot.first, spot.last
    person = spot.kind == "PER"
    if person:
        first = max([first, *(i + 1 for i in range(first, min(last - 1, first + 4)) if _is_title(words, i))])
    while first < last and _droppable(words[first], person, first + 1 < last):
        first += 1
    first, last = _widened(story, spot, first, last)
    while not person and last - first > 1 and words[last - 1].lower() in lexicon.CALENDAR and spot.kind == "LOC":
        last -= 1  # "in Vik Wednesday"
    while first < last and not (_may_end(words[last - 1]) or _ends_given_name(story, spot, first, last)):
        last -= 1
    if last < len(words) and first < last and words[last - 1] == "St." and words[last][0].isupper():
        last += 1
    if first < last and any(c.isupper() or c.isdigit() for w in words[first:last] for c in w[:1]):
        yield spot._replace(first=first, last=last)


def _is_title(words: list[str], at: int) -> bool:
    """ "Prime Minister Nora Bell", "Detectives Owen Pike and …"; not the King in "King Jr."."""
    low = words[at].lower()
    return (low in POSTS or low.removesuffix("s") in POSTS) and words[at + 1][0].isupper() and len(words[at + 1]) > 2


def _droppable(word: str, person: bool, more: bool) -> bool:
    low = word.lower()
    if not word[0].isalnum() or (word[0].islower() and not word[0].isdigit()):
        return True
    if person:
        return low in NEVER_FIRST or (low in _TITLES and more) or word[0].isdigit()
    return low in NEVER_FIRST and more


def _may_end(word: str) -> bool:
    """A capital, a number, or an abbreviation; not a possessive, a mark, or a common noun ("Time magazine")."""
    return word[0].isupper() or word[0].isdigit()


def _ends_given_name(story: Story, spot: Spot, first: int, last: int) -> bool:
    """ "Kim Jong-un"."""
    tokens = story.tokens[spot.article][spot.sentence]
    return spot.kind == "PER" and last - first > 3 and second_syllable(tokens, last - 2)


def _widened(story: Story, spot: Spot, first: int, last: int) -> tuple[int, int]:
    """Over hyphens to the rest of a compound name, and over a person's first name or initial."""
    words, person = story.words[spot.article][spot.sentence], spot.kind == "PER"
    tokens = story.tokens[spot.article][spot.sentence]
    if first < last:
        last += next((step for step in (2, 4) if _is_joined(tokens, last, step)), 0)
        if person and last - first > 1 and second_syllable(tokens, last):
            last += 2
    if person and first > 0 and first < last:
        before = words[first - 1]
        known = "f" in story.model.gazetteers.kinds(before.lower()) and before[0].isupper()
        if known and before.lower() not in NEVER_FIRST | _TITLES and before.lower() not in lexicon.CALENDAR:
            first -= 1
    return first, last


def _is_joined(tokens: Sequence[Token], last: int, step: int) -> bool:
    """Whether `step` tokens from `last` belong to what is before: "-Smith", "-upon-Avon"."""
    rest = tokens[last - 1 : last + step]
    glued = all(a.end == b.start for a, b in pairwise(rest))
    marks = all(token.plain == "-" for token in rest[1::2])
    return len(rest) == step + 1 and glued and marks and rest[-1].plain[0].isupper() and rest[-3].plain[0].isalnum()


def in_a_link(story: Story, spot: Spot) -> bool:
    """Whether the words between the blanks around it are an address or a handle."""
    text = story.articles[spot.article].text
    start, end = story.span(spot)
    left = max(start - 80, 0)
    before = text[left:start].split()[-1:] if start and not text[start - 1].isspace() else []
    after = text[end : end + 80].split(maxsplit=1)[:1] if end < len(text) and not text[end].isspace() else []
    chunk = "".join([*before, text[start:end], *after]).lower()
    return any(sign in chunk for sign in _LINKS)
