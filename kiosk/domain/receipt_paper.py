"""The facts of a receipt's paper (tanda terima)."""

from kiosk.domain import wording
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.paper import Paper
from kiosk.domain.papers.kinds import Facts, Kind
from kiosk.domain.papers.offer import Press, service_facts
from kiosk.domain.papers.templates import Templates
from kiosk.domain.receipt import Receipt
from kiosk.domain.words import Words


def receipt_paper(
    receipt: Receipt,
    code: str,
    catalogue: Catalogue,
    words: Words,
    templates: Templates,
    press: Press,
) -> Paper:
    """The paper of a receipt; `code` is the text of its QR, signed with kind `r`.

    Its service may have left the catalogue since: then the paper names none.
    """
    promised = receipt.promised
    day = f"{wording.long_date(words, promised)} {promised.year}"
    texts = {
        "number": receipt.label,
        "received": wording.stamp(words, receipt.received.astimezone(catalogue.zone)),
        "promised": day,
        "code": code,
        "spoken": receipt.spoken_code,
    }
    facts = press.facts().plus(Facts(texts, {"documents": receipt.documents}))
    service = catalogue.services.get(receipt.service)
    if service is not None:
        facts = facts.plus(service_facts(catalogue, service, words))
    return templates.paper(Kind.RECEIPT, receipt.spoken_code, facts, words)
