"""S40 as staff see and hear it: the map of hours, the trend of the survey, and what is taken along."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QAccessible

from kiosk.domain.model import RequestId
from kiosk.domain.staff import Exported
from kiosk.domain.states import Attending, Statistics
from kiosk.domain.statistics import Answered, Figures, Issued, Period, Rows, Way, figures
from kiosk.domain.survey import ELEMENTS
from tests import samples
from tests.ledgers import TODAY
from tests.ui.conftest import Opener
from tests.ui.visiting import LANGUAGES
from ui.views.drawing import Drawing, Moment, Place
from ui.views.screens import screen_and_view

HERE = RequestId(7)
MONDAY = TODAY - timedelta(days=3)
MONTH = TODAY.replace(day=1)
JULY = MONTH.replace(month=7)


def view_of(page: Statistics) -> dict[str, Any]:  # Any: what QML is given
    """What S40 is given."""
    drawing = Drawing(
        state=Attending(HERE, page),
        hall=samples.hall(),
        words=LANGUAGES["id"],
        languages=LANGUAGES,
        place=Place("A-01", "Kabupaten Cirebon"),
        moment=Moment(),
    )
    return screen_and_view(drawing)[1]


def long_week() -> Figures:
    """Fourteen hours: more columns than numbers of four digits fit into."""
    issued = [
        Issued(MONDAY, hour, samples.SERVICE, Way.ASSIGNED, 1100 + hour, 9) for hour in range(7, 21)
    ]
    return figures(Rows([*issued, replace(issued[2], day=TODAY, times=4)], [], 0))


def half_year() -> Figures:
    """A poor July, and an August in which one element has no answer yet."""
    july = [Answered(JULY, element, 3, 5) for element in ELEMENTS]
    august = [Answered(MONTH, element, 4, 5) for element in ELEMENTS[1:]]
    issued = [Issued(TODAY, 9, samples.SERVICE, Way.ASSIGNED, 3, 3)]
    return figures(Rows(issued, [*july, *august], 5))


def test_each_cell_of_the_map_tells_its_day_hour_and_count(show: Opener) -> None:
    QAccessible.setActive(True)
    screen = show("S40", view_of(Statistics(HERE, Period.WEEK, long_week())))

    cells = [screen.item("heat.0.2"), screen.item("heat.1.2"), screen.item("heat.1.0")]
    read = [
        QAccessible.queryAccessibleInterface(cell).text(QAccessible.Text.Name) for cell in cells
    ]

    assert read == [
        "Senin 09.00–09.59: 1109 nomor",
        "Kamis 09.00–09.59: 4 nomor",
        "Kamis 07.00–07.59: 0 nomor",
    ]


def test_a_finger_on_the_map_is_told_the_count_under_it(show: Opener) -> None:
    screen = show("S40", view_of(Statistics(HERE, Period.WEEK, long_week())))
    assert "sentuh" in screen.item("chart.told").property("text")

    at = screen.centre("heat.0.13")
    screen.press(at)
    first = screen.item("chart.told").property("text")
    there = screen.centre("heat.1.2")
    screen.move(there)
    screen.lift(there)

    assert first == "Senin 20.00–20.59: 1120 nomor"
    assert screen.item("chart.told").property("text") == "Kamis 09.00–09.59: 4 nomor"
    assert screen.sent == []


def test_numbers_stand_in_the_cells_that_hold_them(show: Opener) -> None:
    screen = show("S40", view_of(Statistics(HERE, Period.WEEK, long_week())))

    shown = {str(text.property("text")) for text in screen.texts()}

    assert "4" in shown
    assert "1109" not in shown


def test_the_grades_of_the_trend_have_words_and_bounds() -> None:
    trend = view_of(Statistics(HERE, Period.HALF, half_year()))["trend"]

    assert [(band["label"], band["text"]) for band in trend["bands"]] == [
        ("A · Sangat baik", "≥ 88,31"),
        ("B · Baik", "≥ 76,61"),
        ("C · Kurang baik", "≥ 65,00"),
        ("D · Tidak baik", "≥ 25,00"),
    ]
    assert [round(1 + 3 * band["from"], 4) for band in trend["bands"]] == [3.5324, 3.0644, 2.6, 1]
    assert [(band["to"]) for band in trend["bands"]] == [
        1.0,
        *(band["from"] for band in trend["bands"][:3]),
    ]


def test_a_month_without_a_score_has_no_dot() -> None:
    july, august = view_of(Statistics(HERE, Period.HALF, half_year()))["trend"]["points"]

    assert (july["value"], july["told"]) == ("75,0 C", "Jul: 75,0, mutu C")
    assert round(july["place"], 4) == round(2 / 3, 4)
    assert (august["label"], august["value"], august["place"] < 0) == ("Agt", "", True)


def test_the_trend_is_a_page_of_the_half_year_alone(show: Opener) -> None:
    QAccessible.setActive(True)
    screen = show("S40", view_of(Statistics(HERE, Period.HALF, half_year())))

    for _ in range(2):
        screen.tap("page.down")
        screen.picture()
    texts = {str(text.property("text")) for text in screen.texts()}

    assert {"Nilai SKM per bulan", "A · Sangat baik", "75,0 C", "Halaman 3 dari 4"} <= texts
    assert view_of(Statistics(HERE, Period.WEEK, long_week()))["trend"] is None


@pytest.mark.parametrize("end", list(Exported))
def test_the_table_is_asked_for_on_the_last_page_and_its_end_told(
    show: Opener, end: Exported
) -> None:
    page = Statistics(HERE, Period.DAY, long_week(), exported=end)
    screen = show("S40", view_of(page))

    for _ in range(2):
        screen.tap("page.down")
        screen.picture()
    screen.tap("stats.export")

    assert screen.sent == [("export", None)]
    told = {
        Exported.DONE: "Tersimpan di USB. Tunggu lampunya padam, lalu cabut.",
        Exported.NONE: "Tidak ada USB. Pasang, tunggu sebentar, lalu coba lagi.",
        Exported.FULL: "USB penuh. Hapus isinya atau pakai yang lain.",
        Exported.READ_ONLY: "USB tidak bisa ditulis. Pakai yang lain.",
        Exported.FAILED: "USB rusak atau dicabut. Coba yang lain.",
    }
    assert told[end] in {str(text.property("text")) for text in screen.texts()}


def test_it_cannot_be_asked_for_twice(show: Opener) -> None:
    page = Statistics(HERE, Period.DAY, long_week(), exporting=RequestId(8))
    screen = show("S40", view_of(page))

    for _ in range(2):
        screen.tap("page.down")
        screen.picture()

    assert not screen.item("stats.export").isEnabled()
    assert "Menyimpan…" in {str(text.property("text")) for text in screen.texts()}
