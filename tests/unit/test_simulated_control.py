"""Asking a simulated device ends: with an answer, a refusal, or when its time is over."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from devices.simulated.control import Arguments, ControlError, ControlServer, ask


async def _tell(arguments: Arguments) -> Mapping[str, object]:
    return {"heard": arguments["seconds"]}


async def _never(_: Arguments) -> Mapping[str, object]:
    await asyncio.Event().wait()
    return {}


@pytest.fixture
async def device(tmp_path: Path) -> AsyncIterator[Path]:
    server = ControlServer(tmp_path / "device.sock", {"tell": _tell, "never": _never})
    await server.start()
    yield tmp_path / "device.sock"
    await server.close()


async def test_a_request_is_answered(device: Path) -> None:
    assert await ask(device, "tell", seconds=3) == {"heard": 3}


async def test_a_device_that_does_not_answer_is_not_waited_for_for_ever(device: Path) -> None:
    with pytest.raises(ControlError, match="never: no answer within"):
        await ask(device, "never", 0.01)


async def test_a_device_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ControlError, match="no device listens"):
        await ask(tmp_path / "nobody.sock", "tell")
