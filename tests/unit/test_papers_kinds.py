"""What stands on receipts, requirement lists, survey slips and the technician's test page."""

import base64
import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import numpy as np
import pytest
import zxingcpp

from devices.printing.composer import dots_of
from kiosk.domain.hours import WeekSchedule
from kiosk.domain.model import ServiceId, TicketId
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import Banner, Code, Item, Mark, Pattern, Show
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.papers.offer import Press
from kiosk.domain.papers.specimens import Studio
from kiosk.domain.printer_test_paper import PrinterFacts, printer_test_paper
from kiosk.domain.reading import Refused
from kiosk.domain.receipt import Receipt, ReceiptId, parse_receipts
from kiosk.domain.receipt_paper import receipt_paper
from kiosk.domain.requirements_paper import requirements_paper
from kiosk.domain.survey_paper import survey_paper
from tests.papers import languages, mall, rows_of, templates, texts_of
from tests.printing import layout_for
from tests.samples import SERVICE, THURSDAY, catalogue, ticket

ID, EN = languages()["id"], languages()["en"]
PRESS = Press("A-03", "Kabupaten Contoh")
CODE = "https://mpp.example.go.id/r/" + "A" * 108
RECEIPT = Receipt(
    id=ReceiptId(UUID(int=3)),
    ticket=TicketId(UUID(int=1)),
    label="K 027",
    service=SERVICE,
    documents=("KTP-el asli", "Kartu Keluarga"),
    received=THURSDAY,
    promised=date(2026, 8, 13),
    spoken_code="7Q2K-9F4M",
)


def items_of(paper: Paper) -> list[Item]:
    """The lines of its list."""
    return [block for block in paper.blocks if isinstance(block, Item)]


# --- receipt


def test_a_receipt_says_what_was_handed_in_and_what_is_promised() -> None:
    paper = receipt_paper(RECEIPT, CODE, mall(), ID, templates(), PRESS)

    assert (paper.kind, paper.number, paper.copy) == (Kind.RECEIPT, "7Q2K-9F4M", False)
    assert {"Tanda terima berkas", "KTP-el hilang", "Kamis, 13 Agustus 2026"} <= set(
        texts_of(paper)
    )
    assert items_of(paper) == [
        Item("KTP-el asli", Mark.NUMBER, 1),
        Item("Kartu Keluarga", Mark.NUMBER, 2),
    ]
    assert rows_of(paper) == {
        "Nomor": "7Q2K-9F4M",
        "Nomor antrean": "K 027",
        "Diterima": "6 Agt 2026, 09.41",
        "Tempat": "Lantai 1, Loket 3–5",
    }
    assert [block.content for block in paper.blocks if isinstance(block, Code)] == [CODE]


def test_a_receipt_that_was_printed_before_is_a_copy() -> None:
    paper = receipt_paper(RECEIPT, CODE, mall(), ID, templates(), replace(PRESS, copy=True))

    assert Banner("SALINAN", inverted=False) in paper.blocks


def test_a_receipt_outlives_its_service_in_the_catalogue() -> None:
    gone = replace(RECEIPT, service=ServiceId("dinas.lama"))

    paper = receipt_paper(gone, CODE, mall(), ID, templates(), PRESS)

    assert len(items_of(paper)) == 2
    assert "Tempat" not in rows_of(paper)


def test_a_receipt_comes_in_the_visitors_language() -> None:
    paper = receipt_paper(RECEIPT, CODE, mall(), EN, templates(), PRESS)

    assert {"Document receipt", "Thursday, 13 August 2026"} <= set(texts_of(paper))
    assert rows_of(paper)["Received"] == "6 Aug 2026, 09:41"


def test_no_repr_of_a_receipt_or_its_paper_holds_documents_or_code() -> None:
    told = repr(RECEIPT) + repr(receipt_paper(RECEIPT, CODE, mall(), ID, templates(), PRESS))

    assert "KTP-el asli" not in told
    assert CODE not in told


def row(**changes: Any) -> dict[str, Any]:
    """A receipt as central lists it (Any: JSON)."""
    listed = {
        "id": "019fd4ec-bb00-7265-a365-697074312121",
        "ticket": "019fd4eb-d0a0-7482-bb1f-64f5624437e6",
        "label": "K 001",
        "service": "disdukcapil.ktp-el-hilang",
        "documents": ["KTP-el asli"],
        "received": "2026-08-06T09:35:12+07:00",
        "promised": "2026-08-13",
        "spoken_code": "R3CP-T002",
        "printed": False,
    }
    return listed | changes


def document(*rows: object) -> bytes:
    """A list of receipts."""
    return json.dumps({"schema": "receipts/1", "receipts": rows}).encode()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "7"),
        ("ticket", None),
        ("documents", []),
        ("documents", ["x"] * 21),
        ("documents", ["x" * 121]),
        ("documents", [""]),
        ("documents", [1]),
        ("received", "2026-08-06T09:35:12"),
        ("promised", "13-08-2026"),
        ("printed", "no"),
    ],
)
def test_a_list_with_a_wrong_receipt_is_refused_with_its_place(key: str, value: object) -> None:
    with pytest.raises(Refused) as caught:
        parse_receipts(document(row(), row(**{key: value})))

    assert all(one.startswith(f"receipts[1].{key}") for one in caught.value.complaints)


# --- requirements


def test_a_requirement_list_says_all_of_them_and_when_to_come() -> None:
    needed = tuple(f"Syarat {number}" for number in range(9))
    offer = mall(requirements=needed, fee="Sesuai PNBP")
    service = offer.services[SERVICE]

    paper = requirements_paper(service, THURSDAY, offer, ID, templates(), PRESS)

    assert [item.text for item in items_of(paper)] == list(needed), "none is cut"
    assert rows_of(paper) == {
        "Tempat": "Lantai 1, Loket 3–5",
        "Lama di loket": "± 8 menit",
        "Selesai": "1 hari kerja",
        "Biaya": "Sesuai PNBP",
        "Senin–Kamis": "08.00–15.00",
        "Jumat": "08.00–11.30, 13.00–14.30",
        "Sabtu": "08.00–12.00",
    }
    assert texts_of(paper)[-2:] == ["Daftar ini bukan nomor antrean.", "A-03 · 6 Agt 2026, 09.41"]
    assert not [block for block in paper.blocks if isinstance(block, Code)]


def test_a_requirement_list_has_a_code_where_there_is_one() -> None:
    service = mall().services[SERVICE]

    paper = requirements_paper(
        service, THURSDAY, mall(), ID, templates(), PRESS, code="https://a.go.id/s/1"
    )

    assert [block.content for block in paper.blocks if isinstance(block, Code)]


def test_a_service_without_requirements_says_so() -> None:
    offer = mall(requirements=(), schedule=WeekSchedule(((),) * 7))

    paper = requirements_paper(offer.services[SERVICE], THURSDAY, offer, ID, templates(), PRESS)

    assert "Tidak ada syarat khusus." in texts_of(paper)
    assert "Siapkan:" not in texts_of(paper)
    assert "Jam layanan:" not in texts_of(paper)


# --- survey and test page


def test_a_survey_slip_bears_the_tickets_code_and_counts_for_a_day() -> None:
    paper = survey_paper(ticket(), mall(), ID, templates(), PRESS)

    assert [block.content for block in paper.blocks if isinstance(block, Code)] == [ticket().code]
    assert rows_of(paper) == {"Nomor antrean": "K 027", "Berlaku sampai": "7 Agt 2026, 09.41"}
    assert "Bagaimana layanan kami?" in texts_of(paper)


def test_a_survey_slip_names_nobody() -> None:
    assert "S*** R******" not in survey_paper(ticket(), mall(), ID, templates(), PRESS).to_json()


def test_a_test_page_shows_every_pattern_and_only_what_is_known_of_the_printer() -> None:
    printer = PrinterFacts("clone58", "serial 9600", 384, cuts=0)

    paper = printer_test_paper(printer, CODE, THURSDAY, ID, templates(), PRESS)

    assert [block.show for block in paper.blocks if isinstance(block, Pattern)] == list(Show)
    assert rows_of(paper) == {
        "Dicetak": "6 Agt 2026, 09.41",
        "Profil": "clone58",
        "Sambungan": "serial 9600",
        "Lebar kepala": "384 titik",
        "Jumlah potong": "0",
    }


# --- on paper


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [576, 384])
@pytest.mark.parametrize("kind", [Kind.TICKET, Kind.BOOKING, Kind.RECEIPT, Kind.SURVEY])
def test_the_code_of_each_paper_reads_back_from_its_dots(kind: Kind, width: int) -> None:
    paper = Studio(catalogue(), languages(), templates()).typical(kind, "id")
    (wanted,) = [block.content for block in paper.blocks if isinstance(block, Code)]

    dots = dots_of(layout_for(width).ticket(paper))

    (read,) = zxingcpp.read_barcodes(np.where(dots, 0, 255).astype(np.uint8))
    assert read.text == wanted
    assert len(base64.urlsafe_b64decode(wanted.rsplit("/", 1)[1])) == 81


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [576, 384])
def test_a_brief_ticket_saves_paper(width: int) -> None:
    studio = Studio(catalogue(), languages(), templates())
    whole, brief = (
        layout_for(width).ticket(studio.typical(Kind.TICKET, "id", brief=up)).height()
        for up in (False, True)
    )

    assert brief <= whole - 35 * 8


def test_the_promised_day_is_never_reckoned_in_utc() -> None:
    late = replace(RECEIPT, received=THURSDAY + timedelta(hours=14))

    paper = receipt_paper(late, CODE, mall(), ID, templates(), PRESS)

    assert "Kamis, 13 Agustus 2026" in texts_of(paper)
