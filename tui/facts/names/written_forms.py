"""Persons' names whose very form tells them: "Kim Jong-un" and 'Robert "Bob" Hale'.

Both are taken where the form is unmistakable, and nothing is said of other hyphens and other quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.facts.names.gazetteers import FIRST, Gazetteers
from tui.facts.names.tokens import Token

_SYLLABLE = 6
"""Letters: no part of a Korean or Chinese given name is longer."""
_COMPOUNDS = frozenset(
    """era led like style born based run held made owned free type only less mania gate level wide area bound ready
    hit ward side time day week month year old long term deep high low size page part way top line up
    backed built bred fed funded lite esque ish heavy mad proof rich plus pro anti aged elect class""".split()
)
"""What news hangs on a name with a hyphen, in small letters: "Obama-era", "Moss-led"."""
_QUOTES = frozenset({'"', "'"})


def second_syllable(tokens: Sequence[Token], last: int) -> bool:
    """Whether "-un" behind the token before `last` ends a given name: "Jong-un"."""
    rest = tokens[last - 1 : last + 2]
    if len(rest) < 3 or not all(a.end == b.start for a, b in pairwise(rest)):
        return False
    given, mark, end = (token.plain for token in rest)
    short = len(given) <= _SYLLABLE and 1 < len(end) <= _SYLLABLE
    return mark == "-" and short and given[0].isupper() and end.isalpha() and end.islower() and end not in _COMPOUNDS


def of_syllables(tokens: Sequence[Token], never: frozenset[str]) -> Iterator[tuple[int, int]]:
    """ "Ban Ki-moon": a short surname and a given name of two syllables, as first token and last + 1."""
    for i, (surname, given) in enumerate(pairwise(tokens)):
        low = surname.plain.lower()
        named = (
            surname.plain[0].isupper() and surname.plain.isalpha() and 1 < len(low) <= _SYLLABLE and low not in never
        )
        if named and surname.end < given.start and given.plain.lower() not in never and second_syllable(tokens, i + 2):
            yield i, i + 4


def nicknamed(words: Sequence[str], never: frozenset[str], gazetteers: Gazetteers) -> Iterator[tuple[int, int]]:
    """'Robert "Bob" Hale', 'Dwayne "The Rock" Hale': as first token and last + 1."""
    for k in range(1, len(words) - 3):
        if words[k] not in _QUOTES or not words[k - 1][0].isupper() or words[k - 1].lower() in never:
            continue
        close = next((n for n in range(k + 2, min(k + 4, len(words) - 1)) if words[n] == words[k]), None)
        if close is None or not all(word[0].isupper() and word.isalpha() for word in words[k + 1 : close]):
            continue
        last, first, called = words[close + 1], words[k - 1].lower(), words[close - 1].lower()
        short = len(called) > 2 and first.startswith(called[:3])
        known = short or any(FIRST in gazetteers.kinds(word) for word in (first, called))
        if last[0].isupper() and last.lower() not in never and known:
            yield k - 1, close + 2


def by_nickname(name: str) -> str | None:
    """'Robert "Bob" Hale' → "Bob Hale"; `None` where the name holds no nickname."""
    words = name.split()
    opens = next((n for n, word in enumerate(words) if n and word[0] in _QUOTES), None)
    closes = next((n for n, word in enumerate(words) if opens is not None and n >= opens and word[-1] in _QUOTES), None)
    if opens is None or closes is None or closes + 1 >= len(words):
        return None
    called = " ".join(words[opens : closes + 1])[1:-1]
    return f"{called} {' '.join(words[closes + 1 :])}"
