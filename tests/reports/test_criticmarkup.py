"""CriticMarkup: who accepts every change has B's text, who rejects every change has A's."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import compare
from tui.comparison import Comparison
from tui.reading.plain import read_plain
from tui.reports.criticmarkup import criticmarkup_text
from tui.safe import safe

_MARK = re.compile(
    r"\{\+\+(?P<come>.*?)\+\+\}|\{--(?P<gone>.*?)--\}|\{~~(?P<a>.*?)~>(?P<b>.*?)~~\}|\{>>(?P<comment>.*?)<<\}|"
    r"\{==(?P<lit>.*?)==\}",
    re.DOTALL,
)
"""The syntax as its readers have it: they know no escapes."""
SIGNS = ["{++", "++}", "{--", "--}", "{~~", "~>", "~~}", "{>>", "<<}", "{==", "==}", "\\", "{", "}", "~", ">", "-", "+"]
WORDS = ["The ferry", "sank", "on Monday.", "“Nobody” said", " ", "\n\n", "\n", "\x1b[1m", "12"]
TEXTS = st.lists(st.sampled_from(SIGNS + WORDS) | st.text(max_size=5), max_size=12).map("".join)


def compared(a: str, b: str) -> Comparison:
    return compare(read_plain(a, path="a.txt", sha256=""), read_plain(b, path="b.txt", sha256=""))


def taken(marked: str, side: Literal["a", "b"]) -> str:
    """The text with every change accepted (`b`) or rejected (`a`)."""
    groups = {"a": ("gone", "a", "lit"), "b": ("come", "b", "lit")}[side]
    plain = _MARK.sub(lambda mark: "".join(mark[name] or "" for name in groups), marked)
    return re.sub(r"\\([-\\+~=>}])", r"\1", plain)


def test_marks_stand_where_the_words_differ() -> None:
    marked = criticmarkup_text(compared("The quay opened in 2009, he said.", "The old quay opened in 2012, he said."))
    assert marked.startswith("The {++old ++}quay opened in {~~2009~>2012~~}, he said.{>>A: a · ")


@pytest.mark.parametrize(
    ("a", "b"),
    [("", ""), ("", "All new.\n"), ("Gone.\n\nStays.", "Stays.\n"), ("He said “no”.", 'He said "no".'), ("{", "{++")],
    ids=["empty", "new", "gone", "quotes", "brace"],
)
def test_odd_pairs_come_back_exactly(a: str, b: str) -> None:
    marked = criticmarkup_text(compared(a, b))
    assert (taken(marked, "a"), taken(marked, "b")) == (a, b)


@given(TEXTS, TEXTS)
def test_accepting_gives_b_and_rejecting_gives_a(a: str, b: str) -> None:
    comparison = compared(a, b)
    marked = criticmarkup_text(comparison)
    assert taken(marked, "a") == safe(comparison.a.text, keep="\n\t")
    assert taken(marked, "b") == safe(comparison.b.text, keep="\n\t")
    assert criticmarkup_text(comparison) == marked
