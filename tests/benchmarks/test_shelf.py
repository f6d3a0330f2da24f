"""The library screen with many articles: CPU of the first frame beside that with five, and of a keystroke.

`SIDEBYLINE_BENCH_ARTICLES=100000` measures at full size; the library is made once, in a folder of the run's own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.cpu import ROOT, seconds
from tests.library.corpus import Corpus
from tui.article import Article, Sentence
from tui.library import Library

SIZE = int(os.environ.get("SIDEBYLINE_BENCH_ARTICLES", "20000"))
TYPED = ("b", "be", "ber", "is:unread", "outlet:1 be", "-ber", "after:2022 b")

FRAME = """
import asyncio, os, sys
from pathlib import Path
from tui.app import SidebylineApp
from tui.library import Library

async def main():
    library = Library.open(Path(sys.argv[1]))
    async with SidebylineApp([], open_library=lambda: library, kept=True).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        os._exit(0)

asyncio.run(main())
"""
KEYSTROKE = """
import asyncio, json, sys, time
from pathlib import Path
from tui.app import SidebylineApp
from tui.library import Library

async def main():
    library = Library.open(Path(sys.argv[1]))
    app = SidebylineApp([], open_library=lambda: library, kept=True)
    spent = {}
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash")
        for typed in json.loads(sys.argv[2]):
            times = []
            for _ in range(3):
                field = app.screen.prompt.query_one("Input")
                field.value = typed[:-1]
                await pilot.pause()
                await app.workers.wait_for_complete()
                await pilot.pause()
                start = time.process_time()
                field.value = typed
                await pilot.pause()
                await app.workers.wait_for_complete()
                await pilot.pause()
                times.append(time.process_time() - start)
            spent[typed] = [min(times), app.screen.listed.count]
    print(json.dumps(spent))

asyncio.run(main())
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("shelf")
    for name, size in (("many", SIZE), ("five", 5)):
        with Library.open(home / name) as library:
            library.articles.add(articles(size))
    return home


def articles(size: int) -> Iterator[Article]:
    corpus = Corpus(size, words=100)
    for number in range(size):
        record = corpus.record(number)
        text = record["text"]
        yield Article(
            text,
            (Sentence(0, len(text), 0, "body"),),
            f"{number:064x}",
            path=f"{number}.txt",
            title=record["title"],
            source=record["outlet"],
            published=record["published"],
        )


def test_first_frame(home: Path) -> None:
    many, five = (seconds(["-c", FRAME, str(home / name)], runs=3) for name in ("many", "five"))
    print(f"\nfirst frame of {SIZE:,} articles: {many / five:.2f} x that of five (at most 2)")
    assert many / five <= 2


def test_keystroke(home: Path) -> None:
    command = [sys.executable, "-c", KEYSTROKE, str(home / "many"), json.dumps(TYPED)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    spent = json.loads(done.stdout)
    for typed, (cpu, found) in spent.items():
        print(f"\n  {typed}: {cpu * 1000:.0f} ms CPU, {found:,} found (at most 50 ms)", end="")
    assert max(cpu for cpu, _ in spent.values()) <= 0.05
