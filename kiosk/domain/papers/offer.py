"""What papers know of where they come from, and of the service they are about."""

from dataclasses import dataclass

from kiosk.domain import wording
from kiosk.domain.catalogue import Catalogue, Service
from kiosk.domain.papers.kinds import Facts, flags
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class Press:
    """Where and how a paper is printed.

    `brief` leaves away what a visitor can do without, while paper is low; `copy` marks a SALINAN.
    """

    kiosk: str
    tenant: str
    copy: bool = False
    brief: bool = False

    def facts(self) -> Facts:
        """What every paper may show."""
        texts = {"kiosk": self.kiosk, "tenant": self.tenant}
        return Facts(texts, flags=flags(copy=self.copy, brief=self.brief))


def service_facts(catalogue: Catalogue, service: Service, words: Words) -> Facts:
    """A service, whose it is, where, and what it asks for."""
    agency = catalogue.agency_of(service)
    texts = {
        "service": wording.service_name(words, service),
        "service_full": wording.full_name(words, service),
        "agency": agency.short_name,
        "agency_full": agency.name,
        "counter": wording.place(words, agency),
    }
    return Facts(texts, {"requirements": service.requirements}, flags=flags(free=service.free))
