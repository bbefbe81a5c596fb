"""The server in front of the pages: language, headers, health, and no way past them."""

from __future__ import annotations

import re
import socket
import tomllib
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from dashboard import asgi, front, theme
from dashboard.data import JOINT
from dashboard.view import LANGUAGE_COOKIE, PATHS
from metrics.problem import UserProblem
from tests.joint import a_joint_zone
from tests.loops import elsewhere

ADDRESS = f"http://{front.HOST}"


Ask = Callable[..., list[httpx.Response]]


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A joint zone with one release."""
    return a_joint_zone(tmp_path_factory.mktemp("joint"))


@pytest.fixture
def ask(joint: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """What one browser without JavaScript is answered: `[first, second] = ask("/?lang=en", "/data")`."""
    monkeypatch.setenv(JOINT, str(joint))
    # Built without starting it: documents, headers and health need no Streamlit session.
    server = asgi.app._build_starlette_app()

    async def asked(addresses: tuple[str, ...], headers: dict[str, str]) -> list[httpx.Response]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(server), base_url=ADDRESS) as browser:
            return [await browser.get(address, headers=headers) for address in addresses]

    return lambda *addresses, **headers: elsewhere(asked(addresses, headers))


def language_of(html: str) -> str:
    return html.split('<html lang="')[1][:2]


# --- language --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS.values())
@pytest.mark.parametrize(
    ("asked", "answered"), [("", "sv"), ("?lang=en", "en"), ("?lang=sv", "sv"), ("?lang=xx", "sv")]
)
def test_every_page_is_a_document_in_the_language_asked_for(ask: Ask, path: str, asked: str, answered: str) -> None:
    assert language_of(ask(path + asked)[0].text) == answered


def test_a_choice_of_language_is_remembered(ask: Ask) -> None:
    _, later = ask("/?lang=en", "/scorecard")
    assert language_of(later.text) == "en"


def test_a_language_we_do_not_have_is_not_remembered(ask: Ask) -> None:
    assert LANGUAGE_COOKIE not in ask("/?lang=<script>")[0].headers.get("set-cookie", "")


def test_the_document_names_us_and_not_what_we_run_on(ask: Ask) -> None:
    html = ask("/")[0].text
    assert "<title>Samsyn</title>" in html
    assert "<title>Streamlit" not in html
    assert "agent API" not in html


def test_a_page_that_does_not_exist_is_said_in_the_readers_language(ask: Ask) -> None:
    answer = ask("/no-such-page?lang=en")[0]
    assert answer.status_code == 404
    assert "There is no such page" in answer.text


# --- headers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/scorecard", "/health", "/nowhere", "/assets/samsyn.js", "/_stcore/health"])
@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ],
)
def test_every_answer_carries_the_security_headers(ask: Ask, path: str, header: str, value: str) -> None:
    assert ask(path)[0].headers[header] == value


def test_nothing_may_load_from_outside_and_no_script_may_be_written_into_a_page(ask: Ask) -> None:
    policy = dict(part.split(" ", 1) for part in ask("/")[0].headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["connect-src"] == "'self'"
    assert "unsafe" not in policy["script-src"]
    assert policy["frame-ancestors"] == "'none'"
    assert "http" not in " ".join(policy.values())


def test_another_host_name_is_refused(ask: Ask) -> None:
    assert ask("/", Host="evil.example")[0].status_code == 400


# --- health ----------------------------------------------------------------------------------------------------


def test_health_tells_the_release_and_nothing_else(ask: Ask) -> None:
    assert ask("/health")[0].json() == {"status": "ok", "release_id": "2025-Q4"}


def test_health_before_the_first_release(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(JOINT, str(tmp_path))
    assert ask("/health")[0].json() == {"status": "nothing_published", "release_id": None}


def test_health_fails_where_the_release_in_force_is_gone(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(JOINT, str(tmp_path))
    (tmp_path / "CURRENT").write_text("2026-Q1\n")
    answer = ask("/health")[0]
    assert answer.status_code == 503
    assert answer.json() == {"status": "release_missing", "release_id": "2026-Q1"}


def test_health_fails_without_a_joint_zone(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(JOINT, str(tmp_path / "gone"))
    assert ask("/health")[0].status_code == 503


# --- the server ------------------------------------------------------------------------------------------------


def test_a_taken_port_is_said_with_another_to_try_and_nothing_is_said_to_be_shown(tmp_path: Path) -> None:
    said: list[str] = []
    with socket.socket() as other:
        other.bind((front.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(UserProblem, match="port_taken") as problem:
            asgi.serve(tmp_path, port, False, ready=lambda: said.append("shown"))
    assert f"--port {port + 1}" in problem.value.text["sv"]
    assert said == []  # whoever opened the address would meet another program


def test_only_this_computer_is_listened_to() -> None:
    assert front.HOST == "127.0.0.1"
    assert front.OPTIONS["server.address"] == front.HOST


def test_the_config_file_says_the_same_as_the_server(tmp_path: Path) -> None:
    written = tomllib.loads((Path(front.__file__).parents[1] / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert flat(written) == front.OPTIONS


def flat(tables: dict[str, object], before: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in tables.items():
        found |= flat(value, f"{before}{name}.") if isinstance(value, dict) else {before + name: value}
    return found


def test_no_colour_is_written_outside_the_theme() -> None:
    for sheet in (front.STATIC).glob("*.css"):
        without_images = re.sub(r"url\(\"data:[^\"]*\"\)", "", sheet.read_text(encoding="utf-8"))
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", without_images) == [], sheet.name
    assert theme.css_variables().count("light-dark(") == len(theme.PALETTE["light"])


@pytest.mark.parametrize(("asked_for", "status"), [("", 404), ("1", 200)])
def test_only_a_server_that_was_asked_for_it_has_the_style_guide(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, asked_for: str, status: int
) -> None:
    monkeypatch.setenv(asgi.STYLE_GUIDE, asked_for)
    [answer] = ask(PATHS["style_guide"])
    assert answer.status_code == status
