"""The history of a file in git: each version of what it holds, the latest first, through renames."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.git import git, needs_git
from tui.reading import ReadingError
from tui.reading.history import history

pytestmark = needs_git
TEXTS = ["The mayor resigned on Monday.\n", "The mayor resigned on Tuesday.\n", "The mayor left on Tuesday.\n"]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A repository with three versions of one file in a folder, renamed between the last two."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "news").mkdir()
    for number, (text, name) in enumerate(zip(TEXTS, ("old name.txt", "old name.txt", "a.txt"), strict=True)):
        if number == 2:
            git(tmp_path, "mv", "news/old name.txt", "news/a.txt")
            git(tmp_path, "commit", "-q", "-m", "Renamed")
        (tmp_path / "news" / name).write_text(text)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", f"Version {number}\n\nand more")
    return tmp_path / "news" / "a.txt"


def test_each_version_is_an_article_the_latest_first(news: Path) -> None:
    revisions, problems = history(str(news))
    assert problems == []
    assert [r.article.text for r in revisions] == TEXTS[::-1]
    assert [r.subject for r in revisions] == ["Version 2", "Version 1", "Version 0"]
    paths = [(r.article.path or "").partition(":")[2] for r in revisions]
    assert paths == ["news/a.txt", "news/old name.txt", "news/old name.txt"]
    assert all(r.commit and (r.article.path or "").startswith(r.commit[:10]) for r in revisions)
    assert {(r.at, r.article.modified) for r in revisions} == {("2023-09-15T10:00:00+00:00", "2023-09-15")}


def test_what_is_not_committed_yet_is_the_latest(news: Path) -> None:
    news.write_text("The mayor stays.\n")
    revisions, _ = history(str(news))
    assert [r.commit is None for r in revisions] == [True, False, False, False]
    assert revisions[0].article.text == "The mayor stays.\n"


def test_a_version_that_changes_no_word_is_none(news: Path) -> None:
    news.chmod(0o755)
    git(news.parent, "commit", "-q", "-a", "-m", "Only its mode")
    git(news.parent, "rm", "-q", "a.txt")
    git(news.parent, "commit", "-q", "-m", "Gone")
    revisions, _ = history(str(news))
    assert [r.subject for r in revisions] == ["Version 2", "Version 1", "Version 0"]


def test_one_article_of_a_file_with_several(news: Path) -> None:
    lines = news.with_name("b.jsonl")
    for word in ("one", "two"):
        lines.write_text(f'{{"text": "The first."}}\n{{"text": "The second, version {word}."}}\n')
        git(news.parent, "add", ".")
        git(news.parent, "commit", "-q", "-m", word)
    texts = [r.article.text for r in history(f"{lines}#2")[0]]
    assert texts == ["The second, version two.", "The second, version one."]
    assert len(history(f"{lines}#1")[0]) == 1, "the first did not change"
    revisions, problems = history(str(lines))
    assert not revisions
    assert "name one of them" in problems[0]


def test_versions_that_cannot_be_read_are_told_and_the_rest_is_there(news: Path) -> None:
    news.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    git(news.parent, "commit", "-q", "-a", "-m", "A picture")
    news.write_text("The mayor stays.\n")
    git(news.parent, "commit", "-q", "-a", "-m", "Again")
    revisions, problems = history(str(news))
    assert [r.subject for r in revisions] == ["Again", "Version 2", "Version 1", "Version 0"]
    assert len(problems) == 1
    assert "PNG" in problems[0]


@pytest.mark.parametrize("name", ["none.txt", "../none/none.txt", "-x", "a\nb", "x\x00y"])
def test_a_file_that_git_does_not_know_is_one_line(news: Path, name: str) -> None:
    with pytest.raises(ReadingError) as error:
        history(f"{news.parent}/{name}" if "\0" not in name else name)
    assert "git" in str(error.value) or "no such file" in str(error.value)


def test_the_repositorys_settings_run_nothing_and_change_nothing(news: Path) -> None:
    sprung = news.with_name("sprung")
    trap = news.with_name("trap.sh")
    trap.write_text(f"#!/bin/sh\ntouch '{sprung}'\ncat\n")
    trap.chmod(0o755)
    for key, value in {
        "log.showSignature": "true", "gpg.program": str(trap), "diff.external": str(trap), "log.showRoot": "false",
        "diff.relative": "true", "diff.x.textconv": str(trap), "format.pretty": "oneline", "core.pager": str(trap),
        "color.ui": "always", "log.decorate": "full", "diff.renames": "false", "log.diffMerges": "on",
    }.items():  # fmt: skip
        git(news.parent, "config", key, value)
    (news.parent / ".gitattributes").write_text("* diff=x\n")
    assert [r.article.text for r in history(str(news))[0]] == TEXTS[::-1]
    assert not sprung.exists()
