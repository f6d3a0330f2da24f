"""An article beyond the budget is refused in one line, at once; nothing is read in part without a word."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library import Library
from tui.reading import ReadingError, assembling, budget, html, read

CALM = "The board met on Monday. "


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "LONGEST", 2000)
    monkeypatch.setattr(budget, "MOST", 50)
    monkeypatch.setattr(assembling, "MOST", 50)
    monkeypatch.setattr(html, "LARGEST_PAGE", 5000)


TOO_LARGE = {
    "long.txt": CALM * 100,
    "word.txt": "a" * 2001,
    "lines.txt": "Yes.\n" * 51,
    "sentences.txt": "Yes. " * 51,
    "long.md": "# Title\n\n" + CALM * 100,
    "long.json": json.dumps({"text": CALM * 100}),
    "lines.json": json.dumps({"text": "Yes.\n\n" * 51}),
    "page.html": f"<html><body><article><p>{CALM * 12}</p></article>{'<!-- x -->' * 500}</body></html>",
    "long.html": f"<html><body><article><p>{CALM * 100}</p></article></body></html>",
}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", TOO_LARGE)
def test_one_line_says_what_where_and_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TOO_LARGE[name])
    with pytest.raises(ReadingError) as told:
        read(tmp_path / name)
    assert "\n" not in str(told.value)
    assert str(told.value).startswith(f"{tmp_path / name}: ")
    assert "cut it into articles" in str(told.value) or "save its article alone" in str(told.value)


@pytest.mark.usefixtures("small")
def test_the_other_articles_of_its_file_are_read_and_counted_without_it(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join(json.dumps({"text": text}) for text in ("One went.", CALM * 100, "Three stayed.")))
    problems: list[str] = []
    assert [(a.path, a.text) for a in read(file, problems)] == [
        (f"{file}#1", "One went."),
        (f"{file}#2", "Three stayed."),
    ]
    assert len(problems) == 1
    assert "its article 2 was left out" in problems[0]
    assert read(f"{file}#2")[0].text == "Three stayed."


@pytest.mark.usefixtures("small")
def test_a_file_of_such_articles_alone_is_refused(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text("\n".join(json.dumps({"text": CALM * 100}) for _ in range(2)))
    with pytest.raises(ReadingError, match="all of its 2 articles"):
        read(tmp_path / "news.jsonl")


@pytest.mark.usefixtures("small")
def test_the_library_takes_in_no_line_that_a_file_would_not_hold(tmp_path: Path) -> None:
    """Its sentences are cut when it is read, so they are counted where there may be too many."""
    file = tmp_path / "news.jsonl"
    told = ("Yes. " * 51, "One went.", "Yes. " * 50, "at 1.5, 2.5, 3.5, " * 20)
    file.write_text("\n".join(json.dumps({"text": text}) for text in told) + "\n")
    with Library.in_memory() as library:
        outcome = library.adding.add([file])
        assert outcome.added.new == 3
        assert [problem.partition(": ")[2] for problem in outcome.problems] == [
            "an article of more than 50 sentences or lines; the rest was read"
        ]
        kept = [library.articles.load(e.id) for e in library.articles.entries(library.listing.numbers())]
        assert sorted(len(article.sentences) for article in kept) == [1, 1, 50]


def ran(*arguments: str | Path) -> tuple[int, str, float]:
    """Status, stderr, seconds of CPU; more than 2 GB of memory is not to be had."""
    program = subprocess.Popen(
        [Path(sys.executable).with_name("sidebyline"), *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)),
    )
    assert program.stderr
    said = program.stderr.read()
    _, status, used = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    return program.returncode, said, used.ru_utime + used.ru_stime


HUGE: dict[str, tuple[str, Callable[[], str]]] = {
    "100 MB of text": ("a.txt", lambda: (CALM * 5 + "\n\n") * (100 * 2**20 // (len(CALM) * 5 + 2))),
    "a line of 50 MB": ("a.txt", lambda: CALM * (50 * 2**20 // len(CALM))),
    "a word of 50 MB": ("a.txt", lambda: "a" * (50 * 2**20)),
    "a million equal lines": ("a.txt", lambda: CALM.strip() + "\n" + (CALM.strip() + "\n") * 999_999),
    "a million sentences of one word": ("a.txt", lambda: "Yes. " * 1_000_000),
    "quotes that never close": ("a.txt", lambda: "“She said the board met. " * 10_000),
    "nested tables": ("a.html", lambda: "<html><body>" + "<table><tr><td>word " * 20_000),
    "nested blocks": ("a.html", lambda: "<html><body>" + f"<div><p>{CALM}" * 20_000),
    "a page of 100 MB": ("a.html", lambda: "<html><body>" + f"<p>{CALM}</p>" * 3_000_000),
    "as many words as are read": (
        "a.txt",
        lambda: (CALM.replace(". ", ", as it had in June, and left. ") + "\n\n") * 35_000,
    ),
    "as many lines as are read": ("a.txt", lambda: "Yes.\n\n" * 49_999),
}


@pytest.mark.timed
@pytest.mark.parametrize("command", ["text", "compare", "facts"])
@pytest.mark.parametrize("name", HUGE)
def test_each_answers_within_a_minute_and_two_gigabytes(tmp_path: Path, name: str, command: str) -> None:
    file, made = HUGE[name]
    (tmp_path / file).write_text(made())
    (tmp_path / "b.txt").write_text(CALM * 10)
    others = () if command == "text" else (tmp_path / "b.txt",)
    status, said, seconds = ran(command, tmp_path / file, *others)
    assert status in (0, 1, 2)
    assert status != 2 or said.startswith("sidebyline: ")
    assert said.count("\n") <= 1
    assert seconds < 60


def test_ctrl_c_ends_a_long_comparison_at_once(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_text((CALM * 4 + "\n\n") * 10_000 + name)
    program = subprocess.Popen(
        [Path(sys.executable).with_name("sidebyline"), "compare", "--json", tmp_path / "a", tmp_path / "b"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(4)
    assert program.poll() is None
    program.send_signal(signal.SIGINT)
    out, said = program.communicate(timeout=20)
    assert program.returncode == 130
    assert not out
    assert b"Traceback" not in said
