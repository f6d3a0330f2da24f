"""Out and in again: nothing is lost, nothing doubles, and what is no export harms nothing."""

from __future__ import annotations

import csv
import io
import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.telling import HARBOUR, LIGHTHOUSE, article, fact
from tests.schema import valid
from tui.article import Mark, Pair
from tui.comparison import Comparison, link
from tui.library import Added, ArticleSet, KeyedFact, Library, LibraryError, keyed, write_whole
from tui.library.reviewed import as_cell


def filled() -> Library:
    library = Library.in_memory()
    light = replace(
        article(LIGHTHOUSE, "corrie.txt"), title="\ud800", byline=("Jo",), marks=(Mark(0, 3, "place", None),)
    )
    changed = article(LIGHTHOUSE.replace("Nine", "Ten"), "corrie.txt")
    library.articles.add([light, changed, article(HARBOUR, "one.txt"), article(HARBOUR, "two.txt")])
    library.triage.set_state([light.id], "done")
    library.triage.set_note(changed.id, "see \u202e\0")
    library.facts.set_state([KeyedFact("f" * 64, {"type": "date"})], "flagged")
    library.corrections.make(ArticleSet(light.id, "source", "Corrie Courier"))
    return library


def without_times(lines: list[str]) -> list[object]:
    def stripped(value: object) -> object:
        if isinstance(value, dict):
            return {key: stripped(inner) for key, inner in value.items() if key != "at"}
        return [stripped(inner) for inner in value] if isinstance(value, list) else value

    return [stripped(valid(line, "kept")) for line in lines]


def test_out_and_in_again() -> None:
    out = list(filled().transfer.lines())
    assert all(line.isascii() and line.endswith("\n") and line.count("\n") == 1 for line in out)
    library = Library.in_memory()
    imported = library.transfer.take(out)
    assert imported.problems == []
    assert (imported.added, imported.decisions) == (Added(new=3), 4)
    assert without_times(list(library.transfer.lines())) == without_times(out)
    again = library.transfer.take(out)
    assert (again.added, again.decisions, again.problems) == (Added(known=3), 0, [])
    assert without_times(list(library.transfer.lines())) == without_times(out)


def test_the_younger_decision_stays() -> None:
    library = Library.in_memory()
    key = KeyedFact("f" * 64, {})
    library.facts.set_state([key], "accepted")
    older = list(library.transfer.lines())
    library.facts.set_state([key], "dismissed")
    assert library.transfer.take(older).decisions == 0
    assert library.facts.of([key.key])[key.key].state == "dismissed"


def test_damaged_lines_are_named_and_the_rest_is_taken() -> None:
    lines = list(filled().transfer.lines())
    broken = json.loads(lines[0])
    broken["sentences"][0][1] = 10**9
    wrong = {
        "schema": "sidebyline.library/1",
        "decision": {"kind": "fact", "key": 3, "mark": "x", "note": "", "detail": {}},
    }
    library = Library.in_memory()
    imported = library.transfer.take(["{", "[]", json.dumps(broken), json.dumps(wrong), "\n", *lines])
    assert [problem.partition(":")[0] for problem in imported.problems] == ["line 1", "line 2", "line 3", "line 4"]
    assert imported.added == Added(new=3)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    ["text", "sentences", "path", "sha256", "origins", "revises", "marks", "byline", "title", "published"]
)
LINE = valid(next(filled().transfer.lines()), "kept")
DECISION = valid(list(filled().transfer.lines())[-1], "kept")


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(FIELDS, JSON, max_size=2),
    st.dictionaries(st.sampled_from([*DECISION["decision"]]), JSON, max_size=2),
)
def test_no_line_breaks_the_library(article_fields: dict[str, object], decision_fields: dict[str, object]) -> None:
    decision = {**DECISION, "decision": {**DECISION["decision"], **decision_fields}}
    library = Library.in_memory()
    library.transfer.take([json.dumps({**LINE, **article_fields}), json.dumps(decision)])
    for entry in library.articles.entries(library.listing.numbers()):
        library.articles.load(entry.id)
    list(library.transfer.lines())
    library.close()


def compared() -> tuple[Comparison, KeyedFact]:
    a, b = article(LIGHTHOUSE, "corrie.txt"), article(HARBOUR, "=cmd.txt")
    comparison = replace(link(a, b), facts=(fact(Pair(a, b), "1998", "1997"),))
    assert comparison.facts is not None
    return comparison, keyed(comparison, comparison.facts[0])


def test_reviewed_facts_carry_both_passages() -> None:
    library = Library.in_memory()
    comparison, key = compared()
    library.facts.see([key])
    assert library.reviewed.facts() == []
    library.facts.set_state([key], "flagged")
    library.facts.set_note(key, "=1+1, really")
    [found] = valid(library.reviewed.to_json(), "reviewed")["facts"]
    assert (found["mark"], found["note"], found["verdict"]) == ("flagged", "=1+1, really", "conflict")
    assert found["a"]["passages"] == ["Keeper Moira Tennant said the lamp had failed in 1998 as well."]
    assert library.reviewed.facts([comparison.a.id]) == []
    assert len(library.reviewed.facts([comparison.a.id, comparison.b.id])) == 1


def test_csv_computes_nothing() -> None:
    library = Library.in_memory()
    _, key = compared()
    library.facts.set_note(key, "=1+1, really\x1b[31m")
    [row] = csv.DictReader(io.StringIO(library.reviewed.to_csv()))
    assert row["note"] == "'=1+1, really␛[31m"
    assert row["b_path"] == "'=cmd.txt"
    assert row["b_passages"].startswith("Moira Tennant")


@pytest.mark.parametrize("value", ["=1", "+1", "-1", "@x", "\t=1", "  =1", "\r=1", "＝1", "\n+1"])
def test_what_a_spreadsheet_would_compute_is_text(value: str) -> None:
    assert as_cell(value).startswith(("'", "␉", "␍"))


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    write_whole(target, [b"one\n", b"two\n"])
    assert target.read_bytes() == b"one\ntwo\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600

    def breaking() -> object:
        yield b"three"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(target, breaking())  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
    assert target.read_bytes() == b"one\ntwo\n"
    with pytest.raises(LibraryError):
        write_whole(tmp_path / "nowhere" / "out.jsonl", [b""])
