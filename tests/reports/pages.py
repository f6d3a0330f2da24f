"""An HTML report as a test reads it: parsed as a browser does, with every error told."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib


def parsed(page: str) -> Element:
    """The document; a page with any error of grammar fails."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document: Element = parser.parse(page)
    assert parser.errors == []
    return document


def ids(document: Element) -> list[str]:
    return [element.attrib["id"] for element in document.iter() if "id" in element.attrib]


def words(element: Element) -> str:
    """What a reader sees of an element, white space folded."""
    return " ".join("".join(element.itertext()).split())


def of_class(document: Element, name: str) -> list[Element]:
    return [element for element in document.iter() if name in element.get("class", "").split()]
