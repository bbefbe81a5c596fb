"""Ten rows as a profile would read them, and a proposal saved and confirmed: nothing is loaded by a guess.

Rule    whom a row is about is masked, and what could not be read is marked; the file's rows lie in a folder of their
        own, closed to others, only while they are read
"""

from __future__ import annotations

import json
import re
import tempfile
import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import dataframely as dy
import polars as pl
from pydantic import ValidationError

from metrics.problem import Text, UserProblem
from pipelines import aliases, checks, identity, readers, totals
from pipelines.clean import clean
from pipelines.contract import Source
from pipelines.profile import NULL_REASONS, UNCONFIRMED, Profile, allowed_codes, is_confirmed, parse
from pipelines.readers import Raw
from pipelines.readers.batch import batch, batches
from pipelines.sources import SOURCES

ROWS = 10
CODES = 20
"""How many codes of a column are told at most: more are hardly codes."""
LIKE_A_CODE = re.compile(r"(?!.*\d{6})\S{1,20}")
MASKED, UNREADABLE = "•••", "?"
_PUBLISHED = ("statistics", "surveys")


def preview(frame: pl.DataFrame, toml: str, code_lists: Mapping[str, Collection[str]]) -> pl.DataFrame:
    """The first rows of the file in the contract's words, as text; undecided columns and codes are not read yet.

    In      frame  rows of the file as the reader gives them
    """
    try:
        profile = Profile.model_validate(tomllib.loads(toml))
    except ValidationError:
        return pl.DataFrame()
    source = SOURCES[profile.source]
    data, _ = totals.split(batch(frame), profile)
    cleaned = clean(data.head(ROWS), source, profile, code_lists, 0)
    unread = set(cleaned.failures.select("record", "column").rows())
    about_persons = any(source.about(column).personal for column in source.columns)
    shown = []
    for record, row in zip(cleaned.rows["record"], cleaned.rows.head(ROWS).iter_rows(named=True), strict=False):
        shown.append(
            {
                column: UNREADABLE
                if (record, column) in unread
                else _shown(row[column], about_persons and source.about(column).key, column)
                for column in source.columns
            }
        )
    return pl.DataFrame(shown, schema=dict.fromkeys(source.columns, pl.String), orient="row")


def _shown(value: object, is_key: bool, column: str) -> str:
    if value is None or value == []:
        return ""
    if is_key and column != "unit":
        return MASKED
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def save(folder: Path, toml: str, file: Path) -> Path:
    """The proposal as a profile of the workspace that nothing is loaded by until it is confirmed.

    Rule    a profile that is there already is left alone, but for an earlier proposal for files of this name: the
            proposal is then named by the file as well. Figures from elsewhere are then a kind of their own, beside
            the others; of rows about persons a person must say so (`variant`), or they would count twice
    Fails   profile_exists where that name is taken too
    """
    keys = tomllib.loads(toml)
    name = f"{keys['organisation']}.{keys['source']}"
    by_file = aliases.plain(re.sub(r"[0-9]+", " ", file.stem)).replace(" ", "_") or "ny"
    for path in (folder / f"{name}.toml", folder / f"{name}.{by_file}.toml"):
        if not path.exists() or _waits_for(path, keys["file_pattern"]):
            is_beside = path.stem != name and keys["source"] in _PUBLISHED
            variant = f"variant = {json.dumps(by_file)}\n" if is_beside else ""
            path.write_text(f"confirmed = false\n{variant}{toml}", encoding="utf-8")
            return path
    raise UserProblem(
        "profile_exists",
        Text(
            sv="Profilen {name} finns redan. Flytta undan den, eller ändra i den.",
            en="The profile {name} is already there. Move it away, or change it.",
        ).format(name=path.stem),
        exit_code=2,
    )


def _waits_for(path: Path, file_pattern: str) -> bool:
    """Whether a proposal nobody has confirmed is there, for files of this name."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return not is_confirmed(path) and f"file_pattern = '{file_pattern}'" in text


def confirm(
    folder: Path, name: str, file: Path, code_lists: Mapping[str, Collection[str]], *, anyway: bool = False
) -> pl.DataFrame:
    """Confirm the profile `name` after it has read `file`; the rows as it read them.

    In      anyway  although the file has codes that the profile maps to nothing
    Fails   profile_missing, profile_wrong (2); columns_unknown and columns_missing, codes_left, identity_number, and
            whatever the reader refuses the file for: then the profile stays unconfirmed
    """
    path = folder / f"{name.removesuffix('.toml')}.toml"
    if not path.is_file():
        known = ", ".join(sorted(one.stem for one in folder.glob("*.toml")))
        raise UserProblem(
            "profile_missing",
            Text(
                sv="Det finns ingen profil {name}. Profilerna är: {known}.",
                en="There is no profile {name}. The profiles are: {known}.",
            ).format(name=name, known=known or "–"),
            exit_code=2,
        )
    text = path.read_text(encoding="utf-8")
    profile = parse(text, path.name, code_lists)
    with tempfile.TemporaryDirectory(prefix="samsyn-") as scratch:
        layout = profile.layout(SOURCES[profile.source])
        with readers.read(file, layout, Path(scratch) / "rows") as raw:
            identity.refuse(raw)
            checks.columns(raw.header, profile)
            if not anyway and (left := codes_left(raw, profile, code_lists)):
                raise _codes_left(path.stem, left, profile)
            rows = preview(next(raw.frames()), text, code_lists)
    path.write_text(UNCONFIRMED.sub("confirmed = true", text, count=1), encoding="utf-8")
    return rows


def codes_left(raw: Raw, profile: Profile, code_lists: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Codes of the file that the profile maps to nothing, by the contract's columns: rows with them would be refused.

    Rule    only columns of codes, and of yes and no, are looked at: what stands in the others may be about somebody
    """
    known = {
        column: codes
        for column in profile.columns
        if (codes := _codes(SOURCES[profile.source], column, profile, code_lists)) is not None
    }
    nothing = ["", *(mark for reason in NULL_REASONS for mark in getattr(profile.nulls, reason))]
    left: dict[str, list[str]] = {}
    for part in batches(raw):
        data, _ = totals.split(part, profile)
        for column, codes in known.items():
            cells = data.columns[profile.columns[column]]
            texts = cells.texts.gather(cells.at.unique()).drop_nulls()
            if separator := profile.lists.get(column):
                texts = texts.str.split(separator).explode()
            texts = texts.str.strip_chars()
            found = texts.filter(~texts.is_in([*codes, *nothing])).to_list()
            left[column] = sorted({*left.get(column, ()), *found})
    return {column: codes for column, codes in left.items() if codes}


def _codes(
    source: Source, column: str, profile: Profile, code_lists: Mapping[str, Collection[str]]
) -> Collection[str] | None:
    """What the file may write in a column of codes; None where it is none."""
    kind = source.columns[column]
    if isinstance(kind, dy.Bool):
        return (*profile.true_values, *profile.false_values)
    if not isinstance(kind, dy.String | dy.List) or source.about(column).person:
        return None
    return profile.codes.get(column) or allowed_codes(source, column, code_lists)


def _codes_left(name: str, left: Mapping[str, Sequence[str]], profile: Profile) -> UserProblem:
    listed = Text(
        sv="; ".join(f"{profile.in_file(column)}: {_told(codes).sv}" for column, codes in left.items()),
        en="; ".join(f"{profile.in_file(column)}: {_told(codes).en}" for column, codes in left.items()),
    )
    return UserProblem(
        "codes_left",
        Text(
            sv="Inget är bekräftat. Filen har koder som profilen {name} inte översätter, och rader med dem nekas: "
            "{listed}. Skriv in dem i profilen och bekräfta igen, eller bekräfta utan dem med --anyway.",
            en="Nothing is confirmed. The file has codes that the profile {name} does not map, and rows with them are "
            "refused: {listed}. Write them in the profile and confirm again, or confirm without them by --anyway.",
        ).format(name=name, listed=listed),
    )


def _told(codes: Sequence[str]) -> Text:
    """The codes that look like codes, and how many others there are.

    Rule    a column wrongly said to hold codes may hold names or remarks: what is long, has spaces or many digits, and
            all of a column with more than `CODES` of them, is only counted
    """
    shown = [code for code in codes if LIKE_A_CODE.fullmatch(code)] if len(codes) <= CODES else []
    rest = len(codes) - len(shown)
    sv, en = [f"{rest} som inte visas"] * bool(rest), [f"{rest} not shown"] * bool(rest)
    return Text(sv=", ".join([*shown, *sv]), en=", ".join([*shown, *en]))
