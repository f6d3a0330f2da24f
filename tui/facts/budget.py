"""How much of a huge text is looked through for facts, and the sentence that says so.

Counts decide, never the clock, so that the same texts give the same facts on any machine. The figures lie far above
what news tells: a long report has 10,000 words, 60,000 code points, a hundred numbers and dates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tui.article import Article
from tui.facts.fact import Fact, FactType

READ = 300_000
"""Code points of an article in which facts are looked for."""
LISTED = 2_000
"""Dates of an article that become facts, and quantities, and ages: the first ones."""
PHRASED = 60
"""Dates or quantities of one sentence for which the words beside them are read: 500 code points for each."""
MANY = "one of many in its sentence"
"""What a fact beyond those is about."""
_NOUNS: tuple[tuple[FactType, str], ...] = (("date", "dates"), ("quantity", "numbers"), ("age", "ages"))


def read_part(article: Article) -> Article:
    """The article as far as facts are looked for; most are returned as they are. Offsets and indices stay."""
    if len(article.text) <= READ:
        return article
    kept = [sentence for sentence in article.sentences if sentence.end <= READ]
    if len(kept) < len(article.sentences) and (endless := article.sentences[len(kept)]).start < READ // 2:
        last = article.text.rfind(" ", endless.start + 1, READ)
        kept.append(replace(endless, end=last if last > 0 else READ))
    end = kept[-1].end if kept else 0
    marks = tuple(mark for mark in article.marks if mark.end <= end)
    return replace(article, text=article.text[:end], sentences=tuple(kept), marks=marks)


def phrased(article: Article, starts: Iterable[int]) -> Iterator[bool]:
    """For each mention, in text order, whether the words beside it are read."""
    told: Counter[int] = Counter()
    for start in starts:
        sentence = article.sentence_at(start) if article.sentences else 0
        told[sentence] += 1
        yield told[sentence] <= PHRASED


def limits(article: Article, facts: Sequence[Fact], name: str) -> tuple[str, ...]:
    """What was left out of the facts of an article, each in a plain sentence. `name`: what the reader knows it by."""
    said = []
    if len(article.text) > READ:
        said.append(f"{name} is so long that facts were looked for in its first {READ:,} characters only.")
    many = Counter(fact.type for fact in facts)
    for kind, noun in _NOUNS:
        if many[kind] >= LISTED:
            said.append(f"{name} tells so many {noun} that only the first {LISTED:,} of them are listed.")
    if any(fact.about == MANY for fact in facts):
        said.append(
            f"A sentence of {name} has so many dates or numbers that those after the {PHRASED}th have no title."
        )
    return tuple(said)
