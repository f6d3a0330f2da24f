"""Parsers that do not come with the program itself: imported where they are installed, else named with the way to
install them."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from tui.reading.problem import ReadingError


def extra(module: str, group: str, name: str, what: str) -> ModuleType:
    """The module. Raises `ReadingError` about the file `name`, which is `what`, where `group` is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        advice = f"install it: pip install 'sidebyline[{group}]'"
        raise ReadingError(name, f"{what}, for which a package is missing", advice) from error
