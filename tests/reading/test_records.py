"""JSON and JSON Lines in the spellings of those who export them; a bad line is reported and the rest is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.reading import ReadingError, read, read_all, read_one

STORY = "The mayor has resigned. Her deputy takes over on Monday.\n\nThe council meets next week."


def write(path: Path, *records: object) -> Path:
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in records))
    return path


@pytest.mark.parametrize(
    "record",
    [
        {"title": "T", "source": "O", "author": "Ann Roe", "date": "2023-09-15", "text": STORY},
        {
            "headline": "T",
            "outlet": "O",
            "byline": "By Ann Roe",
            "published": "2023-09-15T10:00:00+02:00",
            "body": STORY,
        },
        {
            "Title": "T",
            "Publisher": {"name": "O"},
            "Authors": ["Ann Roe"],
            "publish_date": 1694736000,
            "articleBody": STORY,
        },
        {
            "headline": "T",
            "source": {"id": None, "name": "O"},
            "author": "Ann Roe",
            "publishedAt": "2023-09-15T00:00:00Z",
            "content": STORY,
        },
        {
            "title": "T",
            "site": "O",
            "authors": [{"name": "Ann Roe"}],
            "date_published": 1694736000000,
            "maintext": STORY,
        },
        {
            "dc:title": "T",
            "source_name": "O",
            "dc:creator": "Ann Roe",
            "pubDate": "Fri, 15 Sep 2023 10:00:00 GMT",
            "content-html": f"<p>{STORY}</p>",
        },
        {
            "@type": "NewsArticle",
            "headline": "T",
            "publisher": {"name": "O"},
            "author": {"@type": "Person", "name": "Ann Roe"},
            "datePublished": "2023-09-15",
            "articleBody": STORY,
        },
        {
            "_id": 7,
            "_source": {
                "title": "T",
                "outlet": "O",
                "author": "Ann Roe",
                "date": "15 September 2023",
                "text": STORY.split("\n\n"),
            },
        },
    ],
)
def test_the_usual_spellings_of_the_usual_keys(tmp_path: Path, record: dict[str, object]) -> None:
    article = read_one(write(tmp_path / "a.json", record))
    assert (article.title, article.source, article.byline, article.published) == ("T", "O", ("Ann Roe",), "2023-09-15")
    assert article.text.startswith("T\n\nBy Ann Roe\n\n2023-09-15\n\nThe mayor has resigned.")
    assert article.text.endswith("The council meets next week.")


def test_url_and_modified_are_kept(tmp_path: Path) -> None:
    record = {"url": "https://x.example/1", "modified": "2023-09-16", "text": STORY}
    article = read_one(write(tmp_path / "a.json", record))
    assert (article.url, article.modified, article.published) == ("https://x.example/1", "2023-09-16", None)


def test_a_bad_line_is_reported_with_its_number_and_the_rest_is_read(tmp_path: Path) -> None:
    good = {"title": "T", "text": STORY}
    path = write(tmp_path / "a.jsonl", good, "{broken", "", {"title": "no text"}, "[1, 2]", {**good, "title": "U"})
    articles, problems = read_all([path])
    assert [a.title for a in articles] == ["T", "U"]
    assert [p.partition(";")[0] for p in problems] == [
        f"{path}, line 2: no JSON (Expecting property name enclosed in double quotes)",
        f'{path}, line 4: no article (no "text" or "body")',
        f'{path}, line 5: no article (no "text" or "body")',
    ]
    assert read(f"{path}#2")[0].title == "U"


def test_many_bad_lines_are_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"text": STORY}, *["{"] * 50)
    problems = read_all([path])[1]
    assert len(problems) == 21
    assert "30 more bad lines" in problems[-1]


def test_json_lines_are_told_from_their_content(tmp_path: Path) -> None:
    assert len(read(write(tmp_path / "a.txt", {"text": STORY}, {"text": STORY + " So it is."}))) == 2


def test_an_answer_of_a_news_service_holds_its_articles_in_a_list(tmp_path: Path) -> None:
    answer = {
        "status": "ok",
        "articles": [{"title": "T", "content": STORY}, {"title": "U", "content": STORY}, {"n": 1}],
    }
    assert [a.title for a in read(write(tmp_path / "a.json", answer))] == ["T", "U"]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 50_000, '{"text": 3}', "[1, 2", '{"text": ""}', '{"a": [{"text": "x"}]}']
)
def test_json_without_articles_is_passed_over_in_a_folder_and_read_as_text_when_named(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "a.json").write_text(text)
    (tmp_path / "b.txt").write_text(STORY)
    articles, problems = read_all([tmp_path])
    assert (len(articles), problems) == (1, [])
    assert read_one(tmp_path / "a.json").text == text


def test_lone_surrogates_and_controls_in_json_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"title": "T\\ud800", "text": "The \\u001b[31mmayor\\u0000 has resigned. \\udfff She left."}')
    article = read_one(path)
    assert "\x1b[31m" in article.text
    assert len(article.id) == 64


def test_a_very_long_line_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"text": "word " * 300_000}, {"text": STORY})
    assert len(read(path)) == 2


def test_all_of_a_file_carry_its_hash(tmp_path: Path) -> None:
    first, second = read(write(tmp_path / "a.jsonl", {"text": STORY}, {"text": STORY + " So."}))
    assert first.sha256 == second.sha256
    assert first.id != second.id


def test_a_broken_file_still_names_its_place(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="there is no such file"):
        read(tmp_path / "missing.jsonl#3")
