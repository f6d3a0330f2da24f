"""Dates that name their place in the calendar: "September 7", "in May", "Friday evening", "the early 2000s"."""

from __future__ import annotations

import re

from tui.facts.clues import NUMBER, words
from tui.facts.clues import YEAR as A_YEAR
from tui.facts.dates.fragments import DAY, EDGE, YEAR, Match, S, edge_of, pattern, shift_of, year_of
from tui.facts.dates.reading import Reading
from tui.facts.dates.vocabulary import HOLIDAYS, MONTH, MONTH_WORDS, MONTHS, SEASONS, WEEKDAY, WEEKDAY_WORDS, WEEKDAYS


def _month(text: str) -> int:
    return MONTHS[text.lower().rstrip(".")]


def _day(text: str) -> int:
    return int(text.rstrip("stndrh"))


def _full(match: Match) -> Reading:
    start = Reading(year_of(match), _month(match["month"]), _day(match["day"]))
    if not match["last"]:
        return start
    last_month = match.groupdict().get("lastmonth")
    month = _month(last_month) if last_month else start.month
    return Reading(start.year, start.month, start.day, until=Reading(start.year, month, _day(match["last"])))


def _iso(match: Match) -> Reading | None:
    year, month, day = (int(part) for part in re.split(r"[-/]", match.group()))
    return Reading(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _slashed(match: Match) -> Reading | None:
    """Month first or day first only where a number over 12 tells; else the words stand."""
    first, second, year = (int(part) for part in match.group().split("/"))
    year = year + (2000 if year < 70 else 1900) if year < 100 else year
    if 12 < first <= 31 and 1 <= second <= 12:
        return Reading(year, second, first)
    if 12 < second <= 31 and 1 <= first <= 12:
        return Reading(year, first, second)
    return Reading(words=True) if 1 <= first <= 12 and 1 <= second <= 12 else None


def _of_month(match: Match) -> Reading:
    return Reading(year_of(match), _month(match["month"]), edge=edge_of(match), shift=shift_of(match))


def _weekday(match: Match) -> Reading:
    groups = match.groupdict()
    which = (groups.get("which") or "").lower()
    part = " ".join(said.lower() for key in ("when", "part") if (said := groups.get(key)))
    shift = {"next": 1, "last": -1}.get(which)
    return Reading(weekday=WEEKDAYS.index(match["day"]), part=part or None, shift=shift)


def _small_hours(match: Match) -> Reading:
    return Reading(weekday=WEEKDAYS.index(match["day"]), part="early")


def _years(match: Match) -> Reading | None:
    first, last = int(match["first"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Reading(first, until=Reading(end)) if first < end <= first + 300 else None


def _months(match: Match) -> Reading:
    first = _month(match["first"] or match["start"])
    year = match["firstyear"] or match["startyear"]
    return Reading(int(year) if year else None, first, until=Reading(year_of(match), _month(match["last"])))


def _bare_year(match: Match) -> Reading:
    return Reading(year_of(match), edge=edge_of(match))


def _decade(match: Match) -> Reading:
    digits = match["decade"]
    return Reading(decade=int(digits) if len(digits) == 4 else 1900 + int(digits), edge=edge_of(match))


_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _quarter(match: Match) -> Reading:
    number = int(match["q"]) if match["q"] else _ORDINALS[match["ordinal"].lower()]
    return Reading(year_of(match), quarter=number)


def _season(match: Match) -> Reading:
    return Reading(year_of(match), season=SEASONS[match["season"].lower()], edge=edge_of(match))


_CENTURIES = dict(zip("sixteen seventeen eighteen nineteen twentie twenty-fir".split(), range(16, 22), strict=True))


def _century(match: Match) -> Reading:
    said = match["century"].lower()
    number = int(said[:-2]) if said[0].isdigit() else _CENTURIES[said.removesuffix("th").removesuffix("st")]
    return Reading(century=number, edge=edge_of(match))


def _holiday(match: Match) -> Reading:
    name = " ".join(match["holiday"].lower().split())
    return Reading(year_of(match), holiday=name, shift=shift_of(match))


_AFTER_ANY = """in In since Since until Until by By of during During early Early late Late mid- Mid- The the from From
    till between Between through""".split()
_AFTER_SURE = "after After before Before to and for".split()
"""Words after which "May", "March", "April" and "June" are as often something else."""


def _behind(words: list[str]) -> str:
    return "|".join(rf"(?<=\b{word}{'' if word.endswith('-') else ' '})" for word in words)


_NO_NAME = rf"(?!'s{S}[A-Z]|{S}?[A-Z0-9])"
_SURE_MONTH = rf"(?!May|March|April|June|Jan\b|Mar\b|Jun\b|Jul\b){MONTH}"
_NO_WEEKDAY = "".join(rf"(?<!{word} )" for word in "Black Good Easter Super Ash Palm".split())
_PAPERS = rf"{S}(?:Times|Mirror|Telegraph|Express|Mail|Herald|Night{S}L|Star\b|Sport)"
_PART = r"(?P<part>morning|afternoon|evening|night|lunchtime)\b"
_TO = rf"(?:{S})?(?:[-–—]|to|through)(?:{S})?"
_HOLIDAY_WORDS = words("day eve easter christmas halloween thanksgiving juneteenth friday monday sunday wednesday july")
_HOLIDAY = "|".join(re.escape(name).replace(r"\ ", S) for name in HOLIDAYS)

_EDGE_NAMES = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}

CALENDAR = (
    pattern(
        rf"\b(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY})"
        rf"(?:{_TO}(?:(?P<lastmonth>{MONTH}){S})?(?P<last>{DAY}))?(?:,?{S}(?P<year>{YEAR}))?",
        _full,
        MONTH_WORDS,
        NUMBER,
    ),
    pattern(
        rf"\b(?:the{S})?(?P<day>{DAY})(?:(?:{S})?(?:[-–—]|to){S}?(?P<last>{DAY}))?{S}(?:of{S})?"
        rf"(?P<month>{MONTH})(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?",
        _full,
        MONTH_WORDS,
        NUMBER,
    ),
    pattern(
        r"(?<![\w/.-])(?:1[0-9]{3}|20[0-9]{2})(?:-[0-9]{1,2}-|/[0-9]{1,2}/)[0-9]{1,2}(?![\w/-])",
        _iso,
        A_YEAR,
        words("- /"),
    ),
    pattern(r"(?<![\w/.-])[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![\w/-])", _slashed, words("/")),
    pattern(rf"\b{EDGE}(?P<month>{MONTH})(?:,|{S}of)?{S}(?P<year>{YEAR})", _of_month, MONTH_WORDS, A_YEAR),
    pattern(rf"(?:{_behind(_AFTER_ANY)})(?P<month>{MONTH}){_NO_NAME}", _of_month, MONTH_WORDS),
    pattern(rf"(?:{_behind(_AFTER_SURE)})(?P<month>{_SURE_MONTH}){_NO_NAME}", _of_month, MONTH_WORDS),
    pattern(
        rf"\b(?:(?P<edge>early|late|mid)(?:-|{S})|(?:the{S})?(?P<edge2>beginning|start|middle|end){S}of{S})"
        rf"(?P<month>{MONTH})(?!'s{S}[A-Z])",
        lambda m: Reading(month=_month(m["month"]), edge=m["edge"] or _EDGE_NAMES[m["edge2"]]),
        MONTH_WORDS,
        words("early late mid beginning start middle end"),
    ),
    pattern(
        rf"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext){S}(?P<month>{MONTH})", _of_month, MONTH_WORDS, words("last this next")
    ),
    pattern(
        rf"{_NO_WEEKDAY}\b(?:(?P<which>this|last|next|past|[Tt]his{S}past|following|previous){S})?"
        rf"(?:(?P<when>[Ee]arly|[Ll]ate|[Mm]id)(?:-|{S})(?:on{S})?)?(?P<day>{WEEKDAY})(?!s\b|{_PAPERS})"
        rf"(?:'s(?!\w))?(?:{S}{_PART})?",
        _weekday,
        WEEKDAY_WORDS,
    ),
    pattern(
        rf"(?:the{S})?early{S}hours{S}of{S}(?P<day>{WEEKDAY})(?:{S}morning)?",
        _small_hours,
        WEEKDAY_WORDS,
        words("hours"),
    ),
    pattern(
        rf"\b(?:[Ee]arlier|[Ll]ater|[Ff]irst{S}thing){S}(?:on{S})?(?P<day>{WEEKDAY})(?:{S}{_PART})?",
        _weekday,
        WEEKDAY_WORDS,
        words("earlier later thing"),
    ),
    pattern(
        rf"\b(?:from{S})?(?P<first>{YEAR}){S}?(?:[-–—]|(?:to|until|through)\b){S}?(?P<last>{YEAR})",
        _years,
        A_YEAR,
        words("- – — to until through"),
    ),
    pattern(rf"\bbetween{S}(?P<first>{YEAR}){S}and{S}(?P<last>{YEAR})", _years, A_YEAR, words("between")),
    pattern(
        rf"\b(?:from{S}(?P<first>{MONTH})(?:{S}(?P<firstyear>{YEAR}))?{S}(?:to|until|till|through)"
        rf"|between{S}(?P<start>{MONTH})(?:{S}(?P<startyear>{YEAR}))?{S}and){S}(?P<last>{MONTH})(?:{S}(?P<year>{YEAR}))?"
        rf"(?!{S}?[0-9])",
        _months,
        MONTH_WORDS,
        words("from between"),
    ),
    pattern(
        r"(?<![\w.,-])(?P<first>1[0-9]{3}|20[0-9]{2})[-–/](?P<last>[0-9]{2})(?![\w/-]|\.[0-9])",
        _years,
        A_YEAR,
        words("- – /"),
    ),
    pattern(
        rf"\b{EDGE}(?:the{S})?(?P<season>spring|summer|autumn|fall|winter){S}(?:of{S})?(?P<year>{YEAR})",
        _season,
        words("spring summer autumn fall winter"),
        A_YEAR,
        any_case=True,
    ),
    pattern(
        rf"\b(?:the{S})?(?:Q(?P<q>[1-4])|(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)(?:-|{S})quarter)"
        rf"(?:{S}(?:of{S})?(?P<year>{YEAR}))?\b(?!{S}final)",
        _quarter,
        words("q quarter"),
        any_case=True,
    ),
    pattern(
        rf"(?<![\w$£€]){EDGE}(?P<decade>(?:1[0-9]|20)[0-9]0|(?<=')[2-9]0)'?s\b(?!{S}Show)",
        _decade,
        NUMBER,
        words("s"),
        any_case=True,
    ),
    pattern(
        rf"\b{EDGE}(?P<century>(?:1?[0-9]|2[01])(?:st|nd|rd|th)|sixteenth|seventeenth|eighteenth|nineteenth"
        rf"|twentieth|twenty-first)(?:-|{S})century\b",
        _century,
        words("century"),
        any_case=True,
    ),
    pattern(
        rf"\b(?:(?P<which>this|last|next){S})?(?P<holiday>{_HOLIDAY})\b(?:,?{S}(?P<year>{YEAR}))?",
        _holiday,
        _HOLIDAY_WORDS,
        any_case=True,
    ),
    pattern(
        rf"(?<![\w$£€.,#/@-]){EDGE}(?:the{S}year{S})?(?P<year>{YEAR})(?!'s\b|-[a-z]?[0-9])",
        _bare_year,
        A_YEAR,
        any_case=True,
    ),
)
