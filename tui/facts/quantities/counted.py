"""What stands behind a number: the noun that it counts, found without a parser.

The first plural within a few words is taken for the counted noun; a preposition, a verb or a
punctuation mark before it means that the text does not say.
"""

from __future__ import annotations

import re

from tui.facts.kinds import STOP
from tui.facts.numbers import GAP
from tui.frozen import dataclass

_MOST = 5  # words between the number and its noun: "10 of the most senior American tourists" is no count of them
_WORD = re.compile(rf"(?:{GAP}|(?<=[0-9a-z])-)(?:[“\"‘'](?=\w))?([^\W\d_][\w''.-]{{0,30}}(?<![.''-]))")
_PLURALS = frozenset(
    "people men women children police troops feet teeth mice sheep fish others percent staff media data".split()
)
_NO_PLURALS = re.compile(
    r"(?:ss|us|is|'s|'s|first-class|business-class|was|has|does|yes|perhaps|always|sometimes|minus|plus|times)$"
)
_PARTICIPLES = frozenset(
    "killed dead injured wounded missing hurt arrested detained hospitalized hospitalised displaced infected".split()
)
_VERBS = frozenset(
    """is are was were be been being has have had do does did can could will would may might must shall should said
    says say told tells found took takes made makes went goes came comes left got gets gave gives became becomes
    remain remained died dies killed injured wounded played added ended began begins led leads hit hits set sets
    lives works runs costs shows uses adds plays includes remains means needs wants seems appears believes thinks
    looks keeps helps opens closes follows faces ranks stands sits""".split()
)
_SINGULARS_OK = frozenset("other more new own".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun: `end` of its phrase, its head, the words before the head."""

    end: int
    head: str
    modifiers: tuple[str, ...]


def counted(text: str, end: int, *, single: bool) -> Counted | None:
    """The noun counted by the number that ends at `end`; `single` for one, whose noun is no plural."""
    words: list[str] = []
    position = end
    for _ in range(_MOST):
        match = _WORD.match(text, position)
        if match is None:
            break
        word = match[1]
        low = word.lower().replace("'", "'")
        if not words and low in _PARTICIPLES:
            after = _WORD.match(text, match.end())
            if after is None or not _is_plural(after[1].lower()):
                return _participle(text, match.end(), low)
        if (low in STOP and low not in _SINGULARS_OK) or low in _VERBS or (low.endswith("ly") and low != "family"):
            break
        words.append(word)
        position = match.end()
        if _is_plural(low):
            return Counted(position, word, tuple(words[:-1]))
        if text[position : position + 1] in ',;:.!?)”"':
            break
    return _single(text, end, words) if single and words else None


def _single(text: str, end: int, words: list[str]) -> Counted | None:
    """ "One suspect had", "one German soldier was": the last word before a verb, of two at most."""
    cut = next((n for n, word in enumerate(words) if n and word.lower().endswith(("ed", "ing"))), len(words))
    if cut > 2:
        return None
    for _ in range(cut):
        match = _WORD.match(text, end)
        end = match.end() if match else end
    return Counted(end, words[cut - 1], tuple(words[: cut - 1]))


def _participle(text: str, end: int, word: str) -> Counted:
    """ "120 wounded had been brought in" counts the wounded; in "12 Killed In Crash" the number stands alone."""
    noun = re.match(rf"{GAP}(?:had|have|has|were|are|and)\b|[,.;]", text[end : end + 12])
    return Counted(end if noun else -1, word, ())


def _is_plural(low: str) -> bool:
    if low in _PLURALS:
        return True
    return len(low) > 3 and low.endswith("s") and not _NO_PLURALS.search(low)


_GROUP = re.compile(
    rf"(?:\b(?:a|the|another|one){GAP})?\b(family|families|group|team|crew|panel|squad|gang|party|trio|class|jury|crowd|convoy)"
    rf"{GAP}of{GAP}(?:(?:about|around|some|nearly|almost|at{GAP}least|more{GAP}than|over){GAP})?$",
    re.IGNORECASE,
)


def group_before(text: str, start: int) -> tuple[int, str] | None:
    """ "Family of five": where the noun begins, and the noun."""
    match = _GROUP.search(text[max(0, start - 48) : start])
    if match is None:
        return None
    return max(0, start - 48) + match.start(1), match[1].lower()
