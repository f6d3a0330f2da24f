"""Which articles share their telltale terms, near in time: an index is asked, never every article.

Each term is looked up for the days around, and at most `MOST_ALIKE` articles are taken of it, so that an article
costs the same in a library of any size.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from datetime import date

NEAR = 10
"""Days before and after in which reports of one event are looked for."""
MOST_ALIKE = 16
"""Articles taken of one term: the nearest to the end of its days, the latest to come in."""
UNDATED = -1
"""The day of an article that tells none: it is near to every day."""
_FAR = 10_000_000
_NEAR_IN_TIME = """
SELECT article, weight FROM terms WHERE term = ? AND day BETWEEN ? AND ? ORDER BY day DESC, article DESC LIMIT ?
"""


def day_number(day: str | None) -> int:
    """`YYYY-MM-DD` as a count of days; `UNDATED` where there is none, or no such day."""
    try:
        return date.fromisoformat(day).toordinal() if day else UNDATED
    except ValueError:
        return UNDATED


def likeness(
    connection: sqlite3.Connection, terms: Mapping[str, float], day: int, most: int = MOST_ALIKE
) -> Counter[int]:
    """How like each other article is, 0 to 1: the cosine of their telltale terms, as far as they were looked up."""
    found: Counter[int] = Counter()
    spans = [(0, _FAR)] if day == UNDATED else [(day - NEAR, day + NEAR)]
    for term, weight in terms.items():
        for first, last in (*spans, (UNDATED, UNDATED)):
            for article, other in connection.execute(_NEAR_IN_TIME, (term, first, last, most)):
                found[article] += weight * other
    return found


def terms_of(connection: sqlite3.Connection, number: int) -> tuple[dict[str, float], int]:
    """The telltale terms of an article that was grouped, and its day."""
    rows = connection.execute("SELECT term, weight, day FROM terms WHERE article = ?", (number,)).fetchall()
    return {term: weight for term, weight, _ in rows}, rows[0][2] if rows else UNDATED
