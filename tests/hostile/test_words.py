"""Words that strangers choose, wherever they may: as a query, a note, a file's name, a JSON key, a title, a commit
message, the configuration; and out again through every report.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.hostile.corpus import Word, words
from tests.hostile.streams import FORBIDDEN, run
from tests.screens.running import running
from tui.app import SidebylineApp
from tui.library import KeyedFact, Library

WORDS = words()
_WANTED = ("--plain", "--json", "--html", "--markdown", "--word-diff", "--criticmarkup", "--advisory", "--patch")
_HELP = subprocess.run(
    [sys.executable, "-m", "tui", "compare", "--help"], capture_output=True, text=True, check=True
).stdout
REPORTS = tuple(flag for flag in (*_WANTED, "--docx") if flag in _HELP)
TEXTS = tuple(flag for flag in REPORTS if flag != "--docx")
STORY = "Ann Roe opened the quay in 2009, said “{}” and Ben Low, 44. “It is {} good,” said {} of the harbour."
each = pytest.mark.parametrize("word", WORDS, ids=lambda word: word.name)


def record(word: Word) -> dict[str, object]:
    """An article that has the word in every field, and as a key."""
    said = word.said
    return {"title": said, "source": said, "author": [said], "date": said, "url": said, said: said,
            "text": STORY.replace("{}", said)}  # fmt: skip


@pytest.fixture(scope="module")
def all_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One article that says every word, each in a sentence of its own."""
    path = tmp_path_factory.mktemp("all") / "all.json"
    text = "\n\n".join(f"Ann Roe said “{word.said[:200]}” in 2009." for word in WORDS)
    path.write_text(json.dumps({"title": WORDS[0].said, "source": "|".join(w.said[:20] for w in WORDS), "text": text}))
    return path


@each
def test_a_word_in_every_field_is_shown_with_stand_ins(
    word: Word, tmp_path: Path, neighbour: Path, capfdbinary: Any
) -> None:
    path = tmp_path / "word.json"
    path.write_text(json.dumps(record(word)), "utf-8")
    turn = WORDS.index(word) % len(TEXTS)
    for report in {"--plain", "--html", TEXTS[turn]}:
        outcome = run(capfdbinary, "compare", str(path), str(neighbour), report)
        assert outcome.forbidden() is None, report
        assert outcome.status in (0, 1), report
    table = run(capfdbinary, "facts", str(path), str(neighbour), "--csv")
    assert table.forbidden() is None
    for row in csv.reader(io.StringIO(table.out)):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@each
def test_a_word_as_a_query_an_id_and_a_path_is_answered(word: Word, capfdbinary: Any) -> None:
    for command in (("list", "--", word.said), ("remove", "--", word.said), ("text", "--", f"{word.said}.txt")):
        if "\0" not in word.said:
            outcome = run(capfdbinary, *command)
            assert outcome.status in (0, 2), command
            assert outcome.forbidden() is None, command


@each
def test_a_word_in_the_configuration_runs_nothing(
    word: Word, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Any
) -> None:
    file = tmp_path / "config.toml"
    quoted = json.dumps(word.said, ensure_ascii=True)
    file.write_text(f"theme = {quoted}\nnames = {quoted}\n{quoted} = 1\n[keys]\n{quoted} = {quoted}\n", "utf-8")
    monkeypatch.setenv("SIDEBYLINE_CONFIG", str(file))
    monkeypatch.setenv("SIDEBYLINE_NAMES", "")  # which the command sets for the rest of its process
    outcome = run(capfdbinary, "config")
    assert outcome.status in (0, 2)
    assert outcome.forbidden() is None


def test_every_word_is_kept_as_a_note_and_comes_out_of_every_export(tmp_path: Path, capfdbinary: Any) -> None:
    with Library.open() as library:
        for word in WORDS:
            fact = KeyedFact(f"key-{word.name}", {"about": word.said, "a": {"title": word.said, "values": [word.said]}})
            library.facts.set_state([fact], "flagged")
            library.facts.set_note(fact, word.said)
            library.triage.set_note(f"id-{word.name}", word.said)
        kept = {key: mark.note for key, mark in library.facts.of(f"key-{word.name}" for word in WORDS).items()}
    assert all(
        kept[f"key-{w.name}"].replace("\ufffd", "?") == w.said for w in WORDS if w.name in ("sql", "nul", "html")
    )
    for command in (("export", "--reviewed"), ("export", "--reviewed", "--csv"), ("export",)):
        outcome = run(capfdbinary, *command)
        assert outcome.status == 0
        assert outcome.forbidden() is None
        if "--csv" in command:
            for row in csv.reader(io.StringIO(outcome.out)):
                assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    (tmp_path / "out.jsonl").write_text(outcome.out, "utf-8")
    assert run(capfdbinary, "import", str(tmp_path / "out.jsonl")).status == 0


class _Tags(HTMLParser):
    """What a browser would make of a page: its elements, and what they would run or load."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        for name, value in attrs:
            runs = name.startswith("on") or name in ("src", "srcset", "style", "formaction", "action")
            leads = name == "href" and not (value or "").startswith("#")
            if runs or leads:
                self.bad.append(f"{tag} {name}={value!r}")


def test_no_report_lets_a_word_out(all_words: Path, neighbour: Path, tmp_path: Path, capfdbinary: Any) -> None:
    """All words at once: what one of them opens another might close."""
    pair = (str(all_words), str(neighbour))
    for report in TEXTS:
        outcome = run(capfdbinary, "compare", *pair, report)
        assert outcome.forbidden() is None, report
        assert outcome.status == 1
        if report == "--html":
            page = _Tags()
            page.feed(outcome.out)
            assert page.bad == []
            assert not {"img", "svg", "iframe", "object", "embed", "form", "base"} & set(page.names)
            assert page.names.count("script") <= 1
    if "--docx" not in REPORTS:
        return
    word_file = tmp_path / "all.docx"
    assert run(capfdbinary, "compare", *pair, "--docx", "-o", str(word_file)).status == 1
    with zipfile.ZipFile(word_file) as document:
        for name in document.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(document.read(name))
                assert b'TargetMode="External"' not in document.read(name)
        shown = "".join(map(str, etree.fromstring(document.read("word/document.xml")).itertext()))
        assert FORBIDDEN.search(shown.replace("\t", "")) is None


def test_every_word_as_a_file_name(tmp_path: Path, capfdbinary: Any) -> None:
    folder = tmp_path / "names"
    folder.mkdir()
    made = 0
    for word in WORDS:
        name = (
            os.fsencode(str(folder))
            + b"/"
            + word.said.encode("utf-8", "surrogateescape" if not word.hex else "surrogatepass")[:240]
            .replace(b"/", b"_")
            .replace(b"\0", b"0")
            + b".txt"
        )
        with open(name, "wb") as file:  # noqa: PTH123 - bytes, which no Path takes
            file.write(b"Ann Roe opened the quay in 2009. Ben Low left.\n")
        made += 1
    for command in (("add", str(folder)), ("list",), ("list", "--json"), ("list", "--stories")):
        outcome = run(capfdbinary, *command)
        assert outcome.forbidden() is None, command
        assert outcome.status == 0, command
    assert made == len(WORDS)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_every_word_as_a_commit_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> None:
    monkeypatch.chdir(tmp_path)
    own = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*arguments: str, message: bytes = b"") -> None:
        subprocess.run(["git", *arguments], env=own, input=message, check=True, capture_output=True, timeout=60)

    git("init", "-q")
    git("config", "user.email", "a@b")
    git("config", "user.name", "x\x1b]0;owned")
    for n, word in enumerate(WORDS[::3]):
        Path("story.txt").write_text(f"Ann Roe opened the quay in {1950 + n}.\n", "utf-8")
        git("add", "story.txt")
        message = word.said.replace("\0", "").encode("utf-8", "surrogatepass")
        git("commit", "-q", "--allow-empty-message", "--cleanup=verbatim", "-F", "-", message=message)
    for command in (("history", "story.txt"), ("history", "story.txt", "--json"), ("text", "HEAD~2:story.txt")):
        outcome = run(capfdbinary, *command)
        assert outcome.status == 0
        assert outcome.forbidden() is None
    assert run(capfdbinary, "history", "story.txt").out.count("\n") == len(WORDS[::3])


async def test_every_word_typed_into_the_app_is_shown_with_stand_ins() -> None:
    """The prompt and the window of a note are Textual's own fields: the filter of lines stands in front of them."""
    async with running((100, 30)) as program:
        for word in WORDS[::2]:
            await program.library.prompt.ask("Filter", lambda _: None, word.said)
            program.library.prompt.post_message(program.library.prompt.Changed(word.said))
            await program.pilot.pause()
            assert shown_badly(program.app) == []
        await program.press("escape escape x j c tab")
        for word in WORDS[1::2]:
            program.compare.hint(word.said)
            program.compare.search(word.said)
            await program.pilot.pause()
            assert shown_badly(program.app) == []
            assert program.app.is_running


def shown_badly(app: SidebylineApp) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return [ascii(s.text) for strip in strips for s in strip if not s.control and FORBIDDEN.search(s.text)]
