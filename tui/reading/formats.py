"""What a file is, told from its content, and the reader for it.

The name decides only where the content leaves it open: Markdown, which is plain text too, and an e-mail,
which may begin like an article's header lines. Parsers are imported by the reader that needs them, so that
two text files are compared without loading any.
"""

from __future__ import annotations

import io
import re
import zlib
from pathlib import PurePath
from typing import Literal

from tui.article import Article
from tui.reading.plain import read_plain
from tui.reading.problem import NoArticle, ReadingError
from tui.reading.source import Source

Format = Literal["plain", "markdown", "json", "html", "xml", "mail", "mailbox", "pdf", "office", "warc"]

LARGEST = 100 * 1024 * 1024
"""Bytes of a file, and of what a packed one unpacks to."""
SUFFIXES = frozenset(
    ".txt .text .md .markdown .json .jsonl .ndjson .html .htm .xhtml .mhtml .mht .xml .rss .atom .nitf .eml .mbox "
    ".docx .pdf .epub .warc .gz".split()
)
"""What a folder is searched for; a file named outright is read whatever its name."""
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_MAIL = frozenset({".eml", ".mhtml", ".mht"})
_GZIP = b"\x1f\x8b"
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*-->|<\?(?!xml\b)[^<>]{0,400}\?>")
_DECLARATION = re.compile(r"<\?xml\b[^<>]{0,400}\?>")
_DOCTYPE = re.compile(r"<!doctype\s+([\w.:-]{1,40})[^<>\[]{0,1000}(\[|>)", re.I)
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,40})[\s>/]")
_OF_PAGES = frozenset("html head body article main title meta div section p h1 script link center table font".split())
_FEEDS = frozenset("rss rdf feed entry channel nitf newsmessage newsitem packageitem".split())
_XML_NAMES = frozenset({".xml", ".rss", ".atom", ".nitf"})
_TEXT_NAMES = frozenset({".txt", ".text"})
_FRONT_MATTER = re.compile(r"(?:---|\+\+\+) *\n")
_FRONT_KEY = re.compile(r"\"?[A-Za-z][\w -]{0,40}\"? *[:=]")
_MAIL_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):(?: |\t|$)")
_MAIL_FIELDS = frozenset(
    "from to subject date message-id received mime-version return-path delivered-to content-type list-id "
    "x-mailer reply-to sender list-unsubscribe dkim-signature content-transfer-encoding "
    "snapshot-content-location".split()
)
_HEAD = 4096
"""Characters looked at to tell a format."""


def read_source(source: Source) -> list[Article]:
    """The articles of one file, in order. Raises `ReadingError`."""
    source = unpacked(source)
    kind = told(source)
    if kind == "json":
        from tui.reading.records import read_records

        try:
            return read_records(source)
        except NoArticle:
            if source.searched and PurePath(source.name).suffix.lower() not in _TEXT_NAMES:
                raise
            kind = "plain"
    if kind == "plain":
        if not source.text.strip():
            raise ReadingError(source.name, "empty", "there is nothing to compare; name a file with text")
        return [read_plain(source.text, path=source.path, sha256=source.sha256)]
    return _by_parser(source, kind)


def _by_parser(source: Source, kind: Format) -> list[Article]:
    if kind == "markdown":
        from tui.reading.markdown import read_markdown

        return [read_markdown(source)]
    if kind == "html":
        from tui.reading.html import read_page

        return [read_page(source)]
    if kind == "xml":
        from tui.reading.wire import read_xml

        return read_xml(source)
    if kind in ("mail", "mailbox"):
        from tui.reading.mail import read_mail, read_mailbox

        return read_mailbox(source) if kind == "mailbox" else read_mail(source)
    if kind == "warc":
        from tui.reading.warc import read_warc

        return read_warc(source)
    from tui.reading.office import read_office

    return read_office(source)


def told(source: Source) -> Format:
    """The format of a file that is not packed."""
    data = source.data
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "office"
    if data.startswith(b"WARC/"):
        return "warc"
    head = source.text[:_HEAD].lstrip()
    if head.startswith(("{", "[")):
        return "json"
    if head.startswith("<"):
        return _markup(head, source.suffix)
    if head.startswith("From ") and _is_mail(head.partition("\n")[2], source.suffix):
        return "mailbox"
    if _is_mail(head, source.suffix):
        return "mail"
    return "markdown" if _is_markdown(head, source.suffix) else "plain"


def _markup(head: str, suffix: str) -> Format:
    """HTML, XML, or a text that only begins with an angle bracket, by what stands before and in the first element."""
    head = _COMMENT.sub("", head).lstrip()
    declaration = _DECLARATION.match(head)
    head = head[declaration.end() if declaration else 0 :].lstrip()
    doctype = _DOCTYPE.match(head)
    if doctype:
        head = head[doctype.end() :].lstrip()
    root = _ROOT.match(head)
    first = doctype or root
    name = first[1].lower() if first else ""
    if name == "html" or (name in _OF_PAGES and not declaration and suffix not in _MARKDOWN):
        return "html"
    if suffix in _MARKDOWN:
        return "markdown"
    if declaration or doctype or name in _FEEDS or ((root or head.startswith("<!--")) and suffix in _XML_NAMES):
        return "xml"
    return "html" if suffix in (".html", ".htm", ".xhtml") else "plain"


def _is_mail(head: str, suffix: str) -> bool:
    """At least three fields that only a message has, before the first empty line."""
    fields: set[str] = set()
    for line in head.split("\n", 60)[:60]:
        if line[:1] in (" ", "\t") and fields:
            continue
        match = _MAIL_FIELD.match(line)
        if not match:
            break
        fields.add(match.group(1).lower())
    known = fields & _MAIL_FIELDS
    return len(known) >= (1 if suffix in _MAIL else 3) and "from" in fields | ({"from"} if suffix in _MAIL else set())


def _is_markdown(head: str, suffix: str) -> bool:
    if suffix in _MARKDOWN:
        return True
    opening = _FRONT_MATTER.match(head)
    return bool(opening and _FRONT_KEY.match(head, opening.end()))


def unpacked(source: Source) -> Source:
    """What a gzip file holds; any other file as it is. Raises `ReadingError` for a broken or huge one."""
    if not source.data.startswith(_GZIP):
        return source
    import gzip

    inner = PurePath(source.inner or source.name)
    try:
        with gzip.open(io.BytesIO(source.data)) as packed:
            data = packed.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadingError(source.name, "a gzip file that is broken or cut off", "get it once more") from error
    if len(data) > LARGEST:
        raise ReadingError(source.name, "unpacks to more than 100 MB", "unpack it and cut it into articles")
    if not data.strip():
        raise ReadingError(source.name, "empty", "there is nothing to compare; name a file with text")
    name = inner.name[: -len(".gz")] if inner.suffix.lower() == ".gz" else inner.name
    return Source(data, source.name, source.problems, source.searched, inner=name, sha=source.sha256)
