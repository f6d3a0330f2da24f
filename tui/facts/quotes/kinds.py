"""What a quotation looks like before anybody is asked who said it: a sentence, a fragment, or a title."""

from __future__ import annotations

import re

from tui.article import Span
from tui.facts.quotes.marks import Quotation
from tui.frozen import dataclass

_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGEST_TITLE = 8  # words


@dataclass(frozen=True, slots=True)
class Looks:
    whole: bool
    """A sentence or more, by its capital, its length or its end: a quote even where nobody is named."""
    title: bool
    """Capitals on all but the small words, and short: a title or a nickname, unless it is said."""
    calls: bool
    """Its end calls for an attribution: a comma, a question or exclamation mark, a dash, or a comma behind it."""
    asks: bool
    """It ends with ? or !, so that an attribution may begin with a capital."""
    at_speech: bool
    """It opens a paragraph or sentence, or stands behind a colon or comma."""


def looks_of(text: str, paragraph: Span, quotation: Quotation) -> Looks:
    words_of = text[quotation.inner.start : quotation.inner.end].strip()
    words = _WORDS.findall(words_of)
    behind = text[quotation.outer.end : quotation.outer.end + 2].strip()
    lead = text[max(paragraph.start, quotation.outer.start - 4) : quotation.outer.start].rstrip()
    last = words_of[-1:]
    capital = bool(words) and (words[0][0].isupper() or words[0][0].isdigit())
    points = any(mark in words_of[:-1] for mark in (". ", "? ", "! ", ".\n", "… "))
    return Looks(
        whole=bool(words)
        and (points or len(words) >= 8 or (capital and len(words) >= (2 if last in {".", "!", "?", "…"} else 3))),
        title=_is_title(words, words_of),
        calls=last in {",", "?", "!", "—", "–", "-"} or behind[:1] in {",", "—", "–"},
        asks=last in {"?", "!"},
        at_speech=not lead or lead[-1] in ':,.!?”"’—–',
    )


def _is_title(words: list[str], words_of: str) -> bool:
    if not words or len(words) > _LONGEST_TITLE or words_of.rstrip(",.")[-1:] in {"?", "!"}:
        return False
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    large = [word for word in words if len(word) > 3]
    small = [word for word in words[1:] if len(word) <= 3]
    return all(word[0].isupper() or word[0].isdigit() for word in large) and (
        len(large) >= 2 or len(words) <= 2 or all(word[0].isupper() or word[0].isdigit() for word in small)
    )
