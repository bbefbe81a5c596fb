"""A file from the steward's browser into the zone's inbox, piece by piece: it is never whole in memory.

Rule    its name comes in a header, so it stands in no address; the inbox holds whole files only
"""

from __future__ import annotations

import os
import secrets
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from dashboard.texts import zone as say
from dashboard.view import LANGUAGE_COOKIE, language_of
from dashboard.zone import jobs, place
from metrics.problem import Language, Text, UserProblem
from pipelines import arrival, identity
from pipelines.readers import Limits

MAX_BYTES: Final = Limits().file_bytes
"""What the readers take: a larger file would be refused anyway."""


def form(language: Language) -> str:
    """The way in on the page; `zone.js` sends the file piece by piece and shows how far it has come."""
    return (
        f"<p>{escape(said_size(say.ADD_TEXT)[language])}</p>"
        f'<div class="upload" data-arriving="{escape(say.ARRIVING[language])}" '
        f'data-cut-off="{escape(say.ARRIVED_NOT[language])}">'
        f'<input type="file" id="new-file" class="vh" aria-describedby="new-file-kinds">'
        f'<label for="new-file">{escape(say.CHOOSE[language])}</label>'
        f'<p class="quiet" id="new-file-kinds">{escape(say.KINDS[language])}</p>'
        f'<div class="upload-state" role="status"></div></div>'
    )


async def receive(request: Request) -> Response:
    """Put the request's body in the inbox under the name it says; a problem is told in the reader's language."""
    language = language_of(request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE))
    try:
        name = _name(request)
        inbox = place.workspace().inbox(place.organisation())
        if jobs.running(inbox):
            raise UserProblem("busy", say.IN_USE, exit_code=75)
        await _keep(request, inbox / name)
    except UserProblem as problem:
        return JSONResponse({"code": problem.code, "problem": problem.text[language]}, status_code=400)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody listens any more; what had come is taken away
    return JSONResponse({"problem": None})


def _name(request: Request) -> str:
    """The file's name, where it is this page that sends it.

    Rule    another site can make a browser send a file here, but cannot add our header without being asked first
    Fails   not_from_here, file_name, and identity_number where the name itself holds one
    """
    origin = request.headers.get("origin")
    if "x-file-name" not in request.headers or (origin and urlsplit(origin).netloc != request.headers.get("host")):
        raise UserProblem("not_from_here", say.NOT_FROM_HERE)
    name = unquote(request.headers["x-file-name"])
    identity.refuse_name(name)
    arrival.check_name(name)
    return name


async def _keep(request: Request, target: Path) -> None:
    """Write beside, then rename; whatever goes wrong, nothing half is left."""
    beside = target.parent / f".arriving-{secrets.token_hex(8)}"
    size = 0
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            async for part in request.stream():
                size += len(part)
                if size > MAX_BYTES:
                    raise UserProblem("file_too_large", said_size(say.TOO_LARGE))
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
        jobs.forget(target)
    finally:
        beside.unlink(missing_ok=True)


def said_size(text: Text) -> Text:
    """A text with the largest size a file may have."""
    return text.format(size=f"{MAX_BYTES // 1024**3} GB")
