"""Setting right by hand what an article is taken to claim: values, speakers, types, names, its date and outlet.

It asks and keeps; what follows from a correction is found by comparing again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from tui.article import Article, Role
from tui.corrections import (
    ArticleSet,
    Correction,
    FactSet,
    LinkSet,
    NamesSet,
    RoleSet,
    Standing,
    normalised,
    paragraphs,
    standing,
)
from tui.facts import NAME_TYPES, FactType, Mention
from tui.frozen import dataclass
from tui.safe import safe_line
from tui.screens.asking_about import A_DATE, NAMES, as_date, ask, no_date, offer
from tui.screens.choice import Choice
from tui.screens.texts import TextsScreen
from tui.widgets.fact_entries import TYPES
from tui.widgets.paint import fit

_SAID: tuple[FactType, ...] = ("quote", "statement")
ROLES: dict[Role, str] = {
    "body": "Story",
    "headline": "Headline",
    "caption": "Caption",
    "promo": "Promo: advertising, read more, sign up",
    "byline": "Byline",
    "date": "Date line",
}
"""What a paragraph can be set to."""
_LONGEST = 26
"""Cells of what is quoted in a choice: with more its end has no room."""


@dataclass(frozen=True)
class Claim:
    """What one article says of the thing that was chosen."""

    side: str
    """`A`, `B`, or nothing where there is one article only."""
    article: Article
    type: FactType
    mentions: tuple[Mention, ...]
    speaker: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return f"{self.side}: " if self.side else ""

    @property
    def value(self) -> str:
        return self.mentions[0].value


class SettingRight(TextsScreen):
    """Screens of texts whose facts can be corrected."""

    def claims(self) -> Sequence[Claim]:
        """What the sides say of the fact that is chosen; none where none is."""
        raise NotImplementedError

    def names(self, of: FactType) -> Sequence[Claim]:
        """The names of a type on this screen, each once."""
        raise NotImplementedError

    def told(self) -> Sequence[tuple[str, Article]]:
        """The articles of the screen with their sides."""
        raise NotImplementedError

    def corrected(self, what: str) -> None:
        """Finds everything anew, after the reader set something right or took it back."""
        raise NotImplementedError

    def keep_corrections(self, corrections: Sequence[Correction], what: str) -> None:
        """Keeps them as one act."""
        done: list[object] = []
        if not self.kept(lambda: done.append(self.session.library.corrections.make_all(corrections, what))):
            return
        if done[0] is None:
            self.hint("It stands like that already")
        else:
            self.corrected(f"{what.capitalize()}: u undoes")

    def action_set_right(self) -> None:
        """Asks what is to be set right."""
        offers: dict[str, Callable[[], None]] = {}
        for claim in self.claims():
            offers |= self._offers(claim)
        for side, article in self.told():
            for field in NAMES:
                whose = f"{side}'s" if side else "the"
                offers[offer(article, field, whose)] = partial(ask, self, article, field, self._keep_about)
        for correction in self._standing_here():
            offers[f"Take back: {_told(correction)}"] = self._withdraws(correction)
        labels = list(offers)

        def take(taken: list[str] | None) -> None:
            if taken:
                offers[labels[int(taken[0])]]()

        choices = [Choice(str(n), label) for n, label in enumerate(labels)]
        self.let_choose("Set right by hand (u undoes)", choices, take)

    def _offers(self, claim: Claim) -> dict[str, Callable[[], None]]:
        what = _quoted(claim.mentions[0])
        offers: dict[str, Callable[[], None]] = {
            f"{claim.label}“{what}” is wrong: it claims no such thing": lambda: self._set(claim, "wrong", wrong=True)
        }
        if claim.type not in _SAID:
            offers[f"{claim.label}another value than {safe_line(claim.value)[:_LONGEST]} …"] = lambda: self._ask_value(
                claim
            )
        else:
            who = safe_line(", ".join(claim.speaker)) or "nobody"
            offers[f"{claim.label}another speaker than {who[:_LONGEST]} …"] = lambda: self._ask_speaker(claim)
        offers[f"{claim.label}another type than {claim.type} …"] = lambda: self._ask_type(claim)
        if claim.type in NAME_TYPES:
            offers[f"{claim.label}{safe_line(claim.value)[:_LONGEST]} is the same as …"] = lambda: self._ask_name(claim)
            offers |= self._offers_to_part(claim)
        return offers

    def _offers_to_part(self, claim: Claim) -> dict[str, Callable[[], None]]:
        """For each other way of writing the name in the article, and for the other article's: that it is another's."""
        offers: dict[str, Callable[[], None]] = {}
        first, *others = _ways(claim)
        for other in others:
            label = f"{claim.label}“{_quoted(other)}” is not the same as “{_quoted(first)}”"
            offers[label] = self._parts(standing(claim.article, first), standing(claim.article, other))
        apart = [between(claim, other) for other in self.claims() if other.side > claim.side]
        for pair in apart:
            if pair is not None:
                offers[f"A's {_quoted(first)} and B's are not the same one"] = self._parts(*pair)
        return offers

    def _parts(self, a: Standing, b: Standing) -> Callable[[], None]:
        return lambda: self.keep_corrections([NamesSet(a, b, joined=False)], "parted two names")

    def _set(self, claim: Claim, what: str, **values: Any) -> None:
        """Keeps one correction for each mention, with what was set right of it before."""
        known = [c for c in self.session.corrections_of([claim.article]) if isinstance(c, FactSet)]
        made = []
        for mention in claim.mentions:
            at = standing(claim.article, mention)
            before = (c for c in known if c.at == at and (c.right_type or c.type) == claim.type)
            made.append(replace(next(before, FactSet(at, claim.type)), **values))
        self.keep_corrections(made, f"set right: {what}")

    def _ask_value(self, claim: Claim) -> None:
        def take(value: str | None) -> None:
            if value is not None and value.strip():
                self._set(claim, "another value", value=_checked(claim, value.strip()))

        title = f"{claim.label}what “{safe_line(claim.mentions[0].text)[:40]}” comes to"
        if claim.type == "date":
            self.let_write(title, safe_line(claim.value), take, check=no_date, form=A_DATE)
        else:
            self.let_write(title, safe_line(claim.value), take)

    def action_set_role(self) -> None:
        """Asks what the paragraph is in which the reader stands."""
        place, told = self.texts.here, self.told()
        side, article = told[0] if place[0] == "a" else told[-1]
        if not article.sentences:
            return
        sentence = article.sentences[place[1]]
        choices = [Choice(role, words, role == sentence.role) for role, words in ROLES.items()]

        def take(names: list[str] | None) -> None:
            role = next((role for role in ROLES if names == [role]), None)
            if role is not None:
                made = RoleSet(paragraphs(article)[sentence.paragraph], role)
                self.keep_corrections([made], "set what a paragraph is")

        whose = f" of {side}" if side else ""
        self.let_choose(f"What this paragraph{whose} is (u undoes)", choices, take)

    def _ask_speaker(self, claim: Claim) -> None:
        def take(names: str | None) -> None:
            if names is not None:
                who = tuple(name.strip() for name in names.split(",") if name.strip())
                self._set(claim, "another speaker", speaker=who)

        self.let_write(f"{claim.label}who says it", safe_line(", ".join(claim.speaker)), take)

    def _ask_type(self, claim: Claim) -> None:
        choices = [Choice(name, name, name == claim.type) for name in TYPES]

        def take(names: list[str] | None) -> None:
            kind = next((name for name in TYPES if names == [name]), None)
            if kind is not None and kind != claim.type:
                self._set(claim, "another type", right_type=kind)

        self.let_choose(f"{claim.label}what it is", choices, take)

    def _ask_name(self, claim: Claim) -> None:
        """Those of the same type come first; a person taken for a place can be joined to the person all the same."""
        kinds = sorted((kind for kind in TYPES if kind in NAME_TYPES), key=lambda kind: kind != claim.type)
        others = [other for kind in kinds for other in self.names(kind) if other.value != claim.value]
        if not others:
            return self.hint("There is no other name here")
        choices = [Choice(str(n), _label(other, claim)) for n, other in enumerate(others)]

        def take(taken: list[str] | None) -> None:
            if taken:
                other = others[int(taken[0])]
                pair = standing(claim.article, claim.mentions[0]), standing(other.article, other.mentions[0])
                self.keep_corrections([NamesSet(*pair)], "joined two names")

        self.let_choose(f"{safe_line(claim.value)[:40]} is the same as", choices, take)
        return None

    def _keep_about(self, correction: ArticleSet) -> None:
        self.keep_corrections([correction], f"set the {NAMES[correction.field]} of an article")

    def _standing_here(self) -> Sequence[Correction]:
        return self.session.corrections_of([article for _, article in self.told()])

    def _withdraws(self, correction: Correction) -> Callable[[], None]:
        def withdraw() -> None:
            if self.kept(lambda: self.session.library.corrections.withdraw(correction)):
                self.corrected("Taken back: u undoes")

        return withdraw


def _ways(claim: Claim) -> list[Mention]:
    """The ways in which an article writes a name, the longest first."""
    ways = {normalised(mention.text): mention for mention in reversed(claim.mentions)}
    return [ways[words] for words in sorted(ways, key=lambda words: (-len(words), words))]


def between(claim: Claim, other: Claim) -> tuple[Standing, Standing] | None:
    """Where each of two articles has the name; `None` where it stands in the same sentences of both."""
    here, there = ([standing(of.article, m) for m in of.mentions] for of in (claim, other))
    own = [at for at in here if at not in there] or here
    return next(((a, b) for a in own for b in there if a != b and b not in here), None)


def _label(other: Claim, claim: Claim) -> str:
    kind = "" if other.type == claim.type else f" ({other.type})"
    return f"{other.label}{safe_line(other.value)}{kind}"


def _quoted(mention: Mention) -> str:
    return fit(safe_line(mention.text), _LONGEST).rstrip()


def _checked(claim: Claim, value: str) -> str:
    """The value as it is compared: a bare number gets the unit of the one before."""
    if claim.type == "date":
        return as_date(value) or value
    bare = value.replace(",", "")
    if (
        claim.type in ("quantity", "age")
        and bare.replace(".", "", 1).isascii()
        and bare.replace(".", "", 1).isdecimal()
    ):
        return f"{bare} {claim.value.partition(' ')[2]}".strip()
    return value


def _told(correction: Correction) -> str:
    """A correction in a few words."""
    if isinstance(correction, LinkSet):
        return f"{'linked' if correction.linked else 'unlinked'} “{safe_line(correction.a)[:30]}…”"
    if isinstance(correction, FactSet):
        right = "wrong" if correction.wrong else correction.value or correction.right_type
        who = ", ".join(correction.speaker or ())
        return f"“{safe_line(correction.at.words)[:30]}” is {safe_line(right or f'said by {who}')[:30]}"
    if isinstance(correction, NamesSet):
        how = "is" if correction.joined else "is not"
        return f"{safe_line(correction.a.words)[:30]} {how} {safe_line(correction.b.words)[:30]}"
    if isinstance(correction, RoleSet):
        return f"“{safe_line(correction.paragraph)[:30]}…” is {correction.role}"
    return f"the {NAMES[correction.field]} is {safe_line(correction.value)[:30] or 'not known'}"
