"""A profile proposed for a file: what was seen, what was recognised, and what a person must decide.

Column names and codes are recognised from the profiles that are already there. Nothing is guessed into place: a column
or code that is not recognised stands as a comment, and the file is refused until somebody has decided.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import dataframely as dy
import polars as pl

from metrics.indicator import Organisation
from metrics.problem import Language, Text
from pipelines import identity, readers, sniff
from pipelines.preview import preview
from pipelines.profile import allowed_codes, is_confirmed, parse
from pipelines.readers import ROW, Layout
from pipelines.recognise import (
    MISSING,
    NOT_APPLICABLE,
    SUPPRESSED,
    CodeLists,
    Match,
    Seen,
    by_content,
    codes_of,
    is_coded,
    list_separator,
    missing_columns,
    recognised,
    spread_over,
    whose,
)

SAMPLE_ROWS = 50_000
_DATES = ("%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%d.%m.%Y")
_PERIODS = (
    ("(19|20)[0-9]{2}-?(0[1-9]|1[0-2])", "[0-9]{4}-?[0-9]{2}"),
    ("(19|20)[0-9]{2}-?([Qq]|kv)[1-4]", "[0-9]{4}-?([Qq]|kv)[1-4]"),
    ("[0-9]{4}(-[0-9]{4})?", "[0-9]{4}(-[0-9]{4})?"),
)
"""How a file's name writes a month, a quarter and years, and the pattern for any other such."""
_MARKS = {"kolada": ("count", "status"), "json-stat": ("status",)}
"""What a kind of file says beside a value: the reader has put the reason there is none where the value would be."""
_FEWEST_SIGNS = 4
_MEANT = {"sie": "costs", "kolada": "statistics", "json-stat": "statistics"}
"""What a kind of file holds, whatever its columns are called."""
_YES, _NO = ("Ja", "JA", "ja", "J", "Yes", "Y", "1", "true"), ("Nej", "NEJ", "nej", "N", "No", "0", "false")


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What a person has said about a proposal, instead of what was recognised.

    In      columns  contract column | the file's
            ignored  columns of the file that are left where they are
            codes    contract column | code of the file -> what it means
    """

    columns: Mapping[str, str]
    ignored: tuple[str, ...] = ()
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A profile as TOML, and what it rests on.

    Out     mapped    contract column | the file's column
            unmapped  columns of the file that nothing was recognised for
            missing   contract columns that must be there and were not found
            unknown   contract column | codes of the file that nothing was recognised for
            read      ten rows as they would be read, whom they are about masked
    """

    file: str
    layout: Layout
    rows: int
    columns: tuple[str, ...]
    organisation: Organisation
    source: str
    mapped: Mapping[str, str]
    unmapped: tuple[str, ...]
    missing: tuple[str, ...]
    unknown: Mapping[str, tuple[str, ...]]
    toml: Text
    read: pl.DataFrame


def propose(
    file: Path,
    profiles: Path,
    *,
    organisation: Organisation | None = None,
    source: str | None = None,
    code_lists: CodeLists | None = None,
    names: Mapping[str, Mapping[str, str]] | None = None,
    decided: Decided | None = None,
) -> Proposal:
    """A profile for `file`, by what the profiles in the folder `profiles` know and what the file holds.

    In      names    what the committee calls its units and target groups, by code list: name -> id
            decided  what a person has said about an earlier proposal for the same file
    Fails   source_unknown, not_recognised, identity_number; and whatever the reader refuses the file for
    """
    lists = code_lists or {}
    known = [
        parse(path.read_text(encoding="utf-8"), path.name, lists)
        for path in sorted(profiles.glob("*.toml"))
        if is_confirmed(path)
    ]
    with tempfile.TemporaryDirectory(prefix="samsyn-") as folder:
        scratch = Path(folder) / "rows"
        layout = sniff.layout(file, scratch)
        with readers.read(file, layout, scratch) as raw:
            identity.refuse(raw)
            header, rows, title = raw.header, raw.rows, raw.title
            sample = next(raw.frames()).head(SAMPLE_ROWS)
            *_, end = (frame.tail(3) for frame in raw.frames())
    match = _self_told(recognised(header, known, source or _MEANT.get(layout.format)), layout)
    mine = [profile for profile in known if profile.source == match.source.name]
    totals = tuple(name for name in sniff.TOTALS if name in end[header[0]].to_list())
    seen = Seen(
        layout=replace(layout, total_rows=totals),
        organisation=organisation or whose(header, mine),
        match=match,
        alike=mine,
        rows=sample.filter(~pl.col(header[0]).fill_null("").is_in(totals)),
        code_lists=lists,
        names=names or {},
        called=_objects(title) if layout.format == "sie" else {},
    )
    match = by_content(seen) if decided is None else replace(match, columns=decided.columns)
    seen = replace(seen, match=match)
    ignored = decided.ignored if decided else tuple(name for name in _MARKS.get(layout.format, ()) if name in header)
    unmapped = tuple(name for name in header if name not in {*match.columns.values(), *match.unpivoted, *ignored})
    told = decided.codes if decided else {}
    codes = {
        column: codes_of(seen, column) | dict(told.get(column, {}))
        for column in match.columns
        if is_coded(seen, column)
    }
    unknown = {column: tuple(code for code, to in pairs.items() if not to) for column, pairs in codes.items()}
    missing = missing_columns(seen)
    toml = Text(
        sv=_toml(seen, file.name, codes, unmapped, missing, ignored, "sv"),
        en=_toml(seen, file.name, codes, unmapped, missing, ignored, "en"),
    )
    return Proposal(
        file=file.name,
        layout=seen.layout,
        rows=rows,
        columns=tuple(header),
        organisation=seen.organisation,
        source=match.source.name,
        mapped=match.columns,
        unmapped=unmapped,
        missing=missing,
        unknown={column: names for column, names in unknown.items() if names},
        toml=toml,
        read=preview(seen.rows, toml.en, lists),
    )


def _self_told(match: Match, layout: Layout) -> Match:
    """The match as the kind of file has it: a ledger's first dimension is its units, and marks are no statuses."""
    if match.source.name != _MEANT.get(layout.format):
        return match
    marks = _MARKS.get(layout.format, ())
    columns = {column: name for column, name in match.columns.items() if name not in marks}
    if layout.dimensions and "unit" not in columns:
        columns = {"unit": layout.dimensions[0], **columns}
    return replace(match, columns=columns)


def _objects(title: Sequence[str]) -> dict[str, str]:
    """What a ledger calls its objects, by their codes."""
    said = (line.split("\n", 1) for line in title if "\n" in line)
    return {code: name for code, name in said if code and name}


# --- writing ----------------------------------------------------------------------------------------------------


_FIND = Text(
    sv="måste finnas: ange filens kolumn här, eller ett värde för alla rader under [constants]",
    en="must be there: name the file's column here, or give one value for all rows under [constants]",
)
_DECIDE = Text(
    sv="känns inte igen: ange den ovan, eller under [ignore] columns",
    en="is not recognised: name it above, or under [ignore] columns",
)
_SHAPE = Text(
    sv="måste finnas: hur ser en pseudonym ut?",
    en="must be there: what is a pseudonym like?",
)


def _toml(
    seen: Seen,
    file_name: str,
    codes: Mapping[str, Mapping[str, str]],
    unmapped: Sequence[str],
    missing: Sequence[str],
    ignored: Sequence[str],
    language: Language,
) -> str:
    """The profile as a person reads it; what is undecided stands as a comment."""
    match, layout = seen.match, seen.layout
    sheet = f"sheet = {_quoted(layout.sheet)}"
    csv = f"encoding = {_quoted(layout.encoding)}\nseparator = {_quoted(layout.separator)}"
    lines = [
        f"source = {_quoted(match.source.name)}",
        f"organisation = {_quoted(seen.organisation)}",
        f"format = {_quoted(layout.format)}",
        f"file_pattern = '{_pattern(file_name)}'",
        *([sheet] if layout.format in ("xlsx", "xls") else [csv] if layout.format == "csv" else []),
        f"title_rows = {layout.title_rows}",
        f"total_rows = {_list(layout.total_rows)}",
        f"decimal = {_quoted(_decimal(seen))}",
        f"date_format = {_quoted(_date_format(seen))}",
        _nulls(seen),
        *_truths(seen),
        *_person_pattern(seen, language),
        "",
        "[columns]",
        *(f"{column} = {_quoted(name)}" for column, name in match.columns.items()),
        *(f'# {column} = ""   # {_FIND[language]}{_allowed(seen, column)}' for column in missing),
        *(f"# {_quoted(name)} {_DECIDE[language]}" for name in unmapped),
    ]
    if ignored:
        lines += ["", "[ignore]", f"columns = {_list(ignored)}"]
    for column, pairs in codes.items():
        lines += ["", f"[codes.{column}]"]
        lines += [_pair(seen, code, to) for code, to in pairs.items()]
        if not all(pairs.values()):
            lines.append(f"#{_allowed(seen, column)}")
    lists = [column for column in match.columns if isinstance(match.source.columns[column], dy.List)]
    if lists:
        lines += ["", "[lists]", *(f"{column} = {_quoted(list_separator(seen, column))}" for column in lists)]
    if layout.dimensions:
        lines += ["", "[sie]", f"dimensions = {_list(layout.dimensions)}"]
    if spread := spread_over(seen):
        lines += ["", "[unpivot]", f"name = {_quoted(spread[0])}", f"value = {_quoted(spread[1])}", "[unpivot.columns]"]
        lines += [f"{_quoted(name)} = {_quoted(to)}" for name, to in match.unpivoted.items()]
    return "\n".join(lines) + "\n"


def _pair(seen: Seen, code: str, meaning: str) -> str:
    """A code and what it means, or a comment to complete; beside it what the file itself calls the code."""
    line = f"{_quoted(code)} = {_quoted(meaning)}"
    said = f"   # {seen.called[code]}" if code in seen.called else ""
    return (line if meaning else f"# {line}") + said


def _allowed(seen: Seen, column: str) -> str:
    """What the column may hold, where that is listed."""
    listed = allowed_codes(seen.match.source, column, seen.code_lists)
    return f" ({', '.join(listed)})" if listed else ""


def _pattern(file_name: str) -> str:
    """The file's name as a pattern, with its period and version as groups."""
    pattern = re.escape(file_name).replace("\\-", "-").replace("'", ".")
    for written, period in _PERIODS:
        found, times = re.subn(rf"(?<![0-9]){written}(?![0-9])", f"(?P<period>{period})", pattern, count=1)
        if times:
            pattern = found
            break
    return "^" + re.sub(r"_v[0-9]+", "_v(?P<version>[0-9]+)", pattern, count=1) + "$"


def _decimal(seen: Seen) -> str:
    amounts = [
        c for c, kind in seen.match.source.columns.items() if isinstance(kind, dy.Float64) and c in seen.match.columns
    ]
    texts = [text for column in amounts for text in seen.values(column)]
    return "." if any("." in text for text in texts) and not any("," in text for text in texts) else ","


def _date_format(seen: Seen) -> str:
    """The first format that every date of the file is written in."""
    source = seen.match.source
    dated = [c for c, kind in source.columns.items() if isinstance(kind, dy.Date) and c in seen.match.columns]
    texts = [text for column in dated if not source.about(column).monthly for text in seen.values(column)]
    column = pl.Series([text for text in texts if text not in (*MISSING, *SUPPRESSED)], dtype=pl.String)
    fitting = (one for one in _DATES if column.str.to_date(one, strict=False).null_count() == 0)
    return next(fitting, _DATES[0])


def _nulls(seen: Seen) -> str:
    columns = seen.rows.drop(ROW).iter_columns()  # those not recognised too: a person will say what they are
    found = {text for column in columns for text in column.drop_nulls().str.strip_chars().unique()} | {""}
    reasons = (("missing", MISSING), ("suppressed", SUPPRESSED), ("not_applicable", NOT_APPLICABLE))
    named = [f"{reason} = {_list([text for text in texts if text in found])}" for reason, texts in reasons]
    return f"nulls = {{ {', '.join(named)} }}"


def _truths(seen: Seen) -> list[str]:
    columns = [
        c for c, kind in seen.match.source.columns.items() if isinstance(kind, dy.Bool) and c in seen.match.columns
    ]
    found = {text for column in columns for text in seen.values(column)}
    if not columns:
        return []
    yes, no = [text for text in _YES if text in found], [text for text in _NO if text in found]
    return [f"true_values = {_list(yes)}", f"false_values = {_list(no)}"]


def _person_pattern(seen: Seen, language: Language) -> list[str]:
    """The shape of the file's pseudonyms, where they have one: the letters all begin with, and so many signs."""
    if "person" not in seen.match.source.columns:
        return []
    found = seen.values("person") if "person" in seen.match.columns else []
    for signs in ("[0-9]", "[0-9a-f]", "[0-9A-F]"):
        cut = [re.fullmatch(f"([A-Za-z]*?)({signs}+)", text) for text in found]
        shapes = {(one[1], len(one[2])) if one else ("", 0) for one in cut}
        first, left = shapes.pop() if len(shapes) == 1 else ("", 0)
        if left >= _FEWEST_SIGNS:
            return [f"person_pattern = '^{first}{signs}{{{left}}}$'"]
    return [f"# person_pattern = ''   # {_SHAPE[language]}"]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"
