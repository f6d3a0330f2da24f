"""Comparison → a Word redline: B's text with A's words as tracked deletions and B's own as tracked insertions.

Accepting all changes gives B, rejecting all gives A, to the character but for stand-ins. A line break of the text is
the end of a paragraph. Two runs give the same bytes: author and dates are fixed, never the clock's. Needs python-docx
(`sidebyline[office]`); LibreOffice and Word read it alike.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

from tui.comparison import Comparison
from tui.reports.characters import document_safe
from tui.reports.naming import told_apart
from tui.reports.origin import origin_of
from tui.reports.whole import whole_texts

AUTHOR = "Sidebyline"
_EPOCH = datetime(1980, 1, 1)
"""The first day that a zip file can tell."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_Change = Literal["equal", "ins", "del"]


class OfficeMissingError(Exception):
    """The library that writes Word files is not installed; the message says how to get it."""


def docx_bytes(comparison: Comparison) -> bytes:
    """The file. Raises `OfficeMissingError`."""
    try:
        import docx
    except ImportError as error:
        raise OfficeMissingError("Word files need python-docx; install sidebyline[office]") from error
    document = docx.Document()
    body = document.element.body
    for paragraph in _Redline(_date(comparison)).paragraphs(comparison):
        body.insert(len(body) - 1, paragraph)
    section = document.sections[0]
    for n, (label, words) in enumerate(origin_of(comparison)):
        line = section.footer.paragraphs[0] if n == 0 else section.footer.add_paragraph()
        line.add_run(f"{label}: {document_safe(words)}").font.size = docx.shared.Pt(7)
    for style in ("Normal", "Footer"):
        document.styles[style].paragraph_format.space_after = docx.shared.Pt(0)
    _describe(document.core_properties, comparison)
    file = io.BytesIO()
    document.save(file)
    return _timeless(file.getvalue())


class _Redline:
    """Paragraphs with runs, as the elements of the format."""

    def __init__(self, date: str | None) -> None:
        from docx.oxml import OxmlElement

        self._element = OxmlElement
        self._date = date
        self._number = 0

    def paragraphs(self, comparison: Comparison) -> Iterator[Any]:
        paragraph = self._element("w:p")
        for change, line in _lines(comparison):
            if line != "\n":
                paragraph.append(self._run(change, line))
                continue
            if change != "equal":
                paragraph.insert(0, self._end_mark(change))
            yield paragraph
            paragraph = self._element("w:p")
        yield paragraph

    def _run(self, change: _Change, text: str) -> Any:
        run = self._element("w:r")
        for piece in re.split(r"(\t)", text):
            if piece == "\t":
                run.append(self._element("w:tab"))
            elif piece:
                words = self._element("w:delText" if change == "del" else "w:t")
                words.text = piece
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                run.append(words)
        if change == "equal":
            return run
        tracked = self._tracked(change)
        tracked.append(run)
        return tracked

    def _end_mark(self, change: _Change) -> Any:
        """Properties of a paragraph whose end was inserted or deleted."""
        properties, of_mark = self._element("w:pPr"), self._element("w:rPr")
        of_mark.append(self._tracked(change))
        properties.append(of_mark)
        return properties

    def _tracked(self, change: _Change) -> Any:
        from docx.oxml.ns import qn

        self._number += 1
        tracked = self._element(f"w:{change}")
        tracked.set(qn("w:id"), str(self._number))
        tracked.set(qn("w:author"), AUTHOR)
        if self._date:
            tracked.set(qn("w:date"), self._date)
        return tracked


def _lines(comparison: Comparison) -> Iterator[tuple[_Change, str]]:
    """What is kept, deleted and inserted; each line break by itself."""
    for stretch in whole_texts(comparison):
        changes: list[tuple[_Change, str]] = [("del", stretch.a), ("ins", stretch.b)]
        for change, text in [("equal", stretch.a)] if stretch.is_equal else changes:
            for piece in re.split(r"(\n)", text):
                if piece:
                    yield change, document_safe(piece)  # type: ignore[misc]


def _date(comparison: Comparison) -> str | None:
    """When B was published, if the day is known: a change bears no date that nobody knows."""
    published = comparison.b.published or ""
    return f"{published}T00:00:00Z" if _DAY.fullmatch(published) else None


def _describe(properties: Any, comparison: Comparison) -> None:
    properties.author = properties.last_modified_by = AUTHOR
    properties.title = document_safe(" | ".join(told_apart(comparison.articles)))[:250]
    properties.comments = document_safe("; ".join(f"{label}: {words}" for label, words in origin_of(comparison)))[:250]
    properties.created = properties.modified = _EPOCH
    properties.revision = 1


def _timeless(data: bytes) -> bytes:
    """The same zip file without the clock's time in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name), before.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()
