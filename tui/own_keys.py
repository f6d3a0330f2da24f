"""`[keys]` of the configuration → keys of actions, and a line for each one that cannot be had.

A key that does something else in the same place already is left out, unless that other action got keys of its own:
nothing can become unreachable by a slip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from difflib import get_close_matches

from textual.keys import Keys, _character_to_key

from tui.actions import PLACES, SHOWN, Action, Id, Where, defaults_in, places_of
from tui.frozen import dataclass

_KNOWN = frozenset(key.value for key in Keys) - {"escape", "ctrl+c"}
_WRITTEN = {shown.casefold(): key for key, shown in SHOWN.items() if len(shown) > 1} | {"pageup": "pageup"}
_MODIFIERS = frozenset({"ctrl", "shift", "alt"})
Line = Callable[[str], str]
"""The name of an action as it was written → where it stands: `FILE, line 3`."""


@dataclass(frozen=True)
class OwnKeys:
    """Keys that the reader gave to actions."""

    table: Mapping[Id, tuple[str, ...]] = field(default_factory=dict)
    """By place and action; keys as Textual names them."""
    problems: tuple[str, ...] = ()

    @property
    def keymap(self) -> dict[str, str]:
        """For `App.set_keymap`."""
        return {f"{where}.{name}": ",".join(keys) for (where, name), keys in self.table.items()}


def own_keys(asked: Mapping[str, Sequence[str]], line: Line) -> OwnKeys:
    """`asked`: action, or place and action with a dot between, to its keys."""
    problems: list[str] = []
    wanted: dict[Id, tuple[str, ...]] = {}
    names: dict[Id, str] = {}
    # What names its place comes last, since it says more.
    for name in sorted(asked, key=lambda name: (name.count("."), list(asked).index(name))):
        ids = places_of(name)
        if not ids:
            problems.append(f"{line(name)}: {name}: no such action; {_near(name)}")
            continue
        wrong = [key for key in asked[name] if _key(key) is None]
        if wrong or not asked[name]:
            what = f"{wrong[0]} is no key" if wrong else "no key is given"
            problems.append(f"{line(name)}: {name}: {what}; write one as the help shows it, such as J, F5 or ctrl+n")
            continue
        keys = tuple(dict.fromkeys(key for key in map(_key, asked[name]) if key))
        wanted |= dict.fromkeys(ids, keys)
        names |= dict.fromkeys(ids, name)
    refused = _refused(wanted, names, line, problems)
    return OwnKeys({id: keys for id, keys in wanted.items() if names[id] not in refused}, tuple(problems))


def _refused(wanted: dict[Id, tuple[str, ...]], names: dict[Id, str], line: Line, problems: list[str]) -> set[str]:
    """The names of what would take a key away from something else: found one by one, since what is left out keeps its
    default keys."""
    refused: set[str] = set()
    while True:
        clash = next(_clashes(wanted, names, refused), None)
        if clash is None:
            return refused
        where, id, other, key = clash
        refused.add(names[id])
        what = f"{SHOWN.get(key, key)} is “{other.help}” in {PLACES[where].lower()}"
        todo = f"it was left out, give {other.name} another key"
        problems.append(f"{line(names[id])}: {names[id]}: {what} already; {todo}")


def _clashes(
    wanted: Mapping[Id, tuple[str, ...]], names: Mapping[Id, str], refused: set[str]
) -> Iterator[tuple[Where, Id, Action, str]]:
    """Place, the action that asks for a key, the one that has it, and the key."""
    for where in PLACES:
        if where == "everywhere":
            continue
        taken: dict[str, Action] = {}
        own = {id: keys for id, keys in wanted.items() if id[0] == where and names[id] not in refused}
        for action in defaults_in(where):
            if (where, action.name) not in own:
                taken |= dict.fromkeys(action.keys, action)
        for action in defaults_in(where):
            id: Id = (where, action.name)
            for key in own.get(id, ()):
                if key in taken:
                    yield where, id, taken[key], key
                taken[key] = action


def _key(written: str) -> str | None:
    """A key as Textual names it; `None` for what is none."""
    if len(written) == 1:
        return _character_to_key(written)
    *modifiers, last = written.replace("-", "+").split("+") if len(written) > 1 else [written]
    low = [modifier.casefold() for modifier in modifiers]
    if not modifiers:
        low_word = written.casefold()
        found = _WRITTEN.get(low_word, low_word)
        return found if found in _KNOWN or found in SHOWN else None
    if not set(low) <= _MODIFIERS or not last:
        return None
    end = _character_to_key(last.casefold()) if len(last) == 1 else last.casefold()
    found = "+".join([*low, end])
    return found if found not in ("ctrl+c",) and (len(last) == 1 or end in _KNOWN or found in _KNOWN) else None


def _near(name: str) -> str:
    known = sorted({action.name for where in PLACES for action in defaults_in(where)})
    close = get_close_matches(name.rpartition(".")[2], known, n=1)
    return f"did you mean {close[0]}?" if close else "sidebyline config lists them"
