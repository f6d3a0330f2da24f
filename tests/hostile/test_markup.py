"""The check that no text of others is parsed as markup finds what it is for, and finds nothing in the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.markup import files_of_the_terminal, findings

PARSED = [
    "self.notify(article.title)",
    "self.notify(f'{title} is read')",
    "self.notify('[b]x')",
    "yield Static(words)",
    "yield Static('a' + words)",
    "yield Label(renderable=words) if x else Static(words)",
    "self.border_title = article.title",
    "table.add_row(article.title)",
    "Button('x', tooltip=words)",
    "here = Content.from_markup('x')",
    "words = Content('x')\nwords = title\nStatic(words)",
]
SAFE = [
    "self.notify('Copied')",
    "self.notify(f'{count:,} copied')",
    "self.notify(article.title, markup=False)",
    "yield Static(Content(article.title))",
    "yield Static(Content('\\n').join(lines))",
    "def told(x: str) -> Content: ...\nyield Static(told(x))",
    "field = Static('', markup=False)\nfield.update(words)",
    "self.border_title = 'Facts'",
    "words = Content('x')\nStatic(words)",
]


@pytest.mark.parametrize("code", PARSED)
def test_what_would_be_parsed_is_found(code: str, tmp_path: Path) -> None:
    file = tmp_path / "screen.py"
    file.write_text(code, "utf-8")
    assert findings([file])


@pytest.mark.parametrize("code", SAFE)
def test_what_is_not_parsed_is_let_through(code: str, tmp_path: Path) -> None:
    file = tmp_path / "screen.py"
    file.write_text(code, "utf-8")
    assert findings([file]) == []


def test_the_program_parses_no_words_of_others() -> None:
    files = files_of_the_terminal()
    assert len(files) > 20
    assert findings(files) == []
