"""Comparison → CriticMarkup: B's text with A's words struck out and B's own marked, for any Markdown editor.

Accepting every change gives B's text, rejecting every change gives A's. The syntax has no escape of its own; where a
text holds its signs a backslash stands before them, as in Markdown, and a backslash is doubled. Controls and hidden
characters are stand-ins. What it was made from stands at the end, in a comment.
"""

from __future__ import annotations

import re

from tui.comparison import Comparison
from tui.reports.origin import one_line, origin_of
from tui.reports.whole import Stretch, whole_texts
from tui.safe import safe

_SIGNS = re.compile(r"\\|(?<=\{)[-+~=>]|(?<=[-+~=<])\}|(?<=~)>")
"""The middle of an opening mark, the end of a closing one: a backslash before its brace would leave it whole."""


def criticmarkup_text(comparison: Comparison) -> str:
    """The text with its marks, and a comment behind it that vanishes with them."""
    marked = "".join(map(_marked, whole_texts(comparison)))
    return f"{marked}{{>>{escaped(one_line(origin_of(comparison)))}<<}}"


def escaped(text: str) -> str:
    """Words that no reader of CriticMarkup takes for a mark; taking the backslashes away gives them back."""
    return _SIGNS.sub(lambda sign: "\\" + sign[0], safe(text, keep="\n\t"))


def _marked(stretch: Stretch) -> str:
    a, b = escaped(stretch.a), escaped(stretch.b)
    if stretch.is_equal:
        return a
    if a and b:
        return f"{{~~{a}~>{b}~~}}"
    return f"{{--{a}--}}" if a else f"{{++{b}++}}"
