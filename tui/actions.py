"""Everything that a key can do, once: bindings, footer, help and palette read this table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import Literal
from unicodedata import lookup

from textual.binding import Binding, BindingType

from tui.frozen import dataclass

Where = Literal["everywhere", "library", "compare", "reader", "table"]

Id = tuple[Where, str]
"""An action in a place."""

PLACES: dict[Where, str] = {
    "everywhere": "Everywhere",
    "library": "Library",
    "compare": "Side by side",
    "reader": "Reader",
    "table": "Facts table",
}
"""Where a key holds, as the help says it."""

SHOWN: dict[str, str] = {
    "greater_than_sign": ">", "less_than_sign": "<", "full_stop": ".", "comma": ",", "apostrophe": "'",
    "slash": "/", "question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]",
    "left_curly_bracket": "{", "right_curly_bracket": "}", "space": "Space", "tab": "Tab", "enter": "Enter",
    "escape": "Esc", "ctrl+p": "Ctrl-P", "ctrl+c": "Ctrl-C", "ctrl+r": "Ctrl-R", "down": "↓", "up": "↑",
    "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
    "shift+tab": "Shift-Tab",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Action:
    name: str
    """Of the method `action_…` on the screen that has it."""
    keys: tuple[str, ...]
    """As Textual names them; the first one is shown."""
    help: str
    where: tuple[Where, ...]
    short: str = ""
    """What the footer says; nothing where it has no place there."""

    @property
    def key(self) -> str:
        return shown_key(self.keys[0])

    @property
    def all_keys(self) -> str:
        return " ".join(shown_key(key) for key in self.keys)


def shown_key(key: str) -> str:
    """A key as a reader knows it: `ctrl+n` as `Ctrl-N`, `f5` as `F5`."""
    if key in SHOWN:
        return SHOWN[key]
    *modifiers, last = key.split("+")
    if modifiers or (last[0] == "f" and last[1:].isdecimal()):
        return "-".join([*(modifier.capitalize() for modifier in modifiers), SHOWN.get(last, last.upper())])
    try:
        return lookup(last.replace("_", " ").upper()) if len(last) > 1 else last
    except KeyError:
        return last


ALL: tuple[Where, ...] = ("library", "compare", "reader", "table")

ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), "Next line or item", ("everywhere",)),
    Action("up", ("k", "up"), "Previous line or item", ("everywhere",)),
    Action("page_down", ("space", "pagedown"), "Next window", ("everywhere",)),
    Action("page_up", ("b", "pageup"), "Previous window", ("everywhere",)),
    Action("first", ("g", "home"), "To the beginning", ("everywhere",)),
    Action("last", ("G", "end"), "To the end", ("everywhere",)),
    Action("open", ("enter",), "Open; on a fact: why", ("everywhere",)),
    Action("help", ("question_mark",), "The keys that hold here", ("everywhere",), "help"),
    Action("palette", ("ctrl+p",), "Every action by name; themes", ("everywhere",)),
    Action("close", ("escape",), "Close; clear the search", ("everywhere",)),
    Action("back", ("q",), "Back; at the top: quit", ("everywhere",), "back"),
    Action("copy_or_quit", ("ctrl+c",), "Copy the selection; else quit", ("everywhere",)),
    # library
    Action("pick", ("x",), "Pick as A, then as B; again: unpick", ("library",), "pick"),
    Action("compare", ("c",), "Compare the picks, or A with this one; on A with the likest", ("library",), "compare"),
    Action("compare_here", ("c",), "Compare this article with the one it disagrees with most", ("table",), "compare"),
    Action("filter", ("slash",), "Filter as you type", ("library",), "filter"),
    Action("sort", ("S",), "Sort: by date, outlet, likeness to A …", ("library",), "sort"),
    Action("by_story", ("t",), "By story, or one list", ("library",), "stories"),
    Action("story_by_hand", ("T",), "Name, join or split stories by hand", ("library",)),
    Action("versions", ("w",), "Compare with its earlier version", ("library",)),
    Action("tag", ("v",), "Tag; marks then hold for all that is tagged", ("library",), "tag"),
    Action("tag_all", ("V",), "Tag all that is shown, or nothing", ("library",)),
    Action("mark_read", ("r",), "Read; again: unread", ("library",)),
    Action("mark_flagged", ("f",), "Flag the article", ("library",)),
    Action("mark_done", ("d",), "Done with the article", ("library",)),
    Action("mark_dismissed", ("D",), "Dismiss the article", ("library",)),
    # compare: differences
    Action("next_difference", ("J", "right_square_bracket"), "Next difference", ("compare",), "next"),
    Action("previous_difference", ("K", "left_square_bracket"), "Previous difference", ("compare",)),
    Action("next_conflict", ("greater_than_sign", "right_curly_bracket"), "Next conflict", ("compare",), "conflict"),
    Action("previous_conflict", ("less_than_sign", "left_curly_bracket"), "Previous conflict", ("compare",)),
    Action("next_only", ("p",), "Next sentence told by one only", ("compare",)),
    Action("previous_only", ("P",), "Previous sentence told by one only", ("compare",)),
    Action("other_end", ("apostrophe",), "The other end of a move or reference", ("compare",)),
    # compare: facts
    Action("next_fact", ("l", "right"), "Next fact", ("compare", "reader")),
    Action("previous_fact", ("h", "left"), "Previous fact", ("compare", "reader")),
    Action("switch", ("tab",), "The facts, or the next column", ("compare", "reader"), "facts"),
    Action("switch_back", ("shift+tab",), "The facts, or the column before", ("compare", "reader")),
    Action("accept", ("a",), "Accept the fact", ("compare",)),
    Action("dismiss_fact", ("d",), "Dismiss the fact: it counts no longer", ("compare",)),
    Action("flag", ("f",), "Flag the fact", ("compare",)),
    Action("note", ("e",), "A note on the fact", ("compare",)),
    Action("link_by_hand", ("L",), "Link or unlink two sentences by hand", ("compare",)),
    Action("set_right", ("W",), "Set right: fact, name, date, outlet", ("library", "compare", "reader")),
    Action("filter_facts", ("F",), "Filter the facts by verdict and type", ("compare", "table"), "filter"),
    Action("show_dismissed", ("H",), "Show dismissed facts, or not", ("compare",)),
    Action("undo", ("u",), "Undo", ("library", "compare", "reader")),
    Action("redo", ("ctrl+r",), "Redo", ("library", "compare", "reader")),
    # compare: ways to look
    Action("look_beside", ("1",), "Side by side", ("compare",)),
    Action("look_unified", ("2",), "Unified: both in one column", ("compare",)),
    Action("look_changes", ("3",), "Changes only", ("compare",)),
    Action("fold", ("z",), "Fold what is the same, or unfold", ("compare",)),
    Action("order", ("o",), "Order: by A, by B, each its own", ("compare",)),
    Action("sync", ("s",), "Scroll in step, or apart", ("compare",)),
    Action("ignore", ("i",), "What to ignore: case, quotes …", ("compare",)),
    Action("mode", ("M",), "Two tellings, or two revisions", ("compare",)),
    Action("lookalikes", ("U",), "Words that only look the same", ("compare",)),
    Action("swap", ("X",), "Swap the sides", ("compare",)),
    Action("next_partner", ("full_stop",), "Next article in B's place", ("compare",)),
    Action("previous_partner", ("comma",), "Previous article in B's place", ("compare",)),
    Action("copy", ("y",), "Copy the sentence or fact, and its source", ("compare", "reader")),
    Action("copy_advisory", ("Y",), "Copy the advisory: what B changes", ("compare",)),
    # reader
    Action("set_role", ("R",), "Set what a paragraph is", ("compare", "reader")),
    Action("compare_with", ("C",), "Compare with another article", ("reader",), "compare with"),
    # facts table
    Action("sort_rows", ("S",), "Sort: gravest first, by type, as this article tells it", ("table",), "sort"),
    Action("fold_types", ("z",), "Fold by type, or unfold; Enter opens one type", ("table",), "fold"),
    Action("likeness", ("L",), "How like each other the articles are, or not", ("table",), "likeness"),
    Action("next_cell", ("l", "right"), "Next article", ("table",)),
    Action("previous_cell", ("h", "left"), "Previous article", ("table",)),
    Action("pick", ("x",), "Pick this cell; Enter on another one compares the two", ("table",), "pick"),
    # search
    Action("search", ("slash",), "Search", ("compare", "reader"), "search"),
    Action("next_found", ("n",), "Next place found", ("compare", "reader")),
    Action("previous_found", ("N",), "Previous place found", ("compare", "reader")),
    # all articles
    Action("table", ("m",), "The facts of all articles in one table", ("library", "compare", "reader"), "facts table"),
)  # fmt: skip


def help_lines(where: Where, at: Where | None = None) -> list[tuple[str, str]]:
    """Keys and words for each action of a place; a way there and the way back share a line. `at` is where the reader
    is, whose keys for what holds everywhere they are."""
    lines: list[tuple[str, str]] = []
    actions = [action for action in actions_in(at or where) if where in action.where]
    for action, following in zip(actions, [*actions[1:], None], strict=True):
        both = action.help.replace("Previous ", "Next, previous ", 1)
        if lines and lines[-1][1] == both != action.help:
            continue
        if following and following.help == action.help.replace("Next ", "Previous ", 1) != action.help:
            keys = (shown_key(k) for pair in zip_longest(action.keys, following.keys) for k in pair if k)
            lines.append((" ".join(keys), action.help.replace("Next ", "Next, previous ", 1)))
        else:
            lines.append((action.all_keys, action.help))
    return lines


_own: dict[Id, tuple[str, ...]] = {}


def use(own: Mapping[Id, tuple[str, ...]]) -> None:
    """Shows the reader's own keys from here on, in footers, help and palette; nothing for the default ones."""
    _own.clear()
    _own.update(own)


def actions_in(where: Where) -> list[Action]:
    """What can be done in a place, with the keys that hold: its own actions first, then those that hold everywhere."""
    return [replace(action, keys=_own.get((where, action.name), action.keys)) for action in defaults_in(where)]


def defaults_in(where: Where) -> list[Action]:
    """The same with the keys that they have where the reader gave them no others."""
    here = [action for action in ACTIONS if where in action.where]
    return here if where == "everywhere" else here + [action for action in ACTIONS if "everywhere" in action.where]


def places_of(name: str) -> list[Id]:
    """Where an action is, by its name, or by its place and name with a dot between."""
    where, _, bare = name.rpartition(".")
    places = [place for place in PLACES if place != "everywhere" and where in ("", place)]
    return [(place, bare) for place in places if any(action.name == bare for action in defaults_in(place))]


def bindings(where: Where) -> list[BindingType]:
    """The bindings of a place, for a screen's `BINDINGS`. Their ids are `place.name`, for the user's own keys."""
    return [
        Binding(",".join(action.keys), action.name, action.help, show=False, id=f"{where}.{action.name}")
        for action in defaults_in(where)
    ]


def named(names: Iterable[str], where: Where) -> list[Action]:
    """Actions of a place by name, in the order asked for."""
    table = {action.name: action for action in actions_in(where)}
    return [table[name] for name in names]
