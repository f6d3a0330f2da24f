"""Facts in a window: what is said, and the sentences that say it, wrapped with a margin for labels."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.article import Article, Span
from tui.facts import FactType, Mention
from tui.reports.values import fullest, in_words
from tui.rows import shown, wrap
from tui.safe import safe_line

MARGIN = 6
"""Cells of the labels."""


def values_of(of: FactType, mentions: Sequence[Mention]) -> list[str]:
    """Each value once; where it comes from only if nothing on this side states it in words of its own."""
    how: dict[str, str] = {}
    for mention in sorted(mentions, key=lambda mention: (not mention.by_hand, mention.inferred)):
        how.setdefault(_stated(of, mention), " (set by you)" if mention.by_hand else " (inferred)" * mention.inferred)
    return [value + how[value] for value in fullest(how)]


def _stated(of: FactType, mention: Mention) -> str:
    """The value; the words themselves where it is no more than these in lower case, as with quotes and names."""
    words = " ".join(mention.text.split())
    plain = "".join(c for c in words.casefold() if c.isalnum())
    is_plain = plain == "".join(c for c in mention.value.casefold() if c.isalnum())
    return safe_line(words) if is_plain else in_words(of, mention.value)


def passage(article: Article, sentence: int, mentions: Sequence[Mention], marked: Sequence[Span]) -> Content:
    """The sentence with the fact's words and, among these, those in question marked."""
    at = article.sentences[sentence]
    content = Content.styled(shown(article.text[at.start : at.end]), "$muted")
    for mention in mentions:
        content = content.stylize("bold", mention.start - at.start, mention.end - at.start)
    for span in marked:
        content = content.stylize("bold reverse", span.start - at.start, span.end - at.start)
    return content


def labelled(label: str, words: str, label_style: str, width: int, *, style: str = "") -> list[Content]:
    """A label in the margin, the words beside it."""
    first, *rest = wrapped(Content.styled(words, style), width - MARGIN)
    margin = Content.styled(label.ljust(MARGIN), label_style)
    return [Content.assemble(margin, first), *(Content.assemble(" " * MARGIN, line) for line in rest)]


def indented(content: Content, width: int) -> list[Content]:
    return [Content.assemble(" " * MARGIN, line) for line in wrapped(content, width - MARGIN)]


def wrapped(content: Content, width: int) -> list[Content]:
    starts = wrap(content.plain, width)
    return [content[start:end] for start, end in zip(starts, (*starts[1:], len(content.plain)), strict=True)]
