"""Articles for tests, made from a few lines."""

from __future__ import annotations

import re

from tui.article import Article, Role, Sentence


def article_of(text: str, *, published: str | None = None, role: Role = "body") -> Article:
    """One line a paragraph; sentences end at a full stop before a capital."""
    sentences = []
    for number, line in enumerate(re.finditer(r"[^\n]+", text)):
        for part in re.finditer(
            r"\S.*?(?:(?<![A-Z])(?<!Feb)(?<!Dec)(?<!Jan)(?<!p\.m)\.[”\"]?(?=\s+[A-Z])|$)", line.group()
        ):
            start = line.start() + part.start()
            sentences.append(Sentence(start, start + len(part.group().rstrip()), number, role))
    return Article(text, tuple(sentences), sha256="", published=published)
