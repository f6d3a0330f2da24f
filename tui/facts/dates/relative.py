"""Dates told from the day of writing ("last week", "two years ago") or from the text ("a day after")."""

from __future__ import annotations

from tui.facts.clues import words
from tui.facts.dates.fragments import EDGE, SHIFTS, Match, S, edge_of, pattern
from tui.facts.dates.reading import Reading
from tui.facts.numbers import SPELLED, digits_value, spelled_value

_NUMBER = rf"(?:[0-9]{{1,3}}|{SPELLED}|an?|a{S}couple(?:{S}of)?|a{S}few|several|half{S}an?)"
_UNIT = r"(?P<unit>second|minute|hour|day|night|week|fortnight|month|year|decade|century|centurie|generation)s?\b"
_HEDGE = (
    rf"(?:(?P<hedge>more{S}than|over|at{S}least|less{S}than|under|almost|nearly|about|around|roughly|some|"
    rf"approximately|only|just)\b{S}){{0,2}}"
)
_DAYS = words("today yesterday tomorrow tonight overnight")
_UNITS = words(
    """second minute hour day night week fortnight month year decade century generation seconds minutes hours days
    nights weeks fortnights months years decades centuries centurys centurie generations"""
)
_BOUNDS = {
    **dict.fromkeys(("more than", "over", "at least"), ">"),
    **dict.fromkeys(("less than", "under"), "<"),
    **dict.fromkeys(("almost", "nearly", "about", "around", "roughly", "some", "approximately"), "~"),
}
_DAYS_BACK = {"today": 0.0, "yesterday": 1.0, "tomorrow": -1.0, "tonight": 0.0, "overnight": 0.0}


def amount(text: str) -> float:
    """ "three" is 3, "a" is 1, "a couple of" is 2; "a few" and "several" count as 3."""
    low = " ".join(text.lower().split())
    if low[0].isdigit():
        return digits_value(low)
    if low.startswith("half a"):
        return 0.5
    if "couple" in low:
        return 2.0
    if low in ("a few", "several"):
        return 3.0
    return spelled_value(low) or 1.0


def _period(match: Match) -> Reading | None:
    which, unit = match["which"].lower(), match["unit"].lower()
    if unit in ("morning", "afternoon", "evening", "night"):
        back = {"last": 1.0, "this": 0.0}.get(which)
        return None if back is None else Reading(unit="day", ago=back, part=unit)
    if match["amount"] or (unit in ("decade", "century") and which in ("last", "past")):
        return None  # "the past 15 years" and "the last decade" are lengths of time
    unit = "autumn" if unit == "fall" else unit
    return Reading(unit=unit, shift=SHIFTS[which], rolling=which == "past", edge=edge_of(match))


def _plain_day(match: Match) -> Reading:
    word = match["word"].lower()
    said = match.groupdict().get("part")
    part = said.lower() if said else "night" if word == "tonight" else None
    return Reading(unit="day", ago=_DAYS_BACK[word], part=part, words=word == "overnight")


def _ago(match: Match) -> Reading:
    unit, number = match["unit"].lower(), match["amount"].lower()
    if unit in ("generation", "fortnight", "night") or number == "several" or number.endswith("few"):
        return Reading(words=True)
    hedge = _BOUNDS.get(" ".join((match["hedge"] or "").lower().split()))
    if "couple" in number:
        hedge = hedge or "~"
    return Reading(unit="century" if unit == "centurie" else unit, ago=amount(number), hedge=hedge)


def _words(_: Match) -> Reading:
    return Reading(words=True)


_ABOUT = rf"(?:just|only|about|around|almost|nearly|less{S}than|more{S}than|some|at{S}least){S}"
_PERIODS = (
    "weekend|week|month|quarter|year|decade|century|spring|summer|autumn|fall|winter|morning|afternoon|evening|night"
)

RELATIVE = (
    pattern(
        rf"\b(?:(?:earlier|later){S})?(?:the{S})?{EDGE}(?P<which>this|last|next|past|previous|coming|current){S}"
        rf"(?P<amount>(?:[0-9]{{1,3}}|{SPELLED}|few|several|couple(?:{S}of)?){S})?(?P<unit>{_PERIODS})\b(?!-old)",
        _period,
        words("this last next past previous coming current"),
        frozenset(_PERIODS.split("|")),
        any_case=True,
    ),
    pattern(
        rf"(?<![\w-])(?P<word>today|yesterday|tomorrow|tonight|overnight)\b(?!'s)"
        rf"(?:{S}(?P<part>morning|afternoon|evening|night)\b)?",
        _plain_day,
        _DAYS,
        any_case=True,
    ),
    pattern(
        r"(?<!USA )\b(?P<word>today|yesterday|tomorrow|tonight)(?='s\b)", _plain_day, _DAYS, words("s"), any_case=True
    ),
    pattern(rf"(?<![\w-]){_HEDGE}(?P<amount>{_NUMBER}){S}{_UNIT}{S}ago\b", _ago, words("ago"), any_case=True),
    pattern(
        rf"(?<![\w-])(?:{_ABOUT}){{0,2}}{_NUMBER}{S}{_UNIT}{S}"
        rf"(?:earlier|later|afterwards?|beforehand|prior|before|after)\b(?!{S}that\b)",
        _words,
        _UNITS,
        words("earlier later afterward afterwards beforehand prior before after"),
        any_case=True,
    ),
    pattern(
        rf"\bthe{S}(?:night|day|morning|evening|week|month|year|weekend){S}(?:before|after)\b"
        rf"|\bthe{S}(?:same|previous|next|following|preceding){S}"
        rf"(?:day|night|morning|evening|afternoon|week|month|year|weekend)\b",
        _words,
        words("day night morning evening afternoon week month year weekend"),
        words("before after same previous next following preceding"),
        any_case=True,
    ),
    pattern(
        rf"\b(?:(?:(?:[0-9][0-9.,]{{0,6}}|{SPELLED}){S}(?:(?:thousand|million|billion){S})?)?"
        rf"(?:years|decades|centuries|generations){S}ago"
        rf"|(?:minutes|hours|days|weeks|months|years|decades){S}(?:earlier|later|before|after)"
        rf"|(?:earlier|later){S}(?:in{S}the{S}|that{S})(?:day|week|month|year|evening|afternoon|morning|night)"
        rf"|late{S}into{S}the{S}night|the{S}small{S}hours"
        rf"|the{S}early{S}hours(?:{S}of{S}(?:the|this){S}morning)?(?!{S}of)"
        rf"|(?:recent|coming|(?:the{S})?(?:two|three|four|five|six|ten|[0-9]{{1,2}}){S}previous){S}"
        rf"(?:days|weeks|months|years|decades))\b",
        _words,
        words("ago earlier later before after night hours recent coming previous"),
        any_case=True,
    ),
)


__all__ = ["RELATIVE", "amount"]
