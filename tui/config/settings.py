"""Every key of the configuration, once: its default, what it may be, and what it does. All else reads this table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, field, fields
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from tui.frozen import dataclass

if TYPE_CHECKING:
    from tui.comparing import Ignorable

Value = str | int | tuple[str, ...] | None
_T = TypeVar("_T", bound=Value)
_LONGEST_TEXT = 4096


def _one_of(default: _T, *others: _T, help: str) -> _T:
    return field(default=default, metadata={"help": help, "choices": (default, *others)})


def _some_of(default: tuple[_T, ...], *choices: _T, help: str) -> tuple[_T, ...]:
    return field(default=default, metadata={"help": help, "several": choices})


def _number(default: _T, least: int, most: int, *, help: str) -> _T:
    return field(default=default, metadata={"help": help, "bounds": (least, most)})


@dataclass(frozen=True)
class Settings:
    """What holds when no flag says otherwise."""

    theme: Literal["dark", "light", "blue-orange", "terminal", "none"] = _one_of(
        "dark", "light", "blue-orange", "terminal", "none", help="The colours of the reader."
    )
    view: Literal["auto", "beside", "unified", "changes"] = _one_of(
        "auto", "beside", "unified", "changes", help="How two texts are shown; auto goes by the width."
    )
    order: Literal["a", "b", "own"] = _one_of("a", "b", "own", help="Whose order the rows follow; own: each its own.")
    beside_from: int = _number(90, 40, 1000, help="Columns of text from which two texts stand side by side.")
    facts_from: int = _number(140, 60, 1000, help="Columns from which the facts have a place beside the texts.")
    widest: int = _number(96, 30, 1000, help="Columns of a line of text, however wide the window is.")
    mode: Literal["auto", "tellings", "revision"] = _one_of(
        "auto", "tellings", "revision", help="Two tellings of one story, or two revisions of one text."
    )
    ignore: tuple[Ignorable, ...] = _some_of(
        ("whitespace", "quotes"), "case", "punctuation", "whitespace", "quotes", help="What makes no difference."
    )
    color: Literal["auto", "always", "never"] = _one_of(
        "auto", "always", "never", help="Colour in plain text; auto: on a terminal, unless NO_COLOR is set."
    )
    width: int | None = _number(None, 20, 1000, help="Columns of plain text. Unset: the terminal's, and 80 in a pipe.")
    names: str = field(
        default="", metadata={"help": "Who finds names: empty for the model that ships, or spacy:MODEL of your own."}
    )


TABLE: Mapping[str, Field[Any]] = {setting.name: setting for setting in fields(Settings)}
"""By name, in the order of the documentation."""
KEYS = "keys"
KEYS_HELP = 'Keys of the reader, as action = key or list of keys: next_difference = ["J", "ctrl+n"].'


def variable(name: str) -> str:
    """The environment variable of a key."""
    return f"SIDEBYLINE_{name.upper()}"


def allowed(name: str) -> str:
    """What a key may be, in words."""
    about = TABLE[name].metadata
    if "choices" in about:
        return f"one of {', '.join(about['choices'])}"
    if "several" in about:
        return f"any of {', '.join(about['several'])}"
    if "bounds" in about:
        least, most = about["bounds"]
        return f"a number from {least} to {most}"
    return "text on one line"


def taken(name: str, value: object) -> Value:
    """The value as the setting holds it. Raises `ValueError` where it is none that the key may have."""
    about = TABLE[name].metadata
    if "several" in about:
        return _kinds(value, about["several"])
    if "bounds" in about:
        least, most = about["bounds"]
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
    elif isinstance(value, str) and len(value) <= _LONGEST_TEXT and value.isprintable():
        return _one(value, about.get("choices", (value,)))
    raise ValueError


def from_text(name: str, text: str) -> Value:
    """The same from the text of an environment variable."""
    if "bounds" in TABLE[name].metadata:
        short = len(text) <= len("1000")
        return taken(name, int(text) if short and text.isascii() and text.isdecimal() else None)
    return taken(name, text)


def _one(value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ValueError
    return value


def _kinds(value: object, known: tuple[str, ...]) -> tuple[str, ...]:
    """A list, or its words with commas between; `none` is the empty one. Always in the table's order."""
    words = value.replace(" ", "").split(",") if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ValueError
    wanted = {*words} - {"", "none"}
    if not wanted <= {*known}:
        raise ValueError
    return tuple(word for word in known if word in wanted)
