"""Hard cases as data: two short texts, the links that a careful reader makes, and the edits that are shown.

The edits are what the engine shows today: a change of output is then seen in review.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.comparing.texts import article_of, shown
from tui.comparing import align

_FILES = sorted((Path(__file__).parent / "cases").glob("*.json"))
_CASES = [(f"{file.stem}: {case['name']}", case) for file in _FILES for case in json.loads(file.read_text("utf-8"))]


def test_there_are_at_least_forty() -> None:
    assert len({name for name, _ in _CASES}) >= 40


@pytest.mark.parametrize("case", [case for _, case in _CASES], ids=[name for name, _ in _CASES])
def test_case(case: dict[str, Any]) -> None:
    a, b = article_of(case["a"]), article_of(case["b"])
    found = shown(align(a, b, mode="tellings"), a, b)
    assert found["links"] == case["links"], case["why"]
    assert found["edits"] == case["edits"], case["why"]
