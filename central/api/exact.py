"""Answers in exact bytes, which a caller that has them is not sent again."""

from litestar import Request, Response
from litestar.datastructures import State


def exact(request: Request[object, object, State], raw: bytes, digest: str) -> Response[bytes]:
    """JSON in these bytes, whose SHA-256 is `digest`; 304 where the caller names them."""
    etag = f'"{digest}"'
    asked = request.headers.get("if-none-match", "")
    if etag in (tag.strip() for tag in asked.split(",")):
        return Response(b"", status_code=304, headers={"ETag": etag})
    return Response(raw, headers={"ETag": etag}, media_type="application/json")
