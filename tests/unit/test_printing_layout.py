"""The painted ticket: the design's sizes, nothing clipped, a QR that reads."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from devices.printing.composer import grey_of
from devices.printing.measures import DOTS_PER_MM, PAPER_58, PAPER_80, Measures, measures_for
from devices.printing.raster import Dots, threshold
from devices.printing.specimen import save_dots
from devices.printing.typeset import DISPLAY, Face, fit, wrap, wrap_evenly
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import (
    Align,
    Block,
    Item,
    Mark,
    Number,
    Pattern,
    Show,
    Size,
    Text,
    Weight,
)
from kiosk.domain.papers.kinds import Facts, Kind, flags
from kiosk.qr_symbols import qr_matrix
from tests.papers import DESIGN, design_ticket
from tests.printing import RESOURCES, layout_for, sample_paper

WIDTHS = (576, 384)
LONG_CODE = "https://mpp.kabupaten-penukal-abab-lematang-ilir.go.id/t/" + "Ab3_" * 23

pytestmark = pytest.mark.usefixtures("qapp")


def dots_of(paper: Paper, width: int) -> Dots:
    """The ticket as it is burned."""
    return threshold(grey_of(layout_for(width).ticket(paper)))


def rows_of_ink(dots: Dots) -> Iterator[tuple[int, int]]:
    """First row and height of each run of rows with ink."""
    edges = np.flatnonzero(np.diff(dots.any(axis=1), prepend=False, append=False))
    for top, bottom in edges.reshape(-1, 2):
        yield int(top), int(bottom - top)


def number_height_mm(label: str, width: int) -> float:
    """How high the label's figures are, in the lower of its lines."""
    alone = replace(sample_paper(), blocks=(Number(label),))
    return min(height for _, height in rows_of_ink(dots_of(alone, width))) / DOTS_PER_MM


@pytest.mark.parametrize("measures", [PAPER_80, PAPER_58])
def test_sizes_are_those_of_the_tokens(measures: Measures) -> None:
    tokens = json.loads((RESOURCES / "tokens.json").read_text())["print"]
    token = tokens["w80" if measures is PAPER_80 else "w58"]

    shared = {name: token[name] for name in ("margin", "body", "value", "service", "number")}

    assert {name: getattr(measures, name) for name in shared} == shared
    assert measures.width == token["dots"]
    assert measures.feed_before_cut == tokens["feedBeforeCut"]


def test_an_unknown_head_has_no_layout() -> None:
    with pytest.raises(ValueError, match="512"):
        measures_for(512)


@pytest.mark.parametrize("label", ["K 027", "WM 027", "K 1027", "WM 4999"])
def test_an_authority_number_is_15_mm_high_on_80_mm(label: str) -> None:
    assert number_height_mm(label, 576) >= 15


@pytest.mark.parametrize("label", ["K2 0934", "KA2 0934M", "WM19 0934WW", "HH9 2359"])
@pytest.mark.parametrize(("width", "least"), [(576, 9), (384, 6)])
def test_an_own_series_number_stays_large(label: str, width: int, least: float) -> None:
    assert number_height_mm(label, width) >= least


def test_no_letter_is_smaller_than_3_mm() -> None:
    for measures in (PAPER_80, PAPER_58):
        sizes = (measures.body, measures.value, measures.service_least, measures.place)
        assert min(sizes) >= 3 * DOTS_PER_MM


def longest_names() -> list[tuple[str, str, tuple[str, ...]]]:
    """Service, agency and requirements with the longest words that the catalogue has."""
    catalogue = json.loads((RESOURCES / "catalogue" / "sample.json").read_text())
    found = [
        (service["nama"], agency["nama"], tuple(service["persyaratan"][:5]))
        for agency in catalogue["instansi"]
        for service in agency["layanan"]
    ]
    return sorted(found, key=lambda names: -len("".join(names[:2]) + "".join(names[2])))[:200]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_longest_real_names_are_never_clipped(width: int) -> None:
    margin = measures_for(width).margin
    for service, agency, bring in longest_names():
        facts = Facts(
            {
                "service": service,
                "agency": agency,
                "counter": f"Lantai 2, {agency}",
                "tenant": "Kabupaten Kepulauan Siau Tagulandang Biaro",
            },
            {"requirements": bring},
        )

        dots = dots_of(design_ticket("K 027", "https://a.go.id/t/1", DESIGN.plus(facts)), width)

        assert not dots[:, : margin - 2].any(), service
        assert not dots[:, width - margin + 2 :].any(), service


@given(st.text(st.sampled_from("abW mi-"), min_size=1, max_size=60), st.integers(40, 400))
def test_wrapping_loses_no_letter_and_keeps_the_width(text: str, width: int) -> None:
    face = Face(DISPLAY, 700, 30)

    for lines in (wrap(face, text, width), wrap_evenly(face, text, width)):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(face.width(line) <= width for line in lines)


def test_fitting_takes_the_largest_size_that_fits() -> None:
    face = Face(DISPLAY, 800, 176)

    fitted = fit(face, ["KA2 0934M"], 540)

    assert fitted.width("KA2 0934M") <= 540 < face.sized(fitted.size + 1).width("KA2 0934M")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("code", ["https://a.go.id/t/1", LONG_CODE])
def test_the_code_reads_from_paper(width: int, code: str) -> None:
    dots = dots_of(sample_paper(qr=code), width)

    (read,) = zxingcpp.read_barcodes(np.where(dots, 0, 255).astype(np.uint8))

    assert read.text == code


@pytest.mark.parametrize("width", WIDTHS)
def test_the_longest_code_has_four_dots_a_module_and_its_quiet_zone(width: int) -> None:
    modules = len(qr_matrix(LONG_CODE))
    dots = dots_of(sample_paper(qr=LONG_CODE), width)

    (read,) = zxingcpp.read_barcodes(np.where(dots, 0, 255).astype(np.uint8))
    corners = read.position
    left, right = corners.top_left.x, corners.top_right.x
    top, bottom = corners.top_left.y, corners.bottom_left.y
    scale = round((right - left) / modules)
    quiet = 4 * scale - 2

    assert modules == 49
    assert scale >= 4
    around = dots[top - quiet : bottom + quiet, max(0, left - quiet) : right + quiet]
    assert around.sum() == dots[top - 2 : bottom + 3, left - 2 : right + 3].sum()


def test_priority_is_white_on_black_and_a_copy_is_framed() -> None:
    calm = replace(DESIGN, flags=frozenset())
    plain, priority, copy = (
        dots_of(design_ticket("K 027", "https://a.go.id/t/1", replace(calm, flags=up)), 576)
        for up in (frozenset[str](), flags(priority=True), flags(copy=True))
    )

    black_rows = (priority[:, 18:558].mean(axis=1) > 0.7).sum()

    assert black_rows > 40
    assert len(copy) > len(plain)
    assert (copy[:, 18:558].mean(axis=1) > 0.7).sum() < 15, "a frame, not a bar"


def of(*blocks: Block) -> Paper:
    """A paper with only these blocks."""
    return Paper(Kind.TICKET, "K 027", blocks)


def test_a_line_that_only_says_there_is_more_has_no_box() -> None:
    boxed = dots_of(of(Item("lihat kode QR")), 576)
    more = dots_of(of(Item("lihat kode QR", Mark.NONE)), 576)

    assert boxed[:, 20:43].sum() > 50
    assert more[:, 20:43].sum() == 0
    assert np.array_equal(boxed[:, 50:], more[:, 50:])


@pytest.mark.parametrize("width", WIDTHS)
def test_words_stand_left_in_the_middle_and_right(width: int) -> None:
    margin = measures_for(width).margin

    edges = {}
    for align in Align:
        columns = np.flatnonzero(dots_of(of(Text("Loket", align=align)), width).any(axis=0))
        edges[align] = (int(columns[0]), width - 1 - int(columns[-1]))

    assert edges[Align.LEFT][0] == pytest.approx(margin, abs=3)
    assert edges[Align.RIGHT][1] == pytest.approx(margin, abs=3)
    assert edges[Align.CENTRE][0] == pytest.approx(edges[Align.CENTRE][1], abs=3)


def test_sizes_and_weights_differ_in_ink() -> None:
    def ink(size: Size, weight: Weight) -> int:
        return int(dots_of(of(Text("Loket", size, weight)), 576).sum())

    assert ink(Size.BODY, Weight.REGULAR) < ink(Size.LARGE, Weight.REGULAR)
    assert ink(Size.LARGE, Weight.REGULAR) < ink(Size.TITLE, Weight.REGULAR)
    assert ink(Size.BODY, Weight.REGULAR) < ink(Size.BODY, Weight.BOLD)


def test_a_numbered_list_has_room_for_its_numbers() -> None:
    ninth, tenth = (dots_of(of(Item("X" * 5, Mark.NUMBER, n)), 576) for n in (9, 10))

    def first_letter(dots: Dots) -> int:
        inked = np.flatnonzero(dots.any(axis=0))
        gaps = np.flatnonzero(np.diff(inked) > 8)
        return int(inked[gaps[0] + 1])

    assert first_letter(tenth) >= first_letter(ninth)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_ruler_reaches_both_ends_and_has_a_line_for_each_millimetre(width: int) -> None:
    dots = dots_of(of(Pattern(Show.RULER)), width)
    top = int(np.flatnonzero(dots.any(axis=1))[0])

    short_lines = dots[top + 10]

    assert short_lines[:2].all()
    assert short_lines[-2:].all()
    assert np.count_nonzero(np.diff(short_lines, prepend=False) & short_lines) == width // 8 + 1


def test_the_greys_are_eight_steps_from_light_to_black() -> None:
    dots = dots_of(of(Pattern(Show.GREYS)), 576)
    inked = dots[np.flatnonzero(dots.any(axis=1))[0] :][:64]

    steps = [inked[:, 18 + 67 * n + 4 : 18 + 67 * n + 60].mean() for n in range(8)]

    assert steps == sorted(steps)
    assert min(after - before for before, after in pairwise(steps)) > 0.08
    assert steps[-1] > 0.98


@pytest.mark.parametrize("width", WIDTHS)
def test_the_trial_codes_all_read_and_name_their_size(width: int) -> None:
    dots = dots_of(of(Pattern(Show.QR_SIZES)), width)

    read = zxingcpp.read_barcodes(np.where(dots, 0, 255).astype(np.uint8))

    assert sorted(code.text for code in read) == [f"ANJUNGAN {dots}" for dots in (3, 4, 5, 6)]


def test_a_specimen_shows_the_dots_of_the_paper(tmp_path: Path) -> None:
    file = tmp_path / "ticket.png"

    save_dots(dots_of(sample_paper(), 576), file)

    shown = grey_of(QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8))
    assert np.array_equal(shown < 128, dots_of(sample_paper(), 576))
