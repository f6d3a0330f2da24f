"""A container that is covered by what it contains: nothing of it is seen, and so no line of it is painted.

Painted as Textual does it, containers take a third of the first frame.
"""

from __future__ import annotations

from textual.widget import Widget


class Covered(Widget):
    """Its children, one below the other."""

    DEFAULT_CSS = "Covered { width: 1fr; height: 1fr; overflow: hidden hidden; }"
    BLANK = True
