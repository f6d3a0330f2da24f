"""CPU time of whole processes, as ratios within one run: the machine may be shared and noisy."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


def seconds(arguments: Sequence[str], *, runs: int = 5) -> float:
    """The least CPU time, user and system, of several runs of a command with this Python."""
    return min(_once([sys.executable, *arguments]) for _ in range(runs))


@cache
def _compiled() -> dict[str, str]:
    """An environment in which the program's bytecode is kept, as an installation has it, and it is there already."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-m", "compileall", "-q", "tui"], cwd=ROOT, env=kept, check=True)
    return kept


def _once(command: Sequence[str]) -> float:
    surroundings = _compiled()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, cwd=ROOT, check=False, env=surroundings)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def times_bare_python(arguments: Sequence[str]) -> float:
    """How many times the CPU time of `python -c pass` a command takes."""
    return seconds(arguments) / seconds(["-c", "pass"])
