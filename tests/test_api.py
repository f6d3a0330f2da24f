"""The documented Python API: its examples are run as they stand."""

from __future__ import annotations

import doctest
from pathlib import Path
from types import ModuleType

import pytest

import tui
import tui.comparing

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("module", [tui], ids=lambda module: module.__name__)
def test_the_examples_of_a_module(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = doctest.testmod(module)
    assert done.attempted > 0
    assert done.failed == 0


def test_what_is_documented_is_exported() -> None:
    for name in tui.__all__:
        assert getattr(tui, name).__doc__
    with pytest.raises(AttributeError):
        _ = tui.nothing
