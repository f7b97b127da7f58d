"""The verifier gateway: asked once, by the contract, and believed only for what it was asked."""

import asyncio
import base64
import json
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from central.app import build_app
from central.gateway import (
    REMEMBERED,
    GatewayFailed,
    GatewaySettings,
    HttpGateway,
    Question,
    UsedCodes,
    read_gateway,
)
from central.identity import Outcome
from central.outward import mac
from central.settings import Settings
from tests.contract.world import (
    CATALOGUE,
    INSTALLATION,
    NOW,
    StandingClock,
    World,
    example,
    running,
)
from tests.loopback import Answer, Heard, raw_reply, served
from tests.samples import ROOT
from tests.signing import SignedAs, let_in

# Any below: the contract is JSON, whose types are any of JSON's.

SECRET = "a-secret-of-the-tests"
VISIT, DEVICE = "019fd4eb-3460-726e-95d5-fbb22a032ea5", INSTALLATION
PAYLOAD = bytes(range(256))
CONTRACT = example("gateway")


@asynccontextmanager
async def gateway_of(answer: Answer, *, demo: bool = False) -> AsyncIterator[HttpGateway]:
    """Our side, and a gateway that answers so."""
    async with served(answer) as url:
        gateway = HttpGateway(GatewaySettings(url, SECRET), demo=demo)
        await gateway.open()
        try:
            yield gateway
        finally:
            await gateway.close()


def question(payload: bytes = PAYLOAD) -> Question:
    """What is asked."""
    return Question(payload, UUID(VISIT), UUID(DEVICE))


def answer_of(**changes: object) -> dict[str, Any]:
    """The contract's answer, changed."""
    return {**CONTRACT["answers"]["verified"], **changes}


def answering(document: object, status: int = 200) -> Answer:
    """A gateway that says this to everybody."""

    async def answer(_: Heard) -> bytes:
        return raw_reply(status, json.dumps(document).encode(), {})

    return answer


async def test_the_gateway_is_asked_as_the_contract_says() -> None:
    heard: list[Heard] = []

    async def answer(request: Heard) -> bytes:
        heard.append(request)
        return raw_reply(200, json.dumps(answer_of()).encode(), {})

    async with gateway_of(answer) as gateway:
        judged = await gateway.judge(question(base64.b64decode(CONTRACT["ask"]["payload"])), NOW)

    assert (judged.outcome, judged.given_name, judged.masked_name) == (
        *(Outcome.VERIFIED, "Siti", "S*** R******"),
    )
    assert "Siti" not in repr(judged)
    (asked,) = heard
    assert asked.json() == CONTRACT["ask"]
    sent_at = str(int(NOW.timestamp()))
    assert asked.headers["anjungan-time"] == sent_at
    assert asked.headers["anjungan-mac"] == mac(SECRET, sent_at, asked.body)
    assert SECRET not in str(asked.headers)


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.VERIFIED])
async def test_every_other_outcome_brings_no_name(outcome: Outcome) -> None:
    async with gateway_of(answering(answer_of(outcome=outcome.value))) as gateway:
        judged = await gateway.judge(question(), NOW)

    assert (judged.outcome, judged.given_name, judged.masked_name) == (outcome, "", "")


@pytest.mark.parametrize(
    ("document", "status", "reason"),
    [
        (answer_of(visit=DEVICE), 200, "another visit's"),
        (answer_of(device=VISIT), 200, "another visit's"),
        (answer_of(given_name=" "), 200, "no name"),
        (answer_of(outcome="splendid"), 200, "none of gateway/1"),
        (answer_of(schema="gateway/2"), 200, "none of gateway/1"),
        (answer_of(given_name="S" * 121), 200, "none of gateway/1"),
        (answer_of(sandbox=True), 200, "a sandbox answered"),
        ("<html>", 200, "none of gateway/1"),
        (answer_of(), 401, "status 401"),
        (answer_of(), 302, "status 302"),
        (answer_of(), 500, "status 500"),
        (answer_of(filler="x" * 20_000), 200, "too long"),
    ],
)
async def test_an_answer_that_is_not_as_agreed_does_not_count(
    document: object, status: int, reason: str
) -> None:
    async with gateway_of(answering(document, status)) as gateway:
        with pytest.raises(GatewayFailed, match=reason) as failed:
            await gateway.judge(question(), NOW)

    assert "Siti" not in str(failed.value)


async def test_a_gateway_that_is_not_there_is_told_once_and_its_return_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    gateway = HttpGateway(GatewaySettings("http://127.0.0.1:9/", SECRET), demo=False)
    await gateway.open()
    for number in range(3):
        with pytest.raises(GatewayFailed, match="ConnectError"):
            await gateway.judge(question(bytes([number])), NOW)
    await gateway.close()

    assert capsys.readouterr().err.count("gateway_lost") == 1


async def test_silence_ends_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("central.gateway.DEADLINE_SECONDS", 0.05)
    asked = asyncio.Event()

    async def answer(_: Heard) -> bytes:
        asked.set()
        return b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"

    async with gateway_of(answer) as gateway:
        with pytest.raises(GatewayFailed):
            await gateway.judge(question(), NOW)

    assert asked.is_set()


# --- single use -------------------------------------------------------------------------------


async def test_a_code_is_sent_once_whatever_came_of_it() -> None:
    heard: list[Heard] = []

    async def answer(request: Heard) -> bytes:
        heard.append(request)
        return raw_reply(500, b"", {})

    async with gateway_of(answer) as gateway:
        with pytest.raises(GatewayFailed):
            await gateway.judge(question(), NOW)
        again = await gateway.judge(question(), NOW + timedelta(seconds=1))

    assert again.outcome is Outcome.USED
    assert len(heard) == 1


def test_a_used_code_is_forgotten_after_ten_minutes() -> None:
    used = UsedCodes()

    found = [
        used.use(PAYLOAD, NOW + moment) for moment in (timedelta(), REMEMBERED / 2, REMEMBERED)
    ]

    assert found == [True, False, True]


def test_the_page_about_gateways_shows_the_contract() -> None:
    page = (ROOT / "docs/how-to/attach-a-verifier-gateway.md").read_text("utf-8")
    shown = [json.loads(block) for block in re.findall(r"```\n(\{.*?\n\})\n```", page, re.DOTALL)]

    assert shown == [CONTRACT["ask"], CONTRACT["answers"]["verified"]]
    assert all(f"| `{outcome}` |" in page for outcome in Outcome)


# --- settings ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "secret", "complaint"),
    [
        ("http://gateway.example.go.id/", SECRET, "https"),
        ("ftp://127.0.0.1/", SECRET, "https"),
        ("https://gateway.example.go.id/", "short", "signs"),
        ("https://gateway.example.go.id/", "two words of a secret", "one word"),
    ],
)
def test_a_gateway_that_cannot_be_trusted_is_refused(
    tmp_path: Path, url: str, secret: str, complaint: str
) -> None:
    file = tmp_path / "secret"
    file.write_text(secret, "ascii")

    with pytest.raises(ValueError, match=complaint):
        read_gateway(url, file, None)


def test_certificates_that_cannot_be_used_are_told_before_the_server_begins(tmp_path: Path) -> None:
    file, nonsense = tmp_path / "secret", tmp_path / "ca.pem"
    file.write_text(SECRET, "ascii")
    nonsense.write_text("no certificate", "ascii")

    with pytest.raises(ValueError, match=r"ca.pem: certificates \(PEM\) expected"):
        read_gateway("https://gateway.example.go.id/", file, nonsense)
    with pytest.raises(ValueError, match=r"none.pem: No such file"):
        read_gateway("https://gateway.example.go.id/", file, tmp_path / "none.pem")


def test_the_secret_is_in_no_repr(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(SECRET + "\n", "ascii")

    settings = read_gateway("https://gateway.example.go.id/v1", file, None)

    assert settings.secret == SECRET
    assert SECRET not in repr(settings)


# --- central and the sandbox's gateway, each a program ----------------------------------------


@contextmanager
def sandbox_gateway(folder: Path) -> Iterator[str]:
    """The shipped gateway as a process on the examples' clock; its address."""
    secret = folder / "secret"
    secret.write_text(SECRET, "ascii")
    offset = "--clock-offset=" + str((NOW - datetime.now(UTC)).total_seconds())
    process = subprocess.Popen(
        [sys.executable, "-m", "central", "sandbox-gateway", "--secret", str(secret), offset],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdout is not None
    with process.stdout:
        try:
            yield json.loads(process.stdout.readline())["url"]
        finally:
            process.terminate()
            assert process.wait(10) == 0


@asynccontextmanager
async def central_with(folder: Path, url: str, profile: str) -> AsyncIterator[World]:
    """A real server that asks a gateway."""
    clock = StandingClock()
    let_in(folder, clock.now())
    settings = Settings(folder, clock, CATALOGUE, profile, gateway=GatewaySettings(url, SECRET))
    app = build_app(settings)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)  # type: ignore[arg-type]
    async with (
        running(app),
        httpx.AsyncClient(
            transport=transport, base_url="https://central.test", auth=SignedAs(clock.now)
        ) as client,
    ):
        world = World(client, clock, folder)
        await world.meet()
        yield world


async def test_central_and_a_gateway_that_runs_judge_a_code(tmp_path: Path) -> None:
    ask = example("identity_verified")["request"]
    with sandbox_gateway(tmp_path) as url:
        async with central_with(tmp_path / "demo", url, "demo") as world:
            first = (await world.send(ask)).json()
            again = (await world.send(ask)).json()
            other = base64.b64encode(b"something else").decode()
            strange = await world.post("/identity/verify", {**ask["body"], "payload": other})
        async with central_with(tmp_path / "site", url, "site") as world:
            refused = await world.send(ask)
        body = json.dumps(CONTRACT["ask"]).encode()
        long_ago = str(int(NOW.timestamp()) - 600)
        old = {"Anjungan-Time": long_ago, "Anjungan-Mac": mac(SECRET, long_ago, body)}
        with httpx.Client() as client:
            stranger = client.post(url, content=body, headers=old)

    assert first == {"outcome": "verified", "given_name": "Siti", "masked_name": "S*** R******"}
    assert again == {"outcome": "used"}
    assert strange.json() == {"outcome": "not-ikd"}
    assert (refused.status_code, refused.json()["type"]) == (
        *(503, "urn:anjungan:problem:identity-unavailable"),
    )
    assert stranger.status_code == 401


async def test_nothing_of_a_code_is_left_at_central(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = example("identity_verified")["request"]
    async with (
        served(answering(answer_of(visit=ask["body"]["visit"]), 500)) as url,
        central_with(tmp_path, url, "site") as world,
    ):
        reply = await world.send(ask)

    assert reply.status_code == 503
    payload = base64.b64decode(ask["body"]["payload"])
    written = capsys.readouterr().err.encode() + reply.content
    written += b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for trace in (payload, ask["body"]["payload"].encode(), b"Siti"):
        assert trace not in written
