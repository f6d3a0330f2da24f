"""schema: the JSON Schema of what the other commands print as JSON."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from tui.cli.program import app, put
from tui.cli.trouble import Trouble

_HELP = "comparison, facts, listed, revision …; without it the schema of any of these, which also lists their names."


@app.command("schema")
def schema(name: Annotated[str | None, typer.Argument(metavar="[NAME]", help=_HELP)] = None) -> None:
    """Prints the JSON Schema (draft 2020-12) of a document or line."""
    from tui.reports.schema import schema_text

    if name is None:
        return put(schema_text(), end="")
    document = json.loads(schema_text())
    printed = [part["$ref"].rpartition("/")[2] for part in document.pop("anyOf")]
    if name not in printed:
        raise Trouble(f"{name}: there is no such document; name one of {', '.join(printed)}")
    return put(json.dumps({**document, "$ref": f"#/$defs/{name}"}, indent=1, ensure_ascii=False))
