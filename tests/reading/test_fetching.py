"""Fetching: what is asked for is read like a saved page, nothing private is reached, and no server can keep us."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tui.reading import ReadingError, fetching
from tui.reading.fetching import fetch, is_public

PAGE = """<html><head><title>Mayor resigns</title><meta property="og:title" content="Mayor resigns">
<script>document.title = "run"</script></head><body><article><h1>Mayor resigns</h1>
<p>The mayor of Aldwick resigned on Monday after a vote in the town hall — her deputy takes over.</p>
<p>The council meets again on Friday to choose who follows her, the clerk said.</p></article></body></html>"""
NOW = datetime(2023, 9, 15, 10, 0, tzinfo=UTC)


class Server(BaseHTTPRequestHandler):
    """Answers by path."""

    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers.get("Host", "")))
        answer = getattr(self, "answer_" + self.path.strip("/").partition("/")[0].replace("-", "_"), None)
        if answer is None:
            self.give(b"gone", status=404)
        else:
            answer()

    def give(self, body: bytes, *, status: int = 200, type: str = "text/html", length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def send_to(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.end_headers()

    def answer_page(self) -> None:
        self.give(PAGE.encode())

    def answer_old(self) -> None:
        self.give(PAGE.encode("cp1252"), type="text/html; charset=windows-1252")

    def answer_feed(self) -> None:
        items = "".join(
            f"<item><title>Story {n}</title><link>https://x.example/{n}</link>"
            f"<description>It is told {n}.</description></item>"
            for n in (1, 2)
        )
        self.give(f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>".encode(), type="text/xml")

    def answer_moved(self) -> None:
        self.send_to("../page#top")

    def answer_to(self) -> None:
        self.send_to(self.path.removeprefix("/to/"))

    def answer_around(self) -> None:
        self.send_to("/around")

    def answer_large(self) -> None:
        self.give(b"x" * 2000)

    def answer_cut(self) -> None:
        self.give(PAGE.encode(), length=100_000)

    def answer_empty(self) -> None:
        self.give(b"")

    def answer_picture(self) -> None:
        self.give(b"\x89PNG\r\n\x1a\n" + bytes(50), type="image/png")

    def answer_junk(self) -> None:
        self.wfile.write(b"\x1b[2J no http at all\r\n\r\n")

    def answer_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            for _ in range(100):
                self.wfile.write(b"<p>more")
                self.wfile.flush()
                time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    """A server of our own on this machine."""
    Server.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def trouble(address: str, *, allow_private: bool = True) -> str:
    with pytest.raises(ReadingError) as error:
        fetch(address, allow_private=allow_private)
    assert str(error.value).startswith(address + ": ")
    return str(error.value)


def test_a_page_is_read_like_a_saved_one(site: str) -> None:
    [article] = fetch(f"{site}/page", allow_private=True, now=NOW)
    assert (article.title, article.url, article.path) == ("Mayor resigns", f"{site}/page", f"{site}/page")
    assert article.retrieved == "2023-09-15T10:00:00+00:00"
    assert (article.extractor or "").startswith("trafilatura")
    assert "town hall — her deputy" in article.text
    assert "run" not in article.text.split()


def test_an_encoding_that_only_the_server_names_is_heeded(site: str) -> None:
    assert "town hall — her deputy" in fetch(f"{site}/old", allow_private=True)[0].text


def test_the_entries_of_a_feed_keep_their_own_addresses(site: str) -> None:
    articles = fetch(f"{site}/feed", allow_private=True)
    assert [a.url for a in articles] == ["https://x.example/1", "https://x.example/2"]
    assert [a.path for a in articles] == [f"{site}/feed#1", f"{site}/feed#2"]


def test_a_redirect_is_followed_and_the_last_address_kept(site: str) -> None:
    [article] = fetch(f"{site}/moved/here", allow_private=True)
    assert (article.url, article.path) == (f"{site}/page", f"{site}/moved/here")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/none", "404"), ("/around", "redirects more than 5 times"), ("/cut", "cut off"), ("/empty", "empty"),
        ("/picture", "PNG"), ("/junk", "no answer that can be read"),
        ("/to/file:///etc/passwd", "not an address of the web"),
        ("/to/http://[::1", "not an address"), ("/to/http://u:p@127.0.0.1/", "user name"),
    ],
)  # fmt: skip
def test_what_cannot_be_had_is_one_line(site: str, path: str, says: str) -> None:
    assert says in trouble(site + path)


def test_size_and_time_are_limited(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1000)
    assert "more than" in trouble(f"{site}/large")
    monkeypatch.setattr(fetching, "SECONDS", 0.3)
    monkeypatch.setattr(fetching, "LARGEST", 10**6)
    assert "does not answer" in trouble(f"{site}/drip")


@pytest.mark.parametrize(
    "address",
    [
        "", "news.example", "ftp://news.example/a", "file:///etc/passwd", "http://", "http://[::1", "http://a:b@c.example/",
        "http://news.example:99999/", "javascript:alert(1)", "http://\x1b[2J.example/", "http:///path",
    ],
)  # fmt: skip
def test_what_is_no_address_is_one_line_and_nothing_is_looked_up(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: pytest.fail("looked up") if "\x1b" not in a[0] else [])
    trouble(address)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",  # noqa: S104
        "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0",
        "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
        "2002:7f00:1::", "2001:db8::1", "nonsense",
    ],
)  # fmt: skip
def test_no_such_address_is_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_such_an_address_is_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "127.1", "localhost", "0"])
def test_this_machine_is_not_reached_however_it_is_written(site: str, host: str) -> None:
    port = site.rpartition(":")[2]
    assert "not public" in (told := trouble(f"http://{host}:{port}/page", allow_private=False)) or "not known" in told
    assert Server.asked == []


def test_one_private_address_among_a_names_addresses_is_enough(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (n, 80)) for n in ("8.8.8.8", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: found)
    monkeypatch.setattr(socket, "create_connection", lambda *a, **k: pytest.fail("connected"))
    assert "127.0.0.1, which is not public" in trouble("http://news.example/a", allow_private=False)


def test_every_step_of_a_redirect_is_looked_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "is_public", lambda number: number == "127.0.0.1")
    port = site.rpartition(":")[2]
    assert "not public" in trouble(f"{site}/to/http://127.0.0.2:{port}/page", allow_private=False)
    assert len(Server.asked) == 1


def test_a_name_that_means_something_else_a_moment_later_changes_nothing(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address that was checked is connected to, under the name that was asked for."""
    port = int(site.rpartition(":")[2])
    answers = iter([[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]])
    connect = socket.create_connection
    numbers = []

    def connected(place: tuple[str, int], timeout: float | None = None) -> socket.socket:
        numbers.append(place[0])
        monkeypatch.undo()
        return connect(place, timeout)

    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: next(answers))
    monkeypatch.setattr(socket, "create_connection", connected)
    fetch(f"http://news.example:{port}/page", allow_private=True)
    assert numbers == ["127.0.0.1"]
    assert Server.asked == [("/page", f"news.example:{port}")]


def test_from_https_no_redirect_leads_to_http(monkeypatch: pytest.MonkeyPatch) -> None:
    from email.message import Message

    headers = Message()
    headers["Location"] = "http://news.example/a"
    answer = fetching._Answer(302, "Found", headers, b"")
    monkeypatch.setattr(fetching, "_reachable", lambda *a, **k: ["8.8.8.8"])
    monkeypatch.setattr(fetching, "_asked", lambda *a: answer)
    assert "from https to http" in trouble("https://news.example/a")
