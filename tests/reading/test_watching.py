"""Files that change while they are open are read again, once, when they have come to rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.reading.watching import Watched


def settled(watched: Watched) -> list[str | None]:
    """The paths of what was read again after two looks."""
    first = watched.changed()
    assert not first, "what changed a moment ago may be half written"
    return [article.path for article in watched.changed().articles]


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for name in ("a.txt", "b.txt", "news/c.txt"):
        (tmp_path / name).write_text("The mayor resigned.")
    return tmp_path


def test_a_file_that_changed_is_read_once_under_its_name(news: Path) -> None:
    watched = Watched(["./a.txt", "b.txt", "-", "HEAD:a.txt", "\0"])
    assert settled(watched) == []
    Path("a.txt").write_text("The mayor stays.")
    assert settled(watched) == ["./a.txt"]
    assert settled(watched) == []
    os.utime("b.txt", ns=(1, 1))
    assert settled(watched) == ["b.txt"]


def test_a_file_that_an_editor_puts_in_place_of_another_counts(news: Path) -> None:
    watched = Watched(["a.txt"])
    before = Path("a.txt").stat()
    Path("new").write_text("The mayor laughed..")
    os.utime("new", ns=(before.st_atime_ns, before.st_mtime_ns))
    Path("new").replace("a.txt")
    assert settled(watched) == ["a.txt"]
    Path("a.txt").unlink()
    assert settled(watched) == []
    Path("a.txt").write_text("It is back.")
    assert settled(watched) == ["a.txt"]


def test_a_file_that_is_still_being_written_waits(news: Path) -> None:
    watched = Watched(["a.txt"])
    for number in range(3):
        Path("a.txt").write_text("The mayor" * (number + 2))
        assert not watched.changed()
    assert watched.changed()


def test_new_files_of_a_folder_count_and_what_is_no_article_does_not(news: Path) -> None:
    watched = Watched(["news"])
    Path("news/d.txt").write_text("A new story.")
    Path("news/e.json").write_text('{"no": "article"}')
    Path("news/.hidden.txt").write_text("A secret.")
    assert settled(watched) == [str(Path("news/d.txt"))]


def test_only_the_articles_that_were_named_of_a_file_with_several(news: Path) -> None:
    Path("n.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    watched = Watched(["n.jsonl#2"])
    Path("n.jsonl").write_text('{"text": "One."}\n{"text": "Two and more."}\n')
    assert settled(watched) == ["n.jsonl#2"]


def test_what_cannot_be_read_any_more_is_told_once(news: Path) -> None:
    watched = Watched(["a.txt"])
    Path("a.txt").write_text("")
    watched.changed()
    assert len(watched.changed().problems) == 1
    assert not watched.changed()
