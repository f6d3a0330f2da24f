"""Why a verdict stands: both passages, both values, the rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tui.actions import named
from tui.article import Article, Pair, Span
from tui.comparison import Comparison
from tui.facts import Mention
from tui.reports.naming import outlet
from tui.reports.words import count
from tui.safe import safe_line
from tui.screens.passages import indented, labelled, passage, values_of, wrapped
from tui.screens.window import TextWindow, walking
from tui.verdicts import SIGNS, ComparedFact
from tui.widgets.fact_entries import NAMES, subject

PASSAGES = 3
"""Of each side that are shown; the others are counted."""
Explained = tuple[ComparedFact, str]
"""A fact and the reader's note on it."""
Walk = Callable[[str], Explained | None]
"""Does an action of the screen below; the fact on which it leads, if there is one."""
_HERE = ("next_fact", "previous_fact", "accept", "dismiss_fact", "flag")
"""Actions of the screen below that hold in the window."""


class WhyScreen(TextWindow):
    """One fact, explained; the keys that walk through the facts and judge them hold here too."""

    BINDINGS: ClassVar[list[BindingType]] = walking("compare", _HERE)

    def __init__(self, comparison: Comparison, explained: Explained, walk: Walk) -> None:
        self._comparison, self._walk = comparison, walk
        self._fact, self._note = explained
        super().__init__(self._verdict)

    @property
    def _verdict(self) -> str:
        return f"{SIGNS[self._fact.verdict]} {NAMES[self._fact.verdict]} · {self._fact.type}"

    def foot(self, is_narrow: bool) -> str:
        keys = {action.name: action.key for action in named(_HERE, "compare")}
        both = f"{keys['next_fact']} {keys['previous_fact']}"
        if is_narrow:
            return f"{both} facts   Esc"
        judging = f"{keys['accept']} accept   {keys['dismiss_fact']} dismiss   {keys['flag']} flag"
        return f"{both} next, previous fact   {judging}   Esc closes"

    def action_walk(self, action: str) -> None:
        explained = self._walk(action)
        if explained is None:
            self.dismiss(None)
        else:
            self._fact, self._note = explained
            self.renew(self._verdict)

    def body(self, width: int) -> Content:
        return why_text(self._comparison, self._fact, self._note, width)


def why_text(comparison: Comparison, fact: ComparedFact, note: str = "", width: int = 76) -> Content:
    """What the window says, wrapped to `width` cells: first the rule, since the passages may be long."""
    lines: list[Content] = [*wrapped(Content.styled(subject(fact), "bold"), width), Content("")]
    lines += labelled("Why", safe_line(fact.rule), "bold $accent", width)
    if fact.same_copy:
        lines += labelled("©", "Both stand in copied text: this agreement is no corroboration.", "bold", width)
    if fact.speakers_differ:
        lines += labelled("", "The two name different speakers.", "", width)
    if note:
        lines += labelled("Note", safe_line(note), "bold $accent", width)
    lines.append(Content(""))
    sides = (("A", comparison.a, fact.mentions.a, fact.speaker.a), ("B", comparison.b, fact.mentions.b, fact.speaker.b))
    for name, article, mentions, speaker in sides:
        lines += _side(name, article, fact, mentions, speaker, width)
    return Content("\n").join(lines[:-1])


def _side(
    name: str, article: Article, fact: ComparedFact, mentions: tuple[Mention, ...], speaker: tuple[str, ...], width: int
) -> list[Content]:
    colour = "$warning" if name == "A" else "$secondary"
    heading = Content.styled(f"{name}   {outlet(article)}", f"bold {colour}")
    if not mentions:
        return [heading, *labelled("", "says nothing of it", "", width), Content("")]
    said = ", ".join(values_of(fact.type, mentions))
    lines = [heading, *labelled("", said, "", width, style="bold")]
    if speaker:
        lines += labelled("", f"said by {safe_line(', '.join(speaker))}", "", width)
    passages: dict[int, list[Mention]] = {}
    for mention in mentions:
        passages.setdefault(article.sentence_at(mention.start), []).append(mention)
    for at, found in list(passages.items())[:PASSAGES]:
        lines += indented(passage(article, at, found, _marked(fact, name, found)), width)
    if len(passages) > PASSAGES:
        lines += labelled("", f"and in {count(len(passages) - PASSAGES, 'more sentence')}", "", width)
    return [*lines, Content("")]


def _marked(fact: ComparedFact, name: str, mentions: list[Mention]) -> list[Span]:
    """The words in question; of quotations that differ, those that do."""
    others = fact.mentions.b if name == "A" else fact.mentions.a
    spans = [mention.span for mention in mentions]
    if fact.verdict not in ("altered", "cut") or not others:
        return spans
    from tui.verdicts.quotemarks import differences

    apart: list[Span] = []
    for mention in mentions:
        nearest = max(others, key=lambda other: differences(mention.text, other.text).shared)
        found = differences(mention.text, nearest.text)
        if not found.shared or found.words == Pair((), ()):
            return spans
        apart += [Span(mention.start + s.start, mention.start + s.end) for s in found.words.a]
    return apart
