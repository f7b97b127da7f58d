"""Receipts for documents (tanda terima): the list of those that wait, read once at the door.

Staff record at central what was handed in; the visitor shows the ticket's code at any kiosk of the
site, and it prints the receipt.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NewType
from uuid import UUID

from kiosk.domain.codes import ticket_reference
from kiosk.domain.model import ServiceId, TicketId
from kiosk.domain.reading import Reader, read_json

SCHEMA = "receipts/1"
RECEIPT_CODE_KIND = b"r"
"""The kind of a receipt's own QR: `https://<host>/r/...`, signed by the kiosk that prints it."""
DOCUMENTS_MOST = 20
DOCUMENT_MOST = 120

ReceiptId = NewType("ReceiptId", UUID)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was handed in with a ticket, and the day its result is promised for.

    `spoken_code` is its number, to read out; `printed` tells that a kiosk has printed it before, so
    that the next paper is a copy.
    """

    id: ReceiptId
    ticket: TicketId
    label: str
    service: ServiceId
    documents: tuple[str, ...] = field(repr=False)
    received: datetime
    promised: date
    spoken_code: str
    printed: bool = False

    @property
    def reference(self) -> bytes:
        """The 12 bytes that its code carries."""
        return ticket_reference(self.id.bytes)


@dataclass(frozen=True, slots=True)
class Receipts:
    """The receipts that may be asked for. `etag` is the SHA-256 of the bytes they were read from."""

    by_ticket: Mapping[bytes, Receipt] = field(default_factory=dict, repr=False)
    """By the reference that the ticket's code carries; of several the last one recorded."""
    by_reference: Mapping[bytes, Receipt] = field(default_factory=dict, repr=False)
    """By the reference that the receipt's own code carries."""
    etag: str | None = None

    def of_ticket(self, reference: bytes) -> Receipt | None:
        """The receipt for a ticket's code, `TicketCode.payload`."""
        return self.by_ticket.get(reference)

    def with_reference(self, reference: bytes) -> Receipt | None:
        """The receipt whose own code this is, `ReceiptCode.payload`."""
        return self.by_reference.get(reference)


def parse_receipts(raw: bytes) -> Receipts:
    """Read a list of receipts. Raises Refused with every complaint."""
    reader = read_json(raw, "receipts")
    reader.one_of("schema", (SCHEMA,))
    found = [_receipt(part) for part in reader.parts("receipts")]
    reader.finish()
    by_ticket = {ticket_reference(receipt.ticket.bytes): receipt for receipt in found}
    by_reference = {receipt.reference: receipt for receipt in found}
    return Receipts(by_ticket, by_reference, hashlib.sha256(raw).hexdigest())


def _receipt(part: Reader) -> Receipt:
    receipt = Receipt(
        id=ReceiptId(part.uuid("id")),
        ticket=TicketId(part.uuid("ticket")),
        label=part.text("label", most=12),
        service=ServiceId(part.text("service", most=120)),
        documents=part.texts("documents"),
        received=part.moment("received"),
        promised=part.day("promised"),
        spoken_code=part.text("spoken_code", most=40),
        printed=part.truth("printed"),
    )
    lengths = [len(document) for document in receipt.documents]
    if not 1 <= len(lengths) <= DOCUMENTS_MOST or min(lengths) < 1 or max(lengths) > DOCUMENT_MOST:
        part.reject("documents", f"1 to {DOCUMENTS_MOST} texts of 1 to {DOCUMENT_MOST} characters")
    return receipt
