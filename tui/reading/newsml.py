"""NewsML-G2, the envelope that wire services send articles in, → drafts: one for each item that holds text."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tui.reading.assembling import Block, Draft
from tui.reading.dateline import stated_date
from tui.reading.markup import fragment_blocks
from tui.reading.naming import outlet_name, person_names
from tui.reading.nitf import nitf_draft
from tui.reading.paragraphs import paragraph_spans
from tui.reading.walking import blocks, name_of
from tui.reading.xmltree import child, children, within, words_in

_EXTRACTOR = f"lxml {etree.__version__}"


def newsml_drafts(root: etree._Element) -> list[Draft]:
    """The news items of a message, a package or an item alone; those of pictures and films hold no text."""
    items = [root] if name_of(root) == "newsitem" else list(within(root, "newsitem"))
    return [_draft(item) for item in items]


def _draft(item: etree._Element) -> Draft:
    about, content = child(item, "itemmeta"), child(item, "contentmeta")
    inner = _inner(child(item, "contentset"))
    headline = words_in(child(content, "headline")) or words_in(child(about, "title"))
    created = words_in(child(about, "firstcreated")) or words_in(child(content, "contentcreated"))
    return replace(
        inner,
        title=headline or inner.title,
        source=_provider(item, about) or inner.source,
        byline=_byline(content) or inner.byline,
        published=stated_date(created) or inner.published or stated_date(words_in(child(about, "versioncreated"))),
        modified=stated_date(words_in(child(about, "versioncreated"))),
        extractor=_EXTRACTOR,
    )


def _inner(content: etree._Element | None) -> Draft:
    """The text of an item: NITF or XHTML inside, or plain text."""
    for inline in children(content, "inlinexml"):
        nitf = next(within(inline, "nitf"), None)
        if nitf is not None:
            return nitf_draft(nitf)
        found = blocks(inline)
        if found:
            return Draft(blocks=found)
    for inline in children(content, "inlinedata"):
        body = "".join(map(str, inline.itertext()))
        if "html" in inline.get("contenttype", ""):
            return Draft(blocks=fragment_blocks(body))
        return Draft(blocks=[Block(" ".join(body[p.start : p.end].split())) for p in paragraph_spans(body)])
    return Draft(blocks=[])


def _provider(item: etree._Element, about: etree._Element | None) -> str | None:
    provider = child(about, "provider")
    rights = child(child(item, "rightsinfo"), "copyrightholder")
    for holder in (provider, rights):
        name = outlet_name(words_in(child(holder, "name"))) if holder is not None else None
        if name or (holder is not None and (name := outlet_name(holder.get("literal")))):
            return name
    return None


def _byline(content: etree._Element | None) -> tuple[str, ...]:
    line = words_in(child(content, "by"))
    if line:
        return person_names(line)
    creators = [words_in(child(creator, "name")) for creator in children(content, "creator")]
    return person_names(creators)
