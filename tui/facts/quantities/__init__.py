"""How many and how much: counts, money, shares, measures and lengths of time, each with what it counts.

Ordinals, "one of", "several" and "many", telephone numbers and the numbers in names are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article
from tui.facts.fact import Fact, Mention
from tui.facts.kinds import kind_of
from tui.facts.quantities.finding import quantities_in
from tui.facts.quantities.said import Quantity
from tui.facts.subject import Words, about, clause, flat, kinds

__all__ = ["find_quantities"]


def find_quantities(article: Article, words: Words, taken: Sequence[tuple[int, int]]) -> list[Fact]:
    """The quantities of an article outside the spans `taken`, in text order."""
    return [_fact(article, words, quantity) for quantity in quantities_in(flat(article), taken)]


def _fact(article: Article, words: Words, found: Quantity) -> Fact:
    mention = Mention(found.start, found.end, article.text[found.start : found.end], found.value)
    if found.head:
        subject = frozenset([kind_of(found.head)])
        phrase = _counted_phrase(article, found)
    else:
        left, right = clause(article, found.start, found.end)
        subject = kinds([*words.between(left, found.start), *words.between(found.end, right)])
        phrase = about(article, found.start, found.end)
    return Fact("quantity", phrase, (mention,), subject)


def _counted_phrase(article: Article, found: Quantity) -> str:
    """ "people to offer character references": the noun and a little of what is said of it."""
    _, right = clause(article, found.start, found.end)
    if found.noun_end == found.end and not found.modifiers and kind_of(found.head) in ("kill", "wound", "arrest"):
        return f"people {found.head.lower()}"
    noun = [*found.modifiers, found.head]
    after = article.text[found.noun_end : right].split()[: 8 - len(noun)]
    cut = next((n + 1 for n, word in enumerate(after) if word[-1] in ",.;:!?"), len(after))
    return " ".join([*noun, *after[:cut]]).strip(" ,.;:–—'\"“”‘’()")
