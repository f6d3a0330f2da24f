"""What happened, in two to six of the article's own words: "Blake Farenthold resigned", "given a term"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.facts.kinds import ACTIONS, STOP, kind_of
from tui.facts.phrases.chunks import Range, full_noun, is_break, noun_after, noun_before, subject_of
from tui.facts.phrases.tokens import HERE, Token

MOST = 6
_MODALS = frozenset("will would can could may might must shall should cannot to".split())
_THE = Token("the", "noun", False)
_KEPT = frozenset({"well", "part"})
"""Stop words that are nouns here: "a dry well"."""
_PARTICLES = frozenset("off out up down back away over".split())
_DATING = frozenset("since until till before after".split())
_TELLING = frozenset("said says told announced reported added claimed".split())
ALONE = "standing alone"
"""For a mention without any words beside it."""


def clause_phrase(tokens: Sequence[Token], here: int) -> str:
    """The first phrase that reads well, by how surely it says what the mention belongs to."""
    for words in _candidates(tokens, here):
        phrase = written(words)
        if phrase:
            return phrase
    return ALONE


def written(words: Sequence[Token]) -> str:
    """The words of a phrase, bare of stop words at its ends; "" where fewer than two stay or more than six."""
    kept = [word for word in words if word is not HERE and word.tag != "mark"]
    while kept and _is_loose(kept[-1]):
        kept.pop()
    while kept and _is_loose(kept[0]) and not (len(kept) > 1 and _is_capital(kept[0]) and _is_capital(kept[1])):
        kept.pop(0)
    return " ".join(word.text for word in kept) if 2 <= len(kept) <= MOST else ""


def _is_capital(word: Token) -> bool:
    return word.tag == "noun" and word.text[0].isupper()


def _is_loose(word: Token) -> bool:
    if word is _THE:
        return False
    return (word.low in STOP or word.tag in ("num", "conj", "prep", "det", "adv")) and not (
        word.tag == "verb" or word.low in _KEPT
    )


def _candidates(tokens: Sequence[Token], here: int) -> Iterator[Sequence[Token]]:
    yield from _modified(tokens, here)
    before = tokens[here - 1] if here else HERE
    yield from _happening(tokens, here)
    if here + 1 < len(tokens) and tokens[here + 1].low == "of" and before.tag != "noun":
        found = noun_after(tokens, here + 2)
        if found:
            yield [before, *tokens[slice(*found)]] if before.tag == "verb" else tokens[slice(*found)]
    if before.low == "of":
        found = noun_before(tokens, here - 1)
        if found:
            yield _with_verb(tokens, found)
            yield tokens[slice(*found)]
    if before.tag == "be":
        found = subject_of(tokens, here - 1)
        if found:
            yield tokens[slice(*found)]
            yield _with_preposition(tokens, found)
            yield [_THE, tokens[found[1] - 1]]
    yield from _events(tokens, here)
    yield from _nouns(tokens, here)


def _happening(tokens: Sequence[Token], here: int) -> Iterator[Sequence[Token]]:
    """ "The blast late on Thursday shattered": an event named right before the mention, with its verb."""
    found = noun_before(tokens, here)
    if found is None or kind_of(tokens[here - 1].text) not in ACTIONS or _hangs(tokens, found[0]):
        return
    verb = here + 1
    while verb < len(tokens) and tokens[verb].tag in ("aux", "be", "adv"):
        verb += 1
    if verb < len(tokens) and tokens[verb].tag == "verb":
        yield [*tokens[slice(*found)], tokens[verb]]


def _hangs(tokens: Sequence[Token], start: int) -> bool:
    """Whether the noun phrase that begins at `start` is the object of a verb or a preposition's."""
    while start > 0 and tokens[start - 1].tag in ("det", "num", "adv"):
        start -= 1
    return start > 0 and tokens[start - 1].tag in ("verb", "prep") and tokens[start - 1].low not in _TELLING


def _modified(tokens: Sequence[Token], here: int) -> Iterator[Sequence[Token]]:
    """ "The 2018 midterm election", "a $5 billion hit": the noun behind the mention."""
    before = tokens[here - 1] if here else HERE
    if not (before.tag == "det" or before.text.endswith(("'s", "s'"))):
        return
    found = noun_after(tokens, here + 1)
    if found is None or found[0] != here + 1:
        return
    yield tokens[slice(*found)]
    yield _with_preposition(tokens, found)
    yield _with_verb(tokens, found)
    owner = noun_before(tokens, here - 2) if here > 2 and tokens[here - 2].tag == "prep" else None
    if owner:
        yield [*tokens[slice(*owner)], tokens[here - 2], *tokens[slice(*found)]]
    yield from (
        [tokens[n], tokens[found[0]]] for n in range(here - 2, max(-1, here - 4), -1) if tokens[n].tag == "verb"
    )


def _with_preposition(tokens: Sequence[Token], found: Range) -> Sequence[Token]:
    """A noun phrase with the short one that a preposition hangs on it."""
    start, end = found
    if end < len(tokens) and tokens[end].tag == "prep":
        behind = noun_after(tokens, end + 1, 3)
        if behind and behind[1] - start <= MOST and not is_cut(tokens, behind):
            return tokens[start : behind[1]]
    return ()


def _with_verb(tokens: Sequence[Token], found: Range) -> Sequence[Token]:
    """A noun phrase with the verb whose object it is: "given a term"."""
    start = found[0]
    while start > 0 and tokens[start - 1].tag in ("det", "prep", "here", "adv"):
        start -= 1
    return tokens[start - 1 : found[1]] if start > 0 and tokens[start - 1].tag == "verb" else ()


def _events(tokens: Sequence[Token], here: int) -> Iterator[Sequence[Token]]:
    """The verb nearest before the mention in its part of the sentence, else the one behind it."""
    for verb in _verbs(tokens, range(here - 1, -1, -1)):
        yield from _event(tokens, here, verb, subject_of(tokens, verb) or _shared_subject(tokens, verb))
    yield from _event_nouns(tokens, here)
    for verb in _verbs(tokens, range(here + 1, len(tokens))):
        yield from _event(tokens, here, verb, subject_of(tokens, verb) or _inverted(tokens, here, verb))


def _event_nouns(tokens: Sequence[Token], here: int) -> Iterator[Sequence[Token]]:
    """ "Nato airstrikes against a village": the nearest noun before the mention that names an event."""
    for n in range(here - 1, -1, -1):
        if is_break(tokens[n]) or tokens[n].tag == "verb":
            return
        if tokens[n].tag == "noun" and kind_of(tokens[n].text) in ACTIONS and not tokens[n].proper:
            found = noun_before(tokens, n + 1)
            if found and (n + 1 == len(tokens) or tokens[n + 1].tag != "noun"):
                yield _with_preposition(tokens, found)
                yield tokens[slice(*found)]
                yield [_THE, tokens[n]]
                return


def _verbs(tokens: Sequence[Token], places: range) -> Iterator[int]:
    """The first verb in an order of places, up to a break of the sentence."""
    for n in places:
        beside = n == places.start and (tokens[n].text in "([:" or tokens[n].low in _DATING)
        if is_break(tokens[n]) and not beside:
            return
        if tokens[n].tag == "verb":
            yield n
            return


def _inverted(tokens: Sequence[Token], here: int, verb: int) -> Range | None:
    """ "On September 7 came the sentence": the subject behind its verb."""
    return noun_after(tokens, verb + 1) if verb == here + 1 else None


def _shared_subject(tokens: Sequence[Token], verb: int) -> Range | None:
    """ "The couple paid tax and made gifts": the subject of the verb before the "and"."""
    start = verb
    while start > 0 and tokens[start - 1].tag in ("aux", "be", "adv"):
        start -= 1
    if start == 0 or tokens[start - 1].low != "and":
        return None
    for n in range(start - 2, -1, -1):
        if is_break(tokens[n]) and tokens[n].text not in "()":
            return None
        if tokens[n].tag in ("verb", "be"):
            return subject_of(tokens, n)
    return None


def _event(tokens: Sequence[Token], here: int, verb: int, subject: Range | None) -> Iterator[Sequence[Token]]:
    start = list(tokens[slice(*subject)]) if subject else []
    if subject and subject[0] > verb:
        yield [*start, tokens[verb]]
        return
    helpers = _helpers(tokens, verb)
    if not subject and verb > 1 and tokens[verb - 1].low == "to" and tokens[verb - 2].tag == "verb":
        subject = subject_of(tokens, verb - 2)
        start, helpers = list(tokens[slice(*subject)]) if subject else [], [tokens[verb - 1]]
    if subject:
        start += helpers
    for extension in _extensions(tokens, here, verb + 1):
        yield [*start, tokens[verb], *extension]
    yield [*start, _with_particle(tokens, verb)]
    if not subject:
        yield [*helpers, tokens[verb]]


def _with_particle(tokens: Sequence[Token], verb: int) -> Token:
    """ "Took off": one word for the reader."""
    said = tokens[verb]
    if verb + 2 < len(tokens) and tokens[verb + 1].low in _PARTICLES and tokens[verb + 2].tag not in ("det", "noun"):
        return Token(f"{said.text} {tokens[verb + 1].text}", "verb", said.proper)
    return said


def _helpers(tokens: Sequence[Token], verb: int) -> list[Token]:
    """The words before a verb without which it reads wrong: "would have", "cannot be", "that"."""
    start = verb
    while start > 0 and tokens[start - 1].tag in ("aux", "be", "adv"):
        start -= 1
    group = [t for t in tokens[start:verb] if t.tag != "adv" or t.low == "not"]
    kept = group if any(t.low in _MODALS for t in group) else [t for t in group if t.low == "not"]
    return [tokens[start - 1], *kept] if start and tokens[start - 1].low == "that" else kept


def _extensions(tokens: Sequence[Token], here: int, start: int) -> Iterator[Sequence[Token]]:
    """What stands behind a verb, the longer first: an object or a preposition's, each with an "of" behind it."""
    modifies = here + 1 < len(tokens) and tokens[here + 1].tag == "noun" and not tokens[here + 1].proper
    while start < len(tokens) and (
        tokens[start] is HERE or (tokens[start].tag in ("prep", "det") and start + 1 == here and not modifies)
    ):
        start += 1
    first = start
    while first < len(tokens) and tokens[first].tag in ("adv", "prep", "det", "num", "here"):
        first += 1
    found = noun_after(tokens, first) if first - start <= 3 else None
    if found is None or found[0] != first or is_cut(tokens, found):
        return
    longer = _with_preposition(tokens, found)
    if longer:
        yield [*tokens[start:first], *longer]
    yield tokens[start : found[1]]


def is_cut(tokens: Sequence[Token], found: Range) -> bool:
    """ "By Afghan and German troops", "into a war torn country": words whose noun comes later."""
    start, end = found
    if end + 1 < len(tokens) and tokens[end].tag == "verb" and tokens[end + 1].tag in ("noun", "adv"):
        return True
    return end - start == 1 and end < len(tokens) and tokens[end].tag == "conj" and tokens[start].proper


def _nouns(tokens: Sequence[Token], here: int) -> Iterator[Sequence[Token]]:
    """Noun phrases beside the mention, then the nearest one on any side."""
    end = here
    while end > 0 and tokens[end - 1].tag in ("prep", "det", "adv", "mark", "be"):
        end -= 1
    found = full_noun(tokens, end)
    if found:
        if found[1] == here:
            yield [*tokens[slice(*found)], *_with_preposition(tokens, (here, here + 1))[1:]]
        yield tokens[slice(*found)]
    for start in (*range(here + 1, len(tokens)), *range(here - 1, -1, -1)):
        if tokens[start].tag == "noun" and (start == 0 or tokens[start - 1].tag != "noun"):
            behind = noun_after(tokens, start)
            if behind:
                yield tokens[slice(*behind)]
                yield _with_preposition(tokens, behind)
    near = sorted((n for n, t in enumerate(tokens) if t.tag == "noun"), key=lambda n: (abs(n - here), n < here))
    yield from ([_THE, tokens[n]] for n in near[:1])
