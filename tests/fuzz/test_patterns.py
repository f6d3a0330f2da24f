"""Every regular expression of the program runs in linear time: each is found by itself, and fed what could make it
explode: single signs, pairs and its own words, repeated, with an end that no pattern wants. CPU time at n and at 4 n is
compared; a quadratic pattern takes sixteen times as long.
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

LENGTH = 6000
NOTICED = 0.03
"""Seconds for four times the length; below it nothing can be measured, and nobody waits."""
STEEPEST = 9.0
_PIECES = (
    "a", "A", "1", " ", "\n", ".", ",", "-", "'", '"', "“", "”", "’", "(", "[", "<", "&", "/",
    ":", "=", "*", "_", "é", "|",
    "a ", "A ", "1 ", "1,", "1.", "a.", "A.", "a-", "A-", "a, ", "A and ", "Aa ", "A. ",
    " \n", "\n\n", "> ", "<a ", "#1", "-1",
    "1,000", "1 to ", "one ", "five hundred ", "of the ", "said ", "May 1 ", "$1 ", "12-", "12:30 ",
)  # fmt: skip
_ENDS = ("\0", "!", "")


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


def growth(pattern: re.Pattern[str], piece: str, end: str) -> float | None:
    """How many times longer four times the text takes; `None` where it takes no time worth speaking of."""
    long = (piece * (4 * LENGTH // len(piece))) + end
    after = took(pattern, long)
    if after < NOTICED:
        return None
    before = min(took(pattern, long[:LENGTH] + end) for _ in range(3))
    return min(after, took(pattern, long)) / max(before, 1e-4)


def own_words(pattern: re.Pattern[str]) -> Iterable[str]:
    return dict.fromkeys(f"{word} " for word in re.findall(r"[A-Za-z]{2,12}", pattern.pattern)[:12])


def steep(pattern: re.Pattern[str]) -> dict[str, float]:
    """The pieces on which a pattern grows faster than its text."""
    found: dict[str, float] = {}
    for piece in (*_PIECES, *own_words(pattern)):
        for end in _ENDS:
            times = growth(pattern, piece, end)
            if times is not None and times > STEEPEST:
                found[ascii(piece)] = round(times, 1)
    return found


ALL: list[tuple[str, Any]] = patterns()


def test_the_patterns_of_the_program_are_found() -> None:
    assert len(ALL) > 150


@pytest.mark.timed
@pytest.mark.parametrize(("name", "pattern"), ALL, ids=[name for name, _ in ALL])
def test_every_pattern_grows_with_its_text(name: str, pattern: re.Pattern[str]) -> None:
    assert steep(pattern) == {}


@pytest.mark.timed
def test_an_explosive_pattern_would_be_found() -> None:
    assert steep(re.compile(r"\s+$|x"))
