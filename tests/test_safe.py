"""Nothing that a terminal could obey or hide gets past the one door, and no offset moves."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.safe import safe, safe_line

KEPT_FORMATS = {
    "\u0600",
    "\u0601",
    "\u0602",
    "\u0603",
    "\u0604",
    "\u0605",
    "\u06dd",
    "\u070f",
    "\u0890",
    "\u0891",
    "\u08e2",
}
"""Format characters that are drawn: signs around numbers in Arabic and Syriac."""


@given(st.text())
def test_one_character_for_one(text: str) -> None:
    assert len(safe(text)) == len(text)


def test_every_control_and_invisible_format_character_is_replaced() -> None:
    kept = {
        chr(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and safe(chr(code)) == chr(code)
    }
    drawn = {c for c in kept if "EGYPTIAN" in unicodedata.name(c, "") or "KAITHI" in unicodedata.name(c, "")}
    shorthand = {c for c in kept if "SHORTHAND" in unicodedata.name(c, "") or "MUSICAL" in unicodedata.name(c, "")}
    assert kept - drawn - shorthand <= KEPT_FORMATS


@pytest.mark.parametrize(
    "attack",
    ["\x1b]52;c;aGk=\x07", "\x1b[2J", "\x9b31m", "\x90q\x9c", "a\x08b", "\u202etxt.exe", "\u2066x\u2069", "a\u200db",
     "\u2028", "\U000e0041", "\x7f", "\r", "\ufeff"],
)  # fmt: skip
def test_attacks_become_stand_ins(attack: str) -> None:
    shown = safe(attack)
    assert shown != attack
    assert all(char.isprintable() for char in shown)


def test_ordinary_text_of_any_script_is_left_alone() -> None:
    for text in ("naïve “café” – 3 £", "記者会見", "мэр ушла", "مرحبا", "नमस्ते", "e\u0301", "☕️"):
        assert safe(text) == text


def test_kept_controls_are_the_callers_choice() -> None:
    assert safe("a\n\tb\x1b", keep="\n\t") == "a\n\tb␛"
    assert safe_line(" a\n\tb\x1b ") == "a b␛"
