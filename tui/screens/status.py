"""The words of heads and status lines. No widget here."""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article
from tui.comparing import DEFAULT_IGNORE
from tui.comparison import Comparison
from tui.reports.naming import day, opening, outlet
from tui.rows import Layout, Side
from tui.safe import safe_line
from tui.widgets.bar import Part
from tui.widgets.paint import fit


def head(side: Side, article: Article) -> list[Part]:
    """` A  cable news   15 Sep 2023   511 words`."""
    return [
        Part(f"{side.upper()}  {outlet(article)}", "a" if side == "a" else "b"),
        Part(day(article.published) or "no date", "muted", rank=6),
        Part(f"{article.words:,} words", "muted", rank=7),
    ]


def short_head(a: Article, b: Article) -> list[Part]:
    """Both on one line, for a narrow window."""
    return [
        Part(f"A {outlet(a)}", "a"),
        Part(day(a.published, year=False), "muted", rank=5),
        Part(f"B {outlet(b)}", "b"),
        Part(day(b.published, year=False), "muted", rank=5),
    ]


def story(articles: Sequence[Article], a: Article, width: int) -> str:
    """What the story is called, in at most `width` cells: the first title there is, or how A opens."""
    titled = next((article for article in (a, *articles) if article.title), a)
    return fit(opening(titled), width).rstrip()


def position(numbers: Sequence[int], sentence: int | None) -> str:
    """`9/19`: the sentence of the story and how many there are. `numbers`: those of `Article`."""
    total = numbers[-1] if numbers else 0
    return f"{0 if sentence is None else numbers[sentence]}/{total}" if numbers else "0/0"


def difference(layout: Layout | None, cursor: int) -> str:
    """`4 of 17`: differences up to here, and all of them."""
    if layout is None or not layout.rows or not layout.differences[-1]:
        return "no difference"
    return f"{layout.differences[min(cursor, len(layout.rows) - 1)]} of {layout.differences[-1]}"


def mode(comparison: Comparison) -> str:
    """`tellings`; of a revision also what makes it one: `revision · 24 words edited · 2 moved`."""
    alignment = comparison.alignment
    if alignment.mode != "revision":
        return alignment.mode
    edited = [f"{alignment.edited_words:,} words edited"] if alignment.edited_words else []
    moved = [f"{len(alignment.moves)} moved"] if alignment.moves else []
    return " · ".join((alignment.mode, *edited, *moved))


def hidden(comparison: Comparison) -> tuple[str, str]:
    """What the ignore rules hide, in a long and a short form; empty where they hide nothing and are the usual."""
    count = sum(comparison.alignment.hidden.values())
    if not count and comparison.ignore == DEFAULT_IGNORE:
        return "", ""
    kinds = [kind for kind in sorted(comparison.ignore) if comparison.alignment.hidden.get(kind)]
    names = ", ".join(kinds or sorted(comparison.ignore)) or "nothing"
    return f"ignoring {names} ({count} hidden)", f"{count} hidden"


def notes(comparison: Comparison) -> str:
    """What the reader has to know of the result. What is looked for word by word comes with the facts, so that the
    texts do not wait for it."""
    if comparison.facts is None and "notes" not in vars(comparison):
        return safe_line(" · ".join(comparison.limits))
    foreign = [f"{' '.join(comparison.foreign)} not English"] if comparison.foreign else []
    count = len(comparison.lookalikes)
    alike = [f"{count:,} {'word' if count == 1 else 'words'} only look{'s' if count == 1 else ''} the same: U"]
    return safe_line(" · ".join((*(alike if count else ()), *comparison.limits, *foreign)))
