"""Hears of devices from their threads and of the server, and brings it all to the loop's thread.

It keeps the surroundings of the visit current and tells the session what happened. A long list takes
a tenth of a second to read, which happens beside the loop: somebody may be touching the screen.
"""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar
from uuid import UUID

from kiosk.domain import events as on
from kiosk.domain.booking import parse_bookings
from kiosk.domain.catalogue import parse_catalogue
from kiosk.domain.devices import (
    CameraState,
    Film,
    InMouth,
    PaperOutcome,
    PrinterState,
    ScanHint,
    ScannerState,
    Untaken,
)
from kiosk.domain.happening import (
    CameraTold,
    Happening,
    HeadphonesTold,
    LinkTold,
    PaperTold,
    PrinterTold,
    ScannerTold,
)
from kiosk.domain.keyring import parse_keys
from kiosk.domain.label import QueueCode
from kiosk.domain.reading import Refused
from kiosk.domain.receipt import parse_receipts
from kiosk.domain.staff import LeftPapers
from kiosk.domain.trust import confirms
from kiosk.log import Log
from kiosk.orders import Orders
from kiosk.ports import Grant, PreviewFrame, QueueFact
from kiosk.runner import Runner, Surroundings

T = TypeVar("T")
_AT_WORK = (PaperOutcome.PRINTING, PaperOutcome.CHECKING)


class Mailbox:
    """Implements PrinterListener, ScannerListener, WiredScannerListener and SyncListener.

    `runner` is None until the kiosk has begun; until then only the surroundings are kept.
    """

    def __init__(
        self,
        surroundings: Surroundings,
        confirm_time: Callable[[datetime], float],
        log: Log,
        changed: Callable[[], None],
        wake_sync: Callable[[], None],
        show_frame: Callable[[PreviewFrame], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        remember: Callable[[Happening], None] = lambda _: None,
    ) -> None:
        self.runner: Runner | None = None
        self.orders: Orders | None = None
        self.hint = ScanHint.NONE
        self._surroundings = surroundings
        self._confirm_time = confirm_time
        self._log = log
        self._changed = changed
        self._wake_sync = wake_sync
        self._show_frame = show_frame
        self._now = now
        self._remember = remember
        self._frame_pending = False
        self._loop = asyncio.get_running_loop()

    def _post(self, call: Callable[[T], None], argument: T) -> None:
        """From a device's thread to the loop's."""
        with contextlib.suppress(RuntimeError):  # the loop has ended: nobody is left to hear it
            self._loop.call_soon_threadsafe(call, argument)

    # --- SyncListener ---

    def link_changed(self, online: bool) -> None:
        """The server answered again, or stopped answering."""
        self._remember(LinkTold(online))
        self._surroundings.online = online
        self._changed()

    def granted(self, grant: Grant) -> None:
        """The authority's time confirms ours, or does not."""
        offset = self._confirm_time(grant.now)
        found = self._surroundings.equipment
        self._surroundings.equipment = replace(found, clock_offset=offset)
        if not confirms(offset):
            self._log("clock.off", seconds=round(offset))

    async def catalogue_came(self, raw: bytes) -> bool:
        """Take over a catalogue that reads without complaint; keep the old one otherwise."""
        try:
            catalogue = await asyncio.to_thread(parse_catalogue, raw)
        except Refused as refused:
            self._log("catalogue.refused", complaints=refused.complaints[:5])
            return False
        if self.runner:
            self.runner.offer(catalogue)
            self.runner.send(on.ServiceResumed("catalogue"))
        else:
            self._surroundings.catalogue = catalogue
        return True

    async def bookings_came(self, raw: bytes) -> bool:
        """Take over a list of bookings that reads without complaint; keep the old one otherwise."""
        try:
            self._surroundings.bookings = await asyncio.to_thread(parse_bookings, raw)
        except Refused as refused:
            self._log("bookings.refused", complaints=refused.complaints[:5])
            return False
        return True

    async def receipts_came(self, raw: bytes) -> bool:
        """Take over a list of receipts that reads without complaint; keep the old one otherwise."""
        try:
            self._surroundings.receipts = await asyncio.to_thread(parse_receipts, raw)
        except Refused as refused:
            self._log("receipts.refused", complaints=refused.complaints[:5])
            return False
        return True

    async def keys_came(self, raw: bytes) -> bool:
        """Take over a list of keys that reads without complaint; keep the old one otherwise."""
        try:
            self._surroundings.keyring = await asyncio.to_thread(parse_keys, raw)
        except Refused as refused:
            self._log("keys.refused", complaints=refused.complaints[:5])
            return False
        return True

    def orders_came(self, raw: bytes) -> bool:
        """Hand a list of orders to who carries them out."""
        return self.orders is not None and self.orders.came(raw)

    def queues_came(self, queues: Mapping[QueueCode, QueueFact], seconds: float) -> None:
        """How many wait, and how near central is."""
        found = self._surroundings.equipment
        self._surroundings.equipment = replace(found, answer_ms=round(seconds * 1000))
        self._surroundings.waiting = {queue: fact.waiting for queue, fact in queues.items()}
        self._changed()

    # --- headphones, called from their thread ---

    def headphones_changed(self, plugged: bool) -> None:
        """Headphones were plugged in or pulled out."""
        self._post(self._take_headphones, plugged)

    def _take_headphones(self, plugged: bool) -> None:
        self._log("headphones", plugged=plugged)
        self._remember(HeadphonesTold(plugged))
        self._surroundings.headphones = plugged
        if self.runner:
            self.runner.send(on.HeadphonesChanged(plugged))

    # --- PrinterListener, called from the printer's thread ---

    def printer_changed(self, state: PrinterState) -> None:
        """The printer as a whole changed."""
        self._post(self._take_printer, state)

    def _take_printer(self, state: PrinterState) -> None:
        self._log("printer", state=state)
        self._remember(PrinterTold(state))
        self._surroundings.printer = state
        self._changed()

    def job_changed(self, subject: UUID, outcome: PaperOutcome) -> None:
        """A job came further or stopped."""
        self._post(self._take_job, on.PaperChanged(subject, outcome))

    def _take_job(self, changed: on.PaperChanged) -> None:
        self._log("paper", subject=changed.subject, outcome=changed.outcome)
        self._remember(PaperTold(changed.outcome))
        self._surroundings.printing = changed.outcome in _AT_WORK
        if changed.outcome.left_the_printer:
            self._surroundings.last_print = self._now()
        if self.runner:
            self.runner.send(changed)
        self._wake_sync()

    def mouth_changed(self, subject: UUID, told: InMouth) -> None:
        """A paper waits to be taken, or no longer."""
        self._post(self._take_mouth, (subject, told))

    def _take_mouth(self, news: tuple[UUID, InMouth]) -> None:
        subject, told = news
        around = self._surroundings
        if told is InMouth.WAITS:
            around.untaken = Untaken(subject, self._now())
            if self.runner:
                self.runner.send(on.PaperUntaken(around.untaken))
            return
        if around.untaken and around.untaken.paper == subject:
            around.untaken = None
        if told is InMouth.LEFT:
            self._count_left()
        self._changed()

    def _count_left(self) -> None:
        """Staff read how often it happened today."""
        around = self._surroundings
        today = self._now().astimezone(around.catalogue.zone).date()
        left = around.equipment.left
        before = left.count if left and left.day == today else 0
        around.equipment = replace(around.equipment, left=LeftPapers(today, before + 1))

    # --- ScannerListener, called from the scanner's threads ---

    def code_read(self, content: bytes) -> None:
        """A code was read."""
        self._post(self._take_code, content)

    def _take_code(self, content: bytes) -> None:
        # A code alone is no sign of life: one on a poster would keep a visit open for ever.
        if self.runner:
            self.runner.code_read(content)

    def camera_changed(self, state: CameraState) -> None:
        """The camera as a whole changed."""
        self._post(self._take_camera, state)

    def _take_camera(self, state: CameraState) -> None:
        self._log("camera", state=state)
        self._remember(CameraTold(state))
        self._surroundings.camera = state
        self._changed()

    def filmed(self, film: Film) -> None:
        """What the camera sends."""
        self._post(self._take_film, film)

    def _take_film(self, film: Film) -> None:
        self._surroundings.equipment = replace(self._surroundings.equipment, film=film)
        self._changed()

    def scanner_changed(self, state: ScannerState) -> None:
        """The hand scanner as a whole changed; see WiredScannerListener."""
        self._post(self._take_scanner, state)

    def _take_scanner(self, state: ScannerState) -> None:
        self._log("scanner", state=state)
        self._remember(ScannerTold(state))
        self._surroundings.scanner = state
        self._changed()

    def hinted(self, hint: ScanHint) -> None:
        """What would help the reader."""
        self._post(self._take_hint, hint)

    def _take_hint(self, hint: ScanHint) -> None:
        self.hint = hint
        self._changed()

    def frame_ready(self, frame: PreviewFrame) -> None:
        """A preview picture; dropped while the one before is not shown yet."""
        if not self._frame_pending:
            self._frame_pending = True
            self._post(self._take_frame, frame)

    def _take_frame(self, frame: PreviewFrame) -> None:
        self._frame_pending = False
        self._show_frame(frame)
