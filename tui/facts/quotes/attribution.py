"""Who is said to say a quotation, and with which verb: the prose before and behind it.

A quotation closed with a comma takes the attribution behind it ("…," she said); else the one before it in its
sentence ("She said it was …"); else what the quotation before it in the same sentence took.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.facts.quotes.cues import NOUNS, SAY, SURE
from tui.facts.quotes.prose import Speaker, Token
from tui.facts.quotes.speakers import Resolver
from tui.frozen import dataclass

_PASSIVE = frozenset("was were been be is are being got".split())
_BE = frozenset("was is were are".split())
_NOT_VERB = frozenset("a an the this its their his to not of".split())
_EITHER = frozenset("claims calls comments reports notes cites report claim warn thinks answers".split())
"""Verbs that are plural nouns as often; they count as verbs only right behind a subject."""
_FINDINGS = frozenset("tested found diagnosed listed deemed ruled".split())
"""Of these the subject may be what was found out about: it speaks only where it has a name."""
_HIS = frozenset("his her their its".split())


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution. `speaker` is empty where the words are somebody's, but the text does not say whose."""

    speaker: Speaker
    verb: str | None
    end: int
    """Where its verb ends."""
    close: bool
    """Verb or colon stand at the quotation: these are its words, not only words of its sentence."""
    firm: bool = False
    """No verb further off can be the better one."""


def attribution_behind(tokens: Sequence[Token], resolver: Resolver, *, comma: bool) -> Said | None:
    """The attribution in the prose right behind a quotation, up to the end of the sentence.

    `comma`: the quotation's own end calls for one ("…," or "…?"). Without it only an attribution that begins at the
    mark counts.
    """
    first = 0
    while first < len(tokens) and tokens[first].word in {",", "—", "–", "-", "."}:
        first += 1
    for n in range(first, min(len(tokens), first + (30 if comma else 9))):
        token = tokens[n]
        if token.lower == "according" and n + 1 < len(tokens) and tokens[n + 1].lower == "to" and n == first:
            return Said(resolver.behind(tokens, n + 2) or (), "according to", tokens[n + 1].end, True)
        if token.lower not in SURE:
            if not comma and token.word in {",", ":", ";"}:
                return None
            continue
        if n == first:
            speaker = resolver.behind(tokens, n + 1)
        else:
            if n and tokens[n - 1].lower in _PASSIVE:
                return None
            speaker = resolver.before(tokens, n)
        if speaker is None or (n + 1 < len(tokens) and tokens[n + 1].word == ":"):
            return None
        return Said(speaker, token.word, token.end, True)
    return None


def attribution_trailing(tokens: Sequence[Token], resolver: Resolver) -> Said | None:
    """The attribution that closes a sentence: "tested “negative” for all disorders, Moe said"."""
    for n in range(len(tokens) - 1, 0, -1):
        if tokens[n].lower not in SURE:
            continue
        if tokens[n - 1].word == ",":
            speaker = resolver.behind(tokens, n + 1)
            return Said(speaker, tokens[n].word, tokens[n].end, False) if speaker else None
        comma = next((k for k in range(n - 1, max(-1, n - 8), -1) if tokens[k].word == ","), None)
        if comma is not None and len(tokens) - n <= 6:
            speaker = resolver.before(tokens[comma + 1 :], n - comma - 1)
            return Said(speaker, tokens[n].word, tokens[n].end, False) if speaker else None
        return None
    return None


def attribution_before(tokens: Sequence[Token], fresh: int, resolver: Resolver) -> Said | None:
    """The attribution in the prose of the same sentence before a quotation: the last verb of saying, or noun for it.

    `fresh`: where the prose begins that stands right before it; what is older stands before other quotations of the
    sentence.
    """
    if fresh >= len(tokens):
        return None
    if tokens[-1].word == ":" and not any(t.lower in SAY or t.lower in NOUNS for t in tokens):
        speaker = resolver.before(tokens, len(tokens) - 1) if len(tokens) < 6 else None
        speaker = speaker or resolver.main_subject(tokens)
        return Said(speaker or (), None, tokens[-1].end, True)
    weak: Said | None = None
    for n in range(len(tokens) - 1, max(-1, len(tokens) - 60), -1):
        found = _cue(tokens, n, fresh, resolver, firm=weak is not None)
        if found and (found.close or found.firm or tokens[n].lower in SURE):
            return found
        weak = weak or found
    return weak


def _cue(tokens: Sequence[Token], n: int, fresh: int, resolver: Resolver, *, firm: bool) -> Said | None:
    """The attribution of the cue at one token, if it is one; with `firm`, verbs that can only mean speech."""
    lower = tokens[n].lower
    if lower == "according" and n + 1 < len(tokens) and tokens[n + 1].lower == "to":
        speaker = resolver.behind(tokens, n + 2)
        return Said(speaker or (), "according to", tokens[n + 1].end, _at_mark(tokens), firm=True)
    if lower in (SURE if firm else SAY) and not _is_noun(tokens, n, resolver):
        return _by_verb(tokens, n, fresh, resolver)
    if lower in NOUNS and not firm:
        return _by_noun(tokens, n, resolver)
    return None


def _by_verb(tokens: Sequence[Token], n: int, fresh: int, resolver: Resolver) -> Said:
    token = tokens[n]
    close = len(tokens) - n <= 3 or _at_mark(tokens)
    lead = n - 1
    while lead > 0 and tokens[lead].word.endswith("ly"):
        lead -= 1
    if (
        lead >= 0
        and tokens[lead].lower in _PASSIVE
        and not (n + 1 < len(tokens) and tokens[n + 1].lower == "as" and token.lower == "quoted")
    ):
        return Said(_by_agent(tokens, n, resolver), token.word, token.end, close)
    speaker: Speaker | None
    if lead >= 0 and tokens[lead].lower == "to":
        speaker = resolver.main_subject(tokens[:lead])
    elif token.lower.endswith("ing"):
        speaker = _of_participle(tokens, n, resolver)
    elif lead >= 0 and tokens[lead].lower in {"and", "but", "or"}:
        speaker = _of_earlier_verb(tokens, lead, resolver)
    else:
        speaker = resolver.before(tokens, n)
        inverted = n in {0, fresh} or (tokens[n - 1].word == "," and lead == n - 1 and speaker is None)
        if inverted and token.lower in SURE:
            speaker = resolver.behind(tokens, n + 1) or speaker
        elif speaker is None:
            speaker = resolver.main_subject(tokens[:n])
    if token.lower in _FINDINGS and speaker and not any(name in resolver.cast.kinds for name in speaker):
        speaker = ()
    return Said(speaker or (), token.word, token.end, close, firm=token.lower.endswith("ing"))


def _by_agent(tokens: Sequence[Token], n: int, resolver: Resolver) -> Speaker:
    """ "was described by Jones as": Jones."""
    if n + 1 < len(tokens) and tokens[n + 1].lower == "by":
        return resolver.behind(tokens, n + 2) or ()
    return ()


def _of_participle(tokens: Sequence[Token], n: int, resolver: Resolver) -> Speaker:
    """ "…, adding": the sentence's subject; "accused Jones of telling her": Jones."""
    if n and tokens[n - 1].lower in {"of", "for"}:
        return resolver.nearest(tokens, n - 1) or ()
    return resolver.main_subject(tokens[:n]) or ()


def _of_earlier_verb(tokens: Sequence[Token], stop: int, resolver: Resolver) -> Speaker:
    for n in range(stop - 1, max(-1, stop - 40), -1):
        if tokens[n].lower in SAY and not _is_noun(tokens, n, resolver):
            return resolver.before(tokens, n) or resolver.main_subject(tokens[:n]) or ()
    return resolver.main_subject(tokens[:stop]) or ()


def _by_noun(tokens: Sequence[Token], n: int, resolver: Resolver) -> Said:
    """ "his first comment was", "apologies for the": whose they are, else the subject of the sentence."""
    close = n + 1 < len(tokens) and tokens[n + 1].lower in _BE
    owner = next((k for k in range(n - 1, max(-1, n - 4), -1) if tokens[k].lower in _HIS), None)
    speaker: Speaker | None = None
    if owner is not None and close:
        speaker = resolver.nearest(tokens, owner)
    return Said(
        speaker or resolver.main_subject(tokens[:n]) or resolver.main_subject(tokens) or (), None, tokens[n].end, close
    )


def _is_noun(tokens: Sequence[Token], n: int, resolver: Resolver) -> bool:
    """ "a report", "disputed claims", "declined to comment": no verb of saying."""
    if not n or tokens[n].lower == "say" or tokens[n].lower.endswith("ing"):
        return False
    if tokens[n - 1].lower in _NOT_VERB:
        return True
    return tokens[n].lower in _EITHER and not resolver.is_subject(tokens, n - 1)


def _at_mark(tokens: Sequence[Token]) -> bool:
    return tokens[-1].word in {":", ","}
