"""Numbers that are no quantities: in names, addresses, telephone numbers, and in dates and ages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.facts.quantities.counted import counted
from tui.facts.quantities.hedges import before

_ELSEWHERE = re.compile(
    r"(?:https?://|www\.|[@#])\S{1,300}|(?<![\w.])\+?\(?[0-9]{2,5}\)?[ .-][0-9]{3,4}[ .-][0-9]{3,4}(?![\w])"
    r"|(?<![\w.])[0-9]{3}-[0-9]{4}(?!\w)|\b(?:24/7|9/11|7/7)\b|[0-9]{1,3}(?:\.[0-9]{1,3}){2,3}"
    r"|^[0-9]{1,3} of [0-9]{1,3}[.:](?=\s|$)",
    re.MULTILINE,
)
"""The last: the third picture of twenty."""
_NUMBERED = re.compile(
    r"\b(?:No|Nos|Number|number|Chapter|Article|Section|Page|page|Route|Flight|Room|Game|Phase|Level|Title|Volume|Season"
    r"|Episode|Class|Top|Formula|Channel|Highway|Interstate|day|Day|Week|Part|Group|Act|Proposition|Amendment|Unit|Apollo"
    r"|Windows|iPhone|Playstation|Xbox|Under)\.?\s?$"
)
_GLUED = re.compile(r"[^\W\d_]|[-–][A-Z0-9]|[.:/][0-9]")
_PREVIOUS = re.compile(r"([^\W\d_][\w'-]{0,39})\s$")
_SMALL = frozenset(
    """the a in at of on for by about around nearly almost some over among all to from only just and but with
    between above below under past least than hits hit kills killed tops reaches passes nears exceeds leaves injures
    wounds""".split()
)


class Taken:
    """The characters that belong to something else: to `spans`, to addresses, to telephone numbers."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        found = [*spans, *(match.span() for match in _ELSEWHERE.finditer(text))]
        self._offsets = {offset for start, end in found for offset in range(start, end)}

    def meets(self, start: int, end: int) -> bool:
        return not self._offsets.isdisjoint(range(start, end))


def is_in_name(text: str, start: int, end: int, *, digits: bool) -> bool:
    """ "Cessna 208", "Game 7", "208B", "80 Hou": a number that is a part of a name."""
    words, after = before(text, start), text[end : end + 24]
    if _NUMBERED.search(words):
        return True
    if not digits:
        return after[:1] == "-" and not re.match(r"-[a-z]", after)
    if _GLUED.match(after):
        return True
    if counted(text, end, single=False) is not None:
        return False
    previous = _PREVIOUS.search(words)
    if previous and previous[1][0].isupper() and previous[1].lower() not in _SMALL:
        return True
    return bool(re.match(r"\s[A-Z][a-z]+\s[A-Z]", after)) or words.endswith(("-", "/", "_"))
