"""What the reader made of each fact: seen, accepted, flagged, dismissed, with notes; every act can be undone.

Kept under the passages that a fact rests on, not under its place in a list: it stays when sides are swapped or the
articles are compared another way, and is gone when the passage is another.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Literal

from tui.comparison import Comparison
from tui.facts import Mention
from tui.verdicts import ComparedFact

State = Literal["unseen", "seen", "accepted", "flagged", "dismissed"]
MARKS: dict[State, str] = {"unseen": " ", "seen": "·", "accepted": "+", "flagged": "*", "dismissed": "x"}
Key = str


@dataclass(frozen=True, slots=True)
class Judgement:
    state: State = "unseen"
    note: str = ""

    @property
    def mark(self) -> str:
        return '"' if self.note and self.state in ("unseen", "seen") else MARKS[self.state]


@dataclass
class Triage:
    """Judgements by key, and the way back."""

    judgements: dict[Key, Judgement] = field(default_factory=dict)
    _done: list[tuple[Key, Judgement, Judgement]] = field(default_factory=list)
    _undone: list[tuple[Key, Judgement, Judgement]] = field(default_factory=list)

    def of(self, key: Key) -> Judgement:
        return self.judgements.get(key, Judgement())

    def see(self, key: Key) -> None:
        """Notes that the reader chose the fact. Choosing is no act, so it is not undone."""
        if self.of(key).state == "unseen":
            self.judgements[key] = replace(self.of(key), state="seen")

    def set_state(self, key: Key, state: State) -> None:
        """Sets a state; setting it again takes it back to seen."""
        before = self.of(key)
        self._act(key, replace(before, state="seen" if before.state == state else state))

    def set_note(self, key: Key, note: str) -> None:
        self._act(key, replace(self.of(key), note=note))

    def undo(self) -> Key | None:
        """Takes back the last act; its key, or `None` where there is none."""
        if not self._done:
            return None
        act = self._done.pop()
        self._undone.append(act)
        self.judgements[act[0]] = act[1]
        return act[0]

    def redo(self) -> Key | None:
        if not self._undone:
            return None
        act = self._undone.pop()
        self._done.append(act)
        self.judgements[act[0]] = act[2]
        return act[0]

    def _act(self, key: Key, after: Judgement) -> None:
        before = self.of(key)
        if after != before:
            self._done.append((key, before, after))
            self._undone.clear()
            self.judgements[key] = after


def fact_key(comparison: Comparison, fact: ComparedFact) -> Key:
    """Names a fact by its type, its words and the sentences they stand in; the same for (A, B) and (B, A)."""
    sides = []
    for article, mentions in ((comparison.a, fact.mentions.a), (comparison.b, fact.mentions.b)):
        passages = dict.fromkeys(" ".join(article.text_of(article.sentence_at(m.start)).split()) for m in mentions)
        sides.append("\x1f".join([*(_word(m) for m in mentions), "\x1e", *passages]))
    digest = hashlib.sha256("\x1d".join([fact.type, *sorted(sides)]).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _word(mention: Mention) -> str:
    return " ".join(mention.text.split())
