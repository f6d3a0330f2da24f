"""completion: the scripts by which bash, zsh and fish complete, and the answers that these ask for."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tui.cli.program import app, program, put
from tui.cli.trouble import COMPLETION_VARIABLE


@app.command("completion")
def completion(
    shell: Annotated[Literal["bash", "zsh", "fish"], typer.Argument(help="bash, zsh or fish.")],
) -> None:
    """Prints what makes a shell complete commands, options, paths and ids.

    For bash: `eval "$(sidebyline completion bash)"` in ~/.bashrc; for fish: `sidebyline completion fish | source`.
    """
    from click.shell_completion import get_completion_class

    if kind := get_completion_class(shell):
        script = kind(program(), {}, "sidebyline", COMPLETION_VARIABLE)
        put(script.source_template % script.source_vars())


def complete(instruction: str) -> int:
    """Answers a shell's script, which says by the environment what is typed so far."""
    from click.shell_completion import shell_complete

    return shell_complete(program(), {}, "sidebyline", COMPLETION_VARIABLE, instruction)
