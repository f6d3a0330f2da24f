"""Articles on one event come together, and the reader's word on it stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.library.corpus import Corpus
from tests.library.telling import HARBOUR, LIGHTHOUSE, article
from tui.article import Article
from tui.library import ArticleSet, Library
from tui.library.kinship import day_number
from tui.library.telltale import MOST, counted, telltale

PIER = article("Storm wrecks the old pier\n\nThe pier at Dunmore was lost in a storm on Sunday, Ida Quill said.\n")
PIER_AGAIN = article(
    "Dunmore has lost its pier. Ida Quill, who lives by it, watched the storm take it away on Sunday.\n"
)
LIGHT, BOATS = article(LIGHTHOUSE), article(HARBOUR)


def with_four() -> Library:
    library = Library.in_memory()
    library.articles.add([LIGHT, PIER, BOATS, PIER_AGAIN])
    assert library.stories.group() == 4
    return library


def test_reports_of_one_event_come_together() -> None:
    library = with_four()
    stories = library.stories.all()
    assert sorted(len(story.numbers) for story in stories) == [2, 2]
    assert library.stories.of(LIGHT.id) == library.stories.of(BOATS.id) != library.stories.of(PIER.id)
    assert library.stories.group() == 0
    one = library.stories.of(PIER.id)
    assert one is not None
    assert library.listing.numbers(f"story:{one[:8]}", "added") == [4, 2]
    assert library.listing.numbers(f"-story:{one[:8]}", "added") == [3, 1]


def test_grouped_as_they_come_in(tmp_path: Path) -> None:
    for a in (LIGHT, PIER, BOATS, PIER_AGAIN):
        with Library.open(tmp_path) as library:
            library.articles.add([a])
            assert library.stories.group() == 1
    with Library.open(tmp_path) as library:
        assert sorted(len(story.numbers) for story in library.stories.all()) == [2, 2]


def test_far_apart_in_time_are_two_events() -> None:
    library = Library.in_memory()
    library.articles.add([replace(PIER, published="2023-01-01"), replace(PIER_AGAIN, published="2024-01-01")])
    library.stories.group()
    assert library.stories.all() == []


def test_who_published_first() -> None:
    library = Library.in_memory()
    dated = [replace(PIER_AGAIN, published="2024-01-03"), replace(PIER, published="2024-01-02")]
    library.articles.add(dated)
    library.stories.group()
    [story] = library.stories.all()
    assert (story.numbers, story.first, story.last) == ((2, 1), "2024-01-02", "2024-01-03")
    assert story.title == PIER.opening


def test_a_revision_stays_in_its_story() -> None:
    library = Library.in_memory()
    library.articles.add([replace(PIER, path="pier.txt"), LIGHT])
    library.stories.group()
    changed = article("The pier at Dunmore still stands after all.\n", "pier.txt")
    library.articles.add([changed])
    library.stories.group()
    assert library.stories.of(changed.id) == library.stories.of(PIER.id)


def test_an_article_whose_date_is_set_right_is_grouped_anew() -> None:
    library = Library.in_memory()
    library.articles.add(
        [replace(PIER, published="2024-01-02"), replace(PIER_AGAIN, published="2024-01-03"), LIGHT, BOATS]
    )
    library.stories.group()
    story = _story(library, PIER)
    library.stories.name(story, "The pier")
    library.corrections.make(ArticleSet(PIER.id, "published", "2021-06-01"))
    assert library.stories.group() == 1
    assert _story(library, PIER) != _story(library, PIER_AGAIN) == story
    assert [told.numbers for told in library.stories.all(least=1) if told.name == "The pier"] == [(2,)]
    assert library.stories.partners(PIER.id) == []
    library.undo(["correction"])
    library.stories.group()
    assert _story(library, PIER) == _story(library, PIER_AGAIN) == story
    library.corrections.make(ArticleSet(PIER.id, "published", "2024-01-04"))
    library.corrections.make(ArticleSet(PIER.id, "source", "Dunmore Echo"))
    library.stories.group()
    assert _story(library, PIER) == story


def test_a_date_set_right_brings_an_article_to_its_story() -> None:
    library = Library.in_memory()
    library.articles.add([replace(PIER, published="2021-01-02"), replace(PIER_AGAIN, published="2024-01-03")])
    library.stories.group()
    assert library.stories.all() == []
    library.corrections.make(ArticleSet(PIER_AGAIN.id, "published", "2021-01-03"))
    library.stories.group()
    assert [story.numbers for story in library.stories.all()] == [(1, 2)]


def test_what_was_put_in_a_story_by_hand_stays_whatever_its_date() -> None:
    library = Library.in_memory()
    library.articles.add([replace(PIER, published="2024-01-02"), replace(LIGHT, published="2024-01-03")])
    library.stories.group()
    library.stories.place([LIGHT.id], _story(library, PIER))
    library.corrections.make(ArticleSet(LIGHT.id, "published", "2021-01-03"))
    library.stories.group()
    assert _story(library, LIGHT) == _story(library, PIER)


def test_a_revision_with_a_date_of_its_own_leaves_the_story() -> None:
    library = Library.in_memory()
    library.articles.add([replace(PIER, path="pier.txt", published="2024-01-02")])
    library.stories.group()
    changed = article("The pier at Dunmore still stands after all.\n", "pier.txt")
    library.articles.add([changed])
    library.stories.group()
    library.corrections.make(ArticleSet(changed.id, "published", "2021-01-03"))
    library.stories.group()
    assert _story(library, changed) != _story(library, PIER)


def test_split_joined_and_named_by_hand(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.add([LIGHT, PIER, BOATS, PIER_AGAIN])
        library.stories.group()
        light, pier = _story(library, LIGHT), _story(library, PIER)
        library.stories.split([BOATS.id])
        assert _story(library, BOATS) not in (light, pier)
        library.stories.join([pier, light])
        assert _story(library, LIGHT) == pier
        library.stories.name(pier, "Dunmore harbour")
    with Library.open(tmp_path) as library:
        assert {_story(library, a) for a in (LIGHT, PIER, PIER_AGAIN)} == {pier}
        [story] = library.stories.all()
        assert (story.name, len(story.numbers)) == ("Dunmore harbour", 3)
        assert library.listing.numbers('story:"dunmore h"', "added") == [4, 2, 1]
        for _ in range(3):
            assert library.undo(["story"]) is not None
        assert (_story(library, BOATS), _story(library, LIGHT)) == (light, light)
        assert library.undo(["story"]) is None


def test_what_was_joined_stays_joined_for_later_articles() -> None:
    library = Library.in_memory()
    library.articles.add([LIGHT, PIER])
    library.stories.group()
    light, pier = _story(library, LIGHT), _story(library, PIER)
    library.stories.join([light, pier])
    library.articles.add([PIER_AGAIN])
    library.stories.group()
    assert _story(library, PIER_AGAIN) == light
    assert library.stories.join([pier, light]) is None


def test_best_partners_first() -> None:
    library = with_four()
    [(best, share), *others] = library.stories.partners(LIGHT.id)
    assert library.articles.entries([best])[0].id == BOATS.id
    assert 0.2 < share <= 1
    assert all(share >= other for _, other in others)


def test_what_a_corpus_is_made_of_is_found_again() -> None:
    corpus = Corpus(80, per_story=4, words=150)
    library = Library.in_memory()
    records = [corpus.record(n) for n in range(corpus.size)]
    library.articles.add(replace(article(r["title"] + "\n\n" + r["text"]), published=r["published"]) for r in records)
    library.stories.group()
    stories = library.stories.all()
    pure = [story for story in stories if len({corpus.story(n - 1) for n in story.numbers}) == 1]
    assert len(pure) >= 0.9 * len(stories)
    assert sum(len(story.numbers) for story in pure) >= 0.8 * corpus.size


def test_terms_are_few_and_of_length_one() -> None:
    terms = telltale(counted(LIGHT.text, LIGHT.sentences), {}, 0)
    assert 0 < len(terms) <= MOST
    assert abs(sum(weight * weight for weight in terms.values()) - 1) < 1e-9
    assert telltale({}, {}, 0) == {}


def test_no_such_day_is_no_day() -> None:
    assert day_number("2023-02-31") == day_number(None) == -1
    assert day_number("2023-02-28") > 0


def _story(library: Library, a: Article) -> str:
    story = library.stories.of(a.id)
    assert story is not None
    return story
