"""JSON and JSON Lines → articles: one object an article, with the usual spellings of the usual keys."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from tui.article import Article, Role, Sentence, Span
from tui.reading.dateline import written_date
from tui.reading.furniture import roles
from tui.reading.outlet import outlet
from tui.reading.paragraphs import paragraph_spans
from tui.reading.problem import ReadingError
from tui.reading.sentences import sentence_spans

_TEXT = ("text", "body", "content", "article")
_TITLE = ("title", "headline")
_SOURCE = ("outlet", "source", "publisher", "site")
_BYLINE = ("byline", "author", "authors")
_PUBLISHED = ("published", "date", "publication_date", "date_published")


def has_records(text: str) -> bool:
    """Whether the JSON text holds at least one article."""
    try:
        return any(True for _ in _records(text))
    except RecursionError:
        return False


def read_records(text: str, *, path: str) -> list[Article]:
    """The articles of a JSON or JSON Lines text, in order. `path#N` names each where there are several.

    Raises `ReadingError` where there is none.
    """
    records = list(_records(text))
    if not records:
        raise ReadingError(path, "JSON without an article in it", 'give each article a "text" or "body"')
    several = len(records) > 1
    return [_article(record, f"{path}#{n}" if several else path) for n, record in enumerate(records, start=1)]


def _records(text: str) -> Iterator[dict[str, object]]:
    try:
        whole = json.loads(text)
    except ValueError:
        yield from (r for line in text.split("\n") for r in _line_records(line))
        return
    for record in whole if isinstance(whole, list) else [whole]:
        if isinstance(record, dict) and _first(record, _TEXT):
            yield record


def _line_records(line: str) -> Iterator[dict[str, object]]:
    try:
        record = json.loads(line)
    except ValueError:
        return
    if isinstance(record, dict) and _first(record, _TEXT):
        yield record


def _first(record: dict[str, object], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip().replace("\r\n", "\n").replace("\r", "\n")
    return None


def _names(record: dict[str, object]) -> tuple[str, ...]:
    for key in _BYLINE:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            return (" ".join(value.split()).removeprefix("By "),)
        if isinstance(value, list):
            return tuple(" ".join(name.split()) for name in value if isinstance(name, str) and name.strip())
    return ()


def _article(record: dict[str, object], path: str) -> Article:
    """Headline, byline, date and paragraphs, a blank line between: what was taken is what is compared."""
    title, byline = _first(record, _TITLE), _names(record)
    written = _first(record, _PUBLISHED)
    published = written_date(written) if written else None
    parts: list[tuple[Role, str]] = []
    if title:
        parts.append(("headline", " ".join(title.split())))
    if byline:
        parts.append(("byline", "By " + ", ".join(byline)))
    if published:
        parts.append(("date", published))
    body = _first(record, _TEXT) or ""
    paragraphs = [" ".join(body[p.start : p.end].split()) for p in paragraph_spans(body)]
    parts += zip(roles(paragraphs), paragraphs, strict=True)
    text, sentences = _assembled(parts)
    return Article(
        text=text,
        sentences=sentences,
        sha256=hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest(),
        path=path,
        title=title and " ".join(title.split()),
        source=_first(record, _SOURCE) or outlet(parts),
        byline=byline,
        published=published,
    )


def _assembled(parts: list[tuple[Role, str]]) -> tuple[str, tuple[Sentence, ...]]:
    text = "\n\n".join(words for _, words in parts)
    sentences: list[Sentence] = []
    start = 0
    for number, (role, words) in enumerate(parts):
        spans: list[Span] = sentence_spans(text, start, start + len(words))
        sentences += (Sentence(s.start, s.end, number, role) for s in spans)
        start += len(words) + 2
    return text, tuple(sentences)
