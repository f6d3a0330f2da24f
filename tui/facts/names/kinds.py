"""One kind for each written form: the recogniser's votes over the whole story against the text's own cues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.facts.names import lexicon
from tui.facts.names.cues import cues, inherent
from tui.facts.names.keys import Slips, key, misspelt
from tui.facts.names.persons import People
from tui.facts.names.story import Kind, Spot, Story

_VOTES = 6.0
"""What the recogniser's votes weigh together; a strong cue weighs a little more."""
_MOST_OF_A_CUE = 18
_TITLE = 8.0
_KNOWN_PERSON = 10
_COMPANY = 3
_SURE = 7
"""Points of cues that leave no doubt."""
_LISTS = frozenset({"and", "&"})
_ENOUGH = 3
"""Points that make a common word with a capital a name."""
_OFTEN = 3
"""Places that do."""
_RARE = 2
"""Places of a form that may be a misspelling."""
_SHORT_FORM = 8
_GENERIC = lexicon.ORGANISATION_HEADS | lexicon.PLACE_HEADS
_OUTLET = 8.0
_ORDER: tuple[Kind, ...] = ("PER", "ORG", "LOC", "WORK", "MISC")


@dataclass
class Form:
    """A key with all its places."""

    texts: Counter[str] = field(default_factory=Counter)
    votes: Counter[str] = field(default_factory=Counter)
    cues: Counter[str] = field(default_factory=Counter)
    own: Counter[str] = field(default_factory=Counter)
    """Points from the name's own words."""
    words: tuple[str, ...] = ()
    longest: int = 0
    """Words."""


def gather(story: Story, spots: Iterable[Spot]) -> dict[str, Form]:
    """The forms of a story by key."""
    forms: dict[str, Form] = {}
    spots = list(spots)
    people = {(s.article, s.sentence, edge) for s in spots if s.kind == "PER" for edge in (s.first, -s.last)}
    lows = [[[w.lower() for w in sentence] for sentence in article] for article in story.words]
    for spot in spots:
        text = story.text(spot)
        form = forms.setdefault(key(text), Form())
        form.texts[text] += 1
        form.votes[spot.kind] += 1
        words = tuple(story.words_of(spot))
        form.longest = max(form.longest, spot.last - spot.first)
        form.words = min(form.words or words, words)
        is_place = story.model.gazetteers.knows_place(" ".join(words).lower())
        form.cues.update(cues(lows[spot.article][spot.sentence], spot.first, spot.last, is_place=is_place))
        form.cues["PER"] += _beside_people(spot, story.words[spot.article][spot.sentence], people)
    for form in forms.values():
        form.own = inherent(form.words, story.model.gazetteers)
    return forms


def _beside_people(spot: Spot, words: list[str], people: set[tuple[int, int, int]]) -> int:
    """Points for standing in a list with a person: "Nora Bell and Owen Pike"."""
    place = spot.article, spot.sentence
    before = spot.first > 1 and words[spot.first - 1] in _LISTS and (*place, 1 - spot.first) in people
    after = spot.last + 1 < len(words) and words[spot.last] in _LISTS and (*place, spot.last + 1) in people
    return _COMPANY * (before + after)


def decide(forms: dict[str, Form], story: Story) -> dict[str, Kind]:
    """The kind of every form; full names first, since they tell what their short forms are."""
    gazetteers = story.model.gazetteers
    for k, form in forms.items():
        tail = forms.get(k.split()[-1])
        if form.longest > 1 and tail is not None and tail.longest == 1 and _is_surely_person(tail):
            form.own["PER"] += _KNOWN_PERSON  # "Kunis said" tells that Mila Kunis is no team of Mila
    full = {k: _best(k, form, 0.0) for k, form in forms.items() if form.longest > 1}
    names = {text: n for k, form in forms.items() if full.get(k) == "PER" for text, n in form.texts.items()}
    people = People(names, gazetteers)
    tails = {k.split()[-1] for k, kind in full.items() if kind == "ORG"} - _GENERIC
    kinds: dict[str, Kind] = {}
    for k, form in forms.items():
        if k in full:
            kinds[k] = full[k]
        else:
            bonus = _KNOWN_PERSON if people.is_surname(k) else _KNOWN_PERSON / 2 if people.is_first_name(k) else 0.0
            form.own["ORG"] += _SHORT_FORM * (k in tails)
            kinds[k] = _best(k, form, bonus)
    _follow_misspellings(kinds, forms, story)
    return kinds


def _is_surely_person(form: Form) -> bool:
    """Whether both the recogniser and the words around say so."""
    return form.votes["PER"] * 2 > sum(form.votes.values()) and form.cues["PER"] >= _SURE


def is_word(form: Form, kind: Kind, story: Story) -> bool:
    """Whether a single common word with a capital ("the Zoo", "God") is no name: nothing else speaks for one."""
    gazetteers = story.model.gazetteers
    word = form.words[0].lower()
    lower = word in story.surroundings.lower
    if form.longest > 1 or kind == "WORK" or gazetteers.is_name(word) or not (lower or gazetteers.is_common(word)):
        return False
    if word in lexicon.PUBLISHERS | lexicon.SERVICES or form.cues[kind] + form.own[kind] >= _ENOUGH:
        return False
    return lower or sum(form.texts.values()) < _OFTEN


def _follow_misspellings(kinds: dict[str, Kind], forms: dict[str, Form], story: Story) -> None:
    """A form that is one slip away from a more frequent one is of its kind."""
    places = {k: sum(form.texts.values()) for k, form in forms.items()}
    rare = sorted(k for k in forms if places[k] <= _RARE)
    slips = Slips(k for k in forms if places[k] > 1)
    for k in rare:
        same = [o for o in slips.near(k) if places[o] > places[k] and misspelt(k, o, story.model.gazetteers)]
        if len(same) == 1:
            kinds[k] = kinds[same[0]]


def _best(name: str, form: Form, person: float) -> Kind:
    total = sum(form.votes.values())
    scores: dict[Kind, float] = {}
    for kind in _ORDER:
        told = max(-_MOST_OF_A_CUE, min(form.cues[kind], _MOST_OF_A_CUE))
        scores[kind] = _VOTES * form.votes[kind] / total + form.own[kind] + told
    scores["PER"] += person
    if form.votes["WORK"]:
        scores["WORK"] += _TITLE
    first = name.split()[0]
    if first in lexicon.SERVICES or (first in lexicon.PUBLISHERS and not scores["PER"] > _VOTES):
        scores["ORG"] += _OUTLET
    return max(_ORDER, key=scores.__getitem__)
