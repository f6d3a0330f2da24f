"""All kinds of facts of the articles of one story, found in the order in which they lean on each other."""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article
from tui.facts.ages import find_ages
from tui.facts.budget import read_part
from tui.facts.dates import find_dates
from tui.facts.fact import Fact
from tui.facts.language import is_foreign
from tui.facts.marked import with_marked_dates, with_marked_names
from tui.facts.names import find_names
from tui.facts.quantities import find_quantities
from tui.facts.quotes import find_quotes
from tui.facts.subject import Words


def facts_of(articles: Sequence[Article]) -> list[tuple[Fact, ...]]:
    """See `tui.facts.find_facts`."""
    articles = [read_part(article) for article in articles]
    words = [Words(article) for article in articles]
    dates = [with_marked_dates(*told) for told in zip(articles, find_dates(articles, words), words, strict=True)]
    names = [with_marked_names(*told) for told in zip(articles, find_names(articles), strict=True)]
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
