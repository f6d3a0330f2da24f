"""What two sentences can have in common, gathered once a sentence: cheap evidence, no names model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.article import Article
from tui.comparing.terms import STOP_WORDS, group_of, groups, phrases, stem
from tui.comparing.words import DOUBLE_MARKS, Word, words_of

_NUMBERS = {
    word: str(n)
    for n, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty""".split()
    )
    if n != 1
}
_FIGURES = re.compile(r"\d[\d.,]*")
FORMULAIC = frozenset(
    map(stem, "comment respond response request immediately decline refuse reach return message call email".split())
)
"""Whom a reporter asked in vain: every report says so of itself, in the same words."""
_COMMENT = stem("comment")
DATES = frozenset(
    stem(word)
    for word in """monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december""".split()
)


@dataclass(slots=True)
class Evidence:
    """One sentence, as far as linking goes. Terms are those of `tui.comparing.terms`."""

    index: int
    place: float
    """0 for the first sentence of the story, 1 for the last."""
    terms: frozenset[str]
    """Every word that is no stop word, numbers included."""
    names: frozenset[str]
    numbers: frozenset[str]
    dates: frozenset[str]
    quoted: frozenset[str]
    """The terms that stand inside quotation marks."""
    groups: frozenset[str]
    """Of synonyms; each begins with "=", so that it is no term."""
    sequence: tuple[str, ...]
    """The terms in reading order, with the group instead where a term has one and is no name."""
    concepts: frozenset[str]
    """Those and the groups."""
    words: tuple[str, ...]
    """Without marks, case and shape of apostrophes: what makes two sentences the same."""
    formulaic: bool
    """Whether it says that somebody was asked for a comment in vain."""
    is_title: bool = False
    """Whether it stands in the headline over the story."""


def evidence_of(article: Article, every: Sequence[Sequence[Word]] | None = None) -> list[Evidence]:
    """The evidence of every sentence that is no furniture; `every` are the words of all, where they are known."""
    story = [(i, s) for i, s in enumerate(article.sentences) if not s.is_furniture]
    words = [every[i] if every else words_of(article.text, s.start, s.end) for i, s in story]
    lower = {text for text in {w.text for some in words for w in some} if text.islower()}
    lower |= {text.replace("\u2019", "'") for text in lower}
    opening = next((n for n, (_, s) in enumerate(story) if s.role != "headline"), len(story))
    found, inside, paragraph = [], False, -1
    last = max(1, len(story) - 1)
    for n, ((index, sentence), some) in enumerate(zip(story, words, strict=True)):
        if sentence.paragraph != paragraph:
            paragraph, inside = sentence.paragraph, False
        evidence, inside = _sentence(index, n / last, some, inside, lower)
        evidence.is_title = n < opening
        found.append(evidence)
    return found


def _sentence(index: int, place: float, words: Sequence[Word], inside: bool, lower: set[str]) -> tuple[Evidence, bool]:
    """The evidence, and whether a quotation is open at the end.

    Marks open and close one in turn, whatever their shape: so curly ones and straight ones say the same.
    """
    stems: list[str] = []
    letters: list[str] = []
    content: list[tuple[str, str, str]] = []
    names: set[str] = set()
    numbers: set[str] = set()
    said: set[str] = set()
    for _, _, text in words:
        if not text[0].isalnum():
            inside ^= text in DOUBLE_MARKS
            continue
        small, whole, as_name, as_word = _read(text)
        stems.append(whole)
        letters.append(small)
        some, named, counted = as_name if as_name and small not in lower else as_word
        if not some:
            continue
        content += some
        if named:
            names.update(named)
        if counted:
            numbers.update(counted)
        if inside:
            said.update([term for term, _, _ in some])
    formulaic = _COMMENT in stems and len(FORMULAIC.intersection(stems)) > 1
    if formulaic:
        content = [unit for unit in content if unit[0] not in FORMULAIC]
    terms = frozenset([term for term, _, _ in content])
    sequence = tuple([concept for _, concept, _ in content])
    groups = frozenset([group for _, _, group in content if group]) | _phrases(stems)
    evidence = Evidence(
        index,
        place,
        terms,
        frozenset(names - DATES),
        frozenset(numbers),
        terms & DATES,
        terms & said,
        groups,
        sequence,
        frozenset(sequence) | groups,
        tuple(letters),
        formulaic,
    )
    return evidence, inside


def _phrases(stems: Sequence[str]) -> set[str]:
    """The groups of the two-word phrases."""
    begin, known = phrases(), groups()
    if begin.isdisjoint(stems):
        return set()
    return {
        "=" + known[pair]
        for n, first in enumerate(stems[:-1])
        if first in begin and (pair := f"{first} {stems[n + 1]}") in known
    }


_Told = tuple[tuple[tuple[str, str, str], ...], tuple[str, ...], tuple[str, ...]]
"""What a word tells: for each term its concept and its group; which terms are names; which are numbers."""


@lru_cache(maxsize=1 << 16)
def _read(text: str) -> tuple[str, str, _Told | None, _Told]:
    """A word in lower case, its stem, and what it tells: as a name, where it has a capital, and as any word.

    A hyphenated compound is its parts, unless the whole has a synonym ("non-profit").
    """
    word = text.lower().replace("\u2019", "'")
    whole = "-" not in word or bool(group_of(word))
    units = []
    for part in [word] if whole else [part for part in word.split("-") if part] or [word]:
        bare = part.removesuffix("'s")
        number = _number(part)
        group = group_of(bare)
        units.append((number or stem(part), group and "=" + group, bool(number), not number and bare in STOP_WORDS))
    if len(units) == 1 and units[0][3]:
        units.clear()  # a stop word alone is no evidence
    numbers = tuple([term for term, _, is_number, _ in units if is_number])
    as_name = None
    if text[0].isupper():
        names = tuple([term for term, _, is_number, _ in units if not is_number])
        as_name = tuple([(term, term, group) for term, group, _, _ in units]), names, numbers
    as_word = tuple([(term, group or term, group) for term, group, _, is_stop in units if not is_stop]), (), numbers
    return word, stem(word), as_name, as_word


def _number(word: str) -> str:
    """The figures that a word starts with ("40m" → "40"), or what a number word comes to."""
    if word in _NUMBERS:
        return _NUMBERS[word]
    found = _FIGURES.match(word)
    return found.group().replace(",", "").rstrip(".") if found else ""
