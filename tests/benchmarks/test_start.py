"""What a call costs, as a multiple of a bare Python start."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.benchmarks.cpu import ROOT, times_bare_python

PAIR = [str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))[:2]]


@pytest.mark.parametrize(
    ("what", "arguments", "most"),
    [
        ("--version", ["-m", "tui", "--version"], 16),
        ("--help", ["-m", "tui", "--help"], 16),
        ("compare --json of two samples", ["-m", "tui", "compare", *PAIR, "--json"], 50),
    ],
)
def test_cost_of_a_call(what: str, arguments: list[str], most: float) -> None:
    ratio = times_bare_python(arguments)
    print(f"\n{what}: {ratio:.1f} x bare Python (at most {most})")
    assert ratio <= most


def test_the_dearest_pair_of_samples() -> None:
    pairs = combinations(sorted((ROOT / "seeds").glob("*.txt")), 2)
    dearest = max(times_bare_python(["-m", "tui", "compare", str(a), str(b), "--json"]) for a, b in pairs)
    print(f"\ndearest of the ten pairs: {dearest:.1f} x bare Python (at most 50)")
    assert dearest <= 50
