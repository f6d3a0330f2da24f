"""The words of a text that say when: each pattern with the reading that it gives.

Patterns find one thing each ("September 7", "Friday", "5 p.m."); `tui.facts.dates.joining` puts
together what stands together. Every pattern is linear: bounded gaps, no repeated group inside another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tui.facts.dates.reading import Reading
from tui.facts.dates.vocabulary import HOLIDAYS, MONTH, MONTHS, SEASONS, WEEKDAY, WEEKDAYS, ZONES
from tui.facts.numbers import GAP, SPELLED, digits_value, spelled_value

Match = re.Match[str]
Atom = tuple[int, int, Reading]

S = GAP
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9\w]|,[0-9]{3}|\.[0-9])"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9\w%]|[.,:][0-9])"
_NUMBER = rf"(?:[0-9]{{1,3}}|{SPELLED}|an?|a{S}couple(?:{S}of)?|a{S}few|several|half{S}an?)"
_UNIT = r"(?P<unit>second|minute|hour|day|night|week|fortnight|month|year|decade|century|centurie|generation)s?\b"
_HEDGE = (
    rf"(?:(?P<hedge>more{S}than|over|at{S}least|less{S}than|under|almost|nearly|about|around|roughly|some|"
    rf"approximately|only|just)\b{S}){{0,2}}"
)
_BEFORE_MONTH = (
    rf"(?:in|last|since|until|till|by|this|next|of|from|to|during|before|after|early|late|mid|through|between|every|"
    rf"around|for|and|back{S}in)"
)
_EDGES = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
}
_EDGE = rf"(?:(?:the{S})?(?P<edge>early|mid|late|beginning|start|middle|end)(?:-|{S})(?:of{S})?(?:the{S})?)?"


def _month(text: str) -> int:
    return MONTHS[text.lower().rstrip(".")]


def _day(text: str) -> int:
    return int(text.rstrip("stndrh"))


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _edge(match: Match) -> str | None:
    said = match.groupdict().get("edge")
    return _EDGES[said.lower()] if said else None


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


def _full(match: Match) -> Reading:
    start = Reading(_year(match["year"]), _month(match["month"]), _day(match["day"]))
    if not match["last"]:
        return start
    month = _month(match["lastmonth"]) if match.groupdict().get("lastmonth") else start.month
    return Reading(start.year, start.month, start.day, until=Reading(start.year, month, _day(match["last"])))


def _iso(match: Match) -> Reading | None:
    year, month, day = (int(part) for part in re.split(r"[-/.]", match.group()))
    return Reading(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _slashed(match: Match) -> Reading | None:
    """Month first or day first only where a number over 12 tells; else the words stand."""
    first, second, year = (int(part) for part in re.split(r"[/.]", match.group()))
    year = year + (2000 if year < 70 else 1900) if year < 100 else year
    if 12 < first <= 31 and 1 <= second <= 12:
        return Reading(year, second, first)
    if 12 < second <= 31 and 1 <= first <= 12:
        return Reading(year, first, second)
    return Reading(words=True) if 1 <= first <= 12 and 1 <= second <= 12 else None


def _month_year(match: Match) -> Reading:
    return Reading(int(match["year"]), _month(match["month"]), edge=_edge(match))


_SHIFTS = {"this": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "current": 0}


def _lone_month(match: Match) -> Reading:
    which = match["which"]
    return Reading(month=_month(match["month"]), edge=_edge(match), shift=_SHIFTS.get(which.lower()) if which else None)


def _weekday(match: Match) -> Reading:
    part, edge, which = match["part"], match["edge"], match["which"]
    return Reading(
        weekday=WEEKDAYS.index(match["day"]),
        part=" ".join(word.lower() for word in (edge, part) if word) or None,
        shift=_SHIFTS[which.lower()] if which and which.lower() in ("next", "last") else None,
    )


def _years(match: Match) -> Reading | None:
    first, last = int(match["first"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Reading(first, until=Reading(end)) if first < end <= first + 300 else None


def _period(match: Match) -> Reading | None:
    which, unit = match["which"].lower(), match["unit"].lower()
    if unit in ("morning", "afternoon", "evening", "night"):
        return (
            Reading(unit="day", ago=1.0 if which == "last" else 0.0, part=unit) if which in ("this", "last") else None
        )
    unit = "autumn" if unit == "fall" else unit
    if match["amount"]:
        return None  # "the past 15 years" is a length of time
    rolling = which == "past"
    if rolling and unit in ("decade", "century"):
        return None
    if unit in ("decade", "century") and which in ("last", "past"):
        return None
    return Reading(unit=unit, shift=_SHIFTS[which], rolling=rolling, edge=_edge(match))


_PLAIN_DAYS = {"today": 0.0, "yesterday": 1.0, "tomorrow": -1.0, "tonight": 0.0, "overnight": 0.0}


def _plain_day(match: Match) -> Reading:
    word = match["word"].lower()
    part = match["part"].lower() if match["part"] else "night" if word in ("tonight",) else None
    return Reading(unit="day", ago=_PLAIN_DAYS[word], part=part, words=word == "overnight")


_SINCE = {"more than": ">", "over": ">", "at least": ">", "less than": "<", "under": "<", "almost": "~", "nearly": "~",
          "about": "~", "around": "~", "roughly": "~", "some": "~", "approximately": "~"}  # fmt: skip


def _ago(match: Match) -> Reading:
    unit = match["unit"].lower()
    hedge = _SINCE.get(" ".join((match["hedge"] or "").lower().split()))
    if unit in ("generation", "fortnight", "night") or re.match(r"a\s+few|several", match["amount"].lower()):
        return Reading(words=True)
    if re.match(r"a\s+couple", match["amount"].lower()):
        hedge = hedge or "~"
    return Reading(unit="century" if unit == "centurie" else unit, ago=amount(match["amount"]), hedge=hedge)


def _words(_: Match) -> Reading:
    return Reading(words=True)


def _clock(match: Match) -> Reading | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()[:1]
    if not 1 <= hour <= 12 or minute > 59:
        return None
    hour = hour % 12 + (12 if half == "p" else 0)
    return Reading(minute=60 * hour + minute, zone=_zone(match), hedge="~" if match["hedge"] else None)


def _clock24(match: Match) -> Reading | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 23 or minute > 59:
        return None
    return Reading(minute=60 * hour + minute, zone=_zone(match), hedge="~" if match["hedge"] else None)


def _zone(match: Match) -> str | None:
    zone = match["zone"]
    return ZONES.get(zone.lower()) if zone else None


def _noon(match: Match) -> Reading:
    minute = 720 if match["word"].lower() in ("noon", "midday") else 0
    return Reading(minute=minute, zone=_zone(match), hedge="~" if match["hedge"] else None)


def _bare_year(match: Match) -> Reading:
    return Reading(int(match["year"]), edge=_edge(match))


def _decade(match: Match) -> Reading:
    digits = match["decade"]
    return Reading(decade=int(digits) if len(digits) == 4 else 1900 + int(digits), edge=_edge(match))


_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _quarter(match: Match) -> Reading:
    number = int(match["q"]) if match["q"] else _ORDINALS[match["ordinal"].lower()]
    return Reading(_year(match["year"]), quarter=number)


def _season(match: Match) -> Reading:
    return Reading(int(match["year"]), season=SEASONS[match["season"].lower()], edge=_edge(match))


def _century(match: Match) -> Reading:
    said = match["century"].lower()
    names = dict(zip("sixteen seventeen eighteen nineteen twentie twenty-fir".split(), range(16, 22), strict=True))
    number = int(said[:-2]) if said[0].isdigit() else names[said.removesuffix("th").removesuffix("st")]
    return Reading(century=number, edge=_edge(match))


def _holiday(match: Match) -> Reading:
    name = " ".join(match["holiday"].lower().replace("’", "'").split())
    return Reading(_year(match["year"]), holiday=name, shift=_SHIFTS.get((match["which"] or "").lower()))


_ABOUT = (
    rf"(?:(?P<hedge>(?:about|around|roughly|approximately|shortly{S}(?:before|after)|just{S}(?:before|after)))\b{S})?"
)
_ZONE = (
    rf"(?:{S}\(?(?P<zone>GMT|UTC|E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|BST|CES?T|JST|IST|AE[SD]T|"
    rf"(?:Eastern|Central|Mountain|Pacific)(?:{S}(?:Standard|Daylight))?(?:{S}[Tt]ime)?|local(?:{S}time)?)\b)?"
)
_HOLIDAY = "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", S) for name in HOLIDAYS)
_I, _C = re.IGNORECASE, re.RegexFlag(0)

PATTERNS: tuple[tuple[re.Pattern[str], Callable[[Match], Reading | None]], ...] = tuple(
    (re.compile(pattern, flags), reader)
    for pattern, flags, reader in (
        (rf"\b(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY})(?:(?:{S})?(?:[-–—]|to|through|and)(?:{S})?(?:(?P<lastmonth>{MONTH}){S})?(?P<last>{DAY}))?(?:,?{S}(?P<year>{YEAR}))?", _C, _full),
        (rf"\b(?:the{S})?(?P<day>{DAY})(?:(?:{S})?(?:[-–—]|to){S}?(?P<last>{DAY}))?{S}(?:of{S})?(?P<month>{MONTH})(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?", _C, _full),
        (r"(?<![\w/.-])(?:1[0-9]{3}|20[0-9]{2})(?:-[0-9]{1,2}-|/[0-9]{1,2}/)[0-9]{1,2}(?![\w/-])", _C, _iso),
        (r"(?<![\w/.-])[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![\w/-])", _C, _slashed),
        (rf"\b{_EDGE}(?P<month>{MONTH})(?:,|{S}of)?{S}(?P<year>{YEAR})", _C, _month_year),
        (rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\buntil )|(?<=\bby )|(?<=\bof )|(?<=\bduring )|(?<=\bearly )|(?<=\blate )|(?<=\bmid-)|(?<=\bThe )|(?<=\bthe )|(?<=\bfrom )|(?<=\btill )|(?<=\bbetween )|(?<=\bthrough ))(?P<edge>(?!))?(?P<which>(?!))?(?P<month>{MONTH})(?!['’]s{S}[A-Z]|{S}?[A-Z0-9])", _C, _lone_month),
        (rf"\b(?P<edge>(?:early|late|mid)(?:-|{S})|(?:the{S})?(?:beginning|start|middle|end){S}of{S})(?P<which>(?!))?(?P<month>{MONTH})(?!['’]s{S}[A-Z])", _C, lambda m: Reading(month=_month(m["month"]), edge=_EDGES[re.sub(r"^the\s+|\W.*$", "", m["edge"], flags=re.S)])),
        (rf"\b(?P<edge>(?!))?(?P<which>last|this|next|[Ll]ast|[Tt]his|[Nn]ext){S}(?P<month>{MONTH})", _C, _lone_month),
        (rf"(?:(?<=\bafter )|(?<=\bbefore )|(?<=\bto )|(?<=\band )|(?<=\bfor ))(?P<edge>(?!))?(?P<which>(?!))?(?P<month>(?!May|March|April|June|Jan\b|Mar\b|Jun\b|Jul\b){MONTH})(?!['’]s{S}[A-Z]|{S}?[A-Z0-9])", _C, _lone_month),
        (rf"(?<!Black )(?<!Good )(?<!Easter )(?<!Super )(?<!Ash )(?<!Palm )\b(?:(?P<which>this|last|next|past|[Tt]his{S}past|following|previous){S})?(?:(?P<edge>[Ee]arly|[Ll]ate|[Mm]id)(?:-|{S})(?:on{S})?)?(?P<day>{WEEKDAY})(?!s\b|{S}(?:Times|Mirror|Telegraph|Express|Mail|Herald|Night{S}L|Star\b|Sport))(?:['’]s(?!\w))?(?:{S}(?P<part>morning|afternoon|evening|night|lunchtime)\b)?", _C, _weekday),
        (rf"\b(?:from{S}|between{S})?(?P<first>{YEAR}){S}?(?:[-–—]|to\b|and\b|until\b|through\b){S}?(?P<last>{YEAR})", _C, _years),
        (r"(?<![\w.,-])(?P<first>1[0-9]{3}|20[0-9]{2})[-–/](?P<last>[0-9]{2})(?![\w/-]|\.[0-9])", _C, _years),
        (rf"\b(?:(?:[Ee]arlier|[Ll]ater){S})?(?:the{S})?{_EDGE}(?P<which>this|last|next|past|previous|coming|current){S}(?P<amount>(?:[0-9]{{1,3}}|{SPELLED}|few|several|couple(?:{S}of)?){S})?(?P<unit>weekend|week|month|quarter|year|decade|century|spring|summer|autumn|fall|winter|morning|afternoon|evening|night)\b(?!-old)", _I, _period),
        (rf"(?<![\w-])(?P<word>today|yesterday|tomorrow|tonight|overnight)\b(?!['’]s)(?:{S}(?P<part>morning|afternoon|evening|night)\b)?", _I, _plain_day),
        (r"(?<!USA )\b(?P<word>today|yesterday|tomorrow|tonight)(?=['’]s)(?P<part>(?!))?", _I, _plain_day),
        (rf"(?<![\w-]){_HEDGE}(?P<amount>{_NUMBER}){S}{_UNIT}{S}ago\b", _I, _ago),
        (rf"(?<![\w-])(?:(?:just|only|about|around|almost|nearly|less{S}than|more{S}than|some|at{S}least){S}){{0,2}}{_NUMBER}{S}{_UNIT}{S}(?:earlier|later|afterwards?|beforehand|prior|before|after)\b(?!{S}that\b)(?:{S}midnight\b(?:{S}local(?:{S}time)?)?)?", _I, _words),
        (rf"\b(?:the{S})(?:night|day|morning|evening|week|month|year|weekend){S}(?:before|after)\b|\bthe{S}(?:same|previous|next|following|preceding){S}(?:day|night|morning|evening|afternoon|week|month|year|weekend)\b", _I, _words),
        (rf"\b(?:(?:years|decades|centuries|generations){S}ago|(?:minutes|hours|days|weeks|months|years|decades){S}(?:earlier|later|before|after)|(?:earlier|later){S}(?:in{S}the{S}|that{S})(?:day|week|month|year|evening|afternoon|morning|night)|late{S}into{S}the{S}night|the{S}early{S}hours(?:{S}of{S}(?:the{S}morning|this{S}morning))?(?!{S}of)|(?:recent|coming|(?:(?:the{S})?(?:two|three|four|five|six|ten|[0-9]{{1,2}}){S}previous)){S}(?:days|weeks|months|years|decades)|the{S}(?:early{S}|small{S})hours)\b", _I, _words),
        (rf"(?:the{S})?early{S}hours{S}of{S}(?P<which>(?!))?(?P<edge>(?!))?(?P<day>{WEEKDAY})(?:{S}(?P<part>morning))?", _C, lambda m: Reading(weekday=WEEKDAYS.index(m["day"]), part="early")),
        (rf"\b(?P<edge>[Ll]ate|[Ee]arly){S}on{S}(?P<day>{WEEKDAY})", _C, lambda m: Reading(weekday=WEEKDAYS.index(m["day"]), part=m["edge"].lower())),
        (rf"\b(?:[Ee]arlier|[Ll]ater|[Ff]irst{S}thing){S}(?:on{S})?(?P<day>{WEEKDAY})(?:{S}(?P<part>morning|afternoon|evening|night)\b)?", _C, lambda m: Reading(weekday=WEEKDAYS.index(m["day"]), part=m["part"])),
        (rf"(?<![\w.:$£€]){_ABOUT}(?P<hour>[0-9]{{1,2}})(?:[:.](?P<minute>[0-9]{{2}}))?{S}?(?P<half>[ap](?:\.{S}?m\.?|m))(?![A-Za-z]){_ZONE}", _I, _clock),
        (rf"(?<![\w.:/]){_ABOUT}(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-9]{{2}})(?::[0-9]{{2}})?(?![\w:]|{S}?[ap]\.?m){_ZONE}", _I, _clock24),
        (rf"(?<![\w.:/])(?P<hedge>(?!))?(?P<hour>[0-2][0-9])(?P<minute>[0-5][0-9]){S}(?P<zone>GMT|UTC|BST|CET|local{S}time)\b", _C, _clock24),
        (rf"\b{_ABOUT}(?P<word>noon|midday|midnight)\b{_ZONE}", _I, _noon),
        (rf"\b{_ABOUT}(?P<hour>[0-9]{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve){S}o['’]clock\b(?:{S}in{S}the{S}(?P<part>morning|afternoon|evening)\b)?", _I, lambda m: _oclock(m)),
        (rf"\b{_EDGE}(?:the{S})?(?P<season>spring|summer|autumn|fall|winter){S}(?:of{S})?(?P<year>{YEAR})", _I, _season),
        (rf"\b(?:the{S})?(?:Q(?P<q>[1-4])|(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)(?:-|{S})quarter)(?:{S}(?:of{S})?(?P<year>{YEAR}))?\b(?!{S}final)", _I, _quarter),
        (rf"(?<![\w$£€]){_EDGE}(?P<decade>(?:1[0-9]|20)[0-9]0|(?<=['’])[2-9]0)['’]?s\b(?!{S}Show)", _I, _decade),
        (rf"\b{_EDGE}(?P<century>(?:1?[0-9]|2[01])(?:st|nd|rd|th)|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)(?:-|{S})century\b", _I, _century),
        (rf"\b(?:(?P<which>this|last|next){S})?(?P<holiday>{_HOLIDAY})\b(?:,?{S}(?P<year>{YEAR}))?", _I, _holiday),
        (rf"(?<![\w$£€.,#/@-]){_EDGE}(?:the{S}year{S})?(?P<year>{YEAR})(?!['’]s\b|-[a-z]?[0-9])", _I, _bare_year),
    )
)  # fmt: skip


def _oclock(match: Match) -> Reading | None:
    hour = int(amount(match["hour"]))
    part = (match["part"] or "").lower()
    if not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if part in ("afternoon", "evening") else 0)
    return Reading(minute=60 * (hour or (0 if part else 12)), hedge="~" if match["hedge"] else None)


def atoms(text: str) -> Iterator[Atom]:
    """Every match of every pattern, as found: they may overlap."""
    for pattern, reader in PATTERNS:
        for match in pattern.finditer(text):
            reading = reader(match)
            if reading is not None:
                yield match.start(), match.end(), reading
