"""What is counted, in two to six of the article's own words: "people killed", "troops at a base"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.facts.kinds import STOP, kind_of
from tui.facts.phrases.chunks import noun_after, noun_before
from tui.facts.phrases.clause_phrase import MOST, clause_phrase, is_cut, written
from tui.facts.phrases.forms import participle
from tui.facts.phrases.tokens import Token

_TELLING = frozenset(
    """say tell add report claim include follow accord regard involve total need want believe think know show mean
    become remain have see""".split()
)
_SINGULAR = frozenset({"has", "was", "is"})
_HARM = frozenset("kill wound arrest rescue infect evacuate rape trap".split())
"""What befalls people: a number beside such a word counts people."""
_INSERTED = 14
"""Words of an insertion between commas, at most: ", many of them children,"."""


def counted_phrase(tokens: Sequence[Token], here: int, noun: Sequence[str]) -> str:
    """The counted noun with what happened to it or what is said of it; `noun` is empty for a bare number."""
    if not noun:
        return next((phrase for phrase in _bare(tokens, here) if phrase), clause_phrase(tokens, here))
    if len(noun) == 1 and kind_of(noun[0]) in _HARM and noun[0].lower() in ("dead", participle(noun[0].lower())):
        return f"people {noun[0].lower()}"
    words = [Token(word, "noun", False) for word in noun[-3:]]
    for candidate in _candidates(tokens, here, words):
        phrase = written(candidate)
        if phrase:
            return phrase
    return f"number of {words[-1].text}"


def _bare(tokens: Sequence[Token], here: int) -> Iterator[str]:
    behind = tokens[here + 1] if here + 1 < len(tokens) else None
    if behind and behind.low == "of":
        found = noun_after(tokens, here + 2)
        if found:
            words = list(tokens[slice(*found)])
            yield from (written(c) for c in _said_behind(tokens, found[1] - 1, words))
            yield written(words)
    verb = _acting(tokens, here) or (behind if behind and behind.tag in ("verb", "noun") else None)
    form = participle(verb.low) if verb else None
    if verb and form and kind_of(verb.text) in _HARM:
        yield f"people {form}"


def _candidates(tokens: Sequence[Token], here: int, words: list[Token]) -> Iterator[Sequence[Token]]:
    """The readings of a counted noun, the one that says most first."""
    group = noun_before(tokens, here)
    if group and words[-1].low in ("family", "group", "team", "crew"):
        yield [*tokens[slice(*group)], *words]
    happened = list(_said_behind(tokens, here, words))
    is_verb = bool(happened) and any(t.tag == "verb" for t in happened[0])
    if is_verb:
        yield from happened
    verb = _acting(tokens, here)
    leads_on = here + 2 < len(tokens) and tokens[here + 1].low == "to" and tokens[here + 2].tag == "verb"
    form = participle(verb.low) if verb and not leads_on else None
    if form and verb and kind_of(verb.text) not in _TELLING and verb.low not in STOP:
        yield [*words, Token(form, "verb", False)]
    if not is_verb:
        yield from happened
    owner = noun_before(tokens, here - 1) if here and tokens[here - 1].low == "of" else None
    if owner:
        yield [*tokens[slice(*owner)], tokens[here - 1], *words]
    yield words
    if here > 1 and tokens[here - 1].tag == "prep" and tokens[here - 2].tag == "verb":
        yield [*tokens[here - 2 : here], *words]


def _acting(tokens: Sequence[Token], here: int) -> Token | None:
    """The verb right before the number: "killing", "arrested", "employs"."""
    n = here - 1
    while n >= 0 and (tokens[n].tag == "det" or tokens[n].low in ("some", "up")):
        n -= 1
    return tokens[n] if n >= 0 and tokens[n].tag == "verb" else None


def _said_behind(tokens: Sequence[Token], here: int, words: list[Token]) -> Iterator[Sequence[Token]]:
    """The noun with its verb ("were killed"), its preposition ("at a base") or its purpose ("to dig")."""
    start = _past_insertion(tokens, here + 1)
    verb = start
    while verb < len(tokens) and tokens[verb].tag in ("aux", "be", "adv"):
        verb += 1
    if start == here + 1 and words[-1].low.endswith("s") and any(t.low in _SINGULAR for t in tokens[start:verb]):
        return  # "a plane carrying ten tourists has crashed"
    behind = tokens[verb] if verb + 1 < len(tokens) else None
    if behind and behind.low.endswith("ing") and (behind.tag == "verb" or tokens[verb + 1].tag == "prep"):
        found = noun_after(tokens, verb + 2 if tokens[verb + 1].tag == "prep" else verb + 1)
        yield [*words, *tokens[verb : found[1]]] if found else ()
    if verb < len(tokens) and kind_of(tokens[verb].text) in _TELLING:
        return
    if verb < len(tokens) and tokens[verb].tag == "verb":
        helpers = tokens[start:verb]
        perfect = [] if any(t.tag == "be" for t in helpers) else [t for t in helpers if t.tag == "aux"]
        yield [*words, *perfect, tokens[verb]]
    elif behind and behind.tag == "noun" and behind.text.islower() and tokens[verb + 1].tag not in ("noun", "verb"):
        yield [*words, behind]  # "300 people work at the mill": behind a plural stands its verb
    elif start == here + 1:
        yield from _hanging(tokens, start, words)


def _hanging(tokens: Sequence[Token], start: int, words: list[Token]) -> Iterator[Sequence[Token]]:
    """The noun with what a preposition or "to" hangs on it."""
    if start >= len(tokens) or tokens[start].tag not in ("prep", "aux"):
        return
    to_verb = tokens[start].low == "to"
    found = noun_after(tokens, start + (2 if to_verb else 1))
    if found and found[1] - start + len(words) <= MOST and not is_cut(tokens, found):
        yield [*words, *tokens[start : found[1]]]
    if to_verb:
        yield [*words, *tokens[start : start + 2]]


def _past_insertion(tokens: Sequence[Token], start: int) -> int:
    """Behind an insertion between commas, where a verb follows it; else `start`."""
    if start >= len(tokens) or tokens[start].text != ",":
        return start
    for n in range(start + 1, min(len(tokens) - 1, start + _INSERTED)):
        if tokens[n].text == ",":
            return n + 1 if tokens[n + 1].tag in ("aux", "be", "verb") else start
    return start
