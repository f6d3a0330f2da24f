"""The pieces that the patterns of dates share, and the type of what a pattern finds."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.facts.clues import Clued, Clues
from tui.facts.dates.reading import Reading
from tui.facts.numbers import GAP

Match = re.Match[str]
Reader = Callable[[Match], Reading | None]
Pattern = tuple[Clued, Reader]
"""A pattern, and what its match says; `None` where it turns out to say nothing."""

S = GAP
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9\w]|,[0-9]{3}|\.[0-9])"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9\w%]|[.,:][0-9])"
EDGE = rf"(?:(?:the{S})?(?P<edge>early|mid|late|beginning|start|middle|end)(?:-|{S})(?:of{S})?(?:the{S})?)?"
_EDGES = {
    "early": "early", "beginning": "early", "start": "early",
    "mid": "mid", "middle": "mid", "late": "late", "end": "late",
}  # fmt: skip
SHIFTS = {"this": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "current": 0}


def pattern(expression: str, reader: Reader, *clues: Clues, any_case: bool = False) -> Pattern:
    """`clues`: see `tui.facts.clues.Clued`; in lower case for a pattern of any case."""
    return Clued(expression, clues, any_case), reader


def edge_of(match: Match) -> str | None:
    """early, mid or late, as the match says it."""
    said = match.groupdict().get("edge")
    return _EDGES[said.lower()] if said else None


def year_of(match: Match) -> int | None:
    said = match.groupdict().get("year")
    return int(said) if said else None


def shift_of(match: Match) -> int | None:
    said = match.groupdict().get("which")
    return SHIFTS.get(said.lower()) if said else None
