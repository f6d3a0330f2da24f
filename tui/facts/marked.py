"""What a wire format's own tags say about names and dates, put in the place of a guess.

A tag that agrees with what was found changes nothing; one that says something else wins; one where nothing was found
adds a mention. Tags on numbers and quotations carry no value that could be compared, and are left to the finders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui.article import Article, Mark
from tui.facts.fact import Fact, FactType, Mention
from tui.facts.subject import Words, about, clause, kinds

_NAMES: dict[str, FactType] = {"person": "person", "organisation": "organisation", "place": "place"}
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T[\d:.+Z-]{0,30})?")


def with_marked_names(article: Article, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The names of an article, with those that its format marks."""
    marks = [mark for mark in article.marks if mark.kind in _NAMES and mark.end <= len(article.text)]
    if not marks:
        return tuple(facts)
    kept = [(fact, tuple(m for m in fact.mentions if not _is_refuted(fact.type, m, marks))) for fact in facts]
    found = [replace(fact, mentions=mentions) for fact, mentions in kept if mentions]
    for mark in marks:
        kind = _NAMES[mark.kind]
        if not any(fact.type == kind and _meets(m, mark) for fact in found for m in fact.mentions):
            _add(article, found, kind, mark)
    return tuple(found)


def with_marked_dates(article: Article, facts: Sequence[Fact], words: Words) -> list[Fact]:
    """The dates of an article, with the day that its format gives for them, and those that it alone gives."""
    days = [(mark, day) for mark in article.marks if mark.kind == "date" and (day := _day(mark))]
    days = [(mark, day) for mark, day in days if mark.end <= len(article.text)]
    found = [_dated(fact, days) for fact in facts]
    for mark, day in days:
        if not any(_meets(m, mark) for fact in facts for m in fact.mentions):
            near = kinds(words.between(*clause(article, mark.start, mark.end)))
            found.append(Fact("date", about(article, mark.start, mark.end), (_mention(article, mark, day),), near))
    return sorted(found, key=lambda fact: fact.mentions[0].start) if days else found


def _dated(fact: Fact, days: Iterable[tuple[Mark, str]]) -> Fact:
    """Only a date that stands inside the tag, or is it, is the tagged day; a range that holds it is none."""
    for mark, day in days:
        if any(mark.start <= m.start and m.end <= mark.end for m in fact.mentions):
            return replace(fact, mentions=tuple(replace(m, value=day, inferred=False) for m in fact.mentions))
    return fact


def _day(mark: Mark) -> str | None:
    match = _DAY.fullmatch(mark.value or "")
    return f"{match[1]}-{match[2]}-{match[3]}" if match else None


def _is_refuted(kind: FactType, mention: Mention, marks: Sequence[Mark]) -> bool:
    met = [mark for mark in marks if _meets(mention, mark)]
    return bool(met) and not any(_NAMES[mark.kind] == kind for mark in met)


def _meets(mention: Mention, mark: Mark) -> bool:
    return mention.start < mark.end and mark.start < mention.end


def _add(article: Article, found: list[Fact], kind: FactType, mark: Mark) -> None:
    """To the fact of the same words, else as a fact of its own."""
    words = " ".join(article.text[mark.start : mark.end].split())
    for place, fact in enumerate(found):
        if fact.type == kind and any(m.text.casefold() == words.casefold() for m in fact.mentions):
            mentions = sorted((*fact.mentions, _mention(article, mark, fact.about)), key=lambda m: m.start)
            found[place] = replace(fact, mentions=tuple(mentions))
            return
    found.append(Fact(kind, words, (_mention(article, mark, words),), frozenset(words.casefold().split())))


def _mention(article: Article, mark: Mark, value: str) -> Mention:
    return Mention(mark.start, mark.end, article.text[mark.start : mark.end], value)
