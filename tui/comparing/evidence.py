"""What two sentences can have in common, gathered once a sentence: cheap evidence, no names model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tui.article import Article
from tui.comparing.terms import STOP_WORDS, groups, stem
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
_RUN = 5
"""Words in a row that nobody writes twice by chance."""
_NEAR = 5
"""Content words between which two concepts are told in one breath."""
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
    terms: frozenset[str]
    """Every word that is no stop word, numbers included."""
    groups: frozenset[str]
    """Of synonyms; each begins with "=", so that it is no term."""
    names: frozenset[str]
    numbers: frozenset[str]
    dates: frozenset[str]
    quoted: frozenset[str]
    """The terms that stand inside quotation marks."""
    sequence: tuple[str, ...]
    """The terms in reading order."""
    place: float
    """0 for the first sentence of the story, 1 for the last."""
    concepts: frozenset[str]
    """The terms, with the group instead where a term has one and is no name."""
    letters: str
    """The words without marks, case and shape of apostrophes: what makes two sentences the same."""
    copied: frozenset[tuple[str, ...]]
    """Every five words in a row, none of a formula's."""
    near: frozenset[tuple[str, str]]
    """Two concepts that stand close together, in alphabetical order: who did, what to whom."""


def evidence_of(article: Article, every: Sequence[Sequence[Word]] | None = None) -> list[Evidence]:
    """The evidence of every sentence that is no furniture; `every` are the words of all, where they are known."""
    story = [(i, s) for i, s in enumerate(article.sentences) if not s.is_furniture]
    words = [every[i] if every else words_of(article.text, s.start, s.end) for i, s in story]
    lower = {w.text.replace("\u2019", "'") for some in words for w in some if w.text.islower()}
    known = groups()
    found, inside, paragraph = [], False, -1
    last = max(1, len(story) - 1)
    for n, ((index, sentence), some) in enumerate(zip(story, words, strict=True)):
        if sentence.paragraph != paragraph:
            paragraph, inside = sentence.paragraph, False
        quoted, inside = _quoted(some, inside)
        found.append(_sentence(index, some, quoted, lower, known, n / last))
    return found


def _quoted(words: Sequence[Word], inside: bool) -> tuple[list[bool], bool]:
    """For each word whether it stands inside a quotation, and whether one is open at the end.

    Marks open and close in turn, whatever their shape: so curly ones and straight ones say the same.
    """
    marks = []
    for word in words:
        inside ^= word.text in DOUBLE_MARKS
        marks.append(inside)
    return marks, inside


def _sentence(
    index: int,
    words: Sequence[Word],
    quoted: Sequence[bool],
    lower: set[str],
    known: dict[str, str],
    place: float,
) -> Evidence:
    sequence: list[str] = []
    letters: list[str] = []
    content: list[str] = []
    names: set[str] = set()
    numbers: set[str] = set()
    said: set[str] = set()
    for word, in_quote in zip(words, quoted, strict=True):
        if not word.text[0].isalnum():
            continue
        small = word.text.lower().replace("\u2019", "'")
        proper = word.text[0].isupper() and small not in lower
        units = _units(small)
        sequence.append(stem(small))
        letters.append(small)
        for term, is_number, is_stop in units:
            if is_stop and not (proper and len(units) > 1):
                continue
            content.append(term)
            if is_number:
                numbers.add(term)
            elif proper:
                names.add(term)
            if in_quote:
                said.add(term)
    formulaic = _COMMENT in sequence and len(FORMULAIC.intersection(sequence)) > 1
    if formulaic:
        content = [term for term in content if term not in FORMULAIC]
    terms = frozenset(content)
    pairs = {f"{p} {q}" for p, q in pairwise(sequence)}
    kinds = {"=" + known[t] for t in terms if t in known} | {"=" + known[k] for k in pairs if k in known}
    concepts = ["=" + known[t] if t in known and t not in names else t for t in content]
    near = frozenset(
        (p, q) if p < q else (q, p) for n, p in enumerate(concepts) for q in concepts[n + 1 : n + 1 + _NEAR] if p != q
    )
    return Evidence(
        index,
        terms,
        frozenset(kinds),
        frozenset(names - DATES),
        frozenset(numbers),
        terms & DATES,
        terms & said,
        tuple(content),
        place,
        frozenset(concepts) | frozenset(kinds),
        " ".join(letters),
        frozenset() if formulaic else frozenset(zip(*(letters[n:] for n in range(_RUN)), strict=False)),
        near,
    )


@lru_cache(maxsize=1 << 16)
def _units(word: str) -> tuple[tuple[str, bool, bool], ...]:
    """What a lower-case word is made of: `(term, is it a number, is it a stop word)`.

    A hyphenated compound is its parts, unless the whole has a synonym ("non-profit").
    """
    whole = "-" not in word or stem(word) in groups()
    units = []
    for part in [word] if whole else [part for part in word.split("-") if part] or [word]:
        number = _number(part)
        is_stop = not number and part.removesuffix("'s") in STOP_WORDS
        units.append((number or stem(part), bool(number), is_stop))
    return tuple(units)


def _number(word: str) -> str:
    """The figures that a word starts with ("40m" → "40"), or what a number word comes to."""
    if word in _NUMBERS:
        return _NUMBERS[word]
    found = _FIGURES.match(word)
    return found.group().replace(",", "").rstrip(".") if found else ""
