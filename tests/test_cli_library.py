"""The library from the command line: add, list, compare by id, remove, export and import."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.schema import valid
from tests.test_cli import ROOT, sidebyline

SEEDS = ROOT / "seeds"


@pytest.fixture
def home(tmp_path: Path) -> str:
    """A library that holds the samples."""
    place = str(tmp_path / "home")
    done = sidebyline("add", SEEDS, SIDEBYLINE_HOME=place)
    assert (done.returncode, done.stdout, done.stderr) == (0, "5 new, 0 new versions, 0 known\n", "")
    return place


def test_the_same_article_is_kept_once(home: str) -> None:
    assert sidebyline("add", SEEDS, SIDEBYLINE_HOME=home).stdout == "0 new, 0 new versions, 5 known\n"
    assert len(sidebyline("list", SIDEBYLINE_HOME=home).stdout.splitlines()) == 5


def test_list_finds_by_query_and_gives_json(home: str) -> None:
    found = sidebyline("list", "outlet:cable", "--json", SIDEBYLINE_HOME=home).stdout.splitlines()
    assert [valid(line, "listed")["source"] for line in found] == ["Cable News"]
    assert "text" not in valid(found[0], "listed")


def test_an_error_in_a_query_is_told_and_the_list_is_not_empty(home: str) -> None:
    done = sidebyline("list", "thorn outlet:", SIDEBYLINE_HOME=home)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stdout


def test_the_samples_are_one_story(home: str) -> None:
    lines = sidebyline("list", "--stories", SIDEBYLINE_HOME=home).stdout.splitlines()
    assert [line.startswith(" ") for line in lines] == [False] + [True] * 5


def _told(home: str) -> list[tuple[Path, str]]:
    """Each sample with its line of the list."""
    lines = sidebyline("list", "--json", SIDEBYLINE_HOME=home).stdout.splitlines()
    ids = {
        valid(sidebyline("facts", path, "--json").stdout, "facts")["articles"][0]["id"]: path
        for path in SEEDS.glob("*.txt")
    }
    return [(ids[valid(line, "listed")["id"]], line) for line in lines]


def test_an_article_is_named_by_the_beginning_of_its_id(home: str) -> None:
    ids = [
        valid(line, "listed")["id"] for line in sidebyline("list", "--json", SIDEBYLINE_HOME=home).stdout.splitlines()
    ]
    done = sidebyline("compare", ids[0][:12], ids[1], "--json", "--no-text", SIDEBYLINE_HOME=home)
    document = valid(done.stdout, "comparison")
    assert [document["a"]["id"], document["b"]["id"]] == ids[:2]
    beside = sidebyline("compare", *ids[2:4], "--json", "--no-text", SIDEBYLINE_HOME=home)
    files = {valid(line, "listed")["id"]: path for path, line in _told(home)}
    others = [files[id] for id in ids if id not in ids[2:4]]
    told = sidebyline("compare", files[ids[2]], files[ids[3]], "--json", "--no-text", *(f"--with={p}" for p in others))
    assert valid(beside.stdout, "comparison")["facts"] == valid(told.stdout, "comparison")["facts"], (
        "its story gives the context"
    )
    missing = sidebyline("compare", "0" * 12, ids[1], SIDEBYLINE_HOME=home)
    assert (missing.returncode, missing.stderr.count("\n")) == (2, 1)


def test_what_is_removed_comes_back_by_import(home: str, tmp_path: Path) -> None:
    exported = tmp_path / "library.jsonl"
    assert sidebyline("export", "--output", exported, SIDEBYLINE_HOME=home).returncode == 0
    first = valid(sidebyline("list", "--json", SIDEBYLINE_HOME=home).stdout.splitlines()[0], "listed")["id"]
    assert sidebyline("remove", first[:10], SIDEBYLINE_HOME=home).stdout == "1 text removed\n"
    assert len(sidebyline("list", SIDEBYLINE_HOME=home).stdout.splitlines()) == 4
    assert sidebyline("import", exported, SIDEBYLINE_HOME=home).stdout.startswith("1 new, 0 new versions, 4 known")


def test_what_was_reviewed_is_a_document_or_a_table(home: str) -> None:
    assert valid(sidebyline("export", "--reviewed", SIDEBYLINE_HOME=home).stdout, "reviewed")["facts"] == []
    assert sidebyline("export", "--reviewed", "--csv", SIDEBYLINE_HOME=home).stdout.startswith("type,about,verdict")


@pytest.mark.parametrize(
    "arguments",
    [("add", "missing.txt"), ("remove", "abcdef"), ("export", "--csv"), ("import", "missing.jsonl"), ("add",)],
)
def test_trouble_with_the_library_is_one_line(home: str, arguments: tuple[str, ...]) -> None:
    done = sidebyline(*arguments, SIDEBYLINE_HOME=home)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_a_library_that_cannot_be_made_is_one_line() -> None:
    done = sidebyline("list", SIDEBYLINE_HOME="/dev/null/sidebyline")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_only_what_is_asked_for_is_fetched(home: str) -> None:
    done = sidebyline("add", "https://news.example/a", SIDEBYLINE_HOME=home)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "add --fetch https://news.example/a" in done.stderr
    private = sidebyline("add", "--fetch", "http://127.0.0.1:9/a", "http://[::1]/b", SIDEBYLINE_HOME=home)
    assert (private.returncode, private.stderr.count("\n")) == (2, 2)
    assert "not public" in private.stderr
