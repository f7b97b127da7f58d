"""Pages for people, in Indonesian: the board of the day, and where one ticket stands.

A page brings all it needs along; its Content-Security-Policy allows exactly the style and script
that are in it. No page holds personal data.
"""

import base64
import hashlib
from collections.abc import Mapping
from html import escape
from importlib.resources import files
from string import Template

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from litestar import Response, get
from litestar.params import FromPath
from litestar.response import Stream

from central.parts import HandedParts
from central.settings import RESOURCES
from central.site import Site
from central.store.board import Signer, Standing, signers, standing
from kiosk.domain.codes import TicketCode, recognise


def _text(name: str) -> str:
    return (files("central.web") / name).read_text("utf-8")


_STYLE = _text("style.css")
_SCRIPT = _text("board.js")
_TEMPLATES = {name: Template(_text(name)) for name in ("board.html", "ticket.html", "missing.html")}
_MARK = (RESOURCES / "motif" / "mark.svg").read_text("utf-8")


def _allowed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src {_allowed(_STYLE)}",
        f"script-src {_allowed(_SCRIPT)}",
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


def _page(name: str, words: Mapping[str, str], *, status: int = 200) -> Response[str]:
    """Fill a template; every word is escaped on its way in."""
    safe = {key: escape(word) for key, word in words.items()}
    text = _TEMPLATES[name].substitute(safe, style=_STYLE, script=_SCRIPT, mark=_MARK)
    return Response(text, status_code=status, media_type="text/html", headers=_HEADERS)


@get("/")
async def board() -> Response[str]:
    """Today's tickets as they arrive, calls for staff, and how kiosks are."""
    return _page("board.html", {})


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
    known = await parts.store.read(lambda c: signers(c, found.key_id))
    signer = next((signer for signer in known if _signed(found, signer)), None)
    if signer is None:
        return _missing("Kode ini bukan kode nomor antrean kami.")
    where = await parts.store.read(lambda c: standing(c, found.payload, signer.installation))
    if where is None:
        return _missing("Nomor Anda sah, tetapi datanya belum sampai dari anjungan.")
    return _page("ticket.html", _words(parts.site, where))


def _signed(code: TicketCode, signer: Signer) -> bool:
    key = Ed25519PublicKey.from_public_bytes(signer.public_key)
    try:
        key.verify(code.signature, code.signed(b"t"))
    except InvalidSignature:
        return False
    return True


def _words(site: Site, where: Standing) -> dict[str, str]:
    service = site.service(where.service)
    agency = None if service is None else site.catalogue.agency_of(service)
    return {
        "label": where.label,
        "service": where.service if service is None else service.name,
        "agency": where.queue if agency is None else agency.name,
        "place": "" if agency is None else f"Lantai {agency.floor}, Loket {agency.counters}",
        "status": _status(site, where),
    }


def _status(site: Site, where: Standing) -> str:
    if where.day != site.local().date():
        return f"Nomor ini sudah dicatat untuk {where.day:%d-%m-%Y}."
    if where.ahead == 0:
        return "Sudah dicatat. Belum ada nomor lain di depan Anda."
    return f"Sudah dicatat. {where.ahead} nomor diambil lebih dulu di antrean ini."


def _missing(reason: str) -> Response[str]:
    return _page("missing.html", {"reason": reason}, status=404)


PAGES = (board, events, ticket)
