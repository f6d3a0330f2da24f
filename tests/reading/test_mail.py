"""Newsletters, mailboxes, and pages saved as one file."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from tests.reading.outcome import articles_or_one_line
from tui.reading import read, read_one

MAIL = Path(__file__).parent / "samples" / "mail"


def test_a_newsletter_is_from_its_outlet() -> None:
    article = read_one(MAIL / "newsletter.eml")
    assert article.title == "The morning letter – mayor resigns"
    assert (article.source, article.byline, article.published) == ("Harbour Times", (), "2023-09-15")
    assert "The mayor resigned on Thursday – her office said so in a short note." in article.text
    assert "hides" not in article.text
    assert article.sentences[-1].role == "promo"


def test_a_mailbox_holds_an_article_a_message() -> None:
    problems: list[str] = []
    first, second = read(MAIL / "box.mbox", problems)
    assert (first.title, first.byline, first.published) == ("Draft for Monday", ("Ann Roe",), "2023-09-15")
    assert "From the harbour nobody has been heard yet." in first.text
    assert "telephone" not in first.text
    assert (second.title, second.byline) == ("Second draft", ("Tom Moss",))
    assert "1 of 3 messages hold no text" in problems[0]


def test_a_page_saved_as_one_file_keeps_its_address() -> None:
    article = read_one(MAIL / "page.mhtml")
    assert (article.title, article.url) == ("Keeper retires", "https://island.example/light")
    assert article.text.endswith("off again at dawn.")
    assert (article.extractor or "").startswith("trafilatura")


@pytest.mark.parametrize("name", ["newsletter.eml", "box.mbox", "page.mhtml"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_mail_that_was_cut_off_gives_what_is_there_or_one_line(tmp_path: Path, name: str, share: float) -> None:
    data = (MAIL / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(data[: int(share * len(data))])
    articles_or_one_line(path)


def test_header_lines_of_an_article_are_no_mail(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Date: 15 September 2023\nSubject: The mayor\n\nThe mayor has resigned. Her deputy takes over.\n")
    assert read_one(path).text == path.read_text()


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: text/plain; charset=nonsense",
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64",
        "Content-Type: multipart/mixed",
        'Content-Type: multipart/mixed; boundary="',
        "Content-Type: message/rfc822",
        "Subject: =?utf-8?b?////?=\nDate: 99 Foo 20233",
        "From: <<<>>>@@@,,",
        "Date: Fri, 99999999999999999999 Sep 2023 06:00:00 +0200",
    ],
)
def test_broken_headers_are_no_traceback(tmp_path: Path, head: str) -> None:
    path = tmp_path / "a.eml"
    path.write_text(
        f"From: Ann Roe <a@b.example>\nTo: c@d.example\n{head}\n\nThe mayor has resigned. Her deputy takes over.\n"
    )
    articles_or_one_line(path)


def test_a_header_without_end_costs_no_more_than_a_long_one(tmp_path: Path) -> None:
    """The standard library's parser takes memory by the square of the encoded words of a header."""
    words = "=?utf-8?b?4pyT?= " * 20_000
    path = tmp_path / "long.eml"
    path.write_text(f"From: a@b\nTo: {words}\nSubject: Quay {words}\nDate: x\n\nAnn Roe spoke in 2012.\n")
    tracemalloc.start()
    try:
        title = read_one(path).title
        assert tracemalloc.get_traced_memory()[1] < 50 * 2**20
    finally:
        tracemalloc.stop()
    assert title is not None
    assert title.startswith("Quay ✓")
