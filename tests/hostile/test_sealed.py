"""The seal holds: a process with `tests/sealed` on its path ends when it would open a connection, whoever asks."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.sealed.sitecustomize import BROKEN

CONNECTIONS = (
    "socket.socket()",
    "socket.socket(socket.AF_INET6)",
    "import _socket; _socket.socket(_socket.AF_INET)",
    "socket.getaddrinfo('localhost', 80)",
    "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
    "asyncio.run(asyncio.open_connection('127.0.0.1', 9))",
)
LOCAL = ("socket.socketpair()", "asyncio.run(asyncio.sleep(0))", "socket.socket(socket.AF_UNIX)")


@pytest.mark.parametrize(("code", "status"), [*((c, BROKEN) for c in CONNECTIONS), *((c, 0) for c in LOCAL)])
def test_a_sealed_process_ends_before_it_connects(code: str, status: int) -> None:
    swallowed = f"import asyncio, socket\ntry:\n    {code}\nexcept BaseException:\n    pass"
    assert subprocess.run([sys.executable, "-c", swallowed], capture_output=True, check=False).returncode == status
