"""One fact of one article: its words in full, who says it, and every place that tells it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tui.actions import named
from tui.article import Article
from tui.facts import Fact, Mention
from tui.reports.words import count
from tui.safe import safe_line
from tui.screens.passages import indented, labelled, passage, values_of, wrapped
from tui.screens.window import TextWindow, walking
from tui.widgets.fact_list import about_of

Told = tuple[Fact, str]
"""A fact, and where it stands among those of the article: `2 of 34`."""
_HERE = ("next_fact", "previous_fact")
MOST = 200
"""Passages that are shown; the others are counted."""


class TellingScreen(TextWindow):
    """What an article says of one thing; the keys that walk through its facts hold here too."""

    BINDINGS: ClassVar[list[BindingType]] = walking("reader", _HERE)

    def __init__(self, article: Article, told: Told, walk: Callable[[str], Told]) -> None:
        self._article, self._told, self._walk = article, told, walk
        super().__init__(self._title)

    @property
    def _title(self) -> str:
        fact, place = self._told
        return f"{fact.type} · {place}"

    def foot(self, is_narrow: bool) -> str:
        both = " ".join(action.key for action in named(_HERE, "reader"))
        return f"{both} facts   Esc" if is_narrow else f"{both} next, previous fact   Esc closes"

    def action_walk(self, action: str) -> None:
        self._told = self._walk(action)
        self.renew(self._title)

    def body(self, width: int) -> Content:
        return telling_text(self._article, self._told[0], width)


def telling_text(article: Article, fact: Fact, width: int = 76) -> Content:
    """What the window says, wrapped to `width` cells."""
    words = safe_line(fact.mentions[0].text)
    lines = [*wrapped(Content.styled(words, "bold"), width), Content("")]
    if about := about_of(fact):
        lines += labelled("of", about, "$muted", width)
    values = ", ".join(values_of(fact.type, fact.mentions))
    if values != words:
        lines += labelled("is", values, "$muted", width)
    if fact.speaker:
        lines += labelled("by", safe_line(", ".join(fact.speaker)), "$muted", width)
    lines.append(Content(""))
    told: dict[int, list[Mention]] = {}
    for mention in fact.mentions:
        told.setdefault(article.sentence_at(mention.start), []).append(mention)
    for sentence, mentions in list(told.items())[:MOST]:
        lines += [*indented(passage(article, sentence, mentions, [m.span for m in mentions]), width), Content("")]
    if len(told) > MOST:
        lines += labelled("", f"and in {count(len(told) - MOST, 'more sentence')}", "", width)
    return Content("\n").join(lines).rstrip()
