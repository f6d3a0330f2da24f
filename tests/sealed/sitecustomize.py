"""Python loads this first in every process that has this folder on its PYTHONPATH: one that opens an internet socket,
or asks for an address, ends with status 99 there and then, so that nothing can swallow the error.

The programs that tests start in a terminal have no other witness of what they open.
"""

from __future__ import annotations

import os
import socket
import sys
from typing import NoReturn

BROKEN = 99


def _end() -> NoReturn:
    os.write(2, b"a connection was about to be opened\n")
    os._exit(BROKEN)


def _heed(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook hears of every socket, also of those that C code makes."""
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6, -1):
        _end()
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect") and not _is_local(arguments):
        _end()


def _is_local(arguments: tuple[object, ...]) -> bool:
    """A socket of this machine has a path or a name in bytes for its address."""
    return len(arguments) == 2 and isinstance(arguments[1], str | bytes)


if __name__ == "sitecustomize":  # and not where a test only asks for the status
    sys.addaudithook(_heed)
