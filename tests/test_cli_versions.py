"""history and git-diff from the command line, and git calling us."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.git import git, needs_git
from tests.schema import valid_lines
from tests.test_cli import sidebyline

pytestmark = needs_git
DRIVER = f"{sys.executable} -m tui git-diff"
FIRST = "The mayor has resigned. Her deputy takes over.\n\nThe council meets on Monday.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    for name in ("a.txt", "gone.txt", "b.txt"):
        (tmp_path / name).write_text(FIRST + f"This is {name}. " + "It is told as before. " * 5)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "First")
    return tmp_path


def diff(folder: Path, *arguments: str) -> str:
    return git(folder, "diff", *arguments, GIT_EXTERNAL_DIFF=DRIVER, SIDEBYLINE_HOME="/dev/null/x")


def test_history_lists_the_versions_and_gives_json(repository: Path) -> None:
    (repository / "a.txt").write_text(FIRST.replace("Monday", "Tuesday"))
    git(repository, "commit", "-q", "-a", "-m", "A correction\x1b[31m")
    done = sidebyline("history", repository / "a.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split("  ")[1:3] for line in done.stdout.splitlines()] == [
        ["2023-09-15", "13 words"],
        ["2023-09-15", "41 words"],
    ]
    assert "\x1b" not in done.stdout
    documents = valid_lines(sidebyline("history", repository / "a.txt", "--json").stdout, "revision")
    assert documents[1]["subject"] == "First"
    assert documents[0]["id"] != documents[1]["id"]
    assert documents[0]["path"] == f"{documents[0]['revision'][:10]}:a.txt"
    assert "text" not in documents[0]


def test_history_of_nothing_is_one_line(repository: Path) -> None:
    done = sidebyline("history", repository / "none.txt")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_git_shows_what_changed_came_went_and_was_renamed(repository: Path) -> None:
    (repository / "a.txt").write_text((repository / "a.txt").read_text().replace("Monday", "Tuesday"))
    (repository / "new.txt").write_text("A new story. It is told.\n")
    git(repository, "rm", "-q", "gone.txt")
    git(repository, "mv", "b.txt", "moved b.txt")
    (repository / "moved b.txt").write_text((repository / "moved b.txt").read_text() + " And more.")
    git(repository, "add", ".")
    told = diff(repository, "-M", "HEAD")
    assert "[╸Monday╺.|╸Tuesday╺.]" in told
    assert "b.txt → moved b.txt" in told
    assert "> " in told.partition("new.txt")[2]
    assert "< " in told.partition("gone.txt")[2]
    assert "\x1b" not in told


def test_an_empty_file_and_a_picture_stop_nothing(repository: Path) -> None:
    (repository / "a.txt").write_text("")
    (repository / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (repository / "gone.txt").write_text(FIRST + "It stays.")
    told = diff(repository)
    assert "b.txt: a PNG picture" in told
    assert "gone.txt" in told, "git went on to the last file"


def test_files_in_conflict_are_named(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "other")
    for branch in ("other", "main"):
        git(repository, "checkout", "-q", branch)
        (repository / "a.txt").write_text(f"The mayor of {branch}.\n")
        git(repository, "commit", "-q", "-a", "-m", branch)
    with pytest.raises(subprocess.CalledProcessError):
        git(repository, "merge", "-q", "other")
    assert "a.txt: not merged yet" in diff(repository, "--cached")


def test_in_gits_pager_there_is_colour(repository: Path) -> None:
    (repository / "a.txt").write_text("Other words.\n")
    told = git(repository, "diff", GIT_EXTERNAL_DIFF=DRIVER, GIT_PAGER_IN_USE="true", TERM="xterm")
    assert "\x1b[" in told


def test_difftool_opens_its_tool_though_the_file_has_our_driver(repository: Path) -> None:
    git(repository, "config", "diff.article.command", DRIVER)
    (repository / ".gitattributes").write_text("*.txt diff=article\n")
    (repository / "a.txt").write_text("Other words.\n")
    assert "Other words" in git(repository, "diff", SIDEBYLINE_HOME="/dev/null/x")
    assert git(repository, "difftool", "-y", "-x", "echo opened #").startswith("opened")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("one", "two"),
        ("--version", os.devnull, ".", ".", "missing.txt", "0" * 40, "100644"),
        ("a\x1b[2J", os.devnull, ".", ".", os.devnull, ".", "."),
    ],
)
def test_git_diff_always_ends_with_0(arguments: tuple[str, ...]) -> None:
    done = sidebyline("git-diff", *arguments)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stdout
