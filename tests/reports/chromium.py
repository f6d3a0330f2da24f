"""Debian's Chromium without a window, spoken to over a pipe: what a reader's browser makes of a report.

The DevTools protocol over two file descriptors needs no driver, no port and no download.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest

_PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")
needs_chromium = pytest.mark.skipif(_PROGRAM is None, reason="needs Chromium, to open the page as a reader does")


def is_there() -> bool:
    """Whether this machine has the browser."""
    return _PROGRAM is not None


class Tab:
    """One page. Every call waits for its answer; a fault of the page's own script fails the test."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._write, self._read = os.fdopen(to_browser, "wb"), os.fdopen(from_browser, "rb")
        self._session: str | None = None
        self._number = 0
        self._events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """One command of the protocol."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._write.write(json.dumps(message).encode() + b"\0")
        self._write.flush()
        while (answer := self._next()).get("id") != self._number:
            self._events.append(answer)
        assert "error" not in answer, answer
        return answer["result"]  # type: ignore[no-any-return]

    def look(self, width: int, height: int, scheme: Literal["light", "dark"] = "light") -> None:
        """The window's size and what the reader's system prefers."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, path: Path) -> None:
        """Opens a file and waits until it is loaded."""
        self._events.clear()
        self.call("Page.navigate", url=path.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self._events):
            self._events.append(self._next())

    def run(self, script: str) -> Any:
        """What the body of an async function returns, as JSON; the page's policy does not bind it."""
        expression = f"(async () => {{ {script} }})()"
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def complaints(self) -> list[str]:
        """Faults of the page's script, and what its policy refused."""
        self.run("return 0")
        faults = [event["params"] for event in self._events if event.get("method") == "Runtime.exceptionThrown"]
        refused = [event["params"]["entry"] for event in self._events if event.get("method") == "Log.entryAdded"]
        return [json.dumps(told) for told in (*faults, *refused)]

    def picture(self) -> bytes:
        """What stands in the window, as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])

    def printed(self) -> bytes:
        """The page as PDF, on A4."""
        return base64.b64decode(self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)["data"])

    def _next(self) -> dict[str, Any]:
        line = bytearray()
        while (byte := self._read.read(1)) != b"\0":
            assert byte, "Chromium went away"
            line += byte
        return json.loads(line)  # type: ignore[no-any-return]


@contextmanager
def chromium(profile: Path) -> Iterator[Tab]:
    """A browser of its own, ended with the block."""
    down_read, down_write = os.pipe()
    up_read, up_write = os.pipe()
    command = [_PROGRAM or "chromium", *_FLAGS, f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"]
    shell = ["bash", "-c", f'exec "$@" 3<&{down_read} 4>&{up_write}', "bash", *command]
    process = subprocess.Popen(shell, pass_fds=(down_read, up_write), stderr=subprocess.DEVNULL)
    os.close(down_read)
    os.close(up_write)
    try:
        yield Tab(down_write, up_read)
    finally:
        process.terminate()
        process.wait(timeout=20)
