"""Who or what an event happens to, and who does it, as far as the words beside its verb tell.

"Thorn was founded by Kutcher", "Kutcher founded Thorn" and "Thorn, which he founded" are all the founding of Thorn.
What the order of words does not show is left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.article import Article
from tui.facts.kinds import kind_of
from tui.facts.phrases.chunks import Range, is_break, noun_after, noun_before, subject_of
from tui.facts.phrases.forms import is_past
from tui.facts.phrases.tokens import HERE, Token, around

_INTRANSITIVE = frozenset("died die dies dying perished fell collapsed".split())


class Cast(NamedTuple):
    """The parts of one event; noun phrases as written, without what stands before their last words."""

    word: str
    """The event's word as written."""
    is_verb: bool
    doers: tuple[str, ...]
    undergoers: tuple[str, ...]
    names: tuple[str, ...]
    """All capitalised runs of the sentence, in order."""


def cast(article: Article, start: int, end: int, kind: str) -> Cast | None:
    """The parts of the event of a kind that is told nearest to a span; `None` where no word names it."""
    tokens = around(article, start, end)
    here = tokens.index(HERE)
    places = [n for n, t in enumerate(tokens) if t.tag in ("verb", "noun") and kind_of(t.text) == kind]
    if not places:
        return None
    n = min(places, key=lambda place: (tokens[place].tag != "verb", abs(place - here), place))
    doers, undergoers = _of_verb(tokens, n) if tokens[n].tag == "verb" else _of_noun(tokens, n)
    return Cast(
        tokens[n].text,
        tokens[n].tag == "verb",
        tuple(_text(tokens, r) for r in doers),
        tuple(_text(tokens, r) for r in undergoers),
        tuple(_names(tokens)),
    )


def _of_verb(tokens: Sequence[Token], verb: int) -> tuple[list[Range], list[Range]]:
    subject = subject_of(tokens, verb)
    subjects = _joined(tokens, subject) if subject else []
    behind = noun_after(tokens, verb + 1)
    if _is_passive(tokens, verb):
        return _by(tokens, verb), subjects
    if tokens[verb].low in _INTRANSITIVE:
        return [], subjects
    return [*subjects, *_with(tokens, verb)], [behind] if behind else []


def _is_passive(tokens: Sequence[Token], verb: int) -> bool:
    """ "Was founded", "letters dated", "killed by"."""
    n = verb - 1
    while n >= 0 and tokens[n].tag in ("adv", "aux"):
        n -= 1
    if n >= 0 and tokens[n].tag == "be":
        return is_past(tokens[verb].low) or not tokens[verb].low.endswith("ing")
    return verb + 1 < len(tokens) and tokens[verb + 1].low == "by"


def _by(tokens: Sequence[Token], verb: int) -> list[Range]:
    for n in range(verb + 1, len(tokens)):
        if is_break(tokens[n]) or tokens[n].tag == "verb":
            return []
        if tokens[n].low == "by":
            found = noun_after(tokens, n + 1)
            second = noun_after(tokens, found[1] + 1) if found and _is_and(tokens, found[1]) else None
            return [r for r in (found, second) if r]
    return []


def _with(tokens: Sequence[Token], verb: int) -> list[Range]:
    """ "Founded it with Demi Moore": who did it too."""
    for n in range(verb + 1, min(len(tokens), verb + 9)):
        if is_break(tokens[n]) or tokens[n].tag == "verb":
            return []
        if tokens[n].low == "with":
            found = noun_after(tokens, n + 1)
            return [found] if found and tokens[found[0]].proper else []
    return []


def _joined(tokens: Sequence[Token], subject: Range) -> list[Range]:
    """A subject with the one that an "and" joins to it."""
    if _is_and(tokens, subject[0] - 1):
        first = noun_before(tokens, subject[0] - 1)
        if first:
            return [first, subject]
    return [subject]


def _is_and(tokens: Sequence[Token], n: int) -> bool:
    return 0 <= n < len(tokens) and tokens[n].low == "and"


def _of_noun(tokens: Sequence[Token], noun: int) -> tuple[list[Range], list[Range]]:
    """ "Farenthold's resignation", "the founding of Thorn": whose it is, whichever part that is."""
    start = noun
    while start > 0 and tokens[start - 1].tag == "noun" and not tokens[start - 1].low.endswith(("'s", "s'")):
        start -= 1
    if start > 0 and tokens[start - 1].tag == "noun":
        owner = noun_before(tokens, start)
        return ([owner], [owner]) if owner else ([], [])
    if noun + 1 < len(tokens) and tokens[noun + 1].low == "of":
        found = noun_after(tokens, noun + 2)
        return ([found], [found]) if found else ([], [])
    return [], []


def _text(tokens: Sequence[Token], found: Range) -> str:
    said = " ".join(token.text for token in tokens[slice(*found)])
    return said.removesuffix("'s").removesuffix("'")


def _names(tokens: Sequence[Token]) -> list[str]:
    """Runs of capitalised nouns."""
    names: list[str] = []
    run: list[str] = []
    for token in [*tokens, HERE]:
        if token.tag == "noun" and token.proper:
            run.append(token.text)
        elif run:
            names.append(" ".join(run).removesuffix("'s").removesuffix("'"))
            run = []
    return names
