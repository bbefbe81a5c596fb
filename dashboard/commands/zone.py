"""`samsyn zone`: the data steward's page, for one organisation's own zone, in a process of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from dashboard.commands import words
from dashboard.commands.options import HERE, LanguageOption, OpenOption, OrganisationOption, PathOption
from dashboard.commands.terminal import tell
from pipelines import workspace


def zone(
    organisation: OrganisationOption,
    path: PathOption = HERE,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on 127.0.0.1.")] = 8502,
    open_browser: OpenOption = False,
    language: LanguageOption = None,
) -> None:
    """Open one organisation's zone for its data steward at http://127.0.0.1:PORT, on this computer only."""
    from dashboard.zone import server

    here = workspace.open_workspace(path)
    text = words.ZONE.format(organisation=here.organisations[organisation], port=port, path=here.path)
    server.serve(here.path, organisation, port, open_browser, lambda: tell(text))
