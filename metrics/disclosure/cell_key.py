"""Keys that tie noise to persons: the same persons get the same noise in every table and every release.

Source  Cell Key Method, as used for the 2021 census (Eurostat, ONS) and by Statistics Sweden from reference year 2025
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable

import polars as pl

KEYS = 2**32


def record_key(zone_key: bytes, person: str) -> int:
    """A person's key: 32 bits that nobody outside the zone can compute.

    Rule    the zone's key is never changed: new keys make new noise, and an average of noises tells the truth
    """
    return int.from_bytes(hmac.new(zone_key, f"rk|{person}".encode(), hashlib.sha256).digest()[:4], "big")


def record_keys(zone_key: bytes, persons: Iterable[str]) -> pl.DataFrame:
    """The keys of all persons of a zone, as the table that `calculate` reads.

    Out     person | record_key, sorted by person
    """
    known = sorted(set(persons))
    return pl.DataFrame(
        {"person": known, "record_key": [record_key(zone_key, person) for person in known]},
        schema={"person": pl.String, "record_key": pl.Int64},
    )


def cell_key(keys: Iterable[int]) -> int:
    """The key of a cell, from those of its distinct persons.

    >>> cell_key([2**32 - 1, 3])
    2
    """
    return sum(keys) % KEYS


def mean_noise(key: int, indicator_id: str) -> float:
    """The direction and size of a mean's noise, in shares of what one person can add: 0.3 to 1, either sign.

    Rule    the same persons and indicator, the same noise; another indicator has another, or two means
            of the same persons would give each other away
    """
    digest = hashlib.sha256(f"mean|{indicator_id}|{key}".encode()).digest()
    size = 0.3 + 0.7 * int.from_bytes(digest[:4], "big") / (KEYS - 1)
    return size if digest[4] % 2 else -size
