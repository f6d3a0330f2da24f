"""Contrast of every colour of ours against every ground it stands on (WCAG 2.2, relative luminance)."""

from __future__ import annotations

import pytest
from textual.color import Color

from tui.theme import NO_COLOUR, PALETTES, SHORT_NAMES, Palette

OURS = [palette for palette in PALETTES.values() if palette.background is not None]
TEXT, MARK = 4.5, 3.0


def contrast(one: str, two: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(two)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in Color.parse(colour).rgb]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", OURS, ids=lambda p: p.name)
def test_words_can_be_read_on_every_ground(palette: Palette) -> None:
    for ground in (palette.background, palette.raised):
        assert ground is not None
        words = {"text": palette.text, "muted": palette.muted, "a": palette.a, "b": palette.b,
                 "changed a": palette.changed[0], "changed b": palette.changed[1], "accent": palette.accent,
                 "altered": palette.altered}  # fmt: skip
        assert palette.kinds is not None
        words |= {f"fact {n}": colour for n, colour in enumerate(palette.kinds)}
        for name, colour in words.items():
            assert colour is not None
            assert contrast(colour, ground) >= TEXT, f"{name} on {ground} in {palette.name}"


@pytest.mark.parametrize("palette", OURS, ids=lambda p: p.name)
def test_marked_words_can_be_read_and_marks_can_be_seen(palette: Palette) -> None:
    for pair in (palette.conflict, palette.found):
        assert pair is not None
        assert contrast(*pair) >= TEXT
    assert palette.conflict is not None
    assert palette.found is not None
    assert palette.fact is not None
    assert palette.background is not None
    assert contrast(palette.found[1], palette.background) >= MARK or not palette.dark
    for words in (palette.text, *palette.changed):
        assert words is not None
        assert contrast(words, palette.fact) >= TEXT


@pytest.mark.parametrize("palette", OURS, ids=lambda p: p.name)
def test_a_and_b_are_told_apart(palette: Palette) -> None:
    assert palette.a is not None
    assert palette.b is not None
    red, _, blue = Color.parse(palette.a).rgb
    other_red, _, other_blue = Color.parse(palette.b).rgb
    assert red > blue
    assert other_blue > other_red


def test_without_colour_every_meaning_has_an_attribute() -> None:
    styles = NO_COLOUR.styles
    assert all(style.color is None and style.bgcolor is None for style in styles.values())
    assert styles["changed-a"].underline
    assert styles["conflict"].reverse
    assert styles["muted"].dim
    assert styles["conflict"] != styles["fact"]


def test_every_theme_has_a_short_name() -> None:
    assert set(SHORT_NAMES.values()) == set(PALETTES)
