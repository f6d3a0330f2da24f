"""The facts table: to come."""

from __future__ import annotations

from tui.screens.base import Place


class TableScreen(Place):
    WHERE = "table"
