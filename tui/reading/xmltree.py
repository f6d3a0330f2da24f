"""Text → a tree of XML elements, safely: no entities of its own, nothing loaded, nothing followed.

A document that declares entities is refused: no article needs them, and a few lines of them fill a memory.
What is broken or cut off is read as far as it goes, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from tui.reading.markup import without_controls
from tui.reading.problem import ReadingError
from tui.reading.source import Source
from tui.reading.walking import name_of

_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_DECLARATION = re.compile(r"\s{0,100}<\?xml\b[^<>]{0,400}\?>")


def xml_tree(source: Source) -> etree._Element:
    """The root element. Raises `ReadingError` for entities, and where there is no element at all."""
    text = source.text
    if "<!ENTITY" in text:
        raise ReadingError(source.name, "XML that declares entities, which is not safe to read", "save it without them")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=True, recover=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    clean = _NAMED.sub(_character, without_controls(_DECLARATION.sub("", text, count=1)))
    try:
        root = etree.fromstring(clean.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise ReadingError(source.name, "broken XML", "save it again, or as plain text")
    errors = [entry for entry in parser.error_log if entry.level_name == "FATAL"]
    if errors:
        what = f"broken or cut off at line {errors[0].line}"
        source.problems.append(str(ReadingError(source.name, what, "what could be read was read")))
    return root


def _character(match: re.Match[str]) -> str:
    """`&nbsp;`, which HTML has and XML has not, as the character; XML's own five stay."""
    character = html5.get(match.group(1) + ";", match.group())
    return match.group() if character in "<>&'\"" else character


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child that has the first of `names` that any has, whatever its namespace."""
    for name in names:
        for found in children(element, name):
            return found
    return None


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    if element is not None:
        yield from (found for found in element if name_of(found) == name)


def within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The descendants of that name, in order."""
    return (found for found in element.iter() if name_of(found) == name)


def words_in(element: etree._Element | None) -> str | None:
    """All words of an element on one line."""
    if element is None:
        return None
    return " ".join("".join(map(str, element.itertext())).split()) or None
