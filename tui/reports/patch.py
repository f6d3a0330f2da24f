"""Comparison → a diff-match-patch patch that turns A's text into B's exactly.

The differences are our own edits over the whole text, so the patch never depends on a timeout inside
the library; only its format and its application do.
"""

from __future__ import annotations

from diff_match_patch import diff_match_patch

from tui.comparing import align
from tui.comparison import Comparison


def patch_text(comparison: Comparison) -> str:
    """The patch in the library's text form, percent-encoded where it has to be."""
    a, b = comparison.a, comparison.b
    edits = align(a, b, mode="revision", ignore=frozenset()).edits or ()
    differences: list[tuple[int, str]] = []
    for edit in edits:
        one, other = a.text[edit.a.start : edit.a.end], b.text[edit.b.start : edit.b.end]
        if edit.op == "equal" and one == other:
            differences.append((0, one))
            continue
        differences += [(code, text) for code, text in ((-1, one), (1, other)) if text]
    tool = diff_match_patch()
    return str(tool.patch_toText(tool.patch_make(a.text, differences)))
