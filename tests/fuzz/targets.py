"""What is fuzzed: each target takes any bytes, uses one room of the program, and asks for what must always hold.

A `ReadingError` or a `LibraryError` is an answer; any other exception, and a result that breaks a promise, is a find.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cache

from tests.library.telling import HARBOUR, LIGHTHOUSE, article
from tui.article import Article
from tui.comparing import diff_words
from tui.comparison import compare, facts_table
from tui.facts import find_facts
from tui.library import Library
from tui.library.query import parse
from tui.reading.formats import SUFFIXES, read_source
from tui.reading.plain import read_plain
from tui.reading.problem import ReadingError
from tui.reading.source import Source
from tui.reports.json import to_text
from tui.reports.plain import comparison_text, facts_text
from tui.rows import beside
from tui.safe import safe, unsafe_code_points

Target = Callable[[bytes], None]
_SUFFIXES = ("", *sorted(SUFFIXES))


def reading(data: bytes) -> None:
    """Every reader: the first byte chooses the file's suffix."""
    if len(data) < 2:
        return
    suffix = _SUFFIXES[data[0] % len(_SUFFIXES)]
    try:
        articles = read_source(Source(data[1:], f"fuzz{suffix}"))
    except ReadingError:
        return
    for told in articles:
        check_article(told)


def comparing(data: bytes) -> None:
    """Two texts, apart at the first NUL byte or in the middle, compared both ways and reported."""
    first, second = _halves(data)
    a, b = _plain(first), _plain(second)
    if not (a.text.strip() and b.text.strip()):
        return
    there = compare(a, b)
    document = json.loads(to_text(there.to_json()))
    mirror = json.loads(to_text(compare(b, a).to_json()))
    assert sorted(map(str, document["only_a"])) == sorted(map(str, mirror["only_b"]))
    assert len(document["facts"]) == len(mirror["facts"])
    for link in document["links"]:
        assert all(0 <= i < len(a.sentences) for i in link["a"])
        assert all(0 <= j < len(b.sentences) for j in link["b"])
    _check_shown(comparison_text(there, width=60, color=False))
    beside(there)


def finding(data: bytes) -> None:
    """The facts of a text: every mention stands where it says."""
    told = _plain(data)
    if not told.text.strip():
        return
    for facts in find_facts([told]):
        for fact in facts:
            for mention in fact.mentions:
                assert told.text[mention.start : mention.end] == mention.text
    _check_shown(facts_text(facts_table([told]), width=60, color=False))


def asking(data: bytes) -> None:
    """The query language, down to the database."""
    text = data.decode("utf-8", "replace")
    query = parse(text)
    for error in query.errors:
        assert 0 <= error.start <= error.end <= len(text)
    _library().listing.numbers(query)


def taking(data: bytes) -> None:
    """An import of lines that no export wrote."""
    with Library.in_memory() as library:
        library.transfer.take(data.decode("utf-8", "replace").splitlines(keepends=True))
        list(library.transfer.lines())


def words(data: bytes) -> None:
    """Word edits rebuild both sides."""
    first, second = (half.split() for half in _halves(data))
    found = diff_words(first, second)
    at_a = at_b = 0
    for op, a, a_end, b, b_end in found.edits:
        assert (a, b) == (at_a, at_b)
        assert op != "equal" or first[a:a_end] == second[b:b_end]
        at_a, at_b = a_end, b_end
    assert (at_a, at_b) == (len(first), len(second))


TARGETS: dict[str, Target] = {t.__name__: t for t in (reading, comparing, finding, asking, taking, words)}


def check_article(told: Article) -> None:
    """Sentences stand in order, and cover all that is not white space; marks lie inside."""
    reached = 0
    for sentence in told.sentences:
        assert reached <= sentence.start < sentence.end <= len(told.text)
        assert not told.text[reached : sentence.start].strip()
        reached = sentence.end
    assert not told.text[reached:].strip()
    assert all(0 <= mark.start <= mark.end <= len(told.text) for mark in told.marks)


def _halves(data: bytes) -> tuple[str, str]:
    first, nul, second = data.partition(b"\0")
    if not nul:
        first, second = data[: len(data) // 2], data[len(data) // 2 :]
    return first.decode("utf-8", "replace"), second.decode("utf-8", "replace")


def _plain(data: bytes | str) -> Article:
    text = data if isinstance(data, str) else data.decode("utf-8", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return read_plain(text, path=None, sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


_UNSAFE = frozenset(map(chr, unsafe_code_points())) - {"\n"}


def _check_shown(report: str) -> None:
    assert not _UNSAFE & set(report)
    assert safe(report, keep="\n") == report


@cache
def _library() -> Library:
    library = Library.in_memory()
    library.articles.add([article(LIGHTHOUSE), article(HARBOUR)])
    return library
