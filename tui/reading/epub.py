"""EPUB → articles: each chapter one, in the order of reading. The pages are read as any HTML, the rest as XML."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from lxml import etree

from tui.article import Article
from tui.reading.archive import Archive
from tui.reading.assembling import Block, Draft, all_assembled
from tui.reading.dateline import stated_date
from tui.reading.decoding import decode
from tui.reading.markup import parsed
from tui.reading.naming import outlet_name, person_names
from tui.reading.problem import NoArticle, ReadingError
from tui.reading.source import Source
from tui.reading.walking import blocks
from tui.reading.xmltree import within, words_in, xml_tree

_SHORTEST = 40
"""Words: what is shorter is a cover, a title page or a list of contents."""
_PAGES = ("application/xhtml+xml", "text/html")
_PROGRAMS = ("calibre", "pandoc")
_EXTRACTOR = f"lxml {etree.__version__}"


def read_book(source: Source, archive: Archive) -> list[Article]:
    """The chapters that hold text. Raises `NoArticle` where there is none."""
    package_name = _package_name(source, archive)
    package = _tree(source, archive, package_name)
    creators = [name for e in within(package, "creator") if (name := words_in(e)) and not _is_program(name)]
    publisher = outlet_name(next((words_in(e) for e in within(package, "publisher")), None))
    published = stated_date(next((words_in(e) for e in within(package, "date")), None))
    drafts = [
        Draft(
            blocks=found,
            title=found[0].words if found[0].role == "headline" else None,
            source=publisher,
            byline=person_names(creators),
            published=published,
            extractor=_EXTRACTOR,
        )
        for found in _chapters(source, archive, package, package_name)
    ]
    if not drafts:
        raise NoArticle(source.name, "a book without text", "name another file")
    return all_assembled(drafts, source)


def _is_program(name: str) -> bool:
    return name.casefold().startswith(_PROGRAMS)


def _tree(source: Source, archive: Archive, name: str) -> etree._Element:
    return xml_tree(Source(archive.member(name), source.name, source.problems))


def _package_name(source: Source, archive: Archive) -> str:
    container = _tree(source, archive, "META-INF/container.xml")
    for rootfile in within(container, "rootfile"):
        name = rootfile.get("full-path", "")
        if name in archive.names:
            return name
    raise ReadingError(source.name, "a book without a table of its parts", "save it anew")


def _chapters(source: Source, archive: Archive, package: etree._Element, package_name: str) -> list[list[Block]]:
    """The paragraphs of each page of the spine, navigation left out."""
    pages = {
        item.get("id", ""): item.get("href", "")
        for item in within(package, "item")
        if item.get("media-type") in _PAGES and "nav" not in item.get("properties", "").split()
    }
    home = posixpath.dirname(package_name)
    chapters: list[list[Block]] = []
    read = set[str]()
    for reference in within(package, "itemref"):
        href = unquote(pages.get(reference.get("idref", ""), ""))
        name = posixpath.normpath(posixpath.join(home, href)) if href else ""
        if name not in archive.names or name in read:
            continue
        read.add(name)  # a page named ten thousand times is one chapter
        found = blocks(parsed(decode(archive.member(name), source.name)))
        if sum(len(block.words.split()) for block in found) >= _SHORTEST:
            chapters.append(found)
    return chapters
