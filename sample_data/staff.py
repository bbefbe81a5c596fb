"""Staff and their training: one of their own each year for everybody, and for some one with the other organisation.

From 2023 a joint day of training is for all, by decision: at once in the region, from the autumn in the municipality.
Before it about two in five had one in a year.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from metrics.indicator import Organisation
from sample_data.days import DAGCENTRUM_OPENS, JOINT_TRAINING_DECISION, VASTRA_CLOSES, Days, Flags, column, workday
from sample_data.draws import Numbers, names, pick, stream
from sample_data.places import BOENDE, DAGCENTRUM, NORRA, SODRA, UNITS, VASTRA

_DESKS: dict[Organisation, tuple[int, ...]] = {  # members of staff by unit, in the order of UNITS
    "region": (26, 24, 20, 18, 8, 4, 24, 16, 12, 38),
    "municipality": (12, 11, 12, 14, 58, 18, 20, 6, 14, 22),
}
_PREFIX: dict[Organisation, str] = {"region": "m", "municipality": "a"}
_YEARS_AT_A_DESK = 8
_BEFORE, _AFTER = 0.42, 0.84  # the part of the staff with a joint training in a year
_FOR_ALL_AFTER: dict[Organisation, int] = {"region": 0, "municipality": 240}  # days from the decision
_OWN = (("Brandskydd", 1.5), ("Hjärt-lungräddning", 2.0), ("Hot och våld", 3.0))
_JOINT = (("SIP tillsammans", 6.0), ("CAN i samtalet", 3.5), ("Gemensam introduktion", 7.0))


def rows(seed: int, organisation: Organisation, first_year: int, scale: float) -> pl.DataFrame:
    """One row per staff member and training."""
    random = stream(seed, "staff", organisation)
    sizes = np.maximum(np.round(np.array(_DESKS[organisation]) * scale).astype(np.int64), 1)
    years = np.arange(first_year, 2026)
    desk = np.tile(np.arange(sizes.sum()), len(years))
    year = np.repeat(years, sizes.sum())
    # Each desk changes its holder in a year of its own, so that turnover is level.
    turn = random.integers(0, _YEARS_AT_A_DESK, sizes.sum())[desk]
    member = desk * 100 + (year - 2000 + turn) // _YEARS_AT_A_DESK
    # Each comes at about the same time every year, so that any twelve months hold one of a kind and seldom two.
    own, joint = (_day(year, _about_yearly(random, desk)) for _ in range(2))
    for_all = joint >= JOINT_TRAINING_DECISION + _FOR_ALL_AFTER[organisation]
    comes = random.random(len(desk)) < np.where(for_all, _AFTER, _BEFORE)
    everybody = pl.DataFrame({"desk": desk, "member": member, "day": own, "training": (desk + year) % len(_OWN)})
    some = pl.DataFrame(
        {
            "desk": desk,
            "member": member,
            "day": joint,
            "training": len(_OWN) + random.integers(0, len(_JOINT), len(desk)),
        }
    ).filter(pl.Series(comes))
    taken = pl.concat([everybody, some]).sort("day", "member", "training")
    day, training = taken["day"].to_numpy(), taken["training"].to_numpy()
    labels, hours = zip(*(_OWN + _JOINT), strict=True)
    return pl.DataFrame(
        {
            "staff": names(_PREFIX[organisation], taken["member"].to_numpy(), 10, f"{seed} {organisation} trained"),
            "unit": pick(UNITS, _unit_then(organisation, sizes, taken["desk"].to_numpy(), day)),
            "training": pick(labels, training),
            "joint": pl.Series(training >= len(_OWN)),
            "on": column(day),
            "hours": pl.Series(np.array(hours)[training]),
            "compulsory": pl.Series((training < len(_OWN)) | (day >= JOINT_TRAINING_DECISION)),
        }
    )


def _about_yearly(random: np.random.Generator, desk: Numbers) -> Numbers:
    """Days into the year, about the same for a desk each year."""
    usual: Numbers = random.integers(20, 330, desk.max() + 1)[desk]
    return usual + random.integers(0, 10, len(desk))


def _day(year: Numbers, after: Numbers) -> Days:
    """The workday so many days into each year."""
    return workday((year - 1970).astype("datetime64[Y]").astype("datetime64[D]").astype(np.int64) + after)


def _unit_then(organisation: Organisation, sizes: Numbers, desk: Numbers, day: Days) -> Numbers:
    """Where a desk stood on a day: the day centre's in housing support before it opened, västra's elsewhere after."""
    unit = np.repeat(np.arange(len(UNITS)), sizes)[desk]
    not_open: Flags = (unit == DAGCENTRUM) & (day < DAGCENTRUM_OPENS)
    closed: Flags = (unit == VASTRA) & (day >= VASTRA_CLOSES) & (organisation == "region")
    moved: Numbers = np.where(not_open, BOENDE, np.where(closed, np.where(desk % 2 == 0, NORRA, SODRA), unit))
    return moved
