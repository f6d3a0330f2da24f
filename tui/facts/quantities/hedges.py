"""The words before a number that bound it: "at least", "nearly", "up to", "some"."""

from __future__ import annotations

import re

BOUNDS = {
    **dict.fromkeys(("at least", "as least", "no fewer than", "no less than", "upwards of"), ">="),
    **dict.fromkeys(("more than", "greater than", "well over", "just over", "over", "above"), ">"),
    **dict.fromkeys(("at most", "no more than", "up to", "as many as", "as much as"), "<="),
    **dict.fromkeys(("less than", "fewer than", "under", "below", "just under", "within"), "<"),
    **dict.fromkeys(("nearly", "almost", "close to"), "~<"),
    **dict.fromkeys(("about", "around", "roughly", "approximately", "some", "circa"), "~"),
    **dict.fromkeys(("as little as", "as few as", "an estimated", "a estimated"), "~"),
    "between": "",
    **dict.fromkeys(("past", "last", "next"), ""),
}
"""Hedges with the bound that they make; "past" and "last" belong to a length of time and bound nothing."""
_SPATIAL = ("over", "within", "under", "above", "below")
_LONGEST = 40  # code points before a number that are looked at
_HEDGE = re.compile(
    rf"\b(?P<hedge>{'|'.join(sorted((h.replace(' ', chr(92) + 's+') for h in BOUNDS), key=len, reverse=True))})"
    r"(?:\s+(?P<article>a|an|the))?(?:\s+(?P<period>past|last|next))?\s{1,2}$",
    re.IGNORECASE,
)


def before(text: str, start: int) -> str:
    """The words before a number, on its line."""
    return text[max(0, start - _LONGEST) : start].rpartition("\n")[2]


def hedged(text: str, start: int) -> tuple[int, str]:
    """Where the phrase of a number that begins at `start` begins, and the bound that its hedge makes.

    "Over the past 15 years" is no bound, and the phrase begins at "past".
    """
    window = before(text, start)
    match = _HEDGE.search(window)
    if match is None:
        return start, ""
    said = " ".join(match["hedge"].lower().split())
    if said in _SPATIAL and match["period"]:
        return start - len(window) + match.start("period"), ""
    if said in _SPATIAL and (match["article"] or "").lower() == "the":
        return start, ""
    if "estimated" in said:
        return start, "~"
    return start - len(window) + match.start(), BOUNDS[said]
