"""What the reader set right by hand, and how each correction is found again.

A correction is kept under the passages that it speaks of, so it holds in every comparison in which they stand.
This module says what was corrected; `tui.corrections.applying` puts it to use.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Literal

from tui.article import Article, Role
from tui.corrections.standing import Standing, digest, normalised
from tui.facts import FactType
from tui.frozen import dataclass


@dataclass(frozen=True, slots=True)
class LinkSet:
    """Two sentences are linked, or are not, whatever the engine says."""

    a: str
    """A passage: `normalised(article.text_of(index))`. Which of the two is A counts for nothing."""
    b: str
    linked: bool

    @property
    def key(self) -> str:
        return digest("link", sorted([self.a, self.b]))

    @property
    def passages(self) -> tuple[str, ...]:
        return (self.a, self.b)


@dataclass(frozen=True, slots=True)
class FactSet:
    """What one article's mention claims: nothing at all (`wrong`), or another value, speaker or type."""

    at: Standing
    type: FactType
    """As the engine has it."""
    wrong: bool = False
    value: str | None = None
    """`None` where the engine's stands; the same for the fields below."""
    speaker: tuple[str, ...] | None = None
    right_type: FactType | None = None

    @property
    def key(self) -> str:
        return digest("fact", self.type, asdict(self.at))

    @property
    def passages(self) -> tuple[str, ...]:
        return (self.at.passage,)


@dataclass(frozen=True, slots=True)
class NamesSet:
    """Two names are of the same one, or are not."""

    a: Standing
    b: Standing
    joined: bool = True

    @property
    def key(self) -> str:
        return digest("names", *(asdict(at) for at in sorted([self.a, self.b])))

    @property
    def passages(self) -> tuple[str, ...]:
        return (self.a.passage, self.b.passage)


@dataclass(frozen=True, slots=True)
class ArticleSet:
    """An article's date (EDTF) or outlet."""

    article: str
    """`Article.id`."""
    field: Literal["published", "source"]
    value: str

    @property
    def key(self) -> str:
        return digest("article", self.article, self.field)

    @property
    def passages(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class RoleSet:
    """The role of a paragraph."""

    paragraph: str
    """Its normalised text."""
    role: Role

    @property
    def key(self) -> str:
        return digest("role", self.paragraph)

    @property
    def passages(self) -> tuple[str, ...]:
        return ()


Correction = LinkSet | FactSet | NamesSet | ArticleSet | RoleSet
_NAMES: dict[str, type[Correction]] = {
    "link": LinkSet,
    "fact": FactSet,
    "names": NamesSet,
    "article": ArticleSet,
    "role": RoleSet,
}


def name_of(correction: Correction) -> str:
    return next(name for name, kind in _NAMES.items() if isinstance(correction, kind))


def to_detail(correction: Correction) -> dict[str, Any]:
    """The correction as plain JSON."""
    detail: dict[str, Any] = json.loads(json.dumps(asdict(correction)))
    return detail


def from_detail(name: str, detail: dict[str, Any]) -> Correction:
    """The way back from `to_detail`. Raises `KeyError` and `TypeError` for what it did not write."""
    values = dict(detail)
    for field in ("at", "a", "b"):
        if isinstance(values.get(field), dict):
            values[field] = Standing(**values[field])
    if values.get("speaker") is not None:
        values["speaker"] = tuple(values["speaker"])
    return _NAMES[name](**values)


class Texts:
    """Some articles, as far as corrections ask for them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._ids = {article.id for article in articles}
        self._passages = {
            normalised(article.text_of(index)) for article in articles for index in range(len(article.sentences))
        }
        self._paragraphs = {text for article in articles for text in paragraphs(article).values()}

    def hold(self, correction: Correction) -> bool:
        """Whether the correction speaks of these articles: all its passages stand in them."""
        if isinstance(correction, ArticleSet):
            return correction.article in self._ids
        if isinstance(correction, RoleSet):
            return correction.paragraph in self._paragraphs
        return all(passage in self._passages for passage in correction.passages)


def paragraphs(article: Article) -> dict[int, str]:
    """The normalised text of each paragraph, by its number."""
    spans: dict[int, tuple[int, int]] = {}
    for sentence in article.sentences:
        start = spans.get(sentence.paragraph, (sentence.start, 0))[0]
        spans[sentence.paragraph] = (start, sentence.end)
    return {paragraph: normalised(article.text[start:end]) for paragraph, (start, end) in spans.items()}
