"""Stories from the command line: joined, split, named, listed with who was first, exported with what was judged."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.telling import fact
from tests.schema import valid
from tests.test_cli import sidebyline
from tui.article import Pair
from tui.cli import run
from tui.comparison import link
from tui.library import Library, keyed
from tui.reading.plain import read_plain

FIRE = (
    "Fire at the mill in Vik\n\nPublished: {day} September 2023\n\nA fire at the Vik paper mill killed Nora Bell "
    "on Monday. The Ostrov brigade put the fire at the mill out. {own}\n"
)
VOTE = (
    "Aldwick votes\n\nPublished: 5 May 2021\n\nAldwick chose Owen Pike for mayor, the returning officer said. {own}\n"
)
Call = Callable[..., list[str]]


@pytest.fixture
def call(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Runs a command here, on a library with two stories, and gives the lines that it prints."""
    home = tmp_path / "home"
    monkeypatch.setenv("SIDEBYLINE_HOME", str(home))
    texts = [
        FIRE.format(day=day, own=own) for day, own in ((12, "It burned on."), (11, "Nobody saw it."), (11, "Ash fell."))
    ]
    with Library.open(home) as library:
        for number, text in enumerate([*texts, VOTE.format(own="It rained.")]):
            library.articles.add([read_plain(text, path=f"/n/{number}.txt", sha256="")])
        library.stories.group()

    def called(*arguments: str, status: int = 0) -> list[str]:
        capfdbinary.readouterr()
        assert run(arguments) == status
        return capfdbinary.readouterr()[0].decode().splitlines()

    return called


def stories(call: Call) -> list[dict[str, object]]:
    return [valid(line, "story") for line in call("list", "--stories", "--json")]


def test_who_published_first_and_who_later(call: Call) -> None:
    lines = call("list", "--stories")
    assert [line.endswith("later") for line in lines] == [False, False, False, True, False, False]
    fire, vote = stories(call)
    articles = fire["articles"]
    assert isinstance(articles, list)
    assert [article["later"] for article in articles] == [False, False, True]
    assert (fire["first"], fire["last"], vote["first"]) == ("2023-09-11", "2023-09-12", "2021-05-05")


def test_stories_are_joined_split_and_named_and_that_is_undone(call: Call) -> None:
    fire, vote = (str(story["id"])[:12] for story in stories(call))
    assert call("story", "join", fire, vote) == ["joined 2 stories"]
    assert len(stories(call)) == 1
    assert call("story", "name", fire, "The", "mill") == ["named a story"]
    assert stories(call)[0]["name"] == "The mill"
    articles = stories(call)[0]["articles"]
    assert isinstance(articles, list)
    call("story", "split", articles[0]["id"][:12])
    assert [len(story["articles"]) for story in stories(call)] in ([3, 1], [1, 3])  # type: ignore[arg-type]
    for _ in range(3):
        call("story", "undo")
    assert [len(story["articles"]) for story in stories(call)] == [3, 1]  # type: ignore[arg-type]
    assert call("story", "undo") == ["nothing to do: it stands like that already"]


@pytest.mark.parametrize(
    "words",
    [("join",), ("join", "nothing", "at all"), ("split",), ("split", "0000"), ("name",), ("name", ""), ("melt", "x")],
)
def test_what_cannot_be_done_with_a_story_is_trouble(call: Call, words: tuple[str, ...]) -> None:
    assert call("story", *words, status=2) == []


def test_what_was_judged_goes_out_for_a_pair_or_a_story(call: Call, tmp_path: Path) -> None:
    with Library.open(tmp_path / "home") as library:
        ids = [entry.id for entry in library.articles.entries([1, 2, 3])]
        first, second, third = (library.articles.load(id) for id in ids)
        for other, words in ((second, "Monday"), (third, "Nora Bell")):
            same = fact(Pair(first, other), words, words, verdict="agree")
            library.facts.set_state([keyed(link(first, other), same)], "accepted")
    asked = [(), tuple(ids[:2]), tuple(ids[1:]), ("--story", str(stories(call)[0]["id"]))]
    told = [json.loads("\n".join(call("export", "--reviewed", *which)))["facts"] for which in asked]
    assert [len(facts) for facts in told] == [2, 1, 0, 2]
    assert len(call("export", "--reviewed", "--csv", *ids[:2])) >= 2
    call("export", ids[0], status=2)
    call("export", "--reviewed", "--story", "no such story", status=2)


def test_the_text_as_json_says_what_took_it(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        "<html><body><article><h1>Fire</h1><p>A fire killed two people in Vik on Monday.</p></article></html>"
    )
    document = json.loads(sidebyline("text", page, "--json").stdout)
    assert document["extractor"].startswith("trafilatura ")
    assert {"url", "modified", "retrieved", "sentences"} <= {*document}
