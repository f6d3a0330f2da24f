"""The words of some sentences of one article, in reading order, ready to be diffed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.article import Article
from tui.comparing.link import Ignorable
from tui.comparing.terms import STOP_WORDS
from tui.comparing.words import Word, folded, is_mark, words_of


@dataclass(slots=True)
class Passage:
    """Parallel lists, one entry a word."""

    text: str
    """Of the whole article."""
    words: list[Word]
    keys: list[str]
    """What words are compared by under the ignore rules."""
    ends: list[int]
    """Where the white space after each word ends: the start of the next word or of the next sentence."""
    sentences: list[int]
    """The index of each word's sentence."""
    start: int
    """Where its first sentence starts."""

    def part(self, start: int, end: int) -> Passage:
        """The words from `start` to `end`, at least one."""
        some = slice(start, end)
        return Passage(
            self.text, self.words[some], self.keys[some], self.ends[some], self.sentences[some], self.words[start].start
        )

    def is_mark(self, n: int) -> bool:
        return is_mark(self.words[n].text)

    def is_stop(self, n: int) -> bool:
        return self.words[n].text.lower() in STOP_WORDS

    def ends_sentence(self, n: int) -> bool:
        return n + 1 == len(self.words) or self.sentences[n + 1] != self.sentences[n]

    def gap(self, n: int) -> str:
        """The white space after a word."""
        return self.text[self.words[n].end : self.ends[n]]


def passage_of(article: Article, sentences: Sequence[int], ignore: frozenset[Ignorable]) -> Passage:
    """The passage that these sentences make; `sentences` ascend."""
    words: list[Word] = []
    owners: list[int] = []
    ends: list[int] = []
    for index in sentences:
        some = words_of(article.text, article.sentences[index].start, article.sentences[index].end)
        words += some
        owners += [index] * len(some)
        ends += [word.start for word in some[1:]]
        if some:
            ends.append(end_of_cover(article, index))
    start = article.sentences[sentences[0]].start if sentences else 0
    keys = [folded(word.text, ignore) for word in words]
    return Passage(article.text, words, keys, ends, owners, start)


def end_of_cover(article: Article, index: int) -> int:
    """Where the next sentence starts: a sentence owns the white space after it."""
    following = index + 1
    return article.sentences[following].start if following < len(article.sentences) else len(article.text)
