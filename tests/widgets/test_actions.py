"""One table of actions: every key in it does something where it says so, and no key does two things."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding

from tui.actions import ACTIONS, PLACES, Where, actions_in, bindings, help_lines
from tui.screens.base import Place
from tui.screens.compare import CompareScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.table import TableScreen

SCREENS: dict[Where, type[Place]] = {
    "library": LibraryScreen,
    "compare": CompareScreen,
    "reader": ReaderScreen,
    "table": TableScreen,
}


@pytest.mark.parametrize("where", SCREENS)
def test_every_action_of_a_place_is_there(where: Where) -> None:
    for action in actions_in(where):
        assert callable(getattr(SCREENS[where], f"action_{action.name}", None)), action.name


@pytest.mark.parametrize("where", SCREENS)
def test_no_key_does_two_things(where: Where) -> None:
    keys = Counter(key for action in actions_in(where) for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_bindings_can_be_named_by_the_reader() -> None:
    ids = [binding.id for where in SCREENS for binding in bindings(where) if isinstance(binding, Binding)]
    assert len(ids) == len(set(ids))
    assert "compare.next_difference" in ids


def test_every_place_has_a_name() -> None:
    assert {place for action in ACTIONS for place in action.where} == set(PLACES)


def test_a_way_and_the_way_back_share_a_line_of_help() -> None:
    lines = {words: keys for keys, words in help_lines("compare")}
    assert lines["Next, previous difference"] == "J K ] ["
    assert lines["Next, previous conflict"] == "> < } {"
    assert "Previous difference" not in lines
    assert lines["Undo"] == "u"


@pytest.mark.parametrize("where", PLACES)
def test_help_leaves_no_action_out(where: Where) -> None:
    shown = " ".join(keys for keys, _ in help_lines(where)).split()
    for action in ACTIONS:
        if where in action.where:
            assert action.key in shown, action.name
