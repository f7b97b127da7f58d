"""What devices say reaches the surroundings and the black box, on the loop's thread."""

import asyncio
import io
import threading
from datetime import timedelta
from uuid import UUID

import pytest

from kiosk.domain.devices import (
    CameraState,
    Film,
    InMouth,
    PaperOutcome,
    PrinterState,
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
from kiosk.domain.staff import LeftPapers
from kiosk.log import Log
from kiosk.mailbox import Mailbox
from kiosk.runner import Surroundings
from tests.fakes import FakeTime, settle
from tests.samples import ROOT, catalogue

SUBJECT = UUID(int=7)


class Box:
    """A mailbox, what surrounds it, and what it had remembered."""

    def __init__(self) -> None:
        self.time = FakeTime()
        self.around = Surroundings(catalogue())
        self.remembered: list[Happening] = []
        self.mailbox = Mailbox(
            self.around,
            lambda _: 0.0,
            Log(io.StringIO(), self.time.now),
            lambda: None,
            lambda: None,
            lambda _: None,
            self.time.now,
            self.remembered.append,
        )

    async def paper(self, *outcomes: PaperOutcome) -> None:
        """The printer tells how far a paper came, from its own thread."""
        for outcome in outcomes:
            thread = threading.Thread(target=self.mailbox.job_changed, args=(SUBJECT, outcome))
            thread.start()
            thread.join()
        await settle()


@pytest.fixture
async def box() -> Box:
    return Box()


async def test_a_paper_that_left_the_printer_is_the_last_print(box: Box) -> None:
    await box.paper(PaperOutcome.PRINTING)
    assert (box.around.printing, box.around.last_print) == (True, None)
    box.time.advance(3)
    await box.paper(PaperOutcome.PRINTED)

    assert (box.around.printing, box.around.last_print) == (False, box.time.now())


@pytest.mark.parametrize("outcome", [PaperOutcome.PAPER_OUT, PaperOutcome.IN_DOUBT])
async def test_a_paper_that_did_not_come_out_is_no_print(box: Box, outcome: PaperOutcome) -> None:
    await box.paper(PaperOutcome.PRINTING, outcome)

    assert (box.around.printing, box.around.last_print) == (False, None)


async def test_what_devices_say_is_remembered_by_its_kind(box: Box) -> None:
    box.mailbox.printer_changed(PrinterState.JAM)
    box.mailbox.camera_changed(CameraState.STALLED)
    box.mailbox.scanner_changed(ScannerState.MISSING)
    box.mailbox.headphones_changed(plugged=True)
    await box.paper(PaperOutcome.JAM)
    box.mailbox.link_changed(online=False)

    assert box.remembered == [
        PrinterTold(PrinterState.JAM),
        CameraTold(CameraState.STALLED),
        ScannerTold(ScannerState.MISSING),
        HeadphonesTold(plugged=True),
        PaperTold(PaperOutcome.JAM),
        LinkTold(online=False),
    ]


async def test_staff_can_look_up_what_the_camera_sends(box: Box) -> None:
    box.mailbox.filmed(Film(1920, 1080, 25))
    await settle()

    assert box.around.equipment.film == Film(1920, 1080, 25)


async def test_a_paper_waits_until_it_is_taken_and_what_is_left_is_counted_by_the_day(
    box: Box,
) -> None:
    async def tell(told: InMouth, subject: UUID = SUBJECT) -> None:
        thread = threading.Thread(target=box.mailbox.mouth_changed, args=(subject, told))
        thread.start()
        thread.join()
        await settle()

    await tell(InMouth.WAITS)
    assert box.around.untaken == Untaken(SUBJECT, box.time.now())
    await tell(InMouth.LEFT, UUID(int=8))  # of the other printer
    assert box.around.untaken is not None
    await tell(InMouth.TAKEN)
    assert box.around.untaken is None

    await tell(InMouth.LEFT)
    today = box.time.now().astimezone(catalogue().zone).date()
    assert box.around.equipment.left == LeftPapers(today, 2)
    box.time.advance(24 * 3600)
    await tell(InMouth.LEFT)
    assert box.around.equipment.left == LeftPapers(today + timedelta(days=1), 1)


@pytest.mark.parametrize("what", ["catalogue", "bookings", "receipts", "keys"])
async def test_a_list_that_came_is_read_beside_the_loop(box: Box, what: str) -> None:
    raw = (ROOT / f"tests/contract/data/{what}.json").read_bytes()

    reading = asyncio.ensure_future(getattr(box.mailbox, f"{what}_came")(raw))
    await asyncio.sleep(0)

    assert not reading.done()
    assert await reading


async def test_a_list_with_a_complaint_leaves_the_one_before(box: Box) -> None:
    before = box.around.bookings

    assert not await box.mailbox.bookings_came(b"{}")

    assert box.around.bookings is before
