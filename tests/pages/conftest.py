"""How a page is opened in a test: the real app, on a joint zone, at an address."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data import JOINT
from tests.pages.reading import Open

APP = Path(__file__).parents[2] / "dashboard/app.py"
SECONDS = 20


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
