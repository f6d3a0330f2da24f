"""Words that look the same in A and in B, and are not: letters of another script, hidden characters, other digits.

A word diff shows such a word as changed and a reader cannot see why, or shows nothing where the character is hidden.
Here each is told, code point by code point. Words are held against all words of the other article, so a change that
keeps a sentence from being linked is found as well. It does not judge why; and a word that stands in one article
alone, in whatever letters, is none.

What is drawn alike comes from Unicode's list of confusables (Technical Standard 39), which the package
confusable-homoglyphs (MIT) keeps: 1,790 letters, digits and signs that look like those of ASCII. It is read, in 20 ms,
only where a word holds a character that neither Latin Europe nor its printers use.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from tui.article import Article, Pair, Span
from tui.safe import unsafe_code_points

LookalikeKind = Literal["invisible", "normal-form", "digit", "letter", "sign"]
_WORD = re.compile(r"\S+")
_USUAL = re.compile(r"[\x00-\x7f‘’“”–—…]*")
"""Quotation marks and dashes make no word odd: most articles have them."""
_PRINTED = str.maketrans(dict.fromkeys("‘’ʼʻ´‛′`", "'") | dict.fromkeys("“”″", '"') | dict.fromkeys("‐‑‒–—−", "-"))
"""Shapes of quotation marks, apostrophes and dashes, which printers choose: between them nothing is hidden."""
_EUROPEAN = re.compile(r"[\xa0-\u017f]")
_LIKE_ASCII = {"І": "I", "Ι": "I", "κ": "k", "χ": "x", "ı": "i", "ſ": "f"}
"""What the list sees otherwise, or is not asked about, and a reader takes for these."""
_ALIKE_IN_ASCII = str.maketrans("1I|0", "lllO")
_LOOKING_ALIKE = ("<font>", "<wide>", "<narrow>", "<compat>")
"""Compatibility forms that are drawn like what they stand for; a raised or circled digit is not."""


class Lookalike(NamedTuple):
    """A word of A and one of B, where each stands first."""

    kind: LookalikeKind
    a: Span
    b: Span


def lookalikes(a: Article, b: Article) -> tuple[Lookalike, ...]:
    """The pairs, in A's order; each word once. `lookalikes(b, a)` holds the same pairs. Time grows with the texts."""
    odd = {_key(word) for article in (a, b) for word in _words(article.text) if _is_odd(word)}
    if not odd:
        return ()
    forms_a, forms_b = (_forms(article.text, odd) for article in (a, b))
    found = set[Lookalike]()
    for key in forms_a.keys() & forms_b.keys():
        in_a, in_b = forms_a[key], forms_b[key]
        only_a, only_b = [w for w in in_a if w not in in_b], [w for w in in_b if w not in in_a]
        pairs = [(word, (only_b or list(in_b))[0]) for word in only_a]
        pairs += [((only_a or list(in_a))[0], word) for word in only_b]
        found |= {Lookalike(_kind(p, q), in_a[p], in_b[q]) for p, q in pairs if _hides(p, q)}
    return tuple(sorted(found, key=lambda pair: (pair.a, pair.b)))


def skeleton(word: str) -> str:
    """What a reader sees of a word."""
    return unicodedata.normalize("NFC", "".join(map(_drawn, unicodedata.normalize("NFD", word))))


def differing(a: str, b: str) -> tuple[list[str], list[str]]:
    """The code points of each word that the other one has not at that place: `U+0430 CYRILLIC SMALL LETTER A`."""
    in_a, in_b = _apart(a, b)
    return [named(char) for char in in_a], [named(char) for char in in_b]


def _apart(a: str, b: str) -> tuple[str, str]:
    """Both words without what they begin and end with alike."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


def told_in_short(found: Sequence[Lookalike], articles: Pair[Article]) -> list[str]:
    """One sentence on all of them, the first one spelled out; none where there are none."""
    if not found:
        return []
    a, b = (of.text[span.start : span.end] for of, span in zip(articles, (found[0].a, found[0].b), strict=True))
    points = [", ".join(side) or "nothing" for side in differing(a, b)]
    count = "A word looks" if len(found) == 1 else f"{len(found):,} words look"
    return [f"{count} the same in A and B and {'is' if len(found) == 1 else 'are'} not: "
            f"{skeleton(a)[:40]} ({points[0][:80]} in A, {points[1][:80]} in B)"]  # fmt: skip


def named(char: str) -> str:
    """`U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'without a name')}"


def _key(word: str) -> str:
    """Alike for words that look alike."""
    return skeleton(word).translate(_PRINTED).translate(_ALIKE_IN_ASCII)


@lru_cache(maxsize=4096)
def _drawn(char: str) -> str:
    """A character as it is drawn: nothing, an ASCII digit, its plain form, what it looks like, or itself."""
    if _USUAL.fullmatch(char) or ord(char) in _PRINTED:
        return char
    if char in _hidden():
        return ""
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if unicodedata.decomposition(char).startswith(_LOOKING_ALIKE):
        plain = unicodedata.normalize("NFKC", char)
        return plain if plain.isalnum() or len(plain) == 1 else char
    if char in _LIKE_ASCII:
        return _LIKE_ASCII[char]
    return char if _EUROPEAN.match(char) or unicodedata.category(char)[0] not in "LNPS" else _as_listed(char)


def _as_listed(char: str) -> str:
    """What Unicode's list takes a character for, where that is ASCII; else the character."""
    from confusable_homoglyphs.confusables import is_confusable

    for found in is_confusable(char, greedy=True) or ():
        return min((other["c"] for other in found["homoglyphs"] if other["c"].isascii()), default=char)
    return char


@cache
def _hidden() -> frozenset[str]:
    """Made when a text first holds a character that is not among the usual ones: most never do."""
    return frozenset(map(chr, unsafe_code_points()))


def _hides(a: str, b: str) -> bool:
    """Whether more than the shape of a quotation mark or a dash differs, and one of the two is odd."""
    return a.translate(_PRINTED) != b.translate(_PRINTED) and (_is_odd(a) or _is_odd(b))


def _is_odd(word: str) -> bool:
    """Whether a word could be mistaken for another one, or another one for it."""
    return not _USUAL.fullmatch(word) or (any(map(str.isdecimal, word)) and any(char in "lI|Oo" for char in word))


def _words(text: str) -> Iterable[str]:
    """The words that could be odd: none is that has plain letters alone."""
    return {_bare(word)[1] for word in set(text.split()) if not (word.isascii() and word.isalpha())} - {""}


def _forms(text: str, wanted: set[str]) -> dict[str, dict[str, Span]]:
    """For each skeleton that is wanted, the words that have it, and where each stands first."""
    forms: dict[str, dict[str, Span]] = {}
    known: dict[str, str] = {}
    for match in _WORD.finditer(text):
        before, word = _bare(match[0])
        key = known.get(word)
        if key is None:
            key = known[word] = _key(word)
        if key and key in wanted:
            start = match.start() + before
            forms.setdefault(key, {}).setdefault(word, Span(start, start + len(word)))
    return forms


def _bare(word: str) -> tuple[int, str]:
    """How many signs stand before a word, and the word without those round it. Hidden characters stay."""
    start, end = 0, len(word)
    while start < end and _is_sign(word[start]):
        start += 1
    while start < end and _is_sign(word[end - 1]):
        end -= 1
    return start, word[start:end]


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS" and (_USUAL.fullmatch(char) is not None or char not in _hidden())


def _kind(a: str, b: str) -> LookalikeKind:
    if unicodedata.normalize("NFC", a) == unicodedata.normalize("NFC", b):
        return "normal-form"
    if "".join(c for c in a if c not in _hidden()) == "".join(c for c in b if c not in _hidden()):
        return "invisible"
    apart = "".join(_apart(a, b))
    if any(char.isdecimal() for char in apart):
        return "digit"
    return "letter" if any(char.isalpha() for char in apart) else "sign"
