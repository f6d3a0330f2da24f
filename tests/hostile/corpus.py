"""The hostile corpus: small inputs, each with a line on what it tries, kept as data: files in `cases/*.toml`, words
that strangers choose (names, titles, queries, notes) in `words.toml`.

A case is `text` (`repeat` times) between `before` and `after`, encoded as `encoding`, with `surrogates` let through
as the bytes that no UTF-8 has; or `hex`. `packed` puts it into a gzip, Word or EPUB file. The files hold no control
character themselves: TOML's own escapes spell them, so that the corpus is safe to read in a terminal.
"""

from __future__ import annotations

import gzip
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.reading.building import docx, epub, zipped

_FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    name: str
    tries: str
    """What it attacks, in a line."""
    suffix: str = ".txt"
    before: str = ""
    text: str = ""
    repeat: int = 1
    after: str = ""
    encoding: str = "utf-8"
    hex: str = ""
    """Bytes in front of everything else."""
    packed: Literal["", "gz", "docx", "epub", "zip"] = ""

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        words = self.before + self.text * self.repeat + self.after
        match self.packed:
            case "docx":
                return docx(("Title", "The quay"), ("", words))
            case "epub":
                return epub(words)
            case "zip":
                return zipped({"word/document.xml": words.encode()})
        data = bytes.fromhex(self.hex) + words.encode(self.encoding, "surrogatepass")
        return gzip.compress(data, mtime=0) if self.packed == "gz" else data

    def write(self, folder: Path) -> Path:
        """The case as a file of its own; returns its path."""
        path = folder / f"{self.name}{self.suffix}"
        path.write_bytes(self.data)
        return path


def cases() -> list[Case]:
    """All cases, in order of file and place."""
    return [
        Case(**fields)
        for path in sorted(_FOLDER.glob("*.toml"))
        for fields in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


@dataclass(frozen=True)
class Word:
    name: str
    tries: str
    text: str = ""
    repeat: int = 1
    hex: str = ""
    """UTF-8, surrogates let through, in place of `text`."""

    @property
    def said(self) -> str:
        return bytes.fromhex(self.hex).decode("utf-8", "surrogatepass") if self.hex else self.text * self.repeat


def words() -> list[Word]:
    """All words, in order."""
    return [Word(**fields) for fields in tomllib.loads((_FOLDER.parent / "words.toml").read_text("utf-8"))["word"]]
