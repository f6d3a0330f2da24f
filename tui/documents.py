"""The parts of the JSON documents, as the published contract names them. Fields may be added, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import Article, Pair
from tui.comparing import Edit, Link
from tui.comparing.lookalikes import Lookalike, differing
from tui.facts import Mention
from tui.facts.language import language
from tui.verdicts import ComparedFact

if TYPE_CHECKING:
    from tui.verdicts.table import Row


def article_document(article: Article, *, texts: bool = True) -> dict[str, object]:
    """One article as the JSON documents give it; `texts=False` leaves out `text` and `sentences`."""
    document: dict[str, object] = {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "source": article.source,
        "byline": list(article.byline),
        "published": article.published,
        "modified": article.modified,
        "url": article.url,
        "retrieved": article.retrieved,
        "extractor": article.extractor,
        "words": article.words,
        "language": language(article.text),
        "sha256": article.sha256,
    }
    if texts:
        document["text"] = article.text
        document["sentences"] = [
            {"start": s.start, "end": s.end, "paragraph": s.paragraph, "role": s.role} for s in article.sentences
        ]
    return document


def mention_document(mention: Mention) -> dict[str, object]:
    by_hand: dict[str, object] = {"by_hand": True} if mention.by_hand else {}
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "value": mention.value,
        "inferred": mention.inferred,
        **by_hand,
    }


def edit_document(edit: Edit) -> dict[str, object]:
    return {"op": edit.op, "a": list(edit.a), "b": list(edit.b)}


def link_document(link: Link) -> dict[str, object]:
    by_hand: dict[str, object] = {"by_hand": True} if link.by_hand else {}
    return {
        "a": list(link.a),
        "b": list(link.b),
        "kind": link.kind,
        "moved": link.moved,
        "similarity": link.similarity,
        "primary": link.primary,
        "edits": [edit_document(edit) for edit in link.edits],
        **by_hand,
    }


def lookalike_document(pair: Lookalike, articles: Pair[Article]) -> dict[str, object]:
    a, b = (of.text[span.start : span.end] for of, span in zip(articles, (pair.a, pair.b), strict=True))
    points = differing(a, b)
    return {"kind": pair.kind, "a": list(pair.a), "b": list(pair.b), "code_points": {"a": points[0], "b": points[1]}}


def fact_document(fact: ComparedFact) -> dict[str, object]:
    document: dict[str, object] = {
        "type": fact.type,
        "about": fact.about,
        "verdict": fact.verdict,
        "same_copy": fact.same_copy,
        "rule": fact.rule,
        "a": [mention_document(m) for m in fact.mentions.a],
        "b": [mention_document(m) for m in fact.mentions.b],
        "speaker": {"a": list(fact.speaker.a), "b": list(fact.speaker.b)},
    }
    if fact.speakers_differ:
        document["speakers_differ"] = True
    if fact.type in ("quote", "statement"):
        document["verb"] = {"a": fact.verb.a, "b": fact.verb.b}
    if fact.type == "person":
        document["roles"] = {side: [mention_document(m) for m in getattr(fact.roles, side)] for side in ("a", "b")}
    return document


def row_document(row: Row) -> dict[str, object]:
    return {
        "type": row.type,
        "about": row.about,
        "verdict": row.verdict,
        "pairs": {f"{i}-{j}": verdict for (i, j), verdict in row.pairs.items()},
        "cells": [
            cell
            and {
                "values": list(cell.values),
                "speaker": list(cell.speaker),
                "mentions": [mention_document(m) for m in cell.mentions],
            }
            for cell in row.cells
        ],
    }
