"""The real articles that some tests measure against. They are not part of the project's repository."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "shared"

needs_seeds = pytest.mark.skipif(
    not (FOLDER / "seeds").is_dir(), reason="the real articles (../shared/seeds) are not beside this checkout"
)
