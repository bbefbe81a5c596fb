"""The front both servers share: address, headers, the document in the reader's language, and the style sheet.

Streamlit serves one fixed English document to everybody. Here it goes out in the reader's language, with the style
sheet already in it, with headers that let nothing load from outside, and only to this computer.
"""

from __future__ import annotations

import base64
import gc
import hashlib
import importlib
import re
import socket
import webbrowser
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util
from streamlit.web import bootstrap

from dashboard import theme
from dashboard.components import explain, reader, states
from dashboard.texts import texts
from dashboard.view import LANGUAGE_COOKIE, language_of
from metrics.problem import Language, Text, UserProblem

HOST: Final = "127.0.0.1"
STATIC: Final = Path(__file__).parent / "static"
YEAR: Final = 365 * 24 * 3600

NO_DIALOGS: Final = "window.__streamlit={HOST_CONFIG:{blockErrorDialogs:true}}"
"""Streamlit says in an English dialog that contact is lost; `static/contact.js` says it in the reader's language."""

OPTIONS: Final[dict[str, Any]] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "logger.level": "warning",
    "runner.magicEnabled": False,
    "runner.postScriptGC": False,
    "server.address": HOST,
    "server.allowedHosts": [HOST, "localhost"],
    "server.enableStaticServing": False,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "server.maxUploadSize": 1,
} | theme.streamlit_options()
"""What Streamlit is told; `.streamlit/config.toml` says the same to `streamlit run`, and a test holds them together."""


def run(app: st.App, port: int, open_browser: bool, ready: Callable[[], None] | None = None) -> None:
    """Serve one application on 127.0.0.1 until stopped.

    In      ready  what to do once the port is ours, and not before: what listens there may be another's
    Fails   port_taken where another program listens on `port`
    """
    listening = _listen(port)
    if ready:
        ready()
    bootstrap.load_config_options(OPTIONS | {"server.port": port})
    config = uvicorn.Config(app, server_header=False, access_log=False, log_level="warning", ws="websockets-sansio")
    if open_browser:
        webbrowser.open(f"http://{HOST}:{port}/")
    with listening, suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen(128)
    except OSError as problem:
        listening.close()
        text = Text(
            sv="Port {port} är upptagen av ett annat program. Välj en annan med --port, till exempel --port {other}.",
            en="Port {port} is taken by another program. Choose another with --port, for example --port {other}.",
        )
        raise UserProblem("port_taken", text.format(port=port, other=port + 1), exit_code=2) from problem
    return listening


def application(script: Path, routes: list[BaseRoute]) -> st.App:
    """A Streamlit application behind this front.

    In      routes  what it answers itself, its pages first
    """
    return st.App(
        script,
        lifespan=_frozen,
        on_script_error=_failed,
        routes=[
            *routes,
            Route("/assets/samsyn.css", style),
            Mount("/assets", StaticFiles(directory=STATIC)),
            Route("/favicon.png", lambda _: Response(status_code=404)),
            Route("/{unknown:str}", not_found),
        ],
        middleware=[Middleware(SecurityHeaders), Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"])],
    )


# --- answers of our own -----------------------------------------------------------------------------------------


def page(request: Request, *scripts: str) -> Response:
    """The document of one page, in the reader's language; a choice of language is remembered for a year.

    In      scripts  our own scripts that this page needs beside the one all pages have
    """
    asked = request.query_params.get("lang")
    language = language_of(asked, request.cookies.get(LANGUAGE_COOKIE))
    response = HTMLResponse(document(language, scripts), headers={"Cache-Control": "no-cache"})
    if asked == language:
        response.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR, httponly=True, samesite="lax")
    return response


def not_found(request: Request) -> Response:
    """A page that does not exist, said so, with the way back."""
    language = language_of(request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE))
    t = texts(language)
    body = (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(t.not_found_title)}</title>"
        f'<link rel="icon" href="/assets/samsyn.svg">{_style_link()}</head><body class="alone"><main class="state">'
        f"<h1>{escape(t.not_found_title)}</h1><p>{escape(t.not_found_text)}</p>"
        f'<p><a href="/?lang={language}">{escape(t.not_found_back)}</a></p>'
        "</main></body></html>"
    )
    return HTMLResponse(body, status_code=404)


@cache
def document(language: Language, scripts: tuple[str, ...] = ()) -> str:
    """Streamlit's document in one language: its own scripts untouched, our title, style and link handling added.

    Fails   RuntimeError where a new Streamlit has another document: better stopped at start than in English
    """
    t = texts(language)
    ours = ("samsyn.js", "contact.js", *scripts)
    told = explain.words(language) if "explain.js" in ours else ""
    # What says that the page is on its way comes with the document: fetched, it would wait among Streamlit's scripts.
    loaded = f"<script>{(STATIC / 'loading.js').read_text(encoding='utf-8')}</script>{told}"
    loaded += "".join(f'<script src="/assets/{name}?v={_version(name)}" defer></script>' for name in ours)
    html = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    replaced: dict[str, str] = {
        '<html lang="en">': f'<html lang="{language}">',
        "<title>Streamlit</title>": f"<title>{escape(t.product)}</title>",
        '<link rel="shortcut icon" href="./favicon.png" />': '<link rel="icon" href="/assets/samsyn.svg" />',
        '<link rel="service-desc" href="./_stcore/agent/openapi.json" />': "",
        "window.prerenderReady = false": f"window.prerenderReady = false;{NO_DIALOGS}",
        "</head>": f"{_style_link()}{loaded}</head>",
        "<body>": f'<body><a class="skip" href="#innehall">{escape(t.skip_to_content)}</a>'
        f'<div id="contact" role="status" data-lost="{escape(t.contact_lost)}" data-back="{escape(t.contact_back)}">'
        f'</div><div id="loading" role="status" data-said="{escape(t.loading)}"></div>',
    }
    for old, new in replaced.items():
        if html.count(old) != 1:
            raise RuntimeError(f"Streamlit's index.html no longer has one {old!r}: see dashboard/front.py")
        html = html.replace(old, new)
    html = re.sub(r"<head>.*?</head>", lambda head: re.sub(r"<!--.*?-->", "", head[0], flags=re.S), html, flags=re.S)
    return re.sub(r"<noscript>.*?</noscript>", f"<noscript><p>{escape(t.no_script)}</p></noscript>", html, flags=re.S)


def style(request: Request) -> Response:
    """The style sheet: the theme's colours and sizes, then the rules that use them."""
    return Response(_style(), media_type="text/css", headers={"Cache-Control": f"public, max-age={YEAR}, immutable"})


@cache
def _style() -> str:
    sheets = [
        STATIC / f"{name}.css"
        for name in (
            "explain",
            "samsyn",
            "indicator",
            "resources",
            "needs",
            "register",
            "meetings",
            "decisions",
            "timeline",
            "agreements",
            "learning",
            "review",
            "privacy",
            "glossary",
            "tour",
            "style_guide",
            "zone",
            "states",
        )
    ]
    return theme.css_variables() + "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def _style_link() -> str:
    version = hashlib.sha256(_style().encode()).hexdigest()[:12]
    return f'<link rel="stylesheet" href="/assets/samsyn.css?v={version}" />'


@cache
def _version(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]


# --- headers ----------------------------------------------------------------------------------------------------


@cache
def security_headers() -> Mapping[bytes, bytes]:
    """What every answer carries: nothing loads from outside, nothing frames us, nothing tells what we run on."""
    inline = re.findall(r"<script>(.*?)</script>", document("sv", ()), flags=re.S)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for code in inline
    )
    policy = {
        "default-src": "'self'",
        "script-src": f"'self' {hashes}",
        "style-src": "'self' 'unsafe-inline'",  # Streamlit writes its styles at run time
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-src": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        b"content-security-policy": "; ".join(f"{name} {value}" for name, value in policy.items()).encode(),
        b"x-content-type-options": b"nosniff",
        b"x-frame-options": b"DENY",
        b"referrer-policy": b"same-origin",
        b"permissions-policy": b"camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        b"cross-origin-opener-policy": b"same-origin",
        b"cross-origin-resource-policy": b"same-origin",
    }


class SecurityHeaders:
    """Puts the security headers on every answer, whoever made it."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand in front of `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; change only the headers of answers."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = security_headers()
                kept = [(name, value) for name, value in message["headers"] if name.lower() not in ours]
                message["headers"] = [*kept, *ours.items()]
            await send(message)

        await self.app(scope, receive, with_headers)


def _failed(fault: Exception) -> bool:
    """A fault of ours, said plainly; Streamlit writes the traceback to the server's log, never to the page."""
    states.failed(reader.language())
    return True


@asynccontextmanager
async def _frozen(_: st.App) -> AsyncIterator[None]:
    """Leave what is loaded out of garbage collection: walking it after every rerun is most of a rerun's time.

    Rule    pandas is loaded here, once: charts ask for it, and two readers' first charts would find it half loaded
    """
    importlib.import_module("pandas")
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()  # so that everything is taken down in order when the server stops
