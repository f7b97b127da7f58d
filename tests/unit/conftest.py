"""What many units are tested with."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.contract.world import World, central


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A central server that has met its first kiosk."""
    async with central(tmp_path) as made:
        await made.meet()
        yield made
