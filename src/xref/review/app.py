"""The routes: the page, the lines that were decided, and the one place where lines are taken."""

from __future__ import annotations

import json

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from xref.errors import OutputError
from xref.review.desk import Desk, Refused
from xref.review.door import Door, refuse

BODY = 8_000_000
"""bytes of one request: a thousand pairs of ordinary sentences have a third of it"""


def build_app(desk: Desk, token: str) -> ASGIApp:
    """The whole application; `token` opens it once."""

    async def page(request: Request) -> Response:
        return HTMLResponse((await run_in_threadpool(desk.page)).encode("utf-8", "replace"))

    async def lines(request: Request) -> Response:
        # ASCII: a note may hold half a surrogate pair, which UTF-8 cannot
        return Response(json.dumps(await run_in_threadpool(desk.lines)), media_type="application/json")

    async def save(request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return refuse(415, "decisions are taken as application/json only")
        try:
            saved = await run_in_threadpool(desk.save, await _body(request))
        except Refused as fault:
            return refuse(fault.status, fault.message)
        except OutputError as fault:
            return refuse(500, fault.message)
        return JSONResponse({"saved": saved})

    routes = [
        Route("/", page, methods=["GET"]),
        Route("/api/decisions", lines, methods=["GET"]),
        Route("/api/decisions", save, methods=["POST"]),
    ]
    return Door(Starlette(routes=routes), token)


async def _body(request: Request) -> bytes:
    """The request's body; raises Refused when it is too large, before it is read where its length is told."""
    told = request.headers.get("content-length", "0")
    if not told.isdecimal() or len(told) > 12 or int(told) > BODY:
        raise Refused(413, f"more than {BODY:,} bytes")
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size > BODY:
            raise Refused(413, f"more than {BODY:,} bytes")
        pieces.append(piece)
    return b"".join(pieces)
