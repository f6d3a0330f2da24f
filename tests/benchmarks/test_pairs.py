"""`compare --pairs` on two cores against the same pairs one after the other: wall time, since that is what it saves.

Both stand in one run, but the machine may be shared: with another job on one of the cores the ratio rises towards 1.
Half the CPU time of both processes is what the wall time comes to where nobody else computes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

import pytest

from tests.benchmarks.cpu import ROOT

PAIRS = int(os.environ.get("PAIRS", "1000"))


def seconds(arguments: list[str]) -> tuple[float, float]:
    """Wall time, and CPU time of the process and its children."""
    start, before = time.perf_counter(), os.times()
    done = subprocess.run([sys.executable, "-m", "tui", *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    assert done.returncode in (0, 1)
    wall, after = time.perf_counter() - start, os.times()
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def test_pairs_in_two_processes_and_one_after_the_other(tmp_path: Path) -> None:
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("one core only")
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"{texts[number % len(texts)]}\nIt was report {number}.\n", "utf-8")
    named = [f"{tmp_path / str(a)}.txt\t{tmp_path / str(b)}.txt" for a, b in product(range(40), repeat=2)][:PAIRS]
    pairs = tmp_path / "pairs.txt"
    pairs.write_text("\n".join(named), "utf-8")
    busy = os.getloadavg()[0]
    one, one_cpu = seconds(["compare", "--pairs", str(pairs), "--no-text", "--jobs", "1"])
    two, two_cpu = seconds(["compare", "--pairs", str(pairs), "--no-text", "--jobs", "2"])
    few = [seconds(["compare", *pair.split("\t"), "--json", "--no-text"]) for pair in named[:10]]
    each, each_cpu = (sum(times) * len(named) / len(few) for times in zip(*few, strict=True))
    print(f"\n{len(named)} pairs in 2 processes, load {busy:.1f}: wall time, half the CPU time, ÷ that of")
    print(f"one process, engines loaded once: {two / one:.2f}, {two_cpu / 2 / one_cpu:.2f} (at most 0.6)")
    print(f"a process for each pair (10 measured): {two / each:.2f}, {two_cpu / 2 / each_cpu:.2f}")
    assert two / each <= 0.6
    assert two_cpu / 2 / one_cpu <= 0.65, "what a second process costs: it shares caches and memory with the first"
