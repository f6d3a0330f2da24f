"""config: where the configuration lies, what holds, and an editor on it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.program import Trouble, app, put
from tui.safe import safe, trouble

if TYPE_CHECKING:
    from tui.config import Loaded, Settings
    from tui.rows import View


def configured() -> Loaded:
    """What the file and the environment say, read when it is needed; a names model of the file is set here."""
    from tui.config import load
    from tui.config.settings import variable

    loaded = load()
    if loaded.settings.names:
        os.environ[variable("names")] = loaded.settings.names
    return loaded


def view_of(settings: Settings) -> View:
    """How a screen of texts begins."""
    from tui.rows import View

    widths = (settings.beside_from, settings.widest, settings.facts_from)
    return View(settings.order, settings.view, False, frozenset(), *widths)


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
    problems = [*loaded.problems, *_wrong_keys(loaded)]
    for problem in problems:
        trouble(problem)
    if not edit:
        from tui.config.document import shown

        put(shown(loaded), end="")
    return 2 if problems else 0


def _wrong_keys(loaded: Loaded) -> tuple[str, ...]:
    """What the reader will say of `[keys]`; its table of actions is loaded only where there are some."""
    if not loaded.keys:
        return ()
    from tui.own_keys import own_keys

    return own_keys(loaded.keys, lambda name: loaded.where("keys", name)).problems


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
