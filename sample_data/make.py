"""Both organisations' export files for ten made-up years: `python -m sample_data.make --path FOLDER`.

FOLDER/region/         what the region's systems export
FOLDER/municipality/   what the municipality's systems export
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import polars as pl

from metrics.indicator import ORGANISATIONS, Organisation
from sample_data import contacts, coordinators, costs, dirt, needs, people, places, plans, staff, surveys
from sample_data.days import number
from sample_data.export import Written, write

SEED = 2016
FIRST_YEAR, LAST_YEAR = 2016, 2025

Progress = Callable[[Written], None]


def make(
    path: Path | Mapping[Organisation, Path],
    *,
    seed: int = SEED,
    scale: float = 1.0,
    organisations: Sequence[Organisation] = ORGANISATIONS,
    first_year: int = FIRST_YEAR,
    progress: Progress = lambda written: None,
) -> tuple[Written, ...]:
    """The files written: ten per organisation, each in the shape of that organisation's mapping profile.

    In      path        a folder, which gets one folder per organisation; or each organisation's own folder
            scale       how many times as many people; units and years stay as they are
            first_year  where the figures begin; needs, plans and training begin a year earlier, as "the last 12
                        months" need
            progress    called after each file
    Rule    the same seed and scale give the same bytes
    """
    folders = {whose: path / whose for whose in organisations} if isinstance(path, Path) else path
    everybody = people.make(seed, places.make(seed, scale))
    found = []
    for organisation in organisations:
        for source, since, rows in _tables(seed, scale, everybody, organisation, first_year):
            rows = dirt.spoil(rows, source, scale)
            found.append(write(rows, organisation, source, f"{since}-{LAST_YEAR}", folders[organisation]))
            progress(found[-1])
    return tuple(found)


def _tables(
    seed: int, scale: float, everybody: people.People, organisation: Organisation, first_year: int
) -> Iterator[tuple[str, int, pl.DataFrame]]:
    """Source, first year and rows of everything an organisation delivers, one table at a time."""
    year_before = number(date(first_year - 1, 1, 1))
    yield "persons", first_year, people.rows(everybody, organisation, year_before)
    yield "coordinators", first_year, coordinators.rows(seed, everybody, organisation, year_before)
    yield "needs", first_year - 1, needs.rows(seed, everybody, organisation, year_before)
    yield "contacts", first_year, contacts.rows(seed, everybody, organisation, first_year)
    yield "costs", first_year, costs.rows(seed, everybody.places, organisation, first_year, scale)
    made = plans.make(seed, everybody, organisation, year_before)
    yield "sip_plans", first_year - 1, plans.rows(seed, everybody, organisation, made)
    yield "sip_interventions", first_year - 1, plans.interventions(seed, everybody, organisation, made)
    yield "sip_participants", first_year - 1, plans.participants(seed, everybody, organisation, made)
    yield "staff_development", first_year - 1, staff.rows(seed, organisation, first_year - 1, scale)
    yield "surveys", first_year, surveys.rows(seed, organisation, first_year)


def make_small(path: Path) -> tuple[Written, ...]:
    """The set kept with the code for tests and readers: a tenth of the people, the last four years."""
    return make(path, scale=0.09, first_year=2022)


def main() -> None:
    """Write the files and say what was written."""
    parser = argparse.ArgumentParser(description="Write made-up export files of a region and a municipality.")
    parser.add_argument("--path", type=Path, required=True, help="folder to write in")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed gives other people, the same stories")
    parser.add_argument("--scale", type=float, default=1.0, help="how many times as many people")
    parser.add_argument("--small", action="store_true", help="the set kept in sample_data/small, whatever else is said")
    arguments = parser.parse_args()

    def say(written: Written) -> None:
        print(f"{written.rows:>9} rows  {written.file}")

    if arguments.small:
        for written in make_small(arguments.path):
            say(written)
    else:
        make(arguments.path, seed=arguments.seed, scale=arguments.scale, progress=say)


if __name__ == "__main__":
    main()
