"""The share of dates, numbers and ages found in a public set of specifications, on sentences that news could print.

The sentences are not ours and stay out of this repository; only the ids of the chosen ones stand here.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.facts.test_values import values_of
from tests.shared import FOLDER
from tui.article import Article, Sentence

SPECS = FOLDER / "data" / "recognizers.jsonl"
CHOSEN = frozenset(json.loads((Path(__file__).parent / "cases" / "recognizers.json").read_text("utf-8")))
LEAST = 0.54
"""Measured when the test was written: 160 of 282, 0.567. The rest is mostly open ranges ("after 2016") and diaries
("from 9 for 2.5 hrs")."""


@pytest.mark.skipif(not SPECS.is_file(), reason="the specifications (../shared/data) are not beside this checkout")
def test_the_share_of_known_dates_and_numbers_that_is_found() -> None:
    """Found: a mention that covers at least half of the longer of the two spans."""
    found = wanted = 0
    for line in SPECS.read_text("utf-8").splitlines():
        spec = json.loads(line)
        if spec["id"] not in CHOSEN:
            continue
        text = spec["text"]
        day = (spec["ref"] or "")[:10] or None
        article = Article(text, (Sentence(0, len(text), 0, "body"),), sha256="", published=day)
        spans = [m.span for fact in values_of(article) for m in fact.mentions]
        for result in spec["results"]:
            wanted += 1
            found += any(_same(span, (result["start"], result["end"])) for span in spans)
    assert found / wanted >= LEAST


def _same(one: tuple[int, int], two: tuple[int, int]) -> bool:
    shared = min(one[1], two[1]) - max(one[0], two[0])
    return shared / max(one[1] - one[0], two[1] - two[0]) >= 0.5
