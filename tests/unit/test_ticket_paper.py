"""What stands on a ticket, in the visitor's language."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import Catalogue
from kiosk.domain.label import Minute, OwnLabel, QueueCode, Slot
from kiosk.domain.paper import Paper, parse_paper
from kiosk.domain.reading import Refused
from kiosk.domain.ticket import Estimate, Ticket
from kiosk.domain.ticket_paper import BRING_MOST, ticket_paper
from tests.samples import AGENCY, ROOT, SERVICE, catalogue, ticket, utc
from ui.text import load_words

LANGUAGES = load_words(ROOT / "resources/text")


def mall(**service: Any) -> Catalogue:
    """The sample catalogue with the ticket's service changed (Any: fields of any type)."""
    base = catalogue()
    agency = replace(base.agencies[AGENCY], floor=1, counters="3–5")
    changed = replace(base.services[SERVICE], **service)
    return replace(
        base,
        agencies={**base.agencies, AGENCY: agency},
        services={**base.services, SERVICE: changed},
    )


def paper_of(found: Ticket, offer: Catalogue | None = None, *, copy: bool = False) -> Paper:
    """The paper of a ticket at kiosk A-03."""
    return ticket_paper(
        found, offer or mall(), LANGUAGES, kiosk="A-03", tenant="Kabupaten Contoh", copy=copy
    )


def issued(language: str = "id", **changes: Any) -> Ticket:
    """A ticket of the authority, taken at 09.41 and called from 10.05 (Any: as above)."""
    base = ticket(27)
    at = utc(base.draft.at)
    estimate = Estimate(
        datetime.fromisoformat("2026-08-06T10:05:00+07:00"),
        datetime.fromisoformat("2026-08-06T10:20:00+07:00"),
    )
    return replace(
        base, draft=replace(base.draft, language=language, at=at, **changes), estimate=estimate
    )


def own_series(found: Ticket) -> Ticket:
    """The same ticket as the kiosk gives it when the authority is silent."""
    label = OwnLabel(QueueCode("K"), Slot(2), Minute(9 * 60 + 41))
    return replace(found, label=label, ahead=None, estimate=None)


def test_an_indonesian_ticket_says_everything() -> None:
    paper = paper_of(issued())

    assert paper == Paper(
        place="Mal Pelayanan Publik",
        tenant="Kabupaten Contoh",
        heading="Nomor antrean Anda",
        number="K 027",
        service="KTP-el hilang",
        agency="Disdukcapil",
        banner=None,
        rows=(
            ("Tempat", "Lantai 1, Loket 3–5"),
            ("Di depan Anda", "4 orang"),
            ("Dipanggil kira-kira", "10.05–10.20"),
            ("Diambil", "6 Agt 2026, 09.41"),
            ("Nama", "S*** R******"),
        ),
        note=None,
        bring_title="Siapkan:",
        bring=("Surat keterangan kehilangan dari Kepolisian", "Kartu Keluarga (KK)"),
        qr=issued().code,
        qr_caption="Pantau antrean dan nilai layanan: pindai kode ini.",
        closing=("Nomor terlewat? Temui petugas.", "Layanan ini gratis."),
        footer="A-03 · 7Q2K-9F4M",
    )


def test_an_english_ticket_is_english_but_for_proper_names() -> None:
    paper = paper_of(issued("en"), mall(name_en="Lost identity card"))

    assert paper.heading == "Your queue number"
    assert paper.service == "Lost identity card"
    assert paper.agency == "Disdukcapil"
    assert paper.rows == (
        ("Place", "Floor 1, Counter 3–5"),
        ("Ahead of you", "4 people"),
        ("Called at about", "10:05–10:20"),
        ("Issued", "6 Aug 2026, 09:41"),
        ("Name", "S*** R******"),
    )
    assert paper.closing == ("Missed your number? See staff.", "This service is free.")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_the_words_of_a_ticket(language: str) -> None:
    paper = paper_of(issued(language), copy=True)

    assert all((paper.heading, paper.bring_title, paper.qr_caption, paper.copy_mark))


def test_a_ticket_of_the_own_series_promises_no_time_and_says_where_to_look() -> None:
    paper = paper_of(own_series(issued()))

    assert paper.number == "K2 0941"
    assert paper.note == "Perkiraan waktu: lihat layar ruang tunggu."
    assert [label for label, _ in paper.rows] == ["Tempat", "Diambil", "Nama"]


def test_a_number_of_the_authority_without_an_estimate_needs_no_such_note() -> None:
    paper = paper_of(replace(issued(), estimate=None))

    assert paper.note is None
    assert [label for label, _ in paper.rows] == ["Tempat", "Di depan Anda", "Diambil", "Nama"]


def test_the_time_on_paper_is_the_sites_and_not_utc() -> None:
    assert ("Diambil", "6 Agt 2026, 09.41") in paper_of(issued()).rows


def test_without_identity_no_name_stands_on_paper() -> None:
    rows = paper_of(issued(masked_name=None)).rows

    assert "Nama" not in [label for label, _ in rows]


def test_priority_has_a_banner() -> None:
    assert paper_of(issued(priority=True)).banner == "PRIORITAS"


def test_a_copy_says_so() -> None:
    assert paper_of(issued(), copy=True).copy_mark == "SALINAN"
    assert paper_of(issued()).copy_mark is None


def test_a_service_with_a_fee_is_not_called_free() -> None:
    assert paper_of(issued(), mall(fee="Sesuai PNBP")).closing == (
        "Nomor terlewat? Temui petugas.",
    )


@pytest.mark.parametrize("count", [0, 1, 5])
def test_up_to_five_requirements_all_stand_on_paper(count: int) -> None:
    needed = tuple(f"Syarat {number}" for number in range(count))

    assert paper_of(issued(), mall(requirements=needed)).bring == needed


def test_of_more_than_five_requirements_the_fifth_line_points_to_the_code() -> None:
    needed = tuple(f"Syarat {number}" for number in range(6))

    assert paper_of(issued(), mall(requirements=needed)).bring == (*needed[:4], "… lihat kode QR")


# --- the stored form --------------------------------------------------------------------------

lines = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
line_lists: st.SearchStrategy[Sequence[str]] = st.lists(lines, max_size=6)
papers = st.builds(
    Paper,
    place=lines,
    tenant=lines,
    heading=lines,
    number=lines,
    service=lines,
    agency=lines,
    banner=st.none() | lines,
    rows=st.lists(st.tuples(lines, lines), max_size=6).map(tuple),
    note=st.none() | lines,
    bring_title=lines,
    bring=line_lists.map(tuple),
    qr=lines,
    qr_caption=lines,
    closing=line_lists.map(tuple),
    footer=lines,
    copy_mark=st.none() | lines,
)


@given(papers)
def test_a_stored_paper_reads_back_as_itself(paper: Paper) -> None:
    assert parse_paper(paper.to_json()) == paper


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", "[" * 100_000, '{"rows": [["one"]]}', '{"rows": [["a", 1]]}'],
    ids=["nothing", "half", "a list", "empty", "too deep", "half a row", "a row with a number"],
)
def test_what_is_no_paper_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        parse_paper(text)


def test_no_repr_of_a_paper_holds_name_or_code() -> None:
    told = repr(paper_of(issued()))

    assert "S*** R******" not in told
    assert issued().code not in told


def test_every_ticket_of_the_sample_fits_its_lines() -> None:
    for service in catalogue().services.values():
        found = replace(issued(), draft=replace(issued().draft, service=service.id))
        paper = ticket_paper(found, catalogue(), LANGUAGES, kiosk="A-03", tenant="Contoh")

        assert len(paper.bring) <= BRING_MOST
        assert paper.service == service.ticket_name
