"""Quotes and statements of two tellings held against each other: the same, cut, altered, another speaker.

Quotations are joined by their words alone, candidates through shared words that are rare in the two texts. Words that
differ inside the shared part make a quotation altered; words that only one side has before or behind it, or where it
shows an ellipsis or brackets, make it cut. Agreement on the words of a speaker is what both heard, so it is the same
copy only where the prose around the quotation is copied as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui.article import Pair
from tui.facts import Fact, Mention
from tui.frozen import dataclass
from tui.verdicts.quotejoins import Joint, join_quotes
from tui.verdicts.quotewords import Difference, difference
from tui.verdicts.verdict import ComparedFact, Ground, Verdict

_DETERMINERS = frozenset("a an the one another other some two several".split())
_PROSE = 4  # words outside the quotation that make its sentence a telling of its own


def weigh_quotes(ground: Ground, facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> list[ComparedFact]:
    """The verdicts over all facts of the types `quote` and `statement`; other facts are passed over."""
    weighed: list[ComparedFact] = []
    for kind in ("quote", "statement"):
        sides = Pair([f for f in facts_a if f.type == kind], [f for f in facts_b if f.type == kind])
        joints = join_quotes(ground, sides)
        weighed.extend(_joined(ground, joint) for joint in joints)
        met_a = {id(fact) for joint in joints for fact in joint.a}
        met_b = {id(fact) for joint in joints for fact in joint.b}
        weighed.extend(_alone(fact, "only-a") for fact in sides.a if id(fact) not in met_a)
        weighed.extend(_alone(fact, "only-b") for fact in sides.b if id(fact) not in met_b)
    return weighed


@dataclass(frozen=True, slots=True)
class _Sides:
    """What a joint says on each side."""

    mentions: Pair[tuple[Mention, ...]]
    words: Pair[str]
    speaker: Pair[tuple[str, ...]]
    verb: Pair[str | None]


def _sides(ground: Ground, joint: Joint) -> _Sides:
    def mentions(facts: tuple[Fact, ...]) -> tuple[Mention, ...]:
        return tuple(sorted((m for f in facts for m in f.mentions), key=lambda m: (m.start, m.end)))

    def words(side: int, facts: tuple[Fact, ...]) -> str:
        return _passage(ground.articles[side].text, [f.mentions[0] for f in facts])

    def speaker(facts: tuple[Fact, ...]) -> tuple[str, ...]:
        return next((f.speaker for f in facts if f.speaker), ())

    def verb(facts: tuple[Fact, ...]) -> str | None:
        return next((f.verb for f in facts if f.verb), None)

    return _Sides(
        Pair(mentions(joint.a), mentions(joint.b)),
        Pair(words(0, joint.a), words(1, joint.b)),
        Pair(speaker(joint.a), speaker(joint.b)),
        Pair(verb(joint.a), verb(joint.b)),
    )


def _passage(text: str, mentions: Sequence[Mention]) -> str:
    """The words of several quotations, with an ellipsis where the article's own prose stands between."""
    words = mentions[0].text
    for before, here in pairwise(mentions):
        between = any(c.isalnum() for c in text[before.end : here.start])
        words += f" … {here.text}" if between else f" {here.text}"
    return words


def _joined(ground: Ground, joint: Joint) -> ComparedFact:
    sides = _sides(ground, joint)
    found = difference(sides.words.a, sides.words.b)
    kind = joint.a[0].type
    verdict: Verdict = found.verdict
    if kind == "statement" and verdict != "agree":
        verdict = "compatible"
    differ = speakers_differ(*sides.speaker)
    return ComparedFact(
        kind,
        max((joint.a[0].about, joint.b[0].about), key=lambda about: (len(about), about)),
        verdict,
        _rule(verdict, found, sides, differ=differ),
        sides.mentions,
        same_copy=verdict == "agree" and _same_copy(ground, sides.mentions),
        speaker=sides.speaker,
        speakers_differ=differ,
        verb=sides.verb,
    )


def _alone(fact: Fact, verdict: Verdict) -> ComparedFact:
    here, none = fact.mentions, ()
    said = "quoted" if fact.type == "quote" else "told in indirect speech"
    first = verdict == "only-a"
    return ComparedFact(
        fact.type,
        fact.about,
        verdict,
        f"“{fact.about}” is {said} on this side alone",
        Pair(here, none) if first else Pair(none, here),
        speaker=Pair(fact.speaker, ()) if first else Pair((), fact.speaker),
        verb=Pair(fact.verb, None) if first else Pair(None, fact.verb),
    )


def speakers_differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both sides name speakers and nobody is on both. A description ("a relative") contradicts no name."""
    if not a or not b or not all(_is_name(name) for name in a + b):
        return False
    return not ({_surname(name) for name in a} & {_surname(name) for name in b})


def _is_name(speaker: str) -> bool:
    """A name, not a description: "a relative", "One person"."""
    words = speaker.split()
    return bool(words) and words[0].casefold() not in _DETERMINERS and not words[-1].islower()


def _surname(name: str) -> str:
    words = name.casefold().split()
    return words[-1] if words else ""


def _rule(verdict: Verdict, found: Difference, sides: _Sides, *, differ: bool) -> str:
    if verdict == "agree":
        rule = "the same words"
        if found.spelling:
            rule += f", but for spelling ({found.spelling})"
    elif verdict == "compatible":
        rule = "both tell in indirect speech, in other words, what was said"
    elif verdict == "cut":
        rule = f"one is a part of the other; left out: {found.left_out}"
    else:
        rule = f"the words differ inside the shared part: {found.changed}"
        if found.left_out:
            rule += f"; left out: {found.left_out}"
    if differ:
        rule += f"; said by {' and '.join(sides.speaker.a)} against {' and '.join(sides.speaker.b)}"
    elif sides.verb.a and sides.verb.b and sides.verb.a.casefold() != sides.verb.b.casefold():
        rule += f"; “{sides.verb.a}” against “{sides.verb.b}”"
    return rule


def _same_copy(ground: Ground, mentions: Pair[tuple[Mention, ...]]) -> bool:
    """Whether a sentence that holds the quotation, its attribution included, is one run of words in both texts."""
    return any(
        _has_prose(wide_a, a) and ground.in_one_run(wide_a, wide_b)
        for a in mentions.a[:3]
        for b in mentions.b[:3]
        for wide_a, wide_b in [(_widened(ground, 0, a), _widened(ground, 1, b))]
    )


def _widened(ground: Ground, side: int, mention: Mention) -> Mention:
    """The mention made as long as its sentence."""
    article = ground.articles[side]
    sentence = article.sentences[article.sentence_at(mention.start)]
    start, end = min(sentence.start, mention.start), max(sentence.end, mention.end)
    return Mention(start, end, article.text[start:end], mention.value)


def _has_prose(wide: Mention, mention: Mention) -> bool:
    return len(wide.text.split()) - len(mention.text.split()) >= _PROSE
