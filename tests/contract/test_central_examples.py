"""The wire's examples, played against the real server."""

import json
import re
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest

from central.store import devices
from central.store.keys import revoke
from central.store.orders import OrderRow, add_order
from kiosk import ed25519
from kiosk.domain.orders import Envelope
from tests.contract.world import (
    HERE,
    INSTALLATION,
    NOW,
    Document,
    World,
    central,
    example,
    examples_bookings,
    exchanges,
    receipt,
)
from tests.signing import OTHER_SEED, THIRD_SEED


async def _nine_other_kiosks(world: World) -> None:
    session = example("device_session")["request"]
    for number in range(9):
        installation = f"{number}{INSTALLATION[1:-1]}f"
        await world.send({**session, "body": {**session["body"], "installation": installation}})


async def _queue_at_its_end(world: World) -> None:
    world.put("INSERT INTO counter VALUES ('2026-08-06', 'K', 0, 999)")


async def _three_bookings(world: World) -> None:
    world.book(*examples_bookings())


async def _one_receipt(world: World) -> None:
    await world.play("ticket_assigned")
    world.hand_in(receipt())


async def _kiosks_key_is_revoked(world: World) -> None:
    await world.meet()
    kiosks = json.loads((HERE / "ticket_code.json").read_text("utf-8"))["key_id"]
    world.manage_keys(lambda connection: revoke(connection, kiosks, NOW))


async def _nothing(world: World) -> None:
    pass


TOKEN = bytes(range(16))
BODY_VARIES = {"reply.body.salt", "reply.body.orders_key"}


def _devices(world: World) -> sqlite3.Connection:
    return devices.connect(world.folder)


async def _a_code(world: World) -> None:
    with closing(_devices(world)) as connection:
        digest = sha256(TOKEN).hexdigest()
        connection.execute(
            "INSERT INTO token VALUES (?, 'central.test:1', ?, ?, NULL)",
            (digest, bytes(33), "2026-08-06T03:00:00.000+00:00"),
        )


def _decided(state: str) -> Callable[[World], Awaitable[None]]:
    async def decide(world: World) -> None:
        await _a_code(world)
        public = ed25519.public_of(THIRD_SEED)
        with closing(_devices(world)) as connection:
            found = devices.redeem(connection, TOKEN, public, "A-04", world.clock.now())
            assert isinstance(found, devices.Device)
            assert devices.decide(connection, found.code, state, world.clock.now())

    return decide


async def _a_used_code(world: World) -> None:
    await _a_code(world)
    with closing(_devices(world)) as connection:
        public = ed25519.public_of(OTHER_SEED)
        devices.redeem(connection, TOKEN, public, "A-05", world.clock.now())


async def _unsigned(world: World) -> None:
    world.client.auth = httpx.Auth()  # adds nothing


async def _not_enrolled(world: World) -> None:
    with closing(_devices(world)) as connection:
        connection.execute("DELETE FROM device")


async def _revoked(world: World) -> None:
    with closing(_devices(world)) as connection:
        assert devices.revoke(connection, "A-03", world.clock.now())


async def _two_orders(world: World) -> None:
    """Signed elsewhere: the server hands out what it is given."""
    listed = json.loads((HERE / "data/orders.json").read_text("utf-8"))["orders"]
    with closing(_devices(world)) as connection:
        for one in listed:
            order = json.loads(one["order"])
            until = datetime.fromisoformat(order["not_after"])
            row = OrderRow(order["version"], order["kiosk"], "", until)
            envelope = Envelope(one["order"], bytes.fromhex(one["signature"]))
            add_order(connection, row, envelope)
        other = OrderRow(1, "B-01", "", NOW + timedelta(days=1))
        add_order(connection, other, Envelope("{}", b""))


GIVEN: dict[str, Callable[[World], Awaitable[None]]] = {
    "nine other kiosks hold today's slots": _nine_other_kiosks,
    "queue K has given 999 numbers today": _queue_at_its_end,
    "the profile is not demo": _nothing,
    "the kiosk's key was revoked": _kiosks_key_is_revoked,
    "three bookings are known": _three_bookings,
    "a code was printed": _a_code,
    "a code was printed and its kiosk confirmed": _decided(devices.ENROLLED),
    "a code was printed and its kiosk refused": _decided(devices.REFUSED),
    "a code was printed and another kiosk used it": _a_used_code,
    "the request is not signed": _unsigned,
    "the kiosk is not enrolled": _not_enrolled,
    "the kiosk was revoked": _revoked,
    "two orders were given": _two_orders,
    "documents were handed in with the ticket": _one_receipt,
}


@pytest.fixture
async def world(stem: str, tmp_path: Path) -> AsyncIterator[World]:
    given = example(stem).get("given")
    profile = "site" if given == "the profile is not demo" else "demo"
    async with central(tmp_path, profile=profile) as made:
        if given is not None:
            await GIVEN[given](made)
        yield made


def _shape(text: str) -> str:
    return re.sub("[0-9a-f]", "0", text)


def _same_header(name: str, got: str, want: str, varies: list[str]) -> bool:
    if f"reply.headers.{name}" in varies:
        return _shape(got) == _shape(want)
    return got == want


def _expected_body(reply: dict[str, object]) -> bytes:
    return (HERE / str(reply["body_file"])).read_bytes()


def _says_the_same(got: httpx.Response, shown: Document) -> bool:
    reply = shown["reply"]
    if "body_file" in reply:
        return got.content == _expected_body(reply)
    wanted = reply["body"]
    found: Any = got.json() if got.content else None
    for name in BODY_VARIES & set(shown["varies"]):
        key = name.rpartition(".")[2]
        assert len(found[key]) == len(wanted[key])
        found[key] = wanted[key]
    return bool(found == wanted)


@pytest.mark.parametrize("stem", exchanges())
async def test_the_server_answers_as_the_example_says(stem: str, world: World) -> None:
    shown = example(stem)

    got = await world.play(stem)

    want = shown["reply"]
    assert got.status_code == want["status"], got.text
    assert _says_the_same(got, shown), got.text
    for name, value in want["headers"].items():
        assert _same_header(name, got.headers[name], value, shown["varies"]), name


@pytest.mark.parametrize("stem", exchanges())
def test_an_example_says_what_it_shows(stem: str) -> None:
    shown = example(stem)

    assert len(shown["name"]) > 20
    assert {"method", "path", "headers"} <= set(shown["request"])
    assert set(shown.get("before", ())) <= set(exchanges())
    assert shown.get("given") in {None, *GIVEN}
