"""What the reader sets right is found again wherever its passages stand."""

from __future__ import annotations

from dataclasses import replace
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


def listed(library: Library, query: str = "") -> list[str | None]:
    return [entry.outlet for entry in library.articles.entries(library.listing.numbers(query, "date"))]


def test_lists_are_sorted_and_searched_by_date_and_outlet_as_they_were_set(tmp_path: Path) -> None:
    early = replace(A, source="Corrie Courier", published="2024-03-05")
    late = replace(B, source="Harbour Post", published="2024-03-06")
    with Library.open(tmp_path) as library:
        library.corrections.make(ArticleSet(late.id, "source", "Zither Lamp"))
        library.articles.add([early, late])
        assert listed(library) == ["Zither Lamp", "Corrie Courier"]
        library.corrections.make(ArticleSet(early.id, "published", "2025-01-01"))
        assert listed(library) == ["Corrie Courier", "Zither Lamp"]
        assert listed(library, "after:2025") == ["Corrie Courier"]
        assert (listed(library, "outlet:lamp"), listed(library, "outlet:harbour")) == (["Zither Lamp"], [])
        assert listed(library, "zither") == ["Zither Lamp"]
        assert library.articles.load(late.id).source == "Harbour Post"
        library.undo()
        assert (listed(library)[0], listed(library, "after:2025")) == ("Zither Lamp", [])
        library.redo()
        assert listed(library, "after:2025") == ["Corrie Courier"]
        library.corrections.withdraw(ArticleSet(late.id, "source", ""))
        assert (listed(library, "outlet:lamp"), listed(library, "outlet:harbour")) == ([], ["Harbour Post"])
        library.corrections.make(ArticleSet(early.id, "published", ""))
        assert listed(library, "after:2000") == ["Harbour Post"]
        assert library.articles.remove([early.id, late.id]) == 2
        assert listed(library, "zither OR lighthouse OR harbour") == []
