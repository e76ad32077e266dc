"""A server for one's own browser: loopback only, and deaf to pages of other origins. Needs textual-serve."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator

from aiohttp import WSMessage, WSMsgType, web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.app_service import AppService
from textual_serve.server import Server

from tui.cli.output import say

HOST = "127.0.0.1"
_FOREIGN = re.compile(r"""<link\b[^>]*\bhref="(?:https?:)?//(?!127\.0\.0\.1[:/])[^>]*>""")
"""What a page would fetch from elsewhere: textual-serve names a font, and falls back to the fonts of the computer without it."""
_MOST = 1000
"""Columns or rows that a page is believed to have."""


class Loopback(Server):
    """The explorer, started anew for each page that is opened."""

    def __init__(self, command: str, port: int) -> None:
        super().__init__(command, host=HOST, port=port, title="rashomon")

    def initialize_logging(self) -> None:
        """What is worth a word is said on stderr."""

    async def on_startup(self, app: web.Application) -> None:
        """Say where."""
        say(f"serving on {self.public_url}/ until Ctrl+C")

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(only_own(self.port))
        return app

    async def _process_messages(self, websocket: web.WebSocketResponse, app_service: AppService) -> None:
        """Textual-serve ends a page that says anything else than its own do, with a traceback."""
        await super()._process_messages(_Page(websocket), app_service)  # type: ignore[arg-type]  # all that is asked of one


class _Page:
    """What a page says that can be understood."""

    def __init__(self, websocket: web.WebSocketResponse) -> None:
        self._websocket = websocket
        self.send_json = websocket.send_json

    async def __aiter__(self) -> AsyncIterator[WSMessage]:
        async for message in self._websocket:
            if message.type == WSMsgType.TEXT and understood(message.data):
                yield message


def understood(said: str) -> bool:
    """Whether a page of textual-serve says so: keys, a size, a sign of life, whether it is looked at."""
    try:
        match json.loads(said):
            case ["stdin", str(keys)]:
                keys.encode()
                return True
            case ["resize", {"width": int(width), "height": int(height)}]:
                return 0 < width <= _MOST and 0 < height <= _MOST
            case ["ping", str()] | ["blur"] | ["focus"]:
                return True
    except (ValueError, RecursionError):
        pass  # no JSON, half a character, or lists in lists without end
    return False


def only_own(port: int) -> Middleware:
    """Refuse requests that name another host (a rebound name) or come from a page of another origin; let pages neither name nor
    fetch anything from elsewhere."""
    hosts = [f"{HOST}:{port}", f"localhost:{port}"]
    origins = [f"http://{host}" for host in hosts]
    own = " ".join(origins)
    policy = (
        f"default-src {own} data: blob: 'unsafe-inline'; connect-src {own} {' '.join(f'ws://{host}' for host in hosts)}; "
        "frame-ancestors 'none'; form-action 'none'; base-uri 'none'"
    )

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if request.host not in hosts or (origin is not None and origin not in origins):
            raise web.HTTPForbidden(text="rashomon answers pages of its own address only")
        if request.path == "/ws" and origin is None:
            raise web.HTTPForbidden(text="rashomon answers browsers only")
        response = await handler(request)
        if not response.prepared:
            if isinstance(response, web.Response) and response.content_type == "text/html":
                response.text = _FOREIGN.sub("", response.text or "")
            response.headers["Content-Security-Policy"] = policy
        return response

    return guarded
