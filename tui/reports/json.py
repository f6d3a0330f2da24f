"""Comparison or facts → JSON text: exact, with everything a terminal could obey as a `\\u` escape."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from tui.safe import unsafe_code_points


def _class_of(codes: list[int]) -> str:
    return "".join(f"\\U{code:08x}" for code in codes)


def to_text(document: Mapping[str, object]) -> str:
    """One JSON document on one line. Decoding it gives every text back exactly."""
    text = json.dumps(document, ensure_ascii=False)
    if text.isascii() and "\x7f" not in text:
        return text
    return re.sub(f"[{_class_of(unsafe_code_points())}]", _escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match.group()).strip('"') if match.group() != "\x7f" else "\\u007f"
