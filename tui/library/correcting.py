"""Corrections kept in the library: made, withdrawn, and found again for some articles."""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article
from tui.corrections import ArticleSet, Correction, Texts, from_detail, name_of, to_detail
from tui.library.decision import Decision, decisions
from tui.library.journal import Act, Journal
from tui.library.store import Store


class Corrections:
    """What the reader set right. Calls block for the disk: use them from a worker thread."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def make(self, correction: Correction) -> Act | None:
        """Keeps a correction, in the place of one on the same thing; `None` where it was made before."""
        name = name_of(correction)
        kept = Decision(name, detail=to_detail(correction))
        return self._journal.act("correction", f"set right: {name}", {correction.key: kept})

    def make_all(self, corrections: Sequence[Correction], what: str) -> Act | None:
        """Keeps several as one act, `what` in a few words."""
        kept = {c.key: Decision(name_of(c), detail=to_detail(c)) for c in corrections}
        return self._journal.act("correction", what, kept)

    def withdraw(self, correction: Correction) -> Act | None:
        """Takes back whatever was set right on the same thing: the engine's word stands again."""
        what = f"no longer set right: {name_of(correction)}"
        return self._journal.act("correction", what, {correction.key: None})

    def about(self) -> dict[str, dict[str, str]]:
        """What was set of articles themselves: id → `published` and `source`, an empty one for none."""
        with self._store.reading() as connection:
            kept = decisions(connection, "correction")
        found: dict[str, dict[str, str]] = {}
        for decision in kept.values():
            correction = from_detail(decision.mark, dict(decision.detail))
            if isinstance(correction, ArticleSet):
                found.setdefault(correction.article, {})[correction.field] = correction.value
        return found

    def of(self, articles: Sequence[Article]) -> list[Correction]:
        """The corrections that speak of these articles, the oldest first; the same in whatever order they come."""
        with self._store.reading() as connection:
            kept = decisions(connection, "correction")
        if not kept:
            return []
        texts = Texts(articles)
        made = sorted(kept.items(), key=lambda item: (item[1].at, item[0]))
        found = [from_detail(decision.mark, dict(decision.detail)) for _, decision in made]
        return [correction for correction in found if texts.hold(correction)]
