"""A printer on USB through the kernel's usblp driver, which survives pulling and plugging.

Never a reset on opening, never more than a transfer handed over, and no call that could hang: with an
open cover a USB printer simply takes nothing more. When the printer is plugged in again udev says so
and the kiosk need not wait out its back-off.
"""

import errno
import select
import threading
from contextlib import suppress

from devices.bell import Bell
from devices.printing.transport import CALL_SECONDS_MOST, LinkLost, Occupied, Port
from devices.printing.usb_device import (
    NO_ERROR,
    PAPER_EMPTY,
    SELECTED,
    OpenUsb,
    UsbDevice,
    UsblpFile,
)
from devices.uevents import Uevents
from kiosk.ports import Clock

TRANSFER_BYTES_MOST = 4096
RECEIVE_BYTES_MOST = 4096
EMPTY_REST_SECONDS = 0.05
"""Some printers answer each poll with an empty packet; the driver then reports one read after another."""


class UsblpTransport:
    """Implements Transport. `path` is best a link that a udev rule makes by serial number."""

    def __init__(
        self, path: str, clock: Clock, uevents: Uevents | None, open_usb: OpenUsb = UsblpFile
    ) -> None:
        self._path = path
        self._clock = clock
        self._uevents = uevents
        self._open_usb = open_usb
        self._device: UsbDevice | None = None
        self._gone = False
        self._came_back = False
        self._empty_until = 0.0
        self._bell = Bell()
        self._port: Port | None = None
        self._asking: threading.Thread | None = None

    def connect(self) -> bool:
        """See Transport."""
        if self._device is None:
            self._came_back = False
            try:
                self._device = self._open_usb(self._path)
            except OSError as error:
                lost = Occupied if error.errno == errno.EBUSY else LinkLost
                raise lost(f"{self._path}: {_reason(error)}") from error
            self._gone, self._port = False, None
        return True

    def send(self, data: bytes) -> int:
        """See Transport."""
        try:
            return self._opened().write(data[:TRANSFER_BYTES_MOST])
        except BlockingIOError:
            return 0
        except OSError as error:
            raise LinkLost(f"{self._path}: {_reason(error)}") from error

    def receive(self) -> bytes:
        """See Transport."""
        device = self._opened()
        if self._gone:
            raise LinkLost(f"{self._path}: pulled out")
        try:
            data = device.read(RECEIVE_BYTES_MOST)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise LinkLost(f"{self._path}: {_reason(error)}") from error
        if not data:
            self._empty_until = self._clock.monotonic() + EMPTY_REST_SECONDS
        return data

    def wait(self, seconds: float, *, to_send: bool = False) -> bool:
        """See Transport."""
        limit = max(0.0, min(seconds, CALL_SECONDS_MOST))
        poll = select.poll()
        poll.register(self._bell, select.POLLIN)
        if self._uevents is not None:
            poll.register(self._uevents, select.POLLIN)
        if self._device is not None and not self._gone:
            rest = self._empty_until - self._clock.monotonic()
            limit = min(limit, rest) if rest > 0 else limit
            wanted = (select.POLLIN if rest <= 0 else 0) | (select.POLLOUT if to_send else 0)
            poll.register(self._device, wanted)
        return self._heard(dict(poll.poll(limit * 1000)))

    def _heard(self, found: dict[int, int]) -> bool:
        if self._bell.fileno() in found:
            self._bell.hush()
        if self._uevents is not None and self._uevents.fileno() in found:
            self._came_back |= any(event.brings_printer for event in self._uevents.read())
        events = found.get(self._device.fileno(), 0) if self._device is not None else 0
        self._gone |= bool(events & (select.POLLHUP | select.POLLERR | select.POLLNVAL))
        return bool(found)

    def came_back(self) -> bool:
        """See Transport."""
        news, self._came_back = self._came_back, False
        return news

    def port(self) -> Port | None:
        """See Transport: LPGETSTATUS, asked on a thread of its own: the driver may take seconds.

        One that takes too long leaves what was told last.
        """
        device = self._opened()
        if self._asking is None or not self._asking.is_alive():
            self._asking = threading.Thread(target=self._ask_port, args=(device,), daemon=True)
            self._asking.start()
        self._asking.join(CALL_SECONDS_MOST)
        return self._port

    def _ask_port(self, device: UsbDevice) -> None:
        try:
            status = device.port_status()
        except OSError:  # pulled out, which the next read tells, or a driver without it
            self._port = None
        else:
            self._port = Port(
                selected=bool(status & SELECTED),
                paper_end=bool(status & PAPER_EMPTY),
                error=not status & NO_ERROR,
            )

    def wake(self) -> None:
        """See Transport."""
        self._bell.ring()

    def disconnect(self) -> None:
        """See Transport: the driver cancels the transfer that is under way."""
        if self._device is not None:
            with suppress(OSError):  # gone already
                self._device.close()
        self._device = None

    def close(self) -> None:
        """See Transport."""
        self.disconnect()
        if self._uevents is not None:
            self._uevents.close()
        self._bell.close()

    def _opened(self) -> UsbDevice:
        if self._device is None:
            raise LinkLost("not connected")
        return self._device


def _reason(error: OSError) -> str:
    if error.errno == errno.EBUSY:
        return "another program has it"
    return error.strerror or str(error)
