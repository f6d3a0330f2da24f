"""The words of a text that say when: each pattern with the reading that it gives.

Patterns find one thing each ("September 7", "Friday", "5 p.m."); `tui.facts.dates.joining` puts
together what stands together. Every pattern is linear: bounded gaps, no repeated group inside another.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.facts.clues import lines
from tui.facts.dates.calendar import CALENDAR
from tui.facts.dates.clocks import CLOCKS
from tui.facts.dates.reading import Reading
from tui.facts.dates.relative import RELATIVE

Atom = tuple[int, int, Reading]
"""Start, end and what is said."""


def atoms(text: str) -> Iterator[Atom]:
    """Every match of every pattern, as found: they may overlap."""
    for line in lines(text):
        for pattern, reader in (*CALENDAR, *RELATIVE, *CLOCKS):
            for match in pattern.finditer(text, line):
                reading = reader(match)
                if reading is not None:
                    yield match.start(), match.end(), reading
