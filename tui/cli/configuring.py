"""config: where the configuration lies, what holds, and an editor on it."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from tui.cli.opening import configured, keys_of
from tui.cli.program import app, put
from tui.cli.trouble import Trouble
from tui.safe import safe, trouble


def flag_defaults(parameters: set[str]) -> dict[str, object]:
    """Values for the options of a command that are not given as flags, by the name of the parameter."""
    loaded = configured()
    values: dict[str, object] = {name: getattr(loaded.settings, name) for name in loaded.sources if name in parameters}
    if os.environ.get("NO_COLOR") and loaded.sources.get("color") == "file":
        values.pop("color", None)
    if "ignore" in values:
        values["ignore"] = ",".join(loaded.settings.ignore) or "none"
    return values


@app.command("config")
def config(
    path: Annotated[bool, typer.Option("--path", help="Print where the file lies.")] = False,
    show: Annotated[
        bool, typer.Option("--show", help="Print every key, and whence its value comes; the default.")
    ] = False,
    edit: Annotated[
        bool, typer.Option("--edit", help="Open the file in $VISUAL or $EDITOR; made if it is not there.")
    ] = False,
) -> int:
    """The configuration: one TOML file, in which every key may be left out.

    A flag of the command line outdoes the environment (SIDEBYLINE_THEME and so on), that the file, that the default.
    """
    if path + show + edit > 1:
        raise Trouble("--path, --show and --edit exclude each other; name one")
    if edit:
        _edit()
    loaded = configured()
    if path:
        put(safe(str(loaded.path)))
        return 0
    problems = [*loaded.problems, *(keys.problems if (keys := keys_of(loaded)) else ())]
    for problem in problems:
        trouble(problem)
    if not edit:
        from tui.config.document import shown

        put(shown(loaded), end="")
    return 2 if problems else 0


def _edit() -> None:
    import click

    from tui.config import config_path
    from tui.config.document import template

    file = config_path()
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(template(), "utf-8")
        click.edit(filename=str(file))
    except OSError as error:
        raise Trouble(f"{file}: {(error.strerror or 'cannot be written').lower()}; set SIDEBYLINE_CONFIG") from error
