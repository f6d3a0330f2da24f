"""NITF, the wire services' news format, → a draft. Its inline tags say what a name, a date, a sum is: they are kept
as marks on the text, so that nobody has to guess."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tui.article import Mark, MarkKind
from tui.reading.assembling import Block, Draft
from tui.reading.dateline import stated_date
from tui.reading.naming import outlet_name, person_names
from tui.reading.walking import blocks, name_of
from tui.reading.xmltree import within, words_in

_KINDS: dict[str, MarkKind] = {
    "person": "person", "org": "organisation", "location": "place", "chron": "date", "num": "quantity",
    "money": "money", "q": "quote",
}  # fmt: skip
_VALUES = {"person": "value", "org": "value", "location": "value", "chron": "norm", "num": "units", "money": "unit",
           "q": "quote-source"}  # fmt: skip
_QUOTES = "\"“‘«„'"
_EXTRACTOR = f"lxml {etree.__version__}"


def nitf_draft(root: etree._Element) -> Draft:
    """The article of a `nitf` element."""
    head = _first(root, "body.head")
    headline = words_in(_first(root, "hl1")) or words_in(_first(root, "hedline")) or words_in(_first(root, "title"))
    issued, publication = _first(root, "date.issue"), _first(root, "pubdata")
    return Draft(
        blocks=list(_blocks(root)),
        title=headline,
        source=_source(root, publication),
        byline=person_names(_byline(head)) if head is not None else (),
        published=stated_date(_attribute(issued, "norm"))
        or stated_date(_attribute(publication, "date.publication"))
        or stated_date(_attribute(_first(root, "story.date"), "norm")),
        modified=stated_date(_attribute(_first(root, "date.release"), "norm")),
        url=_attribute(publication, "ex-ref"),
        extractor=_EXTRACTOR,
    )


def _first(root: etree._Element, name: str) -> etree._Element | None:
    return next(within(root, name), None)


def _attribute(element: etree._Element | None, name: str) -> str | None:
    return None if element is None else element.get(name)


def _byline(head: etree._Element) -> list[str] | str | None:
    """The persons of the byline, or its words; a job title behind the name is left out."""
    line = _first(head, "byline")
    if line is None:
        return None
    people = [name for person in within(line, "person") if (name := words_in(person))]
    return people or _without_title(line)


def _without_title(line: etree._Element) -> str:
    job = _first(line, "byttl")
    whole = words_in(line) or ""
    return whole.removesuffix(words_in(job) or "").rstrip(" ,") if job is not None else whole


def _source(root: etree._Element, publication: etree._Element | None) -> str | None:
    holder = _attribute(_first(root, "doc.copyright"), "holder")
    return (
        outlet_name(_attribute(publication, "name"))
        or outlet_name(words_in(_first(root, "distributor")))
        or outlet_name(holder)
    )


def _blocks(root: etree._Element) -> Iterator[Block]:
    """Second headlines, the abstract left out, then the content in order; what ends the body is furniture."""
    head = _first(root, "body.head")
    if head is not None:
        yield from (Block(words, "headline") for e in within(head, "hl2") if (words := words_in(e)))
    content = _first(root, "body.content")
    if content is not None:
        yield from _content(content)
    end = _first(root, "body.end")
    if end is not None:
        yield from (Block(words) for e in end if (words := words_in(e)))


def _content(content: etree._Element) -> Iterator[Block]:
    walk = etree.iterwalk(content, events=("start",))
    for _, element in walk:
        name = name_of(element)
        if name == "p":
            yield from _paragraph(element)
        elif name in ("hl1", "hl2"):
            yield from (Block(words, "headline") for words in [words_in(element)] if words)
        elif name == "media":
            told = [words_in(e) for wanted in ("media-caption", "media-producer") for e in within(element, wanted)]
            yield from (Block(words, "caption") for words in told if words)
        elif name in ("ul", "ol", "dl", "table", "pre"):
            yield from blocks(element)
        elif name not in ("note", "nitf-table", "fn"):
            continue
        walk.skip_subtree()


def _paragraph(element: etree._Element) -> Iterator[Block]:
    """The words of a paragraph, white space folded, with its inline tags as marks."""
    raw: list[str] = []
    length = 0
    open_at: list[int] = []
    marks: list[Mark] = []
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        name = name_of(inner)
        pieces = [_opening(inner, name)] if event == "start" else [_closing(inner, name)]
        if event == "start":
            open_at.append(length)
            pieces.append(inner.text or "")
        else:
            start = open_at.pop()
            kind = _KINDS.get(name)
            if kind:
                marks.append(Mark(start, length + len(pieces[0]), kind, inner.get(_VALUES[name])))
            pieces.append("" if inner is element else inner.tail or "")
        raw += pieces
        length += sum(map(len, pieces))
    words, places = _folded("".join(raw))
    found = (m._replace(start=places[m.start], end=places[m.end]) for m in marks)
    kept = sorted((_trimmed(m, words) for m in found), key=lambda m: (m.start, -m.end))
    if words:
        yield Block(words, None, tuple(m for m in kept if m.start < m.end))


def _opening(element: etree._Element, name: str) -> str:
    return "“" if _is_unquoted(element, name) else ""


def _closing(element: etree._Element, name: str) -> str:
    return "”" if _is_unquoted(element, name) else " " if name == "br" else ""


def _is_unquoted(element: etree._Element, name: str) -> bool:
    """A `q` whose words carry no quotation marks of their own."""
    return name == "q" and (words_in(element) or "“")[:1] not in _QUOTES


def _folded(raw: str) -> tuple[str, list[int]]:
    """White space folded, and for each offset into `raw` (its end too) the offset into the result."""
    words: list[str] = []
    places: list[int] = []
    for character in raw:
        places.append(len(words))
        if not character.isspace():
            words.append(character)
        elif words and words[-1] != " ":
            words.append(" ")
    if words and words[-1] == " ":
        words.pop()
    places.append(len(words))
    return "".join(words), [min(place, len(words)) for place in places]


def _trimmed(mark: Mark, words: str) -> Mark:
    inside = words[mark.start : mark.end]
    start = mark.start + len(inside) - len(inside.lstrip())
    return mark._replace(start=start, end=start + len(inside.strip()))
