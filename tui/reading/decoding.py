"""Bytes → text. Tells UTF-8, UTF-16 and UTF-32, legacy encodings and no text at all apart.

Only the byte order mark is dropped, and `\\r\\n` and `\\r` become `\\n`; nothing else changes. What a web
page or XML declares is believed only where the bytes are not UTF-8: declarations are wrong more often.
"""

from __future__ import annotations

import codecs
import re

from tui.reading.problem import ReadingError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_SAMPLE = 64 * 1024
_MOST_CONTROLS = 0.02
"""Share of control bytes above which bytes that are not UTF-8 are taken for no text at all."""
_DECLARED = re.compile(rb"""(?:\bencoding|\bcharset) {0,4}= {0,4}["']?([A-Za-z0-9][\w.:-]{1,40})""", re.I)
_DECLARATIONS = 2048
"""Bytes at the head of a page in which it may declare its encoding."""
_CHARACTER_SETS = re.compile(r"(?:utf-8|ascii|cp|iso8859|iso2022|koi8|gb|big5|euc|shift_jis|mac|johab|hz|tis)")
"""Python knows other "encodings" too (punycode, escapes): some take quadratic time, none is used on pages."""
_LAYOUT = b"\t\n\r\f"


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of a file's bytes, line ends as `\\n`. `declared` is the encoding that came with them, if any did.

    Raises `ReadingError` for bytes that are no text.
    """
    return _decoded(data, name, declared).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, name: str, declared: str | None) -> str:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ReadingError(name, f"{kind}, not a text file", "save the article as plain text first")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by_mark(data[len(mark) :], encoding, name)
    wide = _utf16_without_mark(data)
    if wide:
        return _by_mark(data, wide, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _mended(data) or decoded_as(declared, data) or decoded_as(_declared(data), data) or _legacy(data, name)
    if text[:_SAMPLE].count("\0") * 10 > len(text[:_SAMPLE]):
        raise _binary(name)
    return text


def _by_mark(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(
            name, f"marked as {encoding}, but broken at byte {error.start}", "save it again as UTF-8"
        ) from error


def _utf16_without_mark(data: bytes) -> str | None:
    """Latin text in UTF-16 has a NUL in every second byte, on one side only."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most = len(sample) // 2
    if odd > 0.6 * most and even < 0.05 * most:
        return "utf-16-le"
    if even > 0.6 * most and odd < 0.05 * most:
        return "utf-16-be"
    return None


def _mended(data: bytes) -> str | None:
    """UTF-8 that was cut or hurt in a few places stays UTF-8, with U+FFFD at these places."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    wide = len(data) - len(text)
    return text if broken <= 3 and wide > 4 * broken else None


def _declared(data: bytes) -> str | None:
    """What a page or an XML file says about its own encoding."""
    match = _DECLARED.search(data, 0, _DECLARATIONS) if data.lstrip()[:1] == b"<" else None
    return match.group(1).decode("ascii", "replace") if match else None


def decoded_as(encoding: str | None, data: bytes) -> str | None:
    """The text in that encoding; `None` where it is not, or nobody uses it for text."""
    if not encoding:
        return None
    try:
        name = codecs.lookup(encoding).name
        if not _CHARACTER_SETS.match(name):
            return None
        # windows-1252 holds all that ISO 8859-1 has, and the dashes and quotes that pages put there; HTML says so too.
        return data.decode("cp1252" if name == "iso8859-1" else name)
    except (LookupError, ValueError):  # a NUL in the name is a ValueError
        return None


def _legacy(data: bytes, name: str) -> str:
    sample = data[:_SAMPLE]
    controls = sum(byte < 0x20 and byte not in _LAYOUT for byte in sample)
    if controls > _MOST_CONTROLS * len(sample):
        raise _binary(name)
    from charset_normalizer import from_bytes  # 30 ms: only for the few files that are not UTF-8

    best = from_bytes(data).best()
    if best is None:
        raise _binary(name)
    # Every guess that decodes to this very text is as good; windows-1252 also knows the dashes and quotes
    # that its subset ISO 8859-1 reads as controls.
    encoding = "cp1252" if {"cp1252", "latin_1"} & {best.encoding, *best.could_be_from_charset} else best.encoding
    return data.decode(encoding, errors="replace")


def _binary(name: str) -> ReadingError:
    return ReadingError(name, "a binary file, not a text", "save the article as plain text first")
