"""A terminal that goes away – a closed window, a lost connection – ends the program, whatever it was just painting.

Textual's driver (8.2) loses its writing thread to the first write that fails. Thirty writes later the program waits for
that thread's queue for ever, deaf to every signal, while the thread that reads keys spins on the end of its input.
"""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App


class Terminal(LinuxDriver):
    """Textual's own, with an output that may be lost."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._file: Any = Output(self._file)

    @property
    def is_gone(self) -> bool:
        """Whether nobody is at the other end any more. No signal tells that to a process that does not lead it."""
        looking = select.poll()
        looking.register(self.fileno, 0)
        return any(event & select.POLLHUP for _, event in looking.poll(0))


class Output:
    """What is written to a file; the first write that fails hangs up, and what follows is dropped."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._is_lost = False

    def write(self, text: str) -> int:
        self._try(lambda: self._file.write(text))
        return len(text)

    def flush(self) -> None:
        self._try(self._file.flush)

    def fileno(self) -> int:
        return self._file.fileno()

    def isatty(self) -> bool:
        return self._file.isatty()

    def _try(self, act: Callable[[], object]) -> None:
        if not self._is_lost:
            try:
                act()
            except OSError:
                self._is_lost = True
                os.kill(os.getpid(), signal.SIGHUP)
