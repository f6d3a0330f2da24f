"""Noun phrases and predicates in a row of tagged words, as index ranges: the pieces that phrases are made of."""

from __future__ import annotations

from collections.abc import Sequence

from tui.facts.phrases.tokens import Token

NOUNS = 4
"""Words of a noun phrase that are kept: its last ones say what it is."""
_SKIPPED = 14
"""Words of an insertion between commas, at most: ", his wife at the time,"."""
_BREAKS = frozenset(";:()[]—–?!")

Range = tuple[int, int]


def noun_before(tokens: Sequence[Token], end: int) -> Range | None:
    """The noun phrase that ends at `end`, without its determiner; `None` where another word stands there."""
    start = end
    while start > 0 and tokens[start - 1].tag == "noun":
        start -= 1
    if start == end:
        return None
    if end - start > NOUNS:
        start = end - (2 if tokens[end - 1].proper else NOUNS - 1)
    return start, end


def noun_after(tokens: Sequence[Token], start: int, most: int = NOUNS) -> Range | None:
    """The noun phrase that begins at `start`, determiner and numbers skipped; all of it or, if too long, nothing."""
    while start < len(tokens) and tokens[start].tag in ("det", "num", "adv"):
        start += 1
    end = start
    while end < len(tokens) and tokens[end].tag == "noun":
        end += 1
    if end - start > 1 and end < len(tokens) and tokens[end].tag == "prep" and tokens[end - 1].low.endswith("ing"):
        end -= 1
    return (start, end) if 0 < end - start <= most else None


def full_noun(tokens: Sequence[Token], end: int) -> Range | None:
    """The noun phrase before `end` with what an "of" hangs on it: "letter of resignation"."""
    found = noun_before(tokens, end)
    if found and found[0] >= 2 and tokens[found[0] - 1].low == "of":
        head = noun_before(tokens, found[0] - 1)
        if head and found[1] - head[0] <= 4:
            return head[0], found[1]
    return found


def is_break(token: Token) -> bool:
    return token.tag == "sub" or token.text in _BREAKS


def subject_of(tokens: Sequence[Token], verb: int) -> Range | None:
    """The noun phrase that a verb belongs to: before its auxiliaries, across an insertion between commas."""
    end = verb
    while end > 0 and tokens[end - 1].tag in ("aux", "be", "adv"):
        end -= 1
    if end == 0 or (end == verb and tokens[verb].low.endswith("ing")):
        return None
    last = tokens[end - 1]
    if last.low in ("that", "which", "who") and end > 1:
        return noun_before(tokens, end - 2 if tokens[end - 2].text == "," else end - 1)
    if last.text == ",":
        return _across(tokens, end - 1) or (full_noun(tokens, end - 1) if end == verb else None)
    found = full_noun(tokens, end)
    return _head(tokens, found) if found and _governor(tokens, found[0]) else found


def _governor(tokens: Sequence[Token], start: int) -> bool:
    """Whether a preposition stands before the noun phrase that begins at `start`."""
    while start > 0 and tokens[start - 1].tag in ("det", "num", "adv"):
        start -= 1
    return start > 0 and tokens[start - 1].tag == "prep" and tokens[start - 1].low not in ("as", "than", "like")


def _across(tokens: Sequence[Token], comma: int) -> Range | None:
    """The noun phrase before the insertion that ends at a comma."""
    for n in range(comma - 1, max(0, comma - _SKIPPED), -1):
        if tokens[n].text == ",":
            found = noun_before(tokens, n)
            return found if found and not _governor(tokens, found[0]) else None
        if is_break(tokens[n]):
            return None
    return None


def _head(tokens: Sequence[Token], found: Range) -> Range | None:
    """ "The police chief of Vik said": the noun before the preposition, with what hangs on it if that is short."""
    end = found[0]
    while end > 0 and tokens[end - 1].tag in ("det", "num", "adv"):
        end -= 1
    head = noun_before(tokens, end - 1)
    if head is None:
        return None
    return (head[0], found[1]) if found[1] - head[0] <= NOUNS else head
