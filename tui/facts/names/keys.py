"""When two written forms are one name: keys, parts, and slips of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.facts.names.gazetteers import Gazetteers

_ALIASES = {
    "us": "united states", "u.s": "united states", "usa": "united states", "u.s.a": "united states",
    "united states of america": "united states", "uk": "united kingdom", "u.k": "united kingdom",
    "uae": "united arab emirates", "l.a": "los angeles", "la": "los angeles", "d.c": "washington dc",
    "washington d.c": "washington dc", "washington, d.c": "washington dc", "ap": "associated press",
    "afp": "agence france-presse",
}  # fmt: skip
_WRITTEN = {
    "united states": "United States",
    "united kingdom": "United Kingdom",
    "associated press": "Associated Press",
    "agence france-presse": "Agence France-Presse",
    "los angeles": "Los Angeles",
    "united arab emirates": "United Arab Emirates",
    "washington dc": "Washington, D.C.",
}
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_NOT_IN_INITIALS = frozenset({"of", "the", "and", "for", "&", "in", "on", "to"})
_MARKS = re.compile(r"[^\w\s&-]")
_LEAST_FOR_SLIPS = 5
"""Letters: in shorter words one letter is another name (Iran, Iraq)."""


_MOST_WORDS, _MOST_LETTERS = 6, 60
"""In a name that may be a misspelling."""


def key(text: str) -> str:
    """One key for all spellings that differ in case, marks or a leading article."""
    low = text.casefold().rstrip(".")
    low = low[4:] if low.startswith("the ") and len(low) > 6 else low
    low = low if text[1:2].islower() else _ALIASES.get(low, low)  # "Us" is a magazine
    return " ".join(_MARKS.sub("", low).split()) or low


def written_out(text: str) -> str | None:
    """The full form that stands for a well-known short one ("U.S."), if it is one."""
    return _WRITTEN.get(_ALIASES.get(text.casefold().rstrip("."), ""))


def parts(text: str) -> list[str]:
    """The words of a person's name that tell it, folded: initials and "Jr." left out unless nothing else is left."""
    words = [_MARKS.sub("", w.casefold()) for w in text.split()]
    told = [w for w in words if len(w) > 1 and w not in _SUFFIXES]
    return told or [w for w in words if w] or [text.casefold()]


def initials(name: str) -> set[str]:
    """What a longer name can be abbreviated to: the first letters of its last words, three or more (NSA)."""
    letters = "".join(w[0] for w in name.split() if w not in _NOT_IN_INITIALS)
    return {letters[start:] for start in range(len(letters) - 2)} if len(letters) < _MOST_LETTERS else set()


def one_slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter more, less, other, or by two swapped."""
    if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _LEAST_FOR_SLIPS or a[0] != b[0]:
        return False
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    if len(a) != len(b):
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        return longer[head + 1 :] == shorter[head:]
    return a[head + 1 :] == b[head + 1 :] or (
        a[head : head + 2] == b[head : head + 2][::-1] and a[head + 2 :] == b[head + 2 :]
    )


class Slips:
    """Finds the names that one slip in one word could turn into each other, without trying all pairs.

    Two words that are one slip apart become the same when each loses at most one letter (the idea of
    Garbe's SymSpell, 2012), so that a name is kept under all its shortened forms.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_form: dict[str, set[str]] = {}
        for name in names:
            for form in _shortened(name):
                self._by_form.setdefault(form, set()).add(name)

    def near(self, name: str) -> list[str]:
        """Candidates for `misspelt`, sorted, the name itself left out."""
        found = {other for form in _shortened(name) for other in self._by_form.get(form, ())}
        return sorted(found - {name})


def _shortened(name: str) -> Iterator[str]:
    words = name.split()
    if len(words) > _MOST_WORDS or len(name) > _MOST_LETTERS:
        return
    for i, word in enumerate(words):
        if len(word) < _LEAST_FOR_SLIPS - 1:
            continue
        before, after = " ".join(words[:i]), " ".join(words[i + 1 :])
        for cut in range(len(word) + 1):
            yield f"{before}|{word[:cut]}{word[cut + 1 :]}|{after}"


def only_difference(a: str, b: str) -> tuple[str, str] | None:
    """The one word of each in which two keys of as many words differ; `None` where it is none, or more."""
    left, right = a.split(), b.split()
    if len(left) != len(right):
        return None
    differing = [(x, y) for x, y in zip(left, right, strict=True) if x != y]
    return differing[0] if len(differing) == 1 else None


def misspelt(a: str, b: str, gazetteers: Gazetteers) -> bool:
    """Whether two keys of as many words differ by one slip in one word, and not both words are known names."""
    differing = only_difference(a, b)
    if differing is None:
        return False
    x, y = differing
    both_known = bool(gazetteers.kinds(x) and gazetteers.kinds(y))
    inflected = x + "s" == y or y + "s" == x
    return one_slip(x, y) and not both_known and not inflected and not any(c.isdigit() for c in x + y)
