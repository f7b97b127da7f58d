"""Tickets look, dot for dot, as they did before templates: pictures made by the program of then.

Its symbols were made by the encoder that is now for bytes; another draws the same text with another mask.
"""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from devices.printing.composer import dots_of, grey_of
from devices.printing.escpos_text import TextForm
from devices.printing.measures import measures_for
from kiosk.domain.paper import Paper
from kiosk.domain.papers.offer import Press
from kiosk.domain.ticket_paper import ticket_paper
from kiosk.qr_symbols import qr_matrix_of_bytes
from tests.papers import GOLDEN, GoldenTicket, golden_tickets, languages, templates
from tests.printing import layout_for

TICKETS = {golden.name: golden for golden in golden_tickets()}

pytestmark = pytest.mark.usefixtures("qapp")


def paper_of(golden: GoldenTicket) -> Paper:
    """Its paper by the shipped template."""
    press = Press("A-03", golden.tenant, copy=golden.copy)
    return ticket_paper(
        golden.ticket, golden.catalogue, languages(), templates(), press, booked=golden.booked
    )


@pytest.mark.parametrize("width", [576, 384])
@pytest.mark.parametrize("name", TICKETS)
def test_a_ticket_is_dot_for_dot_what_it_was(name: str, width: int) -> None:
    then = QImage(str(GOLDEN / f"{name}-{width}.png"))

    layout = layout_for(width, lambda text: qr_matrix_of_bytes(text.encode()))

    now = dots_of(layout.ticket(paper_of(TICKETS[name])))

    assert now.shape == (then.height(), then.width())
    before = grey_of(then.convertToFormat(QImage.Format.Format_Grayscale8)) < 128
    assert np.count_nonzero(now != before) == 0


@pytest.mark.parametrize("width", [576, 384])
@pytest.mark.parametrize("name", TICKETS)
def test_a_ticket_as_text_is_byte_for_byte_what_it_was(name: str, width: int) -> None:
    then = (GOLDEN / f"{name}-{width}.escpos").read_bytes()

    now = TextForm(measures_for(width)).encode(paper_of(TICKETS[name]).blocks)

    assert now == then
