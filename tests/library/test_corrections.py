"""What the reader sets right is found again wherever its passages stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.telling import HARBOUR, LIGHTHOUSE, article, mention
from tui.library import ArticleSet, Correction, FactSet, Library, LinkSet, NamesSet, RoleSet, normalised, standing

A, B = article(LIGHTHOUSE), article(HARBOUR)
LINK = LinkSet(normalised(A.text_of(0)), normalised(B.text_of(0)), linked=True)
ALL: list[Correction] = [
    LINK,
    FactSet(standing(A, mention(A, "1998")), "date", value="1997", speaker=("Moira Tennant",)),
    NamesSet(standing(A, mention(A, "Moira Tennant")), standing(B, mention(B, "Moira Tennant"))),
    ArticleSet(A.id, "published", "2024-03-05"),
    RoleSet(normalised(LIGHTHOUSE.split("\n\n")[2]), "caption"),
]


@pytest.mark.parametrize("correction", ALL, ids=lambda c: type(c).__name__)
def test_kept_over_restarts_and_undone(tmp_path: Path, correction: Correction) -> None:
    with Library.open(tmp_path) as library:
        assert library.corrections.make(correction) is not None
        assert library.corrections.make(correction) is None
    with Library.open(tmp_path) as library:
        assert library.corrections.of([A, B]) == [correction]
        assert library.corrections.of([B, A]) == [correction]
        assert library.corrections.of([article("Another story altogether.")]) == []
        library.undo()
        assert library.corrections.of([A, B]) == []
        library.redo()
        library.corrections.withdraw(correction)
        assert library.corrections.of([A, B]) == []


def test_the_last_word_on_one_thing_stands() -> None:
    library = Library.in_memory()
    library.corrections.make(LINK)
    unlinked = LinkSet(LINK.b, LINK.a, linked=False)
    library.corrections.make(unlinked)
    assert library.corrections.of([A, B]) == [unlinked]
    library.undo()
    assert library.corrections.of([A, B]) == [LINK]


def test_date_and_outlet_are_two_things() -> None:
    library = Library.in_memory()
    library.corrections.make(ArticleSet(A.id, "published", "2024-03-05"))
    library.corrections.make(ArticleSet(A.id, "source", "Corrie Courier"))
    assert len(library.corrections.of([A])) == 2


def test_it_holds_where_the_passage_stands_in_another_article() -> None:
    library = Library.in_memory()
    library.corrections.make(ALL[1])
    copied = article("It rained all day.\n" + LIGHTHOUSE.split("\n\n")[1])
    assert library.corrections.of([copied]) == [ALL[1]]
