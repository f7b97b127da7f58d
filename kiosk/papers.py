"""Makes the papers of this kiosk: in its words, by its templates, with its name on them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.booking import Bookings
from kiosk.domain.catalogue import Catalogue, Service
from kiosk.domain.paper import Paper
from kiosk.domain.papers.offer import Press
from kiosk.domain.papers.templates import Templates
from kiosk.domain.printer_test_paper import PrinterFacts, printer_test_paper
from kiosk.domain.receipt import Receipt
from kiosk.domain.receipt_paper import receipt_paper
from kiosk.domain.requirements_paper import requirements_paper
from kiosk.domain.survey_paper import survey_paper
from kiosk.domain.ticket import Ticket
from kiosk.domain.ticket_paper import ticket_paper
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class Papers:
    """Where a kiosk stands, and what its papers are made of.

    `saves_paper` is true while the roll comes to its end; `bookings` are those known now. With
    `survey_slips` a receipt is followed by a slip that asks for a judgement.
    """

    kiosk: str
    tenant: str
    languages: Mapping[str, Words]
    templates: Templates
    saves_paper: Callable[[], bool] = lambda: False
    bookings: Callable[[], Bookings] = Bookings
    survey_slips: bool = False

    def ticket(self, ticket: Ticket, catalogue: Catalogue, *, copy: bool = False) -> Paper:
        """The paper of a number, in the language it was taken in."""
        booking = self.bookings().with_id(ticket.draft.booking)
        return ticket_paper(
            ticket,
            catalogue,
            self.languages,
            self.templates,
            self._press(copy=copy),
            booked=booking.starts if booking else None,
        )

    def receipt(
        self, receipt: Receipt, code: str, catalogue: Catalogue, language: str, *, copy: bool
    ) -> Paper:
        """The paper of documents that were handed in; `code` is the text of its QR."""
        words, press = self.languages[language], self._press(copy=copy)
        return receipt_paper(receipt, code, catalogue, words, self.templates, press)

    def requirements(
        self, service: Service, at: datetime, catalogue: Catalogue, language: str
    ) -> Paper:
        """What a service asks for."""
        words, press = self.languages[language], self._press(copy=False)
        return requirements_paper(service, at, catalogue, words, self.templates, press)

    def survey(self, ticket: Ticket, catalogue: Catalogue, language: str) -> Paper:
        """The slip that opens the survey of a ticket."""
        words, press = self.languages[language], self._press(copy=False)
        return survey_paper(ticket, catalogue, words, self.templates, press)

    def test(self, printer: PrinterFacts, code: str, local: datetime) -> Paper:
        """The technician's test page; `code` is as long as a ticket's can be."""
        words, press = self.languages["id"], self._press(copy=False)
        return printer_test_paper(printer, code, local, words, self.templates, press)

    def _press(self, *, copy: bool) -> Press:
        return Press(self.kiosk, self.tenant, copy=copy, brief=self.saves_paper())
