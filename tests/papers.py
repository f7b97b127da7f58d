"""Papers to test with: the design's ticket, and tickets whose look must not change by accident."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from kiosk.domain.catalogue import Catalogue
from kiosk.domain.label import Minute, OwnLabel, QueueCode, Slot
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import Fact, Text
from kiosk.domain.papers.kinds import Facts, Kind, flags
from kiosk.domain.papers.templates import Templates
from kiosk.domain.ticket import Estimate, Ticket
from kiosk.domain.words import Words
from kiosk.paper_templates import load_templates
from kiosk.papers import Papers
from tests.samples import AGENCY, ROOT, SERVICE, catalogue, ticket
from ui.text import load_words

GOLDEN = Path(__file__).parent / "unit" / "golden_tickets"
BOOKED = datetime.fromisoformat("2026-08-06T10:00:00+07:00")
ESTIMATE = Estimate(
    datetime.fromisoformat("2026-08-06T10:05:00+07:00"),
    datetime.fromisoformat("2026-08-06T10:20:00+07:00"),
)


@cache
def languages() -> Mapping[str, Words]:
    """The words of all languages."""
    return load_words(ROOT / "resources/text")


@cache
def templates() -> Templates:
    """The shipped ones."""
    return load_templates(ROOT / "resources/templates", languages()).templates


def papers(
    saves_paper: Callable[[], bool] = lambda: False, *, survey_slips: bool = False
) -> Papers:
    """The kiosk's own, by the shipped templates."""
    place = ("A-03", "Kabupaten Cirebon")
    made = Papers(*place, languages(), templates(), saves_paper)
    return replace(made, survey_slips=survey_slips)


DESIGN = Facts(
    texts={
        "tenant": "Kabupaten Cirebon",
        "service": "Cetak ulang KTP-el",
        "agency": "Disdukcapil",
        "counter": "Lantai 1, Loket 3–5",
        "ahead": "4 orang",
        "called": "10.05–10.20",
        "taken": "6 Agt 2026, 09.42",
        "name": "S*** R******",
        "kiosk": "A-03",
        "spoken": "7Q2K-9F4M",
    },
    lists={
        "requirements": (
            "Kartu Keluarga (asli/fotokopi)",
            "KTP-el lama, jika rusak",
            "Surat kehilangan, jika hilang",
        )
    },
    flags=flags(priority=True, free=True),
)
"""What stands on the ticket of ux/19-ticket-80mm.png."""


def design_ticket(number: str, qr: str, facts: Facts = DESIGN) -> Paper:
    """The ticket of the design, or with other facts."""
    own = Facts({"number": number, "code": qr})
    return templates().paper(Kind.TICKET, number, facts.plus(own), languages()["id"])


@dataclass(frozen=True, slots=True)
class GoldenTicket:
    """What one picture in GOLDEN was made from."""

    name: str
    ticket: Ticket
    catalogue: Catalogue
    copy: bool = False
    booked: datetime | None = None
    tenant: str = "Kabupaten Cirebon"


def golden_tickets() -> Iterator[GoldenTicket]:
    """One of each thing that a ticket can say, over the four languages."""
    plain = replace(ticket(27), estimate=ESTIMATE)
    own = OwnLabel(QueueCode("KA"), Slot(2), Minute(9 * 60 + 34, 1))
    nobody = replace(plain.draft, masked_name=None)
    yield GoldenTicket("plain", plain, mall())
    english = replace(plain, draft=replace(plain.draft, language="en", priority=True))
    yield GoldenTicket("english-priority-copy", english, mall(), copy=True)
    javanese = replace(plain.draft, language="jv")
    alone = replace(plain, draft=javanese, label=own, ahead=None, estimate=None)
    yield GoldenTicket("javanese-own-series", alone, mall())
    sundanese = replace(plain, draft=replace(plain.draft, language="su"))
    yield GoldenTicket("sundanese-booked", sundanese, mall(), booked=BOOKED)
    needs = tuple(f"Surat keterangan nomor {n} dari desa atau kelurahan" for n in range(1, 7))
    long = mall(fee="Sesuai PNBP", requirements=needs)
    yield GoldenTicket("long-list-with-a-fee", replace(plain, draft=nobody), long)
    bare = mall(requirements=(), ticket_name="Pengesahan badan hukum koperasi desa")
    yield GoldenTicket("no-list-no-tenant", replace(plain, estimate=None), bare, tenant="")


def mall(**service: object) -> Catalogue:
    """The sample catalogue with the ticket's service changed."""
    base = catalogue()
    agency = replace(base.agencies[AGENCY], floor=1, counters="3–5")
    changed = replace(base.services[SERVICE], **service)  # type: ignore[arg-type]  # any field
    return replace(
        base,
        agencies={**base.agencies, AGENCY: agency},
        services={**base.services, SERVICE: changed},
    )


def rows_of(paper: Paper) -> dict[str, str]:
    """Labels and values."""
    return {block.label: block.value for block in paper.blocks if isinstance(block, Fact)}


def texts_of(paper: Paper) -> list[str]:
    """The words that stand alone, top to bottom."""
    return [block.text for block in paper.blocks if isinstance(block, Text)]
