"""A query's expression → SQL over the library's tables. Everything the reader typed goes in as a parameter."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from tui.frozen import dataclass
from tui.library.query import All, Either, Expression, Not, Term

_TEXTUAL = ("any", "title", "outlet", "text")
_SHORT = 3
"""Letters of a word that is looked for as a beginning in titles and outlets alone, and whole in texts: "con" begins a
word in nearly every article, which costs a tenth of a second in 100,000 of them and tells nothing."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
"""Scripts that put no blank between words (Thai, Lao, Burmese, Khmer, Chinese, Japanese): the index knows whole runs
only, so the texts themselves are gone through."""
_COLUMNS = {"any": "coalesce(title, '') || ' ' || coalesce(outlet, '') || ' ' || text"}
_BY_WORDS = "number IN (SELECT rowid FROM words WHERE words MATCH ?)"
_BY_HEAD = "number IN (SELECT rowid FROM heads WHERE heads MATCH ?)"
_EITHER = "SELECT rowid AS number FROM heads WHERE heads MATCH ? UNION ALL SELECT rowid FROM words WHERE words MATCH ?"
_BY_EITHER = f"number IN ({_EITHER})"
_MARKED = "IN (SELECT number FROM articles JOIN decisions ON kind = 'article' AND key = id WHERE"
_BY_MARK = f"number {_MARKED} mark = ?)"
_NOT_UNREAD = f"number {_MARKED} mark != 'unread')"
_MARKED_AT_ALL = "not unread"
"""Behind `is:`, for ourselves: nothing that can be typed."""
_UNREAD = f"number NOT {_MARKED} mark != 'unread')"
_NOTED = f"""number {_MARKED} note != '""')"""
_REVISED = "EXISTS (SELECT 1 FROM articles AS v WHERE v.work = articles.work AND v.number != articles.number)"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on a row of `articles`."""

    sql: str
    values: tuple[Any, ...] = ()
    rows: str = "articles"
    """What to take the numbers from: rows that all fulfil it; `articles` have to be asked one by one."""


def condition(expression: Expression, members: Callable[[str], Sequence[int]]) -> Condition:
    """`members` tells which articles belong to a story, by what stands behind `story:`."""
    match = matched(expression)
    if match is not None:
        return Condition(_BY_WORDS, (match,))
    if isinstance(expression, Term):
        return _of_term(expression, members)
    if isinstance(expression, Not):
        inner = condition(expression.part, members)
        return Condition(f"NOT coalesce({inner.sql}, 0)", inner.values)
    parts = _gathered(expression) if isinstance(expression, All) else expression.parts
    if not parts:
        return Condition("1")
    inside = [condition(part, members) for part in parts]
    joiner = " AND " if isinstance(expression, All) else " OR "
    return Condition(f"({joiner.join(c.sql for c in inside)})", tuple(v for c in inside for v in c.values))


def turned(expression: Expression) -> tuple[Expression, bool]:
    """An expression that says the same, or (true) the opposite, and finds less: of 100,000 unread articles those that
    were read."""
    barred = False
    while isinstance(expression, Not):
        expression, barred = expression.part, not barred
    if isinstance(expression, Term) and expression.field == "is" and expression.value.lower() == "unread":
        return Term("is", _MARKED_AT_ALL), not barred
    return expression, barred


def matched(expression: Expression) -> str | None:
    """The expression in the language of FTS5, where it asks for nothing but words."""
    if isinstance(expression, Term):
        return _phrase(expression) if expression.field in ("any", "text") and _is_indexed(expression) else None
    if isinstance(expression, Not) or not expression.parts:
        return None
    if isinstance(expression, Either):
        either = [matched(part) for part in expression.parts]
        return None if None in either else f"({' OR '.join(filter(None, either))})"
    wanted = [matched(part) for part in expression.parts if not isinstance(part, Not)]
    barred = [matched(part.part) for part in expression.parts if isinstance(part, Not)]
    if not wanted or None in wanted or None in barred:
        return None
    both = f"({' AND '.join(filter(None, wanted))})"
    return f"({both} NOT ({' OR '.join(filter(None, barred))}))" if barred else both


def _gathered(expression: All) -> tuple[Expression, ...]:
    """The parts that ask for words as one, so that the index is asked once."""
    wordy = [part for part in expression.parts if matched(part) is not None]
    if not wordy:
        return expression.parts
    wordy += [part for part in expression.parts if isinstance(part, Not) and matched(part.part) is not None]
    return (All(tuple(wordy)), *(part for part in expression.parts if part not in wordy))


def _is_indexed(term: Term) -> bool:
    """Whether one question to the index of all words answers it."""
    long = term.phrase or len(term.value) > _SHORT or term.field != "any"
    return long and not _UNSPACED.search(term.value)


def _phrase(term: Term, *, whole: bool = False) -> str:
    # A single letter as the beginning of a word would match every article.
    begins = not (term.phrase or whole) and len(term.value) > 1
    words = _bindable(term.value).replace('"', '""')
    column = "" if term.field == "any" else f"{term.field} : "
    return f'({column}"{words}"{" *" if begins else ""})'


def _of_term(term: Term, members: Callable[[str], Sequence[int]]) -> Condition:
    value = term.value
    if term.field in _TEXTUAL:
        return _of_words(term)
    if term.field == "story":
        return Condition("number IN (SELECT value FROM json_each(?))", (json.dumps(list(members(value))),))
    if term.field == "before":
        return Condition("day < ?", (value,))
    if term.field == "after":
        return Condition("day >= ?", (value,))
    special = {"unread": _UNREAD, _MARKED_AT_ALL: _NOT_UNREAD, "noted": _NOTED, "revised": _REVISED}.get(value.lower())
    return Condition(special) if special else Condition(_BY_MARK, (value.lower(),))


def _of_words(term: Term) -> Condition:
    """Words that the index of all words is not asked for, or not alone."""
    if _UNSPACED.search(term.value):
        column = _COLUMNS.get(term.field, term.field)
        found = f"number IN (SELECT number FROM searched WHERE instr({column}, ?))"  # noqa: S608
        return Condition(found, (_bindable(term.value),))
    if term.field == "any":
        return Condition(_BY_EITHER, (_phrase(term), _phrase(term, whole=True)), f"({_EITHER})")
    return Condition(_BY_HEAD, (_phrase(term),))


def _bindable(value: str) -> str:
    """Without what SQLite takes for the end of a text or cannot take at all; no article is found by either."""
    return value.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
