"""A date that a text gives about itself: header lines and "Published …" lines → ISO dates.

Reads only what is written out in full. A date that could be two (03/04/2023) is none.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})\b")
_MONTH_DAY = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b")


def written_date(line: str) -> str | None:
    """The first full date of a line as `YYYY-MM-DD`, or `None`."""
    for pattern, order in ((_ISO, "ymd"), (_DAY_MONTH, "dmy"), (_MONTH_DAY, "mdy"), (_NUMBERS, "??y")):
        for match in pattern.finditer(line):
            found = _as_date(match.groups(), order)
            if found:
                return found.isoformat()
    return None


_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T[\d:.,+Z-]{0,30})?")
_PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_SECONDS = re.compile(r"\d{9,10}")
_MILLISECONDS = re.compile(r"\d{12,13}")


def stated_date(value: object) -> str | None:
    """The EDTF date of a field that holds a date: ISO 8601, `20230915T100000Z`, RFC 5322, a Unix time.

    The day is the one written, in the zone it was written in; a Unix time's is that of UTC.
    """
    if isinstance(value, bool) or not isinstance(value, (str, int, float, date)):
        return None
    text = str(int(value)) if isinstance(value, float) and abs(value) < 1e15 else str(value).strip()[:200]
    if _SECONDS.fullmatch(text) or _MILLISECONDS.fullmatch(text):
        seconds = int(text) // (1000 if len(text) > 10 else 1)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    compact = _COMPACT.fullmatch(text)
    if compact:
        found = _as_date(compact.groups(), "ymd")
        return found.isoformat() if found else None
    return text if _PARTIAL.fullmatch(text) else written_date(text)


def _as_date(parts: tuple[str, ...], order: str) -> date | None:
    if order == "??y":
        first, second = int(parts[0]), int(parts[1])
        if first <= 12 and second <= 12 and first != second:
            return None
        order = "mdy" if second > 12 else "dmy"
    fields = dict(zip(order, parts, strict=True))
    month = _MONTHS.get(fields["m"].lower()) if fields["m"].isalpha() else int(fields["m"])
    try:
        return date(int(fields["y"]), month or 0, int(fields["d"]))
    except ValueError:
        return None


_HEADER = re.compile(r"(?:date|published|posted|updated|last updated|last modified|first published)\b[:\s]*", re.I)
_POSTED_BY = re.compile(r" by (?:[\w.'’-]{1,25} ?){1,3}$")
_DATE_WORD = re.compile(
    r"\d{1,4}(?:st|nd|rd|th)?|\d{1,2}[:.]\d{2}(?::\d{2})?|[ap]\.?m\.?|at|on|o|of|the|and|[A-Z]{2,4}|"
    r"\d{4}-\d{1,2}-\d{1,2}(?:T[\d:.+Z-]*)?|\d{1,2}[./-]\d{1,2}[./-]\d{4}|"
    r"\d{1,2}(?:[:.]\d{2})?[ap]\.?m\.?|(?:utc|gmt)[+-]\d{1,2}(?::?\d{2})?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|utc|gmt|published|updated|posted|"
    + "|".join(_MONTHS),
    re.I,
)


def is_date_line(line: str) -> bool:
    """Whether a line holds a date and nothing else: "Published: Friday, 15 September 2023 at 5.30pm BST"."""
    if len(line) > 120 or not written_date(line):
        return False
    rest = _HEADER.sub("", line.strip(), count=1)
    if rest != line.strip():
        rest = _POSTED_BY.sub("", rest)
    words = re.split(r"[\s,|·•()–—]+", rest)
    return all(not word or _DATE_WORD.fullmatch(word.rstrip(".:")) for word in words)


_PLACE = re.compile(r"[A-Z][\w.'’-]{0,24}(?:,? [A-Z][\w.'’-]{0,24}){0,4},?")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}")
_AT_HEAD = 150


def is_placed_date(line: str) -> bool:
    """Whether a line holds a place, a date with its time and nothing else: "VIK, Sund Mon Oct 24, 2011 4:48pm EDT"."""
    line = " ".join(line[:_AT_HEAD].split())
    if not _CLOCK.search(line) or not written_date(line):
        return False
    words = line.split(" ")
    return any(
        is_date_line(" ".join(words[n:])) for n in range(1, min(6, len(words))) if _PLACE.fullmatch(" ".join(words[:n]))
    )


def is_last_update(line: str) -> bool:
    """Whether a page says of itself when it was last changed; its only date is that of what one reads."""
    return line.strip().lower().startswith("last updated")


def is_update_line(line: str) -> bool:
    """Whether the line says when the article was changed, not when it came out."""
    return line.strip().lower().startswith(("updated", "last updated", "last modified"))


_LEADING = re.compile(r"\A\s*+date[: ]\s{0,20}(\d{4}-\d{1,2}-\d{1,2})(?=\s)", re.I)


def leading_date(text: str) -> int | None:
    """Where a header such as ` date 2023-09-15 ` at the very start of a text ends, story behind it or not."""
    match = _LEADING.match(text)
    return match.end() if match else None
