"""Word, PDF and EPUB files → articles.

mammoth (BSD) turns Word into HTML, pypdf (BSD) gives a PDF's text layer; both come with `sidebyline[office]`. An EPUB
is a zip file of pages and needs neither. Nothing in a document is run, and no picture is looked at.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from importlib.metadata import version

from tui.article import Article
from tui.reading.archive import Archive
from tui.reading.assembling import Block, Draft, assembled
from tui.reading.budget import TooLarge
from tui.reading.extras import extra
from tui.reading.markup import parsed
from tui.reading.paragraphs import paragraph_spans
from tui.reading.problem import NoArticle, ReadingError
from tui.reading.source import Source
from tui.reading.walking import blocks

_WORD = "word/document.xml"
_BOOK = "META-INF/container.xml"
_STYLES = (
    "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh\np[style-name='Caption'] => figcaption"
)
_MOST_PAGES = 2000
_MOST_CHARACTERS = 20_000_000
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-zà-öø-ÿ])")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page |- ?)?\d{1,4}(?: ?-| of \d{1,4})?", re.I)


def read_office(source: Source) -> list[Article]:
    """The articles of a Word, PDF or EPUB file; each chapter of a book is one. Raises `ReadingError`."""
    if not source.data.startswith(b"PK"):
        return [_pdf(source)]
    archive = Archive(source)
    if _WORD in archive.names:
        return [_word(source, archive)]
    if _BOOK in archive.names:
        from tui.reading.epub import read_book

        return read_book(source, archive)
    raise ReadingError(
        source.name, "a zip archive or an office document of a kind that is not known", "save the article as plain text"
    )


def _word(source: Source, archive: Archive) -> Article:
    mammoth = extra("mammoth", "office", source.name, "a Word document")
    archive.refuse_entities()
    try:
        page = mammoth.convert_to_html(
            io.BytesIO(source.data), style_map=_STYLES, convert_image=mammoth.images.img_element(lambda _: {})
        ).value
    except Exception as error:  # whatever a broken document makes of a parser that is not ours
        raise ReadingError(source.name, "a Word document that is broken", "save it anew") from error
    tree = parsed(page)
    for link in list(tree.iter("a")):
        if link.get("href", "").startswith(("#footnote-", "#endnote-")):
            link.drop_tree()
    found = blocks(tree)
    if not found:
        raise NoArticle(source.name, "a Word document without text", "name another file")
    title = found[0].words if found[0].role == "headline" else None
    draft = Draft(blocks=found, title=title, extractor=f"mammoth {version('mammoth')}")
    return assembled(draft, path=source.path, sha256=source.sha256)


def _pdf(source: Source) -> Article:
    pypdf = extra("pypdf", "office", source.name, "a PDF document")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    pages: list[str] = []
    locked = many = False
    try:
        document = pypdf.PdfReader(io.BytesIO(source.data), strict=False)
        locked = document.is_encrypted and not document.decrypt("")
        many = not locked and len(document.pages) > _MOST_PAGES
        for page in () if locked or many else document.pages:
            pages.append(page.extract_text() or "")
            if sum(map(len, pages)) > _MOST_CHARACTERS:
                break  # and so far more than `assembled` takes
    except Exception as error:  # as above: a broken PDF raises anything
        if not any(pages):
            raise ReadingError(source.name, "a PDF document that is broken", "save it anew") from error
        what = f"broken behind page {len(pages)}"
        source.problems.append(str(ReadingError(source.name, what, "the pages before it were read")))
    if locked:
        raise ReadingError(source.name, "a PDF document with a password", "save it without one")
    if many:
        raise TooLarge(source.name, f"a PDF document of more than {_MOST_PAGES:,} pages", "cut it into articles")
    found = _pdf_blocks(pages)
    if not found:
        raise NoArticle(source.name, "a PDF document without a text layer", "run a text recognition over it first")
    extractor = f"pypdf {pypdf.__version__} (the reading order may be off)"
    return assembled(Draft(blocks=found, extractor=extractor), path=source.path, sha256=source.sha256)


def _pdf_blocks(pages: list[str]) -> list[Block]:
    """Paragraphs over the ends of pages; what stands at the head or foot of most pages comes once, at the end."""
    lines = [[line for line in (" ".join(row.split()) for row in page.split("\n")) if line] for page in pages]
    edges = Counter(_DIGITS.sub("", line) for page in lines for line in {*page[:1], *page[-1:]})
    repeated = {line for line, count in edges.items() if count >= 3 and count * 2 > len(pages)}
    story: list[str] = []
    furniture: dict[str, str] = {}
    for page in lines:
        for place, line in enumerate(page):
            edge = place in (0, len(page) - 1)
            if edge and _PAGE_NUMBER.fullmatch(line):
                continue
            if edge and _DIGITS.sub("", line) in repeated:
                furniture.setdefault(_DIGITS.sub("", line), line)
            else:
                story.append(line)
    text = _HYPHEN.sub("", "\n".join(story))
    told = [Block(" ".join(text[p.start : p.end].split())) for p in paragraph_spans(text)]
    return [*told, *(Block(line, "promo") for line in furniture.values())] if told else []
