"""A job's bytes: head, picture or text by the link's rate, markers by what the printer can prove."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from devices.printing.composer import Level, Marks
from devices.printing.escpos_text import TextForm
from devices.printing.measures import PAPER_80
from kiosk.domain.papers.blocks import Banner, Block, Code, Fact, Item, Number, Text
from tests.printing import VOID_WORDS, composer_for, sample_paper

MARKS = Marks(b"Pabc", b"Cabc")
HEAD = b"\x1c.\x1b@"
ASK_TWICE = b"\x1dr\x01\x1dVB\x00\x1dr\x01"
MARK_TWICE = b"\x1d(H\x06\x0000Pabc\x1dVB\x00\x1d(H\x06\x0000Cabc"
HOSTILE = "a\x10\x04\x01 \x10\x14\x08\x01\x03\x14\x01\x06\x02\x08 b\x1b@ \x1dVB\x00 c"
CUT_ONLY = b"\x1dVB\x00"

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("level", "head", "tail"),
    [
        (Level.PROCESS_ID, HEAD + b"\x1da\x0f", MARK_TWICE),
        (Level.BARRIER, HEAD + b"\x1da\x0f", ASK_TWICE),
        (Level.STATUS, HEAD, CUT_ONLY),
        (Level.WRITTEN, HEAD, CUT_ONLY),
    ],
)
def test_a_job_begins_clean_and_ends_with_its_markers(
    level: Level, head: bytes, tail: bytes
) -> None:
    data = b"".join(composer_for().ticket(sample_paper(), MARKS, level).chunks)

    assert data.startswith(head + b"\x1dP\xcb\xcb\x1ba\x01")
    assert data.endswith(tail)


def test_the_cut_alone_is_these_bytes() -> None:
    job = composer_for().cut(MARKS, Level.PROCESS_ID)

    assert b"".join(job.chunks) == HEAD + b"\x1da\x0f" + MARK_TWICE


@pytest.mark.parametrize(("rate", "raster"), [(85_999, False), (86_000, True)])
def test_the_link_decides_between_raster_and_text(rate: float, *, raster: bool) -> None:
    composer = composer_for(bytes_per_second=rate)

    data = b"".join(composer.ticket(sample_paper(), MARKS, Level.PROCESS_ID).chunks)

    assert (b"\x1dv0" in data) is raster
    assert (b"Cetak ulang KTP-el\n" in data) is not raster


def test_text_and_native_qr_of_a_ticket_are_these_commands() -> None:
    composer = composer_for(bytes_per_second=960)

    data = b"".join(composer.ticket(sample_paper(qr="https://x/t/1"), MARKS, Level.STATUS).chunks)

    assert b"\x1d!w\x1ba\x01K 027\n\x1d!\x00" in data, "8 x 8"
    assert b"Tempat                       Lantai 1, Loket 3-5\n" in data
    assert b"\x1d(k\x03\x001C\x04\x1d(k\x03\x001E1" in data, "4 dots a module, level M"
    assert b"\x1d(k\x10\x001P0https://x/t/1\x1d(k\x03\x001Q0" in data
    assert len(data) < 1200


def test_text_is_folded_to_what_every_code_page_has() -> None:
    composer = composer_for(bytes_per_second=960)

    data = b"".join(composer.ticket(sample_paper(), MARKS, Level.STATUS).chunks)

    assert b"A-03 - 7Q2K-9F4M\n" in data
    assert re.findall(rb"[\x80-\xff]", data.replace(b"\x1dP\xcb\xcb", b"")) == []


@pytest.mark.parametrize(
    "block",
    [
        Text(HOSTILE),
        Number(HOSTILE),
        Banner(HOSTILE, inverted=True),
        Fact(HOSTILE, HOSTILE),
        Item(HOSTILE),
        Code("https://x/t/12", HOSTILE),
    ],
    ids=lambda block: type(block).__name__,
)
def test_no_name_from_outside_is_a_command_to_the_printer(block: Block) -> None:
    data = TextForm(PAPER_80).encode((block,))

    assert b"\x10" not in data, "a real-time command"
    assert b"\x1b@" not in data
    assert b"\x1dVB" not in data
    assert b"a" in data
    assert b"c" in data


def test_a_sign_that_no_letter_of_the_printer_is_prints_as_one_question_mark() -> None:
    data = TextForm(PAPER_80).encode((Text("Ki 日本, Ibu Éva"),))

    assert b"Ki ??, Ibu " in data
    assert b"?" not in data.split(b"Ibu ")[1]


def test_chunks_end_between_commands() -> None:
    job = composer_for().ticket(sample_paper(), MARKS, Level.PROCESS_ID)

    assert all(chunk[:1] in (b"\x1b", b"\x1c", b"\x1d") for chunk in job.chunks)
    assert max(map(len, job.chunks)) <= 2048


@pytest.mark.parametrize("rate", [960, 1e6])
def test_a_void_strip_is_a_job_of_its_own(rate: float) -> None:
    job = composer_for(bytes_per_second=rate).void(VOID_WORDS, "K 027", MARKS, Level.PROCESS_ID)

    data = b"".join(job.chunks)

    assert data.startswith(HEAD)
    assert data.endswith(MARK_TWICE)
    assert job.rows > 100


def test_painting_off_the_gui_thread_gives_the_same_bytes() -> None:
    composer, paper = composer_for(), sample_paper()
    here = composer.ticket(paper, MARKS, Level.PROCESS_ID)

    with ThreadPoolExecutor(1) as pool:
        there = pool.submit(composer.ticket, paper, MARKS, Level.PROCESS_ID).result()

    assert there == here
