"""The magnitude of an earthquake: "magnitude 7.2", "a 7.2-magnitude quake", "7.2 on the Richter scale".

It is a measure and counts nothing; what it measures is the quake or one of its aftershocks, which are told apart.
"""

from __future__ import annotations

import re

from tui.facts.numbers import GAP
from tui.facts.quantities.said import Quantity, Said

S = GAP
UNIT = "magnitude"
_MOST = 10.0
"""Stronger than any earthquake."""
_BEFORE = re.compile(rf"\bmagnitude{S}(?:of{S})?$", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?:{S}|-){{0,2}}magnitude\b"
    rf"|{S}on{S}the{S}(?:(?:open-ended{S})?Richter|moment{S}magnitude){S}scale\b",
    re.IGNORECASE,
)
_QUAKE = re.compile(rf"{S}(?:earth)?quake\b", re.IGNORECASE)
_EVENT = re.compile(r"\b(?:(?P<after>(?:after|fore)shocks?)|(?:earth)?quakes?|tremors?|temblors?)\b", re.IGNORECASE)
_OF_IT = re.compile(rf"(?:{S}[\w-]{{1,20}}){{0,2}}?{S}{_EVENT.pattern}", re.IGNORECASE)
_NEAR = 90  # code points before a number that are looked through for what was measured


def magnitude(text: str, said: Said) -> Quantity | None:
    """The magnitude whose number is `said`, with the word that names it."""
    if said.spelled or not 0 < said.low <= said.high <= _MOST:
        return None
    behind = _BEHIND.match(text, said.end)
    if behind:
        return said.measure(behind.end(), UNIT)
    window = text[max(0, said.begin - 16) : said.begin]
    before = _BEFORE.search(window)
    if before is None:
        is_quake = "." in text[said.start : said.end] and _QUAKE.match(text, said.end)
        return said.measure(said.end, UNIT) if is_quake else None
    start = said.begin - len(window) + before.start()
    return Quantity(start, said.end, said.amount(UNIT), "", (), said.end)


def measured_event(text: str, start: int, end: int) -> str:
    """What the magnitude at `text[start:end]` is of: "aftershock" or "earthquake"; the word right behind decides, else
    the last one before. `text` is flat."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    found = _OF_IT.match(text, end) or next(iter([*_EVENT.finditer(before)][-1:]), None)
    return "aftershock" if found and found["after"] else "earthquake"
