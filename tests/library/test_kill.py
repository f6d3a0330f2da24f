"""Killed at any moment: what was shown as done is there, and the next start needs no repair.

`SIDEBYLINE_KILLS=300` kills so often; the suite kills twenty times.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.library.labourer import ROWS
from tests.library.telling import HARBOUR, LIGHTHOUSE, article
from tui.library import KeyedFact, Library

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("SIDEBYLINE_KILLS", "20"))
RECORDS = 150


@contextmanager
def labourer(folder: Path, seed: int, job: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.library.labourer", str(folder), str(seed), job]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def said_until_killed(folder: Path, seed: int, job: str, *, most: int = 40, within: float = 0.01) -> list[str]:
    """What the program had said when it was killed, at a moment that the seed chooses."""
    rng = random.Random(seed)
    with labourer(folder, seed, job) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(rng.randrange(1, most))]
        time.sleep(rng.random() * within)
        process.kill()
        said += process.stdout.read().splitlines()
    return said[1:]


def check_integrity(folder: Path) -> None:
    with sqlite3.connect(folder / "library.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        connection.execute("INSERT INTO heads (heads, rank) VALUES ('integrity-check', 1)")
    connection.close()


def last_states(said: Sequence[str]) -> dict[str, str]:
    return dict(line.split() for line in said)


@pytest.mark.parametrize("seed", range(KILLS * 8 // 20))
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


@pytest.mark.parametrize("seed", range(KILLS * 6 // 20))
def test_a_kill_while_articles_are_added(tmp_path: Path, seed: int) -> None:
    with (tmp_path / "news.jsonl").open("w") as file:
        for n in range(RECORDS):
            own = " ".join(f"word{n}{letter}" for letter in "abcdefghijkl")
            file.write(json.dumps({"title": f"Boat {n}", "text": f"Boat {n} came in with {own}."}) + "\n")
    said = said_until_killed(tmp_path, seed, "add", most=RECORDS // 5, within=0.02)
    check_integrity(tmp_path) if (tmp_path / "library.db").exists() and said else None
    with Library.open(tmp_path) as library:
        entries = library.articles.entries(library.listing.numbers())
        assert len(entries) >= max(map(int, said), default=0)
        assert len(entries) % 5 == 0
        for entry in entries:
            article = library.articles.load(entry.id)
            assert (article.id, article.title) == (entry.id, entry.title)
        outcome = library.adding.add([tmp_path / "news.jsonl"])
        assert (outcome.added.known, outcome.added.new) == (len(entries), RECORDS - len(entries))
        assert len(library.listing.numbers("boat")) == RECORDS
    check_integrity(tmp_path)


@pytest.mark.parametrize("seed", range(KILLS * 3 // 20))
def test_a_kill_while_the_library_is_written_out(tmp_path: Path, seed: int) -> None:
    with Library.open(tmp_path) as library:
        library.articles.add([article(LIGHTHOUSE), article(HARBOUR), *(article(f"Boat {n} is in.") for n in range(60))])
        lines = list(library.transfer.lines())
    said = said_until_killed(tmp_path, seed, "export", most=6)
    out = tmp_path / "out.jsonl"
    assert out.exists() or not said
    assert not out.exists() or out.read_text().splitlines(keepends=True) == lines


@pytest.mark.parametrize("seed", range(KILLS * 3 // 20))
def test_a_kill_while_the_library_is_migrated(tmp_path: Path, seed: int) -> None:
    with Library.open(tmp_path) as library:
        library.facts.set_state([KeyedFact("x", {})], "flagged")
    said_until_killed(tmp_path, seed, "migrate", most=4, within=0.1)
    check_integrity(tmp_path)
    with sqlite3.connect(tmp_path / "library.db") as connection:
        assert connection.execute("SELECT mark FROM decisions").fetchall() == [("flagged",)]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        later = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'later'").fetchone()[0]
        assert (version, later) in ((1, 0), (2, 1))
        assert version == 1 or connection.execute("SELECT count(*) FROM later").fetchone() == (ROWS,)
    connection.close()


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


def test_ticks_beside_a_background_add(tmp_path: Path) -> None:
    with (tmp_path / "news.jsonl").open("w") as file:
        for n in range(400):
            file.write(json.dumps({"title": f"Boat {n}", "text": f"Boat {n} came in. " * 30}) + "\n")
    with Library.open(tmp_path) as library, labourer(tmp_path, 1, "add") as process:
        assert process.stdout is not None
        for _ in range(3):
            process.stdout.readline()
        before, ticks = library.changes(), 0
        while library.changes() < before + ticks + 5 and ticks < 2000:
            library.facts.set_state([KeyedFact(f"mine-{ticks}", {})], "accepted")
            ticks += 1
        assert len(library.facts.of(f"mine-{n}" for n in range(ticks))) == ticks
        assert ticks < 2000, "the other copy has to have worked meanwhile"
