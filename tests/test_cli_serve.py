"""serve: who comes in and who does not, and the reader in a real browser, by keys and by mouse."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.test_cli import ROOT, A, B, sidebyline

pytest.importorskip("textual_serve", reason="sidebyline[serve] is not installed")
from tests.browser import CHROMIUM, Page, browser


class Served:
    """The program as a user starts it."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process, self.address = process, address
        self.host = urlsplit(address).netloc

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str]]:
        host, _, port = self.host.rpartition(":")
        connection = HTTPConnection(host, int(port), timeout=30)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders())

    def enter(self) -> str:
        """The cookie of the first visit."""
        status, headers = self.get(self.address.removeprefix(f"http://{self.host}"))
        assert status == 303
        return headers["Set-Cookie"].partition(";")[0]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    environment = {**os.environ, "SIDEBYLINE_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tui", "serve", str(A), str(B)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=tmp_path) as process:
        assert process.stdout
        yield Served(process, process.stdout.readline().strip())
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) in (0, 130)


def test_only_the_first_visit_with_the_token_comes_in(served: Served) -> None:
    way = served.address.removeprefix(f"http://{served.host}")
    assert served.address.startswith("http://127.0.0.1:")
    for path in ("/", "/ws", "/static/js/textual.js", "/?token=", "/?token=wrong", "/ws" + way[1:]):
        assert served.get(path)[0] == 403, path
    assert served.get(way, Host="evil.example")[0] == 403, "the token is not spent under a foreign name"
    cookie = served.enter()
    assert served.get(way)[0] == 403, "the token is good once"
    assert served.get("/", Cookie=cookie + "x")[0] == 403
    status, headers = served.get("/", Cookie=cookie)
    assert status == 200
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    port = served.host.rpartition(":")[2]
    assert served.get("/", Cookie=cookie, Host=f"localhost:{port}")[0] == 200
    for host in (f"evil.example:{port}", "127.0.0.1:1", "127.0.0.1", f"10.0.0.1:{port}", ""):
        assert served.get("/", Cookie=cookie, Host=host)[0] in (400, 403), host


def test_the_socket_needs_cookie_and_origin(served: Served) -> None:
    cookie = served.enter()
    upgrade = {
        "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
    }  # fmt: skip
    ours = f"http://{served.host}"
    for headers in ({"Origin": ours}, {"Cookie": cookie}, {"Cookie": cookie, "Origin": "http://evil.example"}):
        assert served.get("/ws", **upgrade, **headers)[0] == 403
    assert served.get("/ws", **upgrade, Cookie=cookie, Origin=ours)[0] == 101


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
async def test_the_reader_in_chromium_by_keys_and_mouse(served: Served, tmp_path: Path) -> None:
    async with browser(tmp_path / "profile") as page:
        await page.open(served.address)
        await page.until("document.body.classList.contains('-first-byte')")
        first = await _settled(page)
        await page.value("document.querySelector('.xterm-helper-textarea').focus()")
        help_shown = await _changed(page, first, lambda: page.press("?"))
        compared = await _changed(page, help_shown, lambda: page.press("Escape"))
        moved = await _changed(page, compared, lambda: page.press("J"))
        lines = itertools.cycle((300, 500, 200))  # the reader may stand on one of them already
        await _changed(page, moved, lambda: page.click(200, next(lines)))
        assert await page.value("location.search") == "", "the token is out of the address"
        assert all(_is_local(address, served.host) for address in page.requested), page.requested
        assert any(address.startswith("ws://") for address in page.requested)
        for _ in range(3):
            await page.press("q")
        await page.until("document.body.classList.contains('-closed')")


async def _settled(page: Page) -> str:
    """A picture of the page once nothing moves any more."""
    pictures = [""]
    for _ in range(100):
        await asyncio.sleep(0.3)
        pictures.append((await page.call("Page.captureScreenshot", format="png"))["data"])
        if len({*pictures[-3:]}) == 1:
            return str(pictures[-1])
    raise AssertionError("the screen does not come to rest")


async def _changed(page: Page, before: str, act: Callable[[], Awaitable[None]]) -> str:
    """The picture after an act. A busy machine may draw late, or lose a key while the program still starts."""
    for _ in range(4):
        await act()
        for _ in range(40):
            await asyncio.sleep(0.3)
            if (await page.call("Page.captureScreenshot", format="png"))["data"] != before:
                return await _settled(page)
    raise AssertionError("the screen did not change")


def _is_local(address: str, host: str) -> bool:
    return urlsplit(address).netloc == host or address.startswith(("data:", "blob:", "about:"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--port", "70000"),
        ("--port", "x"),
        ("--host", "no.such.host.invalid"),
        ("--host", "203.0.113.9"),
        ("--nonsense",),
    ],
)
def test_trouble_with_serving_is_one_line_each(arguments: tuple[str, ...]) -> None:
    done = sidebyline("serve", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith("sidebyline: ")
    assert done.stderr.count("\n") == (2 if "--host" in arguments else 1), "a foreign host is warned of"


def test_without_its_package_it_says_how_to_get_it() -> None:
    code = "import sys; sys.modules['textual_serve'] = None; from tui.cli import run; sys.exit(run(['serve']))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "pip install 'sidebyline[serve]'" in done.stderr


def test_the_page_names_no_other_place() -> None:
    page = (ROOT / "tui/cli/serve.html").read_text("utf-8")
    assert "//" not in page
