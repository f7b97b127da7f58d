"""Endless loops are kept alive, with pauses; a bug is logged and ends nothing but itself."""

import asyncio
import io
import json
from collections.abc import Awaitable, Callable
from itertools import pairwise

from kiosk.log import Log
from kiosk.supervisor import Supervisor
from tests.fakes import FakeTime, SkippingLoop, settle, soon


class Watched:
    """A supervisor and what it logged."""

    def __init__(self) -> None:
        self.lines = io.StringIO()
        self.supervisor = Supervisor(Log(self.lines, FakeTime().now))

    def bugs(self) -> list[str]:
        """Which tasks had one."""
        lines = [json.loads(line) for line in self.lines.getvalue().splitlines()]
        return [line["task"] for line in lines if line["event"] == "bug"]


def watched(test: Callable[[Watched], Awaitable[None]]) -> None:
    """Run a test with a supervisor on a loop that does not wait."""

    async def whole() -> None:
        made = Watched()
        await test(made)
        await made.supervisor.close()

    with asyncio.Runner(loop_factory=SkippingLoop) as runner:
        runner.run(whole())


def test_a_loop_with_a_bug_is_begun_again_less_and_less_often() -> None:
    begun: list[float] = []

    async def broken() -> None:
        begun.append(asyncio.get_running_loop().time())
        raise ZeroDivisionError

    async def test(world: Watched) -> None:
        world.supervisor.keep("sync", broken)
        await soon(120)
        assert world.bugs() == ["sync"] * len(begun)

    watched(test)
    pauses = [round(later - earlier, 1) for earlier, later in pairwise(begun)]
    assert pauses == [0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 30.0, 30.0]


def test_a_loop_that_ends_by_itself_is_not_begun_again() -> None:
    begun: list[str] = []

    async def short() -> None:
        begun.append("once")

    async def test(world: Watched) -> None:
        world.supervisor.keep("sync", short)
        await soon(60)

    watched(test)
    assert begun == ["once"]


def test_a_bug_in_one_task_leaves_the_others_alone() -> None:
    done: list[str] = []

    async def broken() -> None:
        raise ZeroDivisionError

    async def sound() -> None:
        await soon(1)
        done.append("sound")

    async def test(world: Watched) -> None:
        world.supervisor.spawn("sound", sound())
        world.supervisor.spawn("broken", broken())
        await soon(2)
        assert world.bugs() == ["broken"]

    watched(test)
    assert done == ["sound"]


def test_a_bug_is_logged_with_the_place_it_happened_at() -> None:
    async def broken() -> None:
        raise ZeroDivisionError("the reason")

    async def test(world: Watched) -> None:
        await world.supervisor.spawn("broken", broken())
        assert "the reason" in world.lines.getvalue()
        assert "test_supervisor.py" in world.lines.getvalue()

    watched(test)


def test_closing_ends_everything_and_waits_for_it() -> None:
    ended: list[str] = []

    async def endless(name: str) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(name)

    async def test(world: Watched) -> None:
        world.supervisor.keep("one", lambda: endless("one"))
        world.supervisor.spawn("two", endless("two"))
        await settle()
        await world.supervisor.close()
        assert sorted(ended) == ["one", "two"]
        assert world.bugs() == []

    watched(test)
