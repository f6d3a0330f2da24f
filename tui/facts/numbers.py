"""Numbers as news prints them, in digits and in words: the pattern, and what it comes to.

It reads numbers and nothing beside them: no unit, no currency, no hedge. Ordinals are no numbers here.
"""

from __future__ import annotations

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

WORD_VALUES: dict[str, int] = {
    **{word: n for n, word in enumerate(_ONES)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
}

GAP = "(?: {1,4})"
"""White space inside a phrase. Patterns run over `tui.facts.subject.flat`, which knows blanks and line breaks only."""

_WORD = "|".join([*_TENS, *sorted(_ONES, key=len, reverse=True)])
_SCALE = "|".join(_SCALES)
_AND_A_HALF = rf"(?:(?:-|{GAP})and(?:-|{GAP})a(?:-|{GAP})half(?:{GAP}(?:{_SCALE}))?)?"
_MORE = rf"(?:(?:-|{GAP})(?:and{GAP})?(?:{_WORD}|{_SCALE}|dozen)\b){{0,9}}"
SPELLED = rf"\b(?:(?:a|half{GAP}a){GAP}(?:{_SCALE}|dozen)|(?:{_WORD}){_MORE}{_AND_A_HALF})\b"
DIGITS = (
    r"(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,4})?(?![0-9])"
    r"|(?<![\w.])[0-9]{1,15}(?:\.[0-9]{1,6})?(?![0-9])"
)
MAGNITUDES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "million": 10**6,
    "b": 10**9, "bn": 10**9, "bln": 10**9, "billion": 10**9, "tn": 10**12, "trn": 10**12, "trillion": 10**12,
    "hundred": 100, "dozen": 12, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip

_PARTS = re.compile(r"[a-z]+")


def spelled_value(text: str) -> float | None:
    """What a number in words comes to: "three hundred and twelve" is 312; `None` if it is none."""
    total = current = 0.0
    seen = False
    for word in _PARTS.findall(text.lower()):
        if word in WORD_VALUES:
            current += WORD_VALUES[word]
        elif word == "half":
            current += 0.5
        elif word == "a" and not seen:
            current = current or 1
        elif word == "a":
            continue
        elif word in ("hundred", "dozen"):
            current = (current or 1) * MAGNITUDES[word]
        elif word in _SCALES:
            total, current = total + (current or 1) * _SCALES[word], 0.0
        elif word != "and":
            return None
        seen = True
    return total + current if seen else None


def digits_value(text: str, magnitude: str | None = None) -> float:
    """`"1,200"` is 1200; `("1.2", "million")` is 1200000."""
    value = float(text.replace(",", ""))
    return value * MAGNITUDES[magnitude.lower()] if magnitude else value


def plain(value: float) -> str:
    """The shortest decimal form: `12`, `15.5`, `1200000`; no exponent."""
    rounded = round(value, 6)
    return str(int(rounded)) if rounded == int(rounded) else f"{rounded:.6f}".rstrip("0")
