"""The facts of the technician's test page: what is known of the printer."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain import wording
from kiosk.domain.paper import Paper
from kiosk.domain.papers.kinds import Facts, Kind
from kiosk.domain.papers.offer import Press
from kiosk.domain.papers.templates import Templates
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """What a printer told of itself, and how it is connected. None is unknown and not printed."""

    profile: str
    link: str
    width_dots: int
    level: str | None = None
    model: str | None = None
    serial: str | None = None
    firmware: str | None = None
    cuts: int | None = None
    paper_metres: int | None = None


def printer_test_paper(
    printer: PrinterFacts,
    code: str,
    local: datetime,
    words: Words,
    templates: Templates,
    press: Press,
) -> Paper:
    """The test page at `local`, the site's time; `code` is as long as a ticket's can be."""
    metres = printer.paper_metres
    told = (
        ("profile", printer.profile),
        ("link", printer.link),
        ("width", words("tech.test.dots", n=printer.width_dots)),
        ("level", printer.level),
        ("model", printer.model),
        ("serial", printer.serial),
        ("firmware", printer.firmware),
        ("cuts", None if printer.cuts is None else str(printer.cuts)),
        ("paper", None if metres is None else words("tech.test.metres", n=metres)),
    )
    rows = tuple((words(f"tech.test.{name}"), value) for name, value in told if value)
    own = Facts(
        {"printed": wording.stamp(words, local), "code": code},
        rows={"printer": rows},
    )
    return templates.paper(Kind.TEST, "TEST", press.facts().plus(own), words)
