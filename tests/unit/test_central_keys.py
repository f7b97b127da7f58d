"""Central's list of keys: what is told of each, who may renew one, and what revoking ends."""

import pytest

from central.cli import main
from central.store.keys import booking_key, revoke
from tests.contract.world import CATALOGUE, NOW, World, example


def command(world: World, *arguments: str) -> int:
    """Run `central key ...` beside the server."""
    where = ("--data", str(world.folder), "--catalogue", str(CATALOGUE))
    return main(["key", *arguments, *where])


async def listed(world: World) -> dict[str, tuple[str, bool]]:
    """What kiosks hear: signer and whether it was revoked, by short name."""
    reply = (await world.client.get("/api/v1/keys")).json()
    return {key["id"]: (key["signer"], key["revoked"]) for key in reply["keys"]}


async def test_a_renewed_booking_key_leaves_the_old_one_good(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(world, "renew") == 0

    new = capsys.readouterr().out.strip()
    assert await listed(world) == {
        "80a1e323": ("kiosk", False),
        "63712691": ("central", False),
        new: ("central", False),
    }
    assert world.manage_keys(booking_key).id.hex() == new
    told = (await world.client.get("/api/v1/bookings")).json()["keys"]
    assert {key["id"] for key in told} == {"63712691", new}


async def test_a_revoked_key_stays_in_the_list_and_leaves_that_of_bookings(world: World) -> None:
    command(world, "renew")

    assert command(world, "revoke", "63712691") == 0

    assert (await listed(world))["63712691"] == ("central", True)
    told = (await world.client.get("/api/v1/bookings")).json()["keys"]
    assert "63712691" not in {key["id"] for key in told}


async def test_the_key_that_signs_bookings_now_is_renewed_before_it_is_revoked(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(world, "revoke", "63712691") == 2

    assert "renew" in capsys.readouterr().err
    assert (await listed(world))["63712691"] == ("central", False)


async def test_a_key_nobody_has_is_not_revoked(world: World) -> None:
    assert command(world, "revoke", "00000000") == 2


async def test_staff_see_whose_key_is_what(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    command(world, "revoke", "80a1e323")
    capsys.readouterr()

    assert command(world, "list") == 0

    kiosk, bookings = sorted(capsys.readouterr().out.splitlines(), reverse=True)
    assert ("A-03" in kiosk, kiosk.split()[-1]) == (True, "revoked")
    assert ("bookings" in bookings, bookings.split()[-2:]) == (True, ["signs", "now"])


async def test_a_revoked_kiosk_renews_nothing(world: World) -> None:
    world.manage_keys(lambda connection: revoke(connection, "80a1e323", NOW))

    reply = await world.send(example("device_key")["request"])

    assert reply.json()["type"].endswith("key-revoked")


async def test_a_stolen_key_comes_in_under_no_other_name(world: World) -> None:
    world.manage_keys(lambda connection: revoke(connection, "80a1e323", NOW))
    stolen = example("device_session")["request"]["body"]

    renamed = {**stolen, "installation": "00000000-0000-4000-8000-000000000001"}
    reply = await world.post("/device/session", renamed)

    assert reply.json()["type"].endswith("key-revoked")


async def test_a_kiosk_that_lost_its_ledger_comes_again_with_its_key(world: World) -> None:
    said = example("device_session")["request"]["body"]
    again = {**said, "installation": "00000000-0000-4000-8000-000000000001"}

    answers = [await world.post("/device/session", again) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]


async def test_nobody_renews_the_key_of_a_kiosk_that_never_came(world: World) -> None:
    wish = example("device_key")["request"]["body"]
    unknown = {**wish, "installation": "00000000-0000-4000-8000-000000000001"}

    reply = await world.post("/device/key", unknown)

    assert reply.json()["type"].endswith("unknown-installation")


async def test_a_replayed_wish_of_another_installation_is_refused(world: World) -> None:
    other = "00000000-0000-4000-8000-000000000001"
    said = example("device_session")["request"]["body"]
    await world.post("/device/session", {**said, "installation": other})
    wish = example("device_key")["request"]["body"]

    reply = await world.post("/device/key", {**wish, "installation": other})

    assert reply.json()["type"].endswith("key-mismatch")
