"""Articles on other events are told apart without being kept."""

from __future__ import annotations

from pathlib import Path

from tests.shared import FOLDER, needs_seeds
from tui.comparison import facts_table
from tui.library import by_story
from tui.reading import read, read_all
from tui.reading.plain import read_plain

SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_samples_are_one_story_and_a_stranger_is_another() -> None:
    stranger = read_plain(
        "A bakery in Lund burned down on Sunday. Nobody was hurt, firefighters said. The baker, 47, wept.\n",
        path=None,
        sha256="",
    )
    articles = [stranger, *(read(path)[0] for path in sorted(SEEDS.glob("*.txt")))]
    assert by_story(articles) == [[0], [1, 2, 3, 4, 5]]
    table = facts_table(articles, stories=by_story(articles))
    assert not [row for row in table.rows if row.cells[0] and any(row.cells[1:])]


def test_the_same_article_twice_is_in_one_story() -> None:
    [article] = read(SEEDS / "cable-news.txt")
    assert by_story([article, article]) == [[0, 1]]


@needs_seeds
def test_known_events_are_told_apart() -> None:
    articles, _ = read_all([FOLDER / "events"])
    events = {tuple(sorted(Path(articles[n].path or "").stem[:2] for n in group)) for group in by_story(articles)}
    assert all(len(set(event)) == 1 for event in events)
    assert len(events) == 9
