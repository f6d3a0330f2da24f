"""A small story of our own, compared by hand: what the screens show does not hang on how good the engines are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tui.article import Article, Pair, Role, Sentence, Span
from tui.comparing import DEFAULT_IGNORE, IGNORABLE, Alignment, Edit, Kind, Link
from tui.comparison import Comparison
from tui.facts import FactType, Mention
from tui.screens.options import CompareOptions
from tui.screens.session import Session
from tui.verdicts import ComparedFact, Verdict

_ROLES: dict[str, Role] = {"@title ": "headline", "@by ": "byline", "@caption ": "caption", "@promo ": "promo"}

GAZETTE = """@title Old bridge closes after inspection
@by By Mara Lindqvist

The bridge over the Sill has been closed to lorries since Monday.|Inspectors found cracks in two of its piers.

It was opened in 1968 and carries 9,000 cars a day.|"Nobody is in danger," said the city engineer, Jonas Ek.

A new bridge would cost 40 million euros.|The council meets on Thursday.
@promo Read more: ten bridges that shook"""

HERALD = """@caption The bridge over the Sill in May. (Photo: our archive)

Lorries may no longer cross the bridge over the Sill.|"Nobody is in danger for now," said Jonas Ek, the city engineer.

The bridge, opened in 1971, carries 9,000 cars a day.|Inspectors found cracks in two of its piers.

Bus riders will have to change at the market square.|A new bridge would cost 40 million euros."""

CHRONICLE = """A heron has nested on the closed bridge over the Sill.|Birdwatchers come in the morning."""


def article(text: str, *, source: str | None = None, published: str | None = None, path: str | None = None) -> Article:
    """An article from lines: a blank line ends a paragraph, `|` a sentence, `@role ` begins furniture."""
    plain, sentences = "", []
    for paragraph, block in enumerate(text.split("\n")):
        role: Role = "body"
        line = block
        for prefix, name in _ROLES.items():
            if block.startswith(prefix):
                line, role = block.removeprefix(prefix), name
        for n, words in enumerate(line.split("|")):
            if words:
                plain += " " if n else ""
                sentences.append(Sentence(len(plain), len(plain) + len(words), paragraph, role))
                plain += words
        plain += "\n"
    title = next((plain[s.start : s.end] for s in sentences if s.role == "headline"), None)
    return Article(plain, tuple(sentences), "0" * 64, path=path, title=title, source=source, published=published)


def gazette() -> Article:
    return article(GAZETTE, source="Sill Gazette", published="2024-05-13")


def herald() -> Article:
    return article(HERALD, path="texts/herald.txt")


def chronicle() -> Article:
    return article(CHRONICLE, source="Evening Chronicle", published="2024-05-14")


def edits(a: Article, b: Article, in_a: tuple[int, ...], in_b: tuple[int, ...]) -> tuple[Edit, ...]:
    """Word by word, without a clean-up."""
    words_a, words_b = _words(a, in_a), _words(b, in_b)
    text_a = [a.text[s.start : s.end].strip() for s in words_a]
    text_b = [b.text[s.start : s.end].strip() for s in words_b]
    result = []
    for op, i, j, k, m in SequenceMatcher(None, text_a, text_b, autojunk=False).get_opcodes():
        at_a, at_b = words_a[min(i, len(words_a) - 1)].start, words_b[min(k, len(words_b) - 1)].start
        span_a = Span(words_a[i].start, words_a[j - 1].end) if j > i else Span(at_a, at_a)
        span_b = Span(words_b[k].start, words_b[m - 1].end) if m > k else Span(at_b, at_b)
        result.append(Edit("equal" if op == "equal" else "replace", span_a, span_b))
    return tuple(result)


def _words(of: Article, sentences: tuple[int, ...]) -> list[Span]:
    spans = []
    for n in sentences:
        s = of.sentences[n]
        spans += [Span(s.start + m.start(), s.start + m.end()) for m in re.finditer(r"\S+\s*", of.text_of(n))]
    return spans


def linked(
    a: Article,
    b: Article,
    links: Sequence[tuple[tuple[int, ...], tuple[int, ...], bool]],
    facts: Sequence[ComparedFact],
) -> Comparison:
    """A comparison from links `(sentences of A, of B, moved)`."""
    made = []
    for in_a, in_b, moved in links:
        steps = edits(a, b, in_a, in_b)
        kind: Kind = "same" if all(e.op == "equal" for e in steps) else "reworded"
        made.append(Link(in_a, in_b, kind, moved, 0.7, True, steps))
    only_a = tuple(i for i, s in enumerate(a.sentences) if not s.is_furniture and not any(i in link.a for link in made))
    only_b = tuple(j for j, s in enumerate(b.sentences) if not s.is_furniture and not any(j in link.b for link in made))
    hidden: dict[str, int] = {kind: 2 if kind == "quotes" else 0 for kind in IGNORABLE}
    alignment = Alignment("tellings", tuple(made), only_a, only_b, hidden)
    return Comparison(a, b, alignment, DEFAULT_IGNORE, (), tuple(facts))


def fact(
    a: Article, b: Article, kind: FactType, about: str, verdict: Verdict, told: tuple[str, str], *, copy: bool = False
) -> ComparedFact:
    """A fact by the words that tell it; empty words: that side does not."""
    mentions = Pair(*(_mentions(of, words) for of, words in zip((a, b), told, strict=True)))
    return ComparedFact(kind, about, verdict, f"{told[0] or 'nothing'} against {told[1] or 'nothing'}", mentions, copy)


def _mentions(of: Article, words: str) -> tuple[Mention, ...]:
    if not words:
        return ()
    at = of.text.index(words)
    return (Mention(at, at + len(words), words, words),)


def bridge() -> Comparison:
    """The Gazette against the Herald: one conflict, a moved sentence on each side, something told by one only."""
    a, b = gazette(), herald()
    facts = [
        fact(a, b, "date", "the bridge opened", "conflict", ("1968", "1971")),
        fact(a, b, "quote", "Nobody is in danger", "altered", ("Nobody is in danger,", "Nobody is in danger for now,")),
        fact(a, b, "quantity", "cars a day", "agree", ("9,000 cars", "9,000 cars"), copy=True),
        fact(a, b, "person", "Jonas Ek", "agree", ("Jonas Ek", "Jonas Ek")),
        fact(a, b, "date", "the council meets", "only-a", ("Thursday", "")),
        fact(a, b, "date", "closed to lorries", "only-a", ("Monday", "")),
        fact(a, b, "place", "the market square", "only-b", ("", "the market square")),
    ]
    links = [((2,), (1,), False), ((3,), (4,), True), ((4,), (3,), False), ((5,), (2,), True), ((6,), (6,), False)]
    return linked(a, b, links, facts)


def crossed() -> Comparison:
    """Two halves told in the opposite order: the second half of B is shown beside the first of A."""
    a = article("The keel was laid in May.|The mast was set in June.|Sails came later.|Then she left.")
    b = article("Sails came later.|Then she left.|The keel was laid in May.|The mast was set in June.")
    links = [((0,), (2,), True), ((1,), (3,), True), ((2,), (0,), False), ((3,), (1,), False)]
    return linked(a, b, links, [])


def mirrored(comparison: Comparison) -> Comparison:
    """The facts of the pair with its sides swapped; its links are left out."""
    facts = [
        replace(told, mentions=told.mentions.swapped(), speaker=told.speaker.swapped())
        for told in comparison.facts or ()
    ]
    return linked(comparison.b, comparison.a, [], facts)


def session(*comparisons: Comparison, more: tuple[Article, ...] = ()) -> Session:
    """A session in which these were compared already."""
    articles: list[Article] = []
    for comparison in comparisons:
        articles += [x for x in comparison.articles if x not in articles]
    made = Session([*articles, *more])
    for comparison in comparisons:
        made.keep(comparison, CompareOptions())
    return made
