"""Who and what a story names: people, organisations, places and works, one kind for each name.

The recogniser (a small model, `tui.facts.names.model`) marks names sentence by sentence; what follows
reads the whole story: cues of the text decide the kind, short forms join their full names, and what
one article makes clear helps the others. Pronouns are not resolved here, and names of other kinds
(nationalities, events) are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.article import Article
from tui.facts.fact import Fact
from tui.facts.names.chosen import NoRecogniserError, chosen

if TYPE_CHECKING:
    from tui.facts.names.story import Recogniser

__all__ = ["NoRecogniserError", "find_names"]


def find_names(articles: Sequence[Article], *, recognise: Recogniser | None = None) -> list[tuple[Fact, ...]]:
    """The named of each article, in the order given: one fact for each canonical name.

    `mentions` are the names as they stand, each with the canonical name as its value; `roles` the
    descriptions of a person. Nothing for an article that is not in English. The articles' order
    changes nothing in any article's facts. `recognise` takes the place of the recogniser that ships and of
    the one that the user chose (`tui.facts.names.chosen`, whose `NoRecogniserError` passes through).
    """
    from tui.facts.names.naming import named  # the recogniser costs 50 ms: only where names are asked for

    recognise = recognise or chosen()
    return named(articles, recognise) if recognise else named(articles)
