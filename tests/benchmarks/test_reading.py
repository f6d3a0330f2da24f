"""How well the main text of saved pages is found, and what reading costs.

The pages are those of a public benchmark of extractors, laid beside the checkout: `ground-truth.json` (for each name
the `articleBody`) and `html/NAME.html.gz`. A third of them, by name, is left unseen while rules are made;
SIDEBYLINE_UNSEEN=1 measures on these.
"""

from __future__ import annotations

import gzip
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.runs import score
from tui.reading import read
from tui.reading.assembling import assembled
from tui.reading.decoding import decode

PAGES = Path(os.environ.get("SIDEBYLINE_PAGES", Path(__file__).parents[3] / "shared" / "data" / "pages"))
SAMPLES = Path(__file__).parents[1] / "reading" / "samples"
UNSEEN = os.environ.get("SIDEBYLINE_UNSEEN") == "1"
STORY = "The mayor has resigned, her office said on Monday. Her deputy takes over until the council meets. " * 25


def pages() -> Iterator[tuple[str, str]]:
    """The expected text and the markup of each page of the part that is measured."""
    truth = json.loads((PAGES / "ground-truth.json").read_text("utf-8"))
    for name in sorted(truth):
        file = PAGES / "html" / f"{name}.html.gz"
        if (int(name[:2], 16) % 3 == 0) == UNSEEN and file.exists():
            yield truth[name]["articleBody"], decode(gzip.decompress(file.read_bytes()), name)


@pytest.mark.skipif(not (PAGES / "ground-truth.json").exists(), reason="no pages of a benchmark beside the checkout")
def test_the_main_text_of_saved_pages_is_found_as_well_as_by_the_extractor_alone() -> None:
    import trafilatura

    from tui.reading.html import page_draft

    ours: list[tuple[str, str]] = []
    alone: list[tuple[str, str]] = []
    for expected, page in pages():
        article = assembled(page_draft(page), path=None, sha256="")
        story = (
            article.text_of(n)
            for n, s in enumerate(article.sentences)
            if s.role == "body" or (s.role == "headline" and s.paragraph)
        )
        ours.append((expected, "\n".join(story)))
        alone.append((expected, trafilatura.extract(page, include_comments=False) or ""))
    mine, theirs = score(ours), score(alone)
    print(f"\n{len(ours)} {'unseen' if UNSEEN else 'seen'} pages: F1 {mine.f1:.4f} (precision {mine.precision:.4f}, ")
    print(f"recall {mine.recall:.4f}); trafilatura alone {theirs.f1:.4f} ({theirs.precision:.4f}, {theirs.recall:.4f})")
    assert mine.f1 >= theirs.f1


@pytest.mark.parametrize(
    "sample", ["pages/graph.html", "story.md", "feeds/rss.xml", "wire/nitf.xml", "mail/newsletter.eml"]
)
def test_reading_one_more_file_of_a_format_takes_milliseconds(sample: str) -> None:
    read(SAMPLES / sample)
    start = time.process_time()
    for _ in range(20):
        read(SAMPLES / sample)
    milliseconds = (time.process_time() - start) * 50
    print(f"\n{sample}: {milliseconds:.1f} ms CPU")
    assert milliseconds < 40


def test_json_lines_cost_what_their_sentences_cost(tmp_path: Path) -> None:
    """Beside splitting into sentences, which every format pays, a line costs little."""
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"title": f"Mayor resigns {n}", "text": STORY}) + "\n" for n in range(500)))
    plain = [tmp_path / f"{n}.txt" for n in range(500)]
    for n, file in enumerate(plain):
        file.write_text(f"Mayor resigns {n}\n\n{STORY}")
    read(path)
    start = time.process_time()
    assert len(read(path)) == 500
    lines = time.process_time() - start
    start = time.process_time()
    for file in plain:
        read(file)
    texts = time.process_time() - start
    print(f"\n500 articles of 425 words: {lines:.2f} s as JSON Lines, {texts:.2f} s as text files")
    assert lines <= 1.5 * texts
