"""Turns a refusal, or anything that went wrong, into a problem document (RFC 9457)."""

import re
from dataclasses import dataclass
from typing import TypeVar

from litestar import Request, Response
from litestar.datastructures import State
from litestar.exceptions import (
    HTTPException,
    MethodNotAllowedException,
    NotFoundException,
    ValidationException,
)
from litestar.openapi.datastructures import ResponseSpec
from litestar.status_codes import HTTP_413_REQUEST_ENTITY_TOO_LARGE
from litestar.types import ExceptionHandlersMap
from msgspec import UNSET

from central.api.wire import Problem
from central.log import log
from central.refusal import Code, Refusal
from central.store.writer import StoreError
from kiosk.domain.trace import trace_of

T = TypeVar("T")
AnyRequest = Request[object, object, State]
MEDIA_TYPE = "application/problem+json"
_PLACE = re.compile(r"(?s)(?P<what>.*) - at `\$\.?(?P<field>.*)`")
_MISSING = re.compile(r"Object missing required field `(?P<field>\w+)`")
_OWN_WORDS = re.compile(r"(?P<field>\w+): (?P<what>expected .*)")
_RETRY_MS = 1000


@dataclass(frozen=True, slots=True)
class _Kind:
    status: int
    title: str
    retryable: bool = False
    retry_after_ms: int | None = None


_KINDS = {
    Code.VALIDATION: _Kind(422, "The request is not valid"),
    Code.NOT_FOUND: _Kind(404, "Nothing is here"),
    Code.WRONG_METHOD: _Kind(405, "This address does not take this method"),
    Code.TOO_LARGE: _Kind(413, "The request is too large"),
    Code.UNSUPPORTED: _Kind(415, "This encoding is not understood"),
    Code.SIGNATURE_INVALID: _Kind(401, "The request is not signed as it should be"),
    Code.CLOCK_SKEW: _Kind(401, "The request was not signed at this time", retryable=True),
    Code.REPLAYED: _Kind(401, "This request was taken before"),
    Code.DEVICE_UNKNOWN: _Kind(401, "This device is not enrolled"),
    Code.DEVICE_PENDING: _Kind(403, "This device is not confirmed yet", retryable=True),
    Code.DEVICE_REVOKED: _Kind(401, "This device was revoked"),
    Code.TOKEN_INVALID: _Kind(403, "This token lets nobody in"),
    Code.ENROLMENT_REFUSED: _Kind(403, "This device was not confirmed"),
    Code.UNKNOWN_INSTALLATION: _Kind(409, "This kiosk is not known", retryable=True),
    Code.KEY_MISMATCH: _Kind(409, "The key is not this installation's"),
    Code.KEY_REVOKED: _Kind(409, "The key was taken back"),
    Code.LINEAGE_FENCED: _Kind(409, "This kiosk's ledger is older than what is known of it"),
    Code.NO_SLOT: _Kind(409, "No slot is free"),
    Code.UNKNOWN_SERVICE: _Kind(422, "The service is not in the catalogue"),
    Code.SERVICE_CLOSED: _Kind(409, "The service is closed now"),
    Code.QUOTA_FULL: _Kind(409, "The service's quota is used up"),
    Code.QUEUE_FULL: _Kind(409, "The queue has no numbers left"),
    Code.BOOKING_USED: _Kind(409, "Another ticket used this booking"),
    Code.BOOKING_UNKNOWN: _Kind(404, "The booking is not known"),
    Code.ALREADY_ISSUED: _Kind(409, "The ticket was printed with another label"),
    Code.IDEMPOTENCY_MISMATCH: _Kind(422, "This id was used for another ticket"),
    Code.CHAIN_BROKEN: _Kind(409, "The chain of facts is broken", retryable=True),
    Code.CHAIN_FORKED: _Kind(409, "This ledger is not the one that is known"),
    Code.CURSOR_RESET: _Kind(410, "This cursor leads nowhere any more"),
    Code.IDENTITY_UNAVAILABLE: _Kind(503, "Identities cannot be verified here"),
    Code.STORE_UNAVAILABLE: _Kind(503, "The server cannot write now", True, _RETRY_MS),
    Code.INTERNAL: _Kind(500, "The server made a mistake", True, _RETRY_MS),
}


RESPONSES = {
    status: ResponseSpec(Problem, False, description, media_type=MEDIA_TYPE)
    for status, description in (
        (400, "The request does not read as it should; the problem names the field"),
        (401, "Not signed as it should be, or by a device that may not speak here"),
        (403, "Not confirmed yet, or not let in"),
        (409, "Refused, and why"),
        (413, "Too large"),
        (422, "Understood, and not possible"),
        (503, "Not now"),
    )
}
"""For the API's description: how any call that brings a body can be refused."""


class Refused(Exception):
    """Ends a request with a refusal."""

    def __init__(self, refusal: Refusal, status: int | None = None) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal
        self.status = status


def granted(outcome: T | Refusal) -> T:
    """The outcome, unless it is a refusal: that ends the request."""
    if isinstance(outcome, Refusal):
        raise Refused(outcome)
    return outcome


def unreadable(error: Exception) -> Refused:
    """The refusal of a body that does not read as it should; it names the field."""
    return Refused(_complaint(str(error)), status=400)


def _complaint(text: str) -> Refusal:
    if missing := _MISSING.match(text):
        return Refusal(Code.VALIDATION, f"{missing['field']}: required", missing["field"])
    if not (found := _PLACE.fullmatch(text)):
        if own := _OWN_WORDS.fullmatch(text):
            return Refusal(Code.VALIDATION, text, own["field"])
        what = text if text.startswith("Expected") else "expected JSON"
        return Refusal(Code.VALIDATION, f"body: {what}", "body")
    if own := _OWN_WORDS.fullmatch(found["what"]):
        return Refusal(Code.VALIDATION, found["what"], own["field"])
    field = found["field"] or "body"
    return Refusal(Code.VALIDATION, f"{field}: {found['what']}", field)


def document(refusal: Refusal, status: int | None = None) -> Problem:
    """The problem document of a refusal."""
    kind = _KINDS[refusal.code]
    return Problem(
        type=f"urn:anjungan:problem:{refusal.code}",
        title=kind.title,
        status=status or kind.status,
        detail=refusal.detail,
        retryable=kind.retryable,
        retry_after_ms=UNSET if kind.retry_after_ms is None else kind.retry_after_ms,
        field=UNSET if refusal.field is None else refusal.field,
        resend_from=UNSET if refusal.resend_from is None else refusal.resend_from,
        now=UNSET if refusal.now is None else refusal.now,
    )


def _answer(refusal: Refusal, status: int | None = None) -> Response[Problem]:
    problem = document(refusal, status)
    return Response(problem, status_code=problem.status, media_type=MEDIA_TYPE)


def on_refused(_: AnyRequest, error: Refused) -> Response[Problem]:
    """We said no."""
    return _answer(error.refusal, error.status)


def on_store_error(_: AnyRequest, error: StoreError) -> Response[Problem]:
    """The disk said no."""
    log("store_unavailable", detail=str(error))
    return _answer(Refusal(Code.STORE_UNAVAILABLE, "the database cannot be used"))


def on_http(request: AnyRequest, error: HTTPException) -> Response[Problem]:
    """The framework said no."""
    return _answer(_framework_refusal(request, error), error.status_code)


def _framework_refusal(request: AnyRequest, error: HTTPException) -> Refusal:
    match error:
        case NotFoundException():
            return Refusal(Code.NOT_FOUND, request.url.path)
        case MethodNotAllowedException():
            return Refusal(Code.WRONG_METHOD, f"{request.method} {request.url.path}")
        case ValidationException():
            return Refusal(Code.VALIDATION, "body: required", "body")
        case _ if error.status_code == HTTP_413_REQUEST_ENTITY_TOO_LARGE:
            return Refusal(Code.TOO_LARGE, "the body is larger than this address takes")
        case _ if error.status_code < 500:
            return Refusal(Code.VALIDATION, error.detail)
        case _:
            return Refusal(Code.INTERNAL, "see the server's log")


def on_bug(request: AnyRequest, error: Exception) -> Response[Problem]:
    """We made a mistake: it is logged, and the caller told to come again."""
    log("request_failed", path=request.url.path, trace=trace_of(error))
    return _answer(Refusal(Code.INTERNAL, "see the server's log"))


HANDLERS: ExceptionHandlersMap = {
    Refused: on_refused,
    StoreError: on_store_error,
    HTTPException: on_http,
    Exception: on_bug,
}
