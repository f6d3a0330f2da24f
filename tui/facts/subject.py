"""What a sentence is about, as far as words tell: its content words, and the clause around a mention.

A number is comparable only with what it counts and a date only with what happened then. Without a parser that
is read off the words nearby, in the common form that `tui.facts.kinds` gives them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from tui.article import Article
from tui.facts.kinds import STOP, kind_of
from tui.facts.phrases import about as about
from tui.frozen import dataclass

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'.&][^\W\d_]+){0,6}")


_SHAPES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "‑": "-"})


def flat(article: Article) -> str:
    """The text, offset for offset, as the patterns want it: white space inside a sentence is blanks, between
    sentences line breaks, and quotation marks are straight. So nothing is found across two sentences, hard-wrapped
    lines read as one, and the shape of a quotation mark decides nothing."""
    parts, last = [], 0
    for sentence in article.sentences:
        parts.append("\n" * (sentence.start - last))
        parts.append(_BLANK.sub(" ", article.text[sentence.start : sentence.end]))
        last = sentence.end
    parts.append("\n" * (len(article.text) - last))
    return "".join(parts).translate(_SHAPES)


_A_NOUN = re.compile(r"\b(?:[Tt]he|[Aa]|this|that)\s(?:[\w-]+\s){0,2}\Z")
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of an article."""

    start: int
    end: int
    kind: str
    proper: bool
    """Capitalised where a plain word would not be."""


class Words:
    """The content words of one article, in order, with the lookups that facts and verdicts need."""

    def __init__(self, article: Article) -> None:
        openings = {sentence.start for sentence in article.sentences}
        found = []
        for match in _TOKEN.finditer(article.text):
            low = match.group().lower().replace("’", "'").removesuffix("'s")
            if (
                low in STOP
                and not (low == "well" and _A_NOUN.search(article.text, max(0, match.start() - 24), match.start()))
            ) or len(low) < 2:
                continue
            proper = match.group()[0].isupper() and match.start() not in openings
            found.append(Word(match.start(), match.end(), kind_of(match.group()), proper))
        self.words = tuple(found)
        self._starts = [word.start for word in found]

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that begin in a stretch of text."""
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


_FAR = 300
"""Code points: a clause reaches no farther, whatever a text without full stops says."""
_CLAUSE_END = re.compile(
    r"[;:()“”\"]|[—–]|,\s(?:and|but|who|which|where|when|while|after|before|as|although|though|citing)\b|\bwho\b|\bwhich\b"
    r"|\b(?:after|before|when|while|because|although|though|where)\b|,\s(?=said\b)|\bsaid\b|\band\b"
)


def clause(article: Article, start: int, end: int) -> tuple[int, int]:
    """The stretch of the sentence around a span that is likely one statement."""
    if not article.sentences:
        return start, end
    sentence = article.sentences[article.sentence_at(start)]
    left = max(sentence.start, start - _FAR)
    right = max(min(sentence.end, end + _FAR), end)
    relative = None
    for match in _CLAUSE_END.finditer(article.text, left, right):
        if match.end() <= start:
            relative = match if match.group().endswith(("who", "which")) else None
            left = _antecedent(article.text, left, match) if relative else match.end()
        elif match.start() >= end:
            right = match.start()
            break
    if relative and relative.group()[0] == ",":
        return _beside_comma(article.text, (left, right), relative.end(), start, end)
    return left, right


def _beside_comma(text: str, whole: tuple[int, int], relative: int, start: int, end: int) -> tuple[int, int]:
    """ "The states, which fought in 1974, signed a treaty in 1991": which of the two the span is in."""
    left, right = whole
    closed = text.rfind(", ", relative, start)
    if closed >= 0 and text[relative:closed].strip():
        return closed + 1, right
    comma = text.find(", ", end, right)
    return left, comma if comma >= 0 else right


def _antecedent(text: str, left: int, relative: re.Match[str]) -> int:
    """ "The crash, which happened on Sunday": where the word begins that the clause is about."""
    before = text[max(left, relative.start() - 30) : relative.start()].rstrip(" ,")
    return relative.start() - (len(text[max(left, relative.start() - 30) : relative.start()]) - before.rfind(" ") - 1)


def kinds(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.kind for word in words)
