"""Whether two numbers can count one thing: what befell the counted, and how far apart the numbers are.

The killed and the wounded of one blast are two counts, and so are those who worked in a building and those who died
there, though the words around them are the same.
"""

from __future__ import annotations

import re

from tui.article import Article, Pair
from tui.facts.fact import Fact
from tui.facts.kinds import kind_of
from tui.facts.phrases.forms import is_past
from tui.facts.quantities.tolls import MARK
from tui.facts.quantities.value import parse

_FATES = frozenset("kill wound missing homeless arrest rescue infect evacuate rape trap".split())
_RUINS = frozenset(kind_of(word) for word in "destroyed demolished collapsed flattened levelled razed toppled".split())
_APART = (("passenger", "crew"), ("civilian", "soldier"), ("civilian", "troop"), ("pupil", "teacher"),
          ("student", "teacher"), ("women", "men"), ("children", "adult"), ("boy", "girl"))  # fmt: skip
_LOOSE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|tens|millions|billions)\b", re.IGNORECASE)
"""Numbers that say no more than a magnitude; they are near to everything that they cover."""
_PART = re.compile(r"\b(?:another|additional|further|extra|other|first|final|remaining)\s$", re.IGNORECASE)
_SHARE = re.compile(r"\sof\s(?:the|its|his|her|their|these|those|all)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")


def same_fate(one: Fact, two: Fact) -> bool:
    """Whether nothing that is said of the counted tells them apart."""
    if not of_one_side(one, two):
        return False
    first, second = toll_of(one) or _fate(one), toll_of(two) or _fate(two)
    if not first or not second or first == second:
        return True
    if first in _FATES and second in _FATES:
        return False
    return not (first in _FATES or second in _FATES) or bool(_nouns(one) & _nouns(two))


def of_one_side(one: Fact, two: Fact) -> bool:
    """Whether the words of the two numbers do not set their people apart: passengers are no crew."""
    first, second = (
        {word.removesuffix("s") for word in _WORD.findall(fact.mentions[0].text.lower())} for fact in (one, two)
    )
    return not any((x in first and y in second) or (y in first and x in second) for x, y in _APART)


def toll_of(fact: Fact) -> str:
    """What befell the counted, where the article's words say it for sure: "kill"; else ""."""
    return next((kind.removeprefix(MARK) for kind in fact.subject if kind.startswith(MARK)), "")


def same_toll(one: Fact, two: Fact) -> bool:
    """Whether both count the dead, or both the injured, or both the missing."""
    return toll_of(one) != "" and toll_of(one) == toll_of(two)


def same_ruin(one: Fact, two: Fact) -> bool:
    """Whether both count what was destroyed, by whatever word."""
    return _fate(one) in _RUINS and _fate(two) in _RUINS


def _fate(fact: Fact) -> str:
    """What befell or did the counted, by the verb that its phrase ends in: "people killed", "people worked"."""
    last = fact.about.split()[-1].lower()
    return kind_of(last) if len(fact.about.split()) > 1 and is_past(last) else ""


def _nouns(fact: Fact) -> set[str]:
    """The words of a mention that could be its noun, not taken for more than they are: "people", "tourist"."""
    return {word.lower().removesuffix("s") for word in _WORD.findall(fact.mentions[0].text)} - {"people", "about"}


def both_whole(articles: Pair[Article], one: Fact, two: Fact, *, equal: bool) -> bool:
    """Whether both numbers count a whole, or both a part of one. `equal`: "10 of the 12 victims" may be the ten."""
    if _is_part(articles.a, one) != _is_part(articles.b, two):
        return False
    return equal or _is_share(articles.a, one) == _is_share(articles.b, two)


def _is_part(article: Article, fact: Fact) -> bool:
    """Whether the words before a number make it a part of some whole: "another 1,000 troops". Sums are whole."""
    amount, start = parse(fact.mentions[0].value), fact.mentions[0].start
    if amount is None or amount.dimension:
        return False
    if not _PART.search(article.text[max(0, start - 16) : start]):
        return False
    return not (toll_of(fact) and _after_another_toll(article, fact))


def _after_another_toll(article: Article, fact: Fact) -> bool:
    """ "12 died, with another 90 injured": more than the dead, and all of the injured."""
    sentence = article.sentences[article.sentence_at(fact.mentions[0].start)]
    told = {kind_of(word) for word in _WORD.findall(article.text[sentence.start : fact.mentions[0].start])}
    return bool(told & _FATES) and toll_of(fact) not in told


def _is_share(article: Article, fact: Fact) -> bool:
    """Whether the words behind a number make it some of a whole: "10 of the 12 victims"."""
    return bool(_SHARE.match(article.text, fact.mentions[0].end))


def near(one: Fact, two: Fact) -> bool:
    """Whether neither number is more than twice the other, or one is only a magnitude."""
    a, b = parse(one.mentions[0].value), parse(two.mentions[0].value)
    if a is None or b is None or any(_LOOSE.search(fact.mentions[0].text) for fact in (one, two)):
        return True
    (low_a, high_a), (low_b, high_b) = a.interval, b.interval
    least, most = sorted((low_a or high_a, low_b or high_b))
    return most <= 2 * least
