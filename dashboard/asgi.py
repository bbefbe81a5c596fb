"""The server of the pages: which addresses there are, the joint zone it shows, and its health."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import data, front, register_desk
from dashboard.view import PATHS
from metrics.problem import UserProblem
from pipelines import published

SCRIPT: Final = Path(__file__).parent / "app.py"


def serve(joint: Path, port: int, open_browser: bool, register_url: str = "") -> None:
    """Show one joint zone on 127.0.0.1 until stopped.

    In      register_url  of a register on a server; "" where it is a file in the zone
    Fails   port_taken where another program listens on `port`
    """
    os.environ[data.JOINT] = str(joint.resolve())
    os.environ[data.REGISTER] = register_url
    register_desk.prepare()
    front.run(app, port, open_browser)


def page(request: Request) -> Response:
    """The document of one page, with what sends its forms."""
    return front.page(request, "register.js")


def health(request: Request) -> Response:
    """Whether the server has a release to show, and which; for machines that watch, without any secret."""
    try:
        folder = data.joint()
    except UserProblem as problem:
        return JSONResponse({"status": problem.code, "release_id": None}, status_code=503)
    release_id = published.current(folder)
    if release_id is None:
        return JSONResponse({"status": "nothing_published", "release_id": None})
    found = release_id in published.releases(folder)
    status = {"status": "ok" if found else "release_missing", "release_id": release_id}
    return JSONResponse(status, status_code=200 if found else 503)


app = front.application(
    SCRIPT,
    [*(Route(path, page) for path in PATHS.values()), *register_desk.ROUTES, Route("/health", health)],
)
