"""The facts panel's contents: which facts in which order, and what each line says. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import Literal

from rich.cells import cell_len

from tui.article import Article, Pair
from tui.facts import NAME_TYPES, FactType, Mention
from tui.frozen import dataclass
from tui.rows import Side
from tui.rows.prominence import WORDS, Prominence, by_prominence, sentences_by_prominence
from tui.safe import safe_line
from tui.verdicts import SIGNS, ComparedFact, Verdict

NAMES: dict[Verdict, str] = {
    "conflict": "conflict",
    "altered": "altered",
    "cut": "cut",
    "compatible": "compatible",
    "agree": "agree",
    "only-a": "told by A only",
    "only-b": "told by B only",
}
TYPES: tuple[FactType, ...] = (
    "person", "organisation", "place", "work", "date", "quantity", "age", "quote", "statement",
)  # fmt: skip
Group = Literal["names", "only-a", "only-b", "alone-a", "alone-b"]
"""What stands behind one line until it is opened: names that agree, facts and sentences that one side alone tells."""
OF_SENTENCES: frozenset[Group] = frozenset({"alone-a", "alone-b"})
FEWEST_NAMES = 3
"""Agreed names from which they stand behind one line: they are half of a panel and seldom what a reader looks for."""

NO_SENTENCES: Pair[Sequence[int]] = Pair((), ())


@dataclass(frozen=True, slots=True)
class Entry:
    """A line (or three) of the panel: a fact, a sentence, the line that a group stands behind, or a place in it."""

    verdict: Verdict
    fact: int | None = None
    """Index into the comparison's facts; `None` for all else."""
    sentence: tuple[Side, int] | None = None
    """One that the other side does not tell."""
    group: Group | None = None
    """What it stands in, or is the line of."""
    words: str = ""
    """What the line of a group or a place says."""
    is_open: bool | None = None
    """Of the line of a group."""


@dataclass(frozen=True, slots=True)
class FactFilter:
    """What the reader wants to see; empty sets mean everything."""

    verdicts: frozenset[Verdict] = frozenset()
    types: frozenset[FactType] = frozenset()
    dismissed: bool = False

    def passes(self, fact: ComparedFact) -> bool:
        return (not self.verdicts or fact.verdict in self.verdicts) and (not self.types or fact.type in self.types)

    @property
    def is_empty(self) -> bool:
        return not self.verdicts and not self.types

    @property
    def words(self) -> str:
        """`only ≠ ≈ date`, in the order of the list that is chosen from; nothing where nothing is filtered."""
        signs = [SIGNS[verdict] for verdict in NAMES if verdict in self.verdicts]
        names = [kind for kind in TYPES if kind in self.types]
        return "" if self.is_empty else " ".join(["only", *signs, ", ".join(names)]).rstrip()


@dataclass(frozen=True)
class Entries:
    """What the panel lists."""

    articles: Pair[Article]
    facts: Sequence[ComparedFact]
    alone: Pair[Sequence[int]] = NO_SENTENCES
    """The sentences that one side alone tells."""
    shown: FactFilter = field(default_factory=FactFilter)
    turned: frozenset[Group] = frozenset()
    """Groups that the reader opened; where facts are filtered, which opens them all, those that he closed."""
    is_dismissed: Callable[[int], bool] = lambda _: False

    def listed(self) -> list[Entry]:
        """Gravest first, as the comparison gives them; then names that agree, and what each side alone tells."""
        entries: list[Entry] = []
        groups: dict[Group, list[int]] = {"names": [], "only-a": [], "only-b": []}
        for index, fact in enumerate(self.facts):
            if not self.shown.passes(fact) or (self.is_dismissed(index) and not self.shown.dismissed):
                continue
            group = group_of(fact)
            if group is None:
                entries.append(Entry(fact.verdict, index))
            else:
                groups[group].append(index)
        of_a = [*self._only("only-a", groups), *self._alone("a")]
        of_b = [*self._only("only-b", groups), *self._alone("b")]
        return [*entries, *self._names(groups["names"]), *of_a, *of_b]

    def _names(self, members: Sequence[int]) -> list[Entry]:
        if len(members) < FEWEST_NAMES:
            return [Entry("agree", index) for index in members]
        is_open = self._is_open("names")
        words = f"{len(members)} names" if is_open else f"{len(members)} names: {', '.join(map(self._name, members))}"
        line = Entry("agree", group="names", words=words, is_open=is_open)
        return [line, *(Entry("agree", index, group="names") for index in members)] if is_open else [line]

    def _name(self, index: int) -> str:
        return subject(self.facts[index])

    def _only(self, group: Literal["only-a", "only-b"], groups: dict[Group, list[int]]) -> list[Entry]:
        """By prominence, each place under its own line."""
        members = groups[group]
        if not members:
            return []
        places = by_prominence(self.articles, [(index, self.facts[index].mentions) for index in members])
        words = f"{len(members)} {'fact' if len(members) == 1 else 'facts'} {NAMES[group]}"
        return self._group(group, group, words, places, lambda index: Entry(group, index, group=group))

    def _alone(self, side: Side) -> list[Entry]:
        """The sentences that this side alone tells, in the same way."""
        sentences, article = getattr(self.alone, side), getattr(self.articles, side)
        verdict: Verdict = "only-a" if side == "a" else "only-b"
        group: Group = "alone-a" if side == "a" else "alone-b"
        if not sentences or self.shown.types or (self.shown.verdicts and verdict not in self.shown.verdicts):
            return []
        words = f"{len(sentences)} {'sentence' if len(sentences) == 1 else 'sentences'} in {side.upper()} only"
        places = sentences_by_prominence(article, sentences)
        return self._group(
            verdict, group, words, places, lambda index: Entry(verdict, sentence=(side, index), group=group)
        )

    def _group(
        self,
        verdict: Verdict,
        group: Group,
        words: str,
        places: Sequence[tuple[Prominence, Sequence[int]]],
        entry: Callable[[int], Entry],
    ) -> list[Entry]:
        """A group's line, which tells how much is prominent while it is closed, and what stands behind it."""
        is_open = self._is_open(group)
        if not is_open:
            words = " · ".join([words, *(f"{len(found)} {place}" for place, found in places if place in WORDS)])
        entries = [Entry(verdict, group=group, words=words, is_open=is_open)]
        for place, found in places if is_open else ():
            entries.append(Entry(verdict, group=group, words=WORDS.get(place, place)))
            entries += map(entry, found)
        return entries

    def _is_open(self, group: Group) -> bool:
        return (group in self.turned) == self.shown.is_empty


def group_of(fact: ComparedFact) -> Group | None:
    if fact.verdict == "agree":
        return "names" if fact.type in NAME_TYPES else None
    return fact.verdict if fact.verdict in ("only-a", "only-b") else None


def fact_on_the_same_words(facts: Sequence[ComparedFact], before: ComparedFact) -> int | None:
    """The index of what became of a fact in facts found anew: one on the same words, of the same type if there is."""
    words = _spans(before)
    found = [(fact.type != before.type, n) for n, fact in enumerate(facts) if not words.isdisjoint(_spans(fact))]
    return min(found)[1] if found else None


def _spans(fact: ComparedFact) -> set[tuple[str, int, int]]:
    return {(side, m.start, m.end) for side, said in zip("ab", fact.mentions, strict=True) for m in said}


def subject(fact: ComparedFact) -> str:
    """What the fact is about; a quote by its own words."""
    if fact.type in ("quote", "statement"):
        return safe_line((fact.mentions.a or fact.mentions.b)[0].text)
    return safe_line(fact.about) or safe_line((fact.mentions.a or fact.mentions.b)[0].text)


def in_one_line(fact: ComparedFact) -> str:
    """A fact that both tell alike, or one alone: `12 sheds · sheds flooded`; of words that somebody said first
    who: `Ann Ruiz: the wall held`."""
    words = subject(fact)
    if fact.type in ("quote", "statement"):
        who = safe_line(", ".join(dict.fromkeys((*fact.speaker.a, *fact.speaker.b))))
        return f"{who}: {words}" if who else words
    said = told(fact, "a" if fact.mentions.a else "b")
    return said if words.casefold() == said.casefold() else f"{said} · {words}"


def told(fact: ComparedFact, side: Side) -> str:
    """What a side says, in its own words; values that come from elsewhere are marked as inferred."""
    from tui.reports.values import fullest

    mentions = fact.mentions.a if side == "a" else fact.mentions.b
    words: dict[str, str] = {}
    for mention in mentions:
        words.setdefault(mention.value, _words(fact.type, mention))
    said = ", ".join(fullest(words.values())[:2])
    speaker = fact.speaker.a if side == "a" else fact.speaker.b
    if fact.speakers_differ and speaker:
        said = f"{said} ({safe_line(', '.join(speaker))})"
    return said or "·"


def told_apart(fact: ComparedFact, side: Side, room: int) -> str:
    """As `told`; of two quotations that differ, from where they do if they have no room in so many cells."""
    said = told(fact, side)
    if cell_len(said) <= room and cell_len(told(fact, "b" if side == "a" else "a")) <= room:
        return said
    if fact.verdict not in ("altered", "cut") or not (fact.mentions.a and fact.mentions.b):
        return said
    from tui.verdicts.quotemarks import differences

    a, b = fact.mentions.a[0].text, fact.mentions.b[0].text
    first = differences(a, b).first
    text, begin = (a, first.a) if side == "a" else (b, first.b)
    whole = safe_line(text)
    return f"… {safe_line(text[begin:])}{said.removeprefix(whole)}" if begin and said.startswith(whole) else said


def _words(fact_type: FactType, mention: Mention) -> str:
    if not mention.inferred:
        return safe_line(mention.text)
    from tui.reports.values import in_words

    return f"{safe_line(mention.text)} (≈ {in_words(fact_type, mention.value)})"


def summary(facts: Sequence[ComparedFact], dismissed: frozenset[int]) -> str:
    """`1 conflict`, `3 conflicts`; nothing said of what was dismissed."""
    count = sum(fact.verdict == "conflict" and n not in dismissed for n, fact in enumerate(facts))
    return "1 conflict" if count == 1 else f"{count} conflicts" if count else "no conflict"
