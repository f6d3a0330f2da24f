"""The whole corpus in a real terminal: the clipboard and the window's title stay as they were, and the app answers."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.corpus import cases
from tests.screens.test_terminal import Tmux, tmux

__all__ = ["tmux"]

SHOWN = ("clipboard", "title", "link", "screen", "eight-bit", "device-control", "in-every-field")


def test_nothing_of_the_corpus_reaches_the_terminal(tmux: Tmux, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for case in cases():
        if case.name in SHOWN:
            case.write(folder)
    (folder / "name\x1b]2;owned\x07.txt").write_text("Ann Roe spoke in 2012.\n", "utf-8")
    (folder / "bad\x1b]2;owned\x07\x1b]52;c;b3duZWQ=\x07.pdf").write_bytes(b"%PDF-1.4\nxref\n")
    tmux.start(str(folder))
    tmux.run("set-option", "-g", "set-clipboard", "on")
    before = tmux.run("display-message", "-p", "#{pane_title} #{window_name}")
    tmux.wait(lambda screen: f"{len(SHOWN) + 1} articles" in screen)
    tmux.keys("x")
    for _ in SHOWN:
        tmux.keys("j", "Enter")
        tmux.wait(lambda screen: "words" in screen.splitlines()[0] and "articles" not in screen)
        tmux.keys("q")
        tmux.wait(lambda screen: "articles" in screen.splitlines()[0])
    tmux.keys("g", "j", "c")
    tmux.wait(lambda screen: "articles" not in screen.splitlines()[0] and "Ann" in screen)
    assert tmux.run("show-buffer") == ""
    assert "owned" not in tmux.run("display-message", "-p", "#{pane_title} #{window_name}")
    assert tmux.run("display-message", "-p", "#{pane_title}").strip() in before
    tmux.keys("q", "q")
    tmux.wait(lambda screen: "status 0" in screen)
