"""Titles of works: set in quotation marks or italics, and told from scare quotes and quotations.

A title in quotes has capitals on all its long words and no sentence's end, and it does not follow a
cue of speech. What stands in quotes and is a name elsewhere in the story is that name.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.facts.names import lexicon
from tui.facts.names.story import Spot, Story

_MOST_WORDS = 9
_MARKS = frozenset({'"', "'", "*", "_"})
"""Quotation marks, and what plain text has for italics."""
_NEWSLETTERS = frozenset({"newsletter", "podcast"})
_SPEECH_MARKS = frozenset({",", ":"})


def titles(story: Story) -> Iterator[Spot]:
    """Every quoted or italic title, and newsletters and podcasts that are called so."""
    for i, j, words in story.sentences():
        for first, last in _quoted(words):
            content = _without_marks(words, first, last)
            if content and _is_title(words, *content):
                yield Spot(i, j, *content, "WORK")
        yield from (Spot(i, j, *found, "WORK") for found in _newsletters(words, story.shouting[i][j]))


def _quoted(words: list[str]) -> Iterator[tuple[int, int]]:
    """The stretches between a mark and the next of the same kind, at most a title long."""
    i = 0
    while i < len(words):
        mark = words[i]
        if mark in _MARKS:
            end = next((k for k in range(i + 2, min(len(words), i + _MOST_WORDS + 4)) if words[k] == mark), None)
            if end is not None:
                yield i + 1, end
                i = end
        i += 1


def _without_marks(words: list[str], first: int, last: int) -> tuple[int, int] | None:
    while last > first and words[last - 1] in ",.;'\"*_":
        last -= 1
    while first < last and words[first] in "'\"*_" and not (first + 1 < last and words[first + 1][:1].isdigit()):
        first += 1
    return (first, last) if first < last else None


def _is_title(words: list[str], first: int, last: int) -> bool:
    inside = words[first:last]
    before = words[first - 2].lower() if first > 1 else ""
    lows = [w.lower() for w in inside]
    if len(inside) > _MOST_WORDS or any(mark in inside for mark in (".", ";", '"')):
        return False
    if not (inside[0][0].isupper() or inside[0][0].isdigit() or inside[0] == "'"):
        return False
    if any(
        w[0].islower() and low not in lexicon.SMALL | lexicon.FUNCTION_WORDS
        for w, low in zip(inside, lows, strict=True)
        if w[0].isalpha()
    ):
        return False
    near = _near(words, first, last)
    cued = any(w in lexicon.WORK_NOUNS or w in lexicon.WORK_VERBS for w in near)
    if before in _SPEECH_MARKS and not cued:
        return False
    if len(inside) == 1:
        return any(w in lexicon.WORK_NOUNS for w in near) and len(inside[0]) > 1
    return cued


def _near(words: list[str], first: int, last: int) -> list[str]:
    """The words around a title, hyphens closed up ("co-star"), so that a cue is one word."""
    around = [w.lower() for w in (*words[max(0, first - 9) : first - 1], "|", *words[last + 1 : last + 7])]
    return around + [a + "-" + b for a, dash, b in zip(around, around[1:], around[2:], strict=False) if dash == "-"]


def _newsletters(words: list[str], shouting: bool) -> Iterator[tuple[int, int]]:
    """ "the Morning Brief newsletter", "Sign up for Essential California"."""
    if shouting:
        return
    for i, word in enumerate(words):
        low = word.lower()
        if low in _NEWSLETTERS:
            start = _capitals_before(words, i)
            if start < i:
                yield start, i + 1 if word[0].isupper() else i
        if low == "up" and i + 2 < len(words) and words[i - 1].lower() == "sign" and words[i + 1].lower() == "for":
            start = i + 2 + (words[i + 2].lower() in ("the", "our"))
            end = start
            while end < len(words) and words[end][0].isupper():
                end += 1
            if end > start + 1 and words[end - 1].lower() not in _NEWSLETTERS:
                yield start, end


def _capitals_before(words: list[str], end: int) -> int:
    start = end
    while start > 0 and words[start - 1][0].isupper() and words[start - 1].lower() not in lexicon.SMALL:
        start -= 1
    return start
