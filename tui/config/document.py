"""The configuration as a file to read: what holds now, and a first file in which every key is explained."""

from __future__ import annotations

import json

from tui.config.loading import Loaded
from tui.config.settings import KEYS, KEYS_HELP, TABLE, Settings, Value, allowed, variable
from tui.safe import safe, safe_line


def template() -> str:
    """A file that sets nothing: every key with its default behind a `#`, what it does and what it may be."""
    lines = ["# Sidebyline. Take away a # to set a key; a flag and the environment outdo what stands here.", ""]
    defaults = Settings()
    for name in TABLE:
        lines += [*_about(name), f"#{name} = {_written(getattr(defaults, name))}", ""]
    return "\n".join([*lines, f"# {KEYS_HELP}", f"#[{KEYS}]", ""])


def shown(loaded: Loaded) -> str:
    """Every key with the value that holds and whence it comes, as TOML that could be the file."""
    lines = [
        f"# {safe_line(str(loaded.path))}{'' if loaded.path.exists() else ' (not there yet: config --edit makes it)'}"
    ]
    for name in TABLE:
        value = getattr(loaded.settings, name)
        written = f"{'#' if value is None else ''}{name} = {_written(value)}"
        lines += ["", *_about(name), f"{written}  # {_source(loaded, name)}"]
    lines += ["", f"# {KEYS_HELP}", f"[{KEYS}]"]
    for name, keys in loaded.keys.items():
        lines.append(f"{_quoted(name)} = {_written(keys)}  # {_line(loaded, KEYS, name)}")
    return "\n".join([*lines, ""])


def _about(name: str) -> list[str]:
    return [f"# {TABLE[name].metadata['help']}", f"# {allowed(name).capitalize()}. Environment: {variable(name)}"]


def _source(loaded: Loaded, name: str) -> str:
    source = loaded.sources.get(name)
    if source == "file":
        return _line(loaded, name)
    return variable(name) if source else "default"


def _line(loaded: Loaded, *path: str) -> str:
    line = loaded.lines.get(path)
    return f"file, line {line}" if line else "file"


def _written(value: Value) -> str:
    """The value as TOML."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_quoted, value))}]"
    return str(value) if isinstance(value, int) else _quoted(value or "") if value is not None else "80"


def _quoted(text: str) -> str:
    """JSON's strings, all in ASCII, are TOML's basic strings where no surrogate is in them."""
    return json.dumps(text, ensure_ascii=not text.isprintable() or safe(text) != text)
