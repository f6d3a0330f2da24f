"""Every sample of every format, broken in the ways that files break: it is read as far as it goes, or refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reading.building import docx, epub, pdf, warc
from tests.reading.outcome import articles_or_one_line

SAMPLES = Path(__file__).parent / "samples"
PAGE = b"<html><body><article><p>The mayor of Aldwick resigned on Monday.</p></article></body></html>"
BUILT = {
    "built.docx": docx(("Title", "Mayor resigns"), ("", "The mayor of Aldwick resigned on Monday.")),
    "built.epub": epub("<h1>Mayor resigns</h1><p>The mayor of Aldwick resigned on Monday.</p>"),
    "built.pdf": pdf(["The mayor of Aldwick", "resigned on Monday."]),
    "built.warc": warc(("https://x.example/a", "200 OK\r\nContent-Type: text/html", PAGE)),
    "built.jsonl": b'{"title": "Mayor resigns", "text": "She resigned."}\n' * 3,
}
FILES = {file.name: file.read_bytes() for file in sorted(SAMPLES.rglob("*.*")) if file.name != "expected.json"} | BUILT


def in_another_encoding(data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode("utf-16-le", "replace")


BREAKS: dict[str, Callable[[bytes], bytes]] = {
    "cut in the middle": lambda data: data[: len(data) // 2],
    "cut at its end": lambda data: data[: len(data) - len(data) // 9],
    "without its head": lambda data: data[len(data) // 7 :],
    "in another encoding than it says": in_another_encoding,
    "with a wrong mark": lambda data: b"\xff\xfe" + data,
    "with every tenth byte another": lambda data: bytes(b ^ 0x55 if n % 10 == 9 else b for n, b in enumerate(data)),
}


@pytest.mark.parametrize("broken", BREAKS)
@pytest.mark.parametrize("name", FILES)
def test_it_is_read_as_far_as_it_goes_or_refused_in_one_line(tmp_path: Path, name: str, broken: str) -> None:
    path = tmp_path / name
    path.write_bytes(BREAKS[broken](FILES[name]))
    for article in articles_or_one_line(path):
        assert article.text.strip()
        assert all(sentence.start < sentence.end <= len(article.text) for sentence in article.sentences)
