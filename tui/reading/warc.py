"""Web archives (WARC) → articles: each page that was fetched, with its address and the time of its retrieval.

warcio (Apache 2.0, with `sidebyline[warc]`) takes the records apart; a page is then read as any saved page is.
"""

from __future__ import annotations

import contextlib
import io
import re
from typing import Any

from tui.article import Article
from tui.reading.assembling import Draft, all_assembled
from tui.reading.decoding import decode
from tui.reading.extras import extra
from tui.reading.problem import NoArticle, ReadingError
from tui.reading.source import Source

_LARGEST_PAGE = 20 * 1024 * 1024
_MOST_PAGES = 20_000
_SHORTEST = 40
"""Words of the story: what is shorter is a frame, an advertisement or an error page."""
_HTML = re.compile(r"(?:text/html|application/xhtml\+xml)\b", re.I)
_CHARSET = re.compile(r"charset=[\"']?([\w.-]{1,40})", re.I)


def read_warc(source: Source) -> list[Article]:
    """The pages of a web archive that hold a text, in order. Raises `ReadingError`."""
    iterator = extra("warcio.archiveiterator", "warc", source.name, "a web archive")
    failure = extra("warcio.exceptions", "warc", source.name, "a web archive").ArchiveLoadFailed
    drafts: list[Draft] = []
    seen = 0
    large: list[str] = []
    try:
        # warcio prints what it finds odd, the archive's own bytes with it, straight to stderr: a terminal is no place
        with contextlib.redirect_stderr(io.StringIO()):
            for record in iterator.ArchiveIterator(io.BytesIO(source.data)):
                seen += 1
                draft = _draft(record, source, large)
                if draft is not None and len(drafts) == _MOST_PAGES:
                    what = f"more than {_MOST_PAGES:,} pages with text"
                    source.problems.append(str(ReadingError(source.name, what, "only the first of them were read")))
                    break
                if draft is not None:
                    drafts.append(draft)
    except (failure, OSError, ValueError, EOFError, AttributeError, KeyError) as error:
        if not drafts:
            raise ReadingError(source.name, "a web archive that is broken", "get it once more") from error
        what = f"broken behind record {seen}"
        source.problems.append(str(ReadingError(source.name, what, "what stands before it was read")))
    if large:
        what = f"{len(large):,} pages of more than 20 MB, the first {large[0][:200]}"
        source.problems.append(str(ReadingError(source.name, what, "the rest was read")))
    if not drafts:
        raise NoArticle(source.name, "a web archive without a page that holds text", "name another file")
    return all_assembled(drafts, source)


def _draft(record: Any, source: Source, large: list[str]) -> Draft | None:
    """The page of a record; `None` for requests, pictures, redirections and pages without a story.

    The address of one that is too large is put into `large`.
    """
    headers = record.http_headers
    if record.rec_type not in ("response", "resource") or (headers and headers.get_statuscode() != "200"):
        return None
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    address = record.rec_headers.get_header("WARC-Target-URI")
    if not _HTML.match(kind):
        return None
    data = record.content_stream().read(_LARGEST_PAGE + 1)
    if len(data) > _LARGEST_PAGE:
        large.append(str(address))
    if len(data) > _LARGEST_PAGE or not data.strip():
        return None
    from tui.reading.html import page_draft

    try:
        page = _page(data, kind, source.name)
    except ReadingError:
        return None
    draft = page_draft(page, url=address, retrieved=record.rec_headers.get_header("WARC-Date"))
    words = sum(len(block.words.split()) for block in draft.blocks if block.role in (None, "body"))
    return draft if words >= _SHORTEST else None


def _page(data: bytes, kind: str, name: str) -> str:
    """The text of a page; its server's word on the encoding counts where the bytes are not UTF-8."""
    stated = _CHARSET.search(kind)
    return decode(data, name, declared=stated.group(1) if stated else None)
