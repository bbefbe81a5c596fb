"""A reader without a browser: one session of the server, asked for pages and timed until each is whole."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 120.0
LARGEST = 50_000_000


class Reader:
    """One session; what is sent to it is counted and thrown away."""

    def __init__(self, connection: ClientConnection) -> None:
        """A reader at the other end of `connection`."""
        self.connection = connection

    async def look(self, address: str) -> float:
        """Go to a page by its path and query; the seconds until the server has sent all of it."""
        asked, message = urlsplit(address), BackMsg()
        message.rerun_script.page_name = asked.path.strip("/")
        message.rerun_script.query_string = asked.query
        started = time.perf_counter()
        await self.connection.send(message.SerializeToString())
        async for frame in self.connection:
            answer = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
            if answer.WhichOneof("type") == "script_finished":
                break
        return time.perf_counter() - started


@asynccontextmanager
async def reader(address: str) -> AsyncIterator[Reader]:
    """A new session of the server at `address`."""
    async with connect(
        f"{address.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]  # a Subprotocol is a str that says so
        max_size=LARGEST,
        open_timeout=PATIENCE,
        ping_timeout=None,
    ) as connection:
        yield Reader(connection)
