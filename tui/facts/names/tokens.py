"""Text → tokens, as the recogniser saw them in training. Judges nothing; every token knows its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.article import Article

_CLITIC = r"(?:s|re|ve|ll|d|m|t)\b"
_TOKEN = re.compile(
    rf"""
    (?:[^\W\d_]\.){{2,8}}                       # U.S., a.m.
    | (?:Mr|Mrs|Ms|Dr|Prof|Rev|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|St|Jr|Sr|Inc|Ltd|Co|Corp|vs|Hon|Pres|Adm|Maj|Det|Const)\.
    | [A-Z]\.(?!\w)                             # an initial
    | ['’](?:{_CLITIC})                         # the possessive and its kin
    | ['’‘]\d0s\b                               # the '70s
    | \d+(?:[.,:]\d+)*(?:s|st|nd|rd|th)?\b
    | \d+
    | [^\W\d_]+(?:['’](?!{_CLITIC})[^\W\d_]+)*  # O'Brien is one word
    | \w
    | [^\w\s]
    """,
    re.VERBOSE,
)
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"})


class Token(NamedTuple):
    """A word, number or mark. `plain` is the text with typographic quotes and dashes straightened."""

    start: int
    end: int
    plain: str


def straight(text: str) -> str:
    """Typographic quotes and dashes as their plain kin, one for one."""
    return text.translate(_SAME)


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of one sentence; hyphenated compounds are several."""
    return [Token(m.start(), m.end(), straight(m.group())) for m in _TOKEN.finditer(text, start, end)]


def tokenise(article: Article) -> list[list[Token]]:
    """One list of tokens for each sentence, empty lists included."""
    return [tokens_of(article.text, s.start, s.end) for s in article.sentences]
