"""Which story an article belongs to: where the grouping put it, unless the reader said otherwise.

What the reader says is kept as decisions, apart from the grouping: an article placed in a story, a story joined into
another, a name. So it stays whatever comes in later, and can be undone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from tui.frozen import dataclass
from tui.library.decision import Decision, decisions

JOINED, PLACED, NAMED = "joined", "placed", "named"


def key_of(mark: str, id: str) -> str:
    """The key of a decision about a story or an article."""
    return f"{mark} {id}"


def into(mark: str, story: str) -> Decision:
    return Decision(mark, detail={"story": story})


@dataclass(frozen=True, slots=True)
class Placing:
    """What the reader has said about stories."""

    placed: Mapping[str, str]
    """Article id → story."""
    joined: Mapping[str, str]
    """Story → the story that it is part of."""
    names: Mapping[str, str]

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> Placing:
        found: dict[str, dict[str, str]] = {PLACED: {}, JOINED: {}, NAMED: {}}
        for key, decision in decisions(connection, "story").items():
            value = decision.note if decision.mark == NAMED else str(decision.detail.get("story"))
            found.setdefault(decision.mark, {})[key.partition(" ")[2]] = value
        return cls(found[PLACED], found[JOINED], found[NAMED])

    def story(self, id: str, grouped: str | None) -> str | None:
        """The story of an article, which the grouping put into another."""
        at = self.placed.get(id, grouped)
        return None if at is None else self.whole(at)

    def whole(self, story: str) -> str:
        """The story that a story is part of, or itself."""
        seen = {story}
        while (story := self.joined.get(story, story)) not in seen:
            seen.add(story)
        return story

    def members(self, connection: sqlite3.Connection, story: str) -> list[int]:
        """The articles of a whole story, in the order in which they came."""
        parts = [story, *(part for part in self.joined if self.whole(part) == story)]
        placed = [id for id, at in self.placed.items() if self.whole(at) == story]
        query = """SELECT number, id, story FROM articles WHERE latest AND (
            story IN (SELECT value FROM json_each(?)) OR id IN (SELECT value FROM json_each(?)))"""
        rows = connection.execute(query, (json.dumps(parts), json.dumps(placed)))
        return sorted(number for number, id, grouped in rows if self.story(id, grouped) == story)

    def named(self, connection: sqlite3.Connection, asked: str) -> list[str]:
        """The stories whose id begins so, or whose given name holds these words."""
        words = asked.casefold()
        found = {self.whole(story) for story, name in self.names.items() if words in name.casefold()}
        if all(char in "0123456789abcdef" for char in words):
            query = "SELECT DISTINCT story FROM articles WHERE story >= ?1 AND story < ?1 || 'g' LIMIT 1000"
            grouped = [story for (story,) in connection.execute(query, (words,))]
            known = [*grouped, *(at for at in self.placed.values() if at.startswith(words))]
            found |= {self.whole(story) for story in known}
        return sorted(found)
