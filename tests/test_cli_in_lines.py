"""`--plain` without a command: what the reader would open, in lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli import sidebyline

A = (
    "Old mill burns down\n\nThe mill of Aldwick burned down on Monday.\n\nIt was built in 1850. "
    '"We saw it glow," said Ann Ruiz.\n\nREAD MORE: Fires\n'
)
B = "A mill is gone\n\nThe mill of Aldwick burned down on Monday. It was built in 1860.\n\nNobody was hurt.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("a.txt", A), ("b.txt", B), ("c.txt", "Rain is coming to Brook.\n")):
        (tmp_path / name).write_text(text)
    return tmp_path


def test_one_article_with_its_paragraphs_and_where_its_facts_stand(folder: Path) -> None:
    shown = sidebyline("--plain", str(folder / "a.txt"))
    assert (shown.returncode, shown.stderr) == (0, "")
    lines = shown.stdout.splitlines()
    assert "  1  Old mill burns down" in lines
    assert "     (READ MORE: Fires)" in lines
    assert any("date: 1850" in line and line.endswith("· further down") for line in lines)
    assert any("date: Monday" in line and line.endswith("lede") for line in lines)
    assert any("We saw it glow" in line and "— Ann Ruiz" in line for line in lines)


def test_two_articles_are_compared_and_what_one_tells_alone_goes_by_prominence(folder: Path) -> None:
    shown = sidebyline("--plain", str(folder / "a.txt"), str(folder / "b.txt"))
    assert shown.returncode == 0
    assert shown.stdout == sidebyline("compare", "--plain", str(folder / "a.txt"), str(folder / "b.txt")).stdout
    heads = [line.strip() for line in shown.stdout.splitlines() if " only, " in line]
    assert heads
    assert heads == sorted(heads, key=lambda head: head[0])
    assert any("A only, further down" in head for head in heads)


def test_more_are_a_list(folder: Path) -> None:
    shown = sidebyline("--plain", str(folder))
    assert shown.returncode == 0
    assert [line.split("  ")[0] for line in shown.stdout.splitlines()] == [str(folder / f"{n}.txt") for n in "abc"]


def test_what_cannot_be_read_is_told(folder: Path) -> None:
    shown = sidebyline("--plain", str(folder / "none.txt"))
    assert shown.returncode == 2
    assert shown.stdout == ""
    assert "none.txt" in shown.stderr
