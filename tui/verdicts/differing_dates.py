"""Two dates that cannot both hold of one event: do the texts say enough that it is one event?

A false conflict costs more trust than a missed one, so each doubt that the words raise keeps the two apart.
"""

from __future__ import annotations

import re
from typing import Literal

from tui.article import Article
from tui.facts.dates.edtf import MINUTES, stretch, yearless
from tui.facts.dates.vocabulary import MONTH, WEEKDAY
from tui.facts.fact import Mention
from tui.verdicts.scene import NEAREST, Scene

_LIKE = 0.3
_DRIFT = 2  # days that a guessed day of writing may be off
_CALENDAR = re.compile(rf"[0-9]|{WEEKDAY}|{MONTH}")
_YEAR = re.compile(r"[0-9]{4}")
_TOLD = re.compile(
    r"\b(?:said|says|announced|reported|confirmed|stated|declared|added|wrote|told\s(?:[\w']+\s){0,2}[\w']+)"
    r"(?:\s(?:here|today))?\s(?:(?:on|late|early|in)\s){0,2}(?:a\sstatement\s(?:on\s)?)?$"
)


def differing(scene: Scene, a: Mention, b: Mention) -> Literal["conflict", "compatible"] | None:
    """What two dates come to whose values exclude each other; `None` where they may be of two events.

    A conflict needs one kind of action, the nearest to both dates, and someone or something that it is of.
    """
    if _floats(a) or _floats(b):
        return "compatible" if _meet_within(a.value, b.value, _DRIFT) else None
    if _year_guessed(a) != _year_guessed(b) and _meet_in_no_year(a.value, b.value):
        return "compatible"
    articles = scene.ground.articles
    if _is_told(articles.a, a) != _is_told(articles.b, b):
        return None
    same = scene.same_action(a, b) >= NEAREST and scene.likeness(a, b) >= _LIKE and scene.share_a_participant(a, b)
    return "conflict" if same else None


def _floats(mention: Mention) -> bool:
    """Whether a date hangs on a day of writing that is only guessed: "yesterday" where another article is dated."""
    return mention.inferred and _CALENDAR.search(mention.text) is None


def _year_guessed(mention: Mention) -> bool:
    """ "In February" of a year that another article's date told."""
    return mention.inferred and _YEAR.search(mention.text) is None


def _meet_in_no_year(a: str, b: str) -> bool:
    one, two = stretch(a), stretch(b)
    first, second = (yearless(s) if s else None for s in (one, two))
    return first is not None and second is not None and first.meets(second)


def _meet_within(a: str, b: str, days: int) -> bool:
    """Whether one would cover the other if it stood for a day that many days away: a night never meets a morning."""
    one, two = stretch(a), stretch(b)
    if one is None or two is None or one.start is None or two.start is None:
        return False
    return abs(one.start - two.start) <= days * MINUTES and any(
        one.moved(day * MINUTES).meets(two) for day in range(-days, days + 1)
    )


def _is_told(article: Article, mention: Mention) -> bool:
    """Whether a date says when something was told: "her family announced on Monday"."""
    return bool(_TOLD.search(article.text, max(0, mention.start - 60), mention.start))
