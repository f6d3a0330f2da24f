"""Feeds: each entry an article, with HTML where it belongs and where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.reading import ReadingError, read, read_all, read_one

FEEDS = Path(__file__).parent / "samples" / "feeds"


def test_rss_gives_an_article_an_entry() -> None:
    problems: list[str] = []
    first, second = read(FEEDS / "rss.xml", problems)
    assert (first.title, first.source, first.byline) == (
        "Mayor resigns & leaves",
        "Harbour Times",
        ("Ann Roe", "Tom Moss"),
    )
    assert (first.published, first.url) == ("2023-09-14", "https://harbourtimes.example/1")
    assert first.text.split("\n\n")[3:] == [
        "The mayor resigned on Thursday, her office said.",
        "Her deputy takes over on Monday – until a vote.",
        "The mayor in May",
    ]
    assert first.sentences[-1].role == "caption"
    assert (second.title, second.byline) == ("Café reopens", ("Tom Moss",))
    assert second.text.endswith("The café on the quay opens again today.\n\nIts owner had closed it in 2020.")
    assert second.path == f"{FEEDS / 'rss.xml'}#2"
    assert problems == [f"{FEEDS / 'rss.xml'}: 1 of 3 entries hold no text; the rest was read"]


def test_rss_1_0_is_read() -> None:
    article = read_one(FEEDS / "rdf.xml")
    assert (article.source, article.title, article.published) == ("Old Gazette", "Bridge closed", "2004-05-06")


def test_atom_text_html_and_xhtml() -> None:
    bears, pool, plain = read(FEEDS / "atom.xml")
    assert [a.title for a in (bears, pool, plain)] == ["Bears seen", "Pool reopens", "Plain"]
    assert (bears.byline, bears.published, bears.modified) == (("Georg Tanner",), "2023-09-13", "2023-09-14")
    assert bears.url == "https://valley.example/bears"
    assert pool.byline == ()
    assert pool.text.endswith("The pool opens again.\n\nIt is warmed by the sun.")
    assert plain.text.endswith("A summary is a text, too.")


def test_json_feed() -> None:
    keeper, storm = read(FEEDS / "feed.json")
    assert (keeper.title, keeper.source, keeper.byline) == ("Keeper retires", "Island Post", ("Edna Shore",))
    assert (keeper.published, keeper.modified, keeper.url) == ("2023-09-15", "2023-09-16", "https://island.example/1")
    assert "EVIL" not in keeper.text
    assert storm.text.endswith("A storm is on its way.\n\nBoats stay in port.")


@pytest.mark.parametrize("share", [0.55, 0.75, 0.9])
def test_a_feed_that_was_cut_off_gives_what_is_there_and_says_so(tmp_path: Path, share: float) -> None:
    data = (FEEDS / "rss.xml").read_bytes()
    path = tmp_path / "cut.xml"
    path.write_bytes(data[: int(share * len(data))])
    articles, problems = read_all([path])
    assert articles[0].title == "Mayor resigns & leaves"
    assert "broken or cut off at line" in problems[0]


@pytest.mark.parametrize("name", ["a.xml", "a.txt", "a"])
def test_a_feed_is_told_from_its_content(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes((FEEDS / "atom.xml").read_bytes())
    assert len(read(tmp_path / name)) == 3


def test_a_feed_without_a_text_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<rss><channel><title>T</title><item><title>Only this</title></item></channel></rss>")
    with pytest.raises(ReadingError, match="XML without an article in it"):
        read(path)
