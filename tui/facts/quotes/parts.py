"""A quotation cut into its sentences, and words made comparable.

Sentences inside a quotation end as they do outside it; initials, titles and hours with points end none.
"""

from __future__ import annotations

import itertools
import re

from tui.article import Span

# Possessive quantifiers, and runs of points entered at their first one only: linear in the text.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++(?:\s?\(sic\))?[\"”'’)\]]*+\s++(?=[\"“'‘(\[$£€]*+[^\W_]|\.\.\.|…)")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|St|Jr|Sr|vs|No|Inc|Co|Corp|Ltd|etc|e\.g|i\.e"
    r"|a\.m|p\.m|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z]){0,9})\.$"
)
_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑.,][^\W_]+)*")
_EDGE = " \t\r\n\f\v\u00a0\u2009\u202f.,;:…—–-"


def sentences_of(text: str, inner: Span) -> list[Span]:
    """The sentences of a quotation, without points, commas and dashes at their edges."""
    spans = (trimmed(text, span) for span in cut(text, inner))
    return [span for span in spans if value_of(text[span.start : span.end]) not in {"", "sic"}]


def cut(text: str, stretch: Span) -> list[Span]:
    """The stretch cut behind every end of a sentence inside it; without a gap."""
    cuts = [stretch.start]
    for stop in _STOP.finditer(text, stretch.start, stretch.end):
        before = text[max(stretch.start, stop.start() - 12) : stop.start() + 1]
        after = text[stop.end() : stop.end() + 1]
        if not (after.islower() or (stop.group()[0] == "." and _NO_END.search(before))):
            cuts.append(stop.end())
    cuts.append(stretch.end)
    return [Span(start, end) for start, end in itertools.pairwise(cuts)]


def trimmed(text: str, span: Span) -> Span:
    """The span without white space, points, commas and dashes at its edges."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_EDGE))
    return Span(start, max(start, span.start + len(words.rstrip(_EDGE))))


def value_of(words: str) -> str:
    """The words in lower case, one space between, without punctuation; an apostrophe or hyphen inside a word stays."""
    return " ".join(w.casefold().replace("’", "'") for w in _WORD.findall(words.replace("[", "").replace("]", "")))


def opening_of(words: str, least: int = 6) -> str:
    """The first words, for a list: `least` of them, `…` behind them where more follow."""
    all_words = words.split()
    return " ".join(all_words[:least]) + (" …" if len(all_words) > least else "")
