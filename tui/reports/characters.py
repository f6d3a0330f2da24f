"""Outside text → text that an HTML or XML document may hold."""

from __future__ import annotations

from tui.safe import STAND_IN, safe

_NONCHARACTERS = dict.fromkeys(
    [*range(0xFDD0, 0xFDF0), *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))],
    STAND_IN,
)
"""Code points that no such document may hold, though a terminal draws them."""


def document_safe(text: str) -> str:
    """Stand-ins for controls, hidden signs and what is no character; line breaks and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return safe(text, keep="\n\t").translate(_NONCHARACTERS)
