"""The day an article speaks from: when it was published, or what the texts of its story imply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tui.article import Article
from tui.facts.dates.reading import Reading
from tui.frozen import dataclass

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Anchor:
    """`day` is `None` where nothing tells it."""

    day: date | None
    inferred: bool


def anchors(articles: Sequence[Article], found: Sequence[Sequence[tuple[int, int, Reading]]]) -> list[Anchor]:
    """One for each article; the order of the articles decides nothing.

    In this order: its own date of publication; the earliest among its companions'; the latest full date
    that its own text names; the latest that a companion's names.
    """
    published = [_day(article.published) for article in articles]
    named = [_latest(dates) for dates in found]
    known = sorted(day for day in published if day)
    told = sorted(day for day in named if day)
    result = []
    for own, text in zip(published, named, strict=True):
        if own:
            result.append(Anchor(own, inferred=False))
        else:
            guess = known[0] if known else text or (told[-1] if told else None)
            result.append(Anchor(guess, inferred=guess is not None))
    return result


def _day(published: str | None) -> date | None:
    match = _DAY.match(published or "")
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _latest(found: Sequence[tuple[int, int, Reading]]) -> date | None:
    days = []
    for _, _, reading in found:
        if reading.year and reading.month and reading.day:
            try:
                days.append(date(reading.year, reading.month, reading.day))
            except ValueError:
                continue
    return max(days, default=None)
