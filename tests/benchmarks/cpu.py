"""CPU time of whole processes, as ratios within one run: the machine may be shared and noisy."""

from __future__ import annotations

import fcntl
import os
import pty
import resource
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
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


def seconds_in_terminal(
    arguments: Sequence[str], variables: Mapping[str, str], size: tuple[int, int] = (120, 40)
) -> float:
    """CPU time of one run of a command with this Python in a terminal of its own that swallows what is drawn.

    Raises `RuntimeError` unless the command ends with status 7, its sign that it has come to where it should.
    """
    surroundings = {**_compiled(), "TERM": "xterm-256color", "COLORTERM": "truecolor", **variables}
    surroundings.pop("NO_COLOR", None)
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.chdir(ROOT)
        os.execve(sys.executable, [sys.executable, *arguments], surroundings)  # noqa: S606 - ours
    try:
        while os.read(terminal, 1 << 16):
            pass
    except OSError:  # how Linux says that nobody writes any more
        pass
    _, status, used = os.wait4(pid, 0)
    os.close(terminal)
    if os.waitstatus_to_exitcode(status) != 7:
        raise RuntimeError(f"status {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime
