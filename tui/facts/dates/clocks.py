"""Times of day: "5 p.m.", "around 11am local time", "15:30 GMT", "noon", "eight o'clock in the evening"."""

from __future__ import annotations

from tui.facts.clues import NUMBER, words
from tui.facts.dates.fragments import Match, S, pattern
from tui.facts.dates.reading import Reading
from tui.facts.dates.relative import amount
from tui.facts.dates.vocabulary import ZONES

_ABOUT = rf"(?:(?P<hedge>(?:about|around|roughly|approximately|(?:shortly|just){S}(?:before|after)))\b{S})?"
_ZONE = (
    rf"(?:{S}\(?(?P<zone>GMT|UTC|E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|BST|CES?T|JST|IST|AE[SD]T|"
    rf"(?:Eastern|Central|Mountain|Pacific)(?:{S}(?:Standard|Daylight))?(?:{S}time)?|local(?:{S}time)?)\b)?"
)
_HOUR = "[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


def _time(match: Match, minute: int) -> Reading:
    groups = match.groupdict()
    zone = groups.get("zone")
    return Reading(
        minute=minute, zone=ZONES.get(zone.lower()) if zone else None, hedge="~" if groups.get("hedge") else None
    )


def _twelve(match: Match) -> Reading | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    half = 12 if match["half"].lower().startswith("p") else 0
    return _time(match, 60 * (hour % 12 + half) + minute)


def _twenty_four(match: Match) -> Reading | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    return _time(match, 60 * hour + minute) if hour <= 23 and minute <= 59 else None


def _noon(match: Match) -> Reading:
    return _time(match, 0 if match["word"].lower() == "midnight" else 720)


def _o_clock(match: Match) -> Reading | None:
    hour = int(amount(match["hour"]))
    part = (match["part"] or "").lower()
    if not 1 <= hour <= 12:
        return None
    return _time(match, 60 * (hour % 12 + (12 if part != "morning" and (part or hour == 12) else 0)))


_SPANS = (
    rf"half{S}an{S}hour|an?{S}hour|(?:[0-9]{{1,2}}|two|three|four|five|ten|fifteen|twenty|thirty){S}(?:minute|hour)s"
)


def _beside_twelve(match: Match) -> Reading:
    """ "An hour before midnight"."""
    span = match["span"].lower()
    apart = round(amount(span.rsplit(" ", 1)[0].strip()) * (60 if "hour" in span else 1))
    twelve = 0 if match["word"].lower() == "midnight" else 720
    return _time(match, (twelve + (apart if match["side"].lower() == "after" else -apart)) % 1440)


CLOCKS = (
    pattern(
        rf"\b{_ABOUT}(?P<span>{_SPANS}){S}(?P<side>before|after){S}(?P<word>noon|midday|midnight)\b{_ZONE}",
        _beside_twelve,
        words("noon midday midnight"),
        words("before after"),
        any_case=True,
    ),
    pattern(
        rf"(?<![\w.:$£€]){_ABOUT}(?P<hour>[0-9]{{1,2}})(?:[:.](?P<minute>[0-9]{{2}}))?{S}?"
        rf"(?P<half>[ap](?:\.{S}?m\.?|m))(?![A-Za-z]){_ZONE}",
        _twelve,
        NUMBER,
        words("am pm m"),
        any_case=True,
    ),
    pattern(
        rf"(?<![\w.:/]){_ABOUT}(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-9]{{2}})(?::[0-9]{{2}})?"
        rf"(?![\w:]|{S}?[ap]\.?m){_ZONE}",
        _twenty_four,
        words(":"),
        any_case=True,
    ),
    pattern(
        rf"(?<![\w.:/])(?P<hour>[0-2][0-9])(?P<minute>[0-5][0-9]){S}(?P<zone>GMT|UTC|BST|CET|local{S}time)\b",
        _twenty_four,
        words("gmt utc bst cet time"),
    ),
    pattern(rf"\b{_ABOUT}(?P<word>noon|midday|midnight)\b{_ZONE}", _noon, words("noon midday midnight"), any_case=True),
    pattern(
        rf"\b{_ABOUT}(?P<hour>{_HOUR}){S}o'clock\b(?:{S}in{S}the{S}(?P<part>morning|afternoon|evening)\b)?",
        _o_clock,
        words("clock"),
        any_case=True,
    ),
)
