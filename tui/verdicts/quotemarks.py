"""Where two quotations that belong together differ: the places, for whoever shows their words.

The verdict is `quotewords`' business; here its steps get offsets into the two texts, and nothing is weighed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tui.article import Pair, Span
from tui.frozen import dataclass
from tui.verdicts.quotewords import Block, Word, blocks_of, same_letters, words_of

_BEFORE = 2
"""Words before a difference that are shown with it."""
_LONGEST = 400
"""Words of a quotation that are laid side by side to be looked at; longer ones are shown unmarked."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Offsets into the two texts."""

    words: Pair[tuple[Span, ...]]
    """What differs, or stands on one side alone."""
    first: Pair[int]
    """Where to begin to read so that a difference is in sight soon; 0 is the beginning."""
    shared: int
    """Words that both have."""


@lru_cache(maxsize=256)
def differences(a: str, b: str) -> Differences:
    """The places at which two quotations differ; swapping the texts swaps the sides."""
    words = Pair(words_of(a), words_of(b))
    if max(map(len, words)) > _LONGEST:
        return Differences(Pair((), ()), Pair(0, 0), 0)
    steps = blocks_of(*words)
    apart = [s for s in steps if not s.same and not same_letters(words.a[s.a : s.a_end], words.b[s.b : s.b_end])]
    places = Pair(_places(a, words.a), _places(b, words.b))
    spans = Pair(_spans(places.a, [(s.a, s.a_end) for s in apart]), _spans(places.b, [(s.b, s.b_end) for s in apart]))
    shared = sum(s.a_end - s.a for s in steps if s.same)
    return Differences(spans, _begin(steps, apart, places), shared)


def _begin(steps: Sequence[Block], apart: Sequence[Block], places: Pair[list[Span]]) -> Pair[int]:
    """At what differs inside the shared part; else where this begins, if one begins before it; else where it ends."""
    same = [s for s in steps if s.same]
    if not same or not apart:
        return Pair(0, 0)
    inside = next((s for s in apart if same[0].a_end <= s.a and s.a_end <= same[-1].a), None)
    first = inside or (same[0] if same[0].a or same[0].b else apart[-1])
    return Pair(_back(places.a, first.a), _back(places.b, first.b))


def _back(places: Sequence[Span], word: int) -> int:
    at = max(0, word - _BEFORE)
    return places[at].start if at and places else 0


def _places(text: str, words: Sequence[Word]) -> list[Span]:
    """Where each word stands: they come in the order of the text, as they are written."""
    places: list[Span] = []
    at = 0
    for word in words:
        found = max(at, text.find(word.text, at)) if word.kind != "ellipsis" else at
        at = found + len(word.text) * (word.kind != "ellipsis")
        places.append(Span(found, at))
    return places


def _spans(places: Sequence[Span], stretches: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(places[start].start, places[end - 1].end) for start, end in stretches if end > start)
