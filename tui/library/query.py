"""The query language of the filter line and of `sidebyline list`: words to an expression, errors with their place.

    lighthouse "went dark" outlet:courier title:storm text:repairs before:2024-03 after:2024 is:unread story:7
    -harbour      without it
    dark OR lamp  either of two neighbours; parentheses group

A word stands for all that begin like it (one of up to three letters: for those in titles and outlets, and for itself
in texts), a phrase for itself. Terms beside each other all hold. `after:` means from
that day on, `before:` earlier than it. What cannot be understood is reported and left out, so that a half-typed
query never empties the list. Pure: it knows no database.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

from tui.frozen import dataclass

Field = Literal["any", "title", "outlet", "text", "before", "after", "is", "story"]
FIELDS: tuple[Field, ...] = get_args(Field)[1:]
STATES = ("unread", "read", "flagged", "done", "dismissed", "noted", "revised")
"""What may stand behind `is:`."""
_FIELD = re.compile(r"([A-Za-z]{1,40}):")
_WORD = re.compile(r'[^\s()"]+')
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
DEEPEST = 20
"""Parentheses inside parentheses."""
MOST = 100
"""Terms that are looked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition."""

    field: Field
    value: str
    phrase: bool = False
    """It stood in quotation marks: exactly these words."""


@dataclass(frozen=True, slots=True)
class Not:
    part: Expression


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; no part: every article."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple[Expression, ...]


Expression = Term | Not | All | Either


@dataclass(frozen=True, slots=True)
class QueryError:
    """A part of the query that was left out, and why."""

    start: int
    """Characters of the query before it."""
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Query:
    expression: Expression
    errors: tuple[QueryError, ...]


def parse(text: str) -> Query:
    """The query as far as it is understood. Never raises."""
    reader = _Reader(text)
    return Query(reader.all_of(0), tuple(sorted(reader.errors, key=lambda error: error.start)))


class _Reader:
    """Goes through the text once, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.terms = 0
        self.errors: list[QueryError] = []

    def all_of(self, depth: int) -> Expression:
        """What holds together, up to the end or to the parenthesis that closes it."""
        parts: list[Expression] = []
        while self._more():
            start = self.at
            if self._taken(")"):
                if depth:
                    self.at = start
                    break
                self._fault(start, "nothing was opened that this could close")
            elif self._is_or():
                self.at += 2
                part = self._one(depth) if self._more() else None
                if not parts or part is None:
                    self._fault(start, "OR needs something on both sides", start + 2)
                    parts += [part] if part else []
                else:
                    before = parts[-1].parts if isinstance(parts[-1], Either) else (parts[-1],)
                    parts[-1] = Either((*before, part))
            elif part := self._one(depth):
                parts.append(part)
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self, depth: int) -> Expression | None:
        start = self.at
        while self._taken("-"):
            pass
        negative = (self.at - start) % 2 == 1
        if self.at > start and (self.at == len(self.text) or self.text[self.at].isspace()):
            self._fault(start, "a minus without a word behind it")
            return None
        if self.text[self.at] == ")" or self._is_or():
            return None
        part = self._group(depth) if self.text[self.at] == "(" else self._term()
        return Not(part) if part and negative else part

    def _group(self, depth: int) -> Expression | None:
        start = self.at
        self.at += 1
        if depth >= DEEPEST:
            self._fault(start, f"more than {DEEPEST} parentheses inside each other")
            return None
        inner = self.all_of(depth + 1)
        if not self._taken(")"):
            self._fault(start, "this parenthesis is not closed", start + 1)
        return None if inner == All(()) else inner

    def _term(self) -> Term | None:
        start = self.at
        match = _FIELD.match(self.text, self.at)
        field: Field = "any"
        if match:
            self.at = match.end()
            name = match[1].lower()
            if name not in FIELDS:
                self._value()
                self._fault(
                    start, f"no field {name}: (there are {', '.join(FIELDS)}); in quotation marks it is a phrase"
                )
                return None
            field = name
        found = self._value()
        if found is None:
            self._fault(start, f"nothing behind {field}:")
            return None
        trouble = _trouble(field, found[0])
        self.terms += 1
        if trouble is None and self.terms > MOST:
            trouble = f"more than {MOST} terms"
        if trouble:
            self._fault(start, trouble)
            return None
        return Term(field, *found)

    def _value(self) -> tuple[str, bool] | None:
        """A word or a phrase, and whether it is a phrase; `None` where neither stands here."""
        start = self.at
        if self._taken('"'):
            end = self.text.find('"', self.at)
            if end < 0:
                self._fault(start, "this quotation mark is not closed", start + 1)
                end = len(self.text)
            value = self.text[self.at : end]
            self.at = min(end + 1, len(self.text))
            return value, True
        match = _WORD.match(self.text, self.at)
        if match is None:
            return None
        self.at = match.end()
        return match[0], False

    def _more(self) -> bool:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.at < len(self.text)

    def _taken(self, sign: str) -> bool:
        found = self.text.startswith(sign, self.at)
        self.at += found
        return found

    def _is_or(self) -> bool:
        after = self.text[self.at + 2 : self.at + 3]
        return self.text.startswith("OR", self.at) and (not after or after.isspace() or after in "()")

    def _fault(self, start: int, what: str, end: int | None = None) -> None:
        self.errors.append(QueryError(start, self.at if end is None else end, what))


def _trouble(field: Field, value: str) -> str | None:
    """Why a term cannot be looked for."""
    if field == "is":
        return None if value.lower() in STATES else f"is: takes {', '.join(STATES)}"
    if field in ("before", "after"):
        return None if _DATE.fullmatch(value) else f"{field}: takes a date such as 2023, 2023-09 or 2023-09-15"
    return None if any(char.isalnum() for char in value) else "no word to look for"
