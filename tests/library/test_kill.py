"""Killed at any moment: what was shown as done is there, and the next start needs no repair."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui.library import KeyedFact, Library

ROOT = Path(__file__).parents[2]
SEEDS = range(10)


@contextmanager
def labourer(folder: Path, seed: int, job: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.library.labourer", str(folder), str(seed), job]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def said_until_killed(folder: Path, seed: int, job: str) -> list[str]:
    """What the program had said when it was killed, at a moment that the seed chooses."""
    rng = random.Random(seed)
    with labourer(folder, seed, job) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(rng.randrange(1, 40))]
        time.sleep(rng.random() * 0.01)
        process.kill()
        said += process.stdout.read().splitlines()
    return [line for line in said if line != "ready"]


def check_integrity(folder: Path) -> None:
    with sqlite3.connect(folder / "library.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def last_states(said: Sequence[str]) -> dict[str, str]:
    return dict(line.split() for line in said)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_kill_while_facts_are_triaged(tmp_path: Path, seed: int) -> None:
    said = said_until_killed(tmp_path, seed, "triage")
    with Library.open(tmp_path) as library:
        shown = last_states(said)
        kept = {key: mark.state for key, mark in library.facts.of(shown).items()}
        # One act may have been kept that nobody was told of any more.
        assert sum(kept.get(key, "unseen") != state for key, state in shown.items()) <= 1
        check_integrity(tmp_path)
        while library.undo():
            pass
        assert library.facts.of(shown) == {}


def test_two_programs_on_one_library_lose_no_tick(tmp_path: Path) -> None:
    with (
        Library.open(tmp_path) as library,
        labourer(tmp_path, 101, "triage") as one,
        labourer(tmp_path, 202, "triage") as other,
    ):
        for process in (one, other):
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for n in range(25):
            library.facts.set_state([KeyedFact(f"mine-{n}", {})], "accepted")
        said: dict[str, str] = {}
        for process in (one, other):
            process.kill()
            assert process.stdout is not None
            said |= last_states(process.stdout.read().splitlines())
        assert len(said) > 2
        marks = {key: mark.state for key, mark in library.facts.of([*said, *(f"mine-{n}" for n in range(25))]).items()}
        assert all(marks[f"mine-{n}"] == "accepted" for n in range(25))
        # Each of the two may have been killed between an act and its word.
        assert sum(marks.get(key, "unseen") != state for key, state in said.items()) <= 2
