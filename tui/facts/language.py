"""Whether a text is English: facts in words are made for English, and wrong names are worse than none."""

from __future__ import annotations

import re

_ENGLISH = frozenset(
    "the of and to in that was for on with he his is it as by at from had who her they after were be said has".split()
)
_OTHERS = {
    "fr": frozenset("le la les des du une et dans que qui est pour sur pas avec au aux ont il elle été ses".split()),
    "de": frozenset("der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es".split()),
    "es": frozenset("el la los las del que en por con una para se su al lo como más fue y es un".split()),
    "it": frozenset("il lo gli della di che per una con del sono si nel alla più da ha anche è un".split()),
    "pt": frozenset("o os da do das dos em que uma para com não por mais foi ao na no é um".split()),
    "nl": frozenset("de het een van en op te dat voor met zijn niet aan er om ook als bij maar naar".split()),
    "sv": frozenset("och att det som en på är av för med till den har inte om ett han men var sig".split()),
    "pl": frozenset("w i na z do się nie że jest to od po jak dla przez który o za oraz są".split()),
}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 12
_LOOKED_AT = 20_000
"""Code points: more tell nothing new."""


def language(text: str) -> str | None:
    """ISO 639-1 code by the share of each language's commonest words; `None` where that cannot be told.

    Short texts and texts outside the nine languages give `None`, not a guess.
    """
    words = _WORD.findall(text[:_LOOKED_AT].lower())
    if len(words) < _ENOUGH_WORDS:
        return None
    shares = {code: sum(map(common.__contains__, words)) for code, common in {"en": _ENGLISH, **_OTHERS}.items()}
    best = max(shares, key=lambda code: (shares[code], code == "en", code))
    return best if shares[best] >= 0.12 * len(words) else None


def is_foreign(text: str) -> bool:
    """Whether a text is surely not English: another language by its words, or by its script."""
    found = language(text)
    if found is not None:
        return found != "en"
    letters = [c for c in text[:_LOOKED_AT] if c.isalpha()]
    return bool(letters) and sum(c > "\u036f" for c in letters) > 0.5 * len(letters)
