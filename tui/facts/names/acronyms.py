"""Short forms that a text introduces itself: "the International Space Station (ISS)" makes ISS that station.

Only initials in brackets right behind a name of two words or more, and only where one name of the story has them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tui.facts.names.keys import initials, key
from tui.facts.names.story import Spot, Story

_SHORTEST = 3


def introduced(story: Story, spots: Iterable[Spot]) -> dict[str, str]:
    """For each key of a short form the key of the name that it stands for."""
    told: dict[str, set[str]] = defaultdict(set)
    for spot in spots:
        words = story.words[spot.article][spot.sentence]
        short = words[spot.last + 1 : spot.last + 2]
        if words[spot.last : spot.last + 1] != ["("] or words[spot.last + 2 : spot.last + 3] != [")"] or not short:
            continue
        name, low = key(story.text(spot)), short[0].lower()
        if len(low) >= _SHORTEST and short[0].isupper() and low in initials(name):
            told[key(short[0])].add(name)
    return {short: next(iter(names)) for short, names in told.items() if len(names) == 1}
