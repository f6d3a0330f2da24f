"""The walk through an article: prose and quotations in turn, with who spoke last kept in mind.

Decides for each quotation whether it is somebody's words at all, and whose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.article import Span
from tui.facts.fact import Fact
from tui.facts.quotes.attribution import Said, attribution_before, attribution_behind, attribution_trailing
from tui.facts.quotes.cast import Cast
from tui.facts.quotes.kinds import Looks, looks_of
from tui.facts.quotes.marks import Quotation
from tui.facts.quotes.parts import cut, value_of
from tui.facts.quotes.prose import Speaker, Stage, Token, tokens_of
from tui.facts.quotes.speakers import Resolver
from tui.facts.quotes.statements import statement_in
from tui.frozen import dataclass

_MOST_SPOKEN, _MOST_UNSURE = 200, 50
"""How many quotations are searched for how many unattributed fragments: a bound on time, far above any article."""
_LONGEST_LEAD = 80  # words of one sentence that are kept before a quotation
_MOST_OF = 0.8  # of a quotation that is a name and no more


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation that is somebody's words."""

    quotation: Quotation
    speaker: Speaker
    verb: str | None


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class _Place:
    """A quotation where it stands."""

    quotation: Quotation
    looks: Looks
    before: _Gap
    behind: _Gap
    first: bool
    """Of its paragraph."""
    alone: bool
    """Its paragraph holds nothing but quotations."""


class _Walk:
    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.stage = Stage(cast)
        self.resolver = Resolver(self.stage)
        self.said: list[Utterance] = []
        self.unsure: list[Quotation] = []
        """Fragments that nobody is said to say: quotes only if somebody says the same words elsewhere."""
        self.statements: list[Fact] = []
        self.carried: Utterance | None = None
        """The last utterance of the paragraph before, where a quotation there may go on in this one."""
        self.lead: list[Token] = []
        """The prose of the sentence in hand, before the quotation in hand."""

    def paragraph(self, paragraph: Span, inside: list[Quotation]) -> None:
        gaps = self._gaps(paragraph, inside)
        previous: Utterance | None = None
        alone = bool(inside) and not any(gap.stretches for gap in gaps)
        self.lead = []
        for n, quotation in enumerate(inside):
            looks = looks_of(self.text, paragraph, quotation)
            place = _Place(quotation, looks, gaps[n], gaps[n + 1], n == 0, alone)
            self._prose(place.before, opens=n == 0, closes=False)
            previous = self._utterance(place, self._attribution(place), previous) or previous
        self._prose(gaps[-1], opens=not inside, closes=True)
        self.carried = previous

    def settled(self) -> list[Utterance]:
        """The utterances, and the fragments whose words somebody is quoted with elsewhere in the article."""
        if self.unsure:
            spoken = [(f" {value_of(self._words(u.quotation))} ", u) for u in self.said if u.speaker][:_MOST_SPOKEN]
            for fragment in self.unsure[:_MOST_UNSURE]:
                words = f" {value_of(self._words(fragment))} "
                match = next((u for value, u in spoken if words.strip() and words in value), None)
                if match:
                    self.said.append(Utterance(fragment, match.speaker, match.verb))
        return sorted(self.said, key=lambda u: u.quotation.outer.start)

    def _words(self, quotation: Quotation) -> str:
        return self.text[quotation.inner.start : quotation.inner.end]

    def _gaps(self, paragraph: Span, inside: list[Quotation]) -> list[_Gap]:
        borders = [paragraph.start, *(edge for q in inside for edge in (q.outer.start, q.outer.end)), paragraph.end]
        gaps = []
        for n in range(0, len(borders), 2):
            span = Span(borders[n], max(borders[n], borders[n + 1]))
            stretches = [s for s in cut(self.text, span) if any(c.isalnum() for c in self.text[s.start : s.end])]
            ended = n > 0 and self._ends_sentence(inside[n // 2 - 1], self.text[span.start : span.end])
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

    def _prose(self, gap: _Gap, *, opens: bool, closes: bool) -> None:
        """Takes in the sentences of a gap; those without a quotation may be statements.

        `opens`, `closes`: the gap opens or closes its paragraph.
        """
        if gap.ends_before or len(gap.stretches) > 1:
            self.lead = []
        for k, stretch in enumerate(gap.stretches):
            self.stage.prose.append(stretch)
            last = k == len(gap.stretches) - 1
            if (k == 0 and not gap.ends_before and not opens) or (last and not closes and not gap.ends_behind):
                continue
            found = statement_in(self.text, stretch, self.resolver)
            if found:
                self.stage.spoke(found.speaker, found.verb_end)
                if found.fact:
                    self.statements.append(found.fact)
        if gap.stretches and gap.ends_behind:
            self.lead = []
        elif gap.stretches:
            self.lead = [*self.lead[-_LONGEST_LEAD:], *self._tokens(gap.stretches[-1])]

    def _attribution(self, place: _Place) -> Said | None:
        """The attribution behind where the quotation calls for it, else the one before, else any other behind."""
        looks, behind = place.looks, place.behind
        before = attribution_before(self.lead, self._fresh(place), self.resolver)
        after: Said | None = None
        if behind.stretches and (not behind.ends_before or looks.asks):
            tokens = self._tokens(behind.stretches[0])
            after = attribution_behind(tokens, self.resolver, comma=looks.calls)
            if after and behind.ends_before and not after.speaker:
                after = None
            if not after and not behind.ends_before and (not before or not before.speaker):
                after = attribution_trailing(tokens, self.resolver)
                before = None if after else before
        if after and (looks.calls or not before or not before.close):
            return after
        return before or after

    def _fresh(self, place: _Place) -> int:
        """Where in the lead the prose right before the quotation begins."""
        stretches = place.before.stretches
        if not stretches or place.before.ends_behind:
            return len(self.lead)
        return next((n for n, token in enumerate(self.lead) if token.start >= stretches[-1].start), len(self.lead))

    def _tokens(self, stretch: Span) -> list[Token]:
        return tokens_of(self.text, stretch.start, stretch.end)

    def _utterance(self, place: _Place, said: Said | None, previous: Utterance | None) -> Utterance | None:
        quotation, looks = place.quotation, place.looks
        is_spoken = said is not None and said.close and looks.at_speech
        if (looks.title or self._is_name(quotation)) and not is_spoken:
            return None
        said = said or self._inherited(place, previous)
        if said is None and not looks.whole and not (place.alone and place.first):
            self.unsure.append(quotation)
            return None
        utterance = Utterance(quotation, said.speaker if said else (), said.verb if said else None)
        self.said.append(utterance)
        if said:
            self.stage.spoke(said.speaker, max(said.end, quotation.outer.end))
        return utterance

    def _is_name(self, quotation: Quotation) -> bool:
        inner = quotation.inner
        names = self.stage.cast.within(inner.start, inner.end)
        return len(names) == 1 and names[0].end - names[0].start >= _MOST_OF * (inner.end - inner.start)

    def _inherited(self, place: _Place, previous: Utterance | None) -> Said | None:
        """The speaker of the quotation before it, where the sentence, the passage or the quotation itself goes on."""
        at = place.quotation.outer.start
        if place.first:
            carried = self.carried
            goes_on = place.quotation.continues or (place.alone and place.looks.whole)
            if carried and carried.speaker and goes_on:
                return Said(carried.speaker, carried.verb, at, False)
            return self._from_prose(place)
        gap = place.before
        if previous is not None:
            same_sentence = not gap.ends_before and not gap.ends_behind and len(gap.stretches) <= 1
            if same_sentence or (place.looks.whole and not self._others(gap, previous)):
                return Said(previous.speaker, previous.verb, at, False)
        return self._from_prose(place)

    def _from_prose(self, place: _Place) -> Said | None:
        """The speaker of the sentence right before, for a whole sentence: "He said he would stay. “I like it.”"

        The same for words quoted inside a sentence that names nobody ("It includes “…”").
        """
        stage, gap = self.stage, place.before
        right_before = gap.stretches[-1 if gap.ends_behind else -2 :] if gap.stretches else []
        if not right_before or stage.last_end < right_before[0].start or not place.looks.whole:
            return None
        if not gap.ends_behind:
            own = stage.cast.within(gap.stretches[-1].start, place.quotation.outer.start)
            if any(m.kind in {"person", "organisation"} and m.name not in stage.last for m in own):
                return None
        return Said(stage.last, None, place.quotation.outer.start, False)

    def _others(self, gap: _Gap, previous: Utterance) -> bool:
        """Whether the prose between names anybody but the speaker; the attribution behind the last one aside."""
        prose = gap.stretches if gap.ends_before else gap.stretches[1:]
        if not prose:
            return False
        between = self.stage.cast.within(prose[0].start, prose[-1].end)
        return any(m.kind in {"person", "organisation"} and m.name not in previous.speaker for m in between)


def _ends(prose: str) -> bool:
    return prose.rstrip(" \t\u00a0\"'”’)")[-1:] in {".", "!", "?", "…"}
