"""What the configuration says of how texts are shown holds from the first screen on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.running import settled
from tests.screens.story import bridge
from tui.app import SidebylineApp
from tui.rows import View
from tui.screens.compare import CompareScreen


@pytest.mark.parametrize(
    ("view", "shape", "is_wide"),
    [
        (View(), "beside", False),
        (View(look="unified"), "unified", False),
        (View(order="own"), "own", False),
        (View(beside_from=121), "unified", False),
        (View(facts_from=120), "unified", True),
    ],
    ids=["default", "unified", "own", "beside_from", "facts_from"],
)
async def test_two_texts_open_as_they_were_asked_for(view: View, shape: str, is_wide: bool) -> None:
    pair = bridge().articles
    app = SidebylineApp([pair.a, pair.b], view=view)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.texts.arrangement is not None
        assert app.screen.texts.arrangement.shape == shape
        assert app.screen.has_class("-wide") == is_wide


def test_the_reader_is_opened_with_what_is_configured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from tui import app
    from tui.cli import run

    file = tmp_path / "c.toml"
    file.write_text('theme = "light"\nview = "unified"\nwidest = 40\nmode = "revision"\nnonsense = 1\n')
    monkeypatch.setenv("SIDEBYLINE_CONFIG", str(file))
    monkeypatch.setattr("tui.cli.opening.sys.stdin", _Terminal())
    monkeypatch.setattr("tui.cli.opening.sys.stdout", _Terminal())
    opened: dict[str, object] = {}
    monkeypatch.setattr(app, "run", lambda articles, **options: opened.update(options) or 0)
    assert run(["seeds", "--theme", "blue-orange", "--order", "b"]) == 0
    assert opened["theme"] == "blue-orange"
    assert opened["mode"] == "revision"
    assert opened["view"] == View(order="b", look="unified", widest=40)
    assert "nonsense: not known" in str(opened["problems"])


class _Terminal:
    def isatty(self) -> bool:
        return True
