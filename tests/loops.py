"""Asynchronous work in a test: in a thread of its own, since a browser in the same worker keeps a loop running here."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


def elsewhere(work: Coroutine[Any, Any, Result]) -> Result:
    """What `work` comes to."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()
