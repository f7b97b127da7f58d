"""What surrounds a visit: the offer, the hour, the devices. A snapshot, taken for each step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kiosk.domain.booking import Bookings
from kiosk.domain.catalogue import Catalogue, Service
from kiosk.domain.devices import CameraState, PrinterState, ScannerState, Untaken
from kiosk.domain.hours import Availability, Closed, OnBreak, Open, PreOpen, availability, issuing
from kiosk.domain.label import QueueCode
from kiosk.domain.model import RequestId, ServiceId, TicketId, VisitId
from kiosk.domain.receipt import Receipts
from kiosk.domain.staff import Equipment


@dataclass(frozen=True, slots=True)
class Fresh:
    """Names nobody has used yet, for what a step may need to name."""

    visit: VisitId
    ticket: TicketId
    request: RequestId
    paper: UUID


NOT_FRESH = Fresh(VisitId(UUID(int=0)), TicketId(UUID(int=0)), RequestId(0), UUID(int=0))
"""For drawing alone, where no step is taken."""


@dataclass(frozen=True, slots=True)
class Hall:
    """The world as the kiosk knows it now. `waiting` is None while it is not known."""

    catalogue: Catalogue
    local: datetime
    fresh: Fresh = NOT_FRESH
    online: bool = True
    printer: PrinterState = PrinterState.UNKNOWN
    camera: CameraState = CameraState.OFF
    scanner: ScannerState = ScannerState.NONE
    waiting: Mapping[QueueCode, int] | None = None
    popular: tuple[ServiceId, ...] = ()
    bookings: Bookings = Bookings()
    receipts: Receipts = Receipts()
    headphones: bool = False
    languages: tuple[str, ...] = ("id",)
    equipment: Equipment = Equipment()
    untaken: Untaken | None = None
    full: frozenset[ServiceId] = frozenset()
    """Services the authority had no number left for a moment ago."""

    @property
    def day(self) -> date:
        """The business day."""
        return self.local.date()

    def availability(self, service: Service) -> Availability:
        """When numbers for a service are issued."""
        cutoff = self.catalogue.agency_of(service).cutoff
        return availability(self.catalogue.schedule_of(service), cutoff, self.local)

    def mall(self) -> Availability:
        """The hall as a whole: open while any agency is, else the nearest opening."""
        found = [
            availability(agency.schedule, agency.cutoff, self.local)
            for agency in self.catalogue.agencies.values()
        ]
        opened = [one for one in found if isinstance(one, Open)]
        if opened:
            return max(opened, key=lambda one: one.last_issue)
        for kind in (OnBreak, PreOpen):
            if some := next((one for one in found if isinstance(one, kind)), None):
                return some
        reopens = [one.reopens for one in found if isinstance(one, Closed) and one.reopens]
        return Closed(min(reopens, default=None))

    def blind(self) -> bool:
        """True while no code can be shown: neither to the camera nor to a hand scanner."""
        return self.camera in (CameraState.MISSING, CameraState.STALLED) and not self.scanner.works

    def issuing(self) -> bool:
        """True while any agency gives numbers."""
        return issuing(self.mall())
