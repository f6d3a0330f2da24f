"""The whole library as JSON Lines, and back: articles with their sources and revisions, marks, notes, corrections.

One object a line; the line of an article can be read as an article by anything that reads JSON Lines. The journal stays
behind: what an import decides is one act. A line that is damaged is reported, and the rest is taken.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, cast, get_args

from tui.article import Article, Role, Sentence
from tui.corrections import from_detail
from tui.library.article_triage import ARTICLE_STATES
from tui.library.decision import KINDS, Decision, Kind, decisions
from tui.library.fact_triage import FACT_STATES
from tui.library.journal import Journal
from tui.library.keeping import BATCH, Added, came_from, kept, make_latest, prepared
from tui.library.record import ABOUT, about_from, article_of, words_in
from tui.library.store import Store

SCHEMA = "sidebyline.library/1"
_ROLES: tuple[Role, ...] = get_args(Role)
_Origin = tuple[str | None, str, str]
"""Path, id, SHA-256 of the file."""
_MOST_REPORTED = 20
_END_OF_TIME = 253_402_300_800
"""Seconds from 1970 to the year 10000, which no date holds."""
_PAGE = """SELECT articles.number, text, sentences, about, work, latest FROM articles JOIN texts USING (number)
    WHERE articles.number > ? ORDER BY articles.number LIMIT 50"""
_BEFORE = "SELECT id FROM articles WHERE work = ? AND number < ? ORDER BY number DESC LIMIT 1"


@dataclass(slots=True)
class Imported:
    added: Added = field(default_factory=Added)
    decisions: int = 0
    """Marks, notes and corrections that were taken; those that stood here and are younger stay."""
    problems: list[str] = field(default_factory=list)


class Transfer:
    """Export and import. Both block for long: for a worker thread; other calls go in between."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def lines(self) -> Iterator[str]:
        """The library, a line of plain ASCII at a time; what comes in meanwhile may be in it or not."""
        last = 0
        while True:
            with self._store.reading() as connection:
                rows = connection.execute(_PAGE, (last,)).fetchall()
                page = [json.dumps(_article_line(connection, *row)) + "\n" for row in rows]
            if not rows:
                break
            last = rows[-1][0]
            yield from page
        for kind in KINDS:
            with self._store.reading() as connection:
                found = sorted(decisions(connection, kind).items())
            for key, kept_one in found:
                yield json.dumps({"schema": SCHEMA, "decision": {"kind": kind, "key": key, **_plain(kept_one)}}) + "\n"

    def take(self, lines: Iterable[str]) -> Imported:
        """Brings in what `lines` gave, into a library that may hold some or all of it already."""
        done = Imported()
        wanted: dict[Kind, dict[str, Decision]] = {}
        coming = _objects(lines, done.problems)
        while some := list(islice(coming, BATCH)):
            articles = []
            for number, line in some:
                try:
                    if "decision" in line:
                        kind, key, decision = _decision(line["decision"])
                        wanted.setdefault(kind, {})[key] = decision
                    else:
                        articles.append((_article(line), _origins(line), line.get("revises")))
                except (KeyError, TypeError, ValueError, OverflowError, AttributeError):
                    _complain(done.problems, number, "nothing that this version knows")
            done.added += self._take_articles(articles)
        for kind in sorted(wanted):
            done.decisions += self._take_decisions(kind, wanted[kind])
        return done

    def _take_articles(self, some: Sequence[tuple[Article, list[_Origin], object]]) -> Added:
        batch = prepared(article for article, _, _ in some)
        with self._store.writing() as connection:
            done = kept(connection, batch, revise=False)
            for article, origins, revises in some:
                _place(connection, article, origins, revises)
        return done

    def _take_decisions(self, kind: Kind, coming: dict[str, Decision]) -> int:
        with self._store.writing() as connection:
            here = decisions(connection, kind, coming)
            newer = {key: d for key, d in coming.items() if key not in here or here[key].at < d.at}
            act = self._journal.record(connection, kind, f"imported {len(newer):,} decisions", newer)
            return len(act.keys) if act else 0


def _article_line(
    connection: sqlite3.Connection, number: int, text: str | bytes, sentences: bytes, about: str, work: int, latest: int
) -> dict[str, Any]:
    query = "SELECT path, id, sha256, at FROM sources WHERE article = ? ORDER BY number"
    origins = [
        {"path": words_in(path), "id": id, "sha256": sha256, "at": at}
        for path, id, sha256, at in connection.execute(query, (number,))
    ]
    article = article_of(text, sentences, about, origins[0]["sha256"], origins[0]["path"])
    before = connection.execute(_BEFORE, (work, number)).fetchone()
    return {
        "schema": SCHEMA,
        "id": article.id,
        "path": article.path,
        **{name: getattr(article, name) for name in ABOUT},
        "sha256": article.sha256,
        "text": article.text,
        "sentences": [[s.start, s.end, s.paragraph, s.role] for s in article.sentences],
        "origins": origins,
        "revises": before and before[0],
        "latest": bool(latest),
    }


def _article(line: dict[str, Any]) -> Article:
    """Raises `KeyError`, `TypeError` or `ValueError` for a line that no export wrote."""
    text, reached, sentences = line["text"], 0, []
    for start, end, paragraph, role in line["sentences"]:
        sentence = Sentence(_whole(start), _whole(end), _whole(paragraph), role)
        if not reached <= start < end <= len(text) or role not in _ROLES:
            raise ValueError("sentences out of place")
        sentences.append(sentence)
        reached = end
    path = line["path"]
    if not (isinstance(text, str) and isinstance(path, str | None) and _is_digest(line["sha256"])):
        raise TypeError("not the text that it should be")
    return Article(text=text, sentences=tuple(sentences), sha256=line["sha256"], path=path, **about_from(line))


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError("not a number of characters")
    return value


def _origins(line: dict[str, Any]) -> list[_Origin]:
    origins = [(origin["path"], origin["id"], origin["sha256"]) for origin in line["origins"]]
    for path, id, sha256 in origins:
        if not (isinstance(path, str | None) and _is_digest(id) and _is_digest(sha256)):
            raise TypeError("not the text that it should be")
    return origins


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and value.isascii()


def _place(connection: sqlite3.Connection, article: Article, origins: Sequence[_Origin], revises: object) -> None:
    """The article's further sources, and its place among its revisions."""
    row = connection.execute("SELECT number, work FROM articles WHERE id = ?", (article.id,)).fetchone()
    if row is None:  # known by the same story with other furniture
        return
    for path, id, sha256 in origins:
        came_from(connection, row[0], path, id, sha256)
    before = connection.execute("SELECT work FROM articles WHERE id = ?", (str(revises)[:64],)).fetchone()
    if before and before[0] != row[1]:
        make_latest(connection, row[0], before[0])


def _decision(value: dict[str, Any]) -> tuple[Kind, str, Decision]:
    kind, key = value["kind"], value["key"]
    kept_one = Decision(value["mark"], value["note"], value["detail"], float(value["at"]))
    known = {"fact": FACT_STATES, "article": ARTICLE_STATES}.get(kind)
    texts = (key, kept_one.mark, kept_one.note)
    if not all(isinstance(text, str) for text in texts) or not isinstance(kept_one.detail, dict):
        raise TypeError("not the text that it should be")
    if kind not in KINDS or (known and kept_one.mark not in known) or not key.isascii():
        raise ValueError("an unknown kind")
    if not 0 <= kept_one.at < _END_OF_TIME:
        raise ValueError("no time that a clock shows")
    if kind == "fact" and not all(isinstance(kept_one.detail.get(side, {}), dict) for side in "ab"):
        raise TypeError("not what stood on the two sides")
    if kind == "correction":
        from_detail(kept_one.mark, dict(kept_one.detail))
    return cast(Kind, kind), key, kept_one


def _plain(decision: Decision) -> dict[str, Any]:
    return {"mark": decision.mark, "note": decision.note, "detail": decision.detail, "at": decision.at}


def _objects(lines: Iterable[str], problems: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines, start=1):
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict) and value.get("schema") == SCHEMA:
            yield number, value
        elif line.strip():
            _complain(problems, number, "no line of an exported library")


def _complain(problems: list[str], number: int, what: str) -> None:
    if len(problems) < _MOST_REPORTED:
        problems.append(f"line {number}: {what}; the rest was taken")
