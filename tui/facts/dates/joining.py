"""Single readings → whole dates: "Thursday" + "September 14", "around 11am" + "on" + "Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tui.facts.dates.atoms import Atom, atoms
from tui.facts.dates.reading import Reading

_BETWEEN = re.compile(r"\s?,?\s?(?:\(\s?)?(?:(?:on|at|of|in)\s)?(?:the\s)?", re.IGNORECASE)
_LONGEST_GAP = 12
_URL = re.compile(r"(?:https?://|www\.|[@#])\S+")
_COUNTED = re.compile(
    r"\s(?:\w+\s)?(?:people|men|women|children|troops|soldiers|miles|kilomet\w+|met\w+s|feet|acres|pounds|dollars|euros"
    r"|jobs|homes|houses|workers|employees|tons|tonnes|km|kg|calories|words|copies|years|votes|deaths|cases|students"
    r"|refugees|migrants|meters|litres|species|tickets|pages)\b"
)
_HEDGED = re.compile(r"(?:\b(?:about|nearly|almost|some|than|over|roughly|approximately)\s|[$£€]\s?)$", re.IGNORECASE)


def dates_in(text: str) -> list[Atom]:
    """The dates of a text, in order, none overlapping another."""
    return _joined(text, _longest(a for a in atoms(text) if _plausible(text, a)))


def _plausible(text: str, atom: Atom) -> bool:
    """ "2000 people" counts, "in 2000" dates; so do "about 2000" and "2000"."""
    start, end, reading = atom
    if reading != Reading(year=reading.year) or text[end - 1] not in "0123456789":
        return True
    counted = _COUNTED.match(text, end) or _HEDGED.search(text[max(0, start - 16) : start])
    return not counted and not _is_named(text, start)


def _is_named(text: str, start: int) -> bool:
    """A number behind a capital letter without a preposition is a model's or a room's ("Airbus 2020")."""
    return bool(
        re.search(
            r"\b(?:Boeing|Airbus|Route|Flight|Highway|Room|No|Nos|Resolution|BMW|Vision)\.?\s$",
            text[max(0, start - 14) : start],
        )
    )


def _longest(found: Iterable[Atom]) -> list[Atom]:
    kept: list[Atom] = []
    for atom in sorted(found, key=lambda a: (a[0], -a[1], a[2].words)):
        if kept and atom[0] < kept[-1][1]:
            if atom[1] - atom[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = atom
            continue
        kept.append(atom)
    return kept


def _joined(text: str, found: list[Atom]) -> list[Atom]:
    links = [match.span() for match in _URL.finditer(text)]
    whole: list[Atom] = []
    for atom in found:
        if any(start <= atom[0] < end for start, end in links):
            continue
        if whole:
            start, end, reading = whole[-1]
            gap = text[end : atom[0]]
            if len(gap) <= _LONGEST_GAP and _BETWEEN.fullmatch(gap):
                both = reading.joined(atom[2])
                if both is not None:
                    whole[-1] = (start, atom[1], both)
                    continue
        whole.append(atom)
    return _ranges(text, [atom for atom in whole if not _is_loose(atom[2])])


_TO = re.compile(r"\s?(?:-|–|—|(?P<word>to|until|till|through|and))\s?(?:the\s)?", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|(?P<between>between))\s(?:the\s)?$", re.IGNORECASE)


def _ranges(text: str, found: list[Atom]) -> list[Atom]:
    """ "From March to May", "between 3 p.m. and 5 p.m.": two dates of one grain that are the ends of one."""
    result: list[Atom] = []
    for start, end, reading in found:
        last = result[-1] if result else None
        mark = _TO.fullmatch(text, last[1], start) if last else None
        opening = _FROM.search(text, max(0, last[0] - 16), last[0]) if last else None
        fits = mark and opening and (mark["word"] == "and") == bool(opening["between"])
        if last and opening and fits and last[2].grain == reading.grain != "":
            result[-1] = (opening.start(), end, replace(last[2], until=reading))
        else:
            result.append((start, end, reading))
    return result


def _is_loose(reading: Reading) -> bool:
    """A part of the day that nothing pins down says nothing."""
    return reading == Reading(part=reading.part)
