"""Every JSON that a test prints is held against the published schema, strictly: a field that it does not name fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from jsonschema import Draft202012Validator

from tui.reports.schema import schema_text

Kind = Literal["comparison", "facts", "pair", "listed", "story", "revision", "reviewed", "kept"]
_MOST_TOLD = 3


def valid(text: str | bytes, kind: Kind) -> Any:
    """The JSON document or line, decoded; fails with the places that break the schema."""
    document = json.loads(text)
    check(document, kind)
    return document


def valid_lines(text: str | bytes, kind: Kind) -> list[Any]:
    """The same for JSON Lines."""
    return [valid(line, kind) for line in text.splitlines()]


def check(document: object, kind: Kind) -> None:
    """Holds a decoded document against the schema."""
    errors = [error for _, error in zip(range(_MOST_TOLD), _strict(kind).iter_errors(document), strict=False)]
    told = [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in errors]
    assert not told, told


@cache
def _strict(kind: Kind) -> Draft202012Validator:
    """The schema with nothing allowed that it does not name, which a consumer of it must not ask for."""
    schema = json.loads(schema_text())
    Draft202012Validator.check_schema(schema)
    parts = {name for name, definition in schema["$defs"].items() if "allOf" in definition}
    composed = {part["$ref"] for name in parts for part in schema["$defs"][name]["allOf"] if "$ref" in part}
    schema["$defs"] |= {
        f"{ref.rpartition('/')[2]}_open": json.loads(json.dumps(schema["$defs"][ref.rpartition("/")[2]]))
        for ref in composed
    }
    for name in parts:
        definition = schema["$defs"][name]
        for part in definition["allOf"]:
            if "$ref" in part:
                part["$ref"] += "_open"
        definition["unevaluatedProperties"] = False
    for name, definition in schema["$defs"].items():
        if not name.endswith("_open") and name not in parts:
            for part in _objects(definition):
                part.setdefault("additionalProperties", False)
    del schema["anyOf"]
    return Draft202012Validator({**schema, "$ref": f"#/$defs/{kind}"})


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "properties" in value:
            yield value
        for inner in value.values():
            yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)
