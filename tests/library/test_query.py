"""The query language: what it finds, and that no typing breaks it."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.telling import HARBOUR, LIGHTHOUSE, article
from tui.article import Article
from tui.library import Library, parse
from tui.library.query import All, Either, Expression, Not, Term

STORM = "Storm wrecks the old pier\n\nThe pier at Dunmore was lost in a storm on Sunday. Repairs may take a year.\n"
ARTICLES: dict[str, Article] = {
    "light": replace(article(LIGHTHOUSE), source="Corrie Courier", published="2024-03-05"),
    "boats": replace(article(HARBOUR), source="Daily Harbour", published="2024-03"),
    "storm": replace(article(STORM), source="Corrie Courier", published=None, title="Storm wrecks the old pier"),
    "café": replace(article("Das Café am Hafen schließt. Über München berichtet keiner.\n"), published="2023"),
}


@pytest.fixture(scope="module")
def library() -> Library:
    library = Library.in_memory()
    library.articles.add(ARTICLES.values())
    library.triage.set_state([ARTICLES["light"].id], "flagged")
    library.triage.set_state([ARTICLES["storm"].id], "read")
    library.triage.set_note(ARTICLES["boats"].id, "ask again")
    return library


def found(library: Library, query: str) -> str:
    names = {a.id: name for name, a in ARTICLES.items()}
    return " ".join(sorted(names[entry.id] for entry in library.articles.entries(library.listing.numbers(query))))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", "boats café light storm"),
        ("lighthouse", "light"),
        ("LIGHT", "light"),
        ("repair", "boats storm"),
        ('"repair"', ""),
        ('"lamp had failed"', "light"),
        ('"failed lamp had"', ""),
        ("moira boats", "boats light"),
        ("courier", "light storm"),
        ("outlet:courier", "light storm"),
        ('outlet:"daily harbour"', "boats"),
        ("title:storm", "storm"),
        ("title:sunday", ""),
        ("text:sunday", "storm"),
        ("-corrie", "café"),
        ("moira -council", "light"),
        ("-is:flagged -is:read", "boats café"),
        ("pier OR lighthouse", "light storm"),
        ("corrie pier OR lighthouse", "light storm"),
        ("(moira council) OR pier", "boats storm"),
        ("-(moira OR pier)", "café"),
        ("is:flagged OR pier", "light storm"),
        ("is:unread", "boats café"),
        ("is:noted", "boats"),
        ("is:revised", ""),
        ("before:2024", "café"),
        ("before:2024-03-05", "boats café"),
        ("after:2024-03-05", "light"),
        ("after:2023", "boats café light"),
        ("-after:2024", "café storm"),
        ("after:2024 moira council", "boats"),
        ("cafe munchen", "café"),
        ("OUTLET:courier", "light storm"),
        ("story:7", ""),
        ("nothinglikethis", ""),
        ("sto", "storm"),
        ("cou", "light storm"),
        ("kee", ""),
        ("on", "boats light storm"),
        ("sto pier", "storm"),
        ("title:sto", "storm"),
        ("text:kee", "boats light"),
    ],
)
def test_finds(library: Library, query: str, names: str) -> None:
    assert parse(query).errors == ()
    assert found(library, query) == names


@pytest.mark.parametrize(
    ("query", "start", "end", "what", "names"),
    [
        ('moira "lamp had', 6, 7, "not closed", "light"),
        ("moira colour:red", 6, 16, "no field colour:", "boats light"),
        ("is:purple pier", 0, 9, "is: takes", "storm"),
        ("before:yesterday", 0, 16, "date", "boats café light storm"),
        ("after:2024-13", 0, 13, "date", "boats café light storm"),
        ("pier OR", 5, 7, "both sides", "storm"),
        ("OR pier", 0, 2, "both sides", "storm"),
        ("(pier", 0, 1, "not closed", "storm"),
        ("pier)", 4, 5, "nothing was opened", "storm"),
        ("- pier", 0, 1, "minus", "storm"),
        ("title: pier", 0, 6, "nothing behind title:", "storm"),
        ("… pier", 0, 1, "no word", "storm"),
    ],
)
def test_an_error_has_its_place_and_empties_nothing(
    library: Library, query: str, start: int, end: int, what: str, names: str
) -> None:
    [error] = parse(query).errors
    assert (error.start, error.end) == (start, end)
    assert what in error.what
    assert found(library, query) == names


def test_or_binds_two_neighbours() -> None:
    assert parse("a1 OR b2 OR c3 d4").expression == All((Either((_word("a1"), _word("b2"), _word("c3"))), _word("d4")))
    assert parse("-a1 OR b2").expression == Either((Not(_word("a1")), _word("b2")))
    assert parse("ORdeal OR1").errors == ()


def _word(value: str) -> Expression:
    return Term("any", value)


PIECE = st.sampled_from(
    [
        '"',
        "(",
        ")",
        "-",
        " ",
        "OR",
        "title:",
        "is:flagged",
        "before:2024",
        "story:3",
        "pier",
        "*",
        ":",
        "^",
        "\0",
        "NEAR",
        "{",
    ]
) | st.text(max_size=4)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECE, max_size=12).map("".join))
def test_nothing_typed_raises_or_points_outside(library: Library, query: str) -> None:
    parsed = parse(query)
    assert all(0 <= error.start < error.end <= len(query) for error in parsed.errors)
    library.listing.numbers(parsed)


@pytest.mark.timed
@pytest.mark.parametrize("piece", ["(", "-", '"', "OR ", "a ", ")", "title:", "-(", "a OR "])
def test_time_grows_with_the_length_alone(library: Library, piece: str) -> None:
    start = time.process_time()
    parsed = parse(piece * 20_000)
    library.listing.numbers(parsed)
    assert time.process_time() - start < 2


def test_no_query_reads_or_writes_anything_else(library: Library) -> None:
    for query in ("'; DROP TABLE articles; --", '" UNION SELECT * FROM texts --', "title:') OR 1=1 --"):
        library.listing.numbers(query)
    assert len(library.listing.numbers()) == 4


def test_scripts_without_blanks_between_words() -> None:
    library = Library.in_memory()
    library.articles.add([article("灯台の明かりが消えた。漁船は港の外で待った。\n"), article(LIGHTHOUSE)])
    assert [library.listing.numbers(q) for q in ("漁船", "text:港の外", "title:漁船", "-漁船")] == [[1], [1], [], [2]]


def test_orders() -> None:
    library = Library.in_memory()
    library.articles.add(ARTICLES.values())
    names = {a.id: name for name, a in ARTICLES.items()}

    def listed(sort: str) -> list[str]:
        return [names[e.id] for e in library.articles.entries(library.listing.numbers("", sort))]  # type: ignore[arg-type]

    assert listed("date") == ["light", "boats", "café", "storm"]
    assert listed("added") == ["café", "storm", "boats", "light"]
    assert listed("outlet") == ["light", "storm", "boats", "café"]
