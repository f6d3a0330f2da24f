"""Bytes of every usual encoding come out as the same text, and what is no text is refused in one line."""

from __future__ import annotations

import pytest

from tui.reading import ReadingError
from tui.reading.decoding import decode

TEXT = "The mayor’s “error in judgment” cost £3,000 – and a café, naïve as it was, paid.\nShe said nothing more.\n" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_become_newlines(line_end: str) -> None:
    assert decode(TEXT.replace("\n", line_end).encode(), "a.txt") == TEXT


def test_other_legacy_encodings_are_told_apart() -> None:
    text = "Мэр ушла в отставку после критики. Совет собирается в понедельник, сообщил её представитель. " * 5
    assert decode(text.encode("cp1251"), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "PNG"),
        (b"PK\x03\x04....", "zip"),
        (bytes(range(256)) * 8, "binary"),
        (b"\0" * 4000, "binary"),
        (b"\xff\xfea\0b", "broken at byte"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name_and_kind(data: bytes, kind: str) -> None:
    with pytest.raises(ReadingError, match=rf"^news\.dat: .*{kind}") as error:
        decode(data, "news.dat")
    assert "\n" not in str(error.value)


def test_control_characters_in_text_do_not_make_it_binary() -> None:
    text = "He said \x1b[31mred\x1b[0m and went.\n"
    assert decode(text.encode(), "a.txt") == text
