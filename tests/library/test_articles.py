"""Articles are kept once, exactly, with their revisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.telling import HARBOUR, LIGHTHOUSE, article
from tui.article import Article, Mark, Sentence
from tui.library import Added, Library, LibraryError

CAPTION = "\n\nPhoto: Corrie Point at night. Jane Doe/Getty Images"


def test_kept_over_restarts(tmp_path: Path) -> None:
    a = article(LIGHTHOUSE, "corrie.txt")
    with Library.open(tmp_path) as library:
        assert library.articles.add([a]) == Added(new=1)
    with Library.open(tmp_path) as library:
        assert library.articles.load(a.id) == a
        assert library.articles.load(a.id[:8]) == a
        [entry] = library.articles.entries(library.listing.numbers())
        assert (entry.id, entry.opening, entry.words) == (a.id, a.opening, a.words)
        assert (entry.versions, entry.paths, entry.state, entry.note) == (1, 1, "unread", "")


def test_the_same_twice_is_one_with_both_sources() -> None:
    library = Library.in_memory()
    assert library.articles.add([article(LIGHTHOUSE, "one.txt"), article(LIGHTHOUSE, "two.txt")]) == Added(
        new=1, known=1
    )
    assert library.articles.add([article(LIGHTHOUSE, "one.txt")]) == Added(known=1)
    [entry] = library.articles.entries(library.listing.numbers())
    assert entry.paths == 2
    assert [origin.path for origin in library.articles.origins(entry.id)] == ["one.txt", "two.txt"]


def test_the_same_but_for_furniture_is_one_and_found_by_both_ids() -> None:
    library = Library.in_memory()
    plain, with_caption = article(LIGHTHOUSE, "one.txt"), article(LIGHTHOUSE.rstrip() + CAPTION, "two.txt")
    assert any(sentence.role == "caption" for sentence in with_caption.sentences)
    assert library.articles.add([plain, with_caption]) == Added(new=1, known=1)
    assert library.articles.load(with_caption.id) == plain


def test_a_changed_file_is_a_revision() -> None:
    library = Library.in_memory()
    first, second = article(LIGHTHOUSE, "corrie.txt"), article(LIGHTHOUSE.replace("Nine", "Ten"), "corrie.txt")
    library.articles.add([first])
    library.triage.set_state([first.id], "done")
    assert library.articles.add([second]) == Added(revised=1)
    [entry] = library.articles.entries(library.listing.numbers())
    assert (entry.id, entry.versions, entry.state) == (second.id, 2, "unread")
    assert [version.id for version in library.articles.versions(second.id)] == [first.id, second.id]
    assert library.articles.load(first.id) == first
    assert library.articles.add([first]) == Added(known=1)
    assert [entry.id for entry in library.articles.entries(library.listing.numbers())] == [first.id]


def test_a_files_history_is_one_article() -> None:
    library = Library.in_memory()
    texts = [LIGHTHOUSE, LIGHTHOUSE.replace("Nine", "Ten"), LIGHTHOUSE.replace("Nine", "Twelve")]
    history = [article(text, f"v{n}:corrie.txt") for n, text in enumerate(texts)]
    assert library.articles.add_revisions(history) == Added(new=3)
    [entry] = library.articles.entries(library.listing.numbers())
    assert (entry.id, entry.versions) == (history[-1].id, 3)
    assert library.articles.add_revisions(history) == Added(known=3)
    assert [version.id for version in library.articles.versions(entry.id)] == [a.id for a in history]


def test_a_record_that_moved_is_no_revision() -> None:
    library = Library.in_memory()
    library.articles.add([article(LIGHTHOUSE, "news.jsonl#1")])
    assert library.articles.add([article(HARBOUR, "news.jsonl#1")]) == Added(new=1)
    assert library.articles.add([article(HARBOUR.replace("Friday", "Monday"), "news.jsonl#1")]) == Added(revised=1)


def test_removed_with_its_revisions_and_its_words() -> None:
    library = Library.in_memory()
    first, second = article(LIGHTHOUSE, "corrie.txt"), article(LIGHTHOUSE.replace("Nine", "Ten"), "corrie.txt")
    library.articles.add([first, second, article(HARBOUR, "harbour.txt")])
    assert library.articles.remove([second.id, "unknown"]) == 2
    assert library.listing.numbers("lighthouse") == []
    assert len(library.listing.numbers("harbour")) == 1
    with library._store.writing() as connection:
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        connection.execute("INSERT INTO heads (heads, rank) VALUES ('integrity-check', 1)")
    with pytest.raises(LibraryError, match="no article"):
        library.articles.load(first.id)
    assert library.articles.add([first]) == Added(new=1)


def test_an_ambiguous_id_is_told() -> None:
    library = Library.in_memory()
    library.articles.add(article(f"Story number {n} of this day.", None) for n in range(40))
    with pytest.raises(LibraryError, match="several"):
        library.articles.load(library.articles.entries(library.listing.numbers())[0].id[:0] + "0")
    with pytest.raises(LibraryError, match="no article"):
        library.articles.load("")


TEXT = st.text(alphabet=st.characters(), max_size=60)


@settings(max_examples=60, deadline=None)
@given(TEXT, st.none() | TEXT, st.none() | TEXT, st.lists(TEXT, max_size=2))
def test_any_article_comes_back_as_it_was(text: str, title: str | None, path: str | None, byline: list[str]) -> None:
    sentences = (Sentence(0, len(text), 0, "body"),) if text.strip() else ()
    a = Article(
        text=text,
        sentences=sentences,
        sha256="0" * 64,
        title=title or None,
        path=path,
        source=title or None,
        byline=tuple(byline),
        published=title or "2023-09",
        marks=(Mark(0, len(text), "person", None),),
    )
    library = Library.in_memory()
    library.articles.add([a])
    assert library.articles.load(a.id) == a
    [entry] = library.articles.entries(library.listing.numbers())
    assert entry.title == a.title
    library.articles.remove([a.id])
    assert library.listing.numbers() == []
    library.close()
