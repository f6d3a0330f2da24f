"""What an article claims: its facts, each with the words that it rests on.

Pure: no file is opened but the package's own data, and no two articles are judged against each
other (`tui.verdicts` does that). Each kind of fact has its module with a finder and a normaliser.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article
from tui.facts.ages import find_ages
from tui.facts.dates import find_dates
from tui.facts.fact import Fact, FactType, Mention
from tui.facts.language import is_foreign
from tui.facts.names import find_names
from tui.facts.quantities import find_quantities
from tui.facts.quotes import find_quotes
from tui.facts.subject import Words

__all__ = ["Fact", "FactType", "Mention", "find_facts"]


def find_facts(articles: Sequence[Article]) -> list[tuple[Fact, ...]]:
    """The facts of each article, in the order given.

    The articles tell one story: names and dates are settled over all of them together, so the result
    for an article depends on which others are given, but not on their order.
    """
    words = [Words(article) for article in articles]
    dates = find_dates(articles, words)
    names = find_names(articles)
    found = []
    for article, content, when, who in zip(articles, words, dates, names, strict=True):
        people = [fact for fact in who if fact.type == "person"]
        dated = [(m.start, m.end) for fact in when for m in fact.mentions]
        ages = find_ages(article, people, dated)
        taken = [*dated, *((m.start, m.end) for fact in ages for m in fact.mentions)]
        quantities = find_quantities(article, content, taken)
        if is_foreign(article.text):
            when, quantities, ages = _in_digits(when), _in_digits(quantities), []
        found.append((*who, *when, *quantities, *ages, *find_quotes(article, who)))
    return found


def _in_digits(facts: Sequence[Fact]) -> list[Fact]:
    """What can be told of a text in another language: numbers and dates that need no word."""
    return [fact for fact in facts if not any(c.isalpha() for m in fact.mentions for c in m.text)]
