"""What a citizen reads of the paper: no surer than the printer can prove, and why there is none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.domain.devices import PaperOutcome, Untaken
from kiosk.domain.model import RequestId
from kiosk.domain.staff import Equipment, LeftPapers
from kiosk.domain.states import Attending, Board, Issued
from kiosk.domain.words import Words
from tests.samples import ROOT, THURSDAY, hall, ticket, visit
from ui.text import load_words
from ui.views.drawing import Drawing, Moment, Place
from ui.views.screens import screen_and_view

LANGUAGES = load_words(ROOT / "resources/text")


def shown(state: Issued, language: str = "id", position: str = "below") -> tuple[str, str, str]:
    """Screen, title and what stands below it."""
    words: Words = LANGUAGES[language]
    place = Place("A-03", "Kabupaten Cirebon", printer_position=position)
    screen, fields = screen_and_view(Drawing(state, hall(), words, LANGUAGES, place, Moment()))
    return screen, fields["title"], fields["sub"]


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        (PaperOutcome.PRINTING, "Kertas keluar di bawah layar"),
        (PaperOutcome.PRINTED, "Tercetak di bawah layar"),
        (PaperOutcome.PROBABLY, "Kemungkinan tercetak di bawah layar"),
        (PaperOutcome.SENT, "Terkirim ke printer di bawah layar"),
        (PaperOutcome.HOT, "Sebentar, printer mendingin"),
        (PaperOutcome.CHECKING, "Sedang memeriksa tiket Anda"),
    ],
)
def test_a_paper_is_told_as_well_as_the_printer_can_prove_it(
    paper: PaperOutcome, told: str
) -> None:
    assert shown(Issued(visit(), ticket(), paper)) == ("S09", "Ini nomor Anda", told)


def test_where_the_paper_is_stands_beside_it() -> None:
    printed = Issued(visit(), ticket(), PaperOutcome.PRINTED)

    assert shown(printed, position="right")[2] == "Tercetak di sebelah kanan"
    assert shown(printed, "en")[2] == "Printed below the screen"


def steps(state: Issued, untaken: Untaken | None, language: str = "id") -> list[str]:
    """What to do next."""
    around = replace(hall(), untaken=untaken)
    place = Place("A-03", "Kabupaten Cirebon")
    drawing = Drawing(state, around, LANGUAGES[language], LANGUAGES, place, Moment())
    return [one["text"] for one in screen_and_view(drawing)[1]["steps"]]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("id", "Ambil tiket Anda."),
        ("en", "Take your ticket."),
        ("jv", "Pendhet tiket panjenengan."),
        ("su", "Candak tiket Anjeun."),
    ],
)
def test_a_ticket_that_waits_in_the_mouth_is_asked_for(language: str, told: str) -> None:
    printed = Issued(visit(), ticket(), PaperOutcome.PRINTED)
    waits = Untaken(ticket().id, THURSDAY)

    assert steps(printed, waits, language)[0] == told
    assert steps(replace(printed, recalled=True), waits, language)[0] == told
    assert steps(printed, None, language)[0] != told


def test_nobody_is_asked_for_somebody_elses_ticket() -> None:
    printed = Issued(visit(), ticket(), PaperOutcome.PRINTED)

    assert steps(printed, Untaken(ticket(28).id, THURSDAY)) == steps(printed, None)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (THURSDAY.date(), "2 tidak diambil · Kertas tersisa ± 90 tiket"),
        (THURSDAY.date() - timedelta(days=1), "Kertas tersisa ± 90 tiket"),
    ],
)
def test_the_panel_counts_what_nobody_took_today(day: date, told: str) -> None:
    equipment = Equipment(paper_percent=40, paper_tickets=90, left=LeftPapers(day, 2))
    around = replace(hall(), equipment=equipment)
    state, place = Attending(RequestId(1), Board()), Place("A-03", "Kabupaten Cirebon")
    fields = screen_and_view(Drawing(state, around, LANGUAGES["id"], LANGUAGES, place, Moment()))[1]

    assert fields["rows"][0]["text"] == told


STAYS = "Simpan nomor di HP. Tidak perlu antre ulang."


@pytest.mark.parametrize(
    ("paper", "title"),
    [
        (PaperOutcome.PAPER_OUT, "Kertas habis, nomor Anda tetap berlaku."),
        (PaperOutcome.COVER_OPEN, "Printer sedang dibuka petugas, nomor Anda tetap berlaku."),
        (PaperOutcome.JAM, "Kertas tersangkut, nomor Anda tetap berlaku."),
        (PaperOutcome.OFF, "Printer tidak menyala, nomor Anda tetap berlaku."),
        (PaperOutcome.IN_DOUBT, "Apakah tiket sudah keluar? Nomor Anda tetap berlaku."),
    ],
)
def test_without_paper_the_screen_says_why_and_that_the_number_holds(
    paper: PaperOutcome, title: str
) -> None:
    assert shown(Issued(visit(), ticket(), paper)) == ("S10", title, STAYS)


@pytest.mark.parametrize("paper", [PaperOutcome.PAPER_OUT, PaperOutcome.COVER_OPEN])
def test_a_ticket_that_stopped_half_way_is_told_as_void(paper: PaperOutcome) -> None:
    stopped = Issued(visit(), ticket(), paper, begun=True)

    assert shown(stopped)[2] == "Sebagian tiket batal. Simpan nomor di HP."


@pytest.mark.parametrize("language", ["id", "en", "jv", "su"])
@pytest.mark.parametrize("paper", PaperOutcome)
def test_every_outcome_has_words_in_every_language(paper: PaperOutcome, language: str) -> None:
    _, title, sub = shown(Issued(visit(), ticket(), paper), language)

    assert title
    assert sub
    assert "{" not in title + sub
