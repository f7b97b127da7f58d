"""In first start one camera is open at a time, whatever pages are turned meanwhile."""

import asyncio
import io
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from kiosk.domain.devices import ScanMode
from kiosk.log import Log
from kiosk.setup_eyes import SetupEyes
from kiosk.supervisor import Supervisor
from tests.fakes import FakeTime

PATIENCE = 10.0


class SlowEye:
    """A Scanner that lets go of its camera when it is told to."""

    def __init__(self) -> None:
        self.closing = threading.Event()
        self.may_close = threading.Event()
        self.is_open = True

    def start(self) -> None:
        """See Scanner."""

    def set_mode(self, mode: ScanMode) -> None:
        """See Scanner."""

    def close(self) -> None:
        """See Scanner."""
        self.closing.set()
        assert self.may_close.wait(PATIENCE)
        self.is_open = False


class Desk:
    """Where eyes are opened and shut; each of the first ones is slow to let go."""

    def __init__(self, slow: int) -> None:
        self.slow = slow
        self.made: list[SlowEye] = []
        self.most_open = 0
        self.shut = 0
        self.opened = asyncio.Event()
        self.supervisor = Supervisor(Log(io.StringIO(), FakeTime().now))
        self.eyes = SetupEyes(self._open, self._note_shut, self.supervisor)

    def _open(self) -> list[SlowEye]:
        eye = SlowEye()
        if len(self.made) >= self.slow:
            eye.may_close.set()
        self.made.append(eye)
        self.most_open = max(self.most_open, sum(one.is_open for one in self.made))
        self.opened.set()
        return [eye]

    def _note_shut(self) -> None:
        self.shut += 1

    async def until_opened(self) -> None:
        """Wait for the next eye."""
        async with asyncio.timeout(PATIENCE):
            await self.opened.wait()
        self.opened.clear()

    async def until_quiet(self) -> None:
        """Wait for all that was begun."""
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})


@asynccontextmanager
async def desk(slow: int = 0) -> AsyncIterator[Desk]:
    """A desk, tidied up."""
    made = Desk(slow)
    yield made
    await made.eyes.close()
    await made.supervisor.close()
    assert not any(eye.is_open for eye in made.made)


async def test_a_page_left_and_come_back_to_while_the_camera_closes_has_it_once() -> None:
    async with desk(slow=1) as here:
        here.eyes.want(("front",))
        await here.until_opened()

        here.eyes.want(("back",))
        await asyncio.to_thread(here.made[0].closing.wait, PATIENCE)
        here.eyes.want(())
        here.eyes.want(("back",))
        here.made[0].may_close.set()
        await here.until_quiet()

    assert here.most_open == 1


async def test_what_is_wanted_already_stays_open() -> None:
    async with desk() as here:
        here.eyes.want(("front",))
        await here.until_opened()
        here.eyes.want(("front",))

        assert here.made[0].is_open

    assert len(here.made) == 1


async def test_nothing_is_opened_after_the_end() -> None:
    async with desk(slow=1) as here:
        here.eyes.want(("front",))
        await here.until_opened()
        here.eyes.want(("back",))
        await asyncio.to_thread(here.made[0].closing.wait, PATIENCE)

        closing = asyncio.ensure_future(here.eyes.close())
        await asyncio.sleep(0)
        here.eyes.want(("front",))
        here.made[0].may_close.set()
        await closing

    assert len(here.made) == 1
