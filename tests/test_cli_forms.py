"""Each form that compare and facts print, as a file and on stdout; what the reader marked is in the reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.hostile.streams import run
from tui.cli.forms import FORMS, TABLE_FORMS

SIGNS = {
    "plain": "FACTS", "json": '"schema"', "html": "<!DOCTYPE html>", "markdown": "# ", "criticmarkup": "{~~",
    "word-diff": "+++ ", "patch": "@@ -", "advisory": ".\n", "csv": "type,about", "docx": "PK",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text("Ann Roe founded the charity in 2009. 31 people came to the bridge.\n")
    (tmp_path / "b.txt").write_text("Ann Roe founded the charity in 2012. 31 people came to the old bridge.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", sorted({*FORMS} - {"docx"}))
def test_a_comparison_in_each_form(folder: Path, capfdbinary: Any, form: str) -> None:
    printed = run(capfdbinary, "compare", "a.txt", "b.txt", f"--{form}", "--mode", "revision")
    assert (printed.status, printed.err) == (1, "")
    assert SIGNS[form] in printed.out
    assert printed.out.endswith("\n")
    assert run(capfdbinary, "compare", "a.txt", "b.txt", f"--{form}", "--mode", "revision", "-o", "out").out == ""
    assert Path("out").read_text("utf-8") == printed.out, "a file holds the same bytes"


@pytest.mark.parametrize("form", sorted(TABLE_FORMS))
def test_a_facts_table_in_each_form(folder: Path, capfdbinary: Any, form: str) -> None:
    printed = run(capfdbinary, "facts", "a.txt", "b.txt", f"--{form}")
    assert (printed.status, printed.err) == (0, "")
    assert SIGNS[form] in printed.out


def test_two_forms_at_once_are_one_line_of_trouble(folder: Path, capfdbinary: Any) -> None:
    for command in ("compare", "facts"):
        outcome = run(capfdbinary, command, "a.txt", "b.txt", "--html", "--json")
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err == "sidebyline: --json, --html exclude each other; name one\n"


def test_marks_and_notes_are_in_the_reports(folder: Path, capfdbinary: Any) -> None:
    from tui import compare, read
    from tui.library import Library, keyed

    comparison = compare(*read("a.txt"), *read("b.txt"))
    facts = [keyed(comparison, fact) for fact in comparison.facts or () if fact.verdict == "conflict"]
    with Library.open() as library:
        library.facts.set_state(facts, "flagged")
        library.facts.set_note(facts[0], "asked the press office")
    for form in ("--html", "--markdown"):
        assert "asked the press office" in run(capfdbinary, "compare", "a.txt", "b.txt", form).out
