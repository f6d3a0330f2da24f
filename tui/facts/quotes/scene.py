"""The walk through an article: prose and quotations in turn, with who spoke last kept in mind.

Decides for each quotation whether it is somebody's words at all, and whose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.article import Span
from tui.facts.fact import Fact
from tui.facts.quotes.attribution import Said, attribution_before, attribution_behind
from tui.facts.quotes.cast import Cast
from tui.facts.quotes.kinds import Looks, looks_of
from tui.facts.quotes.marks import Quotation
from tui.facts.quotes.parts import cut, value_of
from tui.facts.quotes.speakers import Resolver, Speaker, Stage, Token, tokens_of
from tui.facts.quotes.statements import statement_in


@dataclass(slots=True)
class Utterance:
    """A quotation that is somebody's words."""

    quotation: Quotation
    speaker: Speaker
    verb: str | None


@dataclass(slots=True)
class _Gap:
    """The prose between two quotations of a paragraph, cut into its sentences."""

    stretches: list[Span]
    ends_before: bool
    """The quotation before it ended a sentence, so none of this prose belongs to it."""
    ends_behind: bool
    """Its last sentence ended, so none of this prose belongs to the quotation behind it."""


def play(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation], cast: Cast
) -> tuple[list[Utterance], list[Fact]]:
    """Every utterance, and every statement in indirect speech, in text order."""
    walk = _Walk(text, cast)
    for paragraph, inside in _by_paragraph(paragraphs, quotations):
        walk.paragraph(paragraph, inside)
    return walk.settled(), walk.statements


def _by_paragraph(
    paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> Iterator[tuple[Span, list[Quotation]]]:
    n = 0
    for paragraph in paragraphs:
        first = n
        while n < len(quotations) and quotations[n].outer.start < paragraph.end:
            n += 1
        yield paragraph, list(quotations[first:n])


class _Walk:
    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.stage = Stage(cast)
        self.resolver = Resolver(self.stage)
        self.said: list[Utterance] = []
        self.unsure: list[Utterance] = []
        """Fragments that nobody is said to say: quotes only if somebody says the same words elsewhere."""
        self.statements: list[Fact] = []
        self.carried: Utterance | None = None
        """The last utterance of the paragraph before, where a quotation there may go on in this one."""

    def paragraph(self, paragraph: Span, inside: list[Quotation]) -> None:
        gaps = self._gaps(paragraph, inside)
        previous: Utterance | None = None
        alone = bool(inside) and not any(gap.stretches for gap in gaps)
        for n, quotation in enumerate(inside):
            gap, behind = gaps[n], gaps[n + 1]
            self._prose(gap, with_first=gap.ends_before and n > 0, has_last=not gap.ends_behind, is_first=n == 0)
            looks = looks_of(self.text, paragraph, quotation)
            said = self._attribution(gap, behind, looks, n == 0)
            utterance = self._utterance(quotation, gap, said, looks, previous, alone, n == 0)
            if utterance is not None:
                previous = utterance
        last = gaps[-1]
        self._prose(last, with_first=last.ends_before or not inside, has_last=False, is_first=not inside)
        self.carried = previous

    def settled(self) -> list[Utterance]:
        """The utterances, and the fragments whose words somebody is quoted with elsewhere in the article."""
        if self.unsure:
            voices: dict[str, Utterance] = {}
            haystack = [(f" {value_of(self._words(u.quotation))} ", u) for u in self.said if u.speaker][:200]
            for fragment in self.unsure[:50]:
                words = f" {value_of(self._words(fragment.quotation))} "
                match = next((u for value, u in haystack if words.strip() and words in value), None)
                if match:
                    voices[words] = match
                    self.said.append(Utterance(fragment.quotation, match.speaker, match.verb))
        return sorted(self.said, key=lambda u: u.quotation.outer.start)

    def _words(self, quotation: Quotation) -> str:
        return self.text[quotation.inner.start : quotation.inner.end]

    def _gaps(self, paragraph: Span, inside: list[Quotation]) -> list[_Gap]:
        borders = [paragraph.start, *(edge for q in inside for edge in (q.outer.start, q.outer.end)), paragraph.end]
        gaps = []
        for n in range(0, len(borders), 2):
            span = Span(borders[n], max(borders[n], borders[n + 1]))
            stretches = [s for s in cut(self.text, span) if any(c.isalnum() for c in self.text[s.start : s.end])]
            prose = self.text[span.start : span.end]
            ended = n > 0 and self._ends_sentence(inside[n // 2 - 1], prose)
            closed = not stretches or _ends(self.text[stretches[-1].start : span.end])
            gaps.append(_Gap(stretches, ended, closed))
        return gaps

    def _ends_sentence(self, quotation: Quotation, prose: str) -> bool:
        """Whether a sentence ends with the quotation: a point inside and a capital behind, or a point behind."""
        words = self._words(quotation).rstrip()
        lead = prose.lstrip(" \t\u00a0\")’'”")
        if lead[:1] in {".", "!", "?"}:
            return True
        return words[-1:] in {".", "!", "?", "…"} and not lead[:1].islower() and lead[:1] not in {",", "—", "–", "-"}

    def _prose(self, gap: _Gap, *, with_first: bool, has_last: bool, is_first: bool) -> None:
        """Takes in the sentences of a gap; those without a quotation may be statements."""
        for k, stretch in enumerate(gap.stretches):
            self.stage.prose.append(stretch)
            beside_before = k == 0 and not with_first and not is_first
            beside_behind = has_last and k == len(gap.stretches) - 1
            if beside_before or beside_behind:
                continue
            found = statement_in(self.text, stretch, self.resolver)
            if found:
                self.stage.spoke(found.speaker, found.verb_end)
                if found.fact:
                    self.statements.append(found.fact)

    def _attribution(self, gap: _Gap, behind: _Gap, looks: Looks, first: bool) -> Said | None:
        before: Said | None = None
        if (
            gap.stretches
            and not gap.ends_behind
            and (first or gap.ends_before or len(gap.stretches) > 1 or not self._is_behind_only(gap))
        ):
            before = attribution_before(self._tokens(gap.stretches[-1]), self.resolver)
        after: Said | None = None
        if behind.stretches and (not behind.ends_before or looks.asks):
            after = attribution_behind(self._tokens(behind.stretches[0]), self.resolver, comma=looks.calls)
            if after and behind.ends_before and looks.asks and not after.speaker:
                after = None
        if after and (looks.calls or not before) and not (before and before.close and not looks.calls):
            return after
        return before or after

    def _is_behind_only(self, gap: _Gap) -> bool:
        """Whether the gap holds nothing but the attribution of the quotation before it: "…," she said, "…"."""
        tokens = self._tokens(gap.stretches[0])
        return bool(tokens) and attribution_behind(tokens, self.resolver, comma=False) is not None

    def _tokens(self, stretch: Span) -> list[Token]:
        return tokens_of(self.text, stretch.start, stretch.end)

    def _utterance(
        self,
        quotation: Quotation,
        gap: _Gap,
        said: Said | None,
        looks: Looks,
        previous: Utterance | None,
        alone: bool,
        first: bool,
    ) -> Utterance | None:
        names = self.stage.cast.within(quotation.inner.start, quotation.inner.end)
        covered = len(names) == 1 and names[0].end - names[0].start >= 0.8 * (
            quotation.inner.end - quotation.inner.start
        )
        if (looks.title or covered) and not (said and said.close and looks.at_speech):
            return None
        if said is None:
            said = self._inherited(quotation, gap, looks, previous, alone, first)
        if said is None:
            utterance = Utterance(quotation, (), None)
            if looks.whole or (alone and first):
                self.said.append(utterance)
                return utterance
            self.unsure.append(utterance)
            return None
        if not said.close and not looks.whole and looks.title:
            return None
        utterance = Utterance(quotation, said.speaker, said.verb)
        self.said.append(utterance)
        self.stage.spoke(said.speaker, max(said.end, quotation.outer.end))
        return utterance

    def _inherited(
        self, quotation: Quotation, gap: _Gap, looks: Looks, previous: Utterance | None, alone: bool, first: bool
    ) -> Said | None:
        """The speaker of the quotation before it, where the same sentence or an unbroken run of quotations goes on."""
        if not first:
            if previous is None:
                return None
            same_sentence = not gap.ends_before and not gap.ends_behind and len(gap.stretches) <= 1
            goes_on = looks.whole and (not gap.stretches or (len(gap.stretches) == 1 and not gap.ends_before))
            if same_sentence or goes_on:
                return Said(previous.speaker, previous.verb, quotation.outer.start, False)
            return None
        carried = self.carried
        if carried and carried.speaker and (quotation.continues or (alone and looks.whole)):
            return Said(carried.speaker, carried.verb, quotation.outer.start, False)
        return None


def _ends(prose: str) -> bool:
    return prose.rstrip(" \t\u00a0\"'”’)")[-1:] in {".", "!", "?", "…"}
