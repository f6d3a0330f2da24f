"""Every key of the compare screen that goes through the facts, by what it changes."""

from __future__ import annotations

from dataclasses import replace

from tests.screens.running import comparing, running
from tests.screens.story import bridge, session
from tui.screens.why import WhyScreen
from tui.screens.window import ChoiceWindow, WriteWindow

CONFLICT, ALTERED, AGREE = 0, 1, 2


async def test_facts_are_walked_and_marked_as_seen() -> None:
    async with comparing((150, 40)) as program:
        await program.press("l")
        screen = program.compare
        assert (screen.panel.fact, screen.judgement(CONFLICT).state) == (CONFLICT, "seen")
        assert screen.judgement(ALTERED).state == "unseen"
        await program.press("l right")
        assert screen.panel.fact == AGREE
        await program.press("h left")
        assert screen.panel.fact == CONFLICT

        assert "3 of 7 seen" in screen.panel_foot.text


async def test_a_long_fact_leaves_room_for_the_key_that_says_why_and_for_what_is_hidden() -> None:
    comparison = bridge()
    facts = comparison.facts or ()
    said = replace(facts[0].mentions.a[0], text="the spring of the year 1968, or a little later than that")
    long = replace(facts[0], mentions=facts[0].mentions._replace(a=(said,)))
    async with running((80, 24), given=session(replace(comparison, facts=(long, *facts[1:])))) as program:
        await program.press("x j c l")
        line = program.compare.status.text
        assert line.rstrip().endswith("Enter why")
        assert "2 hidden" in line
        assert "≠ A the spring" in line


async def test_tab_opens_the_facts_and_enter_says_why() -> None:
    async with comparing((80, 24)) as program:
        screen = program.compare
        assert not screen.panel_is_open
        await program.press("tab")
        assert screen.panel_is_open
        assert screen.focused is screen.panel
        await program.press("enter")
        assert isinstance(program.app.screen, WhyScreen)
        assert "1968 against 1971" in program.screen_text
        await program.press("escape escape")
        assert not screen.panel_is_open
        await program.press("shift+tab")
        assert screen.panel_is_open


async def test_enter_opens_a_group_of_facts() -> None:
    async with comparing() as program:
        await program.press("tab")
        panel = program.compare.panel
        panel.stand_on(next(n for n, e in enumerate(panel.entries) if e.verdict == "only-a"))
        await program.press("enter")
        assert [panel.facts[e.fact].about for e in panel.entries if e.fact is not None][-2:] == [
            "closed to lorries",
            "the council meets",
        ]
        await program.press("enter")
        assert all(e.verdict != "only-a" or e.fact is None for e in panel.entries)


async def test_the_sentences_of_one_side_alone_are_walked_in_the_panel() -> None:
    async with comparing() as program:
        await program.press("tab")
        panel, texts = program.compare.panel, program.compare.texts
        panel.stand_on(next(n for n, e in enumerate(panel.entries) if e.group == "alone-a"))
        await program.press("enter j j")
        assert panel.entry is not None
        assert panel.entry.sentence is not None
        side, sentence = panel.entry.sentence
        assert texts.row is not None
        assert (texts.row.kind, texts.row.of(side)) == ("only-a", (sentence,))
        assert program.compare.pair.a.text_of(sentence)[:20] in program.screen_text
        await program.press("enter")
        assert program.compare.focused is texts.pane
        assert texts.row.of(side) == (sentence,)


async def test_triage_moves_on_and_is_undone() -> None:
    async with comparing() as program:
        screen = program.compare
        await program.press("a")
        assert "Choose a fact first: l, or Tab" in program.notices
        await program.press("tab a")
        assert screen.judgement(CONFLICT).state == "accepted"
        assert screen.panel.fact == ALTERED
        await program.press("f")
        assert screen.judgement(ALTERED).state == "flagged"
        await program.press("u")
        assert screen.judgement(ALTERED).state == "seen"
        await program.press("u")
        assert screen.judgement(CONFLICT).state == "seen"
        await program.press("ctrl+r ctrl+r")
        assert screen.judgement(ALTERED).state == "flagged"
        await program.press("ctrl+r")
        assert "Nothing to redo" in program.notices


async def test_a_dismissed_conflict_counts_no_longer_and_can_be_shown() -> None:
    async with comparing() as program:
        screen = program.compare
        assert "1 conflict" in screen.title_bar.text
        await program.press("tab d")
        assert "no conflict" in screen.title_bar.text
        assert CONFLICT not in [e.fact for e in screen.panel.entries]
        await program.press("escape >")
        assert any("No conflict between these two" in notice for notice in program.notices)
        await program.press("H")
        assert CONFLICT in [e.fact for e in screen.panel.entries]
        await program.press("H u")
        assert "1 conflict" in screen.title_bar.text


async def test_a_note_is_kept() -> None:
    async with comparing() as program:
        await program.press("tab e")
        assert isinstance(program.app.screen, WriteWindow)
        await program.type("ask the city")
        await program.press("enter")
        assert program.compare.judgement(CONFLICT).note == "ask the city"
        await program.press("enter")
        assert "ask the city" in program.screen_text


async def test_facts_are_filtered() -> None:
    async with comparing() as program:
        await program.press("F")
        assert isinstance(program.app.screen, ChoiceWindow)
        await program.press("j space enter")
        panel = program.compare.panel
        assert [e.fact for e in panel.entries] == [ALTERED]
        assert "filtered" in program.compare.panel_head.text or not program.compare.panel_is_open
        await program.press("F j space enter")
        assert len(panel.entries) > 1


async def test_facts_that_come_later_move_nothing() -> None:
    comparison = bridge()
    given = session(comparison)
    async with running(given=given) as program:
        await program.press("x j c J J")
        place = (program.texts.pane.cursor, program.texts.pane.top)
        program.compare.take_facts(given.triage_of(comparison))
        assert (program.texts.pane.cursor, program.texts.pane.top) == place


async def test_a_key_that_wants_facts_too_early_is_answered_until_they_come() -> None:
    comparison = bridge()
    given = session(comparison)
    async with comparing() as program:
        screen = program.compare
        screen.comparison = replace(comparison, facts=None)
        screen.take_facts(None)
        for key in (">", "l"):
            await program.press(key)
            assert "the facts are still being looked for" in screen.status.text
        assert program.notices == []
        screen.comparison = comparison
        screen.take_facts(given.triage_of(comparison))
        await program.settled()
        assert "still being looked for" not in screen.status.text
        assert "1968" in screen.status.text, "the last key counts: l goes to the first fact"


async def test_a_conflict_that_was_asked_for_too_early_is_gone_to_once_it_is_known() -> None:
    comparison = bridge()
    async with comparing() as program:
        screen = program.compare
        for keys, is_shown in ((">", True), ("> escape", False)):
            screen.comparison = replace(comparison, facts=None)
            screen.take_facts(None)
            await program.press(keys)
            screen.comparison = comparison
            screen.take_facts(session(comparison).triage_of(comparison))
            await program.settled()
            assert ("≠ A 1968 · B 1971   the bridge opened" in screen.status.text) is is_shown
            await program.press("escape g")


async def test_what_a_group_stands_for_comes_into_the_window_when_it_is_opened() -> None:
    async with comparing((80, 12)) as program:
        panel = program.compare.panel
        await program.press("tab")
        panel.stand_on(next(n for n, entry in enumerate(panel.entries) if entry.group == "only-a"))
        line = panel.cursor
        assert panel.top + panel.size.height <= line + 2, "below the line is no room for what it stands for"
        await program.press("enter")
        assert panel.cursor == line
        shown = range(panel.top, panel.top + panel.size.height)
        assert line in shown
        assert line + 2 in shown


async def test_facts_that_came_while_the_panel_was_closed_have_the_height_of_its_width() -> None:
    async with comparing((80, 24)) as program:
        panel = program.compare.panel
        await program.press("tab escape . , tab")
        assert panel.get_content_height(panel.size, panel.size, panel.size.width) == len(panel.entries)


async def test_the_rule_of_a_verdict_is_seen_however_long_the_passages_are() -> None:
    async with comparing((40, 12)) as program:
        await program.press("tab enter")
        assert "1968 against 1971" in " ".join(program.screen_text.split())


async def test_reasons_are_read_and_judged_one_after_the_other() -> None:
    async with comparing((80, 24)) as program:
        screen = program.compare
        await program.press("tab enter")
        assert "the bridge opened" in program.screen_text
        await program.press("l")
        assert isinstance(program.app.screen, WhyScreen)
        assert "! altered" in program.screen_text
        assert "the bridge opened" not in program.screen_text
        await program.press("h d")
        assert screen.judgement(CONFLICT).state == "dismissed"
        assert "! altered" in program.screen_text
        await program.press("escape")
        assert screen.panel.fact == 1, "the panel went along"


async def test_opening_the_facts_leaves_the_reader_where_he_is() -> None:
    async with comparing((80, 24)) as program:
        screen = program.compare
        program.texts.go_to("b", screen.pair.b.text.index("Bus riders"))
        await program.pilot.pause()
        here = screen.texts.here
        await program.press("tab")
        assert screen.panel_is_open
        assert screen.texts.here == here, "what is told here alone stands in a closed group"
        await program.press("enter")
        assert screen.panel.fact == CONFLICT
        assert screen.texts.here != here, "Enter goes to the fact under the cursor"


async def test_opening_the_facts_chooses_the_one_that_is_told_here() -> None:
    async with comparing((80, 24)) as program:
        screen = program.compare
        at = screen.pair.a.text.index("Nobody is in danger")
        program.texts.go_to("a", at)
        await program.press("tab")
        assert screen.panel.fact == 1
        assert screen.texts_show_fact


async def test_the_last_fact_says_how_to_open_what_stands_behind_it() -> None:
    async with comparing((80, 24)) as program:
        await program.press("l l l l l")
        assert program.notices == ["No further fact; Tab, then Enter opens what stands behind ▸"]
        await program.press("tab l")
        assert program.notices == ["No further fact; j, then Enter opens what stands behind ▸"]


async def test_a_group_is_not_opened_for_a_fact_that_was_dismissed() -> None:
    async with comparing((80, 24)) as program:
        screen = program.compare
        at = next(n for n, f in enumerate(screen.facts) if f.verdict == "only-a")
        screen.choose(at)
        await program.press("d")
        screen.panel.turned = frozenset()
        screen.choose(at)
        assert screen.panel.turned == frozenset()
