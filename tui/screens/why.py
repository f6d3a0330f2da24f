"""Why a verdict stands: both passages, both values, the rule."""

from __future__ import annotations

from textual.content import Content

from tui.article import Article
from tui.comparison import Comparison
from tui.facts import Mention
from tui.rows import shown
from tui.safe import safe_line
from tui.screens.window import TextWindow
from tui.verdicts import ComparedFact
from tui.widgets.fact_entries import NAMES, SIGNS, subject
from tui.widgets.naming import outlet

PASSAGES = 3
"""Of each side that are shown; the others are counted."""


class WhyScreen(TextWindow):
    """One fact, explained."""

    def __init__(self, comparison: Comparison, fact: ComparedFact, note: str = "") -> None:
        super().__init__(f"{SIGNS[fact.verdict]} {NAMES[fact.verdict]} · {fact.type}", why_text(comparison, fact, note))


def why_text(comparison: Comparison, fact: ComparedFact, note: str = "") -> Content:
    """What the window says."""
    parts: list[Content] = [Content.styled(subject(fact), "bold"), Content("")]
    sides = (("A", comparison.a, fact.mentions.a, fact.speaker.a), ("B", comparison.b, fact.mentions.b, fact.speaker.b))
    for name, article, mentions, speaker in sides:
        parts += _side(name, article, mentions, speaker)
    parts += [Content.assemble(("Why  ", "bold $accent"), safe_line(fact.rule))]
    if fact.same_copy:
        parts.append(Content("      © Both stand in copied text: this agreement is no corroboration."))
    if fact.speakers_differ:
        parts.append(Content("      The two name different speakers."))
    if note:
        parts += [Content(""), Content.assemble(("Note  ", "bold $accent"), safe_line(note))]
    return Content("\n").join(parts)


def _side(name: str, article: Article, mentions: tuple[Mention, ...], speaker: tuple[str, ...]) -> list[Content]:
    colour = "$warning" if name == "A" else "$secondary"
    heading = Content.assemble((f"{name}  {outlet(article)}", f"bold {colour}"))
    if not mentions:
        return [heading, Content.styled("   says nothing of it", "$muted"), Content("")]
    values = dict.fromkeys((m.value, m.inferred) for m in mentions)
    said = ", ".join(safe_line(v) + (" (inferred)" if inferred else "") for v, inferred in values)
    lines = [heading, Content.assemble(("   value  ", "$muted"), said)]
    if speaker:
        lines.append(Content.assemble(("   said by  ", "$muted"), safe_line(", ".join(speaker))))
    passages: dict[int, list[Mention]] = {}
    for mention in mentions:
        passages.setdefault(article.sentence_at(mention.start), []).append(mention)
    lines += [_passage(article, at, found) for at, found in list(passages.items())[:PASSAGES]]
    if len(passages) > PASSAGES:
        lines.append(Content.styled(f"   and in {len(passages) - PASSAGES} more sentences", "$muted"))
    return [*lines, Content("")]


def _passage(article: Article, sentence: int, mentions: list[Mention]) -> Content:
    """The sentence with the words in question marked."""
    at = article.sentences[sentence]
    content = Content(shown(article.text[at.start : at.end]))
    for mention in mentions:
        content = content.stylize("bold reverse", mention.start - at.start, mention.end - at.start)
    return Content.assemble("   ", content)
