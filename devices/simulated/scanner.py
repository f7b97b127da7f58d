"""A simulated hand scanner: a real pseudo-terminal that sends codes as a serial scanner does.

`./run kiosk simulate scanner --link var/scanner --control var/scanner.sock`, and in the kiosk's
settings `scanner.kind = "serial"` with the link's path as `scanner.device`. It can be pulled out.
"""

import argparse
import asyncio
import base64
import binascii
import os
import tty
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from devices.simulated.control import Arguments, ControlError, ControlServer, Handler
from devices.simulated.process import run_until_ended, say_ready

SUFFIX = b"\r"


class SerialScannerSimulator:
    """A scanner at the end of a pty; `link` leads to it while it is plugged in."""

    def __init__(self, link: Path) -> None:
        self._link = link
        self._ends: tuple[int, int] | None = None

    def plug(self) -> None:
        """Be there, as a new device."""
        if self._ends is not None:
            return
        ours, theirs = os.openpty()
        tty.setraw(theirs)
        os.set_blocking(ours, False)
        # A new name moved over the old one: no reader finds half a link.
        self._link.parent.mkdir(parents=True, exist_ok=True)
        half = self._link.with_suffix(".new")
        half.unlink(missing_ok=True)
        half.symlink_to(os.ttyname(theirs))
        half.replace(self._link)
        # Both ends stay open here: a kiosk that starts anew is no hang-up.
        self._ends = ours, theirs

    def unplug(self) -> None:
        """Be gone: whoever reads hears the line hang up."""
        if self._ends is not None:
            self._link.unlink(missing_ok=True)
            for end in self._ends:
                os.close(end)
            self._ends = None

    def scan(self, content: bytes, suffix: bytes = SUFFIX) -> None:
        """Read a code: its bytes, then the suffix."""
        if self._ends is None:
            raise ControlError("scan: the scanner is not plugged in")
        try:
            os.write(self._ends[0], content + suffix)
        except OSError as error:
            raise ControlError(f"scan: {error.strerror}") from error

    def handlers(self) -> Mapping[str, Handler]:
        """What the control socket offers."""
        return {"scan": self._scan, "plug": self._plug, "unplug": self._unplug}

    async def _scan(self, arguments: Arguments) -> Mapping[str, object]:
        self.scan(_content(arguments))
        return {}

    async def _plug(self, _: Arguments) -> Mapping[str, object]:
        self.plug()
        return {}

    async def _unplug(self, _: Arguments) -> Mapping[str, object]:
        self.unplug()
        return {}


def _content(arguments: Arguments) -> bytes:
    text, raw = arguments.get("text"), arguments.get("base64")
    if isinstance(text, str):
        return text.encode()
    if isinstance(raw, str):
        with suppress(binascii.Error):
            return base64.b64decode(raw, validate=True)
    raise ControlError("text or base64: what the code holds expected")


def run(arguments: Sequence[str]) -> int:
    """`kiosk simulate scanner`: be a scanner until told to end."""
    parser = argparse.ArgumentParser(prog="kiosk simulate scanner", description="A hand scanner.")
    parser.add_argument("--link", type=Path, required=True, help="where the scanner's file appears")
    parser.add_argument("--control", type=Path, required=True, help="socket to be told by")
    options = parser.parse_args(arguments)
    return run_until_ended(lambda: _play(options.link.absolute(), options.control))


async def _play(link: Path, control: Path) -> None:
    scanner = SerialScannerSimulator(link)
    server = ControlServer(control, scanner.handlers())
    scanner.plug()
    await server.start()
    say_ready(device=str(link))
    try:
        await asyncio.Event().wait()
    finally:
        await server.close()
        scanner.unplug()
