"""A workspace: one committee's folder with its names, its two organisations' zones and the joint zone.

samsyn.toml                   who the committee is, its units and target groups
sources/                      mapping profiles, one per organisation and source
indicators/                   the committee's own indicators, if it has any
zones/<organisation>/         inbox  vault  quarantine  outbox  keys: never leaves the organisation
joint/                        published  CURRENT  received  register.sqlite: nothing about a person
"""

from __future__ import annotations

import fcntl
import hashlib
import hmac
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text, UserProblem
from pipelines.committee import Committee, TargetGroup, Unit, read_committee

__all__ = [
    "TargetGroup",
    "Unit",
    "Workspace",
    "alone",
    "busy",
    "create",
    "key_id",
    "open_workspace",
    "read_committee",
    "zone_key",
]

SETTINGS = "samsyn.toml"
KEY_BYTES = 32
_ZONE_FOLDERS = ("inbox", "vault", "quarantine", "outbox", "keys")
_JOINT_FOLDERS = ("published", "received")


@dataclass(frozen=True, kw_only=True)
class Workspace(Committee):
    """One committee's settings and the places of its files.

    Rule    `zone` and everything under it belongs to one organisation; the dashboard is only ever given `joint`
    """

    path: Path

    @property
    def joint(self) -> Path:
        """The joint zone: what the committee sees and decides."""
        return self.path / "joint"

    @property
    def received(self) -> Path:
        """The bundles behind the releases, kept as they came."""
        return self.joint / "received"

    @property
    def register(self) -> Path:
        """The file of the register of decisions, where it is kept in one."""
        return self.joint / "register.sqlite"

    @property
    def register_place(self) -> Path | str:
        """Where the register is: its file, or the address of the server that `[register] url` names."""
        return self.register_url or self.register

    @property
    def register_key(self) -> Path:
        """The key the register's history is signed with, wherever the register is."""
        return self.joint / "register.key"

    @property
    def sources(self) -> Path:
        """The mapping profiles."""
        return self.path / "sources"

    @property
    def indicators(self) -> Path:
        """The committee's own indicators; the folder may be missing."""
        return self.path / "indicators"

    def zone(self, organisation: Organisation) -> Path:
        """One organisation's own folder."""
        return self.path / "zones" / organisation

    def inbox(self, organisation: Organisation) -> Path:
        """Where the organisation puts its files."""
        return self.zone(organisation) / "inbox"

    def vault(self, organisation: Organisation) -> Path:
        """The organisation's database of rows about persons."""
        return self.zone(organisation) / "vault" / f"{organisation}.duckdb"

    def quarantine(self, organisation: Organisation) -> Path:
        """Where refused rows and files are kept until they are mended."""
        return self.zone(organisation) / "quarantine"

    def outbox(self, organisation: Organisation) -> Path:
        """Where bundles wait to be carried to the joint zone."""
        return self.zone(organisation) / "outbox"

    def key(self, organisation: Organisation) -> Path:
        """The file of the zone's secret key."""
        return self.zone(organisation) / "keys" / "zone.key"


def open_workspace(path: Path) -> Workspace:
    """The workspace in folder `path`.

    Fails   workspace_missing where there is no samsyn.toml; the codes of `read_committee`
    """
    file = path / SETTINGS
    if not file.is_file():
        raise UserProblem(
            "workspace_missing",
            Text(
                sv="Här finns ingen arbetsyta: {file} saknas. Skapa en med `samsyn init --path {path}`, "
                "eller prova med påhittade uppgifter: `samsyn demo`.",
                en="There is no workspace here: {file} is missing. Create one with `samsyn init --path {path}`, "
                "or try one with made-up data: `samsyn demo`.",
            ).format(file=file, path=path),
            exit_code=2,
        )
    return Workspace(path=path.resolve(), **read_committee(file))


_WRITE_HERE = (
    "# Skriv er styrgrupps namn, invånare, enheter, målgrupper och år här, i stället för exemplets.\n"
    "# Write your committee's name, inhabitants, units, target groups and years here, instead of the example's.\n"
)


def create(path: Path, template: Path, *, own_until: date | None = None) -> Workspace:
    """A new workspace in `path` with the settings and profiles of `template`, empty zones and fresh keys.

    In      own_until  for a committee's own workspace, whose data are real: the last day it is to count
    Rule    nothing that exists is overwritten: the key least of all, since new noise on old figures tells them apart
    Fails   workspace_exists where there is one already
    """
    if (path / SETTINGS).exists():
        raise UserProblem(
            "workspace_exists",
            Text(
                sv="I {path} finns redan en arbetsyta. Välj en annan mapp med --path.",
                en="There is already a workspace in {path}. Choose another folder with --path.",
            ).format(path=path),
            exit_code=2,
        )
    path.mkdir(parents=True, exist_ok=True)
    shutil.copytree(template / "sources", path / "sources", dirs_exist_ok=True)
    # The settings come last: a folder is a workspace only once everything else is in place.
    for organisation in ORGANISATIONS:
        for name in _ZONE_FOLDERS:
            (path / "zones" / organisation / name).mkdir(parents=True, exist_ok=True, mode=0o700)
        _make_key(path / "zones" / organisation / "keys" / "zone.key")
    for name in _JOINT_FOLDERS:
        (path / "joint" / name).mkdir(parents=True, exist_ok=True)
    settings = (template / SETTINGS).read_text(encoding="utf-8")
    (path / SETTINGS).write_text(_as_own(settings, own_until) if own_until else settings, encoding="utf-8")
    return open_workspace(path)


def _as_own(settings: str, until: date) -> str:
    """The settings of the example as a committee's own: nothing in them says that the data are made up."""
    named = re.sub(r"\A(#.*\n)+", _WRITE_HERE, settings)
    real = named.replace("synthetic = true", "synthetic = false")
    running = re.sub(r"(?m)^(#.*\n)?today = .*\n", "", real)
    return re.sub(r"(?m)^data_to = .*$", f"data_to = {until}", running)


def zone_key(workspace: Workspace, organisation: Organisation) -> bytes:
    """The zone's secret key, from which all noise is drawn.

    Fails   key_missing, key_wrong: nothing is released without the right key
    """
    file = workspace.key(organisation)
    try:
        key = file.read_bytes()
    except FileNotFoundError:
        raise UserProblem(
            "key_missing",
            Text(
                sv="Zonens nyckel saknas: {file}. Återställ den från säkerhetskopian. Gör inte en ny: "
                "nytt brus på samma siffror avslöjar dem.",
                en="The zone's key is missing: {file}. Restore it from the backup. Do not make a new one: "
                "new noise on the same figures gives them away.",
            ).format(file=file),
        ) from None
    if len(key) != KEY_BYTES or file.stat().st_mode & 0o077:
        raise UserProblem(
            "key_wrong",
            Text(
                sv="Zonens nyckel {file} ska vara {size} byte och bara läsbar för ägaren (chmod 600). "
                "Återställ den från säkerhetskopian.",
                en="The zone's key {file} must be {size} bytes and readable by its owner only (chmod 600). "
                "Restore it from the backup.",
            ).format(file=file, size=KEY_BYTES),
        )
    return key


def key_id(key: bytes) -> str:
    """A name for a key that tells two keys apart without telling anything about either."""
    return hmac.new(key, b"key id", hashlib.sha256).hexdigest()[:16]


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Let one process at a time do what stands inside; the lock dies with its process.

    Fails   busy (exit code 75) at once where another process holds it
    """
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise busy() from None
        yield


def busy() -> UserProblem:
    """The problem of a second process that wants the same thing at the same time."""
    return UserProblem(
        "busy",
        Text(
            sv="En annan körning arbetar med samma uppgifter just nu. Försök igen om en stund.",
            en="Another run is working on the same data right now. Try again in a moment.",
        ),
        exit_code=75,
    )


def _make_key(file: Path) -> None:
    if file.exists():
        return
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as target:
        target.write(secrets.token_bytes(KEY_BYTES))
