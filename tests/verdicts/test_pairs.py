"""Two reports of one invented event, read whole: every conflict that a reader would name, and no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tui.comparison import Comparison, compare
from tui.reading import read

PAIRS = json.loads((Path(__file__).parents[1] / "facts" / "cases" / "pairs.json").read_text("utf-8"))


def compared(case: dict[str, Any], folder: Path, *, ending: str = "\n") -> Comparison:
    for side in "ab":
        (folder / f"{side}.txt").write_text(case[side], "utf-8", newline=ending)
    return compare(*(read(folder / f"{side}.txt")[0] for side in "ab"))


def verdicts(comparison: Comparison) -> list[list[object]]:
    return [
        [f.type, f.verdict, [m.text for m in f.mentions.a], [m.text for m in f.mentions.b], f.about]
        for f in comparison.facts or ()
    ]


@pytest.fixture(params=[pytest.param(case, id=case["why"]) for case in PAIRS])
def case(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_conflicts(case: dict[str, Any], tmp_path: Path) -> None:
    found = verdicts(compared(case, tmp_path))
    assert sorted(f[:1] + f[2:4] for f in found if f[1] == "conflict") == sorted(case["conflicts"])


def test_nobody_is_said_to_speak_for_another(case: dict[str, Any], tmp_path: Path) -> None:
    facts = compared(case, tmp_path).facts or ()
    assert [f.about for f in facts if f.speakers_differ] == []


def test_line_ends_and_the_shape_of_quotes_change_no_verdict(case: dict[str, Any], tmp_path: Path) -> None:
    plain = verdicts(compared(case, tmp_path))
    assert verdicts(compared(case, tmp_path, ending="\r\n")) == plain
    turned, is_open = "", True
    for char in case["b"]:
        turned += ("“" if is_open else "”") if char == '"' else "’" if char == "'" else char
        is_open ^= char == '"'
    curly = verdicts(compared({**case, "b": turned}, tmp_path))
    straight = str.maketrans("“”’", '""\'')
    assert [f[:2] for f in curly] == [f[:2] for f in plain]
    assert [words_of_b(f).translate(straight) for f in curly] == [words_of_b(f) for f in plain]


def words_of_b(fact: list[object]) -> str:
    return " | ".join(fact[3]) if isinstance(fact[3], list) else ""
