"""Camera and hand scanner of first start: open while a code can be shown, free for others else."""

import asyncio
from collections.abc import Callable, Sequence

from kiosk.ports import Scanner
from kiosk.supervisor import Supervisor


class SetupEyes:
    """One set of them at a time, opened once the one before has let go: two would share a camera."""

    def __init__(
        self,
        opened: Callable[[], Sequence[Scanner]],
        shut: Callable[[], None],
        supervisor: Supervisor,
    ) -> None:
        """`opened` starts what the settings name; `shut` hears that nothing is open any more."""
        self._opened = opened
        self._shut = shut
        self._supervisor = supervisor
        self._wanted: tuple[object, ...] = ()
        self._open: Sequence[Scanner] = ()
        self._turning = asyncio.Lock()
        self._closed = False

    def want(self, wanted: tuple[object, ...]) -> None:
        """The devices that shall read from now on; () for none."""
        if wanted != self._wanted and not self._closed:
            self._wanted = wanted
            self._supervisor.spawn("eyes", self._turn(wanted))

    async def close(self) -> None:
        """Shut them for good."""
        self._closed, self._wanted = True, ()
        async with self._turning:
            await self._let_go()

    async def _turn(self, wanted: tuple[object, ...]) -> None:
        async with self._turning:
            await self._let_go()
            if wanted and wanted == self._wanted:
                self._open = self._opened()

    async def _let_go(self) -> None:
        for eye in self._open:
            await asyncio.to_thread(eye.close)
        self._open = ()
        self._shut()
