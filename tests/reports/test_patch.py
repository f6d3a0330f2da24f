"""A patch applied to A is B, for any text."""

from __future__ import annotations

from diff_match_patch import diff_match_patch
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.comparing.generated import MANY
from tui.comparing import DEFAULT_IGNORE, Alignment
from tui.comparison import Comparison
from tui.reading.plain import read_plain
from tui.reports.patch import patch_text

WORDS = st.lists(st.sampled_from("the mayor left. “He” said, it’s 2012 – or\n\n so".split(" ")), max_size=40).map(
    " ".join
)
TEXTS = WORDS | st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=MANY, deadline=None)
@given(TEXTS, TEXTS)
def test_a_patch_applied_to_a_is_b(a: str, b: str) -> None:
    one, other = read_plain(a, path=None, sha256=""), read_plain(b, path=None, sha256="")
    comparison = Comparison(one, other, Alignment("tellings", (), (), (), {}), DEFAULT_IGNORE)
    tool = diff_match_patch()
    tool.Match_Threshold = 0.0
    patch = tool.patch_fromText(patch_text(comparison))
    assert tool.patch_apply(patch, a)[0] == b
