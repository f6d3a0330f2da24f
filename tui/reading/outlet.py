"""Which outlet an article is from, where it says so itself; never guessed from what it merely quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.reading.outlet_lines import named_outlet, outlet_behind

_NAME = r"[A-Z0-9][\w&'’-]{0,30}(?:\.(?=\w)\w{1,10})?(?: (?:(?:of|and|the|for) )?[A-Z0-9][\w&-]{0,30}){0,5}"
_DATELINE = re.compile(
    r"(?:[A-Z][\w.'’-]{1,30}(?:[ ,]{1,2}[A-Z][\w.'’-]{0,30}){0,5},? {0,2})?\(([A-Z][\w .&'’-]{1,40})\) ?[-–—] ?"
)
_APPEARED = re.compile(
    r"(?i:this (?:story|article|report|piece) (?:was )?(?:originally |first )+"
    r"(?:appeared|published|ran) (?:in|on|by|at)) "
    rf"(?:the )?({_NAME})"
)
_COPYRIGHT = re.compile(rf"(?:(?i:copyright)|©) ?(?:©|\([cC]\))? ?\d{{4}},? (?:by )?({_NAME})")
_REQUEST = re.compile(
    r"\b(?:respond|responded|reply|replied|answer|return|returned|declined)\b[^.\n\"”]{0,40} to (?:an? |the )?"
    rf"({_NAME})(?:'s|’s|'|’) (?:request|requests|inquiry|questions|query)"
)

_HEAD = 6
"""Paragraphs at the top that may name the outlet."""
_ASKED = ("respon", "repl", "answer", "return", "declined")
"""No match of `_REQUEST` is without one of these; to look for them first is ten times cheaper."""


def outlet(paragraphs: Iterable[tuple[str, str]]) -> str | None:
    """The outlet's name from `(role, text)` paragraphs, or `None`.

    In this order: "originally appeared in …", a copyright line, a line at the head that names nothing but an outlet
    ("By Harbour News"), an agency dateline at the head of the
    story, "did not respond to …'s request for comment".
    """
    rows = list(paragraphs)
    furniture = [text for role, text in rows if role in ("promo", "byline", "caption")]
    body = [text for role, text in rows if role == "body"]
    for pattern in (_APPEARED, _COPYRIGHT):
        for text in furniture:
            match = pattern.match(text)
            if match:
                return _named(match.group(1))
    for role, text in rows[:_HEAD]:
        if role == "byline" and (name := named_outlet(text) or outlet_behind(text)):
            return name
    if body:
        match = _DATELINE.match(body[0])
        if match:
            return _named(match.group(1))
    for text in reversed(body):
        match = _REQUEST.search(text) if any(word in text for word in _ASKED) else None
        if match:
            return _named(match.group(1))
    return None


def _named(name: str) -> str:
    return re.sub(r"['’]s$", "", " ".join(name.split()).rstrip(".,'’"))
