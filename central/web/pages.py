"""Pages for people, in Indonesian: the board of the day, and what the code on a paper stands for.

A page brings all it needs along; its Content-Security-Policy allows exactly the style and script
that are in it. No page holds personal data.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files
from string import Template

from litestar import Response, get
from litestar.params import FromPath
from litestar.response import Stream

from central.parts import HandedParts, Parts
from central.settings import RESOURCES
from central.site import Site
from central.store import bookings, receipts
from central.store.board import Standing, standing
from central.store.keys import keyring, verifies
from kiosk.domain.codes import (
    BookingCode,
    OwnCode,
    ReceiptCode,
    TicketCode,
    recognise,
    ticket_reference,
)
from kiosk.domain.keyring import Judgement, Key, Signer, judge


def _text(name: str) -> str:
    return (files("central.web") / name).read_text("utf-8")


_STYLE = _text("style.css")
_SCRIPTS = {
    "board.html": _text("live.js") + _text("board.js"),
    "alerts.html": _text("live.js") + _text("alerts.js"),
}
"""What both begin with keeps a page up to date; a page has one script, so that one digest allows it."""
_TEMPLATES = {
    name: Template(_text(name))
    for name in ("board.html", "alerts.html", "code.html", "missing.html")
}
_MARK = (RESOURCES / "motif" / "mark.svg").read_text("utf-8")


def _allowed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src {_allowed(_STYLE)}",
        f"script-src {' '.join(_allowed(script) for script in _SCRIPTS.values())}",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


_REVOKED = "Kode ini tidak berlaku lagi. Silakan temui petugas."


def _page(
    name: str, words: Mapping[str, str], *, status: int = 200, rows: str = ""
) -> Response[str]:
    """Fill a template; every word is escaped on its way in, `rows` is markup already."""
    safe = {key: escape(word) for key, word in words.items()}
    script = _SCRIPTS.get(name, "")
    text = _TEMPLATES[name].substitute(safe, rows=rows, style=_STYLE, script=script, mark=_MARK)
    return Response(text, status_code=status, media_type="text/html", headers=_HEADERS)


@get("/")
async def board() -> Response[str]:
    """Today's tickets as they arrive, calls for staff, and how kiosks are."""
    return _page("board.html", {})


@get("/alerts")
async def alerts() -> Response[str]:
    """What is the matter with kiosks, and who was told."""
    return _page("alerts.html", {})


@get("/events")
async def events(parts: HandedParts) -> Stream:
    """Hints that the board has changed."""
    return Stream(
        parts.hints.stream(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


@get("/t/{code:str}")
async def ticket(code: FromPath[str], parts: HandedParts) -> Response[str]:
    """Where the ticket stands whose QR led here."""
    found = recognise(f"https://-/t/{code}".encode())
    if not isinstance(found, TicketCode):
        return _missing("Kode ini bukan kode nomor antrean kami.")
    judgement, key = await _judged(parts, found, b"t", Signer.KIOSK)
    if judgement is Judgement.REVOKED:
        return _missing(_REVOKED)
    if key is None:
        return _missing("Kode ini bukan kode nomor antrean kami.")
    where = await parts.store.read(lambda c: standing(c, found.payload, key.public))
    if where is None:
        return _missing("Nomor Anda sah, tetapi datanya belum sampai dari anjungan.")
    rows = _offer(parts.site, where.service) or [("Layanan", where.service)]
    return _code_page("Nomor antrean Anda", where.label, rows, _status(parts.site, where))


@get("/r/{code:str}")
async def receipt(code: FromPath[str], parts: HandedParts) -> Response[str]:
    """What was handed in, and when it is promised for."""
    found = recognise(f"https://-/r/{code}".encode())
    if not isinstance(found, ReceiptCode):
        return _missing("Kode ini bukan kode tanda terima kami.")
    judgement, key = await _judged(parts, found, b"r", Signer.KIOSK)
    if judgement is Judgement.REVOKED:
        return _missing(_REVOKED)
    if key is None:
        return _missing("Kode ini bukan kode tanda terima kami.")
    listed = await parts.store.read(receipts.listed)
    held = next((one for one in listed if ticket_reference(one.id.bytes) == found.payload), None)
    if held is None:
        return _missing("Tanda terima ini sudah tidak disimpan. Silakan temui petugas.")
    rows = [
        *_offer(parts.site, held.taken.service),
        ("Nomor antrean", held.taken.label),
        ("Diterima", f"{held.received.astimezone(parts.site.catalogue.zone):%d-%m-%Y %H.%M}"),
        ("Berkas", ", ".join(held.documents)),
    ]
    status = f"Dijanjikan selesai {held.promised:%d-%m-%Y}."
    return _code_page("Tanda terima berkas", held.spoken_code, rows, status)


@get("/b/{code:str}")
async def booking(code: FromPath[str], parts: HandedParts) -> Response[str]:
    """What was booked and when; whose it is stays out."""
    found = recognise(f"https://-/b/{code}".encode())
    if not isinstance(found, BookingCode):
        return _missing("Kode ini bukan kode daftar kami.")
    judgement, key = await _judged(parts, found, b"b", Signer.CENTRAL)
    if judgement is Judgement.REVOKED:
        return _missing(_REVOKED)
    if key is None:
        return _missing("Kode ini bukan kode daftar kami.")
    held = await parts.store.read(lambda c: bookings.with_reference(c, found.payload))
    if held is None:
        return _missing("Daftar ini sudah tidak disimpan.")
    starts = held.booking.starts.astimezone(parts.site.catalogue.zone)
    rows = [*_offer(parts.site, held.booking.service), ("Tanggal", f"{starts:%d-%m-%Y}")]
    if held.booking.place:
        rows.append(("Di", held.booking.place))
    status = (
        f"Sudah lapor datang. Nomor antrean Anda {held.label}."
        if held.label
        else "Tunjukkan kode ini di anjungan untuk lapor datang."
    )
    return _code_page("Daftar online Anda", f"{starts:%H.%M}", rows, status)


async def _judged(
    parts: Parts, code: OwnCode, kind: bytes, signer: Signer
) -> tuple[Judgement, Key | None]:
    """What a code is worth, by the same judgement as at kiosks."""
    ring = await parts.store.read(keyring)
    return judge(code, kind, signer, ring, verifies)


def _offer(site: Site, service_id: str) -> list[tuple[str, str]]:
    """A service, whose it is and where; nothing of one that left the catalogue."""
    service = site.service(service_id)
    if service is None:
        return []
    agency = site.catalogue.agency_of(service)
    return [
        ("Layanan", service.name),
        ("Instansi", agency.name),
        ("Tempat", f"Lantai {agency.floor}, Loket {agency.counters}"),
    ]


def _code_page(
    heading: str, number: str, rows: Iterable[tuple[str, str]], status: str
) -> Response[str]:
    """The page a QR on paper leads to."""
    listed = "\n".join(
        f"    <dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows
    )
    words = {"heading": heading, "number": number, "status": status}
    return _page("code.html", words, rows=listed)


def _status(site: Site, where: Standing) -> str:
    if where.day != site.local().date():
        return f"Nomor ini sudah dicatat untuk {where.day:%d-%m-%Y}."
    if where.ahead == 0:
        return "Sudah dicatat. Belum ada nomor lain di depan Anda."
    return f"Sudah dicatat. {where.ahead} nomor diambil lebih dulu di antrean ini."


def _missing(reason: str) -> Response[str]:
    return _page("missing.html", {"reason": reason}, status=404)


PAGES = (board, alerts, events, ticket, receipt, booking)
