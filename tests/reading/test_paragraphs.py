"""Hard-wrapped lines belong together; one paragraph a line stays one paragraph a line."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading.paragraphs import paragraph_spans

PARAGRAPHS = [
    "The mayor of Harbour City stepped down on Friday after letters that she had written for a former "
    "colleague became public, the city council said in a statement that it put on its website.",
    "She had led the city since 2014. Her deputy takes over until an election in the spring, for which nobody "
    "has announced a candidacy so far.",
    "Nearly fifty people wrote to the judge, among them the colleague's brother, two former ministers and the "
    "trainer of the city's rowing club.",
]


def words_of(text: str) -> list[str]:
    return [" ".join(text[p.start : p.end].split()) for p in paragraph_spans(text)]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_hard_wrapped_paragraphs_are_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(p, width) for p in PARAGRAPHS)
    assert words_of(text) == PARAGRAPHS


@pytest.mark.parametrize("width", [66, 78])
def test_indented_paragraphs_without_blank_lines_are_told_apart(width: int) -> None:
    text = "\n".join(textwrap.fill(p, width, initial_indent="   ") for p in PARAGRAPHS)
    assert words_of(text) == PARAGRAPHS


def test_one_paragraph_a_line_is_left_alone() -> None:
    assert words_of("\n".join(PARAGRAPHS)) == PARAGRAPHS


def test_short_lines_that_are_not_filled_are_paragraphs_of_their_own() -> None:
    lines = ["Roses are red.", "Violets are blue.", "The mayor resigned.", "The council did too."]
    assert words_of("\n".join(lines)) == lines


@given(st.text())
def test_paragraphs_cover_all_that_is_not_white_space(text: str) -> None:
    spans = paragraph_spans(text)
    covered = "".join(text[s:e] for s, e in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(p.end <= q.start for p, q in pairwise(spans))
