"""The options that several commands share, so that each is called and explained the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.commands.terminal import choose_language, show_version
from metrics.problem import Language

HERE = Path()

PathOption = Annotated[Path, typer.Option("--path", help="The workspace folder.")]
LanguageOption = Annotated[
    Language | None,
    typer.Option("--language", callback=choose_language, is_eager=True, help="Language of messages."),
]
VersionOption = Annotated[
    bool, typer.Option("--version", callback=show_version, is_eager=True, help="Which version it is, and end.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")]
OrganisationOption = Annotated[Literal["region", "municipality"], typer.Option("--organisation", help="Whose zone.")]
PortOption = Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on 127.0.0.1.")]
OpenOption = Annotated[bool, typer.Option("--open", help="Open it in the web browser.")]
