"""What simulators share as processes: their port, their ready line, their end, their arguments."""

import argparse
import asyncio
import json
import signal
import socket
import sys
from collections.abc import Callable, Coroutine

from devices.simulated.control import Arguments, ControlError

HOST = "127.0.0.1"
PORT_MOST = 65535


def port_number(text: str) -> int:
    """A TCP port, or 0, as a command line's argument."""
    if not (text.isdecimal() and int(text) <= PORT_MOST):
        raise argparse.ArgumentTypeError(f"0 to {PORT_MOST} expected")
    return int(text)


def positive(text: str) -> float:
    """A number above nought, as a command line's argument."""
    number = float(text)
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError("a number above 0 expected")
    return number


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
