"""compare(a, b): the one door to links, edits, facts and verdicts. Every front shows what stands here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tui.article import Article, Pair
from tui.comparing import DEFAULT_IGNORE, Alignment, Edit, Ignorable, Link, Mode, align
from tui.facts import Mention, find_facts
from tui.verdicts import ComparedFact, weigh


@dataclass(frozen=True)
class Comparison:
    """Two articles, how they lie beside each other, and what each claims."""

    a: Article
    b: Article
    alignment: Alignment
    ignore: frozenset[Ignorable]
    context: tuple[Article, ...] = ()
    """Further articles of the story, used only to settle dates and names."""
    facts: tuple[ComparedFact, ...] | None = None
    """Gravest verdict first; `None` while they have not been looked for (`with_facts` does)."""

    @property
    def mode(self) -> Mode:
        return self.alignment.mode

    @property
    def articles(self) -> Pair[Article]:
        return Pair(self.a, self.b)

    @property
    def conflicts(self) -> int:
        return sum(fact.verdict == "conflict" for fact in self.facts or ())

    @property
    def is_same(self) -> bool:
        """Whether both say the same, headline and body, after what is ignored. Order counts in revision mode only."""
        if self.alignment.edits is not None:
            return all(edit.op == "equal" for edit in self.alignment.edits)
        if self.alignment.only_a or self.alignment.only_b:
            return False
        return all(link.kind == "same" for link in self.alignment.links if link.primary)

    def to_json(self, *, texts: bool = True) -> dict[str, object]:
        """The document of the schema `sidebyline.comparison/1`, ready for `json.dumps`."""
        pair, alignment = self.articles, self.alignment
        return {
            "schema": "sidebyline.comparison/1",
            "mode": alignment.mode,
            "a": article_document(pair.a, texts=texts),
            "b": article_document(pair.b, texts=texts),
            "links": [_link_document(link) for link in alignment.links],
            "only_a": list(alignment.only_a),
            "only_b": list(alignment.only_b),
            "edits": None if alignment.edits is None else [_edit_document(edit) for edit in alignment.edits],
            "moves": None
            if alignment.moves is None
            else [
                {"a": list(m.a), "b": list(m.b), "edits": [_edit_document(e) for e in m.edits]}
                for m in alignment.moves
            ],
            "edited_words": alignment.edited_words,
            "facts": [_fact_document(fact) for fact in self.facts or ()],
            "hidden": alignment.hidden,
            "notes": list(alignment.notes),
        }


def compare(
    a: Article,
    b: Article,
    *,
    mode: Literal["auto", "tellings", "revision"] = "auto",
    ignore: frozenset[Ignorable] = DEFAULT_IGNORE,
    context: Sequence[Article] = (),
) -> Comparison:
    """Holds two articles against each other. `compare(b, a)` is the mirror of `compare(a, b)`."""
    return with_facts(link(a, b, mode=mode, ignore=ignore, context=context))


def link(
    a: Article,
    b: Article,
    *,
    mode: Literal["auto", "tellings", "revision"] = "auto",
    ignore: frozenset[Ignorable] = DEFAULT_IGNORE,
    context: Sequence[Article] = (),
) -> Comparison:
    """The texts side by side, without their facts: what a screen can show at once."""
    return Comparison(a, b, align(a, b, mode=mode, ignore=ignore), ignore, tuple(context))


def with_facts(comparison: Comparison) -> Comparison:
    """The same comparison with the facts of both sides weighed."""
    a, b = comparison.a, comparison.b
    facts_a, facts_b, *_ = find_facts([a, b, *comparison.context])
    return replace(comparison, facts=weigh(a, b, facts_a, facts_b, comparison.alignment))


def article_document(article: Article, *, texts: bool = True) -> dict[str, object]:
    """One article as the JSON documents give it; `texts=False` leaves out `text` and `sentences`."""
    document: dict[str, object] = {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "source": article.source,
        "byline": list(article.byline),
        "published": article.published,
        "words": article.words,
        "sha256": article.sha256,
    }
    if texts:
        document["text"] = article.text
        document["sentences"] = [
            {"start": s.start, "end": s.end, "paragraph": s.paragraph, "role": s.role}
            for s in article.sentences
        ]
    return document


def mention_document(mention: Mention) -> dict[str, object]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "value": mention.value,
        "inferred": mention.inferred,
    }


def _edit_document(edit: Edit) -> dict[str, object]:
    return {"op": edit.op, "a": list(edit.a), "b": list(edit.b)}


def _link_document(link: Link) -> dict[str, object]:
    return {
        "a": list(link.a),
        "b": list(link.b),
        "kind": link.kind,
        "moved": link.moved,
        "similarity": link.similarity,
        "primary": link.primary,
        "edits": [_edit_document(edit) for edit in link.edits],
    }


def _fact_document(fact: ComparedFact) -> dict[str, object]:
    document: dict[str, object] = {
        "type": fact.type,
        "about": fact.about,
        "verdict": fact.verdict,
        "same_copy": fact.same_copy,
        "rule": fact.rule,
        "a": [mention_document(m) for m in fact.mentions.a],
        "b": [mention_document(m) for m in fact.mentions.b],
        "speaker": {"a": list(fact.speaker.a), "b": list(fact.speaker.b)},
    }
    if fact.speakers_differ:
        document["speakers_differ"] = True
    if fact.type in ("quote", "statement"):
        document["verb"] = {"a": fact.verb.a, "b": fact.verb.b}
    if fact.type == "person":
        document["roles"] = {
            side: [mention_document(m) for m in getattr(fact.roles, side)] for side in ("a", "b")
        }
    return document
