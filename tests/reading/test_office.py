"""Word, PDF and EPUB files, whole, broken, locked, and built to explode."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from tests.reading.building import docx, epub, pdf, zipped
from tests.reading.outcome import articles_or_one_line
from tui.reading import ReadingError, office, read, read_all, read_one

PROSE = (
    "The mayor resigned on Thursday after a long dispute about the harbour wall, her office said in a note.",
    "She had been in office for nine years, and her deputy will take over on Monday until a vote can be held.",
    "The council meets next week to set a date, which has to be within ninety days of the resignation.",
)


def test_word(tmp_path: Path) -> None:
    pytest.importorskip("mammoth")
    path = tmp_path / "a.docx"
    path.write_bytes(docx(("Title", "Mayor resigns"), ("", PROSE[0]), ("Caption", "The wall"), ("", PROSE[1])))
    article = read_one(path)
    assert article.title == "Mayor resigns"
    assert article.text.split("\n\n") == ["Mayor resigns", PROSE[0], "The wall", PROSE[1]]
    assert [s.role for s in article.sentences] == ["headline", "body", "caption", "body"]
    assert (article.extractor or "").startswith("mammoth ")


def test_pdf_joins_lines_and_pages_and_says_that_the_order_may_be_off(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    lines = [
        "The mayor of the town resigned on Thursday after a long dispute over the har-",
        "bour wall that the council had wanted her to build since the storm of 1987 came",
        "over the town. Her deputy will take over on Monday.",
        "She had been in office for nine years, and the town had known her since she had",
    ]
    further = ["been a child on the quay, where her father mended nets and sold them to the crews", "of three ports."]
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([*lines, "1"], [*further, "2"]))
    article = read_one(path)
    first, second = article.text.split("\n\n")
    assert "dispute over the harbour wall that" in first
    assert second.startswith("She had been in office")
    assert "since she had been a child on the quay" in second
    assert "reading order may be off" in (article.extractor or "")


def test_a_pdf_without_a_text_layer_says_so(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([]))
    with pytest.raises(ReadingError, match="without a text layer"):
        read(path)


def test_epub_gives_an_article_a_chapter(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    chapters = [f"<h1>Chapter {n}</h1>" + "".join(f"<p>{p}</p>" for p in PROSE) for n in (1, 2)]
    path.write_bytes(epub("<p>Cover</p>", *chapters))
    first, second = read(path)
    assert (first.title, second.title) == ("Chapter 1", "Chapter 2")
    assert (first.byline, first.source, first.published) == (("Ann Roe",), "Harbour Press", "2023-09-15")
    assert second.path == f"{path}#2"
    assert first.text.endswith(PROSE[2])


@pytest.mark.parametrize(("module", "data"), [("mammoth", docx(("", PROSE[0]))), ("pypdf", pdf([PROSE[0]]))])
def test_without_the_extra_a_line_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, data: bytes
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    path = tmp_path / "a.bin"
    path.write_bytes(data)
    with pytest.raises(ReadingError, match=r"install it: pip install 'sidebyline\[office\]'") as error:
        read(path)
    assert "\n" not in str(error.value)


LAUGHS = "<!DOCTYPE d [<!ENTITY a 'haha'>" + "".join(
    f"<!ENTITY a{n} '{'&a;' * 10}'>" for n in range(9)
) + "]>"  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("ratio.docx", zipped({"word/document.xml": b"\0" * 50_000_000}), "unpacks to far more than a document"),
        ("count.epub", zipped({f"{n}": "" for n in range(10_001)}), "unpacks to far more than a document"),
        ("ratio.epub", zipped({"META-INF/container.xml": b" " * 30_000_000}), "unpacks to far more than a document"),
        ("laughs.docx", docx(("", PROSE[0]), prolog=LAUGHS), "declares entities"),
        ("laughs.epub", zipped({"META-INF/container.xml": f"{LAUGHS}<container/>"}), "declares entities"),
        ("other.zip", zipped({"a.txt": "x"}), "not known"),
        (
            "names.epub",
            zipped({"META-INF/container.xml": "<c><rootfile full-path='../../etc/passwd'/></c>"}),
            "table of its parts",
        ),
        ("cut.docx", docx(("", PROSE[0]))[:400], "broken, cut off or locked"),
        ("cut.epub", epub("".join(PROSE))[:500], "broken, cut off or locked"),
        ("broken.docx", zipped({"word/document.xml": "<w:document"}), "broken"),
        ("noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40, "broken"),
        ("cut.pdf", pdf([PROSE[0]])[:120], "PDF"),
    ],
)
def test_what_is_broken_or_a_bomb_is_one_line(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    pytest.importorskip("mammoth")
    pytest.importorskip("pypdf")
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadingError) as error:
        read(path)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", ["a.docx", "a.epub", "a.pdf"])
def test_flipped_bytes_are_no_traceback(tmp_path: Path, name: str) -> None:
    whole = {"a.docx": docx(("", PROSE[0])), "a.epub": epub("".join(PROSE)), "a.pdf": pdf([PROSE[0]])}[name]
    path = tmp_path / name
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :])
        articles_or_one_line(path)


def test_one_bad_document_in_a_folder_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.epub").write_bytes(epub("".join(f"<p>{p}</p>" for p in PROSE)))
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 nothing")
    articles, problems = read_all([tmp_path])
    assert len(articles) == 1
    assert "b.docx" in problems[0]


def test_a_page_that_a_book_names_again_and_again_is_one_chapter(tmp_path: Path) -> None:
    path = tmp_path / "again.epub"
    path.write_bytes(epub("<p>" + "The ferry ran aground off the point. " * 10 + "</p>"))
    with zipfile.ZipFile(path) as book:
        members: dict[str, str | bytes] = {name: book.read(name) for name in book.namelist()}
        package = book.read("OEBPS/book.opf")
    members["OEBPS/book.opf"] = package.replace(b"<spine>", b"<spine>" + b'<itemref idref="p0"/>' * 9)
    path.write_bytes(zipped(members))
    assert len(read(path)) == 1


def test_a_pdf_of_too_many_pages_is_refused_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdf")
    monkeypatch.setattr(office, "_MOST_PAGES", 2)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(["One went."], ["Two came."]))
    assert len(read(path)) == 1
    path.write_bytes(pdf(["One went."], ["Two came."], ["Three stayed."]))
    with pytest.raises(ReadingError, match="more than 2 pages; cut it"):
        read(path)
