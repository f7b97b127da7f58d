"""What simulators share as processes: their port, their ready line, their end, their arguments."""

import asyncio
import json
import signal
import socket
import sys
from collections.abc import Callable, Coroutine

from devices.simulated.control import Arguments, ControlError

HOST = "127.0.0.1"


def bound_socket(port: int) -> socket.socket:
    """A loopback socket that refuses connections, and keeps its port, until it listens."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((HOST, port))
    return bound


def say_ready(**facts: object) -> None:
    """Tell the one who started this process how to reach it: one JSON object on one line."""
    sys.stdout.write(json.dumps({"ready": True, **facts}) + "\n")
    sys.stdout.flush()


def run_until_ended(play: Callable[[], Coroutine[object, object, None]]) -> int:
    """Play in an event loop until SIGTERM or SIGINT; returns the exit code."""
    asyncio.run(_until_ended(play))
    return 0


async def _until_ended(play: Callable[[], Coroutine[object, object, None]]) -> None:
    playing = asyncio.create_task(play())
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, playing.cancel)
    await asyncio.wait((playing,))
    if not playing.cancelled():
        playing.result()


def seconds_in(arguments: Arguments) -> float | None:
    """How long a request says; None when it says nothing."""
    seconds = arguments.get("seconds")
    if seconds is None:
        return None
    if not isinstance(seconds, int | float) or seconds < 0:
        raise ControlError("seconds: a number expected")
    return float(seconds)
