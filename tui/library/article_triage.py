"""How far the reader is with each article: unread, read, flagged, done, dismissed; and the two that are picked.

Kept under `Article.id`, so for files that were opened by path as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, cast

from tui.article import Pair
from tui.frozen import dataclass
from tui.library.decision import Decision, decisions, keep
from tui.library.going import Going, in_steps, on
from tui.library.journal import LOOKING, Act, Journal
from tui.library.store import Store

ArticleState = Literal["unread", "read", "flagged", "done", "dismissed"]
ARTICLE_STATES: tuple[ArticleState, ...] = ("unread", "read", "flagged", "done", "dismissed")


@dataclass(frozen=True, slots=True)
class ArticleMark:
    state: ArticleState = "unread"
    note: str = ""


class ArticleTriage:
    """The marks of articles. Calls block for the disk: use them from a worker thread."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def of(self, ids: Iterable[str]) -> dict[str, ArticleMark]:
        """The marks that are kept for these articles; one without a mark is left out (it is `ArticleMark()`)."""
        with self._store.reading() as connection:
            found = decisions(connection, "article", ids)
        return {key: ArticleMark(cast(ArticleState, kept.mark), kept.note) for key, kept in found.items()}

    def set_state(self, ids: Sequence[str], state: ArticleState, going: Going = on) -> Act | None:
        """Marks articles in one act that undo takes back; `None` where all of them were marked so.

        100,000 take two seconds. Raises `Stopped` where `going` asks for it: then none of them is marked.
        """
        count = "an article" if len(ids) == 1 else f"{len(ids):,} articles"
        return self._act(ids, f"{state} {count}", state=state, going=going)

    def set_note(self, id: str, note: str) -> Act | None:
        """Puts a note to an article, in the place of the one before; an empty one takes it away."""
        return self._act([id], "noted an article", note=note)

    def picks(self) -> Pair[str | None]:
        """The ids of the articles picked as A and B."""
        with self._store.reading() as connection:
            kept = decisions(connection, "pick")
        return Pair(*(kept[side].mark if side in kept else None for side in "ab"))

    def pick(self, picks: Pair[str | None]) -> None:
        """Keeps the picks. Picking is no act, so it is not undone."""
        with self._store.writing() as connection:
            for side, id in zip("ab", picks, strict=True):
                keep(connection, "pick", side, None if id is None else Decision(id))

    def _act(
        self,
        ids: Sequence[str],
        what: str,
        *,
        state: ArticleState | None = None,
        note: str | None = None,
        going: Going = on,
    ) -> Act | None:
        with self._store.writing() as connection:
            wanted: dict[str, Decision | None] = {}
            for some in in_steps(ids, lambda share: going(LOOKING * share)):
                before = decisions(connection, "article", some)
                for id in some:
                    kept = before.get(id, Decision("unread"))
                    after = Decision(state or kept.mark, kept.note if note is None else note)
                    wanted[id] = None if after.mark == "unread" and not after.note else after
            return self._journal.record(connection, "article", what, wanted, going)
