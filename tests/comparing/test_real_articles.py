"""How the edits read on the ten pairs of real articles, which are not part of this repository."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from statistics import mean

from tests.shared import FOLDER, needs_seeds
from tui.article import Article, Sentence, Span
from tui.comparing import Alignment, align
from tui.comparing.terms import STOP_WORDS
from tui.comparing.words import Word, is_mark, straight, words_of

_COPIED = 5


@cache
def _pairs() -> tuple[tuple[Article, Article, Alignment, tuple[tuple[int, int], ...]], ...]:
    """Both articles in their hand-made sentences, the alignment, and the links made by hand."""
    gold = json.loads((FOLDER / "seeds" / "gold" / "alignment.json").read_text("utf-8"))
    articles = {}
    for key, entry in gold["articles"].items():
        text = (FOLDER / "seeds" / entry["file"]).read_text("utf-8-sig")
        rows = entry["sentences"]
        sentences = (Sentence(s["start"], s["end"], n, s["furniture"] or "body") for n, s in enumerate(rows))
        articles[key] = Article(text, tuple(sentences), "")
    found = []
    for pair, labels in gold["pairs"].items():
        a, b = (articles[key] for key in pair.split("-"))
        found.append((a, b, align(a, b, mode="tellings"), tuple((i, j) for i, j in labels["links"])))
    return tuple(found)


def _words(article: Article, sentence: int) -> list[Word]:
    s = article.sentences[sentence]
    return [word for word in words_of(article.text, s.start, s.end) if not is_mark(word.text)]


def _copied(a: list[Word], b: list[Word]) -> Iterator[Word]:
    """The words of A in runs of five and more that B has as well."""
    keys_a, keys_b = ([straight(word.text) for word in side] for side in (a, b))
    runs = set(zip(*(keys_b[n:] for n in range(_COPIED)), strict=False))
    inside = {
        n + k
        for n, run in enumerate(zip(*(keys_a[n:] for n in range(_COPIED)), strict=False))
        if run in runs
        for k in range(_COPIED)
    }
    return (a[n] for n in sorted(inside))


@needs_seeds
def test_copied_words_are_shown_as_equal() -> None:
    copied = found = 0
    for a, b, alignment, gold in _pairs():
        equal = [edit.a for link in alignment.links for edit in link.edits if edit.op == "equal"]
        words = {word for i, j in gold for word in _copied(_words(a, i), _words(b, j))}
        copied += len(words)
        found += sum(any(span.start <= word.start < span.end for span in equal) for word in words)
    assert found >= 0.99 * copied, f"{found} of {copied} words"


@needs_seeds
def test_nothing_is_equal_that_is_made_of_stop_words_only() -> None:
    islands = [
        (a.text[edit.a.start : edit.a.end], [e.op for e in link.edits])
        for a, _, alignment, _ in _pairs()
        for link in alignment.links
        if link.kind != "same"
        for edit in link.edits
        if edit.op == "equal" and _is_hollow(a, edit.a)
    ]
    assert islands == []


def _is_hollow(article: Article, span: Span) -> bool:
    return all(is_mark(w.text) or w.text.lower() in STOP_WORDS for w in words_of(article.text, span.start, span.end))


@needs_seeds
def test_few_changes_in_a_link() -> None:
    """Hunks, that is edits other than equal in one piece, of a link that is not the same throughout: the mean."""
    hunks = [
        sum(p == "equal" != q for p, q in pairwise(["equal", *(edit.op for edit in link.edits)]))
        for _, _, alignment, _ in _pairs()
        for link in alignment.links
        if link.kind != "same"
    ]
    assert mean(hunks) <= 1.5, f"{sum(hunks)} in {len(hunks)} links"
