"""Web archives: each page with its address and the time it was taken."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from tests.reading.building import warc
from tests.reading.outcome import articles_or_one_line
from tui.reading import ReadingError, read
from tui.reading import warc as web_archive

PAGES = Path(__file__).parent / "samples" / "pages"
HTML = "200 OK\r\nContent-Type: text/html"
WHOLE = warc(
    ("https://a.example/ferry", HTML, (PAGES / "graph.html").read_bytes()),
    ("https://a.example/x.png", "200 OK\r\nContent-Type: image/png", b"\x89PNG"),
    (
        "https://a.example/gone",
        "404 Not Found\r\nContent-Type: text/html",
        b"<html><p>Gone away, all of it.</p></html>",
    ),
    ("https://a.example/cafe", f"{HTML}; charset=windows-1252", (PAGES / "misdeclared.html").read_bytes()),
    ("https://a.example/frame", HTML, b"<html><body>Buy now</body></html>"),
)


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_is_an_article_with_its_address_and_time(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc"
    path.write_bytes(gzip.compress(WHOLE) if packed else WHOLE)
    ferry, cafe = read(path)
    assert (ferry.title, ferry.url) == ("Ferry runs aground off Selby Point", "https://a.example/ferry")
    assert ferry.retrieved == "2023-09-15T10:20:30Z"
    assert "Café Amélie" in cafe.text
    assert cafe.path == f"{path}#2"


def test_without_the_extra_a_line_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    path = tmp_path / "a.warc"
    path.write_bytes(WHOLE)
    with pytest.raises(ReadingError, match=r"install it: pip install 'sidebyline\[warc\]'"):
        read(path)


@pytest.mark.parametrize("share", [0.01, 0.1, 0.5, 0.9])
def test_an_archive_that_was_cut_off_gives_what_is_there_or_one_line(
    tmp_path: Path, share: float, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc"
    path.write_bytes(WHOLE[: int(share * len(WHOLE))])
    articles_or_one_line(path)
    path.write_bytes(gzip.compress(WHOLE)[: int(share * 2000)])
    articles_or_one_line(path)
    path.write_bytes(WHOLE.replace(b"Content-Length: 2", b"Content-Length: 1", 1))
    articles_or_one_line(path)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "header", ["200 OK\r\nContent-Encoding: gzip", "200 OK\r\nTransfer-Encoding: chunked", "xyz", ""]
)
def test_broken_responses_are_no_traceback(tmp_path: Path, header: str) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc"
    path.write_bytes(warc(("https://a.example/", f"{header}\r\nContent-Type: text/html", b"<html>nothing packed here")))
    articles_or_one_line(path)


def test_what_was_not_read_of_a_large_archive_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc"
    path.write_bytes(WHOLE)
    problems: list[str] = []
    monkeypatch.setattr(web_archive, "_MOST_PAGES", 2)
    assert len(read(path, problems)) == 2
    assert problems == []
    monkeypatch.setattr(web_archive, "_MOST_PAGES", 1)
    assert len(read(path, problems)) == 1
    assert problems == [f"{path}: more than 1 pages with text; only the first of them were read"]


def test_a_page_that_is_too_large_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc"
    ferry = (PAGES / "graph.html").read_bytes()
    huge = ferry.replace(b"<body", b"<!--" + b"x" * 50_000 + b"--><body")
    path.write_bytes(warc(("https://a.example/huge", HTML, huge), ("https://a.example/ferry", HTML, ferry)))
    monkeypatch.setattr(web_archive, "_LARGEST_PAGE", 50_000)
    problems: list[str] = []
    assert [article.url for article in read(path, problems)] == ["https://a.example/ferry"]
    assert len(problems) == 1
    assert "the first https://a.example/huge; the rest was read" in problems[0]
