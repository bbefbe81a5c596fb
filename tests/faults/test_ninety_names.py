"""Bad inputs 74-78: what files and labels may be called, and what becomes of labels that a program would run."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines import vault
from pipelines.export import without_formulas
from pipelines.load import load
from pipelines.workspace import Workspace
from tests.intake import a_profile
from tests.ninety import cells, in_force, refuses

FORMULAS = ("=HYPERLINK(1)", "+1", "-1+2", "@x")
MARKUP = ("<script>alert(1)</script>", "[x](javascript:1)", "$x$", ":red[x]")


def paths(here: Workspace) -> None:
    """74: a way out of the folder, a link, NUL and names no disk can hold."""
    outside = here.inbox("region") / ".." / ".." / "x.csv"
    with pytest.raises(UserProblem) as told:
        load(here, "region", outside)
    assert told.value.exit_code == 2
    for name in ("a\0.csv", "å" * 130 + ".csv"):
        refuses(here, here.inbox("region") / name, "file_name")
    link = here.inbox("region") / "contacts_2024_v2.csv"
    link.symlink_to(cells("contacts", name="contacts_2024_v9.csv")(here))
    refuses(here, link, "file_link")


def statement(here: Workspace) -> None:
    """75: a name that would be a statement is no name."""
    refuses(here, cells("contacts", name="contacts'; DROP TABLE contacts;--.csv")(here), "file_name")


def profile(here: Workspace) -> None:
    """76: a profile is plain TOML judged by a schema: an object, SQL in a setting or in a code's label make it none."""
    file, before = cells("needs")(here), in_force(here)
    labels = ("'); DROP TABLE needs;--", '" OR 1=1;', "x /* needs */", "1;-- needs")
    for wrong in (
        "!!python/object/apply:os.system ['true']\n",
        a_profile("needs", decimal='"; DROP TABLE needs"'),
        *(a_profile("needs", f"[codes.unit]\n{json.dumps(label)} = 'norra_mottagningen'") for label in labels),
    ):
        (here.sources / "region.needs.toml").write_text(wrong, encoding="utf-8")
        with pytest.raises(UserProblem) as told:
            load(here, "region", file)
        assert (told.value.code, told.value.exit_code) == ("profile_wrong", 2)
        assert "DROP" not in told.value.text.sv
    assert in_force(here) == before
    plain = "[codes.unit]\n\"Öppenvård; vuxna 'norra'\" = 'norra_mottagningen'"
    (here.sources / "region.needs.toml").write_text(a_profile("needs", plain), encoding="utf-8")
    assert load(here, "region", cells("needs", unit="Öppenvård; vuxna 'norra'")(here)).exit_code == 0


def kept(here: Workspace, labels: tuple[str, ...]) -> pl.Series:
    """What the vault holds of costs whose activity is called so."""
    assert load(here, "region", cells("costs", *({"activity": label} for label in labels))(here)).exit_code == 0
    return vault.rows(here.vault("region"), "costs")["activity"].head(len(labels))


def formulas(here: Workspace) -> None:
    """77: kept as they are inside; on the way out a text gets a ' before it, and a number stays a number."""
    labels = kept(here, FORMULAS)
    assert labels.to_list() == list(FORMULAS)
    leading = [*FORMULAS, "\tx", "\rx"]
    exported = without_formulas(pl.DataFrame({"group": leading, "value": [-1.0] * 6}))
    assert exported["group"].to_list() == ["'" + label for label in leading]
    assert exported["value"].to_list() == [-1.0] * 6
    assert pl.read_csv(io.BytesIO(exported.write_csv().encode())).schema["value"] == pl.Float64


def markup(here: Workspace) -> None:
    """78: kept as the text it is; a file whose own name is markup is refused."""
    assert kept(here, MARKUP).to_list() == list(MARKUP)
    refuses(here, cells("contacts", name="<script>.csv")(here), "file_name")


STEPS: dict[str, Callable[[Workspace], None]] = {
    "74 paths, links and names no disk holds": paths,
    "75 a statement for a name": statement,
    "76 objects and SQL in a profile": profile,
    "77 labels that a spreadsheet would run": formulas,
    "78 labels that a page would run": markup,
}


@pytest.mark.parametrize("case", STEPS)
def test_names(here: Workspace, case: str) -> None:
    STEPS[case](here)
