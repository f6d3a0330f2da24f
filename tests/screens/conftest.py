"""Screens stand still in tests: no animation, no colour settings from outside, no library of the user's."""

from __future__ import annotations

import os

import pytest

os.environ["TEXTUAL_ANIMATIONS"] = "none"
for _name in ("NO_COLOR", "UNICODE_VERSION", "TEXTUAL_THEME", "TEXTUAL", "COLORTERM"):
    os.environ.pop(_name, None)


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
