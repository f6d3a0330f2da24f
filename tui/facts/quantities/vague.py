"""Numbers that are told without figures: "dozens of rescuers", "several hundred pages", "two thirds", "half of"."""

from __future__ import annotations

import re

from tui.facts.numbers import GAP, MAGNITUDES
from tui.facts.quantities.counted import counted
from tui.facts.quantities.hedges import hedged
from tui.facts.quantities.measures import money_at
from tui.facts.quantities.said import Quantity
from tui.facts.quantities.value import Amount

S = GAP
_LEAST = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6, "billions": 2 * 10**9,
    "tens of thousands": 2 * 10**4, "hundreds of thousands": 2 * 10**5, "tens of millions": 2 * 10**7,
    "hundreds of millions": 2 * 10**8, "tens of billions": 2 * 10**10,
}  # fmt: skip
"""A plural says two of them at least; "scores" are twenties."""
_SHARES = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_TIMES = {"one": 1, "two": 2, "three": 3, "four": 4, "a": 1, "half": 1}
_NAMES = "|".join(name.replace(" ", S) for name in sorted(_LEAST, key=len, reverse=True))
_DONE_TO = re.compile(r"\b(?:\w{2,16}(?:ed|ing)|hurts?|kills|injures|wounds|leaves|left|of|with)\s$", re.IGNORECASE)
_OF = re.compile(rf"{S}of\b")

VAGUE = (
    rf"(?P<share>\b(?:(?:a{S}|one{S})?(?:quarter|third)|half|three{S}quarters){S}of{S}a{S}(?:million|billion)\b)"
    rf"|(?P<fraction>\b(?:(?:one|two|three|four)(?:-|{S})(?:thirds?|quarters?|fifths?|tenths)"
    rf"|(?:half|a{S}third|a{S}quarter)(?={S}of\b|{S}the\b))\b)"
    rf"|(?P<vague>\b(?:{_NAMES})\b(?={S}(?:of|more)\b(?!{S}[0-9])|[,.;]|$))"
    rf"|(?P<loose>\b(?:several|a{S}few|(?:a{S})?couple(?:{S}of)?){S}(?:hundred|thousand|million|billion|dozen)\b)"
)
"""A part of the pattern of numbers, with four groups."""


def share_of_magnitude(text: str) -> float:
    """ "A quarter of a million" is 250,000."""
    words = text.lower().split()
    share = 3 / 4 if words[0] == "three" else next(_SHARES[w] for w in words if w in _SHARES)
    return round(share * MAGNITUDES[words[-1]])


def fraction(text: str, match: re.Match[str]) -> Quantity:
    """A share as a percentage."""
    words = re.split(r"[\s-]+", match["fraction"].lower())
    share = round(100 * _TIMES[words[0]] * _SHARES[words[-1].removesuffix("s")], 1)
    start, bound = hedged(text, match.start())
    amount = Amount(share, share, bound or ("~" if share % 1 else ""), "%")
    return Quantity(start, match.end(), str(amount), "", (), match.end())


def vague(text: str, match: re.Match[str]) -> Quantity | None:
    """A lower bound; "a couple of hundred" is about two hundred. `None` for the scores of a test."""
    alone = match.group().lower() == "scores" and not _OF.match(text, match.end())
    if alone and not _DONE_TO.search(text[max(0, match.start() - 24) : match.start()]):
        return None
    said = " ".join(match.group().lower().split())
    low = float(_LEAST[said]) if match["vague"] else 2.0 * MAGNITUDES[said.split()[-1]]
    bound = "~" if "couple" in said else ">="
    of = _OF.match(text, match.end())
    end = of.end() if of else match.end()
    money = money_at(text, end)
    if money:
        return Quantity(match.start(), money[0], str(Amount(low, low, bound, money[1])), "", (), money[0])
    noun = counted(text, end, single=False)
    if noun is None or noun.end < 0:
        head = noun.head if noun else ""
        return Quantity(match.start(), match.end(), str(Amount(low, low, bound, "")), head, (), match.end())
    amount = Amount(low, low, bound, noun.head.lower())
    return Quantity(match.start(), noun.end, str(amount), noun.head, noun.modifiers, noun.end)
