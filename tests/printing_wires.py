"""The real transports against the virtual printer, on virtual time, in one thread.

A wire is a kernel's own socket, pty or device-like object between a transport and a printer engine.
`WiredLink` moves the bytes and the time: only when nothing is left to be moved does time go on, so a
day of faults passes in seconds and the transports' own code is what carries every byte. Where the
kernel takes a moment of its own (a pty's buffer is pushed by a worker), the wire waits for that.
"""

import os
import select
import socket
import struct
import tempfile
import tty
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from devices.printing.serial_transport import FlowControl, SerialTransport
from devices.printing.tcp_transport import TcpTransport
from devices.printing.transport import CALL_SECONDS_MOST, LinkLost, Port, Transport
from devices.printing.usblp_transport import UsblpTransport
from devices.simulated.printer_engine import PrinterEngine
from devices.simulated.printer_link import VirtualTime
from devices.uevents import NetlinkUevents

KERNEL_SECONDS = 1.0
"""The kernel hands over what was written within this, or the test is at fault."""
READ_MOST = 4096
DROP_ON_CLOSE = struct.pack("ii", 1, 0)
PLUGGED = (
    b"add@/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/usbmisc/lp0\0ACTION=add\0"
    b"DEVPATH=/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/usbmisc/lp0\0SUBSYSTEM=usbmisc\0"
    b"MAJOR=180\0MINOR=0\0DEVNAME=usb/lp0\0SEQNUM=816\0"
)
"""As the kernel writes them (lib/kobject_uevent.c); the form was compared with a recorded one."""
PULLED = PLUGGED.replace(b"add", b"remove")


class Wire(Protocol):
    """One kind of link, with the printer's end of it."""

    @property
    def transport(self) -> Transport:
        """The real one, that is tried."""
        ...

    def follow(self, *, powered: bool) -> bool:
        """Be there or not, as the printer's power says; True when a client has just come."""
        ...

    def take(self, most: int) -> bytes:
        """Bytes from the kiosk, at most so many."""
        ...

    def give(self, data: bytes) -> None:
        """Bytes to the kiosk."""
        ...

    def cut(self, *, powered: bool) -> None:
        """The plug goes dead."""
        ...

    def show(self, *, paper_end: bool) -> None:
        """What the port tells of the printer, where it tells anything."""
        ...

    def sent(self, count: int) -> None:
        """The transport handed over so many bytes."""
        ...

    def let_go(self) -> None:
        """The transport disconnected."""
        ...

    def steal(self, *, stolen: bool) -> None:
        """A foreign program has the printer from the next connection on, or not any more."""
        ...

    def close(self) -> None:
        """Clean up."""
        ...


class SocketEnd:
    """The printer's end where it is a socket: counts what is under way, and waits for just that."""

    peer: socket.socket | None = None
    on_way = 0
    stolen = False

    def steal(self, *, stolen: bool) -> None:
        """See Wire."""
        self.stolen = stolen

    def show(self, *, paper_end: bool) -> None:
        """See Wire."""

    def take(self, most: int) -> bytes:
        """See Wire."""
        if self.peer is None or most <= 0:
            return b""
        readable, _, _ = select.select([self.peer], [], [], KERNEL_SECONDS if self.on_way else 0)
        if not readable:
            assert not self.on_way, "the kernel kept bytes"
            return b""
        try:
            data = self.peer.recv(min(most, READ_MOST))
        except OSError:
            data = b""
        if not data:
            self.hang_up()
        self.on_way = max(0, self.on_way - len(data))
        return data

    def give(self, data: bytes) -> None:
        """See Wire."""
        if self.peer is not None:
            with suppress(OSError):
                self.peer.send(data)

    def sent(self, count: int) -> None:
        """See Wire."""
        self.on_way += count

    def let_go(self) -> None:
        """See Wire."""
        self.on_way = 0

    def hang_up(self) -> None:
        """The printer's end is gone."""
        if self.peer is not None:
            self.peer.close()
        self.peer, self.on_way = None, 0


class TcpWire(SocketEnd):
    """Port 9100 of a printer: listens while it has power, serves one client at a time."""

    def __init__(self, time: VirtualTime) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self._listener: socket.socket | None = None
        self.transport = TcpTransport("127.0.0.1", self._port)

    def follow(self, *, powered: bool) -> bool:
        """See Wire."""
        if not powered:
            self._stop()
            return False
        if self._listener is None:
            self._listener = socket.socket()
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._listener.bind(("127.0.0.1", self._port))
            self._listener.listen(4)
            self._listener.setblocking(False)
        if self.peer is not None and self.on_way == 0:
            self.take(1 if self._reset() else 0)
        if self.peer is None and not self.stolen:
            with suppress(BlockingIOError):
                self.peer, _ = self._listener.accept()
                return True
        return False

    def _reset(self) -> bool:
        """True when the kiosk closed its end (it does so by a reset)."""
        assert self.peer is not None
        poll = select.poll()
        poll.register(self.peer, select.POLLHUP | select.POLLERR)
        return bool(poll.poll(0))

    def cut(self, *, powered: bool) -> None:
        """See Wire: the kiosk gets a reset, as of a printer that came back without knowing it."""
        if self.peer is not None:
            self.peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, DROP_ON_CLOSE)
        self.hang_up()

    def _stop(self) -> None:
        if self._listener is not None:
            self._listener.close()
        self._listener = None

    def close(self) -> None:
        """See Wire."""
        self._stop()
        self.hang_up()


class PtyWire:
    """A serial line: without power it is dead silent, and a pulled adapter hangs up."""

    def __init__(
        self, time: VirtualTime, baud: int = 115200, flow: FlowControl = FlowControl.NONE
    ) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "ttyUSB0"
        self._master = self._slave = -1
        self._powered = True
        self._stolen = False
        self._on_way = 0
        self._plug_in()
        self.transport = SerialTransport(str(self._path), time, baud, flow)

    def _plug_in(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self._path.unlink(missing_ok=True)
        self._path.symlink_to(os.ttyname(self._slave))

    def follow(self, *, powered: bool) -> bool:
        """See Wire."""
        self._powered = powered
        if self._master < 0 and not self._stolen:
            self._plug_in()
        return False

    def steal(self, *, stolen: bool) -> None:
        """See Wire: the adapter comes back under a name of somebody else's."""
        self._stolen = stolen
        if stolen:
            self._path.unlink(missing_ok=True)

    def take(self, most: int) -> bytes:
        """See Wire; without power what is sent is lost."""
        if self._master < 0:
            return b""
        if self._powered and most <= 0:
            return b""
        wait = KERNEL_SECONDS if self._on_way else 0
        readable, _, _ = select.select([self._master], [], [], wait)
        if not readable:
            return b""
        data = os.read(self._master, min(most, READ_MOST) if self._powered else READ_MOST)
        self._on_way = max(0, self._on_way - len(data))
        return data if self._powered else b""

    def give(self, data: bytes) -> None:
        """See Wire."""
        if self._master >= 0:
            os.write(self._master, data)

    def show(self, *, paper_end: bool) -> None:
        """See Wire."""

    def cut(self, *, powered: bool) -> None:
        """See Wire."""
        if powered:
            os.close(self._master)
            os.close(self._slave)
            self._master = self._slave = -1
        self._on_way = 0

    def sent(self, count: int) -> None:
        """See Wire."""
        self._on_way += count

    def let_go(self) -> None:
        """See Wire: the port's buffer was flushed."""
        self._on_way = 0

    def close(self) -> None:
        """See Wire."""
        if self._master >= 0:
            os.close(self._master)
            os.close(self._slave)
        self._folder.cleanup()


class UsblpLike:
    """Implements UsbDevice as the driver does: one owner, empty reads, ENODEV once pulled out."""

    def __init__(self, link: socket.socket) -> None:
        self._link = link
        self.pulled = False
        self.empty_reads = 0
        self.status = 0x18

    def fileno(self) -> int:
        """See UsbDevice."""
        return self._link.fileno()

    def read(self, most: int) -> bytes:
        """See UsbDevice."""
        self._look()
        if self.empty_reads:
            self.empty_reads -= 1
            return b""
        return self._link.recv(most)

    def write(self, data: bytes) -> int:
        """See UsbDevice."""
        self._look()
        return self._link.send(data)

    def port_status(self) -> int:
        """See UsbDevice."""
        self._look()
        return self.status

    def close(self) -> None:
        """See UsbDevice."""
        self._link.close()

    @property
    def closed(self) -> bool:
        """True when its owner let go."""
        return self._link.fileno() < 0

    def _look(self) -> None:
        if self.pulled:
            raise OSError(19, "No such device")


class UsblpWire(SocketEnd):
    """A USB printer: it comes and goes with its power, and udev tells."""

    def __init__(self, time: VirtualTime) -> None:
        heard, self._udev = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.device: UsblpLike | None = None
        self._plugged = True
        self._came = False
        self.transport = UsblpTransport("/dev/usb/lp0", time, NetlinkUevents(heard), self._open)

    def _open(self, path: str) -> UsblpLike:
        if not self._plugged:
            raise OSError(2, "No such file or directory")
        if self.stolen or (self.device is not None and not self.device.closed):
            raise OSError(16, "Device or resource busy")
        self.hang_up()
        ours, self.peer = socket.socketpair()
        ours.setblocking(False)
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
        self.device = UsblpLike(ours)
        self._came = True
        return self.device

    def follow(self, *, powered: bool) -> bool:
        """See Wire."""
        if powered and not self._plugged:
            self._plugged = True
            self._udev.send(PLUGGED)
        came, self._came = self._came, False
        return came

    def show(self, *, paper_end: bool) -> None:
        """See Wire."""
        if self.device is not None:
            self.device.status = 0x38 if paper_end else 0x18

    def cut(self, *, powered: bool) -> None:
        """See Wire."""
        self._plugged = False
        if self.device is not None:
            self.device.pulled = True
        self._udev.send(PULLED)
        self.hang_up()

    def close(self) -> None:
        """See Wire."""
        self.hang_up()
        self._udev.close()


class WiredLink:
    """Implements Transport: a real one, whose waiting moves virtual time."""

    def __init__(
        self,
        engine: PrinterEngine,
        time: VirtualTime,
        wire: Wire,
        witness: Callable[[bytes], None],
    ) -> None:
        self._witness = witness
        self._up = False
        self._engine = engine
        self._time = time
        self._wire = wire
        self._transport = wire.transport
        engine.dropped = self._dropped

    def _dropped(self) -> None:
        self._wire.cut(powered=self._engine.mechanism.powered)

    # --- Transport ---

    def connect(self) -> bool:
        """See Transport."""
        self._pump()
        connected = self._up = self._transport.connect()
        if isinstance(self._wire, PtyWire) and self._engine.mechanism.powered:
            self._engine.connected()  # DTR rises
        self._pump()
        return connected

    def send(self, data: bytes) -> int:
        """See Transport."""
        self._witness(data)
        try:
            sent = self._transport.send(data)
        except LinkLost:
            self._pump()
            raise
        self._wire.sent(sent)
        self._pump()
        return sent

    def receive(self) -> bytes:
        """See Transport."""
        self._pump()
        return self._transport.receive()

    def wait(self, seconds: float, *, to_send: bool = False) -> bool:
        """See Transport; this is what moves time."""
        end = self._time.monotonic() + max(0.0, min(seconds, CALL_SECONDS_MOST))
        while True:
            self._pump()
            if self._transport.wait(0, to_send=to_send):
                return True
            now = self._time.monotonic()
            if now >= end:
                return False
            due = min(end, self._time.due(), self._engine.due())
            if to_send:
                due = min(due, now + 0.005)  # a paced line has room again soon
            self._time.advance(max(due, now + 1e-6))

    def came_back(self) -> bool:
        """See Transport."""
        return self._transport.came_back()

    def port(self) -> Port | None:
        """See Transport."""
        self._pump()
        return self._transport.port()

    def wake(self) -> None:
        """See Transport."""
        self._transport.wake()

    def disconnect(self) -> None:
        """See Transport."""
        self._up = False
        self._transport.disconnect()
        self._wire.let_go()
        self._pump()

    def close(self) -> None:
        """See Transport: between two runs of a test the link stays."""
        self.disconnect()

    # --- bytes ---

    def _pump(self) -> None:
        """Let the printer work until now, and bytes flow both ways."""
        powered = self._engine.mechanism.powered
        while True:
            if self._wire.follow(powered=powered):
                self._engine.connected()
            self._engine.advance(self._time.monotonic())
            self._wire.show(paper_end=self._engine.mechanism.paper_end)
            data = self._wire.take(self._engine.room())
            if data:
                self._engine.receive(data)
            if self._engine.output:
                self._wire.give(bytes(self._engine.output))
                self._engine.output.clear()
                if self._up:
                    self._transport.wait(CALL_SECONDS_MOST)
            powered = self._engine.mechanism.powered
            if not data:
                return

    def dispose(self) -> None:
        """The test is over."""
        self._transport.close()
        self._wire.close()
