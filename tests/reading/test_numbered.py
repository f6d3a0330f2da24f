"""`FILE#3` names an article of a file, unless a file is called so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.reading.numbered import exists, is_numbered, parted


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("story.jsonl#3", ("story.jsonl", 3)),
        ("a#1#22", ("a#1", 22)),
        ("two\nlines#7", ("two\nlines", 7)),
        ("story#0", ("story", 0)),
        ("#3", ("#3", None)),
        ("story#", ("story#", None)),
        ("story#3\n", ("story#3\n", None)),
        ("story#1234567890", ("story#1234567890", None)),
        ("", ("", None)),
        ("nul\0#3", ("nul\0", 3)),
    ],
    ids=range(10),
)
def test_file_and_number(name: str, expected: tuple[str, int | None]) -> None:
    assert parted(name) == expected
    assert is_numbered(name) is (expected[1] is not None)


def test_a_file_that_is_called_so_is_itself(tmp_path: Path) -> None:
    file = tmp_path / "draft#2"
    file.write_text("x")
    assert parted(str(file)) == (str(file), None)
    assert parted(f"{file}#1") == (str(file), 1)


def test_no_name_is_too_odd_to_be_asked_for() -> None:
    assert not exists("nul\0")
    assert not exists("long" * 2000)
