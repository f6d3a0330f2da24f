"""Indirect speech: "Lund said she would stay", where speaker and verb leave no doubt."""

from __future__ import annotations

from tui.article import Span
from tui.facts.fact import Fact, Mention
from tui.facts.quotes.cues import INDIRECT
from tui.facts.quotes.parts import opening_of, trimmed, value_of
from tui.facts.quotes.prose import Speaker, Token, tokens_of
from tui.facts.quotes.speakers import Resolver
from tui.frozen import dataclass

_SHORTEST = 4  # words: "said so on Friday" claims nothing
_NEGATED = frozenset("neither nor never not nobody none".split())
_TIMES = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_CLAUSE = frozenset("he she it they we i there this".split())
_CLAUSE = frozenset("he she it they we i there this".split())
_AWAY = frozenset("in on at to by during from about of for with when after before while as as nothing no".split())


@dataclass(frozen=True, slots=True)
class Statement:
    """Who spoke, and the fact where the words said are sure as well."""

    speaker: Speaker
    verb_end: int
    fact: Fact | None


def statement_in(text: str, sentence: Span, resolver: Resolver) -> Statement | None:
    """The indirect speech of one sentence without quotation marks."""
    tokens = tokens_of(text, sentence.start, sentence.end)
    for n, token in enumerate(tokens[:60]):
        if token.lower == "according" and n + 1 < len(tokens) and tokens[n + 1].lower == "to":
            source = resolver.behind(tokens, n + 2)
            return Statement(source, tokens[n + 1].end, None) if source else None
        if token.lower not in INDIRECT or not n:
            continue
        if any(t.lower in _NEGATED for t in tokens[max(0, n - 8) : n]):
            return None
        inverted = _inverted(tokens, n, resolver)
        if inverted:
            whole = Span(sentence.start, tokens[n - 1].start)
            return Statement(inverted, token.end, _fact(text, whole, inverted, token, resolver))
        trailing = _trailing(tokens, n)
        speaker = resolver.before(tokens[trailing + 1 :] if trailing else tokens, n - (trailing + 1 if trailing else 0))
        if not speaker:
            continue
        content = Span(sentence.start, tokens[trailing].start) if trailing else _content(tokens, n, sentence)
        return Statement(speaker, token.end, _fact(text, content, speaker, token, resolver))
    return None


def _inverted(tokens: list[Token], n: int, resolver: Resolver) -> Speaker | None:
    """The speaker in "…, said Lund" or "…, said the source, who …"; not in "Lund, a visitor, said the wall …"."""
    if tokens[n - 1].word != "," or n + 1 >= len(tokens) or tokens[n].lower == "told":
        return None
    if tokens[n + 1].word[0].isupper():
        return resolver.behind(tokens, n + 1)
    stop = next((k for k in range(n + 1, len(tokens)) if not tokens[k].word[0].isalnum()), len(tokens))
    return resolver.behind(tokens, n + 1) if stop - n <= 4 else None


def _trailing(tokens: list[Token], n: int) -> int:
    """The comma before "…, Lund said Monday."; 0 where the verb does not close the sentence."""
    behind = [t for t in tokens[n + 1 :] if t.word[0].isalnum()]
    if len(behind) > 5 or any(t.lower == "that" for t in behind):
        return 0
    commas = [k for k in range(n) if tokens[k].word == ","]
    for k in reversed(commas):
        if n - k > 12:
            break
        if k > 4 and tokens[k + 1].word[0].isalnum():
            return k
    return 0


def _content(tokens: list[Token], n: int, sentence: Span) -> Span | None:
    for k in range(n + 1, min(len(tokens), n + 9)):
        if tokens[k].lower == "that" and (
            k == n + 1 or tokens[n + 1].lower in _AWAY | _TIMES or tokens[n].lower == "told"
        ):
            return Span(tokens[k].end, sentence.end)
    first = n + 1
    if first < len(tokens) and tokens[first].lower in _TIMES:
        first += 1
    if first >= len(tokens) or tokens[first].lower in _AWAY or not tokens[first].word[0].isalnum():
        return None
    if tokens[n].lower not in {"said", "says"} and tokens[first].lower not in _CLAUSE:
        return None  # "claimed responsibility" and "told reporters" are deeds
    return Span(tokens[first].start, sentence.end)


def _fact(text: str, content: Span | None, speaker: Speaker, verb: Token, resolver: Resolver) -> Fact | None:
    if content is None or not all(resolver.cast.kinds.get(name) in {"person", "organisation"} for name in speaker):
        return None
    span = trimmed(text, content)
    words = text[span.start : span.end]
    if len(words.split()) < _SHORTEST:
        return None
    mention = Mention(span.start, span.end, words, value_of(words))
    return Fact("statement", opening_of(words), (mention,), speaker=speaker, verb=verb.word)
