"""Runs the application on this machine alone until it is interrupted."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from xref.errors import OutputError

HOST = "127.0.0.1"
AT_ONCE = 64
"""connections; a browser opens six"""


class _Server(uvicorn.Server):
    """Tells its port once it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[int], None]) -> None:
        super().__init__(config)
        self.ready = ready

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.ready(self.servers[0].sockets[0].getsockname()[1])


def serve(app: ASGIApp, port: int, ready: Callable[[int], None]) -> None:
    """Serves `app` until interrupted; `port` 0 takes a free one, and `ready` is called with it.

    Raises OutputError when the port cannot be had.
    """
    # its messages would be lines of requests on the reviewer's terminal, and hold what a stranger sent
    logging.getLogger("uvicorn").addHandler(logging.NullHandler())
    logging.getLogger("uvicorn").propagate = False
    config = uvicorn.Config(
        app, HOST, port, log_config=None, access_log=False, server_header=False, limit_concurrency=AT_ONCE,
        proxy_headers=False, ws="none", timeout_graceful_shutdown=3, lifespan="off",
    )  # fmt: skip
    try:
        _Server(config, ready).run()
    except SystemExit as fault:
        raise OutputError(f"port {port} of {HOST} cannot be had: leave --port out, and a free one is taken") from fault
