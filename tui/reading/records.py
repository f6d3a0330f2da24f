"""JSON and JSON Lines → articles: one object an article, with the usual spellings of the usual keys.

Knows JSON Feed, ninjs, schema.org's NewsArticle and the answers of news services by their keys; it asks for
no schema. A line that is no article is reported with its number, and the rest is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tui.article import Article
from tui.reading.assembling import Block, Draft, all_assembled, assembled
from tui.reading.dateline import stated_date
from tui.reading.naming import outlet_name, person_names, spelled
from tui.reading.paragraphs import paragraph_spans
from tui.reading.problem import NoArticle, ReadingError
from tui.reading.source import Source

Record = Mapping[str, Any]

_TEXT = (
    "text", "body", "content", "article", "contenttext", "bodytext", "articlebody", "fulltext", "maintext", "story",
    "plaintext",
)  # fmt: skip
_MARKUP = ("contenthtml", "bodyhtml", "bodyxhtml", "html", "articlehtml")
_TITLE = ("title", "headline", "heading")
_SOURCE = (
    "outlet", "source", "publisher", "publication", "site", "sitename", "sourcename", "newspaper", "provider",
    "infosources", "copyrightholder",
)  # fmt: skip
_BYLINE = ("byline", "author", "authors", "by", "creator", "writer", "writers")
_PUBLISHED = (
    "published", "date", "publicationdate", "datepublished", "publishedat", "publishdate", "pubdate",
    "publisheddate", "publishtime", "datetime", "firstcreated", "versioncreated",
    "created", "createdat", "timestamp",
)  # fmt: skip
_MODIFIED = ("modified", "datemodified", "updated", "updatedat", "lastmodified", "modifiedat", "contentmodified")
_URL = ("url", "link", "canonicalurl", "permalink", "weburl", "uri")
_LISTS = ("articles", "items", "results", "docs", "entries", "stories")
_NO_ARTICLE = 'no article (no "text" or "body")'
_MOST_REPORTED = 20
"""Bad lines that are named one by one; the others are counted."""


def read_records(source: Source) -> list[Article]:
    """The articles of a JSON or JSON Lines text, in order. `path#N` names each where there are several.

    Raises `NoArticle` where there is none.
    """
    complaints = _Complaints(source)
    drafts = [_draft(record) for record in _records(source.text, complaints)]
    if not drafts:
        raise NoArticle(source.name, "JSON without an article in it", 'give each article a "text" or "body"')
    complaints.hand_over()
    return all_assembled(drafts, source)


def read_record(source: Source) -> Article:
    """The one article of a line of JSON Lines, for the library: its sentences are whole paragraphs.

    Raises `ReadingError` for a line that is no JSON, or no article.
    """
    try:
        value = json.loads(source.text)
    except (ValueError, RecursionError) as error:
        raise ReadingError(source.name, _no_json(error), "check the line") from error
    record = next(_articles_in(value), None)
    if record is None:
        raise NoArticle(source.name, _NO_ARTICLE, 'give it a "text" or "body"')
    return assembled(_draft(record), path=source.path, sha256=source.sha256, cut=False)


class _Complaints:
    """Bad lines, each with its number; kept until it is clear that the file holds articles at all."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lines: list[str] = []
        self._more = 0

    def add(self, line: int, what: str) -> None:
        if len(self._lines) < _MOST_REPORTED:
            self._lines.append(str(ReadingError(f"{self._source.name}, line {line}", what, "the rest was read")))
        else:
            self._more += 1

    def hand_over(self) -> None:
        self._source.problems.extend(self._lines)
        if self._more:
            what = f"{self._more} more bad lines"
            self._source.problems.append(str(ReadingError(self._source.name, what, "the rest was read")))


def _records(text: str, complaints: _Complaints) -> Iterator[Record]:
    """A JSON value is one article, a list of them, or an answer that has the list under one of its keys."""
    try:
        whole = json.loads(text)
    except RecursionError:
        return
    except ValueError:
        yield from _line_records(text, complaints)
        return
    yield from _articles_in(whole)


def _articles_in(value: object) -> Iterator[Record]:
    if isinstance(value, list):
        yield from (found for entry in value if (found := _article_in(entry)))
    elif isinstance(value, dict):
        found = _article_in(value)
        if found:
            yield found
            return
        for key in _LISTS:
            entries = value.get(key)
            if isinstance(entries, list):
                feed = {"source": value.get("title")} if "jsonfeed.org" in str(value.get("version")) else {}
                records = [found for entry in entries if (found := _article_in(entry)) and _is_named(found)]
                yield from ({**feed, **record} for record in records)
                return


def _line_records(text: str, complaints: _Complaints) -> Iterator[Record]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            complaints.add(number, _no_json(error))
            continue
        found = _article_in(value)
        if found:
            yield found
        else:
            complaints.add(number, _NO_ARTICLE)


def _no_json(error: Exception) -> str:
    return f"no JSON ({error.msg})" if isinstance(error, json.JSONDecodeError) else "no JSON"


def _article_in(value: object) -> Record | None:
    """The record with its keys in one spelling, where it holds a text: `datePublished` is `datepublished`."""
    if not isinstance(value, dict):
        return None
    record = {spelled(key): field for key, field in value.items()}
    for inner in (value.get("_source"), value.get("fields"), value.get("article")):
        if isinstance(inner, dict):
            record.update((spelled(key), field) for key, field in inner.items())
    return record if _first(record, (*_TEXT, *_MARKUP)) or _body_of_ninjs(record) else None


def _is_named(record: Record) -> bool:
    """Whether something in a list is an article, not just any text: it has a title, a date or an address."""
    return any(record.get(key) for key in (*_TITLE, *_PUBLISHED, *_URL))


def _first(record: Record, keys: Iterable[str]) -> str | None:
    for key in keys:
        value = record.get(key)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return value.strip().replace("\r\n", "\n").replace("\r", "\n")
    return None


def _body_of_ninjs(record: Record) -> tuple[str, bool] | None:
    """ninjs 2 keeps `bodies` with a content type each: the text, and whether it is markup."""
    bodies = [b for b in record.get("bodies") or () if isinstance(b, dict) and isinstance(b.get("value"), str)]
    bodies.sort(key=lambda body: body.get("role") not in (None, "main"))
    for body in bodies:
        if body["value"].strip():
            return body["value"], "html" in str(body.get("contenttype") or body.get("contentType"))
    return None


def _draft(record: Record) -> Draft:
    ninjs = record.get("headlines")
    titles = [h.get("value") for h in ninjs if isinstance(h, dict)] if isinstance(ninjs, list) else []
    title = _first(record, _TITLE) or _first({"title": next(iter(titles), None)}, ("title",))
    url = _first(record, _URL)
    return Draft(
        blocks=_blocks(record),
        title=title and " ".join(title.split()),
        source=next((name for key in _SOURCE if (name := outlet_name(record.get(key)))), None),
        byline=next((names for key in _BYLINE if (names := person_names(record.get(key)))), ()),
        published=next((day for key in _PUBLISHED if (day := stated_date(record.get(key)))), None),
        modified=next((day for key in _MODIFIED if (day := stated_date(record.get(key)))), None),
        url=url if url and url.startswith(("http://", "https://")) else None,
    )


def _blocks(record: Record) -> list[Block]:
    ninjs = _body_of_ninjs(record)
    plain, markup = _first(record, _TEXT), _first(record, _MARKUP)
    if ninjs and not (plain or markup):
        plain, markup = (None, ninjs[0]) if ninjs[1] else (ninjs[0], None)
    if markup and not plain:
        from tui.reading.markup import fragment_blocks

        return fragment_blocks(markup)
    body = plain or ""
    return [Block(" ".join(body[p.start : p.end].split())) for p in paragraph_spans(body)]
