"""A committee that has no figures yet begins with its register: pages are served, and the way to a release is told."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx

from tests.e2e.conftest import wait_for
from tests.zones import a_workspace


def test_the_pages_are_served_before_the_first_release(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, "-c", "from dashboard.cli import main; main()", "serve", "--port", str(port))
    english = os.environ | {"SAMSYN_LANGUAGE": "en"}
    server = subprocess.Popen([*command, "--path", a_workspace(tmp_path).path], stderr=subprocess.PIPE, env=english)
    try:
        wait_for(f"http://127.0.0.1:{port}/health", server)
        assert httpx.get(f"http://127.0.0.1:{port}/health").json()["status"] == "nothing_published"
        assert httpx.get(f"http://127.0.0.1:{port}/meetings").status_code == 200
    finally:
        server.terminate()
        _, told = server.communicate(timeout=20)
    assert b"First run `samsyn release` for each organisation" in told
