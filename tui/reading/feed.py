"""Feeds → drafts: RSS 0.9x, 1.0 and 2.0, and Atom. Each entry is an article of the outlet that the feed names.

lxml (BSD) parses; the HTML of an entry, and of titles that hold HTML though they should not, is read by `markup`.
"""

from __future__ import annotations

from lxml import etree

from tui.reading.assembling import Block, Draft
from tui.reading.dateline import stated_date
from tui.reading.markup import fragment_blocks, plain_words
from tui.reading.naming import outlet_name, person_names
from tui.reading.walking import blocks, name_of
from tui.reading.xmltree import child, children, within, words_in

_EXTRACTOR = f"lxml {etree.__version__}"


def rss_drafts(root: etree._Element) -> list[Draft]:
    """The entries of an RSS feed, in order; `root` is `rss`, `rdf:RDF` or a bare `channel`."""
    channel = root if name_of(root) == "channel" else child(root, "channel")
    outlet = outlet_name(plain_words(_raw(child(channel, "title"))))
    return [_rss_draft(item, outlet) for item in within(root, "item")]


def _rss_draft(item: etree._Element, outlet: str | None) -> Draft:
    body = _raw(child(item, "encoded")) or _raw(child(item, "description")) or ""
    link = words_in(child(item, "link"))
    authors = [words_in(element) for name in ("creator", "author") for element in children(item, name)]
    return Draft(
        blocks=fragment_blocks(body) if body.strip() else [],
        title=plain_words(_raw(child(item, "title"))),
        source=outlet_name(words_in(child(item, "source"))) or outlet,
        byline=person_names(authors),
        published=stated_date(words_in(child(item, "pubdate", "date"))),
        modified=stated_date(words_in(child(item, "modified", "updated"))),
        url=link if link and link.startswith(("http://", "https://")) else None,
        extractor=_EXTRACTOR,
    )


def atom_drafts(root: etree._Element) -> list[Draft]:
    """The entries of an Atom feed, in order; `root` is `feed`, or an `entry` alone."""
    outlet = outlet_name(plain_words(_text(child(root, "title")))) if name_of(root) == "feed" else None
    entries = [root] if name_of(root) == "entry" else list(children(root, "entry"))
    return [_atom_draft(entry, outlet, root) for entry in entries]


def _atom_draft(entry: etree._Element, outlet: str | None, feed: etree._Element) -> Draft:
    origin = child(entry, "source")
    authors = [words_in(child(author, "name")) for author in children(entry, "author")]
    if not authors:
        authors = [words_in(child(author, "name")) for author in children(feed, "author")]
    return Draft(
        blocks=_content(child(entry, "content")) or _content(child(entry, "summary")),
        title=plain_words(_text(child(entry, "title"))),
        source=outlet_name(words_in(child(origin, "title"))) or outlet,
        byline=tuple(name for name in person_names(authors) if name != outlet),
        published=stated_date(words_in(child(entry, "published", "issued", "created"))),
        modified=stated_date(words_in(child(entry, "updated", "modified"))),
        url=_link(entry),
        extractor=_EXTRACTOR,
    )


def _content(element: etree._Element | None) -> list[Block]:
    if element is None:
        return []
    if len(element):
        return blocks(element)
    body = element.text or ""
    return fragment_blocks(body) if body.strip() else []


def _text(element: etree._Element | None) -> str | None:
    """A title's words; of `type="xhtml"` those of its elements."""
    return words_in(element) if element is not None and len(element) else _raw(element)


def _raw(element: etree._Element | None) -> str | None:
    return None if element is None else "".join(map(str, element.itertext()))


def _link(entry: etree._Element) -> str | None:
    for link in children(entry, "link"):
        address = link.get("href", "")
        if link.get("rel", "alternate") == "alternate" and address.startswith(("http://", "https://")):
            return address
    return None
