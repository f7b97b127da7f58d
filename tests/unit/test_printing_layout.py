"""The painted ticket: the design's sizes, nothing clipped, a QR that reads."""

import json
from collections.abc import Iterator
from dataclasses import replace
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
from devices.printing.specimen import save_specimen
from devices.printing.typeset import DISPLAY, Face, fit, wrap, wrap_evenly
from kiosk.domain.paper import Paper
from kiosk.segno_qr import qr_matrix
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
    """How high the label's figures are: the band between heading and service."""
    bare = replace(sample_paper(label), place="", tenant="", banner=None, agency="")
    heights = [height for _, height in rows_of_ink(dots_of(bare, width))]
    after_heading = heights[2:]
    return after_heading[0] / DOTS_PER_MM


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
        paper = replace(
            sample_paper(),
            service=service,
            agency=agency,
            bring=bring,
            rows=(("Tempat", f"Lantai 2, {agency}"), ("Dipanggil kira-kira", "10.05–10.20")),
            tenant="Kabupaten Kepulauan Siau Tagulandang Biaro",
        )

        dots = dots_of(paper, width)

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
    plain = dots_of(replace(sample_paper(), banner=None), 576)
    priority = dots_of(sample_paper(), 576)
    copy = dots_of(replace(sample_paper(), banner=None, copy_mark="SALINAN"), 576)

    black_rows = (priority[:, 18:558].mean(axis=1) > 0.7).sum()

    assert black_rows > 40
    assert len(copy) > len(plain)
    assert (copy[:, 18:558].mean(axis=1) > 0.7).sum() < 15, "a frame, not a bar"


def test_a_line_that_only_says_there_is_more_has_no_box() -> None:
    boxed = dots_of(replace(sample_paper(), bring=("lihat kode QR",)), 576)
    more = dots_of(replace(sample_paper(), bring=("… lihat kode QR",)), 576)

    assert boxed[:, 20:43].sum() > more[:, 20:43].sum() + 100


def test_a_specimen_shows_the_dots_of_the_paper(tmp_path: Path) -> None:
    file = tmp_path / "ticket.png"

    save_specimen(sample_paper(), 576, RESOURCES, qr_matrix, file)

    shown = grey_of(QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8))
    assert np.array_equal(shown < 128, dots_of(sample_paper(), 576))
