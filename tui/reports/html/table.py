"""Facts x articles as a page: what each article says of each thing, with ways to its places in the texts below."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tui.article import Article
from tui.comparison import FactsTable
from tui.facts.language import language
from tui.reports.html.element import Child, el, sign
from tui.reports.html.facts import inferred
from tui.reports.html.marked import FactLook, MarkedText, Place
from tui.reports.html.page import page
from tui.reports.html.texts import paragraphs
from tui.reports.naming import told_apart
from tui.reports.origin import origin_of_table
from tui.reports.words import ROW_SIGNS, row_summary
from tui.rows.view import shown
from tui.safe import safe_line
from tui.verdicts.table import ROW_GRAVITY, Cell, Row


def facts_html(table: FactsTable) -> str:
    """The page: the table, then each article with the words that it rests on."""
    names = told_apart(table.articles)
    title = names[0] if len(names) == 1 else f"Facts of {len(names)} articles"
    header = el(
        "header",
        el("h1", title, dir="auto"),
        el("p", row_summary(row.verdict for row in table.rows), class_="summary") if len(names) > 1 else None,
        el("nav", [el("a", name, href=f"#t{n}", dir="auto") for n, name in enumerate(names)], aria_label="Articles"),
    )
    scroll = el("div", _table(table, names), class_="scroll", role="region", aria_label="Facts", tabindex="0")
    texts = [
        _text(table, n, article, name) for n, (article, name) in enumerate(zip(table.articles, names, strict=True))
    ]
    return page(title, [header, el("main", scroll, texts, class_="table")], origin_of_table(table))


def _table(table: FactsTable, names: list[str]) -> Element:
    heads = [el("th", words, scope="col", class_=kind) for words, kind in (("Verdict", "verdict"), ("About", None))]
    heads += [el("th", name, scope="col", dir="auto") for name in names]
    rows = [_row(n, row) for n, row in enumerate(table.rows)]
    return el("table", el("thead", el("tr", heads)), el("tbody", rows))


def _row(number: int, row: Row) -> Element:
    verdict = row.verdict or "only"
    shown_sign = sign(ROW_SIGNS.get(verdict, ""), "")[0]
    words = "told by one" if verdict == "only" else verdict
    about = el("th", el("span", row.type, class_="type"), f" {safe_line(row.about)}", scope="row", dir="auto")
    cells = [_cell(n, cell) for n, cell in enumerate(row.cells)]
    return el("tr", el("td", shown_sign, " ", words, class_="verdict"), about, cells, id=f"f{number}", class_=verdict)


def _cell(article: int, cell: Cell | None) -> Element:
    if cell is None:
        return el("td", el("span", "·", aria_hidden="true"), el("span", "says nothing", class_="vh"), class_="none")
    speaker = el("span", f"{safe_line(', '.join(cell.speaker))}: ", class_="speaker") if cell.speaker else None
    return el("td", speaker, list(_words(article, cell)), dir="auto")


def _words(article: int, cell: Cell) -> Iterator[Child]:
    seen: set[str] = set()
    for mention in cell.mentions:
        words = safe_line(mention.text)
        if words in seen:
            continue
        if seen:
            yield " / "
        seen.add(words)
        yield el("a", words, href=f"#p{article}-{mention.start}")
        yield inferred(mention)


def _text(table: FactsTable, number: int, article: Article, name: str) -> Element:
    looks = [FactLook(row.verdict or "only", row.verdict in ("conflict", "altered", "cut")) for row in table.rows]
    told = [(n, row.verdict or "only", cell) for n, row in enumerate(table.rows) if (cell := row.cells[number])]
    places = [Place(m.start, m.end, n, ROW_GRAVITY.index(verdict)) for n, verdict, cell in told for m in cell.mentions]
    marked = MarkedText(f"p{number}-", shown(article.text), places, looks, [], "mark")
    body = [
        el("p", marked.words(start, end), class_="furniture" if is_furniture else None, dir="auto")
        for start, end, is_furniture in paragraphs(article)
    ]
    found = language(article.text)
    head = el("h2", f"{number + 1}  {name}", dir="auto")
    return el("article", head, body, id=f"t{number}", lang=found if found != "en" else None, tabindex="-1")
