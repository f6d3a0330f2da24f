"""Sidebyline: two tellings of one story, side by side, in a terminal.

>>> from tui import compare, read
>>> [a], [b] = read("seeds/broadcaster.txt"), read("seeds/celebrity-weekly.txt")
>>> compare(a, b).mode
'tellings'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.comparison import Comparison, compare
    from tui.reading import read

__all__ = ["Comparison", "compare", "read"]


def __getattr__(name: str) -> object:
    """Loads a public name when it is first asked for: `sidebyline --version` needs none of them."""
    if name == "read":
        from tui.reading import read

        return read
    if name in ("compare", "Comparison"):
        from tui import comparison

        return getattr(comparison, name)
    raise AttributeError(f"module 'tui' has no attribute {name!r}")
