"""Makes receipts for documents: what staff typed, read once, and a number to read out."""

import secrets
from datetime import date, datetime

from central.store.receipts import Receipt, Taken
from kiosk.domain.model import uuid7
from kiosk.domain.receipt import DOCUMENT_MOST, DOCUMENTS_MOST
from kiosk.domain.ticket import spoken_code

SEPARATOR = ";"


def receive(taken: Taken, documents: tuple[str, ...], promised: date, now: datetime) -> Receipt:
    """The receipt of documents that were handed in now."""
    return Receipt(
        id=uuid7(int(now.timestamp() * 1000), secrets.token_bytes(10)),
        taken=taken,
        documents=documents,
        received=now,
        promised=promised,
        spoken_code=spoken_code(secrets.token_bytes(5)),
    )


def read_documents(text: str) -> tuple[str, ...]:
    """The names of documents, parted by semicolons. Raises ValueError."""
    documents = tuple(name for part in text.split(SEPARATOR) if (name := " ".join(part.split())))
    if not 1 <= len(documents) <= DOCUMENTS_MOST:
        raise ValueError(f"--documents: 1 to {DOCUMENTS_MOST} names, parted by {SEPARATOR!r}")
    for name in documents:
        if len(name) > DOCUMENT_MOST or not name.isprintable():
            raise ValueError(f"--documents: at most {DOCUMENT_MOST} printable signs each: {name!r}")
    return documents
