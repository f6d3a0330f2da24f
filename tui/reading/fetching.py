"""An address on the web → articles: the one module that opens a connection, and only where the reader asks for it.

http and https, straight to the server: no proxy, no cookie, no password, nothing but the page itself. Whatever an
address leads to, by its name or by a redirect, is looked up first, and only a public address is connected to – the very
one that was looked up, so that a name which means something else a moment later changes nothing. Size, time and
redirects are limited.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from email.message import Message
from hashlib import sha256
from importlib.metadata import version
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from tui.article import Article
from tui.frozen import dataclass
from tui.reading.decoding import decoded_as
from tui.reading.formats import read_source
from tui.reading.problem import ReadingError
from tui.reading.source import Source

LARGEST = 20 * 1024 * 1024
"""Bytes of an answer."""
SECONDS = 30.0
"""For one answer, from the connection to its last byte."""
MOST_REDIRECTS = 5
_PATIENCE = 10.0
"""Seconds without a byte."""
_REDIRECTS = (301, 302, 303, 307, 308)
_UNUSUAL = "/%:=&?~+!$,;'@()*[]"
_NAT64 = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    reason: str
    headers: Message
    body: bytes


def fetch(address: str, *, allow_private: bool = False, now: datetime | None = None) -> list[Article]:
    """The articles at an address, with `url` and `retrieved`.

    `allow_private` lets it reach this machine and its own network too. Raises `ReadingError`.
    """
    at = (now or datetime.now(UTC)).isoformat(timespec="seconds")
    url, answer = _followed(address, allow_private=allow_private)
    if answer.status != 200:
        raise ReadingError(address, f"the server answers {answer.status} {answer.reason}".rstrip(), "check the address")
    if not answer.body.strip():
        raise ReadingError(address, "the server sends an empty page", "open it in a browser and save it")
    articles = read_source(_source(answer, address, url))
    alone = len(articles) == 1
    return [replace(a, url=url if alone else a.url or url, retrieved=at) for a in articles]


def _source(answer: _Answer, address: str, url: str) -> Source:
    """What was sent; in the encoding that the server names, where that is not UTF-8."""
    data, inner = answer.body, urlsplit(url).path.rpartition("/")[2]
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = decoded_as(answer.headers.get_content_charset(), data)
        data = text.encode("utf-8", "replace") if text else data
    return Source(data, address, inner=inner, sha=sha256(answer.body).hexdigest())


def _followed(address: str, *, allow_private: bool) -> tuple[str, _Answer]:
    """Where an address leads in the end, and what is sent from there."""
    url = address
    for _ in range(MOST_REDIRECTS + 1):
        parts = _checked(url, address)
        answer = _asked(parts, address, _reachable(parts, address, allow_private=allow_private))
        onward = answer.headers.get("location")
        if answer.status not in _REDIRECTS or not onward:
            return parts.geturl(), answer
        url = _onward(parts, onward, address)
    raise ReadingError(address, f"redirects more than {MOST_REDIRECTS} times", "open it in a browser and save the page")


def _onward(parts: SplitResult, location: str, address: str) -> str:
    try:
        url = urljoin(parts.geturl(), location)
        scheme = urlsplit(url).scheme
    except ValueError as error:
        raise ReadingError(address, "leads to what is not an address", "open it in a browser and save it") from error
    if parts.scheme == "https" and scheme == "http":
        raise ReadingError(address, "leads from https to http, where anyone may change the page", "name that address")
    return url


def _checked(url: str, address: str) -> SplitResult:
    """The parts of a web address, spelled as they are sent."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
        ascii_host = host.encode("idna").decode("ascii") if host and not host.isascii() else host
    except (ValueError, UnicodeError) as error:
        raise ReadingError(address, "not an address", "give one like https://news.example/article") from error
    if parts.scheme not in ("http", "https") or not ascii_host:
        raise ReadingError(address, "not an address of the web", "give one like https://news.example/article")
    if parts.username is not None or parts.password is not None:
        raise ReadingError(address, "carries a user name or password", "open it in a browser and save the page")
    place = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    netloc = f"{place}:{port}" if port else place
    return SplitResult(parts.scheme, netloc, quote(parts.path or "/", _UNUSUAL), quote(parts.query, _UNUSUAL), "")


def _reachable(parts: SplitResult, address: str, *, allow_private: bool) -> list[str]:
    """The addresses of the server, as numbers; all of them have to be public."""
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, _port(parts), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadingError(address, f"{host} is not known", "check the address and the connection") from error
    numbers = list(dict.fromkeys(str(place[0]) for *_, place in found))
    private = [] if allow_private else [number for number in numbers if not is_public(number)]
    if private or not numbers:
        what = f"{host} leads to {private[0]}, which is not public" if private else f"{host} is not known"
        raise ReadingError(address, what, "--allow-private fetches from your own network")
    return numbers


def is_public(number: str) -> bool:
    """Whether an IP address belongs to the internet, and not to this machine, its network or a special purpose."""
    try:
        ip = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    inside = _embedded(ip) if isinstance(ip, IPv6Address) else None
    if inside is not None:
        return is_public(str(inside))
    special = ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local
    return ip.is_global and not special


def _embedded(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for."""
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


class _Connection(http.client.HTTPConnection):
    """To one of the numbers that were looked up, under the name that was asked for."""

    def __init__(self, parts: SplitResult, numbers: list[str]) -> None:
        super().__init__(parts.hostname or "", _port(parts), timeout=_PATIENCE)
        self._numbers = numbers
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None
        self._opened: socket.socket | None = None

    def connect(self) -> None:
        self.sock = _opened(self._numbers, self.port)
        if self._tls is not None:
            self.sock = self._tls.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
        self._opened = self.sock

    def greet(self) -> None:
        if isinstance(self.sock, ssl.SSLSocket):
            self.sock.do_handshake()

    def hang_up(self) -> None:
        """From any thread; `sock` is not there any more while an answer is read to its end."""
        if self._opened is not None:
            with suppress(OSError):
                self._opened.shutdown(socket.SHUT_RDWR)


def _opened(numbers: list[str], port: int) -> socket.socket:
    last: OSError = OSError("no address")
    for number in numbers:
        try:
            return socket.create_connection((number, port), timeout=_PATIENCE)
        except OSError as error:
            last = error
    raise last


def _asked(parts: SplitResult, address: str, numbers: list[str]) -> _Answer:
    connection = _Connection(parts, numbers)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    try:
        connection.connect()
        with _cut_off_after(SECONDS, connection):
            connection.greet()
            headers = {
                "User-Agent": f"Sidebyline/{version('sidebyline')}",
                "Accept": "text/html, application/xhtml+xml, */*;q=0.5",
                "Accept-Encoding": "identity",
            }
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            body = b"" if answer.status in _REDIRECTS else answer.read(LARGEST + 1)
            whole = answer.status in _REDIRECTS or answer.length in (None, 0) or len(body) > LARGEST
    except ssl.SSLCertVerificationError as error:
        raise ReadingError(
            address, f"its certificate is not valid ({error.verify_message})", "do not trust it"
        ) from error
    except TimeoutError as error:
        raise ReadingError(address, "the server does not answer", "try again later") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ReadingError(address, f"no answer that can be read ({_reason(error)})", "try again later") from error
    finally:
        connection.close()
    if len(body) > LARGEST:
        raise ReadingError(address, f"sends more than {LARGEST // 2**20} MB", "open it in a browser and save the page")
    if not whole:
        raise ReadingError(address, "the answer was cut off", "try again later")
    return _Answer(answer.status, answer.reason, answer.headers, body)


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()[:200]


@contextmanager
def _cut_off_after(seconds: float, connection: _Connection) -> Iterator[None]:
    """A server that sends a byte now and then would keep every single wait short."""
    late = threading.Event()

    def hang_up() -> None:
        late.set()
        connection.hang_up()

    timer = threading.Timer(seconds, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, http.client.HTTPException, ValueError) as error:
        if late.is_set():
            raise TimeoutError from error
        raise
    finally:
        timer.cancel()
    if late.is_set():
        raise TimeoutError
