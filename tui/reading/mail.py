"""E-mail → articles: newsletters (.eml), mailboxes (.mbox), and web pages saved as one file (.mhtml).

The standard library parses. The HTML part is preferred, since the plain one of a newsletter is mostly a list of
addresses; what is attached is not opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import Any, cast

from tui.article import Article
from tui.reading.assembling import Block, Draft, all_assembled, assembled
from tui.reading.dateline import stated_date
from tui.reading.decoding import decoded_as
from tui.reading.markup import fragment_blocks
from tui.reading.naming import outlet_name, person_names
from tui.reading.paragraphs import paragraph_spans
from tui.reading.problem import NoArticle, ReadingError
from tui.reading.source import Source

_SEPARATOR = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]{1,300}\r?\n")
_QUOTED_SEPARATOR = re.compile(rb"^>(>{0,20}From )", re.M)
_NEWSLETTER = ("List-Id", "List-Unsubscribe", "List-Post", "Precedence")
_SIGNATURE = re.compile(r"\n-- ?\n")
_MOST_PARTS = 200
_LONGEST_FIELD = 2000
"""Characters of a header."""
_NOT_UNDERSTOOD = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
"""What the standard library's parser raises for headers that nobody writes."""


class _Bounded(EmailPolicy):
    """The standard library's, for headers of a length that people write: it takes gigabytes for a subject of 20,000
    encoded words."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:_LONGEST_FIELD])


_POLICY = _Bounded()


def read_mail(source: Source) -> list[Article]:
    """The article of one message, or the page of an MHTML file. Raises `NoArticle` where it holds no text."""
    draft = _understood(source.data, page=True)
    if not draft.blocks:
        raise NoArticle(source.name, "a message without text", "save its attachment, or its text, as a file")
    return [assembled(draft, path=source.path, sha256=source.sha256)]


def read_mailbox(source: Source) -> list[Article]:
    """The messages of a mailbox that hold text, in order."""
    pieces = _SEPARATOR.split(source.data)[1:]
    drafts = [_understood(_QUOTED_SEPARATOR.sub(rb"\1", piece)) for piece in pieces]
    told = [draft for draft in drafts if draft.blocks]
    if not told:
        raise NoArticle(source.name, "a mailbox without a message that holds text", "name another file")
    if len(told) < len(drafts):
        what = f"{len(drafts) - len(told)} of {len(drafts)} messages hold no text"
        source.problems.append(str(ReadingError(source.name, what, "the rest was read")))
    return all_assembled(told, source)


def _saved_page(message: EmailMessage) -> Draft | None:
    """The page that a browser saved as one MHTML file; `None` for a letter."""
    address = _field(message, "Snapshot-Content-Location")
    if not address and "MimeOLE" not in (_field(message, "X-MimeOLE") or ""):
        return None
    from tui.reading.html import page_draft

    return next((page_draft(_text(part), url=address) for part in _parts(message, "text/html")), None)


def _understood(data: bytes, *, page: bool = False) -> Draft:
    """What a message says; nothing where the library's parser fails on it, as on a thousand open brackets."""
    try:
        message = cast(EmailMessage, message_from_bytes(data, policy=_POLICY))
        return (_saved_page(message) if page else None) or _draft(message)
    except _NOT_UNDERSTOOD:
        return Draft(blocks=())


def _draft(message: EmailMessage) -> Draft:
    """A newsletter's sender is the outlet, any other sender the author."""
    name, _ = parseaddr(_field(message, "From") or "")
    letter = any(field in message for field in _NEWSLETTER)
    return Draft(
        blocks=_blocks(message),
        title=_field(message, "Subject"),
        source=outlet_name(name) if letter else None,
        byline=() if letter else person_names(name),
        published=stated_date(_field(message, "Date")),
        url=_field(message, "Archived-At"),
    )


def _field(message: EmailMessage, name: str) -> str | None:
    """A header's words; what no parser understands is no header."""
    try:
        value = message.get(name)
        return " ".join(str(value).split())[:_LONGEST_FIELD] or None if value is not None else None
    except _NOT_UNDERSTOOD:
        return None


def _parts(message: EmailMessage, kind: str) -> Iterator[EmailMessage]:
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            return
        if isinstance(part, EmailMessage) and part.get_content_type() == kind and not part.is_attachment():
            yield part


def _text(part: EmailMessage) -> str:
    """The decoded text of a part, whatever character set it claims."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    text = decoded_as(part.get_content_charset(), data)
    if text is None:
        text = decoded_as("utf-8", data)
    return data.decode("cp1252", errors="replace") if text is None else text


def _blocks(message: EmailMessage) -> list[Block]:
    for part in _parts(message, "text/html"):
        found = fragment_blocks(_text(part))
        if found:
            return found
    for part in _parts(message, "text/plain"):
        body = _SIGNATURE.split(_text(part).replace("\r\n", "\n").replace("\r", "\n"), maxsplit=1)[0]
        found = [Block(" ".join(body[p.start : p.end].split())) for p in paragraph_spans(body)]
        if found:
            return found
    return []
