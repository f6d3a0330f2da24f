"""The JSON Schema of everything that is printed as JSON, as it lies in the package.

It is the contract in a form that a program can check; nothing here validates, the tests do.
"""

from __future__ import annotations

from pathlib import Path

_FILE = Path(__file__).with_name("sidebyline.json")


def schema_text() -> str:
    """The schema (draft 2020-12): any document or line; `$defs` has each by its name."""
    return _FILE.read_text("utf-8")
