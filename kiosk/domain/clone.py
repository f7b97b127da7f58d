"""What makes a second kiosk like a first one, as a value and as text: nothing that is a secret or a name.

The text form fits into one QR that a camera reads. It is proof against a slip of reading or typing
(its own check digits), not against somebody who makes another: whoever may read a clone into a kiosk
may as well edit its settings.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.enrolling import base32, from_base32
from kiosk.domain.reading import Refused, read_json

SCHEME = "ANJUNGAN-CLONE1"
_KIN = "ANJUNGAN-CLONE"
TEXT_MOST = 1000
"""Signs of the text: a QR of some 120 modules, which a camera of 720p reads from paper."""
DOCUMENT_BYTES_MOST = 8_000
VALUE_MOST = 400
CHECK_BYTES = 4
_RAW_DEFLATE = -15
PASSPHRASE_LEAST, PASSPHRASE_MOST = 10, 200
"""Signs of what a clone's file is encrypted by."""

Value = str | bool | int | float
Sections = Mapping[str, Mapping[str, Value]]


@dataclass(frozen=True, slots=True)
class Clone:
    """Settings that differ from the defaults, and what the new kiosk has to choose for itself."""

    settings: Sections
    """By section and key; keys that are not here have their defaults."""
    wanted: tuple[str, ...] = ()
    """Sections whose device the first kiosk has by a name that is its alone."""
    papers: Mapping[str, str] = field(default_factory=dict)
    """Templates of the site by file name; a text does not carry them."""


def clone_text(clone: Clone) -> str:
    """The text of the QR, capitals and digits. Raises ValueError when it would be too long."""
    packed = packed_clone(Clone(clone.settings, clone.wanted))
    text = f"{SCHEME}/{base32(check_digits(packed) + packed)}"
    if len(text) > TEXT_MOST:
        raise ValueError("too many settings for a code: save them in a file")
    return text


def read_clone_text(text: str) -> Clone:
    """The clone that somebody scanned or typed. Raises Refused for any other text."""
    scheme, _, rest = "".join(text[: 2 * TEXT_MOST].split()).upper().partition("/")
    if scheme.startswith(_KIN) and scheme != SCHEME:
        raise Refused([f"made by another version: {SCHEME} is read here"])
    if scheme != SCHEME:
        raise Refused([f"expected {SCHEME}/..."])
    if len(rest) > TEXT_MOST:
        raise Refused([f"expected at most {TEXT_MOST} signs"])
    try:
        raw = from_base32(rest)
    except ValueError as error:
        raise Refused([str(error)]) from error
    check, packed = raw[:CHECK_BYTES], raw[CHECK_BYTES:]
    if check != check_digits(packed):
        raise Refused(["something is missing or was changed: read it again"])
    return unpacked_clone(packed, DOCUMENT_BYTES_MOST)


def check_digits(packed: bytes) -> bytes:
    """What stands before the rest, so that a slip is noticed."""
    return hashlib.sha256(SCHEME.encode() + packed).digest()[:CHECK_BYTES]


# --- as bytes ---------------------------------------------------------------------------------


def packed_clone(clone: Clone) -> bytes:
    """All of it, small."""
    document: dict[str, object] = {"settings": clone.settings, "wanted": clone.wanted}
    if clone.papers:
        document["papers"] = clone.papers
    raw = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    packer = zlib.compressobj(level=9, wbits=_RAW_DEFLATE)
    return packer.compress(raw.encode()) + packer.flush()


def unpacked_clone(packed: bytes, most: int) -> Clone:
    """What `packed_clone` made, of at most so many bytes. Raises Refused for anything else."""
    unpacker = zlib.decompressobj(wbits=_RAW_DEFLATE)
    try:
        raw = unpacker.decompress(packed, most + 1)
    except zlib.error as error:
        raise Refused(["no clone, or a damaged one"]) from error
    if len(raw) > most or not unpacker.eof or unpacker.unused_data:
        raise Refused([f"expected at most {most} bytes, whole"])
    return _clone_of(raw)


def _clone_of(raw: bytes) -> Clone:
    reader = read_json(raw, "clone")
    document = reader.value
    if not isinstance(document, Mapping):
        raise Refused(["expected an object"])
    complaints = [
        f"{key[:40]}: unknown" for key in document if key not in ("settings", "wanted", "papers")
    ]
    if complaints:
        raise Refused(complaints)
    wanted = reader.texts("wanted")
    reader.finish()
    return Clone(_sections(document.get("settings")), wanted, _papers(document.get("papers", {})))


def _sections(found: object) -> Sections:
    if not isinstance(found, Mapping):
        raise Refused(["settings: expected an object"])
    sections: dict[str, Mapping[str, Value]] = {}
    for section, table in found.items():
        if not isinstance(table, Mapping):
            raise Refused([f"settings.{section[:40]}: expected an object"])
        for key, value in table.items():
            if not isinstance(value, str | bool | int | float) or len(str(value)) > VALUE_MOST:
                raise Refused([f"settings.{section[:40]}.{key[:40]}: expected one short value"])
        sections[section] = dict(table)
    return sections


def _papers(found: object) -> Mapping[str, str]:
    if not isinstance(found, Mapping) or not all(isinstance(text, str) for text in found.values()):
        raise Refused(["papers: expected texts by name"])
    return dict(found)
