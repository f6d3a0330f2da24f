"""How ours holds against every word diff there is, all in one run: the table in the README comes from here.

    python3 -m venv /tmp/rivals && /tmp/rivals/bin/pip install 'patiencediff<0.2.16' collatex Levenshtein
    SIDEBYLINE_RIVALS=/tmp/rivals/bin/python make bench

What is not installed is left out of the table, with a line that says why.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz.distance import LCSseq

from tests.benchmarks.cpu import ROOT
from tests.benchmarks.rivals import OURS, RIVALS, SLOW, Blocks, Missing, Rival
from tests.comparing.generated import after_moves, edited, prose, shuffled
from tests.shared import FOLDER, needs_seeds
from tui.article import Article
from tui.comparing import align, diff_words
from tui.comparing.terms import STOP_WORDS
from tui.comparing.words import Word, is_mark, straight, words_of
from tui.reading import read

_SEED = 20
_COPIED = 5


def _asked(show: Callable[[str, Rival], None], *, slow: bool) -> None:
    """Shows every rival that is there."""
    for name, rival in RIVALS.items():
        if name in SLOW and not slow:
            print(f"  {name:28} takes too long for texts of this length")
            continue
        try:
            show(name, rival)
        except Missing as missing:
            print(f"  {name:28} left out: {missing}")


def _story(article: Article) -> list[Word]:
    return [w for s in article.sentences if not s.is_furniture for w in words_of(article.text, s.start, s.end)]


def _copied(a: Sequence[Word], b: Sequence[Word]) -> set[int]:
    """The words of A, by number, that stand in a run of five that B has as well; marks count neither way."""
    told_a, keys_a = _told(a)
    keys_b = _told(b)[1]
    runs = set(zip(*(keys_b[n:] for n in range(_COPIED)), strict=False))
    starts = [n for n, run in enumerate(zip(*(keys_a[n:] for n in range(_COPIED)), strict=False)) if run in runs]
    return {told_a[n + k] for n in starts for k in range(_COPIED)}


def _told(words: Sequence[Word]) -> tuple[list[int], list[str]]:
    numbers = [n for n, word in enumerate(words) if not is_mark(word.text)]
    return numbers, [straight(words[n].text) for n in numbers]


def _is_hollow(words: Sequence[Word]) -> bool:
    return all(is_mark(word.text) or word.text.lower() in STOP_WORDS for word in words)


def _equal_in_links(a: Article, b: Article) -> Blocks:
    """What ours shows as equal: spans of A as runs of words; the places in B do not matter here."""
    starts = {word.start: n for n, word in enumerate(_story(a))}
    found = []
    for link in align(a, b, mode="tellings").links:
        for edit in link.edits if link.primary or link.kind != "same" else ():
            numbers = [n for start, n in starts.items() if edit.a.start <= start < edit.a.end]
            if edit.op == "equal" and numbers:
                found.append((numbers[0], 0, len(numbers)))
    return found


@pytest.mark.parametrize(
    "folder", [ROOT / "seeds", pytest.param(FOLDER / "seeds", marks=needs_seeds)], ids=["seeds", "../shared/seeds"]
)
def test_copied_words_that_are_found(folder: Path) -> None:
    articles = [read(path)[0] for path in sorted(folder.glob("*.txt"))]
    pairs = [(a, b, _story(a), _story(b)) for a, b in combinations(articles, 2)]
    copied = [_copied(p, q) for _, _, p, q in pairs]
    total = sum(map(len, copied))

    def say(name: str, some: Sequence[Blocks]) -> tuple[float, int]:
        found = sum(n in words for words, blocks in zip(copied, some, strict=True) for i, _, k in blocks
                    for n in range(i, i + k))  # fmt: skip
        islands = [p[i : i + k] for (_, _, p, _), blocks in zip(pairs, some, strict=True) for i, _, k in blocks if k]
        hollow = sum(map(_is_hollow, islands))
        print(f"  {name:28} {found / total:6.1%}  {hollow} of {len(islands)}")
        return found / total, hollow

    print(f"\n{total} words in copied runs of five, found; equal stretches that are stop words or marks only")
    _asked(lambda name, rival: _ignore(say(name, [rival(*_texts(p, q)).blocks for _, _, p, q in pairs])), slow=True)
    share, hollow = say("ours", [_once(_equal_in_links(a, b)) for a, b, _, _ in pairs])
    assert share >= 0.97
    assert hollow == 0


def _ignore(_: object) -> None:
    """What is shown of a rival is asserted of ours only."""


def _texts(*sides: Sequence[Word]) -> Iterator[list[str]]:
    return ([straight(word.text) for word in side] for side in sides)


def _once(blocks: Blocks) -> Blocks:
    """Without what an earlier stretch has already: a sentence may stand in several links."""
    seen: set[int] = set()
    kept = []
    for i, j, size in blocks:
        if seen.isdisjoint(range(i, i + size)):
            kept.append((i, j, size))
        seen.update(range(i, i + size))
    return kept


@cache
def _edited(length: int, share: float) -> tuple[list[str], list[str]]:
    rng = random.Random(_SEED)
    a = prose(length, rng)
    return a, edited(a, share, rng)


def _edits(a: Sequence[str], b: Sequence[str], blocks: Blocks) -> int:
    return len(a) + len(b) - 2 * sum(size for _, _, size in blocks)


@pytest.mark.parametrize(("share", "most"), [(0.01, 1.01), (0.1, 1.01), (0.5, 1.05)])
def test_edited_words_against_the_optimum(share: float, most: float) -> None:
    a, b = _edited(10_000, share)
    best = len(a) + len(b) - 2 * LCSseq.similarity(a, b)

    def show(name: str, rival: Rival) -> float:
        blocks, seconds = rival(a, b)
        print(f"  {name:28} {_edits(a, b, blocks) / best:6.3f}  {seconds * 1000:6.0f} ms")
        return _edits(a, b, blocks) / best

    print(f"\n10,000 words, {share:.0%} edited: edits ÷ optimum; CPU time")
    _asked(lambda name, rival: _ignore(show(name, rival)), slow=False)
    assert show("ours", OURS) <= most


@pytest.mark.parametrize(("share", "most"), [(0.0, 0.001), (0.1, 1.15)], ids=["shuffled", "shuffled and edited"])
def test_shuffled_paragraphs(share: float, most: float) -> None:
    """The share of the text marked edited; where a tenth is edited, the edits ÷ those inside the paragraphs."""
    a, b, ideal = _shuffled(100_000, share)

    def show(name: str, rival: Rival) -> None:
        print(f"  {name:28} {_edits(a, b, rival(a, b).blocks) / ideal:.4g}")

    print(
        f"\n100,000 words, paragraphs shuffled, {share:.0%} edited: edited words ÷ " + ("ideal" if share else "words")
    )
    print(f"  {'exact LCS':28} {(len(a) + len(b) - 2 * LCSseq.similarity(a, b)) / ideal:.4g}")
    _asked(lambda name, rival: None if name == "exact LCS" else show(name, rival), slow=False)
    figure = after_moves(diff_words(a, b), a, b) / ideal
    print(f"  {'ours':28} {figure:.4g}")
    assert figure <= most


def _shuffled(length: int, share: float) -> tuple[list[str], list[str], int]:
    rng = random.Random(_SEED)
    a = prose(length, rng)
    if not share:
        return a, shuffled(a, rng), length
    parts = [a[n : n + 100] for n in range(0, len(a), 100)]
    changed = [edited(part, share, rng) for part in parts]
    ideal = sum(len(p) + len(q) - 2 * LCSseq.similarity(p, q) for p, q in zip(parts, changed, strict=True))
    rng.shuffle(changed)
    return a, [word for part in changed for word in part], ideal
