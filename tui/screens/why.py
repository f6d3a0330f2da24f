"""Why a verdict stands: both passages, both values, the rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.actions import defaults_in, named
from tui.article import Article, Pair, Span
from tui.comparison import Comparison
from tui.facts import FactType, Mention
from tui.reports.naming import outlet
from tui.reports.values import fullest, in_words
from tui.rows import shown, wrap
from tui.safe import safe_line
from tui.screens.window import TextWindow
from tui.verdicts import SIGNS, ComparedFact
from tui.widgets.fact_entries import NAMES, subject

MARGIN = 6
"""Cells of the labels."""
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

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(a.keys), f"walk({a.name!r})", a.help, show=False, id=f"compare.{a.name}")
        for a in defaults_in("compare")
        if a.name in _HERE
    ]

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
    lines: list[Content] = [*_wrapped(Content.styled(subject(fact), "bold"), width), Content("")]
    lines += _labelled("Why", safe_line(fact.rule), "bold $accent", width)
    if fact.same_copy:
        lines += _labelled("©", "Both stand in copied text: this agreement is no corroboration.", "bold", width)
    if fact.speakers_differ:
        lines += _labelled("", "The two name different speakers.", "", width)
    if note:
        lines += _labelled("Note", safe_line(note), "bold $accent", width)
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
        return [heading, *_labelled("", "says nothing of it", "", width), Content("")]
    said = ", ".join(_values(fact.type, mentions))
    lines = [heading, *_labelled("", said, "", width, style="bold")]
    if speaker:
        lines += _labelled("", f"said by {safe_line(', '.join(speaker))}", "", width)
    passages: dict[int, list[Mention]] = {}
    for mention in mentions:
        passages.setdefault(article.sentence_at(mention.start), []).append(mention)
    for at, found in list(passages.items())[:PASSAGES]:
        lines += _indented(_passage(article, at, found, _marked(fact, name, found)), width)
    if len(passages) > PASSAGES:
        more = len(passages) - PASSAGES
        lines += _labelled("", f"and in {more} more sentence{'s' if more > 1 else ''}", "", width)
    return [*lines, Content("")]


def _values(of: FactType, mentions: tuple[Mention, ...]) -> list[str]:
    """Each value once; where it comes from only if nothing on this side states it in words of its own."""
    how: dict[str, str] = {}
    for mention in sorted(mentions, key=lambda mention: (not mention.by_hand, mention.inferred)):
        how.setdefault(_stated(of, mention), " (set by you)" if mention.by_hand else " (inferred)" * mention.inferred)
    return [value + how[value] for value in fullest(how)]


def _stated(of: FactType, mention: Mention) -> str:
    """The value; the words themselves where it is no more than these in lower case, as with quotes and names."""
    words = " ".join(mention.text.split())
    plain = "".join(c for c in words.casefold() if c.isalnum())
    is_plain = plain == "".join(c for c in mention.value.casefold() if c.isalnum())
    return safe_line(words) if is_plain else in_words(of, mention.value)


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


def _passage(article: Article, sentence: int, mentions: list[Mention], marked: list[Span]) -> Content:
    """The sentence with the fact's words and, among these, those in question marked."""
    at = article.sentences[sentence]
    content = Content.styled(shown(article.text[at.start : at.end]), "$muted")
    for mention in mentions:
        content = content.stylize("bold", mention.start - at.start, mention.end - at.start)
    for span in marked:
        content = content.stylize("bold reverse", span.start - at.start, span.end - at.start)
    return content


def _labelled(label: str, words: str, label_style: str, width: int, *, style: str = "") -> list[Content]:
    """A label in the margin, the words beside it."""
    first, *rest = _wrapped(Content.styled(words, style), width - MARGIN)
    margin = Content.styled(label.ljust(MARGIN), label_style)
    return [Content.assemble(margin, first), *(Content.assemble(" " * MARGIN, line) for line in rest)]


def _indented(content: Content, width: int) -> list[Content]:
    return [Content.assemble(" " * MARGIN, line) for line in _wrapped(content, width - MARGIN)]


def _wrapped(content: Content, width: int) -> list[Content]:
    starts = wrap(content.plain, width)
    return [content[start:end] for start, end in zip(starts, (*starts[1:], len(content.plain)), strict=True)]
