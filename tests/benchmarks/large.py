"""What a screen costs with a lot on it, in a process of its own: `python -m tests.benchmarks.large pair WORDS`, or
`table ARTICLES FACTS`. Prints CPU seconds as JSON.

The pair is made here and not read or compared: a million words on each side are more than is read, and what counts is
the screen alone. A fifth of its sentences stand alone, half of the others are reworded.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import random
import sys
import time
from collections.abc import Awaitable, Callable

from textual.pilot import Pilot

from tui.app import SidebylineApp
from tui.article import Article, Pair, Sentence, Span
from tui.cli.run import COLLECTED_EVERY
from tui.comparing import DEFAULT_IGNORE
from tui.comparing.link import Alignment, Edit, Link, Op
from tui.comparison import Comparison, FactsTable
from tui.facts import Mention
from tui.screens import compare, table
from tui.screens.options import CompareOptions
from tui.verdicts.table import Cell, Row

_WORDS = "the council bridge opened after a long winter and seventeen people crossed its river".split()
_SIZES = ((120, 40), (160, 48), (100, 40))


def article(words: int, seed: int) -> Article:
    rng = random.Random(seed)
    pieces: list[str] = []
    sentences: list[Sentence] = []
    at = paragraph = 0
    while words > 0:
        length = rng.randint(8, 30)
        piece = " ".join(rng.choice(_WORDS) for _ in range(length)).capitalize() + "."
        sentences.append(Sentence(at, at + len(piece), paragraph, "body"))
        ends = rng.random() < 0.25
        pieces += [piece, "\n\n" if ends else " "]
        at, paragraph, words = at + len(piece) + 1 + ends, paragraph + ends, words - length
    return Article("".join(pieces), tuple(sentences), f"{seed:064x}")


def compared(a: Article, b: Article) -> Comparison:
    links, alone_a, alone_b = [], [], []
    for n in range(max(len(a.sentences), len(b.sentences))):
        if n % 5 == 4 or n >= min(len(a.sentences), len(b.sentences)):
            alone_a += [n] if n < len(a.sentences) else []
            alone_b += [n] if n < len(b.sentences) else []
        else:
            p, q = a.sentences[n], b.sentences[n]
            cuts = [(p.start, p.start + 8, q.start, q.start + 8), (p.start + 8, p.end, q.start + 8, q.end)]
            ops: tuple[Op, Op] = ("equal", "equal" if n % 2 else "replace")
            edits = tuple(Edit(op, Span(s, t), Span(u, v)) for op, (s, t, u, v) in zip(ops, cuts, strict=True))
            links.append(Link((n,), (n,), "same" if n % 2 else "reworded", False, 1.0, True, edits))
    hidden = {"case": 0, "punctuation": 0, "whitespace": 0, "quotes": 0}
    alignment = Alignment("tellings", tuple(links), tuple(alone_a), tuple(alone_b), hidden)
    return Comparison(a, b, alignment, DEFAULT_IGNORE, facts=())


async def spent(act: Callable[[], Awaitable[object]], *, runs: int = 1) -> float:
    """The least CPU time of a few runs."""
    times = []
    for _ in range(runs):
        gc.collect()  # what was made before is not part of the figure
        start = time.process_time()
        await act()
        times.append(time.process_time() - start)
    return min(times)


async def keys(pilot: Pilot[None], key: str, count: int = 15) -> float:
    """CPU time of one press."""

    async def press() -> None:
        for _ in range(count):
            await pilot.press(key)

    return await spent(press, runs=3) / count


async def pair(words: int) -> None:
    comparison = compared(article(words, 1), article(words, 2))
    _ = comparison.notes  # as the worker does that compares
    compare.CompareScreen._weigh = lambda *_: None  # type: ignore[method-assign]
    app = SidebylineApp([*comparison.articles], open_pair=False)
    app.session.keep(comparison, CompareOptions())
    figures: dict[str, float] = {}
    async with app.run_test(size=(160, 48)) as pilot:

        async def show() -> None:
            await app.push_screen(compare.CompareScreen(app.session, Pair(*comparison.articles)))
            await pilot.pause()

        async def resize(to: tuple[int, int]) -> None:
            await pilot.resize_terminal(*to)
            await pilot.pause()

        figures["first"] = await spent(show)
        app.pop_screen()
        await pilot.pause()
        figures["again"] = await spent(show)
        figures["line"] = await keys(pilot, "j")
        figures["resize"] = max([await spent(lambda to=to: resize(to)) for to in _SIZES])  # type: ignore[misc]
        print(json.dumps(figures), flush=True)
        os._exit(0)


async def of_facts(articles: int, facts: int) -> None:
    told = [article(40, n) for n in range(articles)]
    rows = []
    for n in range(facts):
        cells = [Cell((Mention(0, 7, "the council", f"value {n}"),)) if (n + m) % 3 else None for m in range(articles)]
        rows.append(
            Row("quantity", f"thing number {n}", "conflict" if n % 9 == 0 else "agree", {}, tuple(cells), False)
        )
    vars(table)["facts_table"] = lambda given, **_: FactsTable(tuple(given), tuple(rows))
    app = SidebylineApp(told, open_pair=False)
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.press("m")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, table.TableScreen)
        assert len(app.screen.table.rows) == facts
        print(json.dumps({key: await keys(pilot, key) for key in ("j", "pagedown", "l")}), flush=True)
        os._exit(0)


if __name__ == "__main__":
    gc.set_threshold(COLLECTED_EVERY)
    sizes = [int(number) for number in sys.argv[2:]]
    asyncio.run(pair(*sizes) if sys.argv[1] == "pair" else of_facts(*sizes))
