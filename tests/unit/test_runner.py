"""The runner carries out what the session orders, within its deadlines, whatever its world does."""

import asyncio
import gc
import io
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest

from kiosk.clock_witness import ClockWitness
from kiosk.domain import events as on
from kiosk.domain.booking import Bookings
from kiosk.domain.codes import UnknownCode, ticket_reference
from kiosk.domain.devices import PaperOutcome, ScanMode, Untaken
from kiosk.domain.effects import Sound
from kiosk.domain.happening import CodeSeen, Happening, Stepped, WentAmiss
from kiosk.domain.identity import IdentityOutcome, IkdPayload, NotVerified
from kiosk.domain.keyring import Key, Keyring, Signer
from kiosk.domain.papers.blocks import Code, Text
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.rating import FACE_SECONDS
from kiosk.domain.states import (
    Arriving,
    CheckingIn,
    Choosing,
    Closed,
    Collecting,
    FindingUnit,
    FoundBooking,
    Identifying,
    Idle,
    Issued,
    Issuing,
    Overlaid,
    Overlay,
    Question,
    Rating,
    Reviewing,
    Thanked,
    Trouble,
    TroubleKind,
)
from kiosk.domain.survey import Element
from kiosk.domain.ticket import IssueRefusal
from kiosk.domain.trust import QUARANTINE_SECONDS
from kiosk.log import Log
from kiosk.runner import DEADLINE_SECONDS, Codes, Runner, Surroundings, World
from kiosk.supervisor import Supervisor
from tests.fakes import FakeCentral, FakeKey, FakeTime, MemoryStore, settle
from tests.ledgers import grant
from tests.papers import languages, papers
from tests.samples import (
    AGENCY,
    PAYLOAD,
    SERVICE,
    SITI,
    THURSDAY,
    booking,
    bookings,
    catalogue,
    receipt,
    receipts,
    screens,
)


class Kiosk:
    """A runner with everything around it faked, and what it did."""

    def __init__(self, time: FakeTime) -> None:
        self.time = time
        self.store = MemoryStore(time)
        self.central = FakeCentral(time)
        self.key = FakeKey()
        self.lines = io.StringIO()
        self.played: list[Sound] = []
        self.woken: list[str] = []
        self.remembered: list[Happening] = []
        self.drawn = 0
        self.paper_breaks = False
        self.played_breaks = False
        self.speaks = False
        self._random = count(1)
        log = Log(self.lines, time.now)
        self.supervisor = Supervisor(log)
        self.surroundings = Surroundings(catalogue(), online=True)
        self.runner = Runner(
            self._world(log), self.surroundings, self.supervisor, self._drew, self._play
        )

    def _world(self, log: Log) -> World:
        return World(
            clock=self.time,
            store=self.store,
            central=self.central,
            codes=Codes(self.key.sign, lambda: self.key.key, self.key.verify),
            call_after=self.time.call_after,
            randomness=lambda size: next(self._random).to_bytes(size, "big"),
            papers=papers(saves_paper=self._roll_ends),
            witness=ClockWitness(self.time),
            wake_printer=lambda: self.woken.append("printer"),
            wake_sync=lambda: self.woken.append("sync"),
            kiosk="A-03",
            log=log,
            languages=tuple(languages()),
            speaking=lambda: self.speaks,
            remember=self.remembered.append,
        )

    def with_slips(self) -> None:
        """Begin anew at a site that wants slips for the survey."""
        world = replace(
            self._world(Log(self.lines, self.time.now)), papers=papers(survey_slips=True)
        )
        self.runner = Runner(world, self.surroundings, self.supervisor, self._drew, self._play)

    def _roll_ends(self) -> bool:
        if self.paper_breaks:
            raise RuntimeError("no paper for anybody")
        return False

    def _play(self, sound: Sound) -> None:
        if self.played_breaks:
            raise RuntimeError("no sound for anybody")
        self.played.append(sound)

    def _drew(self) -> None:
        self.drawn += 1

    async def send(self, *events: on.Event) -> None:
        """Send events and let everything run that can."""
        for event in events:
            self.runner.send(event)
        await settle()

    async def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.time.advance(seconds)
        await settle()

    async def read(self, content: bytes | str) -> None:
        """Hold a code before the camera."""
        self.runner.code_read(content.encode() if isinstance(content, str) else content)
        await settle()

    async def take_number(self) -> None:
        """From the attract screen to the touch on 'Ambil nomor'."""
        await self.send(
            on.TakeWanted(), on.WithoutIdentity(), on.ServiceChosen(SERVICE), on.Confirmed()
        )

    def issued(self) -> Issued:
        """The number on screen."""
        assert isinstance(self.runner.state, Issued), self.runner.state
        return self.runner.state

    def label(self) -> str:
        """What stands on screen."""
        return str(self.issued().ticket.label)

    def trouble(self) -> TroubleKind:
        """The card on screen."""
        assert isinstance(self.runner.state, Trouble), self.runner.state
        return self.runner.state.kind

    def logged(self, event: str) -> list[dict[str, object]]:
        """All lines of an event."""
        lines = [json.loads(line) for line in self.lines.getvalue().splitlines()]
        return [line for line in lines if line["event"] == event]


async def running(since_start: float = 3600.0, now: datetime = THURSDAY) -> AsyncIterator[Kiosk]:
    """A kiosk with a slot for today."""
    made = Kiosk(FakeTime(now, since_start))
    await made.store.keep_grant(grant(slot=2))
    yield made
    await made.supervisor.close()


@pytest.fixture
async def kiosk() -> AsyncIterator[Kiosk]:
    async for made in running():
        yield made


@pytest.fixture
async def young() -> AsyncIterator[Kiosk]:
    """A kiosk whose quarantine ends in eleven seconds, in the next minute."""
    async for made in running(QUARANTINE_SECONDS - 11, THURSDAY.replace(second=50)):
        yield made


# --- the number -------------------------------------------------------------------------------


async def test_the_authoritys_number_is_recorded_then_shown_and_everybody_is_woken(
    kiosk: Kiosk,
) -> None:
    await kiosk.take_number()

    assert kiosk.label() == "K 001"
    assert kiosk.store.tickets == [kiosk.issued().ticket]
    assert kiosk.woken == ["printer", "sync"]
    assert kiosk.played == [Sound.SUCCESS]


async def test_the_authority_has_a_second_and_a_half_in_all(kiosk: Kiosk) -> None:
    await kiosk.take_number()

    ((draft, seconds),) = kiosk.central.drafts
    assert seconds == DEADLINE_SECONDS == 1.5
    assert draft.service == SERVICE


async def test_while_the_authority_is_asked_the_number_is_being_made(kiosk: Kiosk) -> None:
    kiosk.central.slow = True
    await kiosk.take_number()

    await kiosk.advance(1.4)

    assert isinstance(kiosk.runner.state, Issuing)


async def test_a_silent_authority_leads_to_the_own_series_at_the_deadline(kiosk: Kiosk) -> None:
    kiosk.central.slow = True
    await kiosk.take_number()

    await kiosk.advance(1.5)

    assert kiosk.label() == "K2 0941"
    assert kiosk.issued().ticket.ahead is None
    assert kiosk.logged("authority.silent")


async def test_while_the_link_is_down_nobody_is_asked(kiosk: Kiosk) -> None:
    kiosk.surroundings.online = False

    await kiosk.take_number()

    assert kiosk.label() == "K2 0941"
    assert kiosk.central.calls == []


@pytest.mark.parametrize(
    ("refusal", "card"),
    [(IssueRefusal.QUOTA, TroubleKind.QUOTA), (IssueRefusal.CLOSED, TroubleKind.CLOSED)],
)
async def test_a_refusal_by_the_authority_is_final(
    kiosk: Kiosk, refusal: IssueRefusal, card: TroubleKind
) -> None:
    kiosk.central.refusal = refusal

    await kiosk.take_number()

    assert kiosk.trouble() is card
    assert kiosk.store.tickets == []


async def test_a_service_without_numbers_left_is_shown_as_full_for_a_while(kiosk: Kiosk) -> None:
    kiosk.central.refusal = IssueRefusal.QUOTA
    await kiosk.take_number()

    assert kiosk.runner.hall().full == {SERVICE}
    await kiosk.advance(600)
    assert kiosk.runner.hall().full == frozenset()


async def test_without_a_slot_the_information_desk_must_help(kiosk: Kiosk) -> None:
    kiosk.central.reachable = False
    kiosk.store.leases.clear()

    await kiosk.take_number()

    assert kiosk.trouble() is TroubleKind.OFFLINE


async def test_a_clock_nobody_vouched_for_gives_no_own_number(kiosk: Kiosk) -> None:
    kiosk.central.reachable = False
    kiosk.time.is_trusted = False

    await kiosk.take_number()

    assert kiosk.trouble() is TroubleKind.OFFLINE
    assert kiosk.store.tickets == []


async def test_a_number_somebody_holds_already_gives_way_to_the_own_series(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    await kiosk.send(on.Finished())
    kiosk.central.forget_numbers()

    await kiosk.take_number()

    assert kiosk.label() == "K2 0941"
    assert kiosk.logged("authority.repeated")[0]["label"] == "K 001"


async def test_a_ledger_that_cannot_be_written_gives_no_number_and_says_sorry(
    kiosk: Kiosk,
) -> None:
    kiosk.store.failure = "disk full"

    await kiosk.take_number()

    assert kiosk.trouble() is TroubleKind.GENERIC
    assert kiosk.logged("ticket.not-recorded")[0]["reason"] == "disk full"
    assert kiosk.woken == []


async def test_many_touches_on_confirm_make_one_ticket(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    await kiosk.send(*[on.Confirmed()] * 20)

    assert len(kiosk.store.tickets) == 1


async def test_what_was_chosen_most_stands_first_afterwards(kiosk: Kiosk) -> None:
    await kiosk.take_number()

    assert kiosk.surroundings.popular == (SERVICE,)


async def test_a_bug_while_a_number_is_made_is_logged_and_patience_leads_home(
    kiosk: Kiosk,
) -> None:
    kiosk.paper_breaks = True
    await kiosk.take_number()
    assert "no paper for anybody" in str(kiosk.logged("bug")[0]["error"])
    assert kiosk.trouble() is TroubleKind.GENERIC

    for _ in range(3):
        await kiosk.advance(60)

    assert kiosk.runner.state == Idle()


async def test_a_number_that_comes_late_is_shown_all_the_same(kiosk: Kiosk) -> None:
    kiosk.store.slow_disk = asyncio.Event()
    await kiosk.take_number()
    await kiosk.advance(30)
    assert kiosk.trouble() is TroubleKind.OFFLINE

    kiosk.store.slow_disk.set()
    await settle()

    assert kiosk.label() == "K 001"


# --- quarantine of the own series -------------------------------------------------------------


async def test_a_quarantine_that_ends_soon_is_waited_for(young: Kiosk) -> None:
    young.central.reachable = False

    await young.take_number()
    assert isinstance(young.runner.state, Issuing)

    await young.advance(11)
    assert young.issued().ticket.own_series


async def test_a_number_waited_for_is_named_by_a_minute_after_the_quarantine(young: Kiosk) -> None:
    # Not by the minute of the touch: an earlier run may have used that one (N6, witness B).
    young.central.reachable = False

    await young.take_number()
    await young.advance(11)

    assert young.label() == "K2 0942"


async def test_a_quarantine_that_ends_while_the_authority_is_asked_names_a_later_minute() -> None:
    async for kiosk in running(
        QUARANTINE_SECONDS - 1.1, THURSDAY.replace(second=59, microsecond=900_000)
    ):
        kiosk.central.slow = True

        await kiosk.take_number()
        await kiosk.advance(1.5)

        assert kiosk.label() == "K2 0942"


async def test_a_quarantine_that_lasts_is_not_waited_for() -> None:
    async for kiosk in running(since_start=QUARANTINE_SECONDS - 15.1):
        kiosk.central.reachable = False

        await kiosk.take_number()

        assert kiosk.trouble() is TroubleKind.OFFLINE


async def test_during_the_quarantine_the_authority_is_asked_though_the_link_seems_down() -> None:
    async for kiosk in running(since_start=5):
        kiosk.surroundings.online = False

        await kiosk.take_number()

        assert kiosk.label() == "K 001"


# --- paper, copies, staff, the end ------------------------------------------------------------


async def test_a_copy_is_recorded_and_marked(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    await kiosk.send(on.PaperChanged(kiosk.issued().ticket.id, PaperOutcome.PRINTED))
    kiosk.woken.clear()

    await kiosk.send(on.ReprintWanted())

    assert [job.copy for job in kiosk.store.jobs] == [False, True]
    assert kiosk.store.jobs[1].paper.copy
    assert kiosk.woken == ["printer", "sync"]


async def test_who_left_without_the_ticket_is_called_until_it_is_taken(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    untaken = kiosk.surroundings.untaken = Untaken(kiosk.issued().ticket.id, kiosk.time.now())
    await kiosk.send(on.PaperUntaken(untaken))
    assert kiosk.played == [Sound.SUCCESS, Sound.WARN]
    assert kiosk.runner.toast is None

    await kiosk.send(on.Finished())
    await kiosk.advance(5)
    assert kiosk.played == [Sound.SUCCESS, Sound.WARN, Sound.WARN]
    assert kiosk.runner.toast == "paper.take"
    await kiosk.send(on.TakeWanted())
    await kiosk.advance(5)
    assert kiosk.played.count(Sound.WARN) == 2  # somebody else's visit
    kiosk.surroundings.untaken = None
    await kiosk.send(on.Finished())
    await kiosk.advance(30)

    assert kiosk.played.count(Sound.WARN) == 2


async def test_a_call_for_staff_becomes_a_fact_for_central(kiosk: Kiosk) -> None:
    await kiosk.take_number()

    await kiosk.send(on.PaperChanged(kiosk.issued().ticket.id, PaperOutcome.PAPER_OUT))

    assert kiosk.store.told("staff.called") == [
        {
            "at": "2026-08-06T02:41:00+00:00",
            "kiosk": "A-03",
            "screen": "Issued",
            "reason": "paper-out",
        }
    ]


async def test_the_end_of_a_visit_becomes_a_fact_that_names_nobody(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    visit = kiosk.issued().visit.id

    await kiosk.send(on.Finished())

    assert kiosk.runner.state == Idle()
    assert kiosk.store.told("visit.ended") == [
        {"visit": str(visit), "at": "2026-08-06T02:41:00+00:00", "outcome": "finished"}
    ]


async def test_a_ledger_that_fails_in_passing_leaves_the_number_on_screen(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    await kiosk.send(on.PaperChanged(kiosk.issued().ticket.id, PaperOutcome.PRINTED))
    kiosk.store.failure = "database is locked"

    await kiosk.send(on.ReprintWanted())

    assert kiosk.issued().paper is PaperOutcome.OFF
    assert kiosk.logged("store.failed")[0]["reason"] == "database is locked"


async def test_a_catalogue_that_comes_during_a_visit_waits_until_nobody_is_here(
    kiosk: Kiosk,
) -> None:
    await kiosk.send(on.TakeWanted(), on.WithoutIdentity(), on.ServiceChosen(SERVICE))
    kept = {key: one for key, one in catalogue().services.items() if key != SERVICE}
    newer = replace(catalogue(), services=kept)

    kiosk.runner.offer(newer)
    assert kiosk.surroundings.catalogue == catalogue()
    await kiosk.send(on.Finished())

    assert kiosk.surroundings.catalogue == newer


async def test_trying_again_makes_no_second_ticket(kiosk: Kiosk) -> None:
    kiosk.store.slow_disk = asyncio.Event()
    await kiosk.take_number()
    await kiosk.advance(30)
    assert kiosk.trouble() is TroubleKind.OFFLINE

    await kiosk.send(on.Confirmed(), on.Confirmed())
    kiosk.store.slow_disk.set()
    await settle()

    assert len(kiosk.store.tickets) == 1
    assert kiosk.label() == "K 001"


async def test_a_bug_in_the_session_itself_is_logged_and_the_visitor_told(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted(), on.WithoutIdentity())
    kiosk.played_breaks = True

    await kiosk.send(on.ServiceChosen(SERVICE), on.PatienceEnded())

    assert kiosk.trouble() is TroubleKind.GENERIC
    assert "no sound for anybody" in str(kiosk.logged("bug")[0]["error"])


async def test_a_stopped_service_begins_again_when_it_may(kiosk: Kiosk) -> None:
    await kiosk.send(on.ServiceStopped("catalogue"), on.ServiceResumed("catalogue"))

    assert kiosk.runner.state == Idle()


# --- receipts and lists -----------------------------------------------------------------------


async def receipt_shown(kiosk: Kiosk) -> None:
    """Somebody comes back with the ticket that documents were handed in with."""
    await kiosk.take_number()
    ticket = kiosk.issued().ticket
    await kiosk.send(on.Finished())
    kiosk.surroundings.receipts = receipts(replace(receipt(), ticket=ticket.id))
    await kiosk.read(ticket.code)
    kiosk.woken.clear()


async def test_a_receipt_is_printed_with_a_code_of_its_own(kiosk: Kiosk) -> None:
    await receipt_shown(kiosk)

    await kiosk.send(on.ReceiptWanted())

    job = kiosk.store.jobs[-1]
    assert (job.subject, job.paper.kind, job.copy) == (receipt().id, Kind.RECEIPT, False)
    (code,) = [block.content for block in job.paper.blocks if isinstance(block, Code)]
    assert code == kiosk.key.sign(receipt().reference, b"r")
    assert kiosk.woken == ["printer"]


async def test_a_receipt_is_printed_weeks_after_its_ticket_was_taken(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    ticket = kiosk.issued().ticket
    await kiosk.send(on.Finished())
    kiosk.surroundings.receipts = receipts(replace(receipt(), ticket=ticket.id))
    kiosk.time.advance(14 * 86400)

    await kiosk.read(ticket.code)

    assert isinstance(kiosk.runner.state, Collecting)
    assert kiosk.runner.state.ticket is None, "its survey is over"


async def test_a_receipt_is_printed_at_any_kiosk_of_the_mall(kiosk: Kiosk) -> None:
    elsewhere = receipt().ticket.bytes
    kiosk.surroundings.receipts = receipts(receipt())

    await kiosk.read(kiosk.key.sign(ticket_reference(elsewhere)))

    assert isinstance(kiosk.runner.state, Collecting)


async def test_a_receipt_that_some_kiosk_has_printed_is_a_copy(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    ticket = kiosk.issued().ticket
    await kiosk.send(on.Finished())
    kiosk.surroundings.receipts = receipts(replace(receipt(printed=True), ticket=ticket.id))
    await kiosk.read(ticket.code)

    await kiosk.send(on.ReceiptWanted())

    assert kiosk.store.jobs[-1].paper.copy


async def test_a_receipt_is_found_by_its_own_code_unless_it_was_altered(kiosk: Kiosk) -> None:
    kiosk.surroundings.receipts = receipts(receipt())
    code = kiosk.key.sign(receipt().reference, b"r")

    await kiosk.read(code[:-1] + ("A" if code[-1] != "A" else "B"))
    assert kiosk.runner.state == Idle()

    await kiosk.read(code)
    assert isinstance(kiosk.runner.state, Collecting)


async def test_a_tickets_signature_makes_no_receipt(kiosk: Kiosk) -> None:
    kiosk.surroundings.receipts = receipts(receipt())

    await kiosk.read(kiosk.key.sign(receipt().reference, b"t").replace("/t/", "/r/"))

    assert kiosk.runner.state == Idle()


async def test_a_receipt_that_cannot_be_kept_is_told(kiosk: Kiosk) -> None:
    await receipt_shown(kiosk)
    kiosk.store.failure = "database is locked"

    await kiosk.send(on.ReceiptWanted())

    assert isinstance(kiosk.runner.state, Collecting)
    assert kiosk.runner.state.paper is PaperOutcome.OFF
    assert kiosk.woken == []


async def test_where_a_site_wants_it_a_slip_for_the_survey_follows_the_first_receipt(
    kiosk: Kiosk,
) -> None:
    kiosk.with_slips()
    await receipt_shown(kiosk)

    await kiosk.send(on.ReceiptWanted())

    receipt_job, slip = kiosk.store.jobs[-2:]
    assert (receipt_job.paper.kind, slip.paper.kind) == (Kind.RECEIPT, Kind.SURVEY)
    codes = [block.content for block in slip.paper.blocks if isinstance(block, Code)]
    assert codes == [kiosk.store.tickets[0].code]


async def test_a_list_of_requirements_is_printed_in_the_visitors_language(kiosk: Kiosk) -> None:
    await kiosk.send(on.LanguageChosen("en"), on.TakeWanted(), on.WithoutIdentity())
    await kiosk.send(on.ServiceChosen(SERVICE), on.SaveWanted(), on.ListWanted())

    (job,) = kiosk.store.jobs
    assert job.paper.kind is Kind.REQUIREMENTS
    heading = languages()["en"]("need.head")
    assert heading in [block.text for block in job.paper.blocks if isinstance(block, Text)]


# --- codes ------------------------------------------------------------------------------------


async def test_the_visitors_own_paper_before_the_camera_is_no_unknown_code(kiosk: Kiosk) -> None:
    await kiosk.take_number()

    await kiosk.read(kiosk.issued().ticket.code)

    assert kiosk.runner.toast is None


@pytest.mark.parametrize("kind", ["m", "e"])
async def test_codes_for_staff_go_nowhere_and_end_no_visit(kiosk: Kiosk, kind: str) -> None:
    secret = f"https://mpp.example/{kind}/U2VjcmV0LW9mLXN0YWZm"
    calls = list(kiosk.central.calls)

    await kiosk.read(secret)
    at_rest = kiosk.runner.state, kiosk.runner.toast
    await kiosk.send(on.TakeWanted(), on.WithoutIdentity())
    await kiosk.read(secret)

    assert at_rest == (Idle(), "err.ticket.unknown.t")
    assert isinstance(kiosk.runner.state, Choosing)
    assert kiosk.central.calls == calls
    assert kiosk.central.payloads == []
    assert "U2VjcmV0" not in kiosk.lines.getvalue()


def payloads_alive() -> int:
    """How many scanned identities are still somewhere in memory."""
    gc.collect()
    return sum(isinstance(one, IkdPayload) for one in gc.get_objects())


@pytest.mark.parametrize("outcome", [NotVerified.EXPIRED, NotVerified.UNREACHABLE, SITI])
async def test_a_scanned_identity_is_gone_as_soon_as_it_was_judged(
    kiosk: Kiosk, outcome: IdentityOutcome
) -> None:
    kiosk.central.identity = outcome
    before = payloads_alive()

    await kiosk.read(PAYLOAD)

    assert kiosk.central.payloads == [PAYLOAD]
    assert payloads_alive() == before


async def test_a_forged_code_is_unknown_and_the_ledger_is_not_asked(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    code = kiosk.issued().ticket.code
    await kiosk.send(on.Finished())
    last = "A" if code[-1] != "A" else "B"

    await kiosk.read(code[:-1] + last)

    assert kiosk.runner.state == Idle()
    assert kiosk.runner.toast == "err.ticket.unknown.t"


async def test_a_genuine_code_of_a_ticket_we_do_not_have_is_unknown(kiosk: Kiosk) -> None:
    await kiosk.read(kiosk.key.sign(ticket_reference(bytes(16))))

    assert kiosk.runner.state == Idle()
    assert kiosk.runner.toast == "err.ticket.unknown.t"


def of_neighbour(age: timedelta) -> str:
    """The code of a ticket that another kiosk of the mall gave so long ago."""
    taken = int((THURSDAY - age).timestamp() * 1000)
    return NEIGHBOUR.sign(ticket_reference(taken.to_bytes(6, "big") + bytes(10)))


NEIGHBOUR = FakeKey(b"neighbour")
HOUR = timedelta(hours=1)


async def test_a_ticket_of_another_kiosk_is_known_without_network(kiosk: Kiosk) -> None:
    kiosk.surroundings.keyring = Keyring().with_keys([NEIGHBOUR.key])

    await kiosk.read(of_neighbour(HOUR))

    assert isinstance(kiosk.runner.state, FindingUnit)
    assert kiosk.runner.state.picking


@pytest.mark.parametrize("age", [25 * HOUR, -HOUR], ids=["of yesterday", "of a later hour"])
async def test_a_ticket_of_another_kiosk_has_its_day(kiosk: Kiosk, age: timedelta) -> None:
    kiosk.surroundings.keyring = Keyring().with_keys([NEIGHBOUR.key])

    await kiosk.read(of_neighbour(age))

    assert kiosk.runner.state == Idle()
    assert kiosk.runner.toast == "err.ticket.unknown.t"


@pytest.mark.parametrize(
    ("keys", "reason"),
    [([], "unknown-key"), ([replace(NEIGHBOUR.key, revoked=True)], "revoked")],
    ids=["a stranger's", "revoked"],
)
async def test_a_ticket_of_a_key_that_does_not_count_is_unknown(
    kiosk: Kiosk, keys: list[Key], reason: str
) -> None:
    kiosk.surroundings.keyring = Keyring().with_keys(keys)

    await kiosk.read(of_neighbour(HOUR))

    assert kiosk.runner.state == Idle()
    assert kiosk.runner.toast == "err.ticket.unknown.t"
    assert reason in kiosk.lines.getvalue()
    assert of_neighbour(HOUR)[-100:] not in kiosk.lines.getvalue()


async def test_our_own_tickets_end_with_our_key(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    code = kiosk.issued().ticket.code
    await kiosk.send(on.Finished())
    kiosk.surroundings.keyring = Keyring().with_keys([replace(kiosk.key.key, revoked=True)])

    await kiosk.read(code)

    assert kiosk.runner.toast == "err.ticket.unknown.t"


async def test_our_tickets_outlive_the_key_that_signed_them(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    code = kiosk.issued().ticket.code
    await kiosk.send(on.Finished())
    kiosk.surroundings.keyring = Keyring().with_keys([kiosk.key.key])
    kiosk.key.key = Key(b"new", Signer.KIOSK)

    await kiosk.read(code)

    assert isinstance(kiosk.runner.state, Rating)


async def test_a_booking_of_a_revoked_key_is_unknown(kiosk: Kiosk) -> None:
    kiosk.surroundings.bookings = listed()
    revoked = Key(b"fake", Signer.CENTRAL, revoked=True)
    kiosk.surroundings.keyring = Keyring().with_keys([revoked])

    await kiosk.read(booking_code(kiosk))

    assert isinstance(kiosk.runner.state, Trouble)
    assert kiosk.runner.state.kind is TroubleKind.BOOKING_UNKNOWN


async def test_a_ticket_for_a_service_that_is_gone_from_the_catalogue_is_unknown(
    kiosk: Kiosk,
) -> None:
    await kiosk.take_number()
    code = kiosk.issued().ticket.code
    await kiosk.send(on.Finished())
    kept = {key: one for key, one in catalogue().services.items() if key != SERVICE}
    kiosk.surroundings.catalogue = replace(catalogue(), services=kept)

    await kiosk.read(code)

    assert kiosk.runner.toast == "err.ticket.unknown.t"


# --- bookings and surveys ---------------------------------------------------------------------


def listed(*, key: bytes = b"fake") -> Bookings:
    """The sample booking, and the key that signs such codes."""
    return replace(bookings(booking()), keys={b"fake": key})


def booking_code(kiosk: Kiosk) -> str:
    """The QR of the sample booking."""
    return kiosk.key.sign(ticket_reference(booking().id.bytes), b"b")


async def test_a_booking_held_up_is_checked_in_by_one_touch(kiosk: Kiosk) -> None:
    kiosk.surroundings.bookings = listed()

    await kiosk.read(booking_code(kiosk))
    await kiosk.send(on.CheckInConfirmed())

    assert kiosk.label() == "K 001"
    assert kiosk.issued().ticket.draft.booking == booking().id


async def test_a_booking_nobody_vouches_for_is_unknown(kiosk: Kiosk) -> None:
    forged = kiosk.key.sign(ticket_reference(booking().id.bytes), b"t").replace("/t/", "/b/")
    for known, code in (
        (Bookings(), booking_code(kiosk)),
        (replace(listed(), keys={}), booking_code(kiosk)),
        (listed(key=b"other"), booking_code(kiosk)),
        (listed(), forged),
    ):
        kiosk.surroundings.bookings = known

        await kiosk.read(code)

        assert kiosk.trouble() is TroubleKind.BOOKING_UNKNOWN
        await kiosk.send(on.Finished())


async def test_a_booking_that_has_its_number_here_shows_it(kiosk: Kiosk) -> None:
    kiosk.surroundings.bookings = listed()
    await kiosk.read(booking_code(kiosk))
    await kiosk.send(on.CheckInConfirmed())
    await kiosk.send(on.Finished())

    await kiosk.read(booking_code(kiosk))

    assert kiosk.trouble() is TroubleKind.BOOKING_DONE
    assert isinstance(kiosk.runner.state, Trouble)
    assert kiosk.runner.state.ticket is not None
    assert len(kiosk.store.tickets) == 1


async def test_a_typed_code_finds_its_booking(kiosk: Kiosk) -> None:
    kiosk.surroundings.bookings = listed()

    await kiosk.send(
        on.CheckInWanted(), on.TypingWanted(), on.CodeChanged("7q2k9f4m"), on.CodeTyped()
    )

    assert isinstance(kiosk.runner.state, CheckingIn)
    assert kiosk.runner.state.page == FoundBooking(booking())


async def test_a_booking_used_elsewhere_meanwhile_gets_its_card(kiosk: Kiosk) -> None:
    kiosk.surroundings.bookings = listed()
    kiosk.central.refusal = IssueRefusal.BOOKING_USED

    await kiosk.read(booking_code(kiosk))
    await kiosk.send(on.CheckInConfirmed())

    assert kiosk.trouble() is TroubleKind.BOOKING_DONE
    assert kiosk.store.tickets == []


async def test_a_tickets_code_leads_to_its_survey_once(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    code = kiosk.issued().ticket.code
    await kiosk.send(on.Finished())

    await kiosk.read(code)
    await kiosk.send(on.FaceChosen(4), on.RatingEnded())

    ((survey, language),) = kiosk.store.surveys
    assert (survey.service, language) == (SERVICE, "id")
    assert dict(survey.answers) == {Element.REQUIREMENTS: 4}
    assert isinstance(kiosk.runner.state, Thanked)
    await kiosk.send(on.Finished())
    await kiosk.read(code)
    assert kiosk.issued().recalled
    assert kiosk.runner.toast == "skm.done"


async def test_the_next_question_comes_after_a_moment(kiosk: Kiosk) -> None:
    await kiosk.send(on.RatingWanted(), on.UnitWanted(), on.AgencyChosen(AGENCY))

    await kiosk.send(on.FaceChosen(2))
    await kiosk.advance(FACE_SECONDS)

    assert isinstance(kiosk.runner.state, Rating)
    assert kiosk.runner.state.page == Question(1)


async def test_a_survey_nobody_finishes_is_kept_as_far_as_it_went(kiosk: Kiosk) -> None:
    await kiosk.send(on.RatingWanted(), on.UnitWanted(), on.AgencyChosen(AGENCY))
    await kiosk.send(on.FaceChosen(2))

    await kiosk.advance(60 + 20 + 1)

    assert kiosk.runner.state == Idle()
    ((survey, _),) = kiosk.store.surveys
    assert len(survey.answers) == 1


async def test_after_a_day_a_tickets_survey_is_closed(kiosk: Kiosk) -> None:
    await kiosk.take_number()
    code = kiosk.issued().ticket.code
    await kiosk.send(on.Finished())

    await kiosk.advance(24 * 3600 + 60)
    await kiosk.read(code)

    assert kiosk.runner.state == Idle()
    assert kiosk.runner.toast == "err.ticket.unknown.t"


async def test_nobody_is_sent_away_while_the_voice_speaks(kiosk: Kiosk) -> None:
    kiosk.speaks = True
    await kiosk.send(on.TakeWanted())

    await kiosk.advance(300)
    assert isinstance(kiosk.runner.state, Identifying)

    kiosk.speaks = False
    await kiosk.advance(60)
    assert isinstance(kiosk.runner.state, Identifying)
    await kiosk.advance(2)
    assert isinstance(kiosk.runner.state, Overlaid)


async def test_an_address_from_a_poster_gets_a_friendly_line(kiosk: Kiosk) -> None:
    await kiosk.read("https://example.com/")

    assert kiosk.runner.toast == "err.ticket.unknown.t"
    assert kiosk.central.calls == []


async def test_an_identity_is_sent_once_and_greeted(kiosk: Kiosk) -> None:
    kiosk.central.identity = SITI

    await kiosk.read(PAYLOAD)
    await kiosk.read(PAYLOAD)
    assert isinstance(kiosk.runner.state, Identifying)
    assert kiosk.runner.state.greeted

    await kiosk.advance(1.2)
    assert isinstance(kiosk.runner.state, Choosing)
    assert kiosk.central.payloads == [PAYLOAD]


async def test_an_identity_that_cannot_be_checked_leaves_the_way_on_open(kiosk: Kiosk) -> None:
    kiosk.central.reachable = False

    await kiosk.read(PAYLOAD)

    assert isinstance(kiosk.runner.state, Identifying)
    assert kiosk.runner.state.problem is NotVerified.UNREACHABLE


async def test_nothing_of_an_identity_is_logged_or_kept(kiosk: Kiosk) -> None:
    kiosk.central.identity = SITI
    await kiosk.read(PAYLOAD)
    await kiosk.advance(1.2)
    await kiosk.send(on.ServiceChosen(SERVICE), on.Confirmed(), on.Finished())

    kept = kiosk.lines.getvalue() + "".join(fact.body for fact in kiosk.store.facts)
    for secret in (PAYLOAD.decode(), SITI.given_name, SITI.masked_name):
        assert secret not in kept
        assert secret not in repr(kiosk.remembered)


async def test_the_end_of_a_visit_is_when_somebody_was_here_last(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted())
    assert kiosk.surroundings.last_visit is None
    await kiosk.send(on.Finished())

    assert kiosk.surroundings.last_visit == kiosk.time.now()


async def test_what_happens_is_remembered_by_its_kind(kiosk: Kiosk) -> None:
    await kiosk.read("https://example.com/")
    await kiosk.send(on.TakeWanted())

    assert kiosk.remembered == [
        CodeSeen(UnknownCode),
        Stepped(on.CodeRead, Idle),
        Stepped(on.TakeWanted, Identifying),
    ]


async def test_a_bug_is_remembered_by_its_kind(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted(), on.WithoutIdentity())
    kiosk.played_breaks = True

    await kiosk.send(on.ServiceChosen(SERVICE), on.PatienceEnded())

    assert WentAmiss(RuntimeError) in kiosk.remembered


# --- patience and toasts ----------------------------------------------------------------------


async def test_a_visitor_who_left_is_asked_and_then_forgotten(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted(), on.WithoutIdentity(), on.ServiceChosen(SERVICE))

    await kiosk.advance(89.9)
    assert isinstance(kiosk.runner.state, Reviewing)

    await kiosk.advance(0.1)
    assert isinstance(kiosk.runner.state, Overlaid)
    assert kiosk.runner.state.overlay is Overlay.STILL_HERE

    await kiosk.advance(30)
    assert kiosk.runner.state == Idle()
    assert kiosk.store.told("visit.ended")[0]["outcome"] == "left"


async def test_a_touch_that_changes_nothing_still_begins_patience_anew(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted(), on.WithoutIdentity(), on.ServiceChosen(SERVICE))
    await kiosk.advance(80)

    kiosk.runner.touched()
    await kiosk.advance(80)

    assert isinstance(kiosk.runner.state, Reviewing)


async def test_an_event_that_changes_nothing_does_not_begin_patience_anew(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted(), on.WithoutIdentity(), on.ServiceChosen(SERVICE))
    await kiosk.advance(80)

    await kiosk.send(on.ServiceResumed("catalogue"))
    await kiosk.advance(10)

    assert isinstance(kiosk.runner.state, Overlaid)


async def test_who_says_still_here_has_all_the_time_again(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted(), on.WithoutIdentity(), on.ServiceChosen(SERVICE))
    await kiosk.advance(95)

    await kiosk.send(on.DialogClosed())

    assert kiosk.runner.patience_until == kiosk.time.monotonic() + 90


async def test_where_nobody_is_waited_for_no_timer_runs(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted())
    assert kiosk.time.timers == 1

    await kiosk.send(on.Finished())

    assert kiosk.time.timers == 0
    assert kiosk.runner.patience_until is None


async def test_a_toast_is_gone_after_two_seconds(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted(), on.TextSizeWanted())
    assert kiosk.runner.toast == "text.2"

    await kiosk.advance(1.9)
    assert kiosk.runner.toast == "text.2"

    drawn = kiosk.drawn
    await kiosk.advance(0.1)
    assert kiosk.runner.toast is None
    assert kiosk.drawn > drawn


async def test_a_second_toast_has_its_own_two_seconds(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted(), on.TextSizeWanted())
    await kiosk.advance(1.5)

    await kiosk.send(on.ContrastWanted())
    await kiosk.advance(1.5)

    assert kiosk.runner.toast == "contrast.hcdark"


# --- the scanner ------------------------------------------------------------------------------


async def test_the_scanner_shows_its_picture_where_a_code_is_awaited_and_rests_when_closed(
    kiosk: Kiosk,
) -> None:
    modes = {}
    for state in (Idle(), Closed("ledger"), *screens()):
        kiosk.runner.state = state
        modes[type(state)] = kiosk.runner.scan_mode()

    assert modes == {
        Idle: ScanMode.ARMED,
        Closed: ScanMode.OFF,
        Arriving: ScanMode.ARMED,
        Identifying: ScanMode.PREVIEW,
        Choosing: ScanMode.ARMED,
        Reviewing: ScanMode.ARMED,
        Issuing: ScanMode.OFF,
        Issued: ScanMode.ARMED,
        CheckingIn: ScanMode.ARMED,
        FindingUnit: ScanMode.ARMED,
        Rating: ScanMode.ARMED,
        Thanked: ScanMode.OFF,
        Collecting: ScanMode.ARMED,
        Trouble: ScanMode.ARMED,
    }


async def test_the_scanner_shows_its_picture_where_a_booking_or_a_ticket_is_asked_for(
    kiosk: Kiosk,
) -> None:
    for asked in (on.CheckInWanted(), on.RatingWanted()):
        await kiosk.send(asked)
        assert kiosk.runner.scan_mode() is ScanMode.PREVIEW
        await kiosk.send(on.Finished())


async def test_under_a_dialog_the_scanner_rests(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted(), on.HelpWanted())

    assert kiosk.runner.scan_mode() is ScanMode.OFF


# --- the hall ---------------------------------------------------------------------------------


async def test_the_hall_tells_the_sites_local_time(kiosk: Kiosk) -> None:
    hall = kiosk.runner.hall()

    assert hall.local == THURSDAY
    assert hall.local.hour == 9
    assert hall.day == THURSDAY.date()


async def test_names_in_the_hall_are_always_new(kiosk: Kiosk) -> None:
    one, other = kiosk.runner.hall().fresh, kiosk.runner.hall().fresh

    assert len({one.visit, one.ticket, other.visit, other.ticket}) == 4
    assert one.visit.version == 7


async def test_every_step_is_drawn(kiosk: Kiosk) -> None:
    await kiosk.send(on.TakeWanted())

    assert kiosk.drawn == 1


async def test_the_log_names_the_states_a_visit_went_through(kiosk: Kiosk) -> None:
    await kiosk.take_number()

    assert [line["state"] for line in kiosk.logged("session")] == [
        "Identifying",
        "Choosing",
        "Reviewing",
        "Issuing",
        "Issued",
    ]
