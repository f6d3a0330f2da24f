"""An article as the library's rows hold it, and back.

Text and sentences come back exactly as they were read, lone surrogates included: what was compared yesterday is
compared the same way today, whatever splits sentences by then. Only articles that come by the thousand are kept as
paragraphs, and cut into sentences when they are loaded: that is two thirds of the work of reading them.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple, get_args

from tui.article import Article, Mark, Role, Sentence
from tui.reading.sentences import sentence_spans

_ROLES: tuple[Role, ...] = get_args(Role)
_NUMBERS = {role: number for number, role in enumerate(_ROLES)}
_WHOLE = 256
_OWN_CELLS = frozenset({"text", "sentences", "path", "sha256"})
ABOUT = tuple(field.name for field in fields(Article) if field.name not in _OWN_CELLS)
"""The fields of an article that are kept as they are."""
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")

Cell = str | bytes


class Row(NamedTuple):
    """What the list shows and the search looks for."""

    id: str
    telling: str
    """SHA-256 of headline and body: articles that differ in their furniture alone share it."""
    title: Cell | None
    outlet: Cell | None
    published: Cell | None
    day: str | None
    opening: Cell
    words: int
    text: Cell
    sentences: bytes
    about: str


def row_of(article: Article, *, whole: bool = False) -> Row:
    """Pure; about 0.1 ms for 500 words. `whole`: the article's sentences are whole paragraphs, to be cut later."""
    kept = _packed(article.sentences, whole=whole)
    words = " ".join(article.text[p.start : p.end] for p in paragraphs_in(kept) if not p.is_furniture).split()
    told = " ".join(words) if words else article.id
    about = {name: getattr(article, name) for name in ABOUT if getattr(article, name)}
    return Row(
        id=article.id,
        telling=hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest(),
        title=cell(article.title),
        outlet=cell(article.source),
        published=cell(article.published),
        day=first_day(article.published),
        opening=cell(_opening(article, whole=whole)) or "",
        words=len(words),
        text=cell(article.text) or "",
        sentences=kept,
        about=json.dumps(about),
    )


def _opening(article: Article, *, whole: bool) -> str:
    if whole and not article.title:
        first = next((p for p in article.sentences if not p.is_furniture), None)
        article = replace(article, sentences=tuple(_cut(article.text, first)) if first else ())
    return article.opening[:200]


def article_of(text: Cell, sentences: bytes, about: str, sha256: str, path: Cell | None) -> Article:
    """The article that `row_of` was given, cut into sentences."""
    known = about_from(json.loads(about))
    words = words_in(text) or ""
    return Article(text=words, sentences=_unpacked(sentences, words), sha256=sha256, path=words_in(path), **known)


def about_from(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of `ABOUT` from plain JSON; what is not there is left to the article's defaults.

    Raises `TypeError` or `ValueError` for values that no article has.
    """
    known = {name: values[name] for name in ABOUT if values.get(name)}
    byline, marks = known.pop("byline", ()), known.pop("marks", ())
    if not all(isinstance(value, str) for value in (*known.values(), *byline)):
        raise TypeError("not the text that it should be")
    return {**known, "byline": tuple(byline), "marks": tuple(Mark(*mark) for mark in marks)}


def first_day(published: str | None) -> str | None:
    """The first day that an EDTF date may mean, `YYYY-MM-DD`; `None` where it does not tell a year."""
    match = _DAY.match((published or "").lstrip("./"))
    return f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}" if match else None


def cell(text: str | None) -> Cell | None:
    """Text as SQLite takes it: as bytes where it holds lone surrogates."""
    if text is None:
        return None
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def words_in(value: Cell | None) -> str | None:
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def paragraphs_in(data: bytes) -> list[Sentence]:
    """The paragraphs of an article, from its packed sentences."""
    found: list[Sentence] = []
    for start, end, paragraph, role in _quadruples(data):
        if found and found[-1].paragraph == paragraph:
            start = found.pop().start
        found.append(Sentence(start, end, paragraph, _ROLES[role % _WHOLE]))
    return found


def _packed(sentences: Iterable[Sentence], *, whole: bool) -> bytes:
    """Start, end, paragraph and role of each sentence, as 32-bit little-endian numbers; `_WHOLE` is added to the role
    of a paragraph that is not cut."""
    flat = array("I")
    more = _WHOLE if whole else 0
    for sentence in sentences:
        flat.extend((sentence.start, sentence.end, sentence.paragraph, _NUMBERS[sentence.role] + more))
    return _little(flat).tobytes()


def _unpacked(data: bytes, text: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for start, end, paragraph, role in _quadruples(data):
        sentence = Sentence(start, end, paragraph, _ROLES[role % _WHOLE])
        found += _cut(text, sentence) if role >= _WHOLE else (sentence,)
    return tuple(found)


def _cut(text: str, whole: Sentence) -> list[Sentence]:
    spans = sentence_spans(text, whole.start, whole.end)
    return [Sentence(span.start, span.end, whole.paragraph, whole.role) for span in spans]


def _quadruples(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    flat = array("I")
    flat.frombytes(data)
    numbers = iter(_little(flat))
    return zip(numbers, numbers, numbers, numbers, strict=True)


def _little(flat: array[int]) -> array[int]:
    if sys.byteorder == "big":
        flat.byteswap()
    return flat
