"""The hostile corpus through the reports that are documents: no markup, no control, no exception."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from tests.hostile.corpus import Case, cases
from tests.hostile.streams import FORBIDDEN
from tests.reports.pages import ids, parsed
from tui import compare
from tui.article import Article
from tui.comparison import facts_table
from tui.reading import ReadingError, read
from tui.reading.plain import read_plain
from tui.reports.advisory import advisory_line
from tui.reports.criticmarkup import criticmarkup_text
from tui.reports.docx import docx_bytes
from tui.reports.html import facts_html, html_text
from tui.reports.markdown import facts_markdown, markdown_text

_LARGEST = 20_000
"""Bytes: how long a report of a larger one takes is for the benchmarks."""
SMALL = [case for case in cases() if len(case.data) <= _LARGEST]
NEIGHBOUR = read_plain(
    "Ann Roe opened the quay in 2009. “It is a good day,” said Ann Roe, 44.\n\nBen Low left.\n", path="b", sha256=""
)


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case.name)
def test_no_document_holds_what_it_must_not(case: Case, tmp_path: Path) -> None:
    try:
        [article, *_] = read(case.write(tmp_path)) or [NEIGHBOUR]
    except ReadingError:
        return
    turn = SMALL.index(case)
    for text in _texts(article, turn):
        assert FORBIDDEN.search(text) is None, ascii(FORBIDDEN.search(text))


def _texts(article: Article, turn: int) -> list[str]:
    """Two of the reports in turn: over all cases each meets every kind of attack."""
    if turn % 4 == 3:
        table = facts_table([article, NEIGHBOUR])
        _check_page(facts_html(table))
        return [facts_html(table), facts_markdown(table)]
    comparison = compare(article, NEIGHBOUR)
    texts = [criticmarkup_text(comparison), markdown_text(comparison), advisory_line(comparison)]
    if turn % 4 == 0:
        docx.Document(io.BytesIO(docx_bytes(comparison)))
        return texts
    page = html_text(comparison)
    _check_page(page)
    return [page, *texts[turn % 2 :]]


def _check_page(page: str) -> None:
    document = parsed(page)
    assert len(list(document.iter("script"))) == 1
    assert not [name for element in document.iter() for name in element.attrib if name.startswith("on")]
    assert {a.attrib["href"].removeprefix("#") for a in document.iter("a")} <= set(ids(document))
