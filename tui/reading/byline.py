"""Who wrote it: "By Adela Marsh and Tom Roe | Harbour Times" → the names."""

from __future__ import annotations

import re

_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]{0,30}|(?:de|da|di|del|van|von|der|den|la|le|bin|al|ter)\b)"
_NAME = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}")
_BY = re.compile(r"(?:by|words by|story by|written by|reported by|text by)[: ]\s*", re.I)
_SEPARATOR = re.compile(r" ?(?:, ?and\b|,|&|;|\band\b|\bwith\b) ?")
_TAIL = re.compile(r" ?(?:\||·|•|—|–|\bfor\b|\bin [A-Z]|\bat [A-Z]|/)")
_CONTRIBUTION = re.compile(
    r"\(?(?:(?:additional |further )?reporting by|editing by|writing by)\b|"
    r"[^.]{2,120}\bcontributed (?:reporting|to this (?:report|story|article))\b",
    re.I,
)
_NO_NAMES = frozenset(
    "staff writer reporter correspondent editor senior political national foreign chief press news agency "
    "reporters writers bureau associated updated published".split()
)


def byline_names(line: str) -> tuple[str, ...]:
    """The authors that a byline names, in order; empty where the line is no byline."""
    opening = _BY.match(line)
    line = " ".join(line.split())
    if not opening or not 2 <= len(line.split()) <= 25 or line.rstrip().endswith((".", "?", "!", ":", ",")):
        return ()
    names: list[str] = []
    head = _TAIL.split(line[opening.end() :], maxsplit=1)[0]
    for part in _SEPARATOR.split(head.strip()):
        if part.startswith("The ") or not _NAME.fullmatch(part) or set(part.casefold().split()) & _NO_NAMES:
            break
        names.append(part)
    return tuple(names)


def is_contribution(line: str) -> bool:
    """Whether a line at the end says who else worked on the article."""
    return line.count(" ") < 40 and bool(_CONTRIBUTION.match(line))
