"""Pictures without a terminal: every screen, the same bytes each time, nothing fetched from elsewhere."""

from __future__ import annotations

import pytest

from tests.screens.story import gazette, herald
from tui.drawing import SCREEN_NAMES, THEME_NAMES, draw_screen
from tui.theme import SHORT_NAMES


@pytest.mark.parametrize("name", SCREEN_NAMES)
def test_a_picture_of_every_screen(name: str) -> None:
    picture = draw_screen(name, [gazette(), herald()], (100, 30))
    assert picture.startswith("<svg")
    assert "@font-face" not in picture
    assert "url(http" not in picture
    assert "Sill" in picture or name == "help"


def test_drawing_again_changes_nothing() -> None:
    first, second = (draw_screen("compare", [gazette(), herald()], (80, 24), "light") for _ in range(2))
    assert first == second


def test_themes_go_by_their_short_names() -> None:
    assert set(THEME_NAMES) == set(SHORT_NAMES)


def test_an_unknown_screen_is_an_error() -> None:
    with pytest.raises(KeyError):
        draw_screen("attic", [gazette()], (80, 24))
