"""How far something has come: one line on a terminal's stderr that is written over, and nothing anywhere else."""

from __future__ import annotations

import sys
import time

_AT_ONCE = 0.1
"""Seconds between two lines."""


class Line:
    """The line. What is shown more often than an eye can follow is left out."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._last = 0.0

    def show(self, text: str) -> None:
        """`text` has to be safe already."""
        now = time.monotonic()
        if self._is_terminal and now - self._last >= _AT_ONCE:
            self._last = now
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()

    def clear(self) -> None:
        if self._is_terminal and self._last:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
