"""What the mall offers: agencies, their services, and the life events that lead to them.

The file format is `katalog-mpp/2`: JSON with Indonesian keys, which become English names here.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.domain.hours import WeekSchedule, Window
from kiosk.domain.label import QueueCode
from kiosk.domain.model import AgencyId, EventId, ServiceId
from kiosk.domain.reading import Reader, read_json

SCHEMA = "katalog-mpp/2"
WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
TICKET_NAME_MOST = 28
_CLOCK = re.compile("[0-9]{2}:[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Service:
    """One thing a citizen can come for."""

    id: ServiceId
    agency: AgencyId
    name: str
    ticket_name: str
    name_en: str | None
    icon: str
    requirements: tuple[str, ...]
    duration_minutes: int
    finished: str
    fee: str
    keywords: tuple[str, ...]
    events: tuple[EventId, ...]
    daily_quota: int | None
    schedule: WeekSchedule | None

    @property
    def free(self) -> bool:
        """True when the catalogue says that nothing is charged."""
        return self.fee == "Gratis"


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency with a counter in the mall; it owns one queue."""

    id: AgencyId
    name: str
    short_name: str
    name_en: str | None
    queue: QueueCode
    icon: str
    floor: int
    counters: str
    schedule: WeekSchedule
    cutoff: timedelta
    services: tuple[ServiceId, ...]


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something that happens in a life and needs several services."""

    id: EventId
    name: str
    short_name: str
    name_en: str | None
    icon: str
    main: bool
    order: tuple[ServiceId, ...] = ()
    """The services needed first, in the order of need; the others follow."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole offer. `etag` is the SHA-256 of the bytes it was read from, in hex."""

    agencies: Mapping[AgencyId, Agency]
    services: Mapping[ServiceId, Service]
    events: Mapping[EventId, LifeEvent]
    featured: tuple[ServiceId, ...]
    zone: ZoneInfo
    sample: bool
    etag: str = field(repr=False)

    def agency_of(self, service: Service) -> Agency:
        """The agency that gives a service."""
        return self.agencies[service.agency]

    def schedule_of(self, service: Service) -> WeekSchedule:
        """The service's own week where it has one, else its agency's."""
        return service.schedule or self.agency_of(service).schedule

    def for_event(self, event: EventId) -> tuple[Service, ...]:
        """Services of a life event: those its order names first, then the others as listed."""
        order = self.events[event].order
        first = [self.services[one] for one in order if one in self.services]
        rest = (s for s in self.services.values() if event in s.events and s.id not in order)
        return (*first, *rest)


def parse_catalogue(raw: bytes) -> Catalogue:
    """Read a `katalog-mpp/2` file. Raises Refused with every complaint."""
    reader = read_json(raw, "catalogue")
    reader.one_of("skema", (SCHEMA,))
    sample = reader.truth("contoh", default=False)
    zone = _zone(reader)
    events = {event.id: event for event in map(_event, reader.parts("peristiwa_hidup"))}
    agencies: dict[AgencyId, Agency] = {}
    services: dict[ServiceId, Service] = {}
    for part in reader.parts("instansi"):
        found = [_service(row, part) for row in part.parts("layanan") if row.truth("aktif", True)]
        agency = _agency(part, tuple(service.id for service in found))
        if agency.id in agencies:
            part.reject("id", "an id used once")
        agencies[agency.id] = agency
        services |= {service.id: service for service in found}
    featured = tuple(ServiceId(text) for text in reader.texts("sering_dipilih"))
    _check_references(reader, agencies, services, events, featured)
    reader.finish()
    return Catalogue(
        agencies, services, events, featured, zone, sample, hashlib.sha256(raw).hexdigest()
    )


def _zone(reader: Reader) -> ZoneInfo:
    try:
        return ZoneInfo(reader.text("zona_waktu"))
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder, or too long a name
        reader.reject("zona_waktu", "an IANA time zone such as Asia/Jakarta")
        return ZoneInfo("UTC")


def _event(part: Reader) -> LifeEvent:
    name = part.text("nama")
    return LifeEvent(
        id=EventId(part.text("id")),
        name=name,
        short_name=part.maybe_text("nama_singkat") or name,
        name_en=part.maybe_text("nama_en"),
        icon=part.maybe_text("ikon") or "folder",
        main=part.truth("utama", default=False),
        order=tuple(map(ServiceId, part.texts("langkah"))) if part.has("langkah") else (),
    )


def _agency(part: Reader, services: tuple[ServiceId, ...]) -> Agency:
    return Agency(
        id=AgencyId(part.text("id")),
        name=part.text("nama"),
        short_name=part.text("nama_pendek", most=24),
        name_en=part.maybe_text("nama_en"),
        queue=_queue(part),
        icon=part.text("ikon"),
        floor=part.integer("lantai", least=-5, most=99),
        counters=part.text("loket", most=12),
        schedule=_week(part, "jadwal"),
        cutoff=timedelta(minutes=part.integer("tutup_ambil_nomor_menit", most=600)),
        services=services,
    )


def _service(row: Reader, agency: Reader) -> Service:
    return Service(
        id=ServiceId(row.text("id")),
        agency=AgencyId(agency.text("id")),
        name=row.text("nama"),
        ticket_name=row.text("nama_tiket", most=TICKET_NAME_MOST),
        name_en=row.maybe_text("nama_en", most=TICKET_NAME_MOST),
        icon=row.maybe_text("ikon") or agency.text("ikon"),
        requirements=row.texts("persyaratan"),
        duration_minutes=row.integer("durasi_menit", least=1, most=600),
        finished=row.text("waktu_selesai"),
        fee=row.text("biaya"),
        keywords=row.texts("kata_kunci"),
        events=tuple(EventId(text) for text in row.texts("peristiwa_hidup")),
        daily_quota=row.maybe_integer("kuota_harian", least=1, most=100_000),
        schedule=_week(row, "jadwal_khusus") if row.has("jadwal_khusus") else None,
    )


def _queue(part: Reader) -> QueueCode:
    try:
        return QueueCode(part.text("kode_antrean"))
    except ValueError:
        part.reject("kode_antrean", "one or two letters of K A M X U R H F W L")
        return QueueCode("K")


def _week(part: Reader, key: str) -> WeekSchedule:
    week = part.part(key)
    return WeekSchedule(tuple(_day(week, weekday) for weekday in WEEKDAYS))


def _day(week: Reader, weekday: str) -> tuple[Window, ...]:
    windows: list[Window] = []
    for pair in week.items(weekday):
        window = _window(pair)
        if window is None or (windows and window.opens < windows[-1].closes):
            week.reject(weekday, 'windows such as ["08:00", "15:00"] in order')
        else:
            windows.append(window)
    return tuple(windows)


def _window(pair: object) -> Window | None:
    match pair:
        case [str(opens), str(closes)] if _CLOCK.fullmatch(opens) and _CLOCK.fullmatch(closes):
            try:
                window = Window(time.fromisoformat(opens), time.fromisoformat(closes))
            except ValueError:
                return None
            return window if window.opens < window.closes else None
        case _:
            return None


def _check_references(
    reader: Reader,
    agencies: Mapping[AgencyId, Agency],
    services: Mapping[ServiceId, Service],
    events: Mapping[EventId, LifeEvent],
    featured: tuple[ServiceId, ...],
) -> None:
    queues = [agency.queue for agency in agencies.values()]
    if len(set(queues)) != len(queues):
        reader.reject("instansi", "a queue code of its own for each agency")
    if sum(len(agency.services) for agency in agencies.values()) != len(services):
        reader.reject("instansi", "service ids used once")
    for service in services.values():
        if unknown := [event for event in service.events if event not in events]:
            reader.reject(f"layanan {service.id}", f"known life events, not {unknown}")
    for event in events.values():
        if strange := [one for one in event.order if one not in services]:
            reader.reject(f"peristiwa_hidup {event.id}", f"known services, not {strange}")
    if unknown_services := [service for service in featured if service not in services]:
        reader.reject("sering_dipilih", f"known services, not {unknown_services}")
