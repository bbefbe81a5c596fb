"""The server of one organisation's zone: its three pages and the way in for a file, on this computer only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import front
from dashboard.zone import place, upload
from dashboard.zone.view import PATHS
from metrics.indicator import Organisation

SCRIPT: Final = Path(__file__).parent / "app.py"


def serve(
    workspace: Path, organisation: Organisation, port: int, open_browser: bool, ready: Callable[[], None] | None = None
) -> None:
    """Show one organisation's zone on 127.0.0.1 until stopped.

    In      ready  what to do once the port is ours
    Fails   workspace_missing; port_taken where another program listens on `port`
    """
    place.told(workspace, organisation)
    place.workspace()
    front.run(app, port, open_browser, ready)


def _page(request: Request) -> Response:
    return front.page(request, "explain.js", "zone.js")


def _health(request: Request) -> Response:
    return JSONResponse({"status": "ok"})


app = front.application(
    SCRIPT,
    [
        *(Route(path, _page) for path in PATHS.values()),
        Route("/inbox", upload.receive, methods=["PUT"]),
        Route("/health", _health),
    ],
)
