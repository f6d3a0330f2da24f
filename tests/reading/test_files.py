"""Files, folders, JSON and what goes wrong with them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tui.reading import ReadingError, read, read_all, read_one

STORY = "The mayor has resigned. Her deputy takes over on Monday.\n\nThe council meets next week."


def test_a_folder_gives_its_articles_in_order_and_passes_over_the_rest(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "README.md", "LICENSE.txt", ".hidden.txt", ".git/d.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    (tmp_path / "gold.json").write_text('{"pairs": [1, 2]}')
    articles, problems = read_all([tmp_path])
    assert [Path(a.path or "").name for a in articles] == ["a.txt", "b.txt", "c.txt"]
    assert not problems


def test_a_file_named_outright_is_read_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(STORY)
    assert read_one(tmp_path / "README.md").words == 15


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    articles, problems = read_all([tmp_path, tmp_path / "missing.txt"])
    assert len(articles) == 1
    assert ["PNG" in problems[0], "no such file" in problems[1]] == [True, True]


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    assert "no articles" in read_all([tmp_path])[1][0]


@pytest.mark.parametrize("make", ["missing", "folder", "empty", "blank", "unreadable", "fifo", "nul"])
def test_trouble_is_one_line_that_names_the_file(tmp_path: Path, make: str) -> None:
    path = tmp_path / "article.txt"
    if make == "folder":
        path.mkdir()
    elif make == "empty":
        path.touch()
    elif make == "blank":
        path.write_text(" \n\t\n")
    elif make == "fifo":
        os.mkfifo(path)
    elif make == "nul":
        path = Path("a\0b.txt")
    elif make == "unreadable":
        path.write_text(STORY)
        path.chmod(0)
        if os.access(path, os.R_OK):
            pytest.skip("this user may read every file")
    with pytest.raises(ReadingError) as error:
        read(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_json_lines_hold_several_articles_and_each_has_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    records = [
        {"title": "Mayor resigns", "outlet": "Harbour Times", "date": "2023-09-15", "author": "Ann Roe", "text": STORY},
        {"headline": "Mayor quits", "body": STORY + " Really."},
    ]
    path.write_text("\n".join([json.dumps(records[0]), "{broken", json.dumps(records[1])]))
    first, second = read(path)
    assert (first.title, first.source, first.published, first.byline) == (
        "Mayor resigns",
        "Harbour Times",
        "2023-09-15",
        ("Ann Roe",),
    )
    assert [s.role for s in first.sentences[:4]] == ["headline", "byline", "date", "body"]
    assert second.path == f"{path}#2"
    assert read(f"{path}#2")[0].id == second.id
    with pytest.raises(ReadingError, match="holds 2 articles"):
        read_one(path)
    with pytest.raises(ReadingError, match="holds 2 article"):
        read(f"{path}#3")


def test_the_id_tells_articles_apart_and_survives_other_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STORY.encode())
    (tmp_path / "b.txt").write_bytes(STORY.replace("\n", "\r\n").encode())
    (tmp_path / "c.txt").write_bytes(STORY.replace("Monday", "Tuesday").encode())
    a, b, c = (read_one(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt"))
    assert a.id == b.id != c.id
    assert a.sha256 != b.sha256
    assert a.text == b.text
