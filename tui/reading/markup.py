"""HTML of any kind → a tree of elements: well made or not, nothing in it is run, loaded or followed."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from tui.reading.assembling import Block
from tui.reading.walking import NEVER_READ, blocks, is_hidden

_UNREAD = NEVER_READ - {"head", "title", "meta", "base", "link"}
_NESTING = re.compile(r"</?(?!(?:p|br|li|script|style|title)\b)[A-Za-z][^<>]{0,4000}>")
"""Tags that a page nested too deep can do without; an open `<p>` closes the one before it."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,12})|([0-9]{1,12}));?")


def without_controls(markup: str) -> str:
    """Characters that no tree can hold, written out or as a reference (`&#xD800;`), as U+FFFD."""
    return _REFERENCE.sub(_possible, _CONTROLS.sub("\ufffd", markup))


def _possible(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    possible = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    return reference[0] if possible else "\ufffd"


_ENDLESS_TAG = re.compile(r"<[^<>]{20000,}>")
"""A picture that stands in the page itself, or attributes without end: libxml2 compares each with all before it."""


def parsed(markup: str) -> HtmlElement:
    """The tree of any HTML, well made or not. Loads nothing, follows nothing."""
    markup = without_controls(markup)
    tree, complete = _tree(markup)
    return tree if complete else _tree(_NESTING.sub("<p>", markup))[0]


def _tree(markup: str) -> tuple[HtmlElement, bool]:
    """The tree, and whether all of the text is in it: libxml2 gives up on elements nested too deep."""
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    markup = _ENDLESS_TAG.sub("", markup)
    try:
        tree = lxml_html.document_fromstring(markup.encode("utf-8") or b"<p>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        tree = lxml_html.document_fromstring(b"<p>", parser=parser)
    return tree, not any(entry.level_name == "FATAL" for entry in parser.error_log)


def fragment_blocks(markup: str) -> list[Block]:
    """The paragraphs of a piece of HTML, such as a feed's entry; text without any tag is read as it is."""
    return blocks(parsed(markup if "<" in markup else markup.replace("\n\n", "<p>")))


def plain_words(markup: str | None) -> str | None:
    """One line of a field that may hold HTML or its escapes, such as the title of a feed's entry."""
    if not markup or not markup.strip():
        return None
    if "<" in markup or "&" in markup:
        markup = " ".join(block.words for block in fragment_blocks(f"<div>{markup}</div>"))
    return " ".join(markup.split()) or None


def drop_unread(tree: HtmlElement) -> None:
    """Takes out of a page what is never read: scripts, forms, what is hidden. The page's head stays."""
    unread = [e for e in tree.iter(etree.Element) if e.tag in _UNREAD or is_hidden(e)]
    for element in unread:
        if element.getparent() is not None:
            element.drop_tree()
