"""How the articles are to be compared: what the command line was told, and what keys change later."""

from __future__ import annotations

from typing import Literal

from tui.article import Article
from tui.comparing import DEFAULT_IGNORE, Ignorable
from tui.frozen import dataclass


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """The arguments of `tui.comparison.compare`, apart from the two articles."""

    mode: Literal["auto", "tellings", "revision"] = "auto"
    ignore: frozenset[Ignorable] = DEFAULT_IGNORE
    context: tuple[Article, ...] = ()
