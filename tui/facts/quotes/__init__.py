"""What an article quotes: each quoted sentence or fragment with its speaker and verb, and sure indirect speech.

A title in quotation marks is a work and no quote; a fragment without any attribution is the writer's irony and no
quote; an advertisement quotes nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tui.article import Article, Role, Span
from tui.facts.fact import Fact, Mention
from tui.facts.quotes.cast import Cast
from tui.facts.quotes.marks import find_quotations, quoted_spans
from tui.facts.quotes.parts import opening_of, sentences_of, value_of
from tui.facts.quotes.scene import Utterance, play

__all__ = ["find_quotes", "quoted_spans"]

_QUOTING: frozenset[Role] = frozenset({"headline", "body", "caption"})


def find_quotes(article: Article, names: Sequence[Fact]) -> list[Fact]:
    """The quotes and statements of an article, in text order.

    `names`: its people, organisations, places and works, each mention's `value` the canonical name; without them runs
    of capitals are taken for names. A sentence quoted word for word in two places is one fact with two mentions.
    """
    paragraphs = _paragraphs(article)
    quotations = find_quotations(article.text, paragraphs)
    cast = Cast(article, names)
    utterances, statements = play(article.text, paragraphs, quotations, cast)
    facts = [fact for said in utterances for fact in _facts(article.text, said)]
    return sorted(_merged(facts) + statements, key=lambda f: (f.mentions[0].start, f.type))


def _paragraphs(article: Article) -> list[Span]:
    """The stretches that may quote somebody: each paragraph, cut where its role changes."""
    spans = []
    for (_, role), group in groupby(article.sentences, key=lambda s: (s.paragraph, s.role)):
        sentences = list(group)
        if role in _QUOTING:
            spans.append(Span(sentences[0].start, sentences[-1].end))
    return spans


def _facts(text: str, said: Utterance) -> list[Fact]:
    spans = sentences_of(text, said.quotation.inner)
    facts = []
    for span in spans:
        words = text[span.start : span.end]
        mention = Mention(span.start, span.end, words, value_of(words))
        facts.append(Fact("quote", opening_of(words), (mention,), speaker=said.speaker, verb=said.verb))
    return facts


def _merged(facts: list[Fact]) -> list[Fact]:
    """One fact for the same words, said by one speaker, or once by nobody in particular (a headline)."""
    kept: dict[str, list[Fact]] = {}
    for fact in facts:
        same = kept.setdefault(fact.mentions[0].value, [])
        for n, other in enumerate(same):
            if not other.speaker or not fact.speaker or other.speaker == fact.speaker:
                known = other if other.speaker else fact
                same[n] = replace(known, mentions=other.mentions + fact.mentions)
                break
        else:
            same.append(fact)
    return [fact for same in kept.values() for fact in same]
