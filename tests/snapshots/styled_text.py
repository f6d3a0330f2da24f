"""A screen as text and style runs: what a reader sees, small enough to read in a review, and steady over upgrades."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from rich.segment import Segment
from rich.style import Style
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.app import App
from textual.color import Color

_NAMES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


class StyledTextExtension(SingleFileSnapshotExtension):
    """One file a screen: the text, then for each line its style runs (`a3b12`), then what the letters mean."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT

    def serialize(self, data: str, **_: Any) -> str:
        return data


def screen_document(app: App[None]) -> str:
    """The screen as it would go to a terminal: through every line filter."""
    lines = [_filtered(app, list(strip)) for strip in app.screen._compositor.render_strips()]
    legend: dict[str, str] = {}
    runs = [_runs(segments, legend) for segments in lines]
    text = ["".join(segment.text for segment in segments).rstrip() for segments in lines]
    named = [f"{letter} {style}" for style, letter in legend.items()]
    return "\n".join([*text, "", "styles", *runs, "", *named, ""])


def _filtered(app: App[None], segments: list[Segment]) -> list[Segment]:
    for line_filter in app.get_line_filters():
        segments = line_filter.apply(segments, Color.parse("black"))
    return [segment for segment in segments if not segment.control]


def _runs(segments: list[Segment], legend: dict[str, str]) -> str:
    letters = "".join(_letter(segment.style, legend) * segment.cell_length for segment in segments)
    return "".join(f"{letter}{len(list(run))}" for letter, run in groupby(letters))


def _letter(style: Style | None, legend: dict[str, str]) -> str:
    words = _words(style)
    return legend.setdefault(words, _NAMES[len(legend) % len(_NAMES)])


def _words(style: Style | None) -> str:
    if style is None:
        return "plain"
    flags = [name for name in ("bold", "dim", "italic", "underline", "reverse", "strike") if getattr(style, name)]
    colour = style.color.name if style.color else "default"
    ground = style.bgcolor.name if style.bgcolor else "default"
    return " ".join([*flags, colour, "on", ground])
