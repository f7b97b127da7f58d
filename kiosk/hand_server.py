"""Opens the scripted hand to other processes, over the control protocol of simulated devices."""

from collections.abc import Awaitable, Mapping, Sequence
from pathlib import Path

from PySide6.QtQuick import QQuickWindow

from devices.clock import SystemClock
from devices.simulated.clock import OffsetClock
from devices.simulated.control import Arguments, ControlError, ControlServer
from ui.bridge import Bridge
from ui.hand import WAIT_SECONDS, Hand, HandError

Answer = Mapping[str, object]


def hand_server(
    socket: Path,
    window: QQuickWindow,
    bridge: Bridge,
    clock: SystemClock,
    said: Sequence[str],
) -> ControlServer:
    """A server whose requests move the hand: tap, key, time, wait, look, said, grab, advance.

    `said` holds what was spoken last, oldest first.
    """
    orders = _Orders(Hand(window, bridge), clock, said)
    return ControlServer(
        socket,
        {
            "tap": orders.tap,
            "key": orders.key,
            "said": orders.said,
            "time": orders.time,
            "wait": orders.wait,
            "look": orders.look,
            "grab": orders.grab,
            "advance": orders.advance,
        },
    )


class _Orders:
    """Each order as a request of the control protocol."""

    def __init__(self, hand: Hand, clock: SystemClock, said: Sequence[str]) -> None:
        self._hand = hand
        self._clock = clock
        self._said = said

    async def tap(self, arguments: Arguments) -> Answer:
        """{"name"}: touch the item of that name."""
        return await self._told(self._hand.tap(str(arguments.get("name"))))

    async def key(self, arguments: Arguments) -> Answer:
        """{"name"}: press a key of the keypad."""
        return await self._told(self._hand.key(str(arguments.get("name"))))

    async def said(self, _: Arguments) -> Answer:
        """What was spoken last."""
        return {"said": list(self._said)}

    async def time(self, arguments: Arguments) -> Answer:
        """{"name", "screens"}: tap, and measure until one of the screens is drawn."""
        screens = arguments.get("screens")
        if not isinstance(screens, list):
            raise ControlError("screens is a list")
        names = frozenset(str(one) for one in screens)
        try:
            at, took = await self._hand.time_tap(str(arguments.get("name")), names)
        except HandError as error:
            raise ControlError(str(error)) from error
        return {"at": at, "ms": took}

    async def wait(self, arguments: Arguments) -> Answer:
        """{"screen" or "screens", "contains", "seconds"}: until one is there with these fields."""
        screens = arguments.get("screens") or [arguments.get("screen")]
        contains = arguments.get("contains") or {}
        seconds = arguments.get("seconds") or WAIT_SECONDS
        if (
            not isinstance(screens, list)
            or not isinstance(contains, Mapping)
            or not isinstance(seconds, int | float)
        ):
            raise ControlError("screens is a list, contains an object and seconds a number")
        names = frozenset(str(name) for name in screens if name is not None)
        return await self._told(self._hand.wait(names, contains, float(seconds)))

    async def look(self, _: Arguments) -> Answer:
        """What is on the screen, and what can be touched."""
        return {**self._hand.facts(), "names": self._hand.names()}

    async def grab(self, arguments: Arguments) -> Answer:
        """{"file"}: save a picture."""
        return await self._told(self._hand.grab(str(arguments.get("file"))))

    async def advance(self, arguments: Arguments) -> Answer:
        """{"seconds"}: move the simulated clock."""
        seconds = arguments.get("seconds")
        if not isinstance(self._clock, OffsetClock) or not isinstance(seconds, int | float):
            raise ControlError("only the simulated clock can be advanced, by seconds")
        self._clock.advance(float(seconds))
        return {}

    async def _told(self, order: Awaitable[None]) -> Answer:
        try:
            await order
        except HandError as error:
            raise ControlError(str(error)) from error
        return {**self._hand.facts()}
