"""What a web page says about its article: JSON-LD, then Open Graph and other `<meta>`, then what is marked up.

Nothing is guessed: a field that the page does not state stays `None`. The text of the page is not read here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from tui.frozen import dataclass
from tui.reading.byline import byline_names
from tui.reading.dateline import stated_date
from tui.reading.markup import plain_words
from tui.reading.naming import outlet_name, person_names

_ARTICLE = re.compile(r"\A(?:\w*Article|\w*Posting|Report)$")
_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_SOURCE = ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher", "cre")
_BYLINE = ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author", "og:article:author")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued",
    "dcterms.created", "dc.date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified")
_SEPARATED = re.compile(r" [|·•–—»-] ")
_SAVED_FROM = re.compile(r"<!--\s{0,4}saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,2000})")
_MOST = 5000
"""JSON-LD values looked at; a page that holds more has its article among the first."""


@dataclass(frozen=True)
class PageFacts:
    title: str | None
    source: str | None
    byline: tuple[str, ...]
    published: str | None
    modified: str | None
    url: str | None
    body: str | None
    """The text of the article, where the page states it beside its markup."""


def page_facts(tree: HtmlElement, page: str) -> PageFacts:
    """What the page's `tree` states; `page` is its markup, for the comment of a browser that saved it."""
    article, meta = _linked_data(tree), _meta(tree)
    source = _source(article, meta, tree)
    return PageFacts(
        title=_title(article, meta, tree, source),
        source=source,
        byline=_byline(article, meta, tree, source),
        published=stated_date(article.get("datePublished")) or _date(meta, _PUBLISHED) or _time(tree),
        modified=stated_date(article.get("dateModified")) or _date(meta, _MODIFIED),
        url=_address(article, meta, tree, page),
        body=body if isinstance(body := article.get("articleBody"), str) else None,
    )


def _linked_data(tree: HtmlElement) -> dict[str, Any]:
    """The first article of the page's JSON-LD, references to people and publishers filled in."""
    values: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", "").lower() and script.text:
            try:
                values += _objects(json.loads(script.text.strip().rstrip(";"), strict=False))
            except (ValueError, RecursionError):
                continue
    named = {v["@id"]: v for v in values if isinstance(v.get("@id"), str) and len(v) > 1}
    for value in values:
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _ARTICLE.match(kind) for kind in kinds):
            return {key: _followed(field, named) for key, field in value.items()}
    return {}


def _objects(value: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    waiting = [value]
    while waiting and len(found) < _MOST:
        entry = waiting.pop(0)
        if isinstance(entry, dict):
            found.append(entry)
            waiting += (v for v in entry.values() if isinstance(v, (dict, list)))
        elif isinstance(entry, list):
            waiting += entry[:_MOST]
    return found


def _followed(field: object, named: dict[str, dict[str, Any]]) -> object:
    if isinstance(field, list):
        return [_followed(entry, named) if isinstance(entry, dict) else entry for entry in field[:50]]
    if isinstance(field, dict) and isinstance(field.get("@id"), str) and "name" not in field:
        return named.get(field["@id"], field)
    return field


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The first value of each `<meta>` by its lower-case name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content[:2000])
    return found


def _date(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((day for name in names if (day := stated_date(meta.get(name)))), None)


def _time(tree: HtmlElement) -> str | None:
    """A `<time>` that is marked as the publication date; else the first of the article itself."""
    times = [t for t in tree.iter("time") if t.get("datetime") or (t.text or "").strip()]
    times.sort(key=lambda t: not (t.get("itemprop") == "datePublished" or "pubdate" in t.attrib))
    for element in times:
        marked = element.get("itemprop") == "datePublished" or "pubdate" in element.attrib
        around = {a.tag for a in element.iterancestors()}
        if (marked or around & {"article", "main", "header"}) and not around & {
            "aside",
            "nav",
            "footer",
            "li",
            "figure",
        }:
            day = stated_date(element.get("datetime") or element.text)
            if day and element.get("itemprop") != "dateModified":
                return day
    return None


def _source(article: dict[str, Any], meta: dict[str, str], tree: HtmlElement) -> str | None:
    stated = outlet_name(article.get("publisher")) or outlet_name(article.get("sourceOrganization"))
    name = stated or next((n for key in _SOURCE if (n := outlet_name(meta.get(key)))), None)
    return plain_words(name) or next(_itemprop(tree, "publisher"), None)


def _title(article: dict[str, Any], meta: dict[str, str], tree: HtmlElement, source: str | None) -> str | None:
    headline = article.get("headline")
    stated_headline = plain_words(headline) if isinstance(headline, str) else None
    if stated_headline:
        return _without_outlet(stated_headline, source)[:500]
    headings = [words for h in tree.iter("h1") if (words := " ".join(h.text_content().split()))]
    stated = next((title for key in _TITLE if (title := plain_words(meta.get(key)))), None)
    if len(set(headings)) == 1 and (not stated or headings[0].casefold() != (source or "").casefold()):
        return headings[0][:500]
    element = tree.find(".//head/title")
    named = plain_words(stated or (element.text_content() if element is not None else None))
    return _without_outlet(named, source)[:500] if named else None


def _without_outlet(title: str, source: str | None) -> str:
    """ "Mayor resigns | Harbour Times" without its tail, where that is the outlet."""
    parts = _SEPARATED.split(title)
    if source and len(parts) > 1 and _letters(parts[-1]) == _letters(source):
        return title[: title.rindex(parts[-1])].rstrip(" |·•–—»-")
    return title


def _letters(name: str) -> str:
    """The same for "The Hill" and "TheHill"."""
    return "".join(name.split()).casefold()


def _byline(article: dict[str, Any], meta: dict[str, str], tree: HtmlElement, source: str | None) -> tuple[str, ...]:
    authors = article.get("author") or article.get("creator")
    authors = authors if isinstance(authors, list) else [authors]
    people = [
        a for a in authors if not (isinstance(a, dict) and a.get("@type") in ("Organization", "NewsMediaOrganization"))
    ]
    candidates = (
        person_names(people),
        *(person_names(meta.get(key)) for key in _BYLINE),
        tuple(_itemprop(tree, "author")),
        tuple(dict.fromkeys(" ".join(a.text_content().split()) for a in tree.xpath("//a[@rel='author']")))[:10],
        _printed_byline(tree),
    )
    for names in candidates:
        names = tuple(n for n in names if n and n.casefold() != (source or "").casefold() and len(n.split()) <= 8)
        if names:
            return names
    return ()


def _itemprop(tree: HtmlElement, name: str) -> Iterator[str]:
    for element in tree.xpath("//*[contains(concat(' ', @itemprop, ' '), concat(' ', $name, ' '))]", name=name)[:10]:
        inner = element.xpath(".//*[@itemprop='name']")
        chosen = inner[0] if inner else element
        words = " ".join((chosen.get("content") or chosen.text_content()).split())
        if 0 < len(words) <= 100:
            yield words


def _printed_byline(tree: HtmlElement) -> tuple[str, ...]:
    """A line such as "By Ann Roe" in an element that is called a byline."""
    for element in tree.xpath("//*[contains(@class, 'byline') or contains(@class, 'author')]")[:20]:
        line = " ".join(element.text_content().split())
        if len(line) <= 200 and (names := byline_names(line)):
            return names
    return ()


def _address(article: dict[str, Any], meta: dict[str, str], tree: HtmlElement, page: str) -> str | None:
    main = article.get("mainEntityOfPage")
    links = [link.get("href") for link in tree.iter("link") if "canonical" in link.get("rel", "").lower().split()]
    saved = _SAVED_FROM.search(page[:4000])
    stated = (
        *links, article.get("url"), main.get("@id") if isinstance(main, dict) else main, meta.get("og:url"),
        saved and saved.group(1),
    )  # fmt: skip
    for address in stated:
        if isinstance(address, str) and address.startswith(("http://", "https://")) and len(address) <= 2000:
            return address.strip()
    return None
