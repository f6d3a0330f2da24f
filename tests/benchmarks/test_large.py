"""Screens with a lot on them beside the same with little: a pair of a million words, a table of ten articles."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.benchmarks.cpu import ROOT, seconds

RUNS = 3
START = "import tui.app, tui.screens.compare"


def figures(*arguments: object) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.large", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def test_a_million_words() -> None:
    runs = [(figures("pair", 1_000_000), figures("pair", 1_500)) for _ in range(RUNS)]
    large, small = ({k: min(run[n][k] for run in runs) for k in runs[0][n]} for n in range(2))
    start = seconds(["-c", START])
    first, again = ((large[k] + start) / (small[k] + start) for k in ("first", "again"))
    line = large["line"] / small["line"]
    print(f"\nfirst frame, with the start of the program: {first:.2f} x that of two seeds' size (at most 2)")
    print(f"  opened again: {again:.2f} x; the screens alone: {large['first']:.2f} s and {large['again']:.2f} s")
    print(f"  a line down: {line:.2f} x (at most 1.5)")
    print(f"  the slowest of three resizes: {large['resize']:.2f} s (at most 0.5)")
    assert line <= 1.5
    assert again <= 2
    assert first <= 2
    assert large["resize"] <= 0.5


def test_a_table_of_ten_articles_and_300_facts() -> None:
    large, small = figures("table", 10, 300), figures("table", 3, 12)
    for key, cpu in large.items():
        print(f"\n  {key}: {cpu * 1000:.1f} ms CPU, {cpu / small[key]:.2f} x three articles with 12 facts", end="")
    print()
    assert max(large.values()) <= 0.05  # a key held down comes every 33 ms, on a machine that has nothing else to do
