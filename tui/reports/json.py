"""Comparison or facts → JSON text: exact, with everything a terminal could obey as a `\\u` escape."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tui.safe import unsafe_code_points


def to_text(document: Mapping[str, object]) -> str:
    """One JSON document on one line. Decoding it gives every text back exactly."""
    text = json.dumps(document, ensure_ascii=False)
    if text.isascii() and "\x7f" not in text:
        return text
    return text.translate({code: _escape(code) for code in unsafe_code_points()})


def _escape(code: int) -> str:
    return "\\u007f" if code == 0x7F else json.dumps(chr(code))[1:-1]
