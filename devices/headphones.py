"""Tells whether headphones are plugged in, where the machine can tell: the jack switch of evdev.

Linux lists a jack that can be sensed as an input device with the switch SW_HEADPHONE_INSERT
(linux/input-event-codes.h). Its state is asked twice a second: a plug is no matter of
milliseconds, and a device that comes or goes is found by the same look around.
"""

import fcntl
import os
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from devices.guard import keep_running
from kiosk.ports import Clock, HeadphonesListener

FOLDER = Path("/dev/input")
LOOK_SECONDS = 0.5
CLOSE_SECONDS = 1.0

EV_SW = 0x05
SW_HEADPHONE_INSERT = 0x02
_BYTES = 8
"""Enough for the highest switch, SW_MAX = 0x11 bits."""

_Node = tuple[str, int]
"""A device by path and inode: a name is soon another device's."""
Ioctl = Callable[[int, int, bytearray], int]
"""`fcntl.ioctl` as it is used here: file, request, room for the answer."""


def _reading(number: int, size: int) -> int:
    """_IOC(_IOC_READ, 'E', number, size) of asm-generic/ioctl.h."""
    return 2 << 30 | size << 16 | ord("E") << 8 | number


EVIOCGSW = _reading(0x1B, _BYTES)
EVIOCGBIT_SW = _reading(0x20 + EV_SW, _BYTES)


class JackSwitch:
    """Looks at every input device that has a headphone switch.

    The listener is called from a thread of its own, first when headphones are found plugged in,
    and not after `close` has returned. Where nothing can tell, the log says so once, and nobody is
    called.
    """

    def __init__(
        self,
        clock: Clock,
        listener: HeadphonesListener,
        *,
        folder: Path = FOLDER,
        ioctl: Ioctl = fcntl.ioctl,
        note: Callable[..., None] = lambda *_, **__: None,
    ) -> None:
        self._clock = clock
        self._listener = listener
        self._folder = folder
        self._ioctl = ioctl
        self._note = note
        self._jacks: dict[_Node, int | None] = {}
        self._plugged = False
        self._told_of_nothing = False
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="headphones", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def close(self) -> None:
        """Look no more; waits briefly."""
        self._closing.set()
        self._thread.join(CLOSE_SECONDS)
        for node in tuple(self._jacks):
            self._drop(node)

    def look(self) -> None:
        """Look once at all devices, and tell the listener of a change."""
        self._look_around()
        found = self._in_use()
        if found is None:
            self._miss()
        elif found is not self._plugged:
            self._plugged = found
            self._listener.headphones_changed(found)

    def _run(self) -> None:
        keep_running(self._watch, self._closing.wait, self._failed, self._clock)

    def _watch(self) -> None:
        while not self._closing.wait(LOOK_SECONDS):
            self.look()

    def _failed(self, error: Exception) -> None:
        place = "".join(traceback.format_tb(error.__traceback__))
        self._note("headphones.failed", error=type(error).__name__, place=place)

    def _miss(self) -> None:
        """A jack that could be sensed and is gone took its headphones along."""
        if self._plugged:
            self._plugged = False
            self._listener.headphones_changed(False)
        if not self._told_of_nothing:
            self._told_of_nothing = True
            self._note("headphones.unknown", folder=self._folder)

    def _look_around(self) -> None:
        """Get to know devices that came, and forget those that went.

        What has no jack is opened once and left alone: opening wakes a sleeping device.
        """
        present = self._present()
        for node in self._jacks.keys() - present:
            self._drop(node)
        for node in present - self._jacks.keys():
            # Without the right to read it may be ours in a moment: udev is still at work.
            with suppress(OSError):
                self._jacks[node] = self._opened(node[0])

    def _present(self) -> set[_Node]:
        try:
            with os.scandir(self._folder) as entries:
                return {(one.path, one.inode()) for one in entries if one.name.startswith("event")}
        except OSError:
            return set()

    def _opened(self, path: str) -> int | None:
        """An open device with a headphone switch, or None for one without."""
        device = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with suppress(OSError):
            if self._has_bit(device, EVIOCGBIT_SW):
                return device
        os.close(device)
        return None

    def _in_use(self) -> bool | None:
        """True when any jack is in use; None when there is no jack that can be sensed."""
        known = []
        for node, device in tuple(self._jacks.items()):
            if device is None:
                continue
            try:
                known.append(self._has_bit(device, EVIOCGSW))
            except OSError:  # it was pulled out
                self._drop(node)
        return any(known) if known else None

    def _drop(self, node: _Node) -> None:
        device = self._jacks.pop(node)
        if device is not None:
            os.close(device)

    def _has_bit(self, device: int, request: int) -> bool:
        answer = bytearray(_BYTES)
        self._ioctl(device, request, answer)
        return bool(answer[SW_HEADPHONE_INSERT // 8] >> SW_HEADPHONE_INSERT % 8 & 1)
