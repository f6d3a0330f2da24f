"""The facts panel: gravest first, both sides' words with ways to their places, why a verdict stands, the reader's mark.

What agrees and what one alone tells stands behind a line of its own, as on the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from tui.article import Article
from tui.comparison import Comparison
from tui.facts import Mention
from tui.reports.html.element import Child, el, sign
from tui.reports.words import VERDICT_WORDS, verdict_summary
from tui.safe import safe_line
from tui.verdicts import GRAVITY, SIGNS, ComparedFact, Verdict

if TYPE_CHECKING:
    from tui.library import FactMark

QUIET: frozenset[Verdict] = frozenset({"agree", "only-a", "only-b"})
"""Verdicts whose facts stand behind one line until it is opened."""
_AROUND = 160
"""Characters of a passage on either side of the words."""
_STATES = {"accepted": "+", "flagged": "*", "dismissed": "x"}
Marks = Mapping[int, "FactMark"]
"""What the reader made of a fact, by its index."""


def facts_panel(comparison: Comparison, marks: Marks) -> Element:
    """All facts of a comparison."""
    facts = comparison.facts or ()
    groups = [_group(comparison, verdict, marks) for verdict in GRAVITY if any(f.verdict == verdict for f in facts)]
    summary = verdict_summary(fact.verdict for fact in facts)
    return el(
        "aside",
        el("h2", "Facts", id="facts-title"),
        el("p", summary, class_="summary"),
        groups,
        id="facts",
        aria_labelledby="facts-title",
        tabindex="-1",
    )


def _group(comparison: Comparison, verdict: Verdict, marks: Marks) -> Element:
    facts = [(n, fact) for n, fact in enumerate(comparison.facts or ()) if fact.verdict == verdict]
    if verdict in ("only-a", "only-b"):
        facts.sort(key=lambda numbered: min(m.start for side in numbered[1].mentions for m in side))
    title = f"{VERDICT_WORDS[verdict][len(facts) != 1]} ({len(facts)})"
    heading = el("h3", el("span", SIGNS[verdict], class_="sign", aria_hidden="true"), " ", title)
    entries = el("ol", [_entry(comparison, n, fact, marks.get(n)) for n, fact in facts])
    if verdict in QUIET:
        return el("details", el("summary", heading), entries, class_=verdict)
    return el("section", heading, entries, class_=verdict)


def _entry(comparison: Comparison, number: int, fact: ComparedFact, mark: FactMark | None) -> Element:
    shown = [
        el("p", sign(SIGNS[fact.verdict], f"{fact.verdict}: "), " ", _about(fact), class_="about"),
        *_sides(fact),
        *_marked(mark),
        _why(comparison, fact),
    ]
    dismissed = mark is not None and mark.state == "dismissed"
    return el("li", shown, id=f"f{number}", class_="dismissed" if dismissed else None, tabindex="-1")


def _about(fact: ComparedFact) -> Iterator[Child]:
    yield el("span", fact.type, class_="type")
    if fact.type not in ("quote", "statement"):
        yield el("b", f" {safe_line(fact.about)}", dir="auto")
    if fact.same_copy:
        yield el("span", " © same copy", class_="copy")


def _sides(fact: ComparedFact) -> Iterator[Element]:
    """What each side says, in its own words; the speaker where they name two."""
    for side, mentions, speaker, verb in zip("ab", fact.mentions, fact.speaker, fact.verb, strict=True):
        if not mentions:
            continue
        told = list(_words(side, mentions))
        if speaker and fact.type in ("quote", "statement"):
            said = f"{', '.join(map(safe_line, speaker))}{f' {safe_line(verb)}' if verb else ''}: "
            told = [el("span", said, class_="speaker"), *told]
        yield el("p", el("b", side.upper(), class_=side), " ", told, class_="told")


def _words(side: str, mentions: Sequence[Mention]) -> Iterator[Child]:
    """Each way of writing it once, as a way to where it stands first."""
    seen: set[tuple[str, bool, str]] = set()
    for mention in mentions:
        key = (safe_line(mention.text), mention.inferred, mention.value if mention.inferred else "")
        if key in seen:
            continue
        if seen:
            yield " / "
        seen.add(key)
        yield el("a", key[0], href=f"#{side}{mention.start}", dir="auto")
        yield inferred(mention)


def inferred(mention: Mention) -> Element | None:
    """The value that the words do not say themselves."""
    if not mention.inferred:
        return None
    return el("span", f" ≈ {safe_line(mention.value)}, inferred", class_="inferred")


def _marked(mark: FactMark | None) -> Iterator[Element]:
    if mark is None:
        return
    if mark.state in _STATES:
        yield el("p", f"{_STATES[mark.state]} {mark.state}", class_="mark")
    if mark.note:
        yield el("p", el("b", "Note: "), mark.note, class_="note", dir="auto")


def _why(comparison: Comparison, fact: ComparedFact) -> Element:
    """The rule, both passages where both tell it, and every place."""
    body: list[Child] = [el("p", safe_line(fact.rule))]
    if all(fact.mentions):
        pairs = zip("ab", comparison.articles, fact.mentions, strict=True)
        body += [_passage(side, article, mentions[0]) for side, article, mentions in pairs]
    for side, article, mentions in zip("ab", comparison.articles, fact.mentions, strict=True):
        if len(mentions) > 1:
            body.append(_places(side, article, mentions))
    return el("details", el("summary", "why"), body, class_="why")


def _passage(side: str, article: Article, mention: Mention) -> Element:
    """The sentence around the words, cut where it is long."""
    sentence = article.sentences[article.sentence_at(mention.start)]
    start = max(sentence.start, mention.start - _AROUND)
    end = min(max(sentence.end, mention.end), mention.end + _AROUND)
    before, after = article.text[start : mention.start], article.text[mention.end : end]
    return el(
        "blockquote",
        el("b", side.upper(), class_=side), " ",
        "… " if start > sentence.start else None, before,
        el("strong", mention.text), after,
        " …" if end < sentence.end else None,
        class_=side, dir="auto",
    )  # fmt: skip


def _places(side: str, article: Article, mentions: Iterable[Mention]) -> Element:
    links: list[Child] = []
    for n, mention in enumerate(mentions, start=1):
        paragraph = article.sentences[article.sentence_at(mention.start)].paragraph + 1
        links += [" ", el("a", f"{n}", href=f"#{side}{mention.start}", title=f"paragraph {paragraph}")]
    return el("p", f"Places in {side.upper()}:", links, class_="places")
