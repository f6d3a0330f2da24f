"""Noun phrases beside a verb of saying → the names of those who speak.

Works on the tokens of the prose outside quotation marks. Where the text does not make the speaker sure, none is
given; a speaker whom the text leaves unnamed ("a relative") is given in its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.facts.quotes.cast import Cast, Named, Sex
from tui.facts.quotes.cues import (
    COUPLE,
    CUES_OF_SUBJECTS,
    DOCUMENTS,
    FEMALE,
    GENERIC,
    MALE,
    ORGANISATION,
    PERSON,
    SKIPPED,
    SPOKES,
)

Speaker = tuple[str, ...]
_TOKEN = re.compile(r"\w+(?:['’\-‐.]\w+)*|[^\w\s]")
_DETERMINERS = frozenset("a an the another one some his her their its our several two three many both".split())
_PREPOSITIONS = frozenset(
    """of for in at from with by near to on about after before against during inside behind under through over like
    into following including between""".split()
)
_NOBODY = _DETERMINERS | frozenset("sometimes always perhaps besides often him them me us you one's this".split()) - {
    "one"
}
_HEADS = PERSON | SPOKES | ORGANISATION | COUPLE
_SUBJECTS = _HEADS | DOCUMENTS | frozenset("he she it they document study story article source who police".split())
_BORDERS = _PREPOSITIONS | CUES_OF_SUBJECTS
_COUPLE = re.compile(r"\b[Tt]he (?:couple|pair|duo|two)\b")
_DOCUMENT = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|Facebook) (?:statement|letter|post|tweet|message|memo)\b")
_REACH = 3
"""Sentences that a pronoun looks back."""
_FAR = 1500
"""Code points over which "he" may still be the last speaker, where nobody else was named between."""


class Token(NamedTuple):
    """A word or a mark of the prose."""

    word: str
    lower: str
    start: int
    end: int


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    return [Token(m.group(), m.group().casefold(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


@dataclass
class Stage:
    """What has been told up to here: who spoke last, and which sentences a pronoun may look back to."""

    cast: Cast
    last: Speaker = ()
    last_end: int = -1
    """Where the words that named the last speaker end."""
    last_kind: str = ""
    """`person`, `organisation`, `couple`, or empty where the speaker is not named."""
    prose: list[tuple[int, int]] = field(default_factory=list)
    """The stretches outside quotations so far, one a sentence, in order."""

    def spoke(self, speaker: Speaker, end: int) -> None:
        if speaker:
            self.last, self.last_end = speaker, end
            self.last_kind = "couple" if len(speaker) > 1 else self.cast.kinds.get(speaker[0], "")


class Resolver:
    """Reads who is meant by the words before or behind a verb."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
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
        while stop < len(tokens) and stop - first < 12 and tokens[stop].word not in {",", ".", ";", ":", "(", "—", "–"}:
            stop += 1
        if stop == first:
            return None
        people = self.cast.within(tokens[first].start, tokens[stop - 1].end)
        for mention in people:
            lead = [t for t in tokens[first:stop] if t.start < mention.start]
            if self._possessive(mention) or any(t.lower in _PREPOSITIONS for t in lead):
                break
            if mention.kind in {"person", "organisation"} or not lead:
                return self._with_partners_behind(mention)
        end = first
        while end < stop and not (end > first and tokens[end].lower in _PREPOSITIONS | {"who", "that", "as", "told"}):
            end += 1
        return self._phrase(tokens, first, end - 1) if end - first <= 6 else None

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
            if before in _PREPOSITIONS:
                continue
            mention = self._named_starting(token)
            if mention and mention.kind in {"person", "organisation"} and not self._possessive(mention):
                return self._with_partners_behind(mention)
            pronoun = token._replace(lower=token.lower.partition("’")[0].partition("'")[0])
            if pronoun.lower in {"he", "she", "they", "it"}:
                return self._pronoun(pronoun)
            if token.lower in COUPLE | ORGANISATION | PERSON and n and before in {"the", "a", "an"}:
                return self._phrase(tokens, n - 1, n)
        return None

    def nearest(self, tokens: Sequence[Token], stop: int) -> Speaker | None:
        """The last person named or described before a token of the sentence."""
        for n in range(stop - 1, -1, -1):
            mention = self._named_ending(tokens[n])
            if mention and mention.kind == "person":
                return (mention.name,)
            if tokens[n].lower in PERSON:
                first = n
                while first > 0 and n - first < 3 and tokens[first].lower not in _DETERMINERS:
                    first -= 1
                return self._phrase(tokens, first, n)
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
                return self._pronoun(token)
            if token.lower in {"i", "we", "you"}:
                return ()
            mention = self._named_ending(token)
            first = self._mention_start(tokens, last, mention) if mention else self._phrase_start(tokens, last)
            preposition = self._preposition_before(tokens, first)
            if preposition < 1:
                return self._with_partners_before(mention) if mention else self._phrase(tokens, first, last)
            head = preposition - 1
            if mention and tokens[head].lower in SPOKES and tokens[preposition].lower in {"for", "of"}:
                return (mention.name,)
            if mention is None or tokens[head].lower in _HEADS:
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
        return start - 1 if start > 0 and tokens[start - 1].lower in _PREPOSITIONS else -1

    def _is_noun_phrase_head(self, tokens: Sequence[Token], n: int) -> bool:
        return n > 0 and (tokens[n - 1].lower in _DETERMINERS or tokens[n].lower in PERSON | SPOKES)

    def _phrase_start(self, tokens: Sequence[Token], last: int) -> int:
        first = last
        while first > 0 and last - first < 6:
            if tokens[first].lower in _DETERMINERS or _is_border(tokens[first - 1]):
                break
            if tokens[first - 1].lower in _PREPOSITIONS:
                break
            first -= 1
        return first

    def _phrase(self, tokens: Sequence[Token], first: int, last: int) -> Speaker | None:
        """Who is meant by a description: "the couple", "the organization", "Japan's president", "a relative"."""
        words = [t.lower for t in tokens[first : last + 1]]
        if not words or not words[-1][0].isalnum():
            return None
        head, at = words[-1], tokens[first].start
        definite = words[0] in {"the", "his", "her", "their", "its"} or any(w.endswith(("'s", "’s")) for w in words)
        if head in {"he", "she", "they", "it"}:
            return self._pronoun(tokens[last])
        if head in COUPLE and words[0] == "the":
            return self.cast.couple_before(at)
        if head in SPOKES:
            return self._spokes(tokens[first : last + 1], tokens[last])
        if head in DOCUMENTS:
            owner = self._owner(tokens[first : last + 1])
            return owner or (self.stage.last if definite else ())
        if definite and head in ORGANISATION:
            bare = len(words) == 2
            return self._organisation(head, at, bare=bare) or (self._words(tokens, first, last),)
        if definite and (head in PERSON or "year-old" in head):
            if words[0] == "the" and self._introduced(" ".join(words[1:]), at):
                return (self._words(tokens, first, last),)
            return self._titled(head, at) or self._person(at, _sex_of(head)) or (self._words(tokens, first, last),)
        if head in CUES_OF_SUBJECTS or len(words) > 7 or not _is_noun_phrase(words, tokens[first : last + 1]):
            return None
        return (self._words(tokens, first, last),)

    def _words(self, tokens: Sequence[Token], first: int, last: int) -> str:
        return " ".join(self.cast.text[tokens[first].start : tokens[last].end].split())

    def _spokes(self, tokens: Sequence[Token], head: Token) -> Speaker:
        organisation = [m for m in self.cast.within(tokens[0].start, head.start) if m.kind == "organisation"]
        if organisation:
            return (organisation[-1].name,)
        behind = self.cast.within(head.end, head.end + 24)
        tie = re.compile(r"\s(?:for|of)\s(?:the\s)?").match(self.cast.text, head.end)
        if tie and behind and behind[0].start == tie.end():
            return (behind[0].name,)
        inner = [t.word for t in tokens[:-1] if t.lower not in _DETERMINERS]
        if inner and tokens[0].lower != "the":
            return (" ".join(inner),)
        if self.stage.last and self.stage.last_kind in {"organisation", ""} and tokens[0].lower == "the" and not inner:
            return self.stage.last
        return (" ".join(inner),) if inner else (" ".join(t.word for t in tokens),)

    def _owner(self, tokens: Sequence[Token]) -> Speaker:
        for token in tokens:
            mention = self._named_starting(token)
            if mention:
                return (mention.name,)
            if token.lower in {"his", "her"}:
                return self._person(token.start, "male" if token.lower == "his" else "female") or ()
        return ()

    def _organisation(self, head: str, at: int, *, bare: bool) -> Speaker | None:
        """The last organisation whose name has the noun in it; for "the group" alone, else the last one that spoke.

        "The German foreign ministry" says by itself who is meant.
        """
        recent = [m for m in self.cast.within(max(0, at - 4000), at) if m.kind in {"organisation", "place", "work"}]
        for mention in reversed(recent):
            if head in mention.name.casefold().split():
                return (mention.name,)
        if not bare or head not in GENERIC:
            return None
        if self.stage.last_kind == "organisation":
            return self.stage.last
        near = [m for m in recent if m.kind == "organisation" and m.start >= self._reach(at)]
        told = Counter(m.name for m in self.cast.within(0, at))
        return (max(near, key=lambda m: (told[m.name], m.start)).name,) if near else None

    def _introduced(self, noun: str, at: int) -> bool:
        """Whether the article has spoken of "a flight attendant" before "the flight attendant": nobody with a name."""
        lead = self.cast.text[max(0, at - _FAR) : at].casefold()
        return f" a {noun}" in lead or f" an {noun}" in lead

    def _titled(self, head: str, at: int) -> Speaker | None:
        """The last person before whose name the title stands: "President Ada Lund" for "the president"."""
        for mention in reversed(self.cast.within(max(0, at - 6000), at)):
            if mention.kind == "person":
                lead = self.cast.text[max(0, mention.start - 24) : mention.start].casefold().split()[-2:]
                if head in lead or head in mention.name.casefold().split():
                    return (mention.name,)
        return None

    def _pronoun(self, token: Token) -> Speaker:
        stage = self.stage
        if token.lower in {"he", "she"}:
            return self._person(token.start, "male" if token.lower == "he" else "female") or ()
        if token.lower == "it":
            if stage.last_kind == "organisation":
                return stage.last
            near = [m for m in self.cast.within(self._reach(token.start), token.start) if m.kind == "organisation"]
            if self._told(token.start, _DOCUMENT):
                return stage.last
            return (near[-1].name,) if near and len({m.name for m in near}) == 1 else ()
        if stage.last_kind == "couple":
            return stage.last
        if self._told(token.start, _COUPLE):
            return self.cast.couple_before(token.start)
        near_people = {m.name for m in self.cast.within(self._reach(token.start), token.start) if m.kind == "person"}
        couple = self.cast.couple_before(token.start)
        return couple if couple and near_people <= set(couple) else ()

    def _person(self, at: int, sex: Sex | None) -> Speaker | None:
        """Who a pronoun stands for: the last speaker, or the subject of the nearest sentence that names
        somebody who fits.
        """
        last, last_end = self.stage.last, self.stage.last_end
        fits = len(last) == 1 and last_end <= at and self._may_be(last[0], sex)
        for start, stop in reversed(self.stage.prose[-_REACH - 1 :]):
            if fits and last_end >= start:
                return last
            people = [
                m for m in self.cast.within(start, min(stop, at)) if m.kind == "person" and self._may_be(m.name, sex)
            ]
            if people:
                plain = [m for m in people if self.cast.text[m.end : m.end + 2] not in {"'s", "’s"}]
                return ((plain or people)[0].name,)
        if fits and self.stage.last_kind == "person" and at - last_end < _FAR:
            everybody = {m.name for m in self.cast.within(last_end, at) if m.kind == "person"}
            return last if everybody <= set(last) else None
        return None

    def _may_be(self, name: str, sex: Sex | None) -> bool:
        """Whether the name, or the description of somebody unnamed, fits a pronoun."""
        return self.cast.kinds.get(name, "person") == "person" and self.cast.fits(name, sex)

    def _told(self, at: int, pattern: re.Pattern[str]) -> bool:
        """Whether the sentences that a pronoun looks back to speak of such a thing."""
        return any(pattern.search(self.cast.text, start, min(stop, at)) for start, stop in self.stage.prose[-_REACH:])

    def _reach(self, at: int) -> int:
        """Where the sentence begins that a pronoun may still look back to."""
        prose = self.stage.prose[-_REACH - 1 :]
        return prose[0][0] if prose else max(0, at - 400)

    def _named_ending(self, token: Token) -> Named | None:
        for mention in self.cast.within(max(0, token.end - 80), token.end):
            if mention.start <= token.start < mention.end:
                return mention
        return None

    def _named_starting(self, token: Token) -> Named | None:
        found = self.cast.within(token.start, token.end)
        return found[0] if found else None

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
            if re.fullmatch(r",?\s(?:and|&)\s(?:(?:his|her)\s(?:\w+\s)?\w+,?\s)?", between):
                return (others[-1].name, mention.name)
        return (mention.name,)

    def _with_partners_behind(self, mention: Named) -> Speaker:
        others = self.cast.within(mention.end, mention.end + 60)
        if others and others[0].kind == mention.kind and others[0].name != mention.name:
            between = self.cast.text[mention.end : others[0].start]
            if re.fullmatch(r",?\s(?:and|&)\s(?:(?:his|her)\s(?:\w+\s)?\w+,?\s)?", between):
                return (mention.name, others[0].name)
        return (mention.name,)


def _is_noun_phrase(words: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Whether words that no list knows can be somebody: "a relative", "Other staffers", "villagers"."""
    if words[-1] in _NOBODY or words[-1].endswith(("ed", "ly", "ing")):
        return False
    return (
        words[0] in _DETERMINERS
        or any(t.word[0].isupper() for t in tokens)
        or words[-1].endswith("s")
        or words[-1] in _HEADS
    )


def _is_adverb(token: Token) -> bool:
    return token.word.endswith("ly") and token.word.islower()


def _is_border(token: Token) -> bool:
    return not token.word[0].isalnum() or token.lower in _BORDERS


def _sex_of(noun: str) -> Sex | None:
    return "female" if noun in FEMALE else "male" if noun in MALE else None
