"""Carries out what central orders, each once, and never while a citizen is being served.

An order counts when it is signed by the site's key for orders, addressed to this kiosk, in time, and
newer than all before. That it counted is on disk, and on its way to central, before it is carried out:
a kiosk that is told to restart does so once.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from kiosk.domain.orders import (
    Command,
    Envelope,
    Order,
    Policy,
    Refusal,
    Taken,
    Trust,
    Verify,
    judge_order,
    parse_orders,
    policy_of,
)
from kiosk.domain.reading import Refused
from kiosk.log import Log
from kiosk.ports import Clock, KioskError, Store


@dataclass(frozen=True, slots=True)
class Hands:
    """What an order may move, and nothing else."""

    free: Callable[[], bool]
    """True while nobody is being served."""
    close: Callable[[], Awaitable[None]]
    open: Callable[[], Awaitable[None]]
    restart: Callable[[], Awaitable[None]]
    rotate_key: Callable[[], Awaitable[None]]
    print_test: Callable[[], Awaitable[None]]
    adopt: Callable[[Policy], None]


class Shutter:
    """Closes and opens a kiosk by order: the switch on disk first, the screen once nobody is served."""

    def __init__(
        self,
        free: Callable[[], bool],
        keep_closed: Callable[[bool], None],
        stop: Callable[[], None],
        resume: Callable[[], None],
    ) -> None:
        self._free = free
        self._keep_closed = keep_closed
        self._stop = stop
        self._resume = resume
        self._stopping = False

    async def close(self) -> None:
        """Close, once whoever came in the meantime has gone. Raises KioskError."""
        await asyncio.to_thread(self._keep_closed, True)
        self._stopping = True
        self.look_again()

    async def open(self) -> None:
        """Open. Raises KioskError."""
        await asyncio.to_thread(self._keep_closed, False)
        self._stopping = False
        self._resume()

    def look_again(self) -> None:
        """The session moved on: somebody may have gone home."""
        if self._stopping and self._free():
            self._stopping = False
            self._stop()


_DISTURBING = {Command.RESTART, Command.PRINT_TEST}
"""What is not to be done while somebody is served, who may have come since it counted."""


class Orders:
    """Central's orders at this kiosk; `trust` is None where enrolment told of no key for them."""

    def __init__(
        self,
        trust: Trust | None,
        verify: Verify,
        store: Store,
        hands: Hands,
        clock: Clock,
        log: Log,
    ) -> None:
        self._trust = trust
        self._verify = verify
        self._store = store
        self._hands = hands
        self._clock = clock
        self._log = log
        self._woken = asyncio.Event()
        self._listed: Sequence[Envelope] = ()
        self._told: set[tuple[str, Refusal]] = set()
        self.etag: str | None = None
        self.newest = 0
        self.refused = ""

    async def begin(self) -> None:
        """Take over what counted before this start."""
        self.newest = await self._store.newest_order()
        if text := await self._store.policy():
            self._hands.adopt(policy_of(text))

    def came(self, raw: bytes) -> bool:
        """A newer list; true when it was read without complaint."""
        try:
            self._listed = parse_orders(raw)
        except Refused as refused:
            self._log("orders.unreadable", complaints=refused.complaints[:5])
            return False
        self.etag = hashlib.sha256(raw).hexdigest()
        self._woken.set()
        return True

    def look_again(self) -> None:
        """The session moved on: somebody may have gone home."""
        self._woken.set()

    async def run(self) -> None:
        """Carry out until cancelled."""
        while True:
            await self._woken.wait()
            self._woken.clear()
            await self._carry_out_listed()

    async def _carry_out_listed(self) -> None:
        listed, self._listed = self._listed, ()
        try:
            await self._carry_out_each(listed)
        except Exception:
            self.etag = None  # the list comes again
            raise

    async def _carry_out_each(self, listed: Sequence[Envelope]) -> None:
        counting = [(order, e) for e in listed if (order := self._judged(e)) is not None]
        for order, envelope in sorted(counting, key=lambda one: one[0].version):
            await self._until_free()
            told = {
                "at": self._clock.now().isoformat(),
                "version": order.version,
                "order": order.content if isinstance(order.content, Command) else "policy",
            }
            match await self._store.take_order(order, envelope.text, told):
                case Taken.NEW:
                    self.newest = order.version
                    self._log("order.taken", version=order.version, order=told["order"])
                    await self._carry_out_alone(order)
                    if order.content is Command.RESTART:
                        self.etag = None  # what else is listed comes again after the start
                        return
                case Taken.OLDER:
                    self._refuse(envelope, Refusal.OLDER)
                case Taken.KNOWN:
                    pass

    async def _carry_out_alone(self, order: Order) -> None:
        """What hinders one order hinders none that follows it."""
        if order.content in _DISTURBING:
            await self._until_free()
        try:
            await self._carry_out(order)
        except (KioskError, OSError) as error:
            self.refused = Refusal.FAILED
            self._log("order.failed", version=order.version, reason=str(error))

    async def _until_free(self) -> None:
        while not self._hands.free():
            self._woken.clear()
            await self._woken.wait()

    def _judged(self, envelope: Envelope) -> Order | None:
        if self._trust is None:
            judged: Order | Refusal = Refusal.UNKNOWN_SIGNER
        else:
            judged = judge_order(envelope, self._trust, self._clock.now(), self._verify)
        if isinstance(judged, Refusal):
            self._refuse(envelope, judged)
            return None
        return judged

    def _refuse(self, envelope: Envelope, reason: Refusal) -> None:
        """Told once for each order: a list comes again with every new one."""
        self.refused = reason
        mark = (hashlib.sha256(envelope.text.encode()).hexdigest(), reason)
        if mark not in self._told:
            self._told.add(mark)
            self._log("order.refused", reason=reason)

    async def _carry_out(self, order: Order) -> None:
        match order.content:
            case Policy() as policy:
                self._hands.adopt(policy)
            case Command.CLOSE:
                await self._hands.close()
            case Command.OPEN:
                await self._hands.open()
            case Command.RESTART:
                await self._hands.restart()
            case Command.ROTATE_KEY:
                await self._hands.rotate_key()
            case Command.PRINT_TEST:
                await self._hands.print_test()
            case _:
                assert_never(order.content)
