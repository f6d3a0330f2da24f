"""A saved web page → Article. trafilatura (Apache 2.0) finds the main text, the page's own markup says the rest.

No script runs and nothing is loaded: the page is a tree of words. What trafilatura takes keeps its order;
captions, which it leaves out, go back to where they stood, and lines that the page calls promotion are told so.
"""

from __future__ import annotations

import logging
import re
import socket
from types import ModuleType

from lxml import etree
from lxml.html import HtmlElement

from tui.article import Article, Role
from tui.reading.assembling import Block, Draft, assembled
from tui.reading.budget import LARGEST_PAGE, TooLarge
from tui.reading.markup import drop_unread, parsed
from tui.reading.metadata import page_facts
from tui.reading.problem import NoArticle
from tui.reading.source import Source
from tui.reading.story import story
from tui.reading.walking import ROLE, blocks

_CAPTION = re.compile(r"caption|(?:photo|image|picture|media|img)[_-]{0,2}credit", re.I)
_PROMO = re.compile(
    r"(?:^|[\s_-])(?:promo\w{0,6}|related\w{0,10}|recirc\w{0,10}|newsletter\w{0,10}|sign-?up|subscri\w{1,10}|"
    r"read-?more|most-?(?:read|popular|viewed)|trending|outbrain|taboola|advert\w{0,8}|sponsor\w{0,6}|inline-ad)"
    r"(?:$|[\s_-])",
    re.I,
)
_LONGEST_CAPTION = 120
_LONGEST_PROMO = 150
"""Words; what is longer was only named so by chance (`class="story has-captions related-2"`)."""
_LARGEST_TREE = 20_000
"""Elements. On a larger page the search for the main text takes too long (1.7 s for 16,000, 5.8 s for 32,000), and
the longest `<article>` or `<main>` is taken whole, or else the page."""
_LARGEST_TEXT = 1_000_000
"""Characters, for the same reason: a line of ten million takes it three seconds."""
_HTML_NAMES = {
    "head": "h2", "list": "ul", "item": "li", "quote": "blockquote", "row": "tr", "cell": "td", "lb": "br",
    "code": "pre", "graphic": "object", "ref": "a", "hi": "b",
}  # fmt: skip


def read_page(source: Source) -> Article:
    """The article of a page. Raises `NoArticle` where no text can be found, `TooLarge` beyond 20 MB."""
    if len(source.text) > LARGEST_PAGE:
        raise TooLarge(source.name, "a web page of more than 20 MB", "save its article alone, or as text")
    draft = page_draft(source.text)
    if not draft.blocks:
        raise NoArticle(source.name, "a web page without readable text", "save the page once it has loaded")
    return assembled(draft, path=source.path, sha256=source.sha256)


def page_draft(page: str, *, url: str | None = None, retrieved: str | None = None) -> Draft:
    """What a page's markup gives; `url` and `retrieved` are known where an archive kept it."""
    tree = parsed(page)
    facts = page_facts(tree, page)
    drop_unread(tree)
    found, extractor = main_blocks(tree, facts.body)
    return Draft(
        blocks=found,
        title=facts.title,
        source=facts.source,
        byline=facts.byline,
        published=facts.published,
        modified=facts.modified,
        url=url or facts.url,
        retrieved=retrieved,
        extractor=extractor,
    )


def main_blocks(tree: HtmlElement, stated: str | None = None) -> tuple[list[Block], str]:
    """The story's paragraphs with captions and promos told apart, and what extracted them.

    `stated` is the text that the page gives beside its markup, if it does.
    """
    taken, extractor = _extracted(tree)
    _mark(tree)
    if not taken:
        return blocks(_own_container(tree)), extractor
    return story(taken, blocks(tree), stated), extractor


def _own_container(tree: HtmlElement) -> HtmlElement:
    """The element that the page itself calls its article or its main part."""
    named = list(tree.iter("article", "main"))[:50]
    return max(named, key=lambda e: len(e.text_content()), default=tree)


def _trafilatura() -> ModuleType:
    """The library, loaded without the socket that urllib3 opens at import to see whether there is IPv6."""
    known, socket.has_ipv6 = socket.has_ipv6, False
    try:
        import trafilatura
    finally:
        socket.has_ipv6 = known
    return trafilatura


def _extracted(tree: HtmlElement) -> tuple[list[Block], str]:
    trafilatura = _trafilatura()
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    extractor = f"trafilatura {trafilatura.__version__}"
    if sum(1 for _ in tree.iter()) > _LARGEST_TREE or len(tree.text_content()) > _LARGEST_TEXT:
        return [], f"{extractor} (page too large for it)"
    try:
        document = trafilatura.bare_extraction(tree, include_comments=False, include_formatting=False)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, etree.LxmlError):
        document = None  # a page that breaks the extractor is still read whole
    body = getattr(document, "body", None)
    if body is None:
        return [], f"{extractor} (no main text found)"
    for element in body.iter(etree.Element):
        if element.tag in _HTML_NAMES:
            element.tag = _HTML_NAMES[element.tag]
    body.tag = "div"
    return blocks(body), extractor


def _mark(tree: HtmlElement) -> None:
    """Tells the walk which elements the page itself calls captions and promotion."""
    for element in tree.iter(etree.Element):
        named = f"{element.get('class', '')} {element.get('id', '')}"[:300]
        role: Role | None = None
        if element.tag == "figcaption" or _CAPTION.search(named):
            role = "caption"
        elif _PROMO.search(named):
            role = "promo"
        longest = _LONGEST_CAPTION if role == "caption" else _LONGEST_PROMO
        if role and len(element.text_content()[: longest * 12].split()) <= longest and element.find(".//h1") is None:
            element.set(ROLE, role)
