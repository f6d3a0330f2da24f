"""Bytes → articles. Reading decides what is text and what is furniture; it judges nothing."""

from __future__ import annotations

from pathlib import Path

from tui.article import Article
from tui.reading.plain import read_plain

__all__ = ["read"]


def read(path: str | Path) -> list[Article]:
    """The articles that a file holds."""
    data = Path(path).read_bytes()
    return [read_plain(data.decode("utf-8"), path=str(path), sha256="")]
