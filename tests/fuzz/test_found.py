"""What fuzzing found stays found: each input in `found/` goes through its target, which its name begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS
from tests.hostile.corpus import cases

FOUND = sorted((Path(__file__).parent / "found").iterdir())
QUICK = ("asking", "taking", "words")
"""Targets that take each case of the hostile corpus in no time; the others have tests of their own over it."""


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_is_mended(path: Path) -> None:
    TARGETS[path.name.partition("-")[0]](path.read_bytes())


@pytest.mark.parametrize("name", QUICK)
def test_the_hostile_corpus_breaks_no_promise(name: str) -> None:
    for case in cases():
        if len(case.data) < 10_000:
            TARGETS[name](case.data)
