"""Noun phrases beside a verb of saying → those who speak.

Works on the tokens of the prose outside quotation marks. Where the text does not make the speaker sure, none is
given; a speaker whom the text leaves unnamed ("a relative") is given in its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.facts.quotes.cast import Named
from tui.facts.quotes.cues import (
    COUPLE,
    CUES_OF_SUBJECTS,
    DETERMINERS,
    DOCUMENTS,
    HEADS,
    ORGANISATION,
    PERSON,
    PREPOSITIONS,
    SKIPPED,
    SPOKES,
)
from tui.facts.quotes.prose import Speaker, Stage, Token
from tui.facts.quotes.referents import Referents

_SUBJECTS = HEADS | DOCUMENTS | frozenset("he she it they document study story article source who police".split())
_BORDERS = PREPOSITIONS | CUES_OF_SUBJECTS
_TITLES = frozenset("dr mr mrs ms prof rev sen rep gov gen col lt sgt capt maj st det hon pres adm const".split())
_POSTED = frozenset(
    "post posts page pages message messages video videos account accounts user users group groups".split()
)
"""Behind a name these speak, not whose they are named after: "Facebook posts saying"."""
_NOT_BESIDE = PREPOSITIONS | {"and", "or", "who", "which", "that", "as"}
_PARTNER = re.compile(r",?\s(?:and|&)\s(?:(?:his|her)\s(?:\w+\s)?\w+,?\s)?")
"""What stands between two who speak together: "Lund and", "Lund and her husband,"."""


class Resolver:
    """Finds the noun phrase before or behind a verb, and asks who is meant by it."""

    def __init__(self, stage: Stage) -> None:
        self.who = Referents(stage)
        self.cast = stage.cast

    def before(self, tokens: Sequence[Token], verb: int) -> Speaker | None:
        """The subject that ends before the verb; `None` where no noun phrase stands there."""
        last = verb - 1
        relative = False
        while last >= 0 and (tokens[last].lower in SKIPPED or _is_adverb(tokens[last])):
            relative = relative or tokens[last].lower in {"who", "which"}
            last -= 1
        if last < 0:
            return None
        if tokens[last].word == ",":
            last = last - 1 if relative else self._before_apposition(tokens, last)
        return self._ending_at(tokens, last) if last >= 0 else None

    def behind(self, tokens: Sequence[Token], first: int) -> Speaker | None:
        """The noun phrase that begins at a token: "said Jones", "according to a relative"."""
        if first >= len(tokens):
            return None
        stop = first
        while stop < len(tokens) and stop - first < 12 and not _closes(tokens, stop):
            stop += 1
        if stop == first:
            return None
        people = self.cast.within(tokens[first].start, tokens[stop - 1].end)
        named = self._after_description(tokens, first, stop, people)
        if named:
            return self._with_partners_behind(named)
        for mention in people:
            lead = [t for t in tokens[first:stop] if t.start < mention.start]
            if self._possessive(mention) or any(t.lower in PREPOSITIONS for t in lead):
                break
            if mention.kind in {"person", "organisation"} or not lead:
                return self._with_partners_behind(mention)
        end = first
        while end < stop and not (end > first and tokens[end].lower in PREPOSITIONS | {"who", "that", "as", "told"}):
            end += 1
        return self.who.phrase(tokens, first, end - 1) if end - first <= 6 else None

    def _after_description(
        self, tokens: Sequence[Token], first: int, stop: int, people: Sequence[Named]
    ) -> Named | None:
        """The person whom an organisation's name only describes ("said Nordal spokeswoman Ines Faber"), or a
        description before a comma ("said the union's head, Brita Aas").
        """
        if people and people[0].kind == "organisation":
            for mention in people[1:]:
                between = self.cast.text[people[0].end : mention.start].split()
                if mention.kind == "person" and between and all(w.islower() and w not in _NOT_BESIDE for w in between):
                    return mention
        heads = [t.lower for t in tokens[first:stop]]
        if stop + 1 < len(tokens) and tokens[stop].word == "," and heads[-1] in PERSON | SPOKES:
            behind = self.cast.starting_in(tokens[stop + 1].start, tokens[stop + 1].end)
            if behind and behind.kind == "person" and not any(m.kind == "person" for m in people):
                return behind
        return None

    def is_subject(self, tokens: Sequence[Token], n: int) -> bool:
        """Whether the token may end the subject of a verb right behind it: a name, a pronoun, a person or group."""
        while n > 0 and (_is_adverb(tokens[n]) or tokens[n].lower in SKIPPED):
            n -= 1
        token = tokens[n]
        known = token.word == "," or token.lower in _SUBJECTS
        return known or self._named_ending(token) is not None

    def main_subject(self, tokens: Sequence[Token]) -> Speaker | None:
        """The first noun phrase that may be the subject of the whole sentence."""
        for n, token in enumerate(tokens):
            before = tokens[n - 1].lower if n else ""
            if before in PREPOSITIONS:
                continue
            mention = self.cast.starting_in(token.start, token.end)
            if mention and mention.kind in {"person", "organisation"} and not self._possessive(mention):
                behind = next((t.lower for t in tokens[n + 1 :] if t.start >= mention.end), "")
                if behind in _POSTED:
                    return None
                return self._with_partners_behind(mention)
            pronoun = token._replace(lower=token.lower.partition("’")[0].partition("'")[0])
            if pronoun.lower in {"he", "she", "they", "it"}:
                return self.who.pronoun(pronoun)
            if token.lower in COUPLE | ORGANISATION | PERSON and n and before in {"the", "a", "an"}:
                return self.who.phrase(tokens, n - 1, n)
        return None

    def nearest(self, tokens: Sequence[Token], stop: int) -> Speaker | None:
        """The last person named or described before a token of the sentence."""
        for n in range(stop - 1, -1, -1):
            mention = self._named_ending(tokens[n])
            if mention and mention.kind == "person":
                return (mention.name,)
            if tokens[n].lower in PERSON:
                first = n
                while first > 0 and n - first < 3 and tokens[first].lower not in DETERMINERS:
                    first -= 1
                return self.who.phrase(tokens, first, n)
        return None

    def _before_apposition(self, tokens: Sequence[Token], comma: int) -> int:
        """The token before "…, a visitor from Ohio," or "…, 45, of Boston,"; -1 where no subject is in sight."""
        fallback = -1
        commas = 0
        for n in range(comma - 1, max(-1, comma - 40), -1):
            if tokens[n].word in {".", ";", ":"}:
                break
            if tokens[n].word != ",":
                continue
            commas += 1
            named = self._named_ending(tokens[n - 1]) if n else None
            if named and named.kind == "person":
                return n - 1
            if fallback < 0 or (named and named.kind == "organisation"):
                fallback = n - 1
            if commas == 3:
                break
        if self._named_ending(tokens[comma - 1]):
            return comma - 1
        return fallback if fallback >= 0 else comma - 1

    def _ending_at(self, tokens: Sequence[Token], last: int) -> Speaker | None:
        """The noun phrase that ends at a token; of "the head of the board of Lund and Sons" the head."""
        for _ in range(4):
            token = tokens[last]
            if token.lower in {"he", "she", "they", "it"}:
                return self.who.pronoun(token)
            if token.lower in {"i", "we", "you"}:
                return ()
            mention = self._named_ending(token)
            first = self._mention_start(tokens, last, mention) if mention else self._phrase_start(tokens, last)
            preposition = self._preposition_before(tokens, first)
            if preposition < 1:
                return self._with_partners_before(mention) if mention else self.who.phrase(tokens, first, last)
            head = preposition - 1
            if mention and tokens[head].lower in SPOKES and tokens[preposition].lower in {"for", "of"}:
                return (mention.name,)
            if mention is None or tokens[head].lower in HEADS:
                if _is_border(tokens[head]):
                    return None
                last = head
                continue
            return None if self._is_noun_phrase_head(tokens, head) else self._with_partners_before(mention)
        return None

    def _mention_start(self, tokens: Sequence[Token], last: int, mention: Named) -> int:
        first = last
        while first > 0 and tokens[first - 1].start >= mention.start:
            first -= 1
        return first

    def _preposition_before(self, tokens: Sequence[Token], first: int) -> int:
        """The preposition that the phrase hangs on, six words at most before it; -1 where it hangs on none."""
        start = first
        while start > 0 and start > first - 6 and not _is_border(tokens[start - 1]):
            start -= 1
        return start - 1 if start > 0 and tokens[start - 1].lower in PREPOSITIONS else -1

    def _is_noun_phrase_head(self, tokens: Sequence[Token], n: int) -> bool:
        return n > 0 and (tokens[n - 1].lower in DETERMINERS or tokens[n].lower in PERSON | SPOKES)

    def _phrase_start(self, tokens: Sequence[Token], last: int) -> int:
        first = last
        while first > 0 and last - first < 6:
            if tokens[first].lower in DETERMINERS or _is_border(tokens[first - 1]):
                break
            if tokens[first - 1].lower in PREPOSITIONS:
                break
            first -= 1
        return first

    def _named_ending(self, token: Token) -> Named | None:
        for mention in self.cast.within(max(0, token.end - 80), token.end):
            if mention.start <= token.start < mention.end:
                return mention
        return None

    def _possessive(self, mention: Named) -> bool:
        return (
            self.cast.text[mention.end : mention.end + 2] in {"'s", "’s"}
            or (
                self.cast.text[mention.end : mention.end + 1] in {"'", "’"}
                and self.cast.text[mention.end - 1 : mention.end] == "s"
            )
            or self.cast.text[mention.start : mention.end].endswith(("'s", "’s"))
        )

    def _with_partners_before(self, mention: Named) -> Speaker:
        """ "Lund and Moe said": both; the name before an "and" joins where nothing but commas lies between."""
        if mention.kind not in {"person", "organisation"}:
            return (mention.name,)
        others = self.cast.within(max(0, mention.start - 60), mention.start)
        if others and others[-1].kind == mention.kind and others[-1].name != mention.name:
            between = self.cast.text[others[-1].end : mention.start]
            if _PARTNER.fullmatch(between):
                return (others[-1].name, mention.name)
        return (mention.name,)

    def _with_partners_behind(self, mention: Named) -> Speaker:
        others = self.cast.within(mention.end, mention.end + 60)
        if others and others[0].kind == mention.kind and others[0].name != mention.name:
            between = self.cast.text[mention.end : others[0].start]
            if _PARTNER.fullmatch(between):
                return (mention.name, others[0].name)
        return (mention.name,)


def _closes(tokens: Sequence[Token], n: int) -> bool:
    """Whether a mark ends the noun phrase; the point of "Dr." and of an initial does not."""
    if tokens[n].word == "." and n and tokens[n - 1].end == tokens[n].start:
        return not (tokens[n - 1].lower in _TITLES or (len(tokens[n - 1].word) == 1 and tokens[n - 1].word.isupper()))
    return tokens[n].word in {",", ".", ";", ":", "(", "—", "–"}


def _is_adverb(token: Token) -> bool:
    return token.word.endswith("ly") and token.word.islower()


def _is_border(token: Token) -> bool:
    return not token.word[0].isalnum() or token.lower in _BORDERS
