"""The HTML report is one valid file: it loads nothing, loses no word, leads from facts to their places and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.reports.chromium import Tab, chromium, needs_chromium
from tests.reports.pages import ids, of_class, parsed, words
from tui import compare, read
from tui.article import Article
from tui.comparison import Comparison, facts_table
from tui.library import FactMark
from tui.reading.plain import read_plain
from tui.reports.html import facts_html, html_text
from tui.theme import DARK, LIGHT, Palette

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
A = (
    "2023-09-15\n\nMayor Ann Ruiz has resigned after twelve years in office.\n\n"
    "Ruiz founded Harbour Trust in 2009 with her brother.\n\nNobody from the council would comment.\n\n"
    "The bridge stays shut until spring. The ferry runs every hour.\n\nREAD MORE: Ports\n"
)
B = (
    "Ann Ruiz, the mayor, has resigned after twelve years in office, her office said.\n\n"
    "Ruiz founded the Harbour Trust in 2012 with her brother.\n\n"
    "The bridge stays shut until spring. The ferry runs every hour.\n"
)
HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(2)> &lt;b&gt; javascript:x \x1b[31m\u202e\ufffe\ud800 '


def article(text: str, name: str | None) -> Article:
    return read_plain(text, path=name, sha256="0" * 64)


def compared(a: str = A, b: str = B) -> Comparison:
    return compare(article(a, "a.txt"), article(b, "b.txt"))


def hrefs(document: Element) -> list[str]:
    return [element.attrib["href"] for element in document.iter("a")]


@pytest.fixture(scope="module")
def seeds() -> Comparison:
    by_name = {path.stem: path for path in SEEDS}
    return compare(read(by_name["national-daily"])[0], read(by_name["broadcaster"])[0])


@pytest.fixture(scope="module")
def page(seeds: Comparison) -> str:
    return html_text(seeds)


def test_the_page_is_valid_small_and_leads_nowhere_but_to_itself(page: str) -> None:
    document = parsed(page)
    named = ids(document)
    assert len(named) == len(set(named))
    assert {href[1:] for href in hrefs(document)} <= set(named)
    assert len(page.encode()) <= 150_000


def test_every_word_of_both_texts_stands_on_the_page_once(page: str, seeds: Comparison) -> None:
    document = parsed(page)
    for side, text in zip("ab", seeds.articles, strict=True):
        cells = [cell for row in of_class(document, "row") for cell in row if side in cell.get("class", "").split()]
        for hidden in [h for cell in cells for h in (*of_class(cell, "vh"), *of_class(cell, "sign"))]:
            hidden.text = ""
        shown = " ".join(words(cell) for cell in cells if not of_class(cell, "stub"))
        shown = re.sub(r"[↑↓]\d+", " ", shown)
        assert sorted(shown.split()) == sorted(text.text.split())


def test_a_fact_leads_to_its_words_and_they_lead_back() -> None:
    comparison = compared()
    document = parsed(html_text(comparison))
    entry = next(li for li in document.iter("li") if li.get("id") == "f0")
    assert "2009" in words(entry)
    assert (comparison.facts or ())[0].rule in words(entry)
    back = [a for a in document.iter("a") if a.get("href") == "#f0"]
    assert {f"#{a.get('id')}" for a in back} <= set(hrefs(entry))
    assert [words(a) for a in back] == ["conflict: 2009", "conflict: 2012"]


def test_signs_have_words_for_who_cannot_see_them() -> None:
    document = parsed(html_text(compared()))
    said = [words(hidden) for hidden in of_class(document, "vh")]
    assert {"A, only in A:", "A, same:", "B, reworded:", "conflict:"} <= set(said)
    signs = of_class(document, "sign")
    assert {"≠", "~", "=", "<"} <= {words(sign) for sign in signs}
    assert all(sign.get("aria-hidden") == "true" for sign in signs)


def test_landmarks_headings_and_language_are_there(page: str) -> None:
    document = parsed(page)
    assert document.attrib["lang"] == "en"
    assert [len(list(document.iter(tag))) for tag in ("h1", "main", "header", "footer", "nav", "aside")] == [1] * 6
    levels = [int(e.tag[1]) for e in document.iter() if isinstance(e.tag, str) and re.fullmatch("h[1-6]", e.tag)]
    assert all(q - p <= 1 for p, q in pairwise(levels))


def test_nothing_is_loaded_from_elsewhere(page: str) -> None:
    document = parsed(page)
    policy = next(m.attrib["content"] for m in document.iter("meta") if m.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not [e for e in document.iter() if {"src", "srcset", "style"} & set(e.attrib)]
    assert not list(document.iter("link"))
    assert not re.search(r"url\(|@import|https?:", "".join(e.text or "" for e in document.iter("style")))


def test_what_articles_and_readers_write_is_never_markup() -> None:
    a = article(A.replace("Nobody", HOSTILE + "Nobody"), "<i>a.txt")
    comparison = compare(a, article(HOSTILE + B, HOSTILE))
    for page in (
        html_text(comparison, marks={0: FactMark("flagged", HOSTILE)}),
        facts_html(facts_table([a, comparison.b])),
    ):
        document = parsed(page)
        assert len(list(document.iter("script"))) == 1
        assert not list(document.iter("img"))
        assert not [name for e in document.iter() for name in e.attrib if name.startswith("on")]
        assert "<script>alert(1)</script>" in words(document)
        assert not {"\x1b", "\u202e", "\ufffe", "\ud800"} & set(page)


def test_the_readers_marks_and_notes_are_shown_and_a_dismissed_conflict_is_none_in_the_text() -> None:
    comparison = compared()
    marks = {0: FactMark("dismissed", "A misprint,\nsays the desk"), 1: FactMark("accepted")}
    document = parsed(html_text(comparison, marks=marks))
    entry = next(li for li in document.iter("li") if li.get("id") == "f0")
    assert "x dismissed" in words(entry)
    assert "Note: A misprint, says the desk" in words(entry)
    assert not [a for a in document.iter("a") if a.get("href") == "#f0"]
    assert "+ accepted" in words(next(li for li in document.iter("li") if li.get("id") == "f1"))


def test_it_says_what_it_was_made_from_and_twice_the_same(seeds: Comparison, page: str) -> None:
    foot = words(next(parsed(page).iter("footer")))
    for told in (seeds.a.sha256, seeds.b.id, "quotes (3 hidden)", "tellings", "sidebyline 0"):
        assert told in foot
    assert html_text(seeds) == page


def test_revisions_say_what_was_deleted_and_inserted() -> None:
    later = A.replace("twelve", "thirteen")
    document = parsed(html_text(compare(article(A, "a"), article(later, "b"), mode="revision")))
    assert [words(e) for e in chain(document.iter("del"), document.iter("ins"))] == ["twelve", "thirteen"]


@pytest.mark.parametrize(("a", "b"), [("", ""), ("", B), (A, A)], ids=["empty", "one empty", "the same"])
def test_odd_pairs_make_a_page_too(a: str, b: str) -> None:
    document = parsed(html_text(compared(a, b)))
    assert not of_class(document, "reworded")


def test_the_table_shows_each_article_and_leads_to_its_words() -> None:
    articles = [article(A, "a.txt"), article(B, "b.txt"), article(A.replace("2009", "2010"), "c.txt")]
    page = facts_html(facts_table(articles))
    document = parsed(page)
    heads = [words(th) for th in document.iter("th") if th.get("scope") == "col"]
    assert heads == ["Verdict", "About", "a", "b", "c"]
    first = next(tr for tr in document.iter("tr") if tr.get("id") == "f0")
    assert [words(td) for td in first.iter("td")] == ["≠ conflict", "2009", "2012", "2010"]
    assert {href[1:] for href in hrefs(document)} <= set(ids(document))
    assert facts_html(facts_table(articles)) == page


def test_articles_of_one_name_are_told_apart() -> None:
    pair = compare(article(A, "before/story.txt"), article(B, "after/story.txt"))
    assert words(next(parsed(html_text(pair)).iter("h1"))) == "before/story.txt | after/story.txt"


@pytest.mark.parametrize(("palette", "at"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])
def test_its_colours_are_the_apps(page: str, palette: Palette, at: int) -> None:
    style = next(parsed(page).iter("style")).text or ""
    values = dict(re.findall(r"--([\w-]+): (#\w+)", style.split(":root {")[at + 1].split("}")[0]))
    fixed = ("text", "muted", "line", "a", "b", "accent", "altered", "fact", "raised")
    assert {name: values[name] for name in fixed} == {name: getattr(palette, name) for name in fixed}
    assert (values["ground"], (values["changed-a"], values["changed-b"])) == (palette.background, palette.changed)
    assert (values["conflict-text"], values["conflict"]) == palette.conflict


WALK = """
const press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
const here = () => document.activeElement.id;
const path = [];
for (const key of ["J", "J", "K", ">", ">", "<"]) { press(key); path.push(here()); }
const same = document.querySelector(".run .row");
press("z");
const folded = same.checkVisibility();
document.querySelector(".run .fold").click();
const opened = same.checkVisibility();
document.getElementById("keys").checked = false;
document.querySelector(".row.diff").focus();
press("J");
const still = document.activeElement === document.querySelector(".row.diff");
const told = document.querySelector("[data-f]");
told.click();
const sent = location.hash === "#f" + told.dataset.f;
const wide = document.documentElement.scrollWidth <= innerWidth;
const rows = [...document.querySelectorAll(".row.reworded")];
const level = rows.every((row) => {
  const [a, b] = [...row.children].map((cell) => cell.getBoundingClientRect());
  return matchMedia("(min-width: 44.1rem)").matches
    ? a.top === b.top && a.right <= b.left + 1
    : !a.height || !b.height || a.bottom <= b.top + 1;
});
return {path, folded, opened, still, sent, wide, level};
"""


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@needs_chromium
@pytest.mark.parametrize("width", [1400, 390])
def test_a_browser_jumps_folds_and_sets_both_sides_level(width: int, tab: Tab, tmp_path: Path) -> None:
    page = html_text(compared())
    (tmp_path / "page.html").write_text(page, "utf-8")
    tab.look(width, 900)
    tab.open(tmp_path / "page.html")
    told = tab.run(WALK)
    document = parsed(page)
    rows = [row.attrib["id"] for row in of_class(document, "diff")]
    conflicts = [a.attrib["id"] for a in of_class(document, "conflict") if a.tag == "a"]
    assert told.pop("path") == [rows[0], rows[1], rows[0], conflicts[0], conflicts[1], conflicts[0]]
    assert told == {"folded": False, "opened": True, "still": True, "sent": True, "wide": True, "level": True}
    assert tab.complaints() == []


@needs_chromium
def test_without_its_script_it_reads_all_the_same(tab: Tab, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(html_text(compared()), "utf-8")
    tab.look(1400, 900)
    tab.call("Emulation.setScriptExecutionDisabled", value=True)
    tab.open(tmp_path / "page.html")
    tab.call("Emulation.setScriptExecutionDisabled", value=False)
    hidden = tab.run(
        "return [...document.querySelectorAll('button, .row p')].map((e) => [e.tagName, e.checkVisibility()])"
    )
    assert {(name, is_shown) for name, is_shown in hidden} == {("BUTTON", False), ("P", True)}
