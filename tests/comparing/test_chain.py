from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.comparing.chain import heaviest_chain

_PLACES = st.integers(0, 6)


def _heaviest(pairs: list[tuple[int, int]], weights: list[float]) -> float:
    """By trying every subset."""
    return max(
        sum(weights[n] for n in some)
        for size in range(len(pairs) + 1)
        for some in combinations(sorted(range(len(pairs)), key=lambda n: pairs[n]), size)
        if all(pairs[p][0] < pairs[q][0] and pairs[p][1] < pairs[q][1] for p, q in pairwise(some))
    )


@given(st.lists(st.tuples(_PLACES, _PLACES, st.integers(1, 9)), max_size=8))
def test_no_chain_is_heavier(entries: list[tuple[int, int, int]]) -> None:
    pairs, weights = [(a, b) for a, b, _ in entries], [float(w) for _, _, w in entries]
    chain = heaviest_chain(pairs, weights)
    for p, q in pairwise(chain):
        assert pairs[p][0] < pairs[q][0]
        assert pairs[p][1] < pairs[q][1]
    assert sum(weights[n] for n in chain) == _heaviest(pairs, weights)
