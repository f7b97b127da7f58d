"""The statistics of a period as a table for other programs: counts alone, nobody's visit.

One line is one count. Dates are ISO 8601, decimals have points, whatever the screen speaks.
"""

import csv
import io
from collections.abc import Iterator

from kiosk.domain.statistics import Rows, Span, figures

COLUMNS = (
    *("kiosk", "from", "to", "measure", "date", "hour"),
    *("service", "way", "element", "answer", "value"),
)
_FORMULA = "=+-@\t\r"
Line = tuple[str, str, str, str, str, str, str, str]


def as_csv(kiosk: str, span: Span, rows: Rows) -> str:
    """RFC 4180, with a line of names. `measure` tells what `value` is."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    head = (_plain(kiosk), span.first.isoformat(), span.last.isoformat())
    for line in (*_numbers(rows), *_answers(rows), *_survey(rows)):
        writer.writerow((*head, *line))
    return text.getvalue()


def _numbers(rows: Rows) -> Iterator[Line]:
    for one in sorted(rows.issued, key=lambda one: (one.day, one.hour, one.service, one.way)):
        place = (one.day.isoformat(), str(one.hour), _plain(one.service), one.way, "", "")
        yield ("issued", *place, str(one.times))
        yield ("printed", *place, str(one.printed))


def _answers(rows: Rows) -> Iterator[Line]:
    """By month: its first day."""
    for one in sorted(rows.answered, key=lambda one: (one.month, one.element, one.value)):
        place = (one.month.isoformat(), "", "", "", one.element.value, str(one.value))
        yield ("answers", *place, str(one.times))


def _survey(rows: Rows) -> Iterator[Line]:
    found = figures(rows)
    yield _of_all("surveys", str(found.surveys))
    for element, mean in found.means.items():
        yield ("mean", "", "", "", "", element.value, "", f"{mean:.4f}")
    if found.index is not None:
        yield _of_all("index", f"{found.index.value:.2f}")


def _of_all(measure: str, value: str) -> Line:
    return (measure, "", "", "", "", "", "", value)


def _plain(name: str) -> str:
    """A name that no program of tables takes for a formula."""
    return f"'{name}" if name.startswith(tuple(_FORMULA)) else name
