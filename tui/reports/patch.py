"""Comparison → a diff-match-patch patch that turns A's text into B's exactly.

The differences are our own, over the whole text and every character of it, so the patch never depends on
a timeout inside the library; only its format and its application do. Ignore rules have no say here.
"""

from __future__ import annotations

import re

from diff_match_patch import diff_match_patch

from tui.comparing import diff_words
from tui.comparison import Comparison

_TOKEN = re.compile(r"\w+|\s|[^\w\s]")
"""Every character belongs to one token, so joined tokens are the text again."""


def patch_text(comparison: Comparison) -> str:
    """The patch in the library's text form, percent-encoded where it has to be."""
    a, b = (_TOKEN.findall(article.text) for article in comparison.articles)
    differences: list[tuple[int, str]] = []
    for op, a_start, a_end, b_start, b_end in diff_words(a, b).edits:
        if op == "equal":
            differences.append((0, "".join(a[a_start:a_end])))
        else:
            sides = ((-1, "".join(a[a_start:a_end])), (1, "".join(b[b_start:b_end])))
            differences += [(code, words) for code, words in sides if words]
    tool = diff_match_patch()
    return str(tool.patch_toText(tool.patch_make(comparison.a.text, differences)))
