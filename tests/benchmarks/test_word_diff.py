"""How fast the edits come and what memory they take, as ratios to rivals in the same run; how small they are, and
every other rival, is in `tests.benchmarks.test_rivals`, which says how to install those that are no dependencies.
"""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from tests.benchmarks.cpu import ROOT
from tests.benchmarks.rivals import PATIENCE, Missing
from tests.comparing.generated import edited, prose, shuffled
from tui.comparing import align, diff_words
from tui.comparing.words import words_of
from tui.reading import read

_SEED = 20


def _milliseconds(call: Callable[[], object], runs: int = 3) -> float:
    """The least CPU time of several calls."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        call()
        times.append((time.process_time() - start) * 1000)
    return min(times)


def _say(what: str, figure: float, most: float) -> None:
    print(f"\n{what}: {figure:.4g} (at most {most})")
    assert figure <= most


def _texts() -> dict[str, tuple[Sequence[str], Sequence[str], float]]:
    rng = random.Random(_SEED)
    small, large = prose(10_000, rng), prose(1_000_000, rng, 50_000)
    return {
        "10,000 words, 10% edited": (small, edited(small, 0.1, rng), 2),
        "1,000,000 words, 10% edited": (large, edited(large, 0.1, rng), 2),
        "100,000 words shuffled": (large[:100_000], shuffled(large[:100_000], rng), 3),
        "nothing shared": ([f"a{n}" for n in range(100_000)], [f"b{n}" for n in range(100_000)], 3),
    }


def test_time_against_patiencediff() -> None:
    too_slow = []
    for name, (a, b, most) in _texts().items():
        runs = 1 if len(a) > 500_000 else 5
        try:
            theirs = min(PATIENCE(a, b).seconds for _ in range(runs)) * 1000
        except Missing as missing:
            pytest.skip(str(missing))
        ours = _milliseconds(lambda a=a, b=b: diff_words(a, b), runs)  # type: ignore[misc]
        print(f"\n{name}: {ours:.0f} ms, {ours / theirs:.2f} x patiencediff (at most {most})")
        too_slow += [name] if ours > most * theirs else []
    assert not too_slow


def test_memory_of_a_million_words() -> None:
    rng = random.Random(_SEED)
    a = prose(1_000_000, rng, 50_000)
    b = edited(a, 0.1, rng)
    tracemalloc.start()
    diff_words(a, b)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    _say("bytes a word at 1,000,000 words on each side", peak / (len(a) + len(b)), 300)


def test_a_pair_of_articles_against_difflib() -> None:
    """Links and edits of the samples ÷ `difflib` (autojunk off) over the same words: those that the edits count in."""
    articles = [read(path)[0] for path in sorted((ROOT / "seeds").glob("*.txt"))]
    pairs = list(combinations(articles, 2))
    words = {a.id: [word.text for word in words_of(a.text, 0, len(a.text))] for a in articles}
    for a, b in pairs:
        align(a, b)
    ours, theirs = [], []
    for _ in range(15):  # in turn, so that what else the machine does meets both
        ours.append(_milliseconds(lambda: [align(a, b) for a, b in pairs], 1))
        theirs.append(
            _milliseconds(
                lambda: [
                    SequenceMatcher(None, words[a.id], words[b.id], autojunk=False).get_opcodes() for a, b in pairs
                ],
                1,
            )
        )
    print(f"\nlinks and edits of ten pairs: {min(ours) / 10:.1f} ms a pair")
    _say("the same ÷ difflib", min(ours) / min(theirs), 4)
