"""What a format gave → an `Article`: headline, byline, date and paragraphs, a blank line between.

Every format but plain text comes through here, so that the same article says the same whatever it was
kept in. What the format does not say about a paragraph is told by its form (`furniture`); what it does
say is believed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from typing import NamedTuple

from tui.article import Article, Mark, Role, Sentence, Span
from tui.frozen import dataclass
from tui.reading.about import own_byline, own_date, own_title
from tui.reading.budget import MOST, TooLarge, held_to_count, held_to_length
from tui.reading.furniture import roles
from tui.reading.outlet import outlet
from tui.reading.sentences import sentence_spans
from tui.reading.source import Source

_REPEATED = 4
"""Paragraphs at the head of a text in which a page may give its title, byline or date once more."""
_PREFIX = re.compile(r"by[: ]\s*", re.I)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can spell and no encoding can write."""
_ENDS = re.compile(r"[.!?…:;]")
"""At least one of them ends each sentence of a paragraph but its last."""
_BETWEEN_NAMES = re.compile(r",|&|\band\b")


class Block(NamedTuple):
    """A paragraph as a format gives it."""

    words: str
    """White space folded to single blanks; line breaks only in code and verse."""
    role: Role | None = None
    """`None` where the format does not say."""
    marks: tuple[Mark, ...] = ()
    """Offsets count from the start of `words`."""
    linked: bool = False
    """All its words are a link to elsewhere."""
    place: str = ""
    """Which element of a page it stands in, and in which class of these: alike for paragraphs of one text."""


@dataclass(frozen=True)
class Draft:
    """What a format says of one article, before its text is put together."""

    blocks: Sequence[Block]
    title: str | None = None
    source: str | None = None
    byline: tuple[str, ...] = field(default=())
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    retrieved: str | None = None
    extractor: str | None = None


def assembled(draft: Draft, *, path: str | None, sha256: str, cut: bool = True) -> Article:
    """The article of a draft. What the draft leaves open is looked for in the text itself.

    With `cut=False` its sentences are whole paragraphs: `sentence_spans` cuts them later, which takes longer than all
    the rest. Raises `TooLarge`.
    """
    name = path or "standard input"
    held_to_length(sum(len(block.words) for block in draft.blocks), name)
    held_to_count(len(draft.blocks), name)
    head = _head(draft)
    body = _without_repeats(draft.blocks, head)
    words = [block.words for block in body]
    found = [block.role or role for block, role in zip(body, _told(words, head), strict=True)]
    blocks = [*head, *(block._replace(role=role) for block, role in zip(body, found, strict=True))]
    lines = [(block.role or "body", block.words) for block in blocks]
    text, sentences, marks = _joined(blocks, cut=cut)
    held_to_count(len(sentences), name)
    if not cut and len(_ENDS.findall(text)) > MOST:
        held_to_count(len(_joined(blocks, cut=True)[1]), name)
    return Article(
        text=text,
        sentences=sentences,
        sha256=sha256,
        path=path,
        title=draft.title or own_title(words, found),
        source=draft.source or outlet(lines),
        byline=draft.byline or own_byline(words, found),
        published=draft.published or own_date(words, found),
        modified=draft.modified,
        url=draft.url,
        retrieved=draft.retrieved,
        extractor=draft.extractor,
        marks=marks,
    )


def all_assembled(drafts: Sequence[Draft], source: Source) -> list[Article]:
    """The articles of a file that may hold several; one that is too large is left out, and that is told.

    Raises `TooLarge` where nothing else is in the file.
    """
    articles: list[Article] = []
    for number, draft in enumerate(drafts, start=1):
        try:
            articles.append(assembled(draft, path=source.path_of(number, len(drafts)), sha256=source.sha256))
        except TooLarge as error:
            if len(drafts) == 1:
                raise
            left_out = TooLarge(source.name, f"its article {number} was left out: {error.what}", "the rest was read")
            source.problems.append(str(left_out))
    if not articles:
        raise TooLarge(source.name, f"all of its {len(drafts)} articles are too large", "cut them into articles")
    if len(articles) == len(drafts):
        return articles
    # what was left out is not counted: `#3` is the third of those that can be read
    return [replace(article, path=source.path_of(n, len(articles))) for n, article in enumerate(articles, start=1)]


def _head(draft: Draft) -> list[Block]:
    head: list[Block] = []
    if draft.title:
        head.append(Block(draft.title, "headline"))
    if draft.byline:
        head.append(Block("By " + ", ".join(draft.byline), "byline"))
    if draft.published:
        head.append(Block(draft.published, "date"))
    return head


def _told(words: Sequence[str], head: Sequence[Block]) -> list[Role]:
    """Roles by form. A title that is known stands before the text, so that the next line is not taken for one."""
    titles = [block.words for block in head if block.role == "headline"]
    return roles([*titles, *words])[len(titles) :]


def _without_repeats(blocks: Sequence[Block], head: Sequence[Block]) -> list[Block]:
    known = {_folded(block.words) for block in head}
    longest = 2 * max((len(block.words) for block in head), default=0) + 20
    return [
        b
        for n, b in enumerate(blocks)
        if b.words and (n >= _REPEATED or len(b.words) > longest or _folded(b.words) not in known)
    ]


def _folded(words: str) -> str:
    return " ".join(_BETWEEN_NAMES.sub(" ", _PREFIX.sub("", words.casefold(), count=1)).split())


def _joined(blocks: Sequence[Block], *, cut: bool) -> tuple[str, tuple[Sentence, ...], tuple[Mark, ...]]:
    text = "\n\n".join(block.words for block in blocks)
    if not text.isascii():
        text = _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    sentences: list[Sentence] = []
    marks: list[Mark] = []
    start = 0
    for number, block in enumerate(blocks):
        end = start + len(block.words)
        spans = sentence_spans(text, start, end) if cut else [Span(start, end)]
        sentences += (Sentence(s.start, s.end, number, block.role or "body") for s in spans)
        marks += (m._replace(start=start + m.start, end=start + m.end) for m in block.marks)
        start = end + 2
    return text, tuple(sentences), tuple(marks)
