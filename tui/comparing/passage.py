"""The words of some sentences of one article, in reading order, ready to be diffed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from tui.article import Article
from tui.comparing.evidence import evidence_of
from tui.comparing.link import Ignorable
from tui.comparing.terms import STOP_WORDS
from tui.comparing.words import Word, folded, is_mark, words_of

STOP_WORTH = 0.4
"""What a stop word counts for beside a content word; a punctuation mark counts nothing."""


@dataclass(slots=True)
class Passage:
    """Parallel lists, one entry a word."""

    text: str
    """Of the whole article."""
    start: int
    """Where its first sentence starts."""
    words: list[Word] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    """What words are compared by under the ignore rules."""
    worths: list[float] = field(default_factory=list)
    """How much a word tells: 0 for a mark, 1 for a content word."""
    ends: list[int] = field(default_factory=list)
    """Where the white space after each word ends: the start of the next word or of the next sentence."""
    sentences: list[int] = field(default_factory=list)
    """The index of each word's sentence."""

    def add(self, other: Passage) -> None:
        self.words += other.words
        self.keys += other.keys
        self.worths += other.worths
        self.ends += other.ends
        self.sentences += other.sentences

    def part(self, start: int, end: int) -> Passage:
        """The words from `start` to `end`, at least one."""
        some = slice(start, end)
        lists = (self.words[some], self.keys[some], self.worths[some], self.ends[some], self.sentences[some])
        return Passage(self.text, self.words[start].start, *lists)

    def is_mark(self, n: int) -> bool:
        return self.worths[n] == 0

    def ends_sentence(self, n: int) -> bool:
        return n + 1 == len(self.words) or self.sentences[n + 1] != self.sentences[n]

    def gap(self, n: int) -> str:
        """The white space after a word."""
        return self.text[self.words[n].end : self.ends[n]]


class Side:
    """One article cut into words, once for all its links."""

    def __init__(self, article: Article, ignore: frozenset[Ignorable]) -> None:
        self.article = article
        self._known = _Known(ignore)
        self._words = [words_of(article.text, sentence.start, sentence.end) for sentence in article.sentences]
        self._sentences: dict[int, Passage] = {}
        self.evidence = evidence_of(article, self._words)
        """Of the sentences of the story."""

    def _sentence(self, index: int) -> Passage:
        """The passage of one sentence: made when a link first asks for it."""
        if index not in self._sentences:
            self._sentences[index] = self._passage(index)
        return self._sentences[index]

    def _passage(self, index: int) -> Passage:
        article, sentence, words = self.article, self.article.sentences[index], self._words[index]
        weighed = [self._known[text] for _, _, text in words]
        return Passage(
            article.text,
            sentence.start,
            words,
            [key for key, _ in weighed],
            [worth for _, worth in weighed],
            [*[start for start, _, _ in words[1:]], *([self._end_of_cover(index)] if words else [])],
            [index] * len(words),
        )

    def _end_of_cover(self, index: int) -> int:
        """Where the next sentence starts: a sentence owns the white space after it."""
        following = self.article.sentences[index + 1 : index + 2]
        return following[0].start if following else len(self.article.text)

    def size(self, n: int) -> int:
        """Words and marks of the n-th sentence of the story."""
        return len(self._words[self.evidence[n].index])

    def passage(self, sentences: Iterable[int]) -> Passage:
        """The passage that these sentences make, in ascending order."""
        some = [self._sentence(n) for n in sentences]
        whole = Passage(self.article.text, some[0].start if some else 0)
        for one in some:
            whole.add(one)
        return whole


class _Known(dict[str, tuple[str, float]]):
    """What `_weighed` says of the words of one article: most return, and this costs a third of a call."""

    def __init__(self, ignore: frozenset[Ignorable]) -> None:
        self._ignore = ignore

    def __missing__(self, word: str) -> tuple[str, float]:
        found = self[word] = _weighed(word, self._ignore)
        return found


@lru_cache(maxsize=1 << 16)
def _weighed(word: str, ignore: frozenset[Ignorable]) -> tuple[str, float]:
    """What a word is compared by, and its worth."""
    if is_mark(word):
        return folded(word, ignore), 0.0
    return folded(word, ignore), STOP_WORTH if word.lower() in STOP_WORDS else 1.0
