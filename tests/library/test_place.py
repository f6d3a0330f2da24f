"""Where the library lies: homes that are not there, or are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.config.loading import config_path
from tui.library import Library
from tui.place import library_folder


@pytest.mark.parametrize("home", ["~nobody-at-all/x", "a\x1b]0;owned\x07b", "relative/way"])
def test_any_name_is_a_folder(home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIDEBYLINE_HOME", home)
    assert library_folder() == Path(home)
    assert config_path({"SIDEBYLINE_HOME": home}).parent == Path(home)
    Library.open().close()
    assert (tmp_path / home / "library.db").exists()


def test_the_users_own_home_is_meant_by_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SIDEBYLINE_HOME", "~/kept")
    assert library_folder() == tmp_path / "kept"
