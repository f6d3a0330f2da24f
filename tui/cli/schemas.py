"""schema: the JSON Schema of what the other commands print as JSON."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from tui.cli.program import Trouble, app, put

_PRINTED = ("comparison", "facts", "pair", "listed", "revision", "reviewed", "kept")
_HELP = (
    "comparison (of compare --json), facts (of facts --json); lines: pair (of compare --pairs), listed (of list), "
    "revision (of history), kept (of export); reviewed (of export --reviewed). Without it: any of these."
)


@app.command("schema")
def schema(name: Annotated[str | None, typer.Argument(metavar="[NAME]", help=_HELP)] = None) -> None:
    """Prints the JSON Schema (draft 2020-12) of a document or line."""
    from tui.reports.schema import schema_text

    if name is None:
        return put(schema_text(), end="")
    if name not in _PRINTED:
        raise Trouble(f"{name}: there is no such document; name one of {', '.join(_PRINTED)}")
    document = json.loads(schema_text())
    del document["anyOf"]
    return put(json.dumps({**document, "$ref": f"#/$defs/{name}"}, indent=1, ensure_ascii=False))
