"""Markdown shows what articles say and makes nothing of it: no link, no HTML, no emphasis but the report's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui import compare
from tui.comparison import Comparison, facts_table
from tui.library import FactMark
from tui.reading.plain import read_plain
from tui.reports.markdown import escaped, facts_markdown, markdown_text
from tui.safe import safe_line

READER = MarkdownIt("gfm-like", {"linkify": False})
A = "Mayor Ann Ruiz founded Harbour Trust in 2009 with her brother.\n\nNobody from the council would comment.\n"
B = "Ann Ruiz, the mayor, founded Harbour Trust in 2012 with her brother.\n"
SIGNS = [
    *"\\`*_[]()<>#|~&$^@{}+-=.:!\"'1 2)",
    "&amp;",
    "http://x.y",
    "www.x.y",
    "<!--",
    "</b>",
    "a@b.co",
    ":smile:",
    "\n\n",
    "---",
]
TEXTS = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4), max_size=14).map("".join)


def compared(a: str = A, b: str = B) -> Comparison:
    return compare(read_plain(a, path="a.txt", sha256=""), read_plain(b, path="b.txt", sha256=""))


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or ()]


def shown(markdown: str) -> str:
    """What a reader sees, without the report's own emphasis."""
    return "".join(token.content if token.type in ("text", "text_special") else " " * (token.type == "softbreak")
                   for token in inline(READER.parse(markdown)))  # fmt: skip


def test_facts_stand_first_with_both_sides_and_the_rule() -> None:
    lines = markdown_text(compared()).splitlines()
    conflict = next(n for n, line in enumerate(lines) if "**conflict**" in line)
    assert [line.strip() for line in lines[conflict + 1 : conflict + 3]] == ["- A: 2009", "- B: 2012"]
    assert "2009" in lines[conflict + 3]
    assert conflict < lines.index("## Texts")


def test_the_texts_stand_level_in_one_table_with_signs_and_bold() -> None:
    text = markdown_text(compared())
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert any("╸**2009**╺" in row and "╸**2012**╺" in row for row in rows)
    assert "| \\< | Nobody from the council would comment. |  |  |" in rows
    assert "table_open" in [token.type for token in READER.parse(text)]


def test_marks_and_notes_and_what_it_was_made_from_are_told() -> None:
    text = markdown_text(compared(), marks={0: FactMark("flagged", "Ask @desk about <it>")})
    assert "  - marked: flagged\n  - note: Ask \\@desk about \\<it\\>\n" in text
    assert "- mode: tellings\n" in text
    assert text == markdown_text(compared(), marks={0: FactMark("flagged", "Ask @desk about <it>")})


def test_the_facts_table_has_a_column_an_article() -> None:
    text = facts_markdown(facts_table([compared().a, compared().b]))
    assert "| | type | about | a | b |" in text
    assert any("2009 | 2012 |" in line for line in text.splitlines())


@given(TEXTS)
def test_escaped_words_are_shown_as_they_are(words: str) -> None:
    line = safe_line(words)
    assert shown(f"- {escaped(words)}").strip() == line
    assert {token.type for token in inline(READER.parse(f"x {escaped(words)}"))} <= {"text", "text_special"}


@given(TEXTS, TEXTS)
def test_no_article_becomes_markup(a: str, b: str) -> None:
    own = {"text", "text_special", "strong_open", "strong_close", "html_inline", "em_open", "em_close"}
    tokens = READER.parse(markdown_text(compared(a, b)))
    assert {token.type for token in inline(tokens)} <= own
    assert {token.content for token in inline(tokens) if token.type == "html_inline"} <= {"<b>", "</b>"}
    assert "html_block" not in {token.type for token in tokens}


@pytest.mark.parametrize("words", ["2009", "12 people", "“no”"])
def test_words_without_signs_stay_as_they_are(words: str) -> None:
    assert escaped(words) == words
