"""The facts panel's contents: which facts in which order, and what each line says. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tui.facts import FactType, Mention
from tui.rows import Side
from tui.safe import safe_line
from tui.verdicts import ComparedFact, Verdict

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
GROUPED: frozenset[Verdict] = frozenset({"only-a", "only-b"})
"""Verdicts whose facts stand behind one line until it is opened."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line (or three) of the panel: a fact, or the line that a group stands behind."""

    verdict: Verdict
    fact: int | None = None
    """Index into the comparison's facts; `None` for a group."""
    count: int = 0
    """Of the facts in a group."""
    is_open: bool = False


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


@dataclass(frozen=True)
class Entries:
    """What the panel lists."""

    facts: Sequence[ComparedFact]
    shown: FactFilter = field(default_factory=FactFilter)
    opened: frozenset[Verdict] = frozenset()
    is_dismissed: Callable[[int], bool] = lambda _: False

    def listed(self) -> list[Entry]:
        """Gravest first, as the comparison gives them; the groups at the end, by where the article tells it."""
        entries: list[Entry] = []
        groups: dict[Verdict, list[int]] = {"only-a": [], "only-b": []}
        for index, fact in enumerate(self.facts):
            if not self.shown.passes(fact) or (self.is_dismissed(index) and not self.shown.dismissed):
                continue
            if fact.verdict in GROUPED:
                groups[fact.verdict].append(index)
            else:
                entries.append(Entry(fact.verdict, index))
        for verdict, members in groups.items():
            if members:
                is_open = verdict in self.opened
                entries.append(Entry(verdict, None, len(members), is_open))
                if is_open:
                    members.sort(key=self._first_place)
                    entries += [Entry(verdict, index) for index in members]
        return entries

    def _first_place(self, index: int) -> tuple[int, int]:
        fact = self.facts[index]
        return min((m.start, m.end) for m in (fact.mentions.a or fact.mentions.b))


def subject(fact: ComparedFact) -> str:
    """What the fact is about; a quote by its own words."""
    if fact.type in ("quote", "statement"):
        return safe_line((fact.mentions.a or fact.mentions.b)[0].text)
    return safe_line(fact.about) or safe_line((fact.mentions.a or fact.mentions.b)[0].text)


def told(fact: ComparedFact, side: Side) -> str:
    """What a side says, in its own words; values that come from elsewhere are marked as inferred."""
    mentions = fact.mentions.a if side == "a" else fact.mentions.b
    words: dict[str, str] = {}
    for mention in mentions:
        words.setdefault(mention.value, _words(mention))
    said = ", ".join(list(words.values())[:2])
    speaker = fact.speaker.a if side == "a" else fact.speaker.b
    if fact.speakers_differ and speaker:
        said = f"{said} ({safe_line(', '.join(speaker))})"
    return said or "·"


def _words(mention: Mention) -> str:
    return safe_line(mention.text) + (f" (≈ {safe_line(mention.value)})" if mention.inferred else "")


def summary(facts: Sequence[ComparedFact], dismissed: frozenset[int]) -> str:
    """`1 conflict`, `3 conflicts`; nothing said of what was dismissed."""
    count = sum(fact.verdict == "conflict" and n not in dismissed for n, fact in enumerate(facts))
    return "1 conflict" if count == 1 else f"{count} conflicts" if count else "no conflict"
