"""The canonical name of each place of a name: short forms, misspellings and abbreviations joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tui.facts.names import lexicon
from tui.facts.names.acronyms import introduced
from tui.facts.names.keys import Slips, initials, key, misspelt, written_out
from tui.facts.names.persons import People, Place, nearest
from tui.facts.names.story import Kind, Spot, Story


def canonical_names(story: Story, spots: Sequence[Spot], kinds: dict[str, Kind]) -> list[str]:
    """The canonical name of each place."""
    texts = [story.text(spot) for spot in spots]
    people = Counter(text for text in texts if kinds[key(text)] == "PER")
    others = Counter(text for text in texts if kinds[key(text)] != "PER")
    crowd = People(people, story.model.gazetteers)
    things = _canonical_things(others, kinds, story, introduced(story, spots))
    sure: dict[tuple[int, str], list[int]] = defaultdict(list)
    meant = [crowd.candidates(text) if text in people else [things[text]] for text in texts]
    starts = [story.span(spot).start for spot in spots]
    for spot, start, names in zip(spots, starts, meant, strict=True):
        if len(names) == 1:
            sure[spot.article, names[0]].append(start)
    return [
        names[0]
        if len(names) == 1
        else nearest(Place(spot.article, start), names, {n: sure.get((spot.article, n), []) for n in names})
        for spot, start, names in zip(spots, starts, meant, strict=True)
    ]


def _canonical_things(
    texts: Counter[str], kinds: dict[str, Kind], story: Story, told: Mapping[str, str]
) -> dict[str, str]:
    """For each form of an organisation, place or work its canonical one: the commonest of its key or misspelling."""
    groups: dict[str, list[str]] = defaultdict(list)
    for text in sorted(texts):
        groups[key(text)].append(text)
    order = sorted(groups, key=lambda k: (-sum(texts[t] for t in groups[k]), k))
    target: dict[str, str] = {}
    slips = Slips(order)
    long = _by_short_form(k for k in order if kinds[k] == "ORG")
    for k in order:
        same = [
            o
            for o in slips.near(k)
            if target.get(o) == o and kinds[o] == kinds[k] and misspelt(o, k, story.model.gazetteers)
        ]
        target[k] = same[0] if same else (_long_form(k, long) if kinds[k] == "ORG" else None) or k
    target |= {short: target[name] for short, name in told.items() if short in target and name in target}
    names = {k: _written(groups[k], texts, kinds[k]) for k in order}
    return {text: names[target[key(text)]] for text in texts}


def _by_short_form(organisations: Iterable[str]) -> dict[str, list[str]]:
    """The organisations that a last word ("Bulls") or initials ("ECB") can stand for."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in organisations:
        if " " in name:
            for short in {name.split()[-1], *initials(name)}:
                found[short].append(name)
    return found


def _long_form(short: str, long: Mapping[str, Sequence[str]]) -> str | None:
    """ "Chicago Bulls" for "Bulls", "European Central Bank" for "ECB": where one organisation only is called so."""
    names = long.get(short, ()) if short not in lexicon.PUBLISHERS else ()
    return names[0] if len(names) == 1 else None


def _written(forms: list[str], texts: Counter[str], kind: Kind) -> str:
    full = next((w for form in forms if (w := written_out(form))), None)
    best = max(forms, key=lambda f: (not f.isupper(), not f.islower(), kind == "WORK" and len(f), texts[f], f))
    best = best[4:] if kind != "WORK" and best.casefold().startswith("the ") and len(best) > 6 else best
    return full or (best.title() if best.islower() else best)
