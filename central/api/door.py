"""The door every request passes: strict bodies, gzip, limits, and the headers of every reply."""

import re
import zlib
from uuid import uuid4

from litestar import Request
from litestar.datastructures import State
from litestar.types import BeforeMessageSendHookHandler, Message, Scope

from central.api import wire
from central.api.problems import Refused, unreadable
from central.refusal import Code, Refusal
from central.store.sqlite import SqliteStore

BODY_MOST = 1024 * 1024
_REQUEST_ID = re.compile(rb"[!-~]{1,100}")
_GZIP = 16 + zlib.MAX_WBITS


class StrictRequest(Request[object, object, State]):
    """Reads gzip, and JSON exactly as its handler's `data` type says."""

    _unpacked: bytes | None = None

    async def body(self) -> bytes:
        """The body, unpacked where it came packed; never larger than the handler takes."""
        if self._unpacked is None:
            self._unpacked = self._unpack(await self.packed_body())
        return self._unpacked

    async def packed_body(self) -> bytes:
        """The body as it travelled."""
        return await super().body()

    async def json(self) -> object:
        """The body as the type the handler asks for."""
        kind = self.route_handler.parsed_fn_signature.parameters["data"].annotation
        try:
            return wire.read(await self.body(), kind)
        except (ValueError, RecursionError) as error:
            raise unreadable(error) from error

    def _unpack(self, raw: bytes) -> bytes:
        match self.headers.get("content-encoding", "identity").lower():
            case "identity":
                return raw
            case "gzip":
                return inflate(raw, self.route_handler.resolve_request_max_body_size() or BODY_MOST)
            case other:
                raise Refused(Refusal(Code.UNSUPPORTED, f"expected gzip, not {other[:20]!r}"))


def inflate(raw: bytes, most: int) -> bytes:
    """Unpack gzip, and stop at `most` bytes. Raises Refused."""
    stream = zlib.decompressobj(_GZIP)
    try:
        text = stream.decompress(raw, most + 1)
    except zlib.error as error:
        raise Refused(Refusal(Code.VALIDATION, "body: expected gzip", "body"), 400) from error
    if len(text) > most:
        raise Refused(Refusal(Code.TOO_LARGE, f"the body unpacks to more than {most} bytes"))
    if not stream.eof:
        raise Refused(Refusal(Code.VALIDATION, "body: gzip that ends early", "body"), 400)
    return text


def stamp(store: SqliteStore) -> BeforeMessageSendHookHandler:
    """The hook that puts our headers on every reply; without them a kiosk takes it for no reply."""

    async def stamped(message: Message, scope: Scope) -> None:
        if message["type"] == "http.response.start":
            server = f"1; epoch={store.epoch}; gen={store.generation}".encode()
            ours = [(b"anjungan-server", server), (b"x-request-id", _request_id(scope))]
            message["headers"] = [*message["headers"], *ours]

    return stamped


def _request_id(scope: Scope) -> bytes:
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _REQUEST_ID.fullmatch(value):
            return bytes(value)
    return str(uuid4()).encode()
