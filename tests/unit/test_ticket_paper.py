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
from kiosk.domain.papers.blocks import (
    Align,
    Banner,
    Block,
    Clouds,
    Code,
    Fact,
    Item,
    Mark,
    Number,
    Pattern,
    Rule,
    Show,
    Size,
    Space,
    Text,
    Weight,
)
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.papers.offer import Press
from kiosk.domain.reading import Refused
from kiosk.domain.ticket import Estimate, Ticket
from kiosk.domain.ticket_paper import ticket_paper
from tests.papers import languages, mall, rows_of, templates, texts_of
from tests.samples import catalogue, ticket, utc

PRESS = Press("A-03", "Kabupaten Contoh")


def paper_of(found: Ticket, offer: Catalogue | None = None, press: Press = PRESS) -> Paper:
    """The paper of a ticket at kiosk A-03."""
    return ticket_paper(found, offer or mall(), languages(), templates(), press)


def items_of(paper: Paper) -> tuple[str, ...]:
    """The list of what to bring."""
    return tuple(block.text for block in paper.blocks if isinstance(block, Item))


def banners_of(paper: Paper) -> list[Banner]:
    """The bars."""
    return [block for block in paper.blocks if isinstance(block, Banner)]


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

    assert (paper.kind, paper.number, paper.copy) == (Kind.TICKET, "K 027", False)
    assert texts_of(paper) == [
        "Mal Pelayanan Publik",
        "Kabupaten Contoh",
        "Nomor antrean Anda",
        "KTP-el hilang",
        "Disdukcapil",
        "Siapkan:",
        "Nomor terlewat? Temui petugas.",
        "Layanan ini gratis.",
        "A-03 · 7Q2K-9F4M",
    ]
    assert Number("K 027") in paper.blocks
    assert list(rows_of(paper).items()) == [
        ("Tempat", "Lantai 1, Loket 3–5"),
        ("Di depan Anda", "4 orang"),
        ("Dipanggil kira-kira", "10.05–10.20"),
        ("Diambil", "6 Agt 2026, 09.41"),
        ("Nama", "S*** R******"),
    ]
    assert items_of(paper) == (
        "Surat keterangan kehilangan dari Kepolisian",
        "Kartu Keluarga (KK)",
    )
    caption = "Pantau antrean dan nilai layanan: pindai kode ini."
    assert Code(issued().code, caption) in paper.blocks
    assert banners_of(paper) == []


def test_an_english_ticket_is_english_but_for_proper_names() -> None:
    paper = paper_of(issued("en"), mall(name_en="Lost identity card"))

    words = texts_of(paper)
    assert {"Your queue number", "Lost identity card", "Disdukcapil"} <= set(words)
    assert rows_of(paper) == {
        "Place": "Floor 1, Counter 3–5",
        "Ahead of you": "4 people",
        "Called at about": "10:05–10:20",
        "Issued": "6 Aug 2026, 09:41",
        "Name": "S*** R******",
    }
    assert {"Missed your number? See staff.", "This service is free."} <= set(words)


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_language_has_a_whole_ticket(language: str) -> None:
    paper = paper_of(issued(language), press=replace(PRESS, copy=True))

    assert [type(block) for block in paper.blocks] == [
        type(block) for block in paper_of(issued(), press=replace(PRESS, copy=True)).blocks
    ]


def test_a_ticket_of_the_own_series_promises_no_time_and_says_where_to_look() -> None:
    paper = paper_of(own_series(issued()))

    assert Number("K2 0941") in paper.blocks
    assert "Perkiraan waktu: lihat layar ruang tunggu." in texts_of(paper)
    assert list(rows_of(paper)) == ["Tempat", "Diambil", "Nama"]


def test_a_number_of_the_authority_without_an_estimate_needs_no_such_note() -> None:
    paper = paper_of(replace(issued(), estimate=None))

    assert "Perkiraan waktu: lihat layar ruang tunggu." not in texts_of(paper)
    assert list(rows_of(paper)) == ["Tempat", "Di depan Anda", "Diambil", "Nama"]


def test_nobody_ahead_is_told_too() -> None:
    assert rows_of(paper_of(replace(issued(), ahead=0)))["Di depan Anda"] == "0 orang"


def test_the_time_on_paper_is_the_sites_and_not_utc() -> None:
    assert rows_of(paper_of(issued()))["Diambil"] == "6 Agt 2026, 09.41"


def test_without_identity_no_name_stands_on_paper() -> None:
    assert "Nama" not in rows_of(paper_of(issued(masked_name=None)))


def test_a_booked_ticket_says_when_its_visitor_was_expected() -> None:
    at = datetime.fromisoformat("2026-08-06T03:00:00+00:00")

    paper = ticket_paper(issued(), mall(), languages(), templates(), PRESS, booked=at)

    assert paper.kind is Kind.BOOKING
    assert next(iter(rows_of(paper).items())) == ("Daftar online", "10.00")


def test_priority_has_a_banner() -> None:
    assert banners_of(paper_of(issued(priority=True))) == [Banner("PRIORITAS", inverted=True)]


def test_a_copy_says_so() -> None:
    paper = paper_of(issued(), press=replace(PRESS, copy=True))

    assert paper.copy
    assert banners_of(paper) == [Banner("SALINAN", inverted=False)]


def test_a_service_with_a_fee_is_not_called_free() -> None:
    assert "Layanan ini gratis." not in texts_of(paper_of(issued(), mall(fee="Sesuai PNBP")))


@pytest.mark.parametrize("count", [0, 1, 5])
def test_up_to_five_requirements_all_stand_on_paper(count: int) -> None:
    needed = tuple(f"Syarat {number}" for number in range(count))

    assert items_of(paper_of(issued(), mall(requirements=needed))) == needed


def test_of_more_than_five_requirements_the_fifth_line_points_to_the_code() -> None:
    needed = tuple(f"Syarat {number}" for number in range(6))

    paper = paper_of(issued(), mall(requirements=needed))

    assert items_of(paper) == (*needed[:4], "… lihat kode QR")
    assert [block.mark for block in paper.blocks if isinstance(block, Item)][-1] is Mark.NONE


def test_a_brief_ticket_leaves_only_away_what_helps_nobody_at_the_counter() -> None:
    whole, brief = paper_of(issued()), paper_of(issued(), press=replace(PRESS, brief=True))

    assert items_of(brief) == ()
    assert set(texts_of(whole)) - set(texts_of(brief)) == {
        "Siapkan:",
        "Nomor terlewat? Temui petugas.",
        "Layanan ini gratis.",
    }
    assert rows_of(brief) == rows_of(whole)
    assert [block for block in brief.blocks if isinstance(block, Code)]


# --- the stored form --------------------------------------------------------------------------

lines = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
line_lists: st.SearchStrategy[Sequence[str]] = st.lists(lines, max_size=6)
OF_ANOTHER_TIME = '{"place":"Mal","tenant":"","number":"K 027","rows":[],"qr":"x"}'
NO_BLOCK = (
    '{"format":"paper/2","kind":"ticket","number":"K 027","copy":false,"blocks":[{"is":"?"}]}'
)
gaps = st.integers(0, 80)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(
        Text, lines, st.sampled_from(Size), st.sampled_from(Weight), st.sampled_from(Align), gaps
    ),
    st.builds(Number, lines),
    st.builds(Banner, lines, st.booleans()),
    st.builds(Fact, lines, lines),
    st.builds(Item, lines, st.sampled_from(Mark), st.integers(1, 40)),
    st.builds(Code, lines, st.none() | lines, st.booleans()),
    st.builds(Space, gaps),
    st.builds(Pattern, st.sampled_from(Show)),
    st.sampled_from([Clouds(), Rule()]),
)
block_lists: st.SearchStrategy[Sequence[Block]] = st.lists(blocks, max_size=12)
papers = st.builds(Paper, st.sampled_from(Kind), lines, block_lists.map(tuple), copy=st.booleans())


@given(papers)
def test_a_stored_paper_reads_back_as_itself(paper: Paper) -> None:
    assert parse_paper(paper.to_json()) == paper


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", "[" * 100_000, OF_ANOTHER_TIME, NO_BLOCK],
    ids=["nothing", "half", "a list", "empty", "too deep", "of another time", "no block"],
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
        paper = paper_of(found, catalogue())

        assert len(items_of(paper)) <= 5
        assert service.ticket_name in texts_of(paper)
