"""The mall this server is the authority of: its catalogue, its zone, its business day."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path

from central.clock import Clock
from central.refusal import Code, Refusal
from kiosk.domain.catalogue import Catalogue, Service, parse_catalogue
from kiosk.domain.hours import availability, issuing
from kiosk.domain.model import ServiceId


@dataclass(frozen=True, slots=True)
class Site:
    """What is offered here, in the bytes that are served, and what time it is here."""

    catalogue: Catalogue
    raw: bytes = field(repr=False)
    clock: Clock

    def local(self) -> datetime:
        """The server's time in the site's zone; its date is the business day."""
        return self.clock.now().astimezone(self.catalogue.zone)

    def midnight(self, days: int = 0) -> datetime:
        """When the business day begins that is so many days from today."""
        local = self.local()
        return datetime.combine(local.date() + timedelta(days), time(), local.tzinfo)

    def service(self, service_id: str) -> Service | None:
        """The service of this id, or None."""
        return self.catalogue.services.get(ServiceId(service_id))

    def closed(self, service: Service, local: datetime) -> Refusal | None:
        """Why the service issues no numbers at `local`, or None where it does."""
        cutoff = self.catalogue.agency_of(service).cutoff
        if issuing(availability(self.catalogue.schedule_of(service), cutoff, local)):
            return None
        moment = local.isoformat(timespec="seconds")
        return Refusal(Code.SERVICE_CLOSED, f"{service.id} issues no numbers at {moment}")


def open_site(path: Path, clock: Clock) -> Site:
    """Read the catalogue. Raises OSError, or Refused with every complaint."""
    raw = path.read_bytes()
    return Site(parse_catalogue(raw), raw, clock)
