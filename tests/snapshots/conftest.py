from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.screens.conftest import _still  # noqa: F401
from tests.snapshots.styled_text import StyledTextExtension


@pytest.fixture
def screen(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compares with the stored picture; `pytest --snapshot-update` draws it anew."""
    return snapshot.use_extension(StyledTextExtension)
