"""A format is told from what a file holds; what is packed is unpacked with limits; text files load no parser."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading.outcome import articles_or_one_line
from tui.reading import ReadingError, read, read_all, read_one
from tui.reading.formats import told
from tui.reading.source import Source

SAMPLES = Path(__file__).parent / "samples"
STORY = "The mayor has resigned. Her deputy takes over on Monday.\n\nThe council meets next week.\n"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (STORY, "a.txt", "plain"),
        (STORY, "a.md", "markdown"),
        ("---\ntitle: x\n---\n" + STORY, "a", "markdown"),
        ('{"text": "x"}', "a", "json"),
        ("[Photo: the mayor]\n" + STORY, "a.txt", "json"),
        ("<!DOCTYPE html><p>x", "a.txt", "html"),
        ("<!-- saved --> <HTML>", "-", "html"),
        ("<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html/>", "a.xml", "html"),
        ("<?xml version='1.0'?><rss><item><html>", "a.html", "xml"),
        ("<nitf>", "a", "xml"),
        ("<!DOCTYPE nitf [<!ENTITY a 'b'>]><nitf>", "a", "xml"),
        ("<3 is what the mayor wrote. She resigned.", "a.txt", "plain"),
        ("<p>Markdown may begin like this.</p>\n\n# So", "a.md", "markdown"),
        ("From: a@b.example\nTo: c@d.example\nSubject: x\n\n" + STORY, "a.txt", "mail"),
        ("From a@b.example Fri\nFrom: a@b.example\nTo: c@d.example\nSubject: x\n\n" + STORY, "a", "mailbox"),
        ("From the harbour nothing was heard.\n" + STORY, "a.txt", "plain"),
        ("WARC/1.0\r\n", "a", "warc"),
        ("%PDF-1.4", "a.txt", "pdf"),
    ],
)
def test_a_format_is_told_from_the_content(text: str, name: str, kind: str) -> None:
    assert told(Source(text.encode(), name)) == kind


def test_a_text_that_begins_like_json_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("[Photo: the mayor]\n\n" + STORY)
    assert read_one(path).text == path.read_text()


@pytest.mark.parametrize("sample", ["pages/graph.html", "feeds/atom.xml", "story.md", "mail/box.mbox"])
def test_what_is_packed_is_read_through(tmp_path: Path, sample: str) -> None:
    path = tmp_path / (Path(sample).name + ".gz")
    path.write_bytes(gzip.compress((SAMPLES / sample).read_bytes()))
    assert [a.text for a in read(path)] == [a.text for a in read(SAMPLES / sample)]
    assert [a.title for a in read_all([tmp_path])[0]] == [a.title for a in read(SAMPLES / sample)]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (gzip.compress(b"\0" * (101 * 1024 * 1024), 1, mtime=0), "unpacks to more than 100 MB"),
        (gzip.compress(STORY.encode(), mtime=0)[:30], "broken or cut off"),
        (b"\x1f\x8b\x08\x00 nonsense", "broken or cut off"),
        (gzip.compress(b"", mtime=0), "empty"),
        (gzip.compress(gzip.compress(STORY.encode(), mtime=0), mtime=0), "gzip archive"),
    ],
    ids=["bomb", "cut off", "nonsense", "empty", "packed twice"],
)
def test_a_packed_bomb_or_a_broken_one_is_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(data)
    with pytest.raises(ReadingError) as error:
        read(path)
    assert says in str(error.value)


def test_links_that_go_round_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "one.txt").symlink_to(tmp_path / "two.txt")
    (tmp_path / "two.txt").symlink_to(tmp_path / "one.txt")
    articles, problems = read_all([tmp_path])
    assert len(articles) == 1
    assert [p.partition(":")[0] for p in problems] == [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]


def test_a_folder_of_all_formats_is_read_and_what_could_not_be_is_listed() -> None:
    articles, problems = read_all([SAMPLES])
    assert len(articles) >= 30
    assert all(problem.startswith(str(SAMPLES)) for problem in problems)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
@pytest.mark.parametrize("claimed", ["utf-8", "utf-16", "windows-1252", "shift_jis", "zlib", "punycode", "nonsense"])
def test_a_wrong_word_on_the_encoding_does_no_harm(tmp_path: Path, encoding: str, claimed: str) -> None:
    prose = (
        "<p>The owner of the Café Amélie may keep her terrace open until midnight, a court ruled on Thursday.</p>" * 4
    )
    path = tmp_path / "a.html"
    path.write_bytes(f'<html><head><meta charset="{claimed}"></head><body>{prose}</body></html>'.encode(encoding))
    text = read_one(path).text
    if (encoding, claimed) != ("cp1252", "shift_jis"):
        assert "Café Amélie" in text


def test_every_sample_survives_noise_in_every_place(tmp_path: Path) -> None:
    for sample in sorted(p for p in SAMPLES.rglob("*") if p.is_file() and p.name != "expected.json"):
        whole = sample.read_bytes()
        path = tmp_path / sample.name
        for place in range(0, len(whole), max(1, len(whole) // 6)):
            path.write_bytes(whole[:place] + b"\0<&\xff\x1b]0;x\x07" + whole[place + 2 :])
            articles_or_one_line(path)


def test_text_files_are_read_without_any_parser(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    parsers = "lxml trafilatura yaml markdown_it email zipfile subprocess pypdf mammoth warcio".split()
    reading = f"import sys\nfrom tui import read\nread({str(tmp_path / 'a.txt')!r})\n"
    code = f"{reading}print(sorted(set({parsers}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
