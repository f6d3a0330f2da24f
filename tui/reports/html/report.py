"""Comparison → the page of two texts and their facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from tui.article import Pair
from tui.comparison import Comparison
from tui.reports.html.element import el
from tui.reports.html.facts import QUIET, Marks, facts_panel
from tui.reports.html.marked import FactLook, MarkedText, Place
from tui.reports.html.page import page
from tui.reports.html.texts import Texts
from tui.reports.naming import told_apart
from tui.reports.origin import origin_of
from tui.reports.words import comparison_summary
from tui.rows import shown_texts, word_marks
from tui.safe import safe_line
from tui.verdicts import GRAVITY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.library import FactMark


def html_text(comparison: Comparison, *, marks: Mapping[int, FactMark] | None = None) -> str:
    """The page. `marks`: what the reader made of the facts, by their index in `comparison.facts`."""
    made = marks or {}
    names = told_apart(comparison.articles)
    title = " | ".join(names)
    head = el(
        "header",
        el("h1", title, dir="auto"),
        el("p", " · ".join(comparison_summary(comparison)), class_="summary"),
        [el("p", f"Note: {safe_line(note)}", class_="remark") for note in comparison.notes],
        _ways(comparison),
    )
    main = el("main", facts_panel(comparison, made), Texts(comparison, _marked(comparison, made)).section(names))
    return page(title, [head, main], origin_of(comparison))


def _ways(comparison: Comparison) -> Element:
    """Ways inside the page; the buttons appear where the script runs."""
    conflicts = any(fact.verdict == "conflict" for fact in comparison.facts or ())
    buttons = [("K", "previous difference"), ("J", "next difference")]
    buttons += [("<", "previous conflict"), (">", "next conflict")] if conflicts else []
    return el(
        "nav",
        el("a", "Facts", href="#facts"),
        el("a", "Texts", href="#texts"),
        el(
            "span",
            [
                el("button", words, " ", el("kbd", key, aria_hidden="true"), type="button", data_key=key)
                for key, words in buttons
            ],
            el("button", "fold what is the same", type="button", data_key="z", aria_pressed="false"),
            el("label", el("input", type="checkbox", id="keys", checked="checked"), " keys"),
            class_="tools",
            hidden="",
        ),
        aria_label="In this page",
    )


def _marked(comparison: Comparison, marks: Marks) -> Pair[MarkedText]:
    looks = [FactLook(fact.verdict, fact.verdict not in QUIET) for fact in comparison.facts or ()]
    for n, mark in marks.items():
        if mark.state == "dismissed" and n < len(looks):
            looks[n] = FactLook("dismissed", is_link=False)
    texts, changed = shown_texts(comparison.a, comparison.b), word_marks(comparison)
    tags = ("del", "ins") if comparison.mode == "revision" else ("mark", "mark")
    return Pair(
        MarkedText("a", texts["a"], _places(comparison, 0), looks, changed.a, tags[0]),
        MarkedText("b", texts["b"], _places(comparison, 1), looks, changed.b, tags[1]),
    )


def _places(comparison: Comparison, side: int) -> Iterator[Place]:
    for n, fact in enumerate(comparison.facts or ()):
        for mention in fact.mentions[side]:
            yield Place(mention.start, mention.end, n, GRAVITY.index(fact.verdict))
