"""Chromium without a window, in its own protocol: what a test presses, a page gets as real keys and clicks."""

from __future__ import annotations

import asyncio
import itertools
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--no-first-run", "--remote-debugging-port=0", "--remote-allow-origins=*", "--window-size=1280,800",
)  # fmt: skip
_KEYS = {"Enter": ("\r", 13), "Tab": ("\t", 9), "Escape": ("", 27)}


class Page:
    """One tab."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._numbers = socket, itertools.count(1)
        self.requested: list[str] = []
        """Every address that the page asked for."""

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        while True:
            message = await self._socket.receive_json(timeout=30)
            if message.get("method") == "Network.requestWillBeSent":
                self.requested.append(message["params"]["request"]["url"])
            if message.get("method") == "Network.webSocketCreated":
                self.requested.append(message["params"]["url"])
            if message.get("id") == number:
                assert "error" not in message, message
                return dict(message["result"])

    async def open(self, address: str) -> None:
        await self.call("Page.enable")
        await self.call("Network.enable")
        await self.call("Page.navigate", url=address)

    async def value(self, expression: str) -> Any:
        result = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        return result["result"].get("value")

    async def until(self, expression: str, seconds: float = 40) -> Any:
        """The value of an expression as soon as there is one."""
        for _ in range(int(seconds / 0.1)):
            if value := await self.value(expression):
                return value
            await asyncio.sleep(0.1)
        raise AssertionError(f"never true: {expression}")

    async def press(self, key: str) -> None:
        text, code = _KEYS[key] if key in _KEYS else (key, ord(key.upper()))
        for kind in ("keyDown", "keyUp"):
            named = {"key": key, "windowsVirtualKeyCode": code} | ({"text": text} if text and kind == "keyDown" else {})
            await self.call("Input.dispatchKeyEvent", type=kind, **named)

    async def click(self, x: float, y: float) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            await self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)


@asynccontextmanager
async def browser(folder: Path) -> AsyncIterator[Page]:
    """A fresh browser with its profile in the folder."""
    assert CHROMIUM
    process = await asyncio.create_subprocess_exec(
        CHROMIUM, *_FLAGS, f"--user-data-dir={folder}", "about:blank",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stderr
        line = b""
        while b"DevTools listening" not in line:
            line = await asyncio.wait_for(process.stderr.readline(), 60)
            assert line, "Chromium has ended"
        [port] = re.findall(r"127\.0\.0\.1:(\d+)", line.decode())
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                [target] = [tab for tab in await answer.json() if tab["type"] == "page"]
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                yield Page(socket)
    finally:
        process.kill()
        await process.wait()
