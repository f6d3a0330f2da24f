"""Bytes → articles. Reading decides what is text and what is furniture; it judges nothing.

`read` takes one file, `read_all` files and folders and goes on where one of them cannot be read.
"""

from __future__ import annotations

from tui.reading.files import read, read_all, read_one
from tui.reading.problem import ReadingError

__all__ = ["ReadingError", "read", "read_all", "read_one"]
