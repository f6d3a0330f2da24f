"""Markdown as its reader sees it, and what its front matter says, well formed or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.reading import read_one
from tui.reading.markdown import front_matter

SAMPLE = Path(__file__).parent / "samples" / "story.md"
TEXT = [
    "Fire: three dead",
    "By Ann Roe, Tom Moss",
    "2023-09-15",
    "A fire killed three people on Monday, the chief said. It burned for two hours.",
    "What burned",
    "Firefighters stand before the old warehouse",
    "Year | Dead",
    "2021 | 3",
    "• one thing",
    "• another thing",
    "3) third",
    '"We saw it," said Roe.',
    "def burn():\n    return 1",
    "The end came & went.",
    "1) According to the mayor.",
]


def test_links_tables_lists_and_code_become_readable_text() -> None:
    article = read_one(SAMPLE)
    assert article.text.split("\n\n") == TEXT
    assert (article.title, article.byline, article.published) == (TEXT[0], ("Ann Roe", "Tom Moss"), "2023-09-15")
    assert article.source == "Harbour Times"
    assert (article.extractor or "").startswith("markdown-it-py ")
    roles = {article.text_of(n): s.role for n, s in enumerate(article.sentences)}
    assert roles["What burned"] == "headline"
    assert roles["Firefighters stand before the old warehouse"] == "caption"


def test_the_first_heading_is_the_title_where_front_matter_gives_none(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Mayor *resigns*\n\nThe mayor has resigned. Her deputy takes over.\n")
    assert read_one(path).title == "Mayor resigns"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("---\ntitle: Mayor resigns\n---\n", "Mayor resigns"),
        ("---\ntitle: 'Mayor: resigns'\n---\n", "Mayor: resigns"),
        ("---\ntitle: >\n  Mayor\n  resigns\n---\n", "Mayor resigns"),
        ("---\ntitle: Mayor: resigns\nbad: [\n---\n", "Mayor: resigns"),
        ('+++\ntitle = "Mayor resigns"\ndate = 2023-09-15\n+++\n', "Mayor resigns"),
        ("---\nTitle: Mayor resigns\n---\n", "Mayor resigns"),
        ("---\ntitle: {a: b}\n---\n", None),
        ("---\ntitle:\n---\n", None),
    ],
)
def test_front_matter_of_any_kind_is_understood(tmp_path: Path, head: str, title: str | None) -> None:
    path = tmp_path / "a.txt"
    path.write_text(head + "The mayor has resigned. Her deputy takes over on Monday, her office said.\n")
    article = read_one(path)
    assert article.title == title
    assert "---" not in article.text
    assert "+++" not in article.text


def test_a_bomb_of_aliases_is_no_front_matter() -> None:
    bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(12)
    )
    fields, body = front_matter(f"{bomb}---\nThe story.\n")
    assert len(str(fields)) < 10_000
    assert body.strip() == "The story."


def test_a_rule_at_the_head_of_a_plain_text_is_no_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("---\nThe mayor has resigned.\n---\nHer deputy takes over.\n")
    assert read_one(path).text == path.read_text()


@pytest.mark.parametrize(
    "piece", ["[" * 50_000, "> " * 20_000, "*a " * 50_000, "- " * 20_000, "`" * 50_001, "<a " * 50_000]
)
def test_markdown_built_to_explode_is_read(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"The story begins.\n\n{piece}\n\nThe story ends.\n")
    assert "The story begins." in read_one(path).text
