"""The sample articles that come with the program: in the wheel beside the package, in a checkout beside `tui/`."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def sample_folder() -> Path:
    """The folder of the five sample articles."""
    shipped = _PACKAGE / "seeds"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "seeds"
