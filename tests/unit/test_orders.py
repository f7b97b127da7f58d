"""Orders of central at a kiosk: whose count, that they count once, and that no visit is disturbed."""

import asyncio
import io
import json
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from central.cli import main as central_main
from central.orders import PRIVATE, PUBLIC, Wanted, orders_key, sign_order
from central.store import devices
from kiosk import ed25519
from kiosk.domain.orders import (
    Command,
    Envelope,
    Order,
    Policy,
    Refusal,
    Trust,
    judge_order,
    order_message,
    parse_orders,
    policy_of,
    site_of,
)
from kiosk.domain.reading import Refused
from kiosk.log import Log
from kiosk.orders import Hands, Orders, Shutter
from kiosk.ports import KioskError
from tests.contract.world import NOW, example
from tests.fakes import FakeTime, MemoryStore
from tests.signing import let_in

CA_KEY = bytes([2]) + bytes(range(1, 33))
SEED = bytes.fromhex(example("order")["seed"])
TRUST = Trust(ed25519.public_of(SEED), site_of(CA_KEY), "A-03")


def text(version: int = 5, **other: object) -> str:
    """The text of an order to close this kiosk, unless `other` says otherwise."""
    said: dict[str, object] = {
        "version": version,
        "site": TRUST.site,
        "kiosk": "A-03",
        "not_after": (NOW + timedelta(hours=1)).isoformat(),
    }
    content: dict[str, object] = {} if "policy" in other else {"command": "close"}
    return json.dumps({**said, **content, **other})


def signed(said: str, seed: bytes = SEED) -> Envelope:
    """It in its envelope."""
    return Envelope(said, ed25519.sign(seed, order_message(said)))


def listed(*envelopes: Envelope) -> bytes:
    """As central sends them."""
    orders = [{"order": one.text, "signature": one.signature.hex()} for one in envelopes]
    return json.dumps({"schema": "orders/1", "orders": orders}).encode()


def judged(envelope: Envelope) -> Order | Refusal:
    """By this kiosk, now."""
    return judge_order(envelope, TRUST, NOW, ed25519.verifies)


def test_the_example_is_computed_as_it_says() -> None:
    shown = example("order")

    envelope = Envelope(shown["order"], bytes.fromhex(shown["signature"]))

    assert order_message(shown["order"]).decode() == shown["signed"]
    assert site_of(bytes.fromhex(shown["ca_key"])) == shown["site"]
    assert judged(envelope) == Order(1785983401, Command.CLOSE)


@pytest.mark.parametrize(
    ("envelope", "reason"),
    [
        pytest.param(signed(text(), bytes(32)), Refusal.UNKNOWN_SIGNER, id="another key"),
        pytest.param(
            replace(signed(text()), text=text(6)), Refusal.UNKNOWN_SIGNER, id="changed afterwards"
        ),
        pytest.param(Envelope(text(), b""), Refusal.UNKNOWN_SIGNER, id="unsigned"),
        pytest.param(signed(text(site="0" * 16)), Refusal.OTHER_SITE, id="another site"),
        pytest.param(signed(text(kiosk="B-01")), Refusal.OTHER_KIOSK, id="another kiosk"),
        pytest.param(signed(text(not_after=NOW.isoformat())), None, id="its last moment"),
        pytest.param(
            signed(text(not_after=(NOW - timedelta(seconds=1)).isoformat())),
            Refusal.EXPIRED,
            id="too late",
        ),
        pytest.param(signed(text(command="run rm")), Refusal.UNREADABLE, id="no such command"),
        pytest.param(signed(text(version=0)), Refusal.UNREADABLE, id="no version"),
        pytest.param(signed("[" * 2000), Refusal.UNREADABLE, id="no order"),
        pytest.param(
            signed(text(policy={"dim_after_minutes": 5, "lockdown": False})),
            Refusal.UNREADABLE,
            id="a key that is no policy",
        ),
        pytest.param(
            signed(text(policy={"dim_after_minutes": 0})), Refusal.UNREADABLE, id="out of bounds"
        ),
    ],
)
def test_only_orders_of_the_site_to_this_kiosk_count(
    envelope: Envelope, reason: Refusal | None
) -> None:
    found = judged(envelope)

    assert found == (reason or Order(5, Command.CLOSE))


def test_a_list_is_bounded() -> None:
    with pytest.raises(Refused):
        parse_orders(listed(*[signed(text())] * 101))
    with pytest.raises(Refused):
        parse_orders(listed(signed(text(padding="x" * 5000))))
    with pytest.raises(Refused):
        parse_orders(b"{}")


# --- at a kiosk -------------------------------------------------------------------------------


@dataclass(slots=True)
class Room:
    """A kiosk that can be ordered, and what it did."""

    store: MemoryStore
    done: list[object] = field(default_factory=list)
    free: bool = True
    lines: io.StringIO = field(default_factory=io.StringIO)
    broken: dict[str, Exception] = field(default_factory=dict)

    def orders(self, trust: Trust | None = TRUST) -> Orders:
        """As after a start."""
        time = FakeTime(NOW)

        def hand(what: str) -> Hand:
            return Hand(self.done, what, self.broken)

        hands = Hands(
            free=lambda: self.free,
            close=hand("close"),
            open=hand("open"),
            restart=hand("restart"),
            rotate_key=hand("rotate-key"),
            print_test=hand("print-test"),
            adopt=self.done.append,
        )
        return Orders(trust, ed25519.verifies, self.store, hands, time, Log(self.lines, time.now))

    def logged(self, event: str) -> list[object]:
        """Reasons or versions that were logged."""
        lines = [json.loads(line) for line in self.lines.getvalue().splitlines()]
        return [one.get("reason") or one["version"] for one in lines if one["event"] == event]


@dataclass(frozen=True, slots=True)
class Hand:
    """Notes that it was moved."""

    done: list[object]
    what: str
    broken: dict[str, Exception]

    async def __call__(self) -> None:
        """Move it."""
        if self.what in self.broken:
            raise self.broken[self.what]
        self.done.append(self.what)


@pytest.fixture
def room() -> Room:
    return Room(MemoryStore(FakeTime(NOW)))


async def turns(orders: Orders, *lists: bytes) -> None:
    """Let it work on these lists, one after the other."""
    running = asyncio.ensure_future(orders.run())
    for raw in lists:
        orders.came(raw)
        for _ in range(20):
            await asyncio.sleep(0)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_orders_are_carried_out_in_their_order_and_once(room: Room) -> None:
    orders, both = room.orders(), listed(signed(text(6, command="open")), signed(text(5)))

    await turns(orders, both, both)

    assert room.done == ["close", "open"]
    assert room.logged("order.taken") == [5, 6]
    assert (orders.newest, orders.refused) == (6, "")


async def test_each_command_moves_its_own_hand(room: Room) -> None:
    last = sorted(Command, key=lambda one: one is Command.RESTART)
    each = [signed(text(n, command=str(one))) for n, one in enumerate(last, start=1)]

    await turns(room.orders(), listed(*each))

    assert room.done == [str(one) for one in last]


@pytest.mark.parametrize("problem", [KioskError("disk full"), OSError(5, "I/O error")])
async def test_an_order_that_fails_does_not_take_the_next_ones_with_it(
    room: Room, problem: Exception
) -> None:
    room.broken["rotate-key"] = problem
    orders = room.orders()

    await turns(orders, listed(signed(text(5, command="rotate-key")), signed(text(6))))

    assert room.done == ["close"]
    assert (orders.newest, orders.refused) == (6, "failed")
    assert room.logged("order.failed") == [str(problem)]
    assert orders.etag is not None


async def test_what_follows_a_bug_comes_again(room: Room) -> None:
    room.broken["rotate-key"] = LookupError("ours")
    orders = room.orders()
    orders.came(listed(signed(text(5, command="rotate-key")), signed(text(6))))

    with pytest.raises(LookupError):
        await orders.run()

    assert orders.etag is None


async def test_what_follows_a_restart_waits_for_the_next_start(room: Room) -> None:
    orders = room.orders()

    await turns(orders, listed(signed(text(5, command="restart")), signed(text(6))))

    assert room.done == ["restart"]
    assert (orders.newest, orders.etag) == (5, None)


async def test_after_a_restart_no_order_counts_again_and_no_older_one(room: Room) -> None:
    restart = listed(signed(text(5, command="restart")))
    await turns(room.orders(), restart)
    again = room.orders()
    await again.begin()

    await turns(again, restart, listed(signed(text(4))))

    assert room.done == ["restart"]
    assert (again.newest, again.refused) == (5, "older")
    assert room.logged("order.refused") == ["older"]


async def test_nothing_is_carried_out_while_a_citizen_is_served(room: Room) -> None:
    room.free = False
    orders = room.orders()
    running = asyncio.ensure_future(orders.run())
    orders.came(listed(signed(text())))
    for _ in range(20):
        orders.look_again()
        await asyncio.sleep(0)
    meanwhile = (list(room.done), dict(room.store.orders))

    room.free = True
    orders.look_again()
    for _ in range(20):
        await asyncio.sleep(0)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert meanwhile == ([], {})
    assert room.done == ["close"]


async def test_a_policy_holds_over_a_restart(room: Room) -> None:
    await turns(room.orders(), listed(signed(text(5, kiosk="*", policy={"dim_after_minutes": 20}))))

    await room.orders().begin()

    assert room.done == [Policy(20), Policy(20)]
    assert policy_of("{}") == Policy()


async def test_a_refused_order_is_told_once_and_in_the_health_report(room: Room) -> None:
    orders, foreign = room.orders(), listed(signed(text(), bytes(32)))

    await turns(orders, foreign, foreign)

    assert room.done == []
    assert room.logged("order.refused") == ["unknown-signer"]
    assert (orders.newest, orders.refused) == (0, "unknown-signer")


async def test_a_kiosk_that_was_told_no_key_for_orders_obeys_nobody(room: Room) -> None:
    orders = room.orders(trust=None)

    await turns(orders, listed(signed(text())))

    assert (room.done, orders.refused) == ([], "unknown-signer")


async def test_a_list_that_cannot_be_read_changes_nothing(room: Room) -> None:
    orders = room.orders()

    assert orders.came(b"[]") is False
    assert orders.etag is None


async def test_an_order_that_could_not_be_kept_is_not_carried_out_and_comes_again(
    room: Room,
) -> None:
    orders = room.orders()
    room.store.failure = "disk full"
    orders.came(listed(signed(text())))
    known = orders.etag

    with pytest.raises(KioskError):
        await orders.run()

    assert known is not None
    assert (orders.etag, room.done) == (None, [])


async def test_a_visit_that_began_while_the_switch_was_written_is_not_cut_off(room: Room) -> None:
    def keep_closed(closed: bool) -> None:
        room.done.append(closed)
        room.free = False  # somebody touches the screen

    shutter = Shutter(
        lambda: room.free,
        keep_closed,
        stop=lambda: room.done.append("stop"),
        resume=lambda: room.done.append("resume"),
    )

    await shutter.close()
    shutter.look_again()
    meanwhile = list(room.done)
    room.free = True
    shutter.look_again()
    shutter.look_again()

    assert meanwhile == [True]
    assert room.done == [True, "stop"]


# --- at central -------------------------------------------------------------------------------


def test_what_central_signs_counts_at_its_kiosks(tmp_path: Path) -> None:
    key = orders_key(tmp_path)
    wanted = Wanted("A-03", Command.RESTART, NOW)

    envelope = sign_order(wanted, 9, CA_KEY, key, tmp_path / PRIVATE)

    trust = replace(TRUST, key=key)
    assert judge_order(envelope, trust, NOW, ed25519.verifies) == Order(9, Command.RESTART)
    assert (tmp_path / PRIVATE).stat().st_mode & 0o077 == 0
    assert orders_key(tmp_path) == key


def test_the_key_for_orders_may_be_kept_elsewhere(tmp_path: Path) -> None:
    key = orders_key(tmp_path)
    stick = tmp_path / "stick.key"
    (tmp_path / PRIVATE).rename(stick)
    wanted = Wanted("*", Policy(30), NOW)

    with pytest.raises(ValueError, match="bring the key"):
        sign_order(wanted, 9, CA_KEY, key, tmp_path / PRIVATE)
    envelope = sign_order(wanted, 9, CA_KEY, key, stick)
    stick.write_bytes(bytes(32))
    with pytest.raises(ValueError, match="not the key"):
        sign_order(wanted, 9, CA_KEY, key, stick)

    assert orders_key(tmp_path) == key
    trust = replace(TRUST, key=key)
    assert judge_order(envelope, trust, NOW, ed25519.verifies) == Order(9, Policy(30))


def test_a_lost_public_key_is_put_back(tmp_path: Path) -> None:
    let_in(tmp_path, NOW)
    key = orders_key(tmp_path)
    (tmp_path / PUBLIC).unlink()
    (tmp_path / PRIVATE).unlink()

    assert orders_key(tmp_path) == key
    assert (tmp_path / PUBLIC).read_bytes() == key
    assert not (tmp_path / PRIVATE).exists()


def test_a_key_that_enrolled_kiosks_do_not_believe_is_never_made_in_silence(tmp_path: Path) -> None:
    let_in(tmp_path, NOW)
    with closing(devices.connect(tmp_path)) as connection:
        connection.execute("DELETE FROM orders_key")  # as a database from before it was kept there
    for name in (PUBLIC, PRIVATE):
        (tmp_path / name).unlink()

    with pytest.raises(ValueError, match="new-key"):
        orders_key(tmp_path)

    assert {file.name for file in tmp_path.iterdir()} == {devices.DATABASE}


def test_another_key_in_the_place_of_the_believed_one_is_refused(tmp_path: Path) -> None:
    key = orders_key(tmp_path)
    for content in (bytes(32), b"", key + b"x"):
        (tmp_path / PUBLIC).write_bytes(content)
        with pytest.raises(ValueError, match="not the key that kiosks here believe"):
            orders_key(tmp_path)


def test_a_new_key_is_made_when_somebody_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    let_in(tmp_path, NOW)
    key = orders_key(tmp_path)

    refused = central_main(["order", "new-key", "--data", str(tmp_path)])
    kept = orders_key(tmp_path)
    made = central_main(["order", "new-key", "all", "--data", str(tmp_path)])

    assert (refused, made, kept) == (2, 0, key)
    assert orders_key(tmp_path) != key
    assert "enrol each kiosk again" in capsys.readouterr().out
