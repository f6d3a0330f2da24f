"""The file and the environment → `Loaded`: settings, whence each comes, and a line for whatever could not be used.

A mistake never stops the program: what is wrong is told with its line, and all the rest is used.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from tui.config.settings import KEYS, TABLE, Settings, Value, allowed, from_text, taken, variable
from tui.frozen import dataclass
from tui.place import expanded
from tui.safe import safe_line

CONFIG_VARIABLE = "SIDEBYLINE_CONFIG"
FILE_NAME = "config.toml"
_MOST_BYTES = 100_000
_MOST_PROBLEMS = 20
_LONGEST_KEY = 40


@dataclass(frozen=True)
class Loaded:
    """The settings that hold, and how they came about."""

    path: Path
    settings: Settings = field(default_factory=Settings)
    sources: Mapping[str, str] = field(default_factory=dict)
    """Of each key that is set: `file` or `environment`."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of `[keys]`, as written: action, or place and action with a dot between, to its keys. Nothing checks the names
    here: the table of actions is the screens' own."""
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    """Line of the file of each key, by its path: `("theme",)`, `("keys", "compare.next_difference")`."""
    problems: tuple[str, ...] = ()
    """One line each: what, where, what to do."""

    def where(self, *path: str) -> str:
        """Where a key stands, for a line of trouble: `FILE, line 3`."""
        line = self.lines.get(path)
        return f"{self.path}, line {line}" if line else str(self.path)


def config_path(environment: Mapping[str, str] = os.environ) -> Path:
    """The file that `SIDEBYLINE_CONFIG` names, else the one in `SIDEBYLINE_HOME`, else in the system's place for it."""
    if named := environment.get(CONFIG_VARIABLE):
        return Path(named)
    if home := environment.get("SIDEBYLINE_HOME"):
        return expanded(home) / FILE_NAME
    from platformdirs import user_config_path

    return user_config_path("sidebyline", appauthor=False) / FILE_NAME


def load(environment: Mapping[str, str] = os.environ) -> Loaded:
    """What the file and the environment say. A file that is not there says nothing."""
    path = config_path(environment)
    problems: list[str] = []
    document, lines = _read(path, problems)
    loaded = Loaded(path, lines=lines)
    values: dict[str, Value] = {}
    sources: dict[str, str] = {}
    for name, value in document.items():
        if name == KEYS:
            continue
        if name not in TABLE:
            problems.append(f"{loaded.where(name)}: {name}: not known; {near(name, [*TABLE, KEYS])}")
            continue
        try:
            values[name], sources[name] = taken(name, value), "file"
        except ValueError:
            problems.append(f"{loaded.where(name)}: {name}: write {allowed(name)}; it was left out")
    for name in TABLE:
        if text := environment.get(variable(name)):
            try:
                values[name], sources[name] = from_text(name, text), "environment"
            except ValueError:
                problems.append(f"{variable(name)}={text}: write {allowed(name)}; it was left out")
    keys = dict(_keys(document.get(KEYS, {}), loaded, problems))
    told = (*map(safe_line, problems[:_MOST_PROBLEMS]), *_further(len(problems) - _MOST_PROBLEMS))
    return Loaded(path, Settings(**values), sources, keys, lines, told)  # type: ignore[arg-type]


def _further(count: int) -> Iterator[str]:
    if count > 0:
        yield f"{count:,} more mistakes in the configuration are not listed"


def near(word: str, known: list[str]) -> str:
    """What to do about a word that is not known: the nearest one, or all of them."""
    from difflib import get_close_matches

    close = get_close_matches(word[:_LONGEST_KEY], known, n=1)
    return f"did you mean {close[0]}?" if close else f"name one of {', '.join(known)}"


def _read(path: Path, problems: list[str]) -> tuple[dict[str, object], dict[tuple[str, ...], int]]:
    """The document and the lines of its keys; nothing and a problem where it cannot be had."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            problems.append(f"{path}: longer than a configuration is; nothing of it is used")
            return {}, {}
        return _parsed(data.decode("utf-8-sig"), path, problems)
    except (FileNotFoundError, NotADirectoryError):
        return {}, {}
    except OSError as error:
        problems.append(f"{path}: {(error.strerror or 'cannot be read').lower()}; nothing of it is used")
    except UnicodeDecodeError:
        problems.append(f"{path}: not UTF-8; nothing of it is used, save it as UTF-8")
    except ValueError:
        problems.append(f"{path}: not a file's name; nothing of it is used")
    return {}, {}


def _parsed(text: str, path: Path, problems: list[str]) -> tuple[dict[str, object], dict[tuple[str, ...], int]]:
    import tomllib  # only where there is a file: 3 ms of the time until two texts can be read

    try:
        return tomllib.loads(text.replace("\r\n", "\n")), dict(_lines(text))
    except tomllib.TOMLDecodeError as error:
        problems.append(f"{path}: not TOML ({error}); nothing of it is used, correct that place")
    except (ValueError, RecursionError):
        problems.append(f"{path}: not TOML; nothing of it is used")
    return {}, {}


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Paths of keys with their lines, the last one first so that in a `dict` the first one wins.

    A line inside a text of several lines may be taken for a key: then a line number is wrong, nothing else.
    """
    table: tuple[str, ...] = ()
    found: list[tuple[tuple[str, ...], int]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line.strip()
        if bare.startswith("["):
            table = _path(bare.strip("[]").split("]")[0])
        elif "=" in bare and not bare.startswith("#"):
            path = (*table, *_path(bare.partition("=")[0]))
            found.append(((KEYS, ".".join(path[1:])) if path[0] == KEYS and path[1:] else path, number))
    yield from reversed(found)


def _path(written: str) -> tuple[str, ...]:
    """The parts of a key as TOML reads it."""
    import tomllib

    try:
        inside: object = tomllib.loads(f"{written} = 0")
    except ValueError:
        return (written.strip(),)
    parts: list[str] = []
    while isinstance(inside, dict):
        [(part, inside)] = inside.items()
        parts.append(part)
    return tuple(parts)


def _keys(table: object, loaded: Loaded, problems: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Actions with their keys. `compare.fold` and `[keys.compare] fold` are the same."""
    if not isinstance(table, dict):
        problems.append(f"{loaded.where(KEYS)}: keys: write a table, [keys], with action = key; it was left out")
        return
    for name, value in _flat(table, ()):
        keys = value if isinstance(value, list) else [value]
        names = [key for key in keys if isinstance(key, str) and 0 < len(key) <= _LONGEST_KEY and key.isprintable()]
        if len(names) == len(keys):
            yield name, tuple(names)
        else:
            problems.append(f"{loaded.where(KEYS, name)}: {name}: write a key or a list of keys; it was left out")


def _flat(table: Mapping[str, object], above: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict) and not above:
            yield from _flat(value, (name,))
        else:
            yield ".".join((*above, name)), value
