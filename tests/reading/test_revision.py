"""`REV:PATH`: a file as it was committed, without running anything of the repository's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.git import git, needs_git
from tui.reading import ReadingError, read, read_one

pytestmark = needs_git
FIRST = "The mayor has resigned. Her deputy takes over on Monday.\n"
SECOND = "The mayor has resigned. Her deputy takes over on Tuesday.\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "news").mkdir()
    for text in (FIRST, SECOND):
        (tmp_path / "news" / "a.txt").write_text(text)
        (tmp_path / "news" / "b.jsonl").write_text(f'{{"text": "{text.strip()}"}}\n{{"text": "And more."}}\n')
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", "x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_revision_is_read_as_it_was(repository: Path) -> None:
    (repository / "news" / "a.txt").write_text("Not committed.\n")
    assert read_one("HEAD~1:news/a.txt").text == FIRST
    assert read_one("main:news/a.txt").text == SECOND
    assert read_one("main:news/a.txt").path == "main:news/a.txt"
    assert read_one("HEAD:news/b.jsonl#2").text == "And more."


def test_a_path_counts_from_the_current_folder_too(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "news")
    assert read_one("HEAD~1:a.txt").text == FIRST


def test_a_file_with_a_colon_in_its_name_is_that_file(repository: Path) -> None:
    (repository / "HEAD:news").write_text("A file of that name. It is read.")
    assert read_one("HEAD:news").text.startswith("A file of that name.")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nowhere:news/a.txt", "git knows no revision nowhere"),
        ("HEAD:news/none.txt", "not in the revision HEAD"),
        ("HEAD:news", "a folder"),
        ("HEAD:../../etc/passwd", "not in the revision"),
        ("--upload-pack=touch x:a.txt", "no such file"),
        ("-x:news/a.txt", "no such file"),
        ("HEAD --output=x:news/a.txt", "no such file"),
        ("https://x.example/a.txt", "add --fetch"),
        ("HEAD:\x00", "no such file"),
        (":news/a.txt", "no such file"),
    ],
)
def test_what_is_not_there_is_one_line(repository: Path, name: str, says: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(name)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_without_a_repository_it_is_a_missing_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ReadingError, match="there is no such file"):
        read("HEAD:a.txt")


def test_nothing_of_the_repository_is_run(repository: Path) -> None:
    trap = repository / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{repository}/sprung'\ncat\n")
    trap.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "diff.x.textconv",
        "filter.x.smudge",
        "core.pager",
        "core.sshCommand",
        "alias.cat-file",
    ):
        git(repository, "config", key, f"!{trap}" if key.startswith("alias") else str(trap))
    (repository / ".gitattributes").write_text("* filter=x diff=x\n")
    assert read_one("HEAD:news/a.txt").text == SECOND
    assert not (repository / "sprung").exists()
