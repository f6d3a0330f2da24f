"""What the reader made of each fact: unseen, seen, accepted, flagged, dismissed, with a note.

Kept for files that were opened by path as well: a mark belongs to the two passages, not to the library's articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, cast

from tui.article import Article
from tui.comparison import Comparison
from tui.corrections import normalised, standing
from tui.facts import Mention
from tui.frozen import dataclass
from tui.library.decision import Decision, decisions, keep
from tui.library.journal import Act, Journal
from tui.library.passages import fact_key, telling
from tui.library.store import Store
from tui.verdicts import ComparedFact

FactState = Literal["unseen", "seen", "accepted", "flagged", "dismissed"]
FACT_STATES: tuple[FactState, ...] = ("unseen", "seen", "accepted", "flagged", "dismissed")


@dataclass(frozen=True, slots=True)
class FactMark:
    """What stands beside a fact in the panel."""

    state: FactState = "unseen"
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeyedFact:
    """A compared fact with the key of its mark, and a record of it that an export can give without the articles."""

    key: str
    record: Mapping[str, Any]


def keyed(comparison: Comparison, fact: ComparedFact) -> KeyedFact:
    """The fact as its triage is kept. Pure; costs about 50 microseconds a mention."""
    sides = zip("ab", comparison.articles, fact.mentions, fact.speaker, strict=True)
    record: dict[str, Any] = {
        "type": fact.type,
        "about": fact.about,
        "verdict": fact.verdict,
        "rule": fact.rule,
        "same_copy": fact.same_copy,
    }
    record |= {name: _side(article, mentions, speaker) for name, article, mentions, speaker in sides}
    return KeyedFact(fact_key(comparison.articles, fact), record)


class FactTriage:
    """The marks of facts. Calls block for the disk: use them from a worker thread."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def of(self, keys: Iterable[str]) -> dict[str, FactMark]:
        """The marks that are kept under these keys; a fact without one is left out (it is `FactMark()`)."""
        with self._store.reading() as connection:
            found = decisions(connection, "fact", keys)
        return {key: FactMark(cast(FactState, kept.mark), kept.note) for key, kept in found.items()}

    def see(self, facts: Sequence[KeyedFact]) -> None:
        """Notes that the reader came past these facts. Looking is no act, so it is not undone."""
        marks = self.of(fact.key for fact in facts)
        unseen = [fact for fact in facts if marks.get(fact.key, FactMark()).state == "unseen"]
        if not unseen:
            return
        with self._store.writing() as connection:
            before = decisions(connection, "fact", [fact.key for fact in unseen])
            for fact in unseen:
                kept = before.get(fact.key, Decision("unseen"))
                if kept.mark == "unseen":
                    keep(connection, "fact", fact.key, replace(kept, mark="seen", detail=fact.record, at=0.0))

    def set_state(self, facts: Sequence[KeyedFact], state: FactState) -> Act | None:
        """Marks facts in one act that undo takes back; `None` where all of them were marked so."""
        return self._act(facts, state, lambda kept: replace(kept, mark=state))

    def set_note(self, fact: KeyedFact, note: str) -> Act | None:
        """Puts a note to a fact, in the place of the one before; an empty one takes it away."""
        return self._act([fact], "noted" if note else "took the note away from", lambda kept: replace(kept, note=note))

    def _act(self, facts: Sequence[KeyedFact], what: str, change: Callable[[Decision], Decision]) -> Act | None:
        with self._store.writing() as connection:
            before = decisions(connection, "fact", [fact.key for fact in facts])
            wanted: dict[str, Decision | None] = {}
            for fact in facts:
                kept = before.get(fact.key, Decision("unseen"))
                after = replace(change(kept), detail=fact.record, at=0.0)
                if (after.mark, after.note) != (kept.mark, kept.note):
                    wanted[fact.key] = after if after.mark != "unseen" or after.note else None
            count = "a fact" if len(facts) == 1 else f"{len(facts):,} facts"
            return self._journal.record(connection, "fact", f"{what} {count}", wanted)


def _side(article: Article, mentions: Sequence[Mention], speaker: Sequence[str]) -> dict[str, Any]:
    told = telling(article, mentions)
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "source": article.source,
        "published": article.published,
        "values": sorted({mention.value for mention in mentions}),
        "words": list(dict.fromkeys(normalised(mention.text) for mention in told)),
        "speaker": list(speaker),
        "passages": list(dict.fromkeys(standing(article, mention).passage for mention in told)),
    }
