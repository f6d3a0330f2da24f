"""Names of people and outlets as the fields of records and pages give them, in whatever shape."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.reading.byline import byline_names

_BETWEEN = re.compile(r"[\s._-]+")
_PREFIX = re.compile(r"(?:by|words by|story by|written by)[: ]\s*", re.I)
_SEPARATOR = re.compile(r" ?(?:;|\||\band\b|&) ?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S{1,64}@\S{1,200}", re.I)
_LONGEST = 100
"""Characters of a name; a longer "name" is a sentence that stands in the wrong field."""
_MOST = 20
_NOBODY = frozenset({"", "null", "none", "unknown", "n/a", "admin", "administrator", "editor", "staff"})


@lru_cache(maxsize=1024)
def spelled(key: str) -> str:
    """One spelling for a key: `datePublished`, `date-published` and `dc:date_published` are `datepublished`."""
    return _BETWEEN.sub("", key.rpartition(":")[2]).lower()


def person_names(value: object) -> tuple[str, ...]:
    """The authors of a field: a name, "By X and Y", a list of names, objects with a `name`; each once, in order."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for entry in value[:_MOST] for name in person_names(entry)))
    if not isinstance(value, str):
        return ()
    line = " ".join(_ADDRESS.sub(" ", value[:1000]).split())
    stated = byline_names(line if _PREFIX.match(line) else f"By {line}")
    names = stated or tuple(_SEPARATOR.split(_PREFIX.sub("", line, count=1)))
    cleaned = (name.strip(" ,()") for name in names)
    return tuple(name for name in dict.fromkeys(cleaned) if name.casefold() not in _NOBODY and len(name) <= _LONGEST)


def outlet_name(value: object) -> str | None:
    """The outlet of a field: a name, an object with a `name`, or the first of a list; an address is none."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if not isinstance(value, str):
        return None
    name = " ".join(value.split())
    return name if 0 < len(name) <= _LONGEST and not _ADDRESS.match(name) else None
