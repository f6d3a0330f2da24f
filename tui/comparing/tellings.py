"""Two tellings of one story: links between their sentences, with the edits inside each."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from tui.comparing.chain import heaviest_chain
from tui.comparing.edits import edits_along, edits_between
from tui.comparing.evidence import Evidence
from tui.comparing.features import are_left_out, are_passed_over
from tui.comparing.link import IGNORABLE, Alignment, ByHand, Edit, Ignorable, Kind, Link
from tui.comparing.linking import Linked, linked, scored_pairs, twins
from tui.comparing.mirror import mirrored_edits
from tui.comparing.passage import Passage, Side
from tui.comparing.readable import COPIED

RARER_WORDS_ONLY = (
    "The texts are so long that sentences were linked by their rarer words only; some links may be missing."
)

LIKELIEST_ONLY = (
    "So many long sentences are alike that only the likeliest pairs of them were looked at; some links may be missing."
)
SHOWN_WHOLE = (
    "So many sentences are like many others that not every reference was compared word by word; the rest stand whole."
)
_REFERENCED_WORDS = 300_000
"""Words of the references, links beside the one that shows a sentence, that are diffed: some 1 s. Two articles of 500
words have some 500."""


def aligned_tellings(a: Side, b: Side, ignore: frozenset[Ignorable], by_hand: ByHand) -> Alignment:
    """Links of two tellings, in the order of A."""
    of_a, of_b = a.evidence, b.evidence
    index_a, index_b = [e.index for e in of_a], [e.index for e in of_b]
    places_a, places_b = ({index: n for n, index in enumerate(some)} for some in (index_a, index_b))
    said = {(places_a[i], places_b[j]): on for (i, j), on in by_hand.items() if i in places_a and j in places_b}
    found = linked(scored_pairs(of_a, of_b), index_a, index_b, said)
    moved = _moved(found, of_a, of_b)
    same = [e.words for e in of_a] == [e.words for e in of_b]
    hidden: Counter[str] = Counter(dict.fromkeys(IGNORABLE, 0))
    links = []
    diffed = _diffed(found, a, b)
    for n, (one, is_moved) in enumerate(zip(found, moved, strict=True)):
        some_a, some_b = tuple(index_a[i] for i in one.a), tuple(index_b[j] for j in one.b)
        p, q = a.passage(some_a), b.passage(some_b)
        if n >= diffed and p.keys != q.keys:
            edits, counts = edits_along((), p, q, ignore)
        elif same and some_a > some_b:  # an article beside itself, whatever its quotes: the mirror of another link
            turned, counts = edits_between(q, p, ignore)
            edits = mirrored_edits(turned)
        else:
            edits, counts = edits_between(p, q, ignore)
        if one.primary:
            hidden.update(counts)
        kind = _kind(edits, p)
        likeness = 1.0 if kind == "same" else round(one.score, 3)
        links.append(Link(some_a, some_b, kind, is_moved, likeness, one.primary, edits, one.by_hand))
    links.sort(key=lambda link: (link.a, link.b))
    told_a = {i for link in links for i in link.a}
    told_b = {j for link in links for j in link.b}
    return Alignment(
        "tellings",
        tuple(links),
        tuple(i for i in index_a if i not in told_a),
        tuple(j for j in index_b if j not in told_b),
        dict(hidden),
        limits=tuple(_limits(of_a, of_b, shown_whole=diffed < len(found))),
    )


def _diffed(found: Sequence[Linked], a: Side, b: Side) -> int:
    """How many of the links are compared word by word: all but the references that `_REFERENCED_WORDS` do not pay for.

    References with one score go together: so the mirror has the same.
    """
    left = _REFERENCED_WORDS
    for n, one in enumerate(found):
        if one.primary:
            continue
        left -= a.size(one.a[0]) + b.size(one.b[0])
        if left < 0:
            while not found[n - 1].primary and found[n - 1].score == one.score:
                n -= 1
            return n
    return len(found)


def _limits(a: Sequence[Evidence], b: Sequence[Evidence], *, shown_whole: bool) -> Iterator[str]:
    if are_left_out(a, b, twins(a, b)):
        yield RARER_WORDS_ONLY
    if are_passed_over(a, b):
        yield LIKELIEST_ONLY
    if shown_whole:
        yield SHOWN_WHOLE


def _moved(found: list[Linked], a: Sequence[Evidence], b: Sequence[Evidence]) -> list[bool]:
    """For each link whether it breaks the order that the heaviest chain of shown links keeps."""
    shown = [one for one in found if one.primary]
    letters = [
        sum([len(w) for side, some in ((a, one.a), (b, one.b)) for n in some for w in side[n].words]) for one in shown
    ]
    weights = [one.score * (1 + some) for one, some in zip(shown, letters, strict=True)]
    chain = heaviest_chain([(one.a[0], one.b[0]) for one in shown], weights)
    kept = [(shown[n].a[0], shown[n].b[0]) for n in chain]
    return [_breaks(kept, one.a[0], one.b[0]) for one in found]


def _breaks(chain: Sequence[tuple[int, int]], a: int, b: int) -> bool:
    """Whether a pair crosses one of the chain; as that ascends, its neighbours on side A tell."""
    before, after = bisect_left(chain, (a, -1)) - 1, bisect_left(chain, (a + 1, -1))
    return (before >= 0 and chain[before][1] > b) or (after < len(chain) and chain[after][1] < b)


def _kind(edits: tuple[Edit, ...], a: Passage) -> Kind:
    if all(edit.op == "equal" for edit in edits):
        return "same"
    starts = [word.start for n, word in enumerate(a.words) if not a.is_mark(n)]
    spans = [edit.a for edit in edits if edit.op == "equal"]
    copied = (bisect_left(starts, span.end) - bisect_left(starts, span.start) for span in spans)
    return "quoted" if any(n >= COPIED for n in copied) else "reworded"
