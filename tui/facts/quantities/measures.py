"""Numbers of a unit: money, percentages, lengths, weights, lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.facts.numbers import GAP
from tui.facts.quantities.hedges import BOUNDS
from tui.facts.quantities.outside import Taken
from tui.facts.quantities.said import Quantity, Said
from tui.facts.quantities.units import CURRENCY_WORDS, SMALL_COINS, UNITS
from tui.facts.quantities.value import Amount

S = GAP
_UNIT_NAMES = "|".join(re.escape(name) for name in sorted(UNITS, key=len, reverse=True))
_PERCENT = re.compile(
    rf"(?:{S}|-)?(?:(?P<share>%|pct\b|per{S}?cent\b)|(?:percentage(?:{S}|-)points?\b|points?\b(?={S}lead)))",
    re.IGNORECASE,
)
_UNIT = re.compile(
    rf"(?:-|{S})?(?:(?P<power>square|sq\.?|cubic)(?:-|{S}))?(?P<unit>{_UNIT_NAMES})(?![\w])"
    rf"(?:(?:-|{S})(?:deep|wide|long|tall|high)\b)?",
    re.IGNORECASE,
)
_COUNTRY = rf"(?:US|U\.S\.|American|Canadian|Australian|Hong{S}Kong|New{S}Zealand)"
_MONEY = re.compile(
    rf"(?:-|{S})(?:{_COUNTRY}{S})?(?P<word>{'|'.join([*CURRENCY_WORDS, *SMALL_COINS])})\b", re.IGNORECASE
)
_LIFE = re.compile(rf"{S}(?:to|or){S}life\b")
_OR_MORE = re.compile(rf"{S}or{S}more\b")
_ONE_UNIT = re.compile(
    rf"\b(?P<hedge>about|around|almost|nearly|roughly|approximately|more{S}than|less{S}than|over|under|at{S}least|up{S}to"
    rf"|half|within|for|played|spent|served|lived|worked|stayed|waited|lasted|lasting|spending|serving){S}(?P<one>an?){S}(?P<unit>{_UNIT_NAMES})\b(?!{S}(?:ago|later|earlier|before|after)|(?<=second){S}[a-z])"
    rf"|\b(?P<span>(?:last|past|next){S}(?:decade|century))\b",
    re.IGNORECASE,
)
_POUNDS_ARE_MONEY = 10**5


def measured(text: str, said: Said, currency: str | None) -> Quantity | None:
    """The quantity of a number behind which a unit stands, or before which a currency's sign."""
    if currency:
        return _sum(text, said, currency)
    percent = _PERCENT.match(text, said.end)
    if percent:
        return said.measure(percent.end(), "%" if percent["share"] else "points")
    money = money_at(text, said.end)
    if money:
        end, unit, factor = money
        return said.measure(end, unit, factor)
    unit_found = _UNIT.match(text, said.end)
    return _of_unit(text, said, unit_found) if unit_found and _is_unit(said, unit_found) else None


def is_measured(text: str, end: int) -> bool:
    """Whether a unit stands behind a number."""
    return bool(_UNIT.match(text, end) or _PERCENT.match(text, end))


def money_at(text: str, position: int) -> tuple[int, str, float] | None:
    """The end of a currency's name, its code, and what a coin is of it."""
    match = _MONEY.match(text, position)
    if match is None:
        return None
    word = match["word"].lower()
    unit, factor = SMALL_COINS[word] if word in SMALL_COINS else (CURRENCY_WORDS[word], 1.0)
    return match.end(), unit, factor


def _sum(text: str, said: Said, currency: str) -> Quantity:
    money = money_at(text, said.end)
    end = money[0] if money else said.end
    more = _OR_MORE.match(text, end)
    if more:
        value = str(Amount(said.low, said.high, ">=", currency))
        return Quantity(said.begin, more.end(), value, "", (), more.end())
    return said.measure(end, currency)


def _is_unit(said: Said, unit: re.Match[str]) -> bool:
    """ "One second" measures, "one day" mostly does not; a letter alone has to stand behind digits."""
    name = unit["unit"]
    if len(name) <= 2 and (said.spelled or name != name.lower()):
        return False
    return not (said.spelled == "one" and name.lower() in ("day", "night", "second"))


def _of_unit(text: str, said: Said, found: re.Match[str]) -> Quantity:
    unit, end = UNITS[found["unit"].lower()], found.end()
    life = _LIFE.match(text, end) if unit.dimension == "time" else None
    if life and said.low == said.high:
        return Quantity(said.begin, life.end(), f"{said.low:g} {unit.symbol} to life", "", (), life.end())
    symbol = unit.symbol
    if found["power"]:
        symbol += "³" if found["power"].lower() == "cubic" else "²"
    if symbol == "lb" and said.low >= _POUNDS_ARE_MONEY:
        symbol = "GBP"
    return said.measure(end, symbol)


def single_units(text: str, taken: Taken) -> Iterator[Quantity]:
    """ "About an hour", "half a mile", "the past decade"."""
    for match in _ONE_UNIT.finditer(text):
        if taken.meets(match.start(), match.end()):
            continue
        if match["span"]:
            years = 10 if match["span"].lower().endswith("decade") else 100
            yield Quantity(match.start(), match.end(), f"{years} years", "", (), match.end())
            continue
        unit, hedge = UNITS[match["unit"].lower()], " ".join(match["hedge"].lower().split())
        bare = hedge not in BOUNDS and hedge not in ("half", "within")
        if bare and unit.dimension != "time":
            continue
        one = 0.5 if hedge == "half" else 1.0
        start = match.start("one") if bare else match.start()
        value = str(Amount(one, one, BOUNDS.get(hedge, ""), unit.symbol))
        yield Quantity(start, match.end(), value, "", (), match.end())
