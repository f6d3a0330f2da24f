"""The advisory says what a new version changes, adds and drops, each with its paragraph, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import compare
from tui.reading.plain import read_plain
from tui.reports.advisory import MOST, advisory_line
from tui.safe import safe

STORY = """Ferry sinks off Port Alda

PORT ALDA, 12 March 2024 - A ferry sank off Port Alda on Monday, killing at least 12 people, the coast guard said.

"We are searching for survivors," said Captain Lena Voss.

The vessel was built in 1987. The line has served the islands since 1954.

Divers went down to the wreck at noon, and a crane is on its way from the mainland.
"""


def line(b: str, a: str = STORY) -> str:
    return advisory_line(compare(read_plain(a, path="a", sha256=""), read_plain(b, path="b", sha256="")))


@pytest.mark.parametrize(
    ("before", "after", "clause"),
    [
        ("at least 12", "15", "Updates death toll to 15 in paragraph 1."),
        ("in 1987", "in 1978", "Corrects year (vessel built) to 1978 in paragraph 3."),
        ('survivors,"', 'survivors and for the cause,"', "Extends comment from Lena Voss in paragraph 2."),
        ("Ferry sinks off Port Alda\n", "Ferry sinks off Port Alda, killing 12\n", "Changes headline."),
        ("went down to", "reached", "Rewords paragraph 4."),
        ("12", "12", "No change."),
    ],
    ids=["toll", "year", "comment", "headline", "wording", "nothing"],
)
def test_a_change_is_one_clause(before: str, after: str, clause: str) -> None:
    assert before in STORY
    assert line(STORY.replace(before, after, 1)) == clause


def test_what_is_added_and_dropped_is_told_with_its_source() -> None:
    comment = '\n"This must never happen again," Transport Minister Olaf Brandt said on Tuesday.\n'
    assert line(STORY + comment) == "Adds comment from Olaf Brandt in paragraph 5."
    assert line(STORY, STORY + comment) == "Drops comment from Olaf Brandt (was in paragraph 5)."
    assert line(STORY + "\nFishermen in the old harbour lit candles for the drowned and the lost.\n") == (
        "Adds “Fishermen in the old harbour lit …” in paragraph 5."
    )


def test_several_changes_go_from_what_is_corrected_to_what_is_reworded() -> None:
    told = line(STORY.replace("at least 12", "15").replace("1987", "1978").replace("went down to", "reached"))
    assert told == (
        "Updates death toll to 15 in paragraph 1; corrects year (vessel built) to 1978 in paragraph 3; "
        "rewords paragraph 4."
    )


def test_a_long_one_is_cut_and_says_so() -> None:
    added = "".join(f"\nThe {word} quay was inspected by divers from the {word} yard.\n" for word in "abcdefghijklmnop")
    told = line(STORY + added)
    assert told.count(";") == MOST
    assert told.endswith("more changes.")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_have_one_printable_line(a: str, b: str) -> None:
    told = line(b, a)
    assert safe(told) == told
    assert told.endswith(".")
