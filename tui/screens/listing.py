"""What the library screen lists: which articles, in which order, under which headings. No widget here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.frozen import dataclass
from tui.safe import safe_line
from tui.screens.shelf import Group, Shelf
from tui.widgets.article_list import Heading

if TYPE_CHECKING:
    from tui.library import Query, Sort

ALONE = "In no story"


@dataclass(frozen=True)
class Wanted:
    """What the reader wants to see."""

    query: Query | None
    sort: Sort
    grouped: bool = False
    likeness: Mapping[int, float] | None = None
    """To what is picked as A: the likest first."""


@dataclass(frozen=True, slots=True)
class Listed:
    items: Sequence[int]
    """Numbers of articles, and `~n` for the n-th heading."""
    headings: Sequence[Heading]
    count: int
    """Articles among the items."""


def listed(shelf: Shelf, wanted: Wanted) -> Listed:
    """Finds it. Blocks: see `Shelf`."""
    numbers = shelf.find(wanted.query, wanted.sort)
    if wanted.likeness is not None:
        numbers = likest_first(numbers, wanted.likeness)
    if not wanted.grouped:
        return Listed(numbers, (), len(numbers))
    return by_story(numbers, shelf.groups())


def likest_first(numbers: Sequence[int], likeness: Mapping[int, float]) -> list[int]:
    """Those without a measure stay in their order, behind the others."""
    near = sorted((n for n in numbers if n in likeness), key=lambda n: -likeness[n])
    return near if len(near) == len(numbers) else near + [n for n in numbers if n not in likeness]


def by_story(numbers: Sequence[int], groups: Sequence[Group]) -> Listed:
    """The stories in the order of their first article in the list, each with its articles as they were published.

    What is alone in its story comes last, in the order of the list.
    """
    home = {number: at for at, group in enumerate(groups) if len(group.numbers) > 1 for number in group.numbers}
    found = set(numbers)
    items: list[int] = []
    headings: list[Heading] = []
    for at in dict.fromkeys(home[number] for number in numbers if number in home):
        members = [number for number in groups[at].numbers if number in found]
        items += [~len(headings), *members]
        headings.append(Heading(groups[at].id, safe_line(groups[at].name), len(members), groups[at].first))
    alone = [number for number in numbers if number not in home]
    if alone:
        items += [~len(headings), *alone]
        headings.append(Heading("", ALONE, len(alone), None))
    return Listed(items, headings, len(numbers))
