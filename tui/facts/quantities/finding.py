"""The numbers of a text, with hedge, currency, range, unit and the noun that they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tui.facts.numbers import DIGITS, GAP, MAGNITUDES, SPELLED, digits_value, spelled_value
from tui.facts.quantities.counted import counted, group_before
from tui.facts.quantities.hedges import before, hedged
from tui.facts.quantities.magnitudes import magnitude
from tui.facts.quantities.measures import is_measured, measured, single_units
from tui.facts.quantities.outside import Taken, is_in_name
from tui.facts.quantities.said import Quantity, Said
from tui.facts.quantities.units import CURRENCY_SIGNS
from tui.facts.quantities.vague import VAGUE, fraction, share_of_magnitude, vague

S = GAP
_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"{VAGUE}|(?:(?P<sign>(?<!\w)(?:{_SIGN}))[^\S\n]?)?(?P<digits>{DIGITS.replace('(?<![', '(?<![–')})"
    rf"|(?P<spelled>{SPELLED})",
    re.IGNORECASE,
)
_SCALE = re.compile(
    rf"(?:{S}|-)(?P<word>million|billion|trillion|thousand|hundred|dozen|lakh|crore)\b"
    r"|(?P<letter>bn|tn|trn|mn|mln|m|k|b)(?![\w])",
    re.IGNORECASE,
)
_MILLIONS = re.compile(
    rf"{S}(?:people|homes|households|users|customers|clients|crowns|jobs|barrels|tonnes|tons|doses|votes|voters|children"
    rf"|workers|copies|cars|vehicles|passengers|refugees|visitors|tourists|tickets|pupils|students|patients|accounts"
    rf"|shares|viewers|followers|Americans|Britons|Europeans|women|men|members|euros|pounds|dollars|francs)\b"
)
"""What "18m" counts where it is no length."""
_RANGE = re.compile(
    rf"{S}?(?P<mark>-|–|—|\bto\b|\band\b|\bor\b){S}?(?P<sign>{_SIGN})?"
    rf"(?:(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,5}}|[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?)(?![\w]*[0-9])|(?P<spelled>{SPELLED}))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s(?:\S{1,12}\s)?$", re.IGNORECASE)
_SCORE = re.compile(r"[0-9]{1,3}(?:[-–][0-9]{1,3}|/[0-9]{1,3})(?![\w/-])")
_COUNTS_ONE = re.compile(
    r"\b(?:only|just)\s$|(?:two|three|four|five|six|(?<![0-9])[0-9]+)\s[\w\s,-]{0,30}\b(?:and|including)\s$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"-(term|page|story|storey|bedroom|game|match|man|woman|person|member|seat|vehicle|car|count|part|point|set|goal|run)\b"
    rf"|(?<=\bone){S}(season|term|goal)\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:the|these|those|other|both|or|any|no|every|each|by|of)\s$", re.IGNORECASE)
_WHOLE = re.compile(
    rf"{S}of{S}(?:the|its|his|her|their|these|those|all){S}(?:{DIGITS}|{SPELLED})",
    re.IGNORECASE,
)
_ACTED_ON = re.compile(r"(?:ing|ed|[a-z]s|among|were|are|by|with)\s$", re.IGNORECASE)


def quantities_in(text: str, spans: Sequence[tuple[int, int]], *, most: int) -> list[Quantity]:
    """The first `most` quantities outside `spans` (dates and ages), in order, without overlap."""
    taken = Taken(text, spans)
    kept: list[Quantity] = []
    found = [*islice(_numbers(text, taken), most), *islice(single_units(text, taken), most)]
    for quantity in sorted(found, key=lambda q: (q.start, -q.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept[:most]


def _numbers(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _NUMBER.finditer(text):
        if not taken.meets(match.start(), match.end()):
            quantity = _read(text, match)
            if quantity is not None and not taken.meets(quantity.start, quantity.end):
                yield quantity


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    if match["fraction"]:
        return fraction(text, match)
    if match["vague"] or match["loose"]:
        return vague(text, match)
    currency = CURRENCY_SIGNS.get(match["sign"].upper()) if match["sign"] else None
    score = _SCORE.match(text, match.start()) if match["digits"] else None
    if score and not _has_noun(text, score.end()):
        return Quantity(match.start(), score.end(), score.group().replace("–", "-"), "", (), score.end())
    value = _value(match)
    if value is None:
        return None
    begin, bound = hedged(text, match.start())
    spelled = (match["spelled"] or match["share"] or "").lower()
    said = _ranged(text, Said(begin, match.start(), match.end(), value, value, bound, spelled), currency)
    return magnitude(text, said) or measured(text, said, currency) or _count(text, said)


def _value(match: re.Match[str]) -> float | None:
    if match["share"]:
        return share_of_magnitude(match["share"])
    return digits_value(match["digits"]) if match["digits"] else spelled_value(match["spelled"])


def _has_noun(text: str, end: int) -> bool:
    return is_measured(text, end) or bool(_SCALE.match(text, end)) or counted(text, end, single=False) is not None


def _scale(text: str, end: int, *, money: bool) -> tuple[int, float]:
    """The end of a magnitude behind a number, and what it multiplies by."""
    match = _SCALE.match(text, end)
    if match is None:
        return end, 1.0
    name = (match["word"] or match["letter"]).lower()
    if match["letter"] and name in ("m", "b") and not money and not _MILLIONS.match(text, match.end()):
        return end, 1.0  # "40m" without a currency is a length
    return match.end(), float(MAGNITUDES[name])


def _ranged(text: str, said: Said, currency: str | None) -> Said:
    """The number with its magnitude, and with the other end of its range."""
    end, scale = _scale(text, said.end, money=currency is not None)
    one = replace(said, end=end, low=said.low * scale, high=said.high * scale)
    match = _RANGE.match(text, end)
    if match is None or (match["sign"] and not currency):
        return one
    if match["mark"].lower() == "and" and not _BETWEEN.search(before(text, said.start)):
        return one
    high = digits_value(match["digits"]) if match["digits"] else spelled_value(match["spelled"]) or 0.0
    end, top = _scale(text, match.end(), money=currency is not None)
    low = one.low * top if scale == 1.0 and one.low < 1000 * high else one.low
    return replace(one, end=end, low=low, high=high * top) if high * top > low else one


def _count(text: str, said: Said) -> Quantity | None:
    if is_in_name(text, said.start, said.end, digits=not said.spelled):
        return None
    group = group_before(text, said.start)
    if group and counted(text, said.end, single=False) is None:
        value = said.amount(f"in {group[1]}")
        return Quantity(min(group[0], said.begin), said.end, value, group[1], (), said.end)
    part = _PART.match(text, said.end)
    if part and said.low == said.high:
        noun = part[1] or part[2]
        return Quantity(said.begin, part.end(), said.amount(noun.lower()), noun, (), part.end())
    found = counted(text, said.end, single=said.low == said.high == 1)
    if said.spelled == "one" and (found is None or not (said.bound or _COUNTS_ONE.search(before(text, said.start)))):
        return None
    if found is None:
        return _share(text, said) or _bare(text, said)
    if found.end < 0:
        return Quantity(said.begin, said.end, said.amount("people"), found.head, (), said.end)
    return Quantity(said.begin, found.end, said.amount(found.head.lower()), found.head, found.modifiers, found.end)


def _share(text: str, said: Said) -> Quantity | None:
    """ "10 of the 12 victims" counts victims; the mention is the number alone."""
    whole = _WHOLE.match(text, said.end)
    noun = counted(text, whole.end(), single=False) if whole else None
    if noun is None or noun.end < 0:
        return None
    return Quantity(said.begin, said.end, said.amount(noun.head.lower()), noun.head, noun.modifiers, noun.end)


def _bare(text: str, said: Said) -> Quantity | None:
    """A number without a noun: in words it stands for something only where the sentence does something to it."""
    words = before(text, said.start)
    if said.spelled and not said.bound and (not _ACTED_ON.search(words) or (said.low < 13 and _BACK.search(words))):
        return None
    return Quantity(said.begin, said.end, said.amount(), "", (), said.end)
