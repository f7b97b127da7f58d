"""The promises of docs/explanation/never-lost-never-doubled.md: each is asserted by its name somewhere.

I6 is asserted here: no wait for the disk blocks the screen. Most others are the walks' (tests/ledger/).
"""

import asyncio
import re
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.domain.orders import Command, Order
from kiosk.domain.ticket import Ticket
from kiosk.ports import Aging, Digest, Pushed, Store
from kiosk.sqlite_store import SqliteStore
from tests.fakes import FakeTime
from tests.ledgers import TODAY, assigned, draft, grant, paper, stamp
from tests.samples import ROOT, THURSDAY, survey

NOBODY = UUID(int=0)
PATIENCE_SECONDS = 20.0
"""So long a call may hang before the disk is let go, and the test fails."""
PAGE = ROOT / "docs" / "explanation" / "never-lost-never-doubled.md"


class HeldDisk:
    """A ledger whose disk does not answer until it is let go."""

    def __init__(self, store: SqliteStore) -> None:
        self._free = threading.Event()
        self._timer = threading.Timer(PATIENCE_SECONDS, self._give_up)
        self.gave_up = False
        self._timer.start()
        store._writer.submit(lambda _: self._free.wait())

    def _give_up(self) -> None:
        self.gave_up = True
        self._free.set()

    def let_go(self) -> None:
        """It answers."""
        self._timer.cancel()
        self._free.set()
        self._timer.join()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with closing(SqliteStore(tmp_path / "ledger.sqlite", FakeTime())) as made:
        yield made


def calls(store: SqliteStore) -> dict[str, Callable[[], Awaitable[object]]]:
    """Every call that the loop makes, by name."""
    wish, answered = draft(), survey()
    ticket = Ticket(wish, assigned().label, "H4TR-2MWX", 0, None, "code")
    return {
        "record": lambda: store.record(wish, assigned(), stamp(wish), paper, own_allowed=False),
        "add_copy": lambda: store.add_copy(ticket, paper(ticket), THURSDAY),
        "add_paper": lambda: store.add_paper(NOBODY, lambda _: paper(ticket), THURSDAY),
        "add_fact": lambda: store.add_fact("visit.ended", {}),
        "find": lambda: store.find(b"r" * 12),
        "find_booked": lambda: store.find_booked(NOBODY),  # type: ignore[arg-type]
        "choices": lambda: store.choices(TODAY),
        "rated": lambda: store.rated(wish.id),
        "keep_survey": lambda: store.keep_survey(answered, "id"),
        "backlog": lambda: store.backlog(100),
        "outbox_size": store.outbox_size,
        "outbox_counts": store.outbox_counts,
        "acknowledge": lambda: store.acknowledge(Pushed(0, ())),
        "resend_from": lambda: store.resend_from(9),
        "head": store.head,
        "standing": store.standing,
        "keep_grant": lambda: store.keep_grant(grant()),
        "digest": store.digest,
        "keep_digest": lambda: store.keep_digest(Digest("2026-W32", 1, 1, "", {})),
        "begin_installation": lambda: store.begin_installation("lineage-fenced"),
        "former_backlog": lambda: store.former_backlog(100),
        "acknowledge_former": lambda: store.acknowledge_former(NOBODY, Pushed(0, ())),
        "carry_over": lambda: store.carry_over(NOBODY),
        "forget_slots": store.forget_slots,
        "take_order": lambda: store.take_order(Order(1, Command.CLOSE), "", {}),
        "newest_order": store.newest_order,
        "policy": store.policy,
        "age": lambda: store.age(TODAY),
        "tidy": lambda: store.tidy(100),
        **{f"keep_{what}": lambda what=what: getattr(store, f"keep_{what}")(b"x")  # type: ignore[misc]
           for what in ("catalogue", "keys", "bookings", "receipts")},
        **{what: getattr(store, what) for what in ("catalogue", "keys", "bookings", "receipts")},
    }  # fmt: skip


def test_every_call_is_listed(store: SqliteStore) -> None:
    public = {name for name in (*vars(Store), *vars(Aging)) if not name.startswith("_")}

    assert public - {"installation"} == calls(store).keys()


async def test_i6_no_call_to_the_ledger_waits_for_the_disk(store: SqliteStore) -> None:
    disk, turns = HeldDisk(store), 0

    waiting = {name: asyncio.ensure_future(call()) for name, call in calls(store).items()}
    for _ in range(100):
        await asyncio.sleep(0)
        turns += 1
    answered = [name for name, one in waiting.items() if one.done()]
    disk.let_go()
    await asyncio.gather(*waiting.values())

    assert (turns, answered, disk.gave_up) == (100, [], False)


@pytest.mark.parametrize("promise", ["I1", "I2", "I3", "I4", "I5", "I6"])
def test_the_page_names_a_test_for_each_promise(promise: str) -> None:
    [row] = re.findall(rf"^\| {promise} \|.*$", PAGE.read_text("utf-8"), re.MULTILINE)

    named = re.findall(r"`([\w/.]+\.py)(?:::(\w+))?`", row)

    assert named
    for file, test in named:
        text = (ROOT / "tests" / file).read_text("utf-8")
        assert f"def {test}(" in text if test else promise in text
