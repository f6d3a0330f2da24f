"""Rows: every sentence stands once, wrapping loses nothing, a layout knows what it shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.screens.story import article, bridge, crossed, linked
from tui.article import Span
from tui.comparing import Link
from tui.comparison import Comparison, link
from tui.rows import (
    Cells,
    Composer,
    Layout,
    Marks,
    Places,
    Row,
    Side,
    View,
    fold,
    fold_words,
    plan,
    plan_own,
    shape_of,
    shown_texts,
    wrap,
)
from tui.rows.fold import gather
from tui.rows.view import alone, beside, shown

TEXTS = st.text(
    st.one_of(
        st.sampled_from("abc de  fgh.,"),
        st.sampled_from("日本語。🇪🇺👩‍👩‍👧e\u0301—“”"),
        st.characters(),
    ),
    max_size=200,
)


@given(TEXTS, st.integers(2, 60))
def test_wrapping_loses_nothing_and_stays_inside_the_column(text: str, width: int) -> None:
    words = shown(text)
    starts = wrap(words, width)
    assert starts[0] == 0
    assert all(a < b for a, b in pairwise(starts))
    lines = [words[a:b] for a, b in zip(starts, (*starts[1:], len(words)), strict=True)]
    assert "".join(lines) == words
    for line in lines:
        visible = line.rstrip(" ")
        assert cell_len(visible) <= width or len(visible) <= 2 or _one_grapheme(visible, width)


def _one_grapheme(line: str, width: int) -> bool:
    """A single character that is wider than the column cannot be broken."""
    from rich.cells import split_graphemes

    return len(split_graphemes(line)[0]) == 1 and cell_len(line) > width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two ", "three"]),
        ("one two three", 8, ["one two ", "three"]),
        ("one  two", 4, ["one  ", "two"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("日本語です", 4, ["日本", "語で", "す"]),
        ("ab 日本", 4, ["ab ", "日本"]),
        ("word behind      ", 6, ["word ", "behind      "]),
    ],
)
def test_lines_break_behind_spaces_and_between_wide_characters(text: str, width: int, lines: list[str]) -> None:
    starts = wrap(text, width)
    assert [text[a:b] for a, b in zip(starts, (*starts[1:], len(text)), strict=True)] == lines


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Two articles of up to eight sentences, linked at random, some of them furniture."""
    texts = []
    for _ in range(2):
        some = st.sampled_from(["One here.|Two.", "Three.", "@promo Buy.", "@by By Us", ""])
        lines = draw(st.lists(some, max_size=5))
        texts.append(article("\n".join(lines)))
    a, b = texts
    free_a = [i for i, s in enumerate(a.sentences) if not s.is_furniture]
    free_b = [j for j, s in enumerate(b.sentences) if not s.is_furniture]
    pairs = list(zip(free_a, draw(st.permutations(free_b)), strict=False))[: draw(st.integers(0, 8))]
    links, last = [], -1
    for i, j in pairs:
        links.append(((i,), (j,), j < last))
        last = max(last, j)
    return linked(a, b, links, [])


@given(comparisons(), st.sampled_from(["a", "b"]))
def test_every_sentence_stands_in_exactly_one_row(comparison: Comparison, lead: Side) -> None:
    rows = plan(comparison, lead)
    for side, of in (("a", comparison.a), ("b", comparison.b)):
        stands = [i for row in rows if row.kind != "reference" for i in (row.a if side == "a" else row.b)]
        assert sorted(stands) == list(range(len(of.sentences)))
    leading = [row.of(lead)[0] for row in rows if row.of(lead) and row.kind != "reference"]
    assert leading == sorted(leading)


@given(comparisons())
def test_the_following_article_keeps_its_order_apart_from_moves(comparison: Comparison) -> None:
    places = [row.b[0] for row in plan(comparison) if row.b and (not row.moved or row.kind == "reference")]
    own = [j for j in places if not comparison.b.sentences[j].is_furniture]
    assert own == sorted(own)


@given(comparisons())
def test_folding_hides_no_difference(comparison: Comparison) -> None:
    rows = plan(comparison)
    for changes_only in (False, True):
        folded = fold(rows, changes_only=changes_only)
        assert [r for r in folded if r.is_difference] == [r for r in rows if r.is_difference]
        unfolded = [part for row in folded for part in (row.hidden or (row,))]
        assert unfolded == rows


@given(comparisons(), st.integers(20, 150), st.sampled_from(["auto", "beside", "unified", "changes"]))
def test_any_comparison_can_be_arranged_at_any_width(comparison: Comparison, width: int, look: str) -> None:
    for order in ("a", "b", "own"):
        view = View(order=order, look=look)  # type: ignore[arg-type]
        arrangement = beside(comparison).arrange(view, width, 24)
        for layout in arrangement.layouts:
            assert layout.height == sum(layout.bottom(n) - layout.bottom(n - 1) if n else layout.bottom(0) for n in
                                        range(len(layout.rows)))  # fmt: skip
            for y in range(layout.height):
                line = layout.line(y, 0)
                assert line is not None
                assert layout.row_at(y) == line.row


@given(comparisons())
def test_the_words_of_whole_sentences_are_those_of_their_cells(comparison: Comparison) -> None:
    composer, texts = Composer(comparison), shown_texts(comparison.a, comparison.b)
    whole = composer.whole(texts)
    for rows in (plan(comparison), fold(plan(comparison)), gather(plan(comparison, "b"))):
        cells = Cells(rows, composer.beside, texts)
        assert Cells(rows, composer.beside, texts, whole).words == cells.words
        assert all(whole(row) for row in rows if row.kind == "same" and len(row.a + row.b) == 2)


def test_a_moved_sentence_stands_beside_its_partner_and_leaves_a_reference() -> None:
    comparison = bridge()
    rows = plan(comparison)
    moved = next(row for row in rows if row.a == (3,))
    assert (moved.b, moved.moved, moved.kind) == ((4,), True, "same")
    reference = next(row for row in rows if row.kind == "reference" and row.b == (4,))
    assert rows.index(reference) > rows.index(moved)
    composer = Composer(comparison)
    assert composer.arrow(moved, "a") == "↓4"
    assert composer.arrow(moved, "b") == "↑3"


@pytest.mark.parametrize("width", [80, 140])
def test_a_run_of_references_is_one_calm_line(width: int) -> None:
    shown = beside(crossed())
    layout = shown.arrange(View(), width, 40).layouts[0]
    run = next(n for n, row in enumerate(layout.rows) if row.kind == "references")
    words = [layout.text(run, column) for column in range(2 if width > 100 else 1)]
    assert words == ["", "↑1 ↑2  2 of B shown elsewhere"][-len(words) :]
    opened = shown.arrange(View(opened=frozenset({layout.rows[run].key})), width, 40).layouts[0]
    assert [row.kind for row in opened.rows].count("reference") == 2


def test_in_one_column_a_sentence_without_a_row_of_its_own_says_whose_it_is_and_where_its_partner_stands() -> None:
    comparison = bridge()
    further = Link((7,), (5,), "reworded", False, 0.5, False, ())
    links = (*comparison.alignment.links, further)
    comparison = replace(comparison, alignment=replace(comparison.alignment, links=links, only_a=(), only_b=()))
    layout = beside(comparison).arrange(View(look="unified"), 80, 40).layouts[0]
    lone = [n for n, row in enumerate(layout.rows) if row.link == len(links) - 1]
    lines = [layout.line(layout.top(n), 0) for n in lone]
    signs = {line.cell.sign for line in lines if line is not None and line.cell is not None}
    assert signs == {"~<", "~>"}
    assert {layout.text(n, 0)[-11:] for n in lone} == {"  (see B 5)", "  (see A 7)"}


@pytest.mark.parametrize(("width", "look"), [(80, "unified"), (160, "beside")])
def test_a_sentence_names_all_that_tell_of_it(width: int, look: str) -> None:
    comparison = bridge()
    first = next(link for link in comparison.alignment.links if not link.moved)
    further = Link(first.a, (5,), "reworded", False, 0.5, False, ())
    links = (*comparison.alignment.links, further)
    comparison = replace(comparison, alignment=replace(comparison.alignment, links=links, only_b=()))
    layout = beside(comparison).arrange(View(look=look), width, 40).layouts[0]  # type: ignore[arg-type]
    [row] = [n for n, row in enumerate(layout.rows) if row.link == 0 and row.a]
    assert layout.text(row, 0).count(f"  (also B {comparison.b.numbers[5]})") == 1
    assert sum("(also" in layout.text(n, 0) for n in range(len(layout.rows))) == 1


def test_of_very_many_that_tell_of_a_sentence_the_first_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.rows.compose.MOST_ARROWS", 1)
    comparison = bridge()
    first = next(link for link in comparison.alignment.links if not link.moved)
    further = [Link(first.a, (there,), "reworded", False, 0.5, False, ()) for there in (5, 6)]
    links = (*comparison.alignment.links, *further)
    comparison = replace(comparison, alignment=replace(comparison.alignment, links=links, only_b=()))
    layout = beside(comparison).arrange(View(), 160, 40).layouts[0]
    assert any(words.endswith(f"  (also B {comparison.b.numbers[5]} …)") for words, _ in layout.cells.words)


def test_furniture_stands_beside_furniture_at_the_top() -> None:
    first, *_ = [row for row in plan(bridge()) if row.kind == "furniture"]
    assert (first.a, first.b) == ((1,), (0,)) or first.b == (0,)


def test_what_is_unlinked_carries_the_sign_of_its_side() -> None:
    kinds = {row.kind for row in plan(bridge())}
    assert {"only-a", "only-b", "same", "reworded", "furniture", "reference"} <= kinds


def test_a_reworded_sentence_runs_in_one_line_or_is_stacked() -> None:
    comparison = bridge()
    composer = Composer(comparison)
    rows = composer.stacked(plan(comparison))
    texts = shown_texts(comparison.a, comparison.b)
    layout = Layout(Cells(rows, composer.unified, texts), 90)
    lines = [layout.text(n, 0) for n in range(len(rows))]
    assert "[It was|The bridge,] opened in [1968 and|1971,] carries 9,000 cars a day." in lines
    stacked = [row for row in rows if row.continues]
    assert all(row.b and not row.a for row in stacked)
    assert sum(row.is_difference for row in rows) == sum(row.is_difference for row in plan(comparison))


def test_a_fold_says_what_it_hides() -> None:
    rows = [Row("same", (0,), (0,)), Row("same", (1,), (1,)), Row("furniture", (2,)), Row("only-a", (3,))]
    folded = fold(rows)
    assert fold_words(folded[0]) == "… 2 sentences the same …"
    changes = fold(rows, changes_only=True)
    assert [row.kind for row in changes] == ["fold", "only-a"]
    assert fold_words(changes[0]) == "… 2 sentences the same …"
    assert fold(rows, opened={rows[0].key})[:2] == rows[:2]


def test_places_find_what_is_folded() -> None:
    rows = fold([Row("same", (0,), (0,)), Row("same", (1,), (1,)), Row("only-a", (2,))])
    places = Places(rows)
    assert [places.row_of("a", i) for i in range(3)] == [0, 0, 1]
    assert places.row_of("b", 7) is None


@pytest.mark.parametrize(
    ("look", "order", "width", "shape"),
    [
        ("auto", "a", 160, "beside"),
        ("auto", "a", 80, "unified"),
        ("beside", "a", 80, "beside"),
        ("unified", "a", 160, "unified"),
        ("auto", "own", 160, "own"),
        ("auto", "own", 80, "unified"),
        ("changes", "a", 160, "beside"),
    ],
)
def test_the_shape_goes_by_the_view_and_the_width(look: str, order: str, width: int, shape: str) -> None:
    assert shape_of(View(order=order, look=look), width) == shape  # type: ignore[arg-type]


def test_own_order_has_one_row_a_sentence() -> None:
    comparison = bridge()
    for side, of in (("a", comparison.a), ("b", comparison.b)):
        rows = plan_own(comparison, side)  # type: ignore[arg-type]
        assert [(row.a or row.b)[0] for row in rows] == list(range(len(of.sentences)))


def test_an_article_alone_stands_by_paragraphs() -> None:
    arrangement = alone(bridge().a).arrange(View(), 80, 40)
    rows = arrangement.layouts[0].rows
    assert [row.a for row in rows] == [(0,), (1,), (2, 3), (4, 5), (6, 7), (8,)]


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: Span(min(p), max(p))), max_size=12)


@given(SPANS, st.integers(0, 60), st.integers(0, 60))
def test_marks_answer_as_a_set_of_offsets_would(spans: list[Span], one: int, two: int) -> None:
    start, end = min(one, two), max(one, two)
    marked = {n for s in Marks({"changed": spans}).within(start, end) for n in range(s.start, s.end)}
    assert marked == {n for span in spans for n in range(span.start, span.end)} & set(range(start, end))


def test_a_new_layer_leaves_the_others() -> None:
    marks = Marks({"changed": [Span(0, 4)]}).with_layer("found", [Span(2, 6)])
    assert [(m.start, m.end, m.mark) for m in marks.within(0, 10)] == [(0, 4, "changed"), (2, 6, "found")]


def test_between_revisions_a_move_is_a_difference_and_is_never_folded() -> None:
    paragraphs = [
        "The council voted on Monday to build a bridge over the river.",
        "The bridge will cost 14 million euros, the mayor said.",
        "Residents of the old town fear noise and have collected signatures.",
    ]
    one, other = "\n".join(paragraphs), "\n".join([paragraphs[0], paragraphs[2], paragraphs[1]])
    comparison = link(article(one), article(other), mode="revision")
    rows = fold(plan(comparison), changes_only=True)
    assert [row.kind for row in rows if row.is_difference] == ["same"]
    assert [row.kind for row in rows if row.moved and row.kind != "reference"] == ["same"]
