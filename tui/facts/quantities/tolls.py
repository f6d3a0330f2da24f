"""The dead, the injured and the missing: numbers that news tells in many forms and that count one thing.

"Death toll hits 31", "31 reported dead", "kills 31" and "31 people were confirmed to have died" count the
dead, with and without a noun. A number is read so only where the words right beside it say so, in a few forms; where
they name another thing than people ("12 sheep were killed"), nothing is said here.
"""

from __future__ import annotations

import re

from tui.facts.numbers import GAP
from tui.facts.phrases.forms import participle

S = GAP
MARK = "toll:"
"""Begins what the subject of such a fact says of the counted: "toll:kill"."""
_FATES = {
    "kill": r"dead|killed|died|deaths|fatalities|perished|drowned",
    "wound": r"injured|hurt|wounded|injuries",
    "missing": r"missing|unaccounted",
    "homeless": r"homeless",
}
_FATE = "|".join(f"(?P<{name}>{words})" for name, words in _FATES.items())
_PEOPLE = "people|persons|others|more|civilians|victims|residents"
_BESIDE = (
    "were|was|are|is|have|has|had|been|be|to|left|made|rendered|confirmed|reported|reportedly|feared|believed|presumed"
    "|known|said|thought|now|also|already|officially|still|either"
)
_BEHIND = re.compile(
    rf"(?:{S}(?:{_PEOPLE})\b){{0,2}}(?:{S}(?:{_BESIDE})\b){{0,6}}{S}(?:{_FATE})\b"
    rf"(?!-|{S}(?:an?|the|his|her|its|their|him|them|one|two|three|[0-9]))",
    re.IGNORECASE,
)
"""Not where somebody or something stands behind: "the 12 killed a guard"."""
_TOLL = rf"(?:death{S})?toll|number{S}of{S}(?:the{S})?(?:dead|deaths|fatalities|people{S}killed)|deaths|fatalities"
_TOLD = re.compile(
    rf"\b(?:{_TOLL})\b[^\n.;:()0-9]{{0,70}}?{S}(?:to|at|of|hits?|reach(?:es|ed)|top(?:s|ped)|pass(?:es|ed)|exceed(?:s|ed)"
    rf"|was|is|stood{S}at|stands{S}at"
    rf"|ris(?:es|en|ing)|rose|climb(?:s|ed)|jump(?:s|ed)|grow(?:s|n))$",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(?:(?P<kill>kill(?:s|ed|ing)|claim(?:s|ed|ing)(?: the lives of)?)"
    r"|(?P<wound>injur(?:es|ed|ing)|wound(?:s|ed|ing)))(?: some)?$",
    re.IGNORECASE,
)
_HEADS = frozenset({"", "people", "persons", "others", "more", "lives", "dead", "killed", "injured", "hurt", "wounded",
                    "missing", "deaths", "fatalities", "injuries", "victims"})  # fmt: skip
_NOUNS = frozenset({"deaths", "fatalities", "injuries"})
_LONGEST = 110  # code points before a number that are looked at


def toll(text: str, start: int, end: int, head: str) -> tuple[str, str] | None:
    """What befell those whom the number of `text[start:end]` counts, and a phrase of it: ("kill", "people dead").

    `head`: the counted noun, "" for none. `text` is flat (see `tui.facts.subject`). `None`: the words do not say.
    """
    low = head.lower()
    if low not in _HEADS:
        return None
    own = next((name for name, words in _FATES.items() if low in words.split("|")), None)
    if own:
        return own, low if low in _NOUNS else f"people {low}"
    behind = _BEHIND.match(text, end)
    if behind and behind.lastgroup:
        word = behind[behind.lastgroup].lower()
        return behind.lastgroup, word if word in _NOUNS else f"{low or 'people'} {word}"
    before = text[max(0, start - _LONGEST) : start].rpartition("\n")[2].rstrip()
    doing = _DOING.search(before)
    if doing and doing.lastgroup:
        word = participle(doing[doing.lastgroup].lower().split()[0])
        return doing.lastgroup, "people killed" if low == "lives" or word == "claimed" else f"{low or 'people'} {word}"
    return ("kill", "death toll") if _TOLD.search(before) else None
