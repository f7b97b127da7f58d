"""What this kiosk keeps of its enrolment: where central is and which keys it believes. No secret."""

import json
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.enrolling import CA_KEY_BYTES, base32, from_base32
from kiosk.domain.keyring import PUBLIC_KEY_BYTES
from kiosk.domain.reading import Reader, Refused, read_json
from kiosk.ports import KioskError
from kiosk.whole_file import write_whole

FILE = "enrolment.json"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The central this kiosk belongs to."""

    address: str
    """Host and port."""
    ca_key: bytes
    orders_key: bytes | None = None
    """Whose orders count here; None where central told of no such key."""

    def url(self, settled: str = "") -> str:
        """Where central answers: what the settings say, or else what its code said."""
        return settled or f"https://{self.address}"


def keep_enrolment(folder: Path, enrolment: Enrolment) -> None:
    """Write it whole or not at all. Raises KioskError."""
    document = {"address": enrolment.address, "ca_key": base32(enrolment.ca_key)}
    if enrolment.orders_key is not None:
        document["orders_key"] = base32(enrolment.orders_key)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / FILE, (json.dumps(document, indent=1) + "\n").encode())
    except OSError as error:
        raise KioskError(f"{FILE}: {error}") from error


def read_enrolment(folder: Path) -> Enrolment | None:
    """What was kept, or None before the first enrolment. Raises KioskError for a file that is neither."""
    try:
        raw = (folder / FILE).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise KioskError(f"{FILE}: {error}") from error
    try:
        return _read(read_json(raw, FILE))
    except (Refused, ValueError) as error:
        raise KioskError(f"{FILE}: {error}; enrol this kiosk again") from error


def _read(reader: Reader) -> Enrolment:
    enrolment = Enrolment(
        reader.text("address", most=110),
        _key(reader, "ca_key", CA_KEY_BYTES),
        _key(reader, "orders_key", PUBLIC_KEY_BYTES) if reader.has("orders_key") else None,
    )
    reader.finish()
    return enrolment


def _key(reader: Reader, name: str, length: int) -> bytes:
    key = from_base32(reader.text(name, most=60))
    if len(key) != length:
        reader.reject(name, "a public key")
    return key
