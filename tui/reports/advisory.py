"""Comparison → one line on what B changes in A, as a news desk writes it above a new version of a story.

"Updates death toll to 15 in paragraph 1; adds comment from Olaf Brandt in paragraph 5; rewords paragraph 2."
A is the earlier one. Every clause rests on a fact or a link; it claims no reason and no importance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tui.article import Article, Pair
from tui.comparison import Comparison
from tui.facts import NAME_TYPES, FactType, Mention
from tui.safe import safe_line
from tui.verdicts import ComparedFact

MOST = 12
"""Clauses; an advisory that is longer is not read."""
_QUOTED_WORDS = 6
_COMMENTS: tuple[FactType, FactType] = ("quote", "statement")
_TOLLS = {"death toll": {"killed", "dead", "died", "deaths"}, "number of injured": {"injured", "wounded", "hurt"}}
_Kind = Literal["headline", "changed", "added", "dropped", "moved", "reworded"]
_ORDER: tuple[_Kind, ...] = ("headline", "changed", "added", "dropped", "moved", "reworded")


@dataclass(frozen=True, order=True)
class _Clause:
    rank: int
    paragraph: int
    """Of B, or of A for what B drops; 0 is the headline."""
    at: int
    """Code points into that article: what orders the clauses of one paragraph."""
    words: str


def advisory_line(comparison: Comparison) -> str:
    """The line, ended by a full stop. Of a pair that says the same: `No change.`"""
    if comparison.is_same:
        return "No change."
    writer = _Writer(comparison)
    clauses = list(dict.fromkeys(clause.words for clause in sorted(writer.clauses())))
    rest = len(clauses) - MOST
    shown = clauses[:MOST] + ([f"and {rest} more {'change' if rest == 1 else 'changes'}"] if rest > 0 else [])
    line = "; ".join(shown) or "changes nothing but wording or order"
    return f"{line[0].upper()}{line[1:]}."


class _Writer:
    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._articles = comparison.articles
        self._numbers = Pair(_numbers(comparison.a), _numbers(comparison.b))
        self._told: Pair[set[int]] = Pair(set(), set())
        """Sentences that a clause speaks of already."""
        self._quoted: Pair[set[int]] = Pair(set(), set())
        """Sentences whose comment a clause speaks of: when it was made is no more news."""

    def clauses(self) -> Iterator[_Clause]:
        yield from self._headline()
        for fact in sorted(self._comparison.facts or (), key=lambda fact: fact.type not in _COMMENTS):
            if fact.verdict in ("only-a", "only-b"):
                yield from self._one_sided(fact)
            else:
                yield from self._changed(fact)
        yield from self._sentences()
        yield from self._moves()
        yield from self._reworded()

    def _headline(self) -> Iterator[_Clause]:
        titles = [
            [article.text_of(n).split() for n, s in enumerate(article.sentences) if s.role == "headline"]
            for article in self._articles
        ]
        if titles[0] != titles[1]:
            verb = "changes" if all(titles) else "adds" if titles[1] else "drops"
            yield _Clause(_ORDER.index("headline"), 0, 0, f"{verb} headline")

    def _changed(self, fact: ComparedFact) -> Iterator[_Clause]:
        mention = self._first(1, fact.mentions.b)
        words = _change(fact)
        if words:
            self._told.a.update(self._articles.a.sentence_at(m.start) for m in fact.mentions.a)
            yield self._clause("changed", 1, mention.start, words)

    def _one_sided(self, fact: ComparedFact) -> Iterator[_Clause]:
        """What B adds or drops: words of a source, a person, a date, a figure."""
        side = 0 if fact.verdict == "only-a" else 1
        mention = self._first(side, fact.mentions[side])
        sentence = self._articles[side].sentence_at(mention.start)
        if self._articles[side].sentences[sentence].is_furniture:
            return
        kind: _Kind = "added" if side else "dropped"
        verb = "adds" if side else "drops"
        if fact.type in _COMMENTS:
            self._quoted[side].add(sentence)
            source = ", ".join(map(safe_line, fact.speaker[side]))
            yield self._clause(kind, side, mention.start, f"{verb} comment{f' from {source}' if source else ''}")
        elif fact.type in ("quantity", "age", "date") and sentence not in self._quoted[side]:
            yield self._clause(kind, side, mention.start, f"{verb} {_named(fact)}: {safe_line(mention.text)}")

    def _sentences(self) -> Iterator[_Clause]:
        """What stands on one side alone and holds no fact that was told of."""
        alignment = self._comparison.alignment
        for side, only, verb in ((0, alignment.only_a, "drops"), (1, alignment.only_b, "adds")):
            for n in only:
                if n not in self._told[side] and self._articles[side].sentences[n].role != "headline":
                    start = self._articles[side].sentences[n].start
                    opening = _opening(self._articles[side].text_of(n))
                    yield self._clause("added" if side else "dropped", side, start, f"{verb} {opening}")

    def _moves(self) -> Iterator[_Clause]:
        for link in self._comparison.alignment.links:
            if link.primary and link.moved and self._comparison.mode == "revision":
                a, b = self._numbers.a[link.a[0]], self._numbers.b[link.b[0]]
                at = self._articles.b.sentences[link.b[0]].start
                opening = _opening(self._articles.b.text_of(link.b[0]))
                words = f"moves {opening} from paragraph {a} to paragraph {b}"
                yield _Clause(_ORDER.index("moved"), b, at, words)

    def _reworded(self) -> Iterator[_Clause]:
        """The paragraphs in which words differ that no other clause speaks of, in one clause."""
        changed = {
            self._numbers.b[j]
            for link in self._comparison.alignment.links
            if link.kind != "same" and link.primary and not self._told.b.intersection(link.b)
            for j in link.b
        } - {0}
        if changed:
            numbers = [str(number) for number in sorted(changed)]
            where = f"paragraph {numbers[0]}" if len(numbers) == 1 else f"paragraphs {_listed(numbers)}"
            yield _Clause(_ORDER.index("reworded"), 0, 0, f"rewords {where}")

    def _clause(self, kind: _Kind, side: int, at: int, words: str) -> _Clause:
        sentence = self._articles[side].sentence_at(at)
        self._told[side].add(sentence)
        number = self._numbers[side][sentence]
        place = f"paragraph {number}" if number else "the headline"
        where = f"in {place}" if side else f"(was in {place})"
        return _Clause(_ORDER.index(kind), number, at, f"{words} {where}")

    def _first(self, side: int, mentions: Sequence[Mention]) -> Mention:
        """The first mention in the body, else in the headline, else anywhere."""
        article = self._articles[side]
        ranks = {"body": 0, "headline": 1}
        return min(
            mentions, key=lambda m: (ranks.get(article.sentences[article.sentence_at(m.start)].role, 2), m.start)
        )


def _change(fact: ComparedFact) -> str:
    """What B makes of a thing that both tell; nothing where it says the same."""
    if fact.type in _COMMENTS:
        return _quote_change(fact)
    if fact.verdict not in ("conflict", "compatible", "altered", "cut"):
        return ""
    new = safe_line(fact.mentions.b[0].text)
    if fact.type in NAME_TYPES:
        return f"changes name {safe_line(fact.mentions.a[0].text)} to {new}" if fact.verdict == "conflict" else ""
    verb = "corrects" if fact.type == "date" and fact.verdict == "conflict" else "updates"
    named = _named(fact)
    if named in _TOLLS:
        new = new.removesuffix(fact.mentions.b[0].value.partition(" ")[2]).rstrip()
    return f"{verb} {named} to {new}"


def _quote_change(fact: ComparedFact) -> str:
    source = ", ".join(map(safe_line, fact.speaker.b or fact.speaker.a))
    whose = f" from {source}" if source else ""
    if fact.speakers_differ:
        return f"attributes a comment to {source}"
    if fact.verdict == "altered":
        return f"changes wording of comment{whose}"
    if fact.verdict != "cut":
        return ""
    a, b = (sum(len(mention.text) for mention in side) for side in fact.mentions)
    return f"{'extends' if b > a else 'shortens'} comment{whose}"


def _named(fact: ComparedFact) -> str:
    """What a desk calls the thing: `death toll`, `age of the mayor`, `year (bridge opened)`, `figure (seats)`."""
    about = safe_line(fact.about)
    if fact.type == "age":
        return about if about.startswith("age") else f"age of {about}"
    if fact.type == "date":
        years = all(re.fullmatch(r"\d{4}", m.value) for side in fact.mentions for m in side)
        return f"{'year' if years else 'date'} ({about})"
    words = set(about.lower().split())
    return next((noun for noun, cues in _TOLLS.items() if words & cues), f"figure ({about})")


def _numbers(article: Article) -> list[int]:
    """The paragraph of each sentence as a reader counts them, from 1; 0 for the headline."""
    numbers, seen = [], -1
    count = 0
    for sentence in article.sentences:
        if sentence.role == "body" and sentence.paragraph != seen:
            count, seen = count + 1, sentence.paragraph
        numbers.append(0 if sentence.role == "headline" else max(1, count))
    return numbers


def _opening(text: str) -> str:
    words = safe_line(text).split()
    more = " …" if len(words) > _QUOTED_WORDS else ""
    opening = " ".join(words[:_QUOTED_WORDS]).strip('“”"')
    return f"“{opening}{more}”"


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}"
