"""Opening hours at the authority: the server's clock decides, in the site's zone."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.contract.world import StandingClock, World, asked, central


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with central(tmp_path, clock=StandingClock()) as made:
        await made.meet()
        yield made


@pytest.mark.parametrize(
    ("local", "answer"),
    [
        ("2026-08-06T07:59:59+07:00", "service-closed"),
        ("2026-08-06T08:00:00+07:00", "assigned"),
        ("2026-08-06T14:29:59+07:00", "assigned"),
        ("2026-08-06T14:30:00+07:00", "service-closed"),
        ("2026-08-08T11:00:00+07:00", "assigned"),
        ("2026-08-09T10:00:00+07:00", "service-closed"),
        ("2026-08-06T01:00:00+00:00", "assigned"),
        ("2026-08-05T23:00:00-02:00", "assigned"),
    ],
)
async def test_numbers_are_given_while_the_service_is_open(
    world: World, local: str, answer: str
) -> None:
    world.clock.moment = datetime.fromisoformat(local)
    day = (await world.client.get("/api/v1/today")).json()["day"]

    reply = await world.post("/tickets", asked(day=day))

    said = reply.json()
    assert said.get("state", said.get("type", "").rpartition(":")[2]) == answer


async def test_a_kiosk_with_a_wrong_clock_is_not_believed(world: World) -> None:
    world.clock.moment = datetime.fromisoformat("2026-08-06T20:00:00+07:00")

    reply = await world.post("/tickets", asked(at="2026-08-06T10:00:00+07:00"))

    assert reply.json()["type"] == "urn:anjungan:problem:service-closed"


async def test_the_business_day_is_the_sites_and_not_the_machines(world: World) -> None:
    world.clock.moment = datetime.fromisoformat("2026-08-06T18:30:00+00:00")

    today = (await world.client.get("/api/v1/today")).json()

    assert today["day"] == "2026-08-07"
    assert today["at"] == "2026-08-07T01:30:00+07:00"
