"""Whatever is sent, the server answers in its own words and never breaks."""

import copy
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contract.world import (
    Chain,
    asked,
    booking,
    central,
    example,
    exchanges,
    issued,
    survey,
)

POSTS = sorted({example(stem)["request"]["path"] for stem in exchanges()} - {"/api/v1/nothing"})
BODIES = [
    found["body"]
    for stem in exchanges()
    if isinstance((found := example(stem)["request"]).get("body"), dict)
]
ODD: list[object] = [
    None,
    True,
    -1,
    2**63,
    1e308,
    "",
    "\x00",
    "\ud800",
    [],
    {},
    [[]],
    "K",
    "9" * 400,
    "+00:00",
]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def places(document: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place of a JSON document that can be changed."""
    inside: list[tuple[str | int, ...]] = []
    items = document.items() if isinstance(document, dict) else ()
    if isinstance(document, list):
        items = enumerate(document)  # type: ignore[assignment]
    for key, part in items:
        inside += [(*path, key), *places(part, (*path, key))]
    return inside


def changed(document: Any, path: tuple[str | int, ...], value: object) -> Any:
    """A copy of the document with one place changed."""
    made = copy.deepcopy(document)
    part = made
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    return made


@st.composite
def nearly_right(draw: st.DrawFn) -> bytes:
    """A good body with one to three places made wrong."""
    body = draw(st.sampled_from(BODIES))
    for _ in range(draw(st.integers(1, 3))):
        spots = places(body)
        if spots:
            value = draw(st.sampled_from(ODD) | json_values)
            body = changed(body, draw(st.sampled_from(spots)), value)
    return json.dumps(body).encode()


@st.composite
def odd_facts(draw: st.DrawFn) -> bytes:
    """A sound chain whose facts say odd things."""
    at = {"at": "2026-08-06T09:34:12+07:00"}
    kinds: list[tuple[str, dict[str, object]]] = [
        ("ticket.issued", issued()),
        ("ticket.issued", issued(2, booking=str(booking().id))),
        ("survey.answered", survey()),
        ("staff.called", {**at, "kiosk": "A-03", "screen": "S00", "reason": "help"}),
        ("staff.acted", {**at, "kiosk": "A-03", "act": "closed"}),
        ("print.ended", {**at, "ticket": asked()["id"], "outcome": "printed"}),
        ("ticket.reprinted", {**at, "id": asked()["id"]}),
        ("visit.ended", {**at, "visit": asked()["visit"], "outcome": "done"}),
    ]
    facts: list[tuple[str, object]] = []
    for _ in range(draw(st.integers(1, 4))):
        kind, body = draw(st.sampled_from(kinds))
        spot = draw(st.sampled_from(places(body)))
        value = draw(st.sampled_from(ODD[:7] + ODD[8:]) | json_values)
        facts.append((kind, json.dumps(changed(body, spot, value))))
    return json.dumps(Chain().batch(*facts)).encode()


fuzz = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
bodies = st.lists(nearly_right() | odd_facts() | st.binary(max_size=200), min_size=1, max_size=12)


@fuzz
@given(bodies, st.sampled_from(["", "gzip", "identity", "br"]), st.sampled_from(["", "text/plain"]))
async def test_no_body_makes_the_server_fail(
    tmp_path_factory: Any, sent: list[bytes], encoding: str, media: str
) -> None:
    headers = {"Content-Encoding": encoding} if encoding else {}
    headers |= {"Content-Type": media} if media else {}
    folder: Path = tmp_path_factory.mktemp("central")
    async with central(folder) as world:
        await world.meet()
        world.book(booking())
        for body in sent:
            for path in POSTS:
                reply = await world.client.post(path, content=body, headers=headers)
                assert reply.status_code < 500, (path, body, reply.text)
                assert "anjungan-server" in reply.headers


@fuzz
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=120), min_size=1, max_size=20))
async def test_no_address_makes_the_server_fail(tmp_path_factory: Any, texts: list[str]) -> None:
    async with central(tmp_path_factory.mktemp("central")) as world:
        for text in texts:
            for start in ("/t/", "/api/v1/", "/"):
                reply = await world.client.get(start + quote(text, safe=""))
                assert reply.status_code < 500, text
                assert "anjungan-server" in reply.headers


texts = st.text(st.characters(codec="ascii"), max_size=80)


@fuzz
@given(st.lists(texts | texts.map(lambda text: f'"{text}"'), min_size=1, max_size=10))
async def test_no_etag_makes_the_server_fail(tmp_path_factory: Any, etags: list[str]) -> None:
    async with central(tmp_path_factory.mktemp("central")) as world:
        world.book(booking())
        for etag in etags:
            for path in ("bookings", "catalogue"):
                headers = [(b"If-None-Match", etag.encode())]
                reply = await world.client.get(f"/api/v1/{path}", headers=headers)
                assert reply.status_code == 200, etag
                assert len(reply.content) > 100
