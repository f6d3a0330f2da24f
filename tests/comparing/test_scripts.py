"""Western text is cut by a pattern of its own, and into the same words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.comparing import words

_SIGNS = "ab 1.,'\u2018\u2019`-\u2010\u2013\u00e9\u00df\u0132\u02bc\u02b0\u02ff\u201c\u201d\u20d0\u2bff_"


@given(st.text(st.sampled_from(_SIGNS) | st.characters(max_codepoint=0x2FF), max_size=40))
def test_western_text_is_cut_as_text_of_any_script(text: str) -> None:
    assert words._is_western(text)
    western, any_script = (pattern.finditer(text) for pattern in (words._WESTERN, words._any_script()))
    assert [m.span() for m in western] == [m.span() for m in any_script]


@given(st.text("a\u0301\u200d\u0e01\u3042\u4e2d\U00020001 ", min_size=1, max_size=20))
def test_a_mark_or_a_script_without_spaces_is_cut_by_the_other_one(text: str) -> None:
    assert words._is_western(text) == (not set(text) - set("a "))
