"""Where a reader stands in an article that was read again, after its file had changed."""

from __future__ import annotations

from collections import defaultdict

from tui.article import Article


def carried(before: Article, after: Article, sentence: int) -> int:
    """The sentence of `after` that stands where `sentence` stood in `before`.

    That is the same words, or what follows the nearest words before them that are still there.
    """
    where: dict[str, list[int]] = defaultdict(list)
    for index in range(len(after.sentences)):
        where[_folded(after, index)].append(index)
    last = max(0, len(after.sentences) - 1)
    for back in range(min(sentence, len(before.sentences) - 1), -1, -1):
        found = where.get(_folded(before, back))
        if found:
            return min(last, min(found, key=lambda index: abs(index - back)) + sentence - back)
    return min(sentence, last)


def _folded(article: Article, index: int) -> str:
    return " ".join(article.text_of(index).split())
