"""Which quotations of two tellings are the same utterance.

Candidates share a word that is rare in the two texts; a pair stands where most of the shorter one is found in the
longer. Sentences that one side splits and the other does not are joined part by part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tui.article import Article, Pair
from tui.facts import Fact
from tui.frozen import dataclass
from tui.verdicts.quotewords import Word, blocks_of, is_content, same_letters, words_of
from tui.verdicts.verdict import Ground

_SMALL = 0.3  # weight of a small word beside a content word's 1
_MOST = 0.6  # of the shorter one's weight, for two quotations that are the same utterance
_STATED = 0.75  # the same for indirect speech, which is nobody's exact words
_WIDE = 12  # quotations that may share a word before it stops proposing pairs
_NEAR = 400  # code points between two quotations of one passage


@dataclass(frozen=True, slots=True)
class Joint:
    """The quotations of each side that are one utterance, in text order."""

    a: tuple[Fact, ...]
    b: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    i: int
    j: int
    score: float
    part: float
    """Share of the shorter one's weight that both have."""
    a: tuple[int, int]
    """The words of A's quotation from the first shared to the last."""
    b: tuple[int, int]
    clean: bool
    """No words differ between the first shared and the last."""


def join_quotes(ground: Ground, sides: Pair[list[Fact]]) -> list[Joint]:
    """Joints in the order of A's text. The same whichever side comes first."""
    words = Pair([words_of(f.mentions[0].text) for f in sides.a], [words_of(f.mentions[0].text) for f in sides.b])
    found = [m for i, j in _candidates(words) if (m := _match(ground, sides, words, i, j))]
    found = _without_like_words(found, ground, sides)
    taken: Pair[set[int]] = Pair(set(), set())
    groups: list[tuple[list[int], list[int]]] = []
    ranked = sorted(found, key=lambda m: (-m.score, -m.part, m.i + m.j, abs(m.i - m.j), _order(sides, m)))
    for match in ranked:
        if match.i not in taken.a and match.j not in taken.b:
            taken.a.add(match.i)
            taken.b.add(match.j)
            groups.append(([match.i], [match.j]))
    _split_parts(groups, ranked, sides, taken)
    joints = [
        Joint(tuple(sides.a[i] for i in sorted(left)), tuple(sides.b[j] for j in sorted(right)))
        for left, right in groups
    ]
    joints.extend(_leftover(ranked, sides, taken))
    return sorted(joints, key=lambda joint: (joint.a[0].mentions[0].start, joint.b[0].mentions[0].start))


def _order(sides: Pair[list[Fact]], match: _Match) -> tuple[str, ...]:
    """A last tie-break that does not know which side is which."""
    return tuple(sorted((sides.a[match.i].mentions[0].value, sides.b[match.j].mentions[0].value)))


def _candidates(words: Pair[list[list[Word]]]) -> list[tuple[int, int]]:
    holders: Pair[dict[str, list[int]]] = Pair(defaultdict(list), defaultdict(list))
    for side, index in zip(words, holders, strict=True):
        for n, quotation in enumerate(side):
            for key in {w.key for w in quotation}:
                index[key].append(n)
    pairs: set[tuple[int, int]] = set()
    for key in sorted(holders.a.keys() & holders.b.keys()):
        left, right = holders.a[key], holders.b[key]
        if is_content(key) and len(left) <= _WIDE and len(right) <= _WIDE:
            pairs.update((i, j) for i in left for j in right)
    whole: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, quotation in enumerate(words.a):
        whole[tuple(w.key for w in quotation)].append(i)
    for j, quotation in enumerate(words.b):
        pairs.update((i, j) for i in whole.get(tuple(w.key for w in quotation), ())[:_WIDE])
    return sorted(pairs)


def _match(ground: Ground, sides: Pair[list[Fact]], words: Pair[list[list[Word]]], i: int, j: int) -> _Match | None:
    a, b = words.a[i], words.b[j]
    steps = blocks_of(a, b)
    same = [step for step in steps if step.same]
    if not same:
        return None
    shared = sum(
        _weight(a[step.a : step.a_end]) for step in same if step.a_end - step.a > 1 or is_content(a[step.a].key)
    )
    content = sum(is_content(w.key) for step in same for w in a[step.a : step.a_end])
    respelt = sum(
        same_letters(a[s.a : s.a_end], b[s.b : s.b_end])
        for s in steps
        if not s.same and s.a < s.a_end and s.b < s.b_end
    )
    shorter = min(_weight(a), _weight(b))
    part = (shared + respelt) / shorter if shorter else 0.0
    fact_a, fact_b = sides.a[i], sides.b[j]
    linked = any(ground.linked(m, n) for m in fact_a.mentions[:3] for n in fact_b.mentions[:3])
    kin = bool(set(fact_a.speaker) & set(fact_b.speaker))
    if fact_a.type == "statement":
        if not (linked and part >= _STATED and content >= 3 and (kin or not fact_a.speaker or not fact_b.speaker)):
            return None
    elif not _enough(part, content + respelt, min(len(a), len(b)), near=linked or kin, whole=_is_whole(a, b)):
        return None
    span_a, span_b = (same[0].a, same[-1].a_end), (same[0].b, same[-1].b_end)
    clean = all(step.same for step in steps[steps.index(same[0]) : steps.index(same[-1]) + 1])
    return _Match(i, j, shared + 0.5 * linked + 0.25 * kin, part, span_a, span_b, clean)


def _is_whole(a: Sequence[Word], b: Sequence[Word]) -> bool:
    return [w.key for w in a] == [w.key for w in b]


def _enough(part: float, content: int, shorter: int, *, near: bool, whole: bool) -> bool:
    """Whether the shared words make one utterance. A fragment of a few words has to stand whole in the other."""
    if whole and (near or shorter >= 3):
        return True
    if shorter <= 3:
        return (part > 0.99 and content >= (1 if near else 2)) or (near and part >= _MOST and content >= 2)
    return part >= _MOST and content >= 2


def _weight(words: Sequence[Word]) -> float:
    return sum(0.0 if w.kind == "ellipsis" else 1.0 if is_content(w.key) else _SMALL for w in words)


def _without_like_words(found: list[_Match], ground: Ground, sides: Pair[list[Fact]]) -> list[_Match]:
    """The matches without those whose neighbours say that they are two utterances in like words.

    So it is where both stand in longer quotations, none of whose other sentences meet here, and one of them meets
    another passage of the other side.
    """
    of_a: dict[int, list[_Match]] = defaultdict(list)
    of_b: dict[int, list[_Match]] = defaultdict(list)
    for match in found:
        of_a[match.i].append(match)
        of_b[match.j].append(match)

    def elsewhere(match: _Match) -> bool:
        beside_a = _in_paragraph(ground.articles.a, sides.a, match.i)
        beside_b = _in_paragraph(ground.articles.b, sides.b, match.j)
        meetings = [m for i in sorted(beside_a) for m in of_a[i]] + [m for j in sorted(beside_b) for m in of_b[j]]
        if not beside_a or not beside_b or any(m.i in beside_a and m.j in beside_b for m in meetings):
            return False
        return any(m.part > 0.9 for m in meetings)

    return [match for match in found if match.clean or not elsewhere(match)]


def _in_paragraph(article: Article, facts: Sequence[Fact], n: int) -> set[int]:
    """The quotations of the same speaker just before and behind, in the same paragraph."""

    def paragraph(k: int) -> int:
        return article.sentences[article.sentence_at(facts[k].mentions[0].start)].paragraph

    return {k for k in _beside(facts, n) if paragraph(k) == paragraph(n)}


def _beside(facts: Sequence[Fact], n: int) -> set[int]:
    """The quotations of the same speaker just before and behind."""
    beside = set()
    for k in (n - 1, n + 1):
        if 0 <= k < len(facts) and facts[k].speaker == facts[n].speaker:
            first, second = facts[min(k, n)].mentions[0], facts[max(k, n)].mentions[0]
            if second.start - first.end <= _NEAR:
                beside.add(k)
    return beside


def _split_parts(
    groups: list[tuple[list[int], list[int]]], ranked: Sequence[_Match], sides: Pair[list[Fact]], taken: Pair[set[int]]
) -> None:
    """Adds to a joint the sentences that stand beside its own and cover other words of the same partner."""
    spans = {(m.i, m.j): m for m in ranked}
    by_a = {left[0]: (left, right) for left, right in groups}
    by_b = {right[0]: (left, right) for left, right in groups}
    for match in ranked:
        free_a, free_b = match.i not in taken.a, match.j not in taken.b
        if free_a == free_b:
            continue
        left, right = by_b[match.j] if free_a and match.j in by_b else by_a.get(match.i, ([], []))
        if not left or (len(right) > 1 if free_a else len(left) > 1):
            continue
        if free_a:
            apart = all(_apart(spans[(i, match.j)].b, match.b) for i in left)
            if apart and _beside_one_of(sides.a, match.i, left):
                left.append(match.i)
                taken.a.add(match.i)
        elif all(_apart(spans[(match.i, j)].a, match.a) for j in right) and _beside_one_of(sides.b, match.j, right):
            right.append(match.j)
            taken.b.add(match.j)


def _beside_one_of(facts: Sequence[Fact], n: int, group: Sequence[int]) -> bool:
    return any(n in _beside(facts, k) for k in group)


def _apart(x: tuple[int, int], y: tuple[int, int]) -> bool:
    """Whether two runs of words overlap by one at most."""
    return x[1] <= y[0] + 1 or y[1] <= x[0] + 1


def _leftover(ranked: Sequence[_Match], sides: Pair[list[Fact]], taken: Pair[set[int]]) -> list[Joint]:
    """Quotations that repeat a part of one already joined, each with its best partner: a fragment in the lead, say."""
    joints = []
    for match in ranked:
        free_a, free_b = match.i not in taken.a, match.j not in taken.b
        if free_a != free_b and match.clean:
            joints.append(Joint((sides.a[match.i],), (sides.b[match.j],)))
            taken.a.add(match.i)
            taken.b.add(match.j)
    return joints
