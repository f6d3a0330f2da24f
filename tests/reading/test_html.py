"""Saved web pages, each built in another way: the story, what the page says about it, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.reading.outcome import articles_or_one_line
from tui.article import Article, Role
from tui.reading import ReadingError, read, read_all, read_one

PAGES = Path(__file__).parent / "samples" / "pages"
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES / "expected.json").read_text("utf-8"))


def text_of(article: Article, role: Role) -> str:
    return "\n".join(article.text_of(n) for n, s in enumerate(article.sentences) if s.role == role)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_its_story_and_what_it_says_about_itself(name: str) -> None:
    expected = EXPECTED[name]
    article = read_one(PAGES / name)
    for field in ("title", "source", "published", "modified", "url"):
        assert getattr(article, field) == expected.get(field), field
    assert list(article.byline) == expected["byline"]
    assert article.extractor is not None
    assert article.extractor.startswith("trafilatura ")
    for role in ("body", "caption", "promo", "headline"):
        for words in expected.get(role, ()):
            assert words in text_of(article, role), role
    for words in expected["absent"]:
        assert words not in article.text
    assert text_of(article, "headline").count(expected["title"]) == 1


def test_the_parts_stand_in_the_order_of_the_contract() -> None:
    article = read_one(PAGES / "graph.html")
    assert article.text.split("\n\n")[:4] == [
        "Ferry runs aground off Selby Point",
        "By Ann Roe, Tom Moss",
        "2024-03-02",
        "The ferry Marigold on the sandbank at low tide. Photo: Lena Brook",
    ]
    covered = "".join(article.text_of(n) for n in range(len(article.sentences)))
    assert "".join(covered.split()) == "".join(article.text.split())


def test_a_page_is_told_from_its_content_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes((PAGES / "graph.html").read_bytes())
    assert read_one(path).id == read_one(PAGES / "graph.html").id


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_that_was_cut_off_gives_what_is_there_or_one_line(tmp_path: Path, name: str, share: float) -> None:
    data = (PAGES / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(data[: int(share * len(data))])
    articles_or_one_line(path)


def test_scripts_styles_and_hidden_elements_are_never_text(tmp_path: Path) -> None:
    inserted = (
        "<script>EVIL</script><style>EVIL</style><p hidden>EVIL</p><p onclick='EVIL()'>Good words.</p>"
        "<iframe srcdoc='EVIL'>EVIL</iframe><svg><text>EVIL</text></svg><template><p>EVIL</p></template>"
        "<object>EVIL</object><!-- EVIL --><textarea>EVIL</textarea><div style='color:red; Display : None'>EVIL</div>"
        "<script>document.write('<p>EVIL</p>')</script>"
    )
    page = (PAGES / "opengraph.html").read_text().replace("</div></div>", inserted + "</div></div>", 1)
    path = tmp_path / "page.html"
    path.write_text(page)
    assert "EVIL" not in read_one(path).text


@pytest.mark.parametrize(
    "page",
    [
        "<html>",
        "<html><body></body></html>",
        "<!doctype html><script>x</script>",
        "<html><head><title>Only a title</title></head><body><nav><a href=x></a></nav>",
    ],
)
def test_a_page_without_text_is_one_line(tmp_path: Path, page: str) -> None:
    path = tmp_path / "empty.html"
    path.write_text(page)
    with pytest.raises(ReadingError, match=r"empty\.html: a web page without readable text; "):
        read(path)


@pytest.mark.parametrize(
    "piece",
    [
        "&#xD800;",
        "&#55296;",
        "&#0;",
        "&#x110000;",
        "<b&#xd800;x>",
        "<he<ol>",
        "\ufffe",
        "<body\x1fx='1'>",
        "<a:b:c d>",
        "</b></i>",
    ],
)
def test_what_no_tree_can_hold_is_no_traceback(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "a.html"
    for before in ("<article>", "<h1>Ferry runs aground", "<p>A ferry", "<html"):
        page = (PAGES / "graph.html").read_text()
        path.write_text(page.replace(before, before + piece, 1))
        assert "Two tugs pulled the ship free" in read_one(path).text


def test_deep_nesting_loses_no_words(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    story = "<p>The mayor has resigned, her office said, and the council meets next week to set a date.</p>" * 5
    path.write_text(f"<html><body>{'<div>' * 30_000}{story}{'</div>' * 30_000}<p>The end of it all.</p></body></html>")
    text = read_one(path).text
    assert "The mayor has resigned" in text
    assert "The end of it all." in text


def test_what_a_browser_keeps_beside_a_saved_page_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "Ferry.html").write_bytes((PAGES / "graph.html").read_bytes())
    (tmp_path / "Ferry_files").mkdir()
    (tmp_path / "Ferry_files" / "frame.html").write_bytes((PAGES / "divs.html").read_bytes())
    articles, problems = read_all([tmp_path])
    assert [a.title for a in articles] == ["Ferry runs aground off Selby Point"]
    assert not problems
