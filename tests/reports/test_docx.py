"""The redline: accepting all changes gives B's text, rejecting all gives A's, and an office program opens it."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any, Literal

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.test_criticmarkup import TEXTS, compared
from tui.reports.characters import document_safe
from tui.reports.docx import AUTHOR, OfficeMissingError, docx_bytes

OFFICE = shutil.which("soffice")
A = "The quay opened in 2009.\n\nNobody came.\n\nIt is long.\n"
B = "The old quay opened in 2012.\n\nIt is long.\n\nIt is wide.\n"
RUNS = st.text(alphabet=st.characters(categories=("L", "N", "P", "Cc", "Cn")), max_size=12)


def paragraphs(data: bytes) -> list[Any]:
    return list(docx.Document(io.BytesIO(data)).element.body.iterchildren(qn("w:p")))


def taken(data: bytes, side: Literal["a", "b"]) -> str:
    """The text after all changes are accepted (`b`) or rejected (`a`), from the XML alone."""
    gone = qn("w:ins") if side == "a" else qn("w:del")
    text = ""
    for paragraph in paragraphs(data):
        for run in paragraph.iter(qn("w:r")):
            if run.getparent().tag != gone:
                text += "".join("\t" if piece.tag == qn("w:tab") else piece.text for piece in run)
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{gone}")
        text += "\n" if mark is None else ""
    return text[:-1]


def test_changes_are_tracked_with_author_and_without_a_clock() -> None:
    data = docx_bytes(compared(A, B))
    changes = [e for p in paragraphs(data) for e in p.iter(qn("w:ins"), qn("w:del"))]
    assert {change.get(qn("w:author")) for change in changes} == {AUTHOR}
    numbers = [change.get(qn("w:id")) for change in changes]
    assert len(set(numbers)) == len(numbers)
    assert data == docx_bytes(compared(A, B))
    assert {info.date_time[0] for info in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {1980}


def test_it_says_what_it_was_made_from() -> None:
    foot = docx.Document(io.BytesIO(docx_bytes(compared(A, B)))).sections[0].footer
    told = "\n".join(paragraph.text for paragraph in foot.paragraphs)
    for words in ("a.txt", "b.txt", "mode: ", "ignoring: whitespace", "made by: sidebyline"):
        assert words in told


@settings(max_examples=25)
@given(TEXTS | RUNS, TEXTS | RUNS)
def test_accepting_gives_b_and_rejecting_gives_a(a: str, b: str) -> None:
    comparison = compared(a, b)
    data = docx_bytes(comparison)
    assert taken(data, "a") == document_safe(comparison.a.text)
    assert taken(data, "b") == document_safe(comparison.b.text)


def test_without_the_library_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(OfficeMissingError, match=r"sidebyline\[office\]"):
        docx_bytes(compared(A, B))


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice, to open the file as a reader does")
def test_an_office_program_opens_it(tmp_path: Path) -> None:
    (tmp_path / "redline.docx").write_bytes(docx_bytes(compared(A, B)))
    command = [OFFICE or "", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "fodt", "--outdir", str(tmp_path), str(tmp_path / "redline.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    opened = (tmp_path / "redline.fodt").read_text("utf-8")
    assert opened.count("<text:insertion>") == 3
    assert opened.count("<text:deletion>") == 1
    assert f"<dc:creator>{AUTHOR}</dc:creator>" in opened
