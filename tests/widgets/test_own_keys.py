"""The reader's own keys: taken where they can be, and a line for each that cannot."""

from __future__ import annotations

import pytest

from tests.screens.story import bridge, session
from tui.actions import actions_in, help_lines, shown_key, use
from tui.app import SidebylineApp
from tui.own_keys import OwnKeys, own_keys


def line(name: str) -> str:
    return f"keys.toml, line {len(name)}"


def test_an_action_gets_keys_wherever_it_is() -> None:
    own = own_keys(
        {"next_difference": ["n", "Ctrl+N"], "next_found": ["F5"], "down": ["e"], "library.down": ["y"]}, line
    )
    assert own.problems == (
        f"{line('down')}: down: e is “A note on the fact” in side by side already; "
        "it was left out, give note another key",
    )
    assert own.keymap == {
        "compare.next_difference": "n,ctrl+n",
        "compare.next_found": "f5",
        "reader.next_found": "f5",
        "library.down": "y",
    }


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"folt": ["z"]}, "folt: no such action; did you mean fold?"),
        ({"library.fold": ["y"]}, "library.fold: no such action; did you mean fold?"),
        ({"fold": ["banana"]}, "fold: banana is no key"),
        ({"fold": ["ctrl+c"]}, "fold: ctrl+c is no key"),
        ({"fold": []}, "fold: no key is given"),
        ({"fold": ["o"]}, "fold: o is “Order: by A, by B, each its own” in side by side already"),
        ({"fold": ["t"], "order": ["t"]}, "t is “"),
    ],
)
def test_what_cannot_be_had_is_told_with_its_line(asked: dict[str, list[str]], told: str) -> None:
    own = own_keys(asked, line)
    (problem,) = own.problems
    assert problem.startswith(line(next(iter(asked)))) or len(asked) > 1
    assert told in problem
    assert len(own.table) == len(asked) - 1


def test_two_actions_can_change_places() -> None:
    own = own_keys({"fold": ["o"], "order": ["z"]}, line)
    assert own.problems == ()
    assert own.keymap == {"compare.fold": "o", "compare.order": "z"}


def test_help_and_footer_show_them() -> None:
    use(own_keys({"fold": ["F5"], "compare.down": ["e"], "note": ["y"], "copy": ["F6"]}, line).table)
    try:
        assert {a.name: a.key for a in actions_in("compare")}["fold"] == "F5"
        assert shown_key("ctrl+n") == "Ctrl-N"
        assert shown_key("latin_small_letter_o_with_diaeresis") == "ö"
        assert any(keys.startswith("e k") for keys, _ in help_lines("everywhere", "compare"))
    finally:
        use({})
    assert {a.name: a.key for a in actions_in("compare")}["fold"] == "z"


async def test_they_do_what_they_are_for() -> None:
    given = session(bridge())
    app = SidebylineApp(given.articles, open_pair=False, keys=own_keys({"pick": ["T"], "story_by_hand": ["x"]}, line))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("T")
        assert app.screen.picks == (0, None)  # type: ignore[attr-defined]
        assert "T pick" in "\n".join(strip.text for strip in app.screen._compositor.render_strips())
    assert SidebylineApp(given.articles, keys=OwnKeys()).title
    assert {a.name: a.key for a in actions_in("library")}["pick"] == "x"
