"""Setting right by hand: links, facts, names, dates, outlets and paragraphs; used at once, kept, undone."""

from __future__ import annotations

import pytest

from tests.screens.running import Running, comparing, running
from tests.screens.story import article, bridge, chronicle, session
from tui.screens.reader import ReaderScreen
from tui.screens.session import Session
from tui.screens.window import ChoiceWindow
from tui.verdicts import ComparedFact


def pairs(program: Running) -> set[tuple[str, str]]:
    comparison = program.compare.comparison
    assert comparison is not None
    return {
        (comparison.a.text_of(i), comparison.b.text_of(j))
        for link in comparison.alignment.links
        for i in link.a
        for j in link.b
    }


def fact(program: Running, words: str) -> ComparedFact | None:
    found = program.compare.facts
    return next((f for f in found if any(words in m.text for side in f.mentions for m in side)), None)


async def take(program: Running, words: str) -> None:
    """Takes the choice that has these words."""
    window = program.app.screen
    assert isinstance(window, ChoiceWindow)
    at = next(n for n, choice in enumerate(window.list.choices) if words in choice.label)
    window.list.stand_on(at)
    await program.press("enter")


async def stand(program: Running, words: str) -> None:
    """Goes to the sentence with these words."""
    screen = program.compare
    assert screen.comparison is not None
    for side, of in zip("ab", screen.comparison.articles, strict=True):
        if words in of.text:
            assert program.texts.go_to("a" if side == "a" else "b", of.text.index(words))
            break
    await program.pilot.pause()


COUNCIL, BUSES = "The council meets on Thursday.", "Bus riders will have to change at the market square."


@pytest.mark.parametrize("makes_it", ["L", "enter"])
async def test_linking_two_sentences_and_undoing_it(makes_it: str) -> None:
    async with comparing() as program:
        assert (COUNCIL, BUSES) not in pairs(program)
        await stand(program, COUNCIL)
        await program.press("L")
        assert "Linking A" in program.screen_text
        await program.press("escape L L")
        assert any("Go to a sentence of B" in notice for notice in program.notices)
        await stand(program, BUSES)
        await program.press(makes_it)
        assert (COUNCIL, BUSES) in pairs(program)
        assert "^" in program.screen_text
        await program.press("u")
        assert (COUNCIL, BUSES) not in pairs(program)
        await program.press("ctrl+r")
        assert (COUNCIL, BUSES) in pairs(program)


async def test_a_link_that_was_begun_ends_where_the_sides_are_swapped() -> None:
    async with comparing() as program:
        await stand(program, COUNCIL)
        await program.press("L")
        assert "Linking" in program.screen_text
        await program.press("X")
        assert program.compare.linking is None
        assert "Linking" not in program.screen_text


async def test_unlinking_two_sentences() -> None:
    piers = "Inspectors found cracks in two of its piers."
    async with comparing() as program:
        await stand(program, piers)
        await program.press("L")
        await take(program, "unlink")
        assert (piers, piers) not in pairs(program)
        await program.press("u")
        assert (piers, piers) in pairs(program)


async def test_another_value_holds_at_once_is_marked_and_undone() -> None:
    async with comparing() as program:
        screen = program.compare
        assert fact(program, "1971") is not None
        at = next(n for n, f in enumerate(screen.facts) if any("1971" in m.text for m in f.mentions.b))
        screen.choose(at)
        await program.press("W")
        await take(program, "B: another value than 1971")
        await program.type("1968")
        await program.press("enter")
        right = fact(program, "1971")
        assert right is not None
        assert right.by_hand
        assert {m.value for m in right.mentions.b} == {"1968"}
        await program.press("u")
        again = fact(program, "1971")
        assert again is not None
        assert not again.by_hand


async def test_what_is_wrong_goes_and_can_be_taken_back_by_name() -> None:
    async with comparing() as program:
        screen = program.compare
        screen.choose(next(n for n, f in enumerate(screen.facts) if any("1971" in m.text for m in f.mentions.b)))
        await program.press("W")
        await take(program, "“1971” is wrong")
        assert all(f.type != "date" for f in screen.facts if any("1971" in m.text for m in f.mentions.b))
        await program.press("W")
        await take(program, "Take back: “1971” is wrong")
        assert fact(program, "1971") is not None


async def test_two_names_that_were_taken_for_one_are_parted() -> None:
    async with comparing() as program:
        screen = program.compare
        screen.corrected("")  # finds the facts itself: those of the story were written by hand
        await program.pilot.pause()
        await program.settled()
        screen.choose(next(n for n, f in enumerate(screen.facts) if (f.about, f.verdict) == ("Jonas Ek", "agree")))
        await program.press("W")
        await take(program, "A's Jonas Ek and B's are not the same one")
        apart = {f.about: f.verdict for f in screen.facts if f.type == "person" and "Ek" in f.about}
        assert sorted(apart.values()) == ["only-a", "only-b"]
        await program.press("W")
        assert isinstance(program.app.screen, ChoiceWindow)
        assert any("Jonas Ek is not Jonas Ek" in choice.label for choice in program.app.screen.list.choices)
        await program.press("escape u")
        assert [f.verdict for f in screen.facts if f.type == "person" and "Ek" in f.about] == ["agree"]


async def test_date_and_outlet_of_an_article() -> None:
    async with comparing() as program:
        await program.press("W")
        await take(program, "Set B's outlet")
        await program.type("Herald")
        await program.press("enter W")
        await take(program, "Set B's date")
        await program.type("last week")
        await program.press("enter")
        assert "Not one date" in program.screen_text
        await program.press("ctrl+u")
        await program.type("2024-05-14")
        await program.press("enter")
        comparison = program.compare.comparison
        assert comparison is not None
        assert (comparison.b.source, comparison.b.published) == ("Herald", "2024-05-14")
        assert "14 May 2024" in program.screen_text


def role(screen: ReaderScreen) -> str:
    return screen.article.sentences[-1].role


async def test_the_role_of_a_paragraph() -> None:
    async with running(given=session(bridge(), more=(chronicle(),))) as program:
        await program.press("enter")
        screen = program.app.screen
        assert isinstance(screen, ReaderScreen)
        await program.press("G R")
        await take(program, "Story")
        assert role(screen) == "body"
        await program.press("u")
        assert role(screen) == "promo"
        await program.press("ctrl+r q enter")
        assert isinstance(program.app.screen, ReaderScreen)
        assert role(program.app.screen) == "body"


async def test_the_role_of_a_paragraph_beside_another_article() -> None:
    """Of the side whose sentence the reader stands on."""
    async with comparing() as program:
        for side, words in (("a", "Read more: ten bridges that shook"), ("b", "Bus riders will have to change")):
            await stand(program, words)
            await program.press("R")
            await take(program, "Headline")
            assert program.compare.comparison is not None
            article = getattr(program.compare.comparison.articles, side)
            assert any(s.role == "headline" and words in article.text[s.start : s.end] for s in article.sentences)


async def test_a_headline_that_was_set_is_what_the_article_is_called() -> None:
    async with running(given=session(bridge(), more=(chronicle(),))) as program:
        await program.press("enter g R")
        await take(program, "Promo")
        await program.press("G R")
        await take(program, "Headline")
        assert "Read more: ten bridges that shook" in program.screen_text.splitlines()[0]
        await program.press("u u")
        assert "Old bridge closes after inspection" in program.screen_text.splitlines()[0]


async def test_a_fact_of_the_reader_is_set_right() -> None:
    async with running(given=session(bridge())) as program:
        await program.press("enter l W")
        screen = program.app.screen
        assert isinstance(screen, ChoiceWindow)
        first = screen.list.choices[0].label
        assert "is wrong" in first
        await program.press("enter")
        reader = program.app.screen
        assert isinstance(reader, ReaderScreen)
        words = first.split("“")[1].split("”")[0]
        assert all(m.text != words for f in reader.list.facts[:1] for m in f.mentions)


BREAD = (
    "Bread prices rose by a tenth in Lower Quill on Thursday.|Bakers blame drought in Ostermark.",
    "The price of bread rose by a tenth in Lower Quill on Thursday.|Bakers blame Ostermark's drought.",
    "Lower Quill pays a tenth more for bread.|Its bakers blame the drought in Ostermark.",
)


async def test_a_date_set_in_the_list_is_used_by_stories_and_by_the_facts_of_companions() -> None:
    given = Session([article(text, path=f"{name}.txt") for name, text in zip("abc", BREAD, strict=True)])
    async with running((140, 30), given=given) as program:
        await program.press("t")
        assert [heading.count for heading in program.library.list.headings] == [3]
        await program.press("t g j j W enter")
        await program.type("2024-05-14")
        await program.press("enter")
        assert "c, 14 May 2024" in program.screen_text
        await program.press("g x j x c")
        thursdays = [f.mentions.a[0].value for f in program.compare.facts if f.type == "date" and f.mentions.a]
        assert thursdays == ["2024-05-09"]
        for side, day in (("A", "2024-05-13"), ("B", "2021-03-03")):
            await program.press("W")
            await take(program, f"Set {side}'s date")
            await program.type(day)
            await program.press("enter")
        assert [a.path for a in given.story(program.compare.pair.b)] == ["b.txt"]
        thursdays = [f.mentions.b[0].value for f in program.compare.facts if f.type == "date" and f.mentions.b]
        assert thursdays == ["2021-02-25"]
        await program.press("q t")
        assert [heading.count for heading in program.library.list.headings] == [2, 1]
        await program.press("u")
        assert [heading.count for heading in program.library.list.headings] == [3]


async def set_thursday_right(program: Running) -> None:
    """Chooses the day that A alone tells, and opens what can be set right."""
    at = next(n for n, f in enumerate(program.compare.facts) if f.verdict == "only-a" and "Thursday" in said(f))
    program.compare.choose(at)
    await program.press("W")


async def test_the_fact_that_was_set_right_stays_chosen() -> None:
    """Found anew, it may be of another type and stand elsewhere: the next key is meant for it all the same."""
    async with comparing() as program:
        panel = program.compare.panel
        await set_thursday_right(program)
        await take(program, "another type")
        await take(program, "work")
        assert panel.fact is not None
        chosen = program.compare.facts[panel.fact]
        assert (said(chosen), chosen.type) == ("Thursday", "work")


async def test_where_the_fact_is_gone_the_cursor_stays_on_its_line() -> None:
    async with comparing() as program:
        panel = program.compare.panel
        await set_thursday_right(program)
        await take(program, "is wrong")
        assert panel.cursor > 0
        assert all("Thursday" not in said(f) for f in program.compare.facts)


def said(of: ComparedFact) -> str:
    return " ".join(m.text for side in of.mentions for m in side)


async def test_a_name_taken_for_another_type_can_be_joined_all_the_same() -> None:
    """The market square is no person; what counts is that the choice is there, after those of its own type."""
    async with comparing() as program:
        at = next(n for n, f in enumerate(program.compare.facts) if "the market square" in said(f))
        program.compare.choose(at)
        await program.press("W")
        await take(program, "is the same as")
        window = program.app.screen
        assert isinstance(window, ChoiceWindow)
        assert [choice.label for choice in window.list.choices] == ["A: Jonas Ek (person)"]
        await program.press("enter")
        assert "Joined two names: u undoes" in program.notices
