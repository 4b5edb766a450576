"""The door: who may come in. It stands before all routes, so that no route can be forgotten.

What it keeps out: other machines (the server listens on 127.0.0.1 only), names that were led here (DNS rebinding: the
Host must be this machine's, with this port), other pages in the same browser (Origin, Fetch metadata, a cookie that is
sent with no other page's request), other users of the machine (a token of 32 random bytes).
Sources: OWASP Cross-Site Request Forgery Prevention; W3C Fetch Metadata; RFC 6265bis on SameSite.
"""

from __future__ import annotations

import hmac
import secrets
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'; base-uri 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""of every answer"""
_CLOSED = "open the address that xref printed when it started; it can be used once, in one browser"


class Door:
    """An ASGI application before another one."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app = app
        self.token = token
        self.used = False
        # the cookie is not the token, so that an address in a history or a log opens nothing
        self.session = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or lets the request through."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no WebSockets: the connection is closed

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
                message = {**message, "headers": [*message.get("headers", ()), *ours]}
            await send(message)

        answer = self._answer(scope) or self.app
        await answer(scope, receive, guarded)

    def _answer(self, scope: Scope) -> Response | None:
        """The refusal or the exchange of the token; None lets the request through."""
        headers = Headers(scope=scope)
        port = scope["server"][1]
        here = {f"127.0.0.1:{port}", f"localhost:{port}"}
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in here:
            return refuse(403, "this Host is not served: the page is at 127.0.0.1 only")
        if not _ours(headers, hosts[0].lower(), scope["method"]):
            return refuse(403, "this request comes from another page")
        cookie = f"xref-{port}"  # cookies know no ports, and two servers may run at once
        if _same(_cookie(headers, cookie), self.session):
            return None if not scope["query_string"] else RedirectResponse("/", 303)
        given = scope["query_string"].decode("latin-1").removeprefix("token=")
        if scope["method"] != "GET" or scope["path"] != "/" or self.used or not _same(given, self.token):
            return refuse(403, _CLOSED)
        self.used = True
        answer = RedirectResponse("/", 303)
        answer.set_cookie(cookie, self.session, httponly=True, samesite="strict", path="/")
        return answer


def refuse(status: int, message: str) -> JSONResponse:
    """An answer that says what was wrong, in the form the page reads."""
    return JSONResponse({"error": message}, status)


def _ours(headers: Headers, host: str, method: str) -> bool:
    """Whether nothing says that another page has sent it. A program that is no browser sends neither header."""
    origins = headers.getlist("origin")
    if origins and origins != [f"http://{host}"]:
        return False
    # a GET changes nothing and may come from the reviewer's own typing ("none"); all else must come from our page
    return method in ("GET", "HEAD") or headers.get("sec-fetch-site", "same-origin") == "same-origin"


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie("; ".join(headers.getlist("cookie")))
    except CookieError:
        return ""
    return found[name].value if name in found else ""


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), known.encode())
