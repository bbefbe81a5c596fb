"""Chance with a fixed seed: one stream per subject, shares dealt out exactly, and names that nobody has."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
import numpy.typing as npt
import polars as pl

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]

_DIGITS = np.frombuffer(b"0123456789abcdef", dtype=np.uint8)


def stream(seed: int, *subject: str) -> np.random.Generator:
    """The random numbers of one subject, so that a change in one subject leaves the others as they were."""
    return np.random.default_rng([seed, crc32("/".join(subject).encode())])


def deal(random: np.random.Generator, weights: Sequence[float] | Shares, count: int) -> Numbers:
    """`count` numbers of categories in random order, each category as often as its weight says.

    Rule    dealt like cards, not thrown like dice: a share that is not a story must not wander from year to year

    >>> sorted(deal(stream(1, "x"), [3, 1], 8).tolist())
    [0, 0, 0, 0, 0, 0, 1, 1]
    """
    edges = np.round(np.cumsum(weights) / np.sum(weights) * count).astype(np.int64)
    return random.permutation(np.repeat(np.arange(len(weights)), np.diff(edges, prepend=0)))


def names(prefix: str, numbers: Numbers, digits: int, salt: str) -> pl.Series:
    """A pseudonym for every number: the prefix and `digits` (8 or 10) hexadecimal digits, never two alike.

    Rule    every fourth digit is a letter, so that no pseudonym can be taken for an identity number
    """
    letters = digits // 4
    bits = 4 * (digits - letters)
    # An odd factor modulo a power of two sends different numbers to different places.
    factor, shift = 2 * crc32(f"factor {salt}".encode()) + 1, crc32(f"shift {salt}".encode())
    mixed = (numbers.astype(np.uint64) * np.uint64(factor) + np.uint64(shift)) % np.uint64(1 << bits)
    text = np.empty((len(numbers), digits), dtype=np.uint8)
    place = 0
    for at in range(digits):
        if at % 4 == 3:
            text[:, at] = _DIGITS[10 + (mixed >> np.uint64(at)) % np.uint64(6)]
        else:
            text[:, at] = _DIGITS[(mixed >> np.uint64(4 * place)) % np.uint64(16)]
            place += 1
    if len(numbers) == 0:
        return pl.Series([], dtype=pl.String)
    return pl.Series(text.view(f"S{digits}").ravel().astype(f"U{digits}")).str.replace("^", prefix)


def pick(labels: Sequence[str], numbers: Numbers) -> pl.Series:
    """The label of every number."""
    return pl.Series(labels, dtype=pl.String).gather(pl.Series(numbers))
