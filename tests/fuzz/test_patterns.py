"""Every regular expression of the program runs in linear time: each is found by itself, and fed what could make it
explode: single signs, pairs and its own words, repeated, with an end that no pattern wants. CPU times at n, 4 n and
16 n are compared; a quadratic pattern takes sixteen times as long at each step. A pattern that is only ever matched at
the start of a text says so, by a backslash and A, and passes.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest

import tui

SHORT = 1000
"""Characters; the growth to four and to sixteen times as many is what is looked at."""
NOTICED = 0.0006
"""Seconds for 4,000 characters; below it nothing can be measured, and nobody waits."""
STEEPEST = 7.0
"""Times as long for four times the text, twice in a row: a linear pattern takes 4 times as long, a quadratic one 16."""
_PIECES = (
    "a", "A", "1", " ", "\n", ".", ",", "-", "'", '"', "“", "”", "’", "(", "[", "<", "&", "/",
    ":", "=", "*", "_", "é", "|",
    "a ", "A ", "1 ", "1,", "1.", "a.", "A.", "a-", "A-", "a, ", "A and ", "Aa ", "A. ",
    " \n", "\n\n", "> ", "<a ", "#1", "-1",
    "1,000", "1 to ", "one ", "five hundred ", "of the ", "said ", "May 1 ", "$1 ", "12-", "12:30 ",
)  # fmt: skip
_ENDS = ("\0", "")


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern on text in a module of the program, by module and name."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for info in pkgutil.walk_packages(tui.__path__, "tui."):
        if not re.search(r"__main__|training|\.spacy$", info.name):
            for name, value in vars(importlib.import_module(info.name)).items():
                for pattern in _inside(value):
                    found.setdefault((pattern.pattern, pattern.flags), (f"{info.name}.{name}", pattern))
    return list(found.values())


def _inside(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 3 and isinstance(value, list | tuple | frozenset | Mapping) and len(value) < 500:
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _inside(part, depth + 1)


def took(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for count, _ in enumerate(pattern.finditer(text)):
        if count > 100_000:
            break
    return time.process_time() - start


def times(pattern: re.Pattern[str], piece: str, end: str, longer: int) -> float:
    """The least of three, since a busy machine only ever adds."""
    text = piece * (longer * SHORT // len(piece)) + end
    first = took(pattern, text)
    return first if first > 0.2 else min(first, took(pattern, text), took(pattern, text))


def is_steep(pattern: re.Pattern[str], piece: str, end: str) -> bool:
    """The long text is tried only where the short ones look bad, so that all patterns take minutes, not an hour."""
    if took(pattern, piece * (4 * SHORT // len(piece)) + end) < NOTICED:
        return False
    four = times(pattern, piece, end, 4)
    if four < STEEPEST * max(times(pattern, piece, end, 1), 1e-5):
        return False
    return times(pattern, piece, end, 16) > STEEPEST * four


def own_words(pattern: re.Pattern[str]) -> Iterable[str]:
    return dict.fromkeys(f"{word} " for word in re.findall(r"[A-Za-z]{2,12}", pattern.pattern)[:12])


def steep(pattern: re.Pattern[str]) -> str | None:
    """The first piece on which a pattern grows faster than its text."""
    tried = [(piece, end) for piece in (*_PIECES, *own_words(pattern)) for end in _ENDS]
    return next((ascii(piece) for piece, end in tried if is_steep(pattern, piece, end)), None)


ALL: list[tuple[str, Any]] = patterns()


def test_the_patterns_of_the_program_are_found() -> None:
    assert len(ALL) > 150


@pytest.mark.timed
@pytest.mark.parametrize(("name", "pattern"), ALL, ids=[name for name, _ in ALL])
def test_every_pattern_grows_with_its_text(name: str, pattern: re.Pattern[str]) -> None:
    assert steep(pattern) is None


@pytest.mark.timed
def test_an_explosive_pattern_would_be_found() -> None:
    assert steep(re.compile(r"\s+$|x"))
