"""serve: the reader in a browser tab, for whoever holds the address that is printed, and for nobody else.

textual-serve (`sidebyline[serve]`) carries the screen between browser and program. Its page loads a font from elsewhere
and lets everybody in who reaches the port, so page, routes and door are ours: a token that is good for one visit and
leaves a cookie, and a look at Host and Origin, which is what stops a web page that had its name point here.
"""

from __future__ import annotations

import ipaddress
import logging
import secrets
import shlex
import socket
import sys
from collections.abc import Callable, Sequence
from importlib.resources import files
from string import Template

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.server import Server

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_TURNED_AWAY = "Open the address that sidebyline serve printed; it is good for one browser.\n"


def serve(paths: Sequence[str], host: str, port: int, told: Callable[[str], None]) -> None:
    """Serves until Ctrl-C. `told` gets the address. Raises `OSError` where the port cannot be had."""
    logging.getLogger("textual-serve").setLevel(logging.CRITICAL)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listening:
        door = Door(host, listening.getsockname()[1])
        served = ServedReader(shlex.join([sys.executable, "-m", "tui", "--", *paths]), door)
        told(door.address)
        web.run_app(served.web_app(), sock=listening, print=None, access_log=None)


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine reaches the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Door:
    """Who may come in."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self._token: str | None = secrets.token_urlsafe(24)
        self._session = secrets.token_urlsafe(24)
        self._cookie = f"sidebyline-{port}"
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{port}/?token={self._token}"

    def turns_away(self, request: web.Request) -> bool:
        """Whether a request comes under a foreign name, from a foreign page, or without the cookie."""
        origin = request.headers.get("Origin")
        is_ours = origin == f"http://{request.host}" if origin or request.path == "/ws" else True
        cookie = request.cookies.get(self._cookie, "")
        return not (self._knows(request.host) and is_ours and _equal(cookie, self._session))

    def lets_in(self, request: web.Request) -> web.Response | None:
        """The answer to the first visit with the token, which is worth nothing from then on."""
        given = request.query.get("token", "")
        if (
            request.path != "/"
            or self._token is None
            or not self._knows(request.host)
            or not _equal(given, self._token)
        ):
            return None
        self._token = None
        answer = web.Response(status=303, headers={"Location": "/"})
        answer.set_cookie(self._cookie, self._session, httponly=True, samesite="Lax", path="/")
        return answer

    def _knows(self, host: str) -> bool:
        """A name could be made to point here by whoever owns it; an address could not."""
        name, _, port = host.rpartition(":")
        if port != str(self.port):
            return False
        name = name.strip("[]")
        if name in ("localhost", self.host):
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        return address.is_loopback or not is_loopback(self.host)


def _equal(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


class ServedReader(Server):
    """textual-serve behind the door, with a page that loads nothing from elsewhere."""

    def __init__(self, command: str, door: Door) -> None:
        super().__init__(command, host=door.host, port=door.port, title="Sidebyline")
        self.door = door

    def web_app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard])
        app.router.add_get("/", self.page)
        app.router.add_get("/ws", self.handle_websocket)
        app.router.add_static("/static", self.statics_path)
        app.on_response_prepare.append(_harden)
        return app

    @property
    def _guard(self) -> Middleware:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            if answer := self.door.lets_in(request):
                return answer
            if self.door.turns_away(request):
                return web.Response(status=403, text=_TURNED_AWAY)
            return await handler(request)

        return guard

    async def page(self, request: web.Request) -> web.Response:
        text = Template((files("tui.cli") / "serve.html").read_text("utf-8"))
        return web.Response(text=text.substitute(socket=f"ws://{request.host}/ws"), content_type="text/html")


async def _harden(request: web.Request, response: web.StreamResponse) -> None:
    response.headers["Content-Security-Policy"] = _POLICY.format(host=request.host if "'" not in request.host else "")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
