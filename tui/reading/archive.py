"""Zip containers (docx, EPUB), opened with limits: nothing is written to the disk, and nothing huge is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from tui.reading.problem import ReadingError
from tui.reading.source import Source

_MOST_MEMBERS = 10_000
_LARGEST = 200 * 1024 * 1024
"""Bytes of all members together."""
_HIGHEST_RATIO = 200
"""Unpacked to packed; text shrinks to a fifth, a bomb to a thousandth."""
_SMALL = 1024 * 1024
"""Bytes up to which a ratio says nothing."""
_ENTITIES = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError)


class Archive:
    """The members of a zip file by name. Raises `ReadingError` where it is broken or larger than any document."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
            members = self._zip.infolist()
        except _BROKEN as error:
            raise self._trouble() from error
        size = sum(member.file_size for member in members)
        packed = sum(member.compress_size for member in members) or 1
        if len(members) > _MOST_MEMBERS or size > _LARGEST or (size > _SMALL and size > _HIGHEST_RATIO * packed):
            raise ReadingError(source.name, "unpacks to far more than a document", "check where it comes from")
        self.names = frozenset(member.filename for member in members)

    def member(self, name: str) -> bytes:
        """One member's bytes. Raises `ReadingError` where there is none, or it is broken or locked."""
        try:
            return self._zip.read(name)
        except _BROKEN as error:
            raise self._trouble() from error

    def refuse_entities(self) -> None:
        """For a parser that is not ours: XML with a document type, which no office program writes, is refused."""
        for name in sorted(self.names):
            if name.endswith((".xml", ".rels")) and _ENTITIES.search(self.member(name)):
                raise ReadingError(self._name, "XML that declares entities, which is not safe to read", "save it anew")

    def _trouble(self) -> ReadingError:
        return ReadingError(self._name, "a document that is broken, cut off or locked", "save it anew")
