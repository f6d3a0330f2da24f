"""No hostile test opens a connection, nor does a program that it starts, or touches the user's library; screens stand
still."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import NoReturn

import pytest
import urllib3.util.connection  # noqa: F401 - binds a socket when imported: test_arguments has a test of that

os.environ["TEXTUAL_ANIMATIONS"] = "none"


@pytest.fixture(autouse=True)
def _sealed(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Internet sockets are forbidden, as is asking for an address; the library is an empty one."""

    class Local(socket.socket):
        def __init__(self, family: int = -1, *rest: int, **named: object) -> None:
            if family in (-1, socket.AF_INET, socket.AF_INET6):
                _refuse()
            super().__init__(family, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "socket", Local)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)
    monkeypatch.setenv("SIDEBYLINE_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1] / "sealed"))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TEXTUAL", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)


def _refuse(*_: object, **__: object) -> NoReturn:
    pytest.fail("a connection was about to be opened")


@pytest.fixture(scope="session")
def neighbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A decent article that shares words with most cases."""
    path = tmp_path_factory.mktemp("decent") / "decent.txt"
    path.write_text(
        "Ann Roe opened the quay in 2009. “It is a good day,” said Ann Roe, 44.\n\n"
        "About 310 people came to the quay on 5 May 2012. Ben Low left.\n",
        "utf-8",
    )
    return path
