"""How a page is opened in a test: the real app, on a joint zone, at an address."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from dashboard.data import JOINT
from tests.pages.reading import Open

APP = Path(__file__).parents[2] / "dashboard/app.py"
SECONDS = 20


@pytest.fixture(scope="session", autouse=True)
def _installed_once() -> Iterator[None]:
    """What is installed does not change between tests: Streamlit looks through all of it for each app it opens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """A page of the app as a reader gets it: `open_page(joint, "scorecard", lang="en")`."""

    def opened(joint: Path, page: str = "overview", **query: str) -> AppTest:
        monkeypatch.setenv(JOINT, str(joint))
        app = AppTest.from_file(str(APP), default_timeout=SECONDS)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        if page != "overview":
            app.switch_page(f"app_pages/{page}.py").run()
        assert not app.exception, app.exception
        return app

    return opened
