"""A kiosk's conversation with central where nobody looks at the screen."""

import io
import os
from collections.abc import Callable
from datetime import datetime

from kiosk import ed25519
from kiosk.domain.devices import CameraState, PrinterState
from kiosk.log import Log
from kiosk.ports import Central, Clock, Health, Hello, OutboxCounts, Standing
from kiosk.request_signer import RequestSigner
from kiosk.sqlite_store import SqliteStore
from kiosk.sync import Sync, SyncFacts
from tests.fakes import Quiet
from tests.signing import SEED

SOFTWARE = "0.1.0"
PUBLIC = ed25519.public_of(SEED)


def signer(now: Callable[[], datetime]) -> RequestSigner:
    """Signs as the device, with nonces that no life of a process uses again."""
    return RequestSigner(PUBLIC, lambda message: ed25519.sign(SEED, message), now, os.urandom)


def conversation(
    store: SqliteStore, central: Central, clock: Clock, number: int, most_wait_seconds: float
) -> Sync:
    """The sync loop of a kiosk."""

    def hello(standing: Standing) -> Hello:
        return Hello(store.installation, f"A-{number:02d}", standing, PUBLIC, SOFTWARE)

    async def health(outbox: OutboxCounts) -> Health:
        ready = (PrinterState.READY, CameraState.READY)
        return Health(store.installation, clock.now(), *ready, outbox.waiting, SOFTWARE, "")

    facts = SyncFacts(hello, health, lambda: "", lambda: None, lambda: None)
    log = Log(io.StringIO(), clock.now)
    return Sync(central, store, facts, Quiet(), log, most_wait_seconds=most_wait_seconds)
