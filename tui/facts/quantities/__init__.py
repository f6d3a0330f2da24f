"""How many and how much: counts, money, shares, measures and lengths of time, each with what it counts.

Ordinals, "one of", "several" and "many", telephone numbers and the numbers in names are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tui.article import Article
from tui.facts.budget import LISTED, MANY, phrased
from tui.facts.fact import Fact, Mention
from tui.facts.kinds import kind_of
from tui.facts.phrases import about, about_counted
from tui.facts.quantities.distances import FAR, direction, with_conversions
from tui.facts.quantities.finding import quantities_in
from tui.facts.quantities.magnitudes import UNIT, measured_event
from tui.facts.quantities.said import Quantity
from tui.facts.quantities.tolls import MARK, toll
from tui.facts.quantities.value import parse
from tui.facts.subject import Words, clause, flat, kinds

__all__ = ["find_quantities"]

_NEAR = 80  # code points between two numbers that count the same
_AND = re.compile(r"\band\s$")
_PLACE = re.compile(r"\s(?:in|at|near)\s(?:the\s)?[A-Z]")


def find_quantities(article: Article, words: Words, taken: Sequence[tuple[int, int]]) -> list[Fact]:
    """The quantities of an article outside the spans `taken`, in text order."""
    text = flat(article)
    found = quantities_in(text, taken, most=LISTED)
    few = phrased(article, (quantity.start for quantity in found))
    facts = [_fact(article, words, quantity, text, full=full) for quantity, full in zip(found, few, strict=True)]
    return with_conversions(_with_shared_tolls(facts, text), text)


def _with_shared_tolls(facts: list[Fact], text: str) -> list[Fact]:
    """ "100 people had died in Vik and 117 in Moss": the second number says what it counts by the first."""
    for n, (before, fact) in enumerate(pairwise(facts), start=1):
        (told,), (mention,) = before.mentions, fact.mentions
        between, amount = text[told.end : mention.start], parse(mention.value)
        toll_before = next((kind for kind in before.subject if kind.startswith(MARK)), None)
        if not (toll_before and amount and not amount.unit and len(between) < _NEAR):
            continue
        if _AND.search(between) and "\n" not in between and _PLACE.match(text, mention.end):
            said = replace(mention, value=str(replace(amount, unit="people")))
            facts[n] = replace(fact, about=before.about, mentions=(said,), subject=before.subject)
    return facts


def _fact(article: Article, words: Words, found: Quantity, text: str, *, full: bool) -> Fact:
    """`full`: the words beside the number are read."""
    amount = parse(found.value)
    befell = toll(text, found.start, found.noun_end, found.head) if amount and not amount.dimension else None
    if amount and befell and not amount.unit:
        found = replace(found, value=str(replace(amount, unit="people")))
    mention = Mention(found.start, found.end, article.text[found.start : found.end], found.value)
    if befell:
        return Fact("quantity", befell[1], (mention,), frozenset([MARK + befell[0], kind_of("people")]))
    if amount and amount.unit == UNIT:
        event = measured_event(text, found.start, found.end)
        what = "an aftershock" if event == "aftershock" else "the earthquake"
        return Fact("quantity", f"magnitude of {what}", (mention,), frozenset([UNIT, event]))
    if found.head:
        subject = frozenset([kind_of(found.head)])
    else:
        left, right = clause(article, found.start, found.end) if full else (found.start, found.end)
        subject = kinds([*words.between(left, found.start), *words.between(found.end, right)])
    return Fact("quantity", _phrase(article, found, text) if full else MANY, (mention,), subject)


def _phrase(article: Article, found: Quantity, text: str) -> str:
    """What it counts, or what a measure belongs to."""
    amount = parse(found.value)
    if amount and amount.dimension == "length" and (where := direction(text[found.end : found.end + FAR])):
        return where
    if found.head and article.text[found.start : found.end].lower().endswith(f"-{found.head.lower()}"):
        return about(article, found.start, found.end)  # "a four-term congressman"
    if found.head or (amount and not amount.unit):
        noun = (*found.modifiers, found.head) if found.head else ()
        return about_counted(article, found.start, found.noun_end, noun)
    return about(article, found.start, found.end)
