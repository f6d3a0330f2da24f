"""Comparison → rows: what stands beside what, and how tall at a width.

Three steps in three places: plan (`plan`, `fold`), measure (`layout`, `wrap`), paint (the widgets).
Nothing here knows a terminal, a colour or a key.
"""

from __future__ import annotations

from tui.rows.cells import Cells, Places
from tui.rows.compose import Composer
from tui.rows.fold import fold, fold_words
from tui.rows.layout import Layout, Line
from tui.rows.marks import (
    FACT_MARKS,
    LAYERS,
    Mark,
    Marked,
    Marks,
    conflict_marks,
    headline_marks,
    move_marks,
    word_marks,
)
from tui.rows.plan import plan, plan_own
from tui.rows.row import SIDES, SIGNS, Cell, Kind, Order, Piece, Row, Side, other
from tui.rows.view import (
    Arrangement,
    Look,
    Shape,
    Shown,
    View,
    alone,
    beside,
    gutter,
    margin,
    shape_of,
    shown,
    shown_texts,
)
from tui.rows.wrap import wrap

__all__ = [
    "FACT_MARKS",
    "LAYERS",
    "SIDES",
    "SIGNS",
    "Arrangement",
    "Cell",
    "Cells",
    "Composer",
    "Kind",
    "Layout",
    "Line",
    "Look",
    "Mark",
    "Marked",
    "Marks",
    "Order",
    "Piece",
    "Places",
    "Row",
    "Shape",
    "Shown",
    "Side",
    "View",
    "alone",
    "beside",
    "conflict_marks",
    "fold",
    "fold_words",
    "gutter",
    "headline_marks",
    "margin",
    "move_marks",
    "other",
    "plan",
    "plan_own",
    "shape_of",
    "shown",
    "shown_texts",
    "word_marks",
    "wrap",
]
