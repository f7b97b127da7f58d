"""Papers to look at and to judge templates by: typical ones, and those with the longest real names."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from kiosk.domain.catalogue import Catalogue, Service
from kiosk.domain.codes import KEY_ID_BYTES, PAYLOAD_BYTES, SIGNATURE_BYTES, OwnCode, code_text
from kiosk.domain.label import AuthorityLabel, Minute, OwnLabel, QueueCode, Slot, TicketLabel
from kiosk.domain.model import TicketId, VisitId
from kiosk.domain.paper import Paper
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.papers.offer import Press
from kiosk.domain.papers.templates import Templates
from kiosk.domain.printer_test_paper import PrinterFacts, printer_test_paper
from kiosk.domain.receipt import Receipt, ReceiptId
from kiosk.domain.receipt_paper import receipt_paper
from kiosk.domain.requirements_paper import requirements_paper
from kiosk.domain.survey_paper import survey_paper
from kiosk.domain.ticket import Estimate, Ticket, TicketDraft
from kiosk.domain.ticket_paper import ticket_paper
from kiosk.domain.words import Words

HOST = "mpp.example.go.id"
LONGEST_HOST = "mpp.penukalabablematang.go.id"
TENANT = "Kabupaten Cirebon"
LONGEST_TENANT = "Kabupaten Kepulauan Siau Tagulandang Biaro"
SPOKEN = "7Q2K-9F4M"
TAKEN_LOCAL = datetime.fromisoformat("2026-08-06T09:42:00+07:00")
LABELS: tuple[TicketLabel, ...] = (
    AuthorityLabel(QueueCode("K"), 27),
    AuthorityLabel(QueueCode("WM"), 4999),
    OwnLabel(QueueCode("K"), Slot(2), Minute(9 * 60 + 34)),
    OwnLabel(QueueCode("WM"), Slot(19), Minute(9 * 60 + 34, 110)),
)
DOCUMENTS = (
    "KTP-el asli",
    "Kartu Keluarga asli dan satu fotokopi",
    "Surat keterangan kehilangan dari Kepolisian",
)
LONGEST_DOCUMENT = (
    "Surat pernyataan tanggung jawab mutlak kebenaran data kelahiran (F-2.03), bermeterai, asli"
)
PRINTER = PrinterFacts(
    profile="epson_t88",
    link="tcp 192.168.10.40:9100",
    width_dots=576,
    level="L4 (GS ( H)",
    model="TM-T88VI",
    serial="XAPF004711",
    firmware="30.24 ESC/POS",
    cuts=48_213,
    paper_metres=1_204,
)
LONGEST_PER_SORT = 3


@dataclass(frozen=True, slots=True)
class Specimen:
    """A paper, and what is special about it."""

    name: str
    paper: Paper


@dataclass(frozen=True, slots=True)
class Studio:
    """What specimens are made of."""

    catalogue: Catalogue
    languages: Mapping[str, Words]
    templates: Templates
    tenant: str = TENANT
    host: str = HOST

    def typical(
        self, kind: Kind, language: str, *, copy: bool = False, brief: bool = False
    ) -> Paper:
        """What a visitor usually gets."""
        press = Press("A-03", self.tenant, copy=copy, brief=brief)
        return self._paper(kind, language, self._usual(), LABELS[0], press)

    def hard(self, kind: Kind, language: str) -> Iterator[Specimen]:
        """The papers on which a template is most likely to fail."""
        studio = replace(self, tenant=LONGEST_TENANT, host=LONGEST_HOST)
        press = Press("KIOSK-A-03", LONGEST_TENANT)
        for service in longest_services(self.catalogue):
            paper = studio._paper(kind, language, service, LABELS[0], press)
            yield Specimen(str(service.id), paper)
        usual = studio._usual()
        for label in LABELS[1:]:
            yield Specimen(str(label), studio._paper(kind, language, usual, label, press))
        both = Press("KIOSK-A-03", LONGEST_TENANT, copy=True, brief=True)
        yield Specimen("copy, brief", studio._paper(kind, language, usual, LABELS[0], both))
        bare = Press("A-03", "")
        yield Specimen("no tenant", studio._paper(kind, language, usual, LABELS[0], bare))

    def _usual(self) -> Service:
        featured = self.catalogue.featured
        services = self.catalogue.services
        return services[featured[0]] if featured else next(iter(services.values()))

    def _paper(
        self, kind: Kind, language: str, service: Service, label: TicketLabel, press: Press
    ) -> Paper:
        words = self.languages[language]
        catalogue, templates = self.catalogue, self.templates
        ticket = self._ticket(service, label, language)
        match kind:
            case Kind.TICKET:
                return ticket_paper(ticket, catalogue, self.languages, templates, press)
            case Kind.BOOKING:
                booked = TAKEN_LOCAL + timedelta(minutes=18)
                return ticket_paper(
                    ticket, catalogue, self.languages, templates, press, booked=booked
                )
            case Kind.RECEIPT:
                receipt, code = self._receipt(service, label), self._code(b"r")
                return receipt_paper(receipt, code, catalogue, words, templates, press)
            case Kind.REQUIREMENTS:
                return requirements_paper(service, TAKEN_LOCAL, catalogue, words, templates, press)
            case Kind.SURVEY:
                return survey_paper(ticket, catalogue, words, templates, press)
            case Kind.TEST:
                code = self._code(b"t")
                return printer_test_paper(PRINTER, code, TAKEN_LOCAL, words, templates, press)

    def _ticket(self, service: Service, label: TicketLabel, language: str) -> Ticket:
        own = isinstance(label, OwnLabel)
        estimate = Estimate(
            TAKEN_LOCAL + timedelta(minutes=23), TAKEN_LOCAL + timedelta(minutes=38)
        )
        draft = TicketDraft(
            id=TicketId(UUID(int=1)),
            visit=VisitId(UUID(int=2)),
            service=service.id,
            queue=label.queue,
            day=TAKEN_LOCAL.date(),
            at=TAKEN_LOCAL,
            priority=not own,
            language=language,
            masked_name="S*** R******",
        )
        ahead, when = (None, None) if own else (4, estimate)
        return Ticket(draft, label, SPOKEN, ahead, when, self._code(b"t"))

    def _receipt(self, service: Service, label: TicketLabel) -> Receipt:
        hard = self.tenant == LONGEST_TENANT
        return Receipt(
            id=ReceiptId(UUID(int=3)),
            ticket=TicketId(UUID(int=1)),
            label=str(label),
            service=service.id,
            documents=(*DOCUMENTS, LONGEST_DOCUMENT) if hard else DOCUMENTS,
            received=TAKEN_LOCAL,
            promised=TAKEN_LOCAL.date() + timedelta(days=7),
            spoken_code=SPOKEN,
        )

    def _code(self, kind: bytes) -> str:
        """A code of the right length and look that no key has signed."""
        noise = hashlib.sha512(kind).digest() + hashlib.sha512(kind * 2).digest()
        signature = noise[-SIGNATURE_BYTES:]
        own = OwnCode(noise[:KEY_ID_BYTES], noise[KEY_ID_BYTES:][:PAYLOAD_BYTES], signature)
        return code_text(self.host, kind, own)


def longest_services(catalogue: Catalogue) -> list[Service]:
    """The services with the longest names, agencies, requirements and lists of them."""
    agencies = catalogue.agencies
    lengths: tuple[Callable[[Service], int], ...] = (
        lambda service: len(service.ticket_name),
        lambda service: len(service.name),
        lambda service: len(service.name_en or ""),
        lambda service: len(agencies[service.agency].short_name),
        lambda service: max(map(len, service.requirements), default=0),
        lambda service: len("".join(service.requirements)),
        lambda service: len(service.finished),
        lambda service: len(service.fee),
    )
    found: dict[str, Service] = {}
    for length in lengths:
        ranked = sorted(catalogue.services.values(), key=length, reverse=True)
        found |= {service.id: service for service in ranked[:LONGEST_PER_SORT]}
    return list(found.values())
