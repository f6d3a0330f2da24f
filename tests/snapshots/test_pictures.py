"""Pictures of the screens, for their layout; what a key does is tested beside the screens."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.screens.running import comparing, running
from tests.screens.story import article, bridge, chronicle, gazette, linked, session
from tests.snapshots.styled_text import screen_document
from tui.article import Article, Span
from tui.comparing import DEFAULT_IGNORE, IGNORABLE, Alignment, Edit, Link
from tui.comparison import Comparison, FactsTable
from tui.facts import Fact, FactType, Mention
from tui.screens import reader, table
from tui.screens.compare import CompareScreen
from tui.screens.session import Session
from tui.verdicts.table import Cell, Row

SIZES = [(40, 12), (80, 24), (120, 40), (200, 50)]
THEMES = ["light", "blue-orange", "terminal", "none"]
"""Beside the dark one, which all other pictures are in."""


def ids(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=ids)
async def test_library(size: tuple[int, int], screen: SnapshotAssertion) -> None:
    async with running(size) as program:
        await program.press("x j")
        assert screen_document(program.app) == screen


async def test_first_start(screen: SnapshotAssertion) -> None:
    async with running((80, 24), first_start=True) as program:
        assert screen_document(program.app) == screen


async def test_an_empty_library(screen: SnapshotAssertion) -> None:
    async with running((80, 24), given=session()) as program:
        assert screen_document(program.app) == screen


async def test_filtering(screen: SnapshotAssertion) -> None:
    async with running((80, 24)) as program:
        await program.press("/")
        await program.type("gaz")
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("size", [*SIZES, (140, 40)], ids=ids)
async def test_compare(size: tuple[int, int], screen: SnapshotAssertion) -> None:
    async with comparing(size) as program:
        await program.press(">")
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("size", SIZES, ids=ids)
async def test_facts(size: tuple[int, int], screen: SnapshotAssertion) -> None:
    async with comparing(size) as program:
        await program.press("tab j")
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("theme", THEMES)
async def test_themes(theme: str, screen: SnapshotAssertion) -> None:
    async with comparing((100, 30), theme) as program:
        await program.press(">")
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("keys", ["2", "3", "o", "o o", "s G", "/ b r i d g e enter"], ids=lambda k: k.replace(" ", ""))
async def test_ways_to_look(keys: str, screen: SnapshotAssertion) -> None:
    async with comparing((120, 30)) as program:
        await program.press(keys)
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("size", SIZES, ids=ids)
async def test_why(size: tuple[int, int], screen: SnapshotAssertion) -> None:
    async with comparing(size) as program:
        await program.press("tab enter")
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("size", SIZES, ids=ids)
async def test_help(size: tuple[int, int], screen: SnapshotAssertion) -> None:
    async with comparing(size) as program:
        await program.press("?")
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("size", SIZES, ids=ids)
async def test_palette(size: tuple[int, int], screen: SnapshotAssertion) -> None:
    async with comparing(size) as program:
        await program.press("ctrl+p")
        await program.type("fact")
        await program.settled()
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("size", SIZES, ids=ids)
async def test_setting_right(size: tuple[int, int], screen: SnapshotAssertion) -> None:
    async with comparing(size) as program:
        await program.press("> W j")
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("keys", ["F", "e", "i", "M"])
async def test_windows(keys: str, screen: SnapshotAssertion) -> None:
    async with comparing((40, 12)) as program:
        await program.press(f"> {keys}")
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("size", [(40, 12), (140, 40)], ids=ids)
async def test_groups_of_facts(size: tuple[int, int], screen: SnapshotAssertion) -> None:
    async with comparing(size) as program:
        await program.press("tab G k enter j j")
        assert screen_document(program.app) == screen


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A date and a person, whatever the engine finds."""

    def told(articles: Sequence[Article]) -> list[tuple[Fact, ...]]:
        return [tuple(_fact(of, words) for words in ("1968", "Jonas Ek") if words in of.text) for of in articles]

    monkeypatch.setattr(reader, "find_facts", told)


def _fact(of: Article, words: str) -> Fact:
    at = of.text.index(words)
    kind: FactType = "date" if words.isdigit() else "person"
    return Fact(kind, f"about {words}", (Mention(at, at + len(words), words, words),))


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize("size", SIZES, ids=ids)
async def test_reader(size: tuple[int, int], screen: SnapshotAssertion) -> None:
    async with running(size) as program:
        await program.press("enter l")
        assert screen_document(program.app) == screen


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize("theme", THEMES)
async def test_reader_in_each_theme(theme: str, screen: SnapshotAssertion) -> None:
    async with running((80, 16), theme=theme) as program:
        await program.press("enter l")
        assert screen_document(program.app) == screen


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three rows, whatever the engine finds."""

    def cell(words: str) -> Cell:
        return Cell((Mention(0, 1, words, words),))

    rows = (
        Row("date", "the bridge opened", "conflict", {(0, 1): "conflict"}, (cell("1968"), cell("1971"), None)),
        Row("person", "Jonas Ek", "agree", {(0, 1): "agree"}, (cell("Jonas Ek"), cell("Jonas Ek"), None)),
        Row("place", "the Sill", "only", {}, (None, None, cell("the Sill"))),
    )
    monkeypatch.setattr(table, "facts_table", lambda articles, **_: FactsTable(tuple(articles), rows))


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("size", SIZES, ids=ids)
async def test_facts_table(size: tuple[int, int], screen: SnapshotAssertion) -> None:
    async with running(size) as program:
        await program.press("m l x l")
        assert screen_document(program.app) == screen


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("theme", THEMES)
async def test_facts_table_in_each_theme(theme: str, screen: SnapshotAssertion) -> None:
    async with running((80, 16), theme=theme) as program:
        await program.press("m l x l")
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("theme", THEMES)
async def test_facts_in_each_theme(theme: str, screen: SnapshotAssertion) -> None:
    async with comparing((80, 24), theme) as program:
        await program.press("tab a f")
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("theme", THEMES)
async def test_library_in_each_theme(theme: str, screen: SnapshotAssertion) -> None:
    async with running((80, 16), theme=theme) as program:
        await program.press("x j x j v f")
        assert screen_document(program.app) == screen


def _identical() -> Comparison:
    return linked(gazette(), gazette(), [((n,), (n,), False) for n in (0, 2, 3, 4, 5, 6, 7)], [])


def _strangers() -> Comparison:
    return linked(gazette(), chronicle(), [], [])


def _scripts() -> Comparison:
    a = article(
        "市长辞职了。|他说：“我很抱歉。”\nThe 👩‍👩‍👧 family and the 🇪🇺 flag.|رئيس البلدية استقال.", source="一报"
    )
    b = article("市长宣布辞职。|他说他很抱歉。\nA family 👩‍👩‍👧 and a flag.|رئيس البلدية.", source="二报")
    return linked(a, b, [((n,), (n,), False) for n in range(4)], [])


@pytest.mark.parametrize("pair", [_identical, _strangers, _scripts], ids=["identical", "strangers", "scripts"])
@pytest.mark.parametrize("size", [(80, 24), (120, 24)], ids=ids)
async def test_odd_pairs(pair: object, size: tuple[int, int], screen: SnapshotAssertion) -> None:
    assert callable(pair)
    comparison: Comparison = pair()
    given = session(bridge())
    given.keep(comparison, given.options)
    async with running(size, given=given) as program:
        program.app.push_screen(CompareScreen(given, comparison.articles))
        await program.pilot.pause()
        await program.press("J")
        assert screen_document(program.app) == screen


SMALL = (40, 12)


async def test_an_empty_library_in_the_smallest_window(screen: SnapshotAssertion) -> None:
    async with running(SMALL, given=session()) as program:
        assert screen_document(program.app) == screen


@pytest.mark.parametrize("keys", ["x", "m", "enter"])
async def test_one_article(keys: str, screen: SnapshotAssertion) -> None:
    async with running(SMALL, given=Session([chronicle()])) as program:
        await program.press(keys)
        assert screen_document(program.app) == screen


async def test_scripts_in_the_library(screen: SnapshotAssertion) -> None:
    pair = _scripts()
    async with running((80, 16), given=session(pair)) as program:
        await program.press("x j")
        assert screen_document(program.app) == screen


def _long() -> Comparison:
    """10,000 sentences that are the same but for every hundredth."""
    a, b = (
        article("\n".join(f"{n // 100} {'rope' if n % 100 else word} of the bell." for n in range(10_000)), source=word)
        for word in ("Anvil", "Barge")
    )
    links = []
    for n, (s, t) in enumerate(zip(a.sentences, b.sentences, strict=True)):
        whole = Edit("equal" if n % 100 else "replace", Span(s.start, s.end), Span(t.start, t.end))
        links.append(Link((n,), (n,), "same" if n % 100 else "reworded", False, 0.9, True, (whole,)))
    alignment = Alignment("tellings", tuple(links), (), (), dict.fromkeys(IGNORABLE, 0))
    return Comparison(a, b, alignment, DEFAULT_IGNORE, (), ())


async def test_ten_thousand_sentences(screen: SnapshotAssertion) -> None:
    comparison = _long()
    given = session(comparison)
    async with running((120, 24), given=given) as program:
        program.app.push_screen(CompareScreen(given, comparison.articles))
        await program.pilot.pause()
        await program.press("G K")
        assert screen_document(program.app) == screen
        await program.press("3")
        assert "100 of 100" in program.compare.status.text
