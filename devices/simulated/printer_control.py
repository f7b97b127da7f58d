"""What can be asked of the simulated printer over its control socket.

| do | arguments | results |
|---|---|---|
| state | | paper, cover, jam, power, mute, hang, online, buffered, rows, cuts, strips, mouth, |
| | | job_began: CLOCK_MONOTONIC at the first byte of the newest job |
| set | paper: out, low, full · cover: open, closed · speed: mm/s · | |
| | jam, power, mute, hang, hot: bool · bytes_per_second of the link · | |
| | stolen: bool, a foreign program has the printer (TCP) | |
| fault | what: a fault's name · at_row, at_byte, after_seconds: from now on; else at once | |
| tray | | strips: list of file, state, rows, texts, qr, marks, taken |
| take | | taken: how many strips · tears off what hangs out when `tear` is true |
| wait | strips, seconds | strips, reached |
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from devices.simulated.control import Arguments, ControlError, Handler
from devices.simulated.printer_engine import Fault, PrinterEngine
from devices.simulated.printer_plugs import Plug, TcpPlug
from devices.simulated.printer_tray import Strip

Results = Mapping[str, object]
SWITCHES: dict[str, dict[object, tuple[Fault, ...]]] = {
    "paper": {
        "out": (Fault.PAPER_OUT,),
        "low": (Fault.REFILL, Fault.NEAR_END),
        "full": (Fault.REFILL,),
    },
    "cover": {"open": (Fault.COVER_OPEN,), "closed": (Fault.COVER_CLOSE,)},
    "jam": {True: (Fault.JAM_HARD,), False: (Fault.JAM_CLEAR,)},
    "power": {True: (Fault.POWER_ON,), False: (Fault.POWER_OFF,)},
    "mute": {True: (Fault.MUTE,), False: (Fault.UNMUTE,)},
    "hang": {True: (Fault.HANG,), False: (Fault.UNHANG,)},
    "hot": {True: (Fault.HOT,), False: (Fault.COOL,)},
}


class Server(Protocol):
    """The part of the printer's server that is needed here."""

    plug: Plug
    bytes_per_second: float | None

    def work(self) -> None:
        """Let the printer do what is due now."""
        ...

    async def wait_for(self, strips: int, seconds: float) -> bool:
        """Wait for strips."""
        ...


class PrinterControl:
    """Answers requests about one printer."""

    def __init__(self, engine: PrinterEngine, server: Server) -> None:
        self._engine = engine
        self._server = server

    def handlers(self) -> Mapping[str, Handler]:
        """By name, for a ControlServer."""
        return {
            "state": _at_once(self._state),
            "set": _at_once(self._set),
            "fault": _at_once(self._fault),
            "tray": _at_once(self._tray),
            "take": _at_once(self._take),
            "wait": self._wait,
        }

    def _state(self, _: Arguments) -> Results:
        engine, m = self._engine, self._engine.mechanism
        return {
            "paper": "out" if m.paper_end else "low" if m.near_end else "full",
            "cover": "open" if m.cover_open else "closed",
            "jam": m.knife_stuck,
            "power": m.powered,
            "mute": engine.muted,
            "hang": engine.hanging,
            "hot": m.hot,
            "online": not engine.offline,
            "speed": m.mm_per_second,
            "buffered": engine.buffered,
            "rows": m.rows_ever,
            "cuts": m.cuts,
            "mouth": "full" if engine.head.mouth is not None else "empty",
            "strips": len(engine.tray.strips),
            "job_began": engine.job_began,
        }

    def _set(self, arguments: Arguments) -> Results:
        wanted = {name: value for name, value in arguments.items() if name != "do"}
        speed = wanted.pop("speed", None)
        rate = wanted.pop("bytes_per_second", None)
        stolen = wanted.pop("stolen", None)
        faults = [fault for item in wanted.items() for fault in _switched(*item)]
        if speed is not None:
            self._engine.mechanism.mm_per_second = _positive("speed", speed)
        if rate is not None:
            self._server.bytes_per_second = _positive("bytes_per_second", rate)
        if stolen is not None:
            self._steal(stolen)
        for fault in faults:
            self._engine.apply(fault)
        self._server.work()
        return {}

    def _steal(self, stolen: object) -> None:
        plug = self._server.plug
        if not isinstance(stolen, bool) or not isinstance(plug, TcpPlug):
            raise ControlError("stolen: True or False, of a printer on TCP")
        plug.stolen = stolen
        if stolen:
            plug.drop(powered=True)

    def _fault(self, arguments: Arguments) -> Results:
        try:
            what = Fault(str(arguments.get("what")))
        except ValueError as error:
            raise ControlError(f"what: one of {', '.join(Fault)}") from error
        self._server.work()  # what is armed counts from now
        if "at_row" in arguments:
            self._engine.arm_at_row(int(_positive("at_row", arguments["at_row"])), what)
        elif "at_byte" in arguments:
            self._engine.arm_at_byte(int(_positive("at_byte", arguments["at_byte"])), what)
        elif "after_seconds" in arguments:
            self._engine.arm_after(_positive("after_seconds", arguments["after_seconds"]), what)
        else:
            self._engine.apply(what)
        self._server.work()
        return {}

    def _tray(self, _: Arguments) -> Results:
        return {"strips": [_strip(strip) for strip in self._engine.tray.strips]}

    def _take(self, arguments: Arguments) -> Results:
        if arguments.get("tear") is True:
            self._engine.tear()
        return {"taken": self._engine.take()}

    async def _wait(self, arguments: Arguments) -> Results:
        strips = int(_positive("strips", arguments.get("strips")))
        seconds = _positive("seconds", arguments.get("seconds"))
        reached = await self._server.wait_for(strips, seconds)
        return {"strips": len(self._engine.tray.strips), "reached": reached}


def _at_once(handler: Callable[[Arguments], Results]) -> Handler:
    async def answer(arguments: Arguments) -> Results:
        return handler(arguments)

    return answer


def _switched(name: str, value: object) -> tuple[Fault, ...]:
    if name not in SWITCHES:
        raise ControlError(f"no such thing to set: {name}")
    positions = SWITCHES[name]
    if not isinstance(value, str | bool) or value not in positions:
        raise ControlError(f"{name}: one of {', '.join(map(str, positions))}")
    return positions[value]


def _positive(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        raise ControlError(f"{name}: a number above 0")
    return value


def _strip(strip: Strip) -> Mapping[str, object]:
    return {
        "file": strip.file,
        "state": strip.state,
        "rows": len(strip.rows),
        "texts": list(strip.texts),
        "qr": list(strip.codes),
        "marks": list(strip.marks),
        "taken": strip.taken,
    }
