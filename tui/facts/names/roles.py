"""Descriptions of a person: "then-wife", "convicted rapist", "chairman of the board of Thorn".

Taken only where grammar ties them to a name: right before it, in apposition behind it, or as the
post that the sentence's last-named person holds or leaves ("his role as board chairman"). A bare
"the actor" in another sentence is not resolved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.facts.names import lexicon
from tui.facts.names.tokens import Token

_MODIFIERS = (
    frozenset(
        """former then ex late convicted current fellow co accused alleged interim acting deputy vice senior retired
        veteran chief first second third assistant associate head longtime long time estranged lead managing executive
        general prime foreign interior defense defence finance health education police fire sex military army navy
        government state federal local city county district national opposition party union team club company
        school university hospital zoo museum church court board media film television tv pop rock country hip hop
        football soccer basketball baseball tennis golf cricket rugby hockey ice boxing world olympic medical
        research climate human rights civil criminal public private press editorial political military year old
        younger older elder eldest youngest twin little big adoptive step grand great only new old young
        aspiring award winning oscar grammy emmy best selling self proclaimed suspected teenage married pregnant
        disgraced legendary famous popular beloved respected wealthy leading top""".split()
    )
    | lexicon.DEMONYMS
    | lexicon.ROLE_NOUNS
)
_DETERMINERS = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "my", "our", "'s", "'", "this", "that", "whose"}
)
_HOLDING = frozenset(
    """role position job post served serve serves serving worked resigned resign resigning resigns acted tenure duties
    elected appointed named stint""".split()
)
_INSIDE = frozenset({"of", "the", "on", "at", "for", "in", "a", "an", "'s", "-", "and", "&"})
_ENDS = frozenset({",", ".", ";", ":", "(", ")", '"', "who", "which", "whose", "when", "where", "while"})
_GOVERN = frozenset("for with of by to against behind about on from".split())
"""A name behind one of these is not the sentence's subject."""
_WHEN = frozenset({"now", "then"})
""" "Now his ex-wife", "then his wife": the word belongs to the description."""
_MOST = 14
"""Tokens in a description."""


class Role(NamedTuple):
    """A description, and which of the sentence's names it describes."""

    name: int
    start: int
    end: int


def roles(tokens: Sequence[Token], names: Sequence[tuple[int, int]]) -> Iterator[Role]:
    """The descriptions in one sentence. `names`: first token and last + 1 of each person, in order."""
    lows = [token.plain.lower() for token in tokens]
    for n, (first, last) in enumerate(names):
        for found in (_before(tokens, lows, first), _behind(tokens, lows, last)):
            if found:
                yield Role(n, tokens[found[0]].start, tokens[found[1] - 1].end)
    subjects = [n for n, (first, _) in enumerate(names) if not (first and lows[first - 1] in _GOVERN)]
    lasts = [names[n][1] for n in subjects]
    for at, end in _posts(tokens, lows):
        before = bisect_right(lasts, at)
        if before:
            yield Role(subjects[before - 1], tokens[at].start, tokens[end - 1].end)


def _is_role(low: str) -> bool:
    return low in lexicon.ROLE_NOUNS or (low.endswith("s") and low[:-1] in lexicon.ROLE_NOUNS)


def _before(tokens: Sequence[Token], lows: list[str], first: int) -> tuple[int, int] | None:
    """ "convicted rapist Danny Masterson", "his wife, Mila Kunis"."""
    end = first
    comma = end > 0 and lows[end - 1] == ","
    end -= comma
    if end < 1 or not _is_role(lows[end - 1]) or lows[end - 1] in lexicon.HONORIFICS:
        return None
    start = end - 1
    titled = tokens[start].plain[0].isupper()
    while start > 0 and end - start < _MOST and _modifies(tokens[start - 1].plain, lows[start - 1], titled):
        start -= 1
    while start < end and lows[start] in ("-", "and"):
        start += 1
    if comma and (start == 0 or lows[start - 1] not in _DETERMINERS):
        return None
    return (start, end) if start < end else None


def _modifies(word: str, low: str, titled: bool) -> bool:
    if low in lexicon.CALENDAR:
        return False
    return (
        low == "-" or low in _MODIFIERS or word.isdigit() or (titled and word[0].isupper() and low not in lexicon.SMALL)
    )


def _behind(tokens: Sequence[Token], lows: list[str], last: int) -> tuple[int, int] | None:
    """ "Noor Faiz, the head doctor in the city's hospital, said"."""
    if last + 1 >= len(lows) or lows[last] != ",":
        return None
    start = last + 1
    when = lows[start] in _WHEN and start + 1 < len(lows)
    determined = lows[start + when] in _DETERMINERS
    start += determined and not when
    end = start + when + (determined and when)
    noun = None
    while end < len(lows) and end - start < _MOST and lows[end] not in _ENDS:
        if noun is not None and lows[end] in lexicon.SAID:
            break
        if noun is None and _is_role(lows[end]):
            noun = end
        elif noun is None and not determined and not _modifies(tokens[end].plain, lows[end], True):
            return None
        if noun is None and (end - start > 5 or lows[end] in _INSIDE - {"-"}):
            return None
        end += 1
    if noun is None:
        return None
    if end < len(lows) and lows[end] in (",", ".", ")", "who", "which", ";"):
        return start, end
    return start, noun + 1


def _posts(tokens: Sequence[Token], lows: list[str]) -> Iterator[tuple[int, int]]:
    """ "stepped down from his role as chairman of the board"."""
    for i, low in enumerate(lows):
        if low != "as" or i == 0 or not any(w in _HOLDING for w in lows[max(0, i - 4) : i]):
            continue
        start = i + 1
        if start < len(lows) and lows[start] in _DETERMINERS:
            start += 1
        noun = next((k for k in range(start, min(len(lows), start + 5)) if _is_role(lows[k])), None)
        if noun is None or any(w in _ENDS or w in ("of", "on", "at", "in") for w in lows[start:noun]):
            continue
        end = noun + 1
        while end < len(lows) and end - start < _MOST and _continues(tokens[end].plain, lows[end], lows[end - 1]):
            end += 1
        end = next((k for k in range(noun, end) if lows[k] in lexicon.CALENDAR), end)
        while lows[end - 1] in _INSIDE:
            end -= 1
        yield start, end


def _continues(word: str, low: str, before: str) -> bool:
    if low in ("of", "on", "at", "'s"):
        return True
    if before in ("of", "on", "at", "the", "'s") or before[0] == "-":
        return low not in _ENDS and word[0].isalpha()
    return (word[0].isupper() and word[0].isalpha()) or low == "board"
