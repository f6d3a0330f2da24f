"""Which person a written form means: "Kutcher", "Ashton", "A. Kutcher" and "Ashton Kutcher" are one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tui.facts.names.gazetteers import Gazetteers
from tui.facts.names.keys import Slips, misspelt, one_slip, parts
from tui.facts.names.written_forms import by_nickname


class Place(NamedTuple):
    """Where a name stands: article, then code point."""

    article: int
    start: int


class People:
    """The people of a story, from the forms in which they are named (`forms`: text to its number of places)."""

    def __init__(self, forms: Mapping[str, int], gazetteers: Gazetteers) -> None:
        self._forms = forms
        self._parts = {form: parts(form) for form in forms}
        self._full = sorted(form for form, own in self._parts.items() if len(own) > 1)
        self._group = {form: form for form in self._full}
        self._gazetteers = gazetteers
        self._slips = Slips(word for own in self._parts.values() for word in own[1:] or own)
        self._folded = Slips(form.casefold() for form in forms)
        for a, b in self._pairs():
            if self._same(a, b):
                self._join(a, b)
        self._join_nicknames()
        groups: dict[str, list[str]] = {}
        for form in self._full:
            groups.setdefault(self._root(form), []).append(form)
        self._canonical = {
            form: max(members, key=lambda m: (forms[m], len(parts(m)) - len(m.split()), len(m), m))
            for members in groups.values() for form in members
        }  # fmt: skip
        self._by_last: dict[str, set[str]] = {}
        self._by_first: dict[str, set[str]] = {}
        for form in self._full:
            own = self._parts[form]
            self._by_first.setdefault(own[0], set()).add(self._canonical[form])
            for part in own[1:] or own:
                self._by_last.setdefault(part, set()).add(self._canonical[form])

    def _join_nicknames(self) -> None:
        """'Robert "Bob" Hale' is "Robert Hale" and "Bob Hale"."""
        short: dict[str, list[str]] = {}
        for form in self._full:
            short.setdefault(" ".join(self._parts[form]), []).append(form)
        for form in self._full:
            called = by_nickname(form)
            for other in short.get(" ".join(parts(called)), ()) if called else ():
                self._join(form, other)

    def candidates(self, form: str) -> list[str]:
        """The canonical names that a form can mean, sorted; itself where it is nobody else's short form."""
        if form in self._canonical:
            return [self._canonical[form]]
        own = self._parts.get(form) or parts(form)
        if len(own) > 1:
            return [form]
        word = own[0]
        near = [last for last in self._slips.near(word) if one_slip(last, word)]
        slips = {name for last in near for name in self._by_last.get(last, ())}
        unknown = not self._gazetteers.kinds(word)
        found = self._by_last.get(word) or self._by_first.get(word) or (slips if unknown else None) or self._alone(form)
        initial = form.split()[0].rstrip(".")
        if len(initial) == 1 and " " in form:
            found = {name for name in found if name[0] == initial} or {form}
        return sorted(found)

    def _alone(self, form: str) -> set[str]:
        """A single name that belongs to nobody's full name: itself, or the commoner name it misspells."""
        low, places = form.casefold(), self._forms.get(form, 0)
        close = {near for near in self._folded.near(low) if misspelt(near, low, self._gazetteers)}
        near = [f for f, n in self._forms.items() if n > places and f.casefold() in close] if close else []
        return {near[0] if len(near) == 1 else form}

    def is_surname(self, form: str) -> bool:
        """Whether a single word is the last name of somebody who is named in full."""
        return form.casefold() in self._by_last

    def is_first_name(self, form: str) -> bool:
        return form.casefold() in self._by_first

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """The pairs of full names that share their first and another word, or are a slip apart."""
        shared: dict[tuple[str, str], list[str]] = {}
        spelt: dict[str, list[str]] = {}
        for form in self._full:
            own = self._parts[form]
            spelt.setdefault(" ".join(own), []).append(form)
            for part in dict.fromkeys(own[1:]):
                shared.setdefault((own[0], part), []).append(form)
        for forms in shared.values():
            yield from combinations(forms, 2)
        slips = Slips(spelt)
        for name, forms in spelt.items():
            yield from ((forms[0], spelt[other][0]) for other in slips.near(name))

    def _same(self, a: str, b: str) -> bool:
        shorter, longer = sorted((self._parts[a], self._parts[b]), key=len)
        if shorter[0] == longer[0] and (shorter[-1] == longer[-1] or _is_subsequence(shorter, longer)):
            return True
        return misspelt(" ".join(shorter), " ".join(longer), self._gazetteers)

    def _root(self, form: str) -> str:
        while self._group[form] != form:
            form = self._group[form]
        return form

    def _join(self, a: str, b: str) -> None:
        first, second = sorted((self._root(a), self._root(b)))
        self._group[second] = first


def _is_subsequence(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(part in rest for part in short)


def nearest(place: Place, candidates: Sequence[str], known: Mapping[str, Sequence[int]]) -> str:
    """The candidate named last before a place in its article, else first after it, else the first of all.

    `known`: for each candidate the code points, ascending, where that article names it beyond doubt.
    """
    best: Counter[str] = Counter()
    for name in candidates:
        at = known.get(name, ())
        i = bisect_left(at, place.start)
        if i:
            best[name] = -(place.start - at[i - 1])
        elif at:
            best[name] = -10_000_000 - at[0]
        else:
            best[name] = -1_000_000_000
    return max(sorted(best), key=best.__getitem__)
