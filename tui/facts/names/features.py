"""What the recogniser looks at: the features of each token of a sentence, as short strings.

The trainer and the reader both call this, so that they cannot drift apart. A change here asks for a
new model file, and a test says so (`tui.facts.training.fingerprint`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.facts.names import lexicon
from tui.facts.names.gazetteers import Gazetteers
from tui.facts.names.surroundings import Surroundings, is_shouting

LISTS = (
    ("H", lexicon.HONORIFICS),
    ("K", lexicon.RANKS),
    ("R", lexicon.ROLE_NOUNS),
    ("S", lexicon.SAID),
    ("O", lexicon.ORGANISATION_HEADS),
    ("L", lexicon.PLACE_HEADS),
    ("B", lexicon.PLACE_BEFORE),
    ("I", lexicon.LOCATIVES),
    ("C", lexicon.CALENDAR),
    ("W", lexicon.WORK_NOUNS),
    ("P", lexicon.PUBLISHERS),
    ("N", lexicon.SERVICES),
    ("D", lexicon.DEMONYMS),
)
_RUN = re.compile(r"(.)\1+")


def _lists_by_word() -> dict[str, str]:
    marks: dict[str, str] = {}
    for mark, words in LISTS:
        for word in words:
            marks[word] = marks.get(word, "") + mark
    return marks


_MARKS = _lists_by_word()


def shape(word: str) -> str:
    """`Xx` for Thorn, `X.X.` for U.S., `XxXx` for McCain, `d` for 47."""
    letters = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word[:12])
    return _RUN.sub(r"\1", letters) if len(letters) > 2 or letters != "XX" else letters


_REACH = 2
"""Tokens from a capital or a digit to the ends of a name that holds it. The rest, 57 % of news, is no name: leaving
it out halves the time and costs 0.000 F1 on held-out text."""


def features(
    words: Sequence[str], surroundings: Surroundings, gazetteers: Gazetteers, *, everywhere: bool = False
) -> list[list[str]]:
    """One list of features for each token; `words` are the plain forms of one sentence's tokens.

    The list of a token that no name can reach is empty, except where features are wanted `everywhere`.
    """
    reached = _reached(words)
    lows = [w.lower() for w in words]
    shapes = [_shape_of(w) for w in words]
    marks = [_MARKS.get(low, "") for low in lows]
    kinds = [gazetteers.kinds(low) if w[0].isupper() else "" for low, w in zip(lows, words, strict=True)]
    phrases = gazetteers.matches(lows)
    heads = _runs(words, lows)
    shouting = is_shouting(words)
    found: list[list[str]] = []
    quoted = False
    for i, word in enumerate(words):
        if word == '"':
            quoted = not quoted
        if not (reached[i] or everywhere):
            found.append([])
            continue
        row = _own(i, word, lows, shapes, heads)
        row += _neighbours(i, lows, shapes, marks, kinds)
        row += ["K" + mark for mark in marks[i]]
        row += ["g" + kind for kind in kinds[i]]
        if word[0].isupper():
            if phrases[i]:
                row.append("p" + phrases[i])
            row += surroundings.of(lows[i])
            row.append("gg" + kinds[i])
            told = ("!", shouting), ("low", lows[i] in surroundings.lower), ("q", quoted)
            row += [mark for mark, holds in told if holds]
        found.append(row)
    return found


def _reached(words: Sequence[str]) -> list[bool]:
    near = [False] * len(words)
    for i, word in enumerate(words):
        if not word.islower() and any(c.isupper() or c.isdigit() for c in word):
            start = max(0, i - _REACH)
            near[start : i + _REACH + 1] = [True] * (min(i + _REACH + 1, len(words)) - start)
    return near


_shapes: dict[str, str] = {}


def _shape_of(word: str) -> str:
    known = _shapes.get(word)
    if known is None:
        if len(_shapes) > 20_000:
            _shapes.clear()
        known = _shapes[word] = shape(word)
    return known


def _own(i: int, word: str, lows: list[str], shapes: list[str], heads: list[str]) -> list[str]:
    low = lows[i]
    row = ["1", "w" + low, "s" + shapes[i]]
    if word[0].isupper() or not word.islower():
        row += ["<" + low[:3], ">" + low[-2:], ">" + low[-3:], ">" + low[-4:], heads[i]]
        if i == 0 or (i == 1 and lows[0] in "\"'(-"):
            row += ["^", "^" + shapes[i]]
    return row


def _neighbours(i: int, lows: list[str], shapes: list[str], marks: list[str], kinds: list[str]) -> list[str]:
    last = len(lows) - 1
    before, after = (lows[i - 1] if i else "^"), (lows[i + 1] if i < last else "$")
    before_shape, after_shape = (shapes[i - 1] if i else "^"), (shapes[i + 1] if i < last else "$")
    row = ["-" + before, "+" + after, f"S{before_shape}_{shapes[i]}_{after_shape}"]
    if shapes[i][0] != "X" and before_shape[0] != "X":
        return row
    row += [
        "=" + (lows[i - 2] if i > 1 else "^"),
        "#" + (lows[i + 2] if i + 1 < last else "$"),
        f"[{before}|{shapes[i]}",
        f"]{shapes[i]}|{after}",
        f"[{before}|{lows[i]}",
        f"]{lows[i]}|{after}",
        f"k{kinds[i - 1] if i else ''}|{kinds[i]}|{kinds[i + 1] if i < last else ''}",
    ]
    if i:
        row += ["m-" + mark for mark in marks[i - 1]]
    if i < last:
        row += ["m+" + mark for mark in marks[i + 1]]
    if i > 1:
        row += ["m=" + mark for mark in marks[i - 2]]
    if i + 1 < last:
        row += ["m#" + mark for mark in marks[i + 2]]
    return row


def _runs(words: Sequence[str], lows: list[str]) -> list[str]:
    """For each word of a run of capitals (with "of", "the" … inside) the run's last word, its head."""
    heads = ["h"] * len(words)
    i = 0
    while i < len(words):
        if not words[i][0].isupper():
            i += 1
            continue
        end = i + 1
        while end < len(words) and words[end][0].isupper():
            end += 1
        for j in range(i, end):
            heads[j] = "h" + lows[end - 1] if end - i > 1 else "h1"
        i = end
    return heads
