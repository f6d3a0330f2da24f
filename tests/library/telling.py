"""Small articles and compared facts of our own, made by hand: what the library keeps needs no engine."""

from __future__ import annotations

import hashlib

from tui.article import Article, Pair
from tui.facts import FactType, Mention
from tui.reading.plain import read_plain
from tui.verdicts import ComparedFact

LIGHTHOUSE = (
    "The lighthouse at Corrie Point went dark on Tuesday evening.\n\n"
    "Keeper Moira Tennant said the lamp had failed in 1998 as well.\n\n"
    "Nine boats waited outside the harbour until dawn.\n"
)
HARBOUR = (
    "Boats were kept out of Corrie harbour overnight.\n\n"
    "Moira Tennant, the keeper, said the lamp last failed in 1997.\n\n"
    "The council will meet on Friday to talk about repairs.\n"
)


def article(text: str, path: str | None = None) -> Article:
    return read_plain(text, path=path, sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def mention(of: Article, words: str, value: str | None = None) -> Mention:
    start = of.text.index(words)
    return Mention(start, start + len(words), words, value or words)


def fact(
    articles: Pair[Article], a: str | None, b: str | None, *, type: FactType = "date", verdict: str = "conflict"
) -> ComparedFact:
    """A fact that rests on these words of the two articles."""
    return ComparedFact(
        type=type,
        about="the lamp failed",
        verdict=verdict,  # type: ignore[arg-type]
        rule="written for a test",
        mentions=Pair(*((mention(of, w),) if w else () for of, w in zip(articles, (a, b), strict=True))),
    )
