"""Plain text → Article: paragraphs, their roles, sentences, and what the text says about itself."""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article, Role, Sentence, Span
from tui.reading.about import own_byline, own_date, own_title
from tui.reading.budget import held_to_count, held_to_length
from tui.reading.dateline import leading_date
from tui.reading.furniture import roles
from tui.reading.outlet import outlet
from tui.reading.paragraphs import paragraph_spans
from tui.reading.sentences import sentence_spans


def read_plain(text: str, *, path: str | None, sha256: str) -> Article:
    """An article of plain text, line ends as `\\n`. Raises `TooLarge`."""
    name = path or "standard input"
    held_to_length(len(text), name)
    paragraphs = _paragraphs(text)
    held_to_count(len(paragraphs), name)
    words = [" ".join(text[p.start : p.end].split()) for p in paragraphs]
    found = roles(words)
    sentences = _sentences(text, paragraphs, found)
    held_to_count(len(sentences), name)
    return Article(
        text=text,
        sentences=sentences,
        sha256=sha256,
        path=path,
        title=own_title(words, found),
        source=outlet(zip(found, words, strict=True)),
        byline=own_byline(words, found),
        published=own_date(words, found),
    )


def _paragraphs(text: str) -> list[Span]:
    """A header ` date 2023-09-15 ` is a paragraph of its own, even where the story goes on behind it."""
    header = leading_date(text)
    if header is None:
        return paragraph_spans(text)
    start = len(text) - len(text.lstrip())
    rest = paragraph_spans(text[header:])
    return [Span(start, header), *(Span(header + p.start, header + p.end) for p in rest)]


def _sentences(text: str, paragraphs: Sequence[Span], found: Sequence[Role]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(span.start, span.end, number, role)
        for number, (paragraph, role) in enumerate(zip(paragraphs, found, strict=True))
        for span in sentence_spans(text, paragraph.start, paragraph.end)
    )
