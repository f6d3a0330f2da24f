"""XML that articles travel in → articles: feeds and the wire services' formats, told by the root element."""

from __future__ import annotations

from tui.article import Article
from tui.reading.assembling import Draft, all_assembled
from tui.reading.feed import atom_drafts, rss_drafts
from tui.reading.newsml import newsml_drafts
from tui.reading.nitf import nitf_draft
from tui.reading.problem import NoArticle, ReadingError
from tui.reading.source import Source
from tui.reading.walking import name_of
from tui.reading.xmltree import xml_tree

_EMPTY = "XML without an article in it"


def read_xml(source: Source) -> list[Article]:
    """The articles of RSS, Atom, NITF or NewsML-G2. Raises `NoArticle` for any other XML."""
    root = xml_tree(source)
    name = name_of(root)
    if name == "html":
        from tui.reading.html import read_page

        return [read_page(source)]
    if name in ("rss", "rdf", "channel"):
        drafts = rss_drafts(root)
    elif name in ("feed", "entry"):
        drafts = atom_drafts(root)
    elif name == "nitf":
        drafts = [nitf_draft(root)]
    elif name in ("newsmessage", "newsitem", "packageitem"):
        drafts = newsml_drafts(root)
    else:
        raise NoArticle(
            source.name, f"XML of a kind that is not known (<{name[:40]}>)", "save the article as HTML or text"
        )
    return _articles(drafts, source)


def _articles(drafts: list[Draft], source: Source) -> list[Article]:
    told = [draft for draft in drafts if draft.blocks]
    if not told:
        raise NoArticle(source.name, _EMPTY, "name a file that holds the text, too")
    if len(told) < len(drafts):
        what = f"{len(drafts) - len(told)} of {len(drafts)} entries hold no text"
        source.problems.append(str(ReadingError(source.name, what, "the rest was read")))
    return all_assembled(told, source)
