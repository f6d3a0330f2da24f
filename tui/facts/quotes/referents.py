"""Who is meant by a description or a pronoun: "the couple", "the organization", "he", "the statement".

A description that no name fits stands for itself, in its words; a pronoun that nobody surely fits for nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui.facts.quotes.cast import Sex
from tui.facts.quotes.cues import (
    COUPLE,
    CUES_OF_SUBJECTS,
    DETERMINERS,
    DOCUMENTS,
    FEMALE,
    GENERIC,
    HEADS,
    MALE,
    ORGANISATION,
    PERSON,
    SPOKES,
)
from tui.facts.quotes.prose import Speaker, Stage, Token

_NOBODY = (DETERMINERS - {"one"}) | frozenset("sometimes always perhaps besides often him them me us you this".split())
_COUPLE = re.compile(r"\b[Tt]he (?:couple|pair|duo|two)\b")
_DOCUMENT = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|Facebook) (?:statement|letter|post|tweet|message|memo)\b")
_OWNS = re.compile(r"['’]s?\s(?:[\w-]{1,20}\s){0,2}")
_OWNER = 60
"""Code points before a document in which its owner's name begins."""
_REACH = 3
"""Sentences that a pronoun looks back."""
_FAR = 1500
"""Code points over which "he" may still be the last speaker, where nobody else was named between."""
_EARLIER = 6000
"""Code points over which "the president" looks for its name: far enough for any article, and a bound on time."""


class Referents:
    """Reads descriptions and pronouns against what has been told."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.cast = stage.cast

    def phrase(self, tokens: Sequence[Token], first: int, last: int) -> Speaker | None:
        """Who is meant by a description: "the couple", "the organization", "Japan's president", "a relative"."""
        words = [t.lower for t in tokens[first : last + 1]]
        if not words or not words[-1][0].isalnum():
            return None
        head, at = words[-1], tokens[first].start
        definite = words[0] in {"the", "his", "her", "their", "its"} or any(w.endswith(("'s", "’s")) for w in words)
        if head in {"he", "she", "they", "it"}:
            return self.pronoun(tokens[last])
        if head in COUPLE and words[0] == "the":
            return self.cast.couple_before(at)
        if head in SPOKES:
            return self._spokes(tokens[first : last + 1], tokens[last])
        if head in DOCUMENTS:
            owner = self._owner(tokens[first : last + 1])
            return owner or ((self._written_by(head, at) or self.stage.last) if definite else ())
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
        inner = [t.word for t in tokens[:-1] if t.lower not in DETERMINERS]
        if inner and tokens[0].lower != "the":
            return (" ".join(inner),)
        if self.stage.last and self.stage.last_kind in {"organisation", ""} and tokens[0].lower == "the" and not inner:
            return self.stage.last
        return (" ".join(inner),) if inner else (" ".join(t.word for t in tokens),)

    def _owner(self, tokens: Sequence[Token]) -> Speaker:
        for token in tokens:
            mention = self.cast.starting_in(token.start, token.end)
            if mention:
                return (mention.name,)
            if token.lower in {"his", "her"}:
                return self._person(token.start, "male" if token.lower == "his" else "female") or ()
        return ()

    def _written_by(self, document: str, at: int) -> Speaker | None:
        """Whose "the letter" is, where it was spoken of before: "Lund's letter of resignation"."""
        first = max(0, at - _FAR)
        for told in reversed(list(re.finditer(rf"\b{document}\b", self.cast.text[first:at], re.IGNORECASE))):
            start = first + told.start()
            owner = next(reversed(self.cast.within(max(0, start - _OWNER), start)), None)
            if owner and owner.kind == "person" and _OWNS.fullmatch(self.cast.text, owner.end, start):
                return (owner.name,)
        return None

    def _organisation(self, head: str, at: int, *, bare: bool) -> Speaker | None:
        """The last organisation whose name has the noun in it; for "the group" alone, else the last one that spoke.

        "The German foreign ministry" says by itself who is meant.
        """
        recent = [m for m in self.cast.within(max(0, at - _EARLIER), at) if m.kind in {"organisation", "place", "work"}]
        for mention in reversed(recent):
            if head in mention.name.casefold().split():
                return (mention.name,)
        if not bare or head not in GENERIC:
            return None
        if self.stage.last_kind == "organisation":
            return self.stage.last
        near = [m for m in recent if m.kind == "organisation" and m.start >= self._reach(at)]
        told = Counter(m.name for m in recent)
        return (max(near, key=lambda m: (told[m.name], m.start)).name,) if near else None

    def _introduced(self, noun: str, at: int) -> bool:
        """Whether the article has spoken of "a flight attendant" before "the flight attendant": nobody with a name."""
        lead = self.cast.text[max(0, at - _FAR) : at].casefold()
        return f" a {noun}" in lead or f" an {noun}" in lead

    def _titled(self, head: str, at: int) -> Speaker | None:
        """The last person before whose name the title stands: "President Ada Lund" for "the president"."""
        for mention in reversed(self.cast.within(max(0, at - _EARLIER), at)):
            if mention.kind == "person":
                lead = self.cast.text[max(0, mention.start - 24) : mention.start].casefold().split()[-2:]
                if head in lead or head in mention.name.casefold().split():
                    return (mention.name,)
        return None

    def pronoun(self, token: Token) -> Speaker:
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
            near = self.cast.within(max(start, at - _EARLIER), min(stop, at))
            people = [m for m in near if m.kind == "person" and self._may_be(m.name, sex)]
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
        prose = self.stage.prose[-_REACH:]
        return any(pattern.search(self.cast.text, max(start, at - _FAR), min(stop, at)) for start, stop in prose)

    def _reach(self, at: int) -> int:
        """Where the sentence begins that a pronoun may still look back to."""
        prose = self.stage.prose[-_REACH - 1 :]
        return prose[0][0] if prose else max(0, at - 400)


def _is_noun_phrase(words: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Whether words that no list knows can be somebody: "a relative", "Other staffers", "villagers"."""
    if (
        words[-1] in _NOBODY
        or words[-1].endswith(("ed", "ly", "ing"))
        or words[0] in {"he", "she", "it", "they", "i", "we"}
    ):
        return False
    if words[-1] not in HEADS and any(w.endswith(("'s", "’s")) for w in words):
        return False  # "Lund's offer" says nothing; "Lund's agent" does
    return (
        words[0] in DETERMINERS
        or any(t.word[0].isupper() for t in tokens)
        or words[-1].endswith("s")
        or words[-1] in HEADS
    )


def _sex_of(noun: str) -> Sex | None:
    return "female" if noun in FEMALE else "male" if noun in MALE else None
