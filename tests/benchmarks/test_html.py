"""What a browser makes of the HTML report: how soon it shows a large one, and what an accessibility checker says.

Chromium over its pipe; axe-core and the Nu validator come from npm into a folder of their own and are never kept.
"""

from __future__ import annotations

import random
import shutil
import statistics
import subprocess
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from tests.benchmarks.cpu import ROOT
from tests.comparing.generated import edited, prose
from tests.reports.chromium import Tab, chromium, needs_chromium
from tui import compare, read
from tui.comparison import Comparison, facts_table
from tui.reading.plain import read_plain
from tui.reports.html import facts_html, html_text

pytestmark = needs_chromium
_WORDS = 100_000
_MOST = 4
_PAINTED = """
const painted = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
while (painted() === undefined) await new Promise((done) => setTimeout(done, 5));
return painted();
"""
SEEDS = [read(path)[0] for path in sorted((ROOT / "seeds").glob("*.txt"))]


@pytest.fixture
def tab(tmp_path: Path) -> Iterator[Tab]:
    with chromium(tmp_path / "profile") as opened:
        yield opened


def large_pair() -> Comparison:
    """Two articles of 100,000 words that differ in one word of twenty, with names, dates and figures in them."""
    rng = random.Random(20)
    names = ["Ann Roe", "Ben Low", "Eva Lindt", "the Harbour Trust"]
    words = prose(_WORDS, rng)
    told = [_articled(side, names) for side in (words, edited(words, 0.05, rng))]
    return compare(*(read_plain(text, path=name, sha256="") for text, name in zip(told, "ab", strict=True)))


def _articled(words: list[str], names: list[str]) -> str:
    """Sentences of twenty words, three a paragraph; every fifth tells who, when and how many."""
    sentences = [" ".join(words[n : n + 20]).capitalize() + "." for n in range(0, len(words), 20)]
    for n in range(0, len(sentences), 5):
        sentences[n] = f"{names[n % 4]} counted {n + 20} boats on {n % 28 + 1} May 2012. {sentences[n]}"
    return "\n\n".join(" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3))


def first_paint(tab: Tab, page: str, folder: Path) -> float:
    """Milliseconds from the start of the navigation to the first words, the median of five."""
    path = folder / "page.html"
    path.write_text(page, "utf-8")
    times = []
    for _ in range(5):
        tab.open(path)
        times.append(float(tab.run(_PAINTED)))
    return statistics.median(times)


def test_a_large_pair_is_painted_soon(tab: Tab, tmp_path: Path) -> None:
    comparison = large_pair()
    page = html_text(comparison)
    texts = "\n".join(f"<pre>{escape(article.text)}</pre>" for article in comparison.articles)
    plain = f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Both</title>{texts}'
    tab.look(1400, 1000)
    first_paint(tab, plain, tmp_path)
    ratio = first_paint(tab, page, tmp_path) / (least := first_paint(tab, plain, tmp_path))
    facts = len(comparison.facts or ())
    print(
        f"\nfirst paint of {len(page) / 1e6:.1f} MB, {facts:,} facts: {ratio:.2f} x <pre>'s {least:.0f} ms (at most 4)"
    )
    assert ratio <= _MOST


@pytest.fixture(scope="module")
def npm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two checkers."""
    folder = tmp_path_factory.mktemp("npm")
    if shutil.which("npm") is None:
        pytest.skip("needs npm, for axe-core and the Nu validator")
    asked = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), "axe-core", "vnu-jar"]
    if subprocess.run(asked, check=False, capture_output=True, timeout=300).returncode:
        pytest.skip("npm could not install axe-core and vnu-jar")
    return folder / "node_modules"


def pages() -> dict[str, str]:
    later = SEEDS[1].text.replace("resigned", "stepped down").replace("2023", "2022").replace("Thorn", "the charity", 1)
    return {
        "tellings": html_text(compare(SEEDS[0], SEEDS[3])),
        "revision": html_text(compare(SEEDS[1], read_plain(later, path="later", sha256=""), mode="revision")),
        "table": facts_html(facts_table(SEEDS)),
    }


@pytest.mark.parametrize("name", ["tellings", "revision", "table"])
def test_an_accessibility_checker_finds_nothing(name: str, npm: Path, tab: Tab, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(pages()[name], "utf-8")
    checker = (npm / "axe-core" / "axe.min.js").read_text("utf-8")
    for width, scheme in ((1400, "light"), (1400, "dark"), (390, "light")):
        tab.look(width, 1000, "dark" if scheme == "dark" else "light")
        tab.open(path)
        found = tab.run(
            f"{checker}; document.querySelectorAll('details').forEach((d) => {{ d.open = true; }});"
            "const said = await axe.run(document, { resultTypes: ['violations'] });"
            "return [said.passes.length, said.violations.map((v) => [v.id, v.nodes.map((n) => n.html)])];"
        )
        assert found[0] > 10
        assert found[1] == []


@pytest.mark.skipif(shutil.which("java") is None, reason="needs Java, for the Nu validator")
@pytest.mark.parametrize("name", ["tellings", "revision", "table"])
def test_a_validator_finds_no_error(name: str, npm: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(pages()[name], "utf-8")
    jar = next((npm / "vnu-jar").rglob("vnu.jar"))
    told = subprocess.run(["java", "-jar", str(jar), "--errors-only", str(path)], check=False, capture_output=True)
    assert told.stderr.decode() == ""
