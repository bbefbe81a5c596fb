"""The server of the pages: which addresses there are, the joint zone it shows, and its health."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard import data, front, register_desk
from dashboard.view import PATHS
from metrics.problem import Text, UserProblem
from pipelines import published

SCRIPT: Final = Path(__file__).parent / "app.py"
STYLE_GUIDE: Final = "SAMSYN_STYLE_GUIDE"
"""The environment variable that adds the page with every component in every state."""


def serve(
    joint: Path,
    port: int,
    open_browser: bool,
    register_url: str = "",
    *,
    contact: tuple[Text, str] | None = None,
    style_guide: bool = False,
    ready: Callable[[], None] | None = None,
) -> None:
    """Show one joint zone on 127.0.0.1 until stopped.

    In      register_url  of a register on a server; "" where it is a file in the zone
            contact       role and address of whom readers tell when something stands in their way
            style_guide   whether the page with every component is there too
            ready         what to do once the port is ours
    Fails   port_taken where another program listens on `port`
    """
    os.environ[data.JOINT] = str(joint.resolve())
    os.environ[data.REGISTER] = register_url
    os.environ[data.CONTACT] = json.dumps([contact[0].sv, contact[0].en, contact[1]]) if contact else ""
    os.environ[STYLE_GUIDE] = "1" if style_guide else ""
    register_desk.prepare()
    front.run(app, port, open_browser, ready)


def page(request: Request) -> Response:
    """The document of one page, with what explains its words and sends its forms."""
    if request.url.path == PATHS["style_guide"] and not os.environ.get(STYLE_GUIDE):
        return front.not_found(request)
    return front.page(request, "explain.js", "tour.js", "register.js")


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
