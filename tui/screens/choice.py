"""One line of a window that offers several."""

from __future__ import annotations

from typing import NamedTuple


class Choice(NamedTuple):
    name: str
    label: str
    chosen: bool = False
