"""Enrolment from both sides: the code, the door, who may speak afterwards, and the commands of staff."""

import base64
import json
import re
import socket
from collections.abc import Callable
from contextlib import closing
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kiosk.enrol
from central.cli import main
from central.clock import SystemClock
from central.serve import keep_address
from central.store import devices
from central.store.writer import StoreError
from central.tls import ADDRESS, SERVER_CERTIFICATE, Certificates
from kiosk import ed25519
from kiosk.domain.enrolling import (
    CA_KEY_BYTES,
    EnrolCode,
    base32,
    comparison_code,
    from_base32,
    read_code,
)
from kiosk.domain.signing import key_id_of
from tests.contract.world import INSTALLATION, World, asked, example
from tests.signing import OTHER_SEED, SEED, THIRD_SEED, SignedAs, signer_of

PUBLIC = ed25519.public_of(THIRD_SEED)
LATER = timedelta(minutes=31)


# --- the code ---------------------------------------------------------------------------------

hosts = st.from_regex(r"[a-z0-9]([a-z0-9.-]{0,40}[a-z0-9])?:[1-9][0-9]{0,3}", fullmatch=True)


@given(
    address=st.one_of(hosts, st.just("[fe80::1]:8443")),
    ca_key=st.binary(min_size=33, max_size=33),
    token=st.binary(min_size=16, max_size=16),
)
def test_a_code_that_was_printed_is_read_again(address: str, ca_key: bytes, token: bytes) -> None:
    code = EnrolCode(address, ca_key, token)

    assert read_code(code.text()) == code
    assert read_code(f" {code.text().lower()}\n") == code


POINT = bytes.fromhex("036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296")
"""A key of an authority that anybody can compute: the base point of P-256."""
CODE = EnrolCode("central.test:1", POINT, bytes(range(16)))


@pytest.mark.parametrize(
    "text",
    [
        *("", "ANJUNGAN1", "https://central.test:1/x/y", CODE.text() + "/A", CODE.text()[:-1]),
        CODE.text().replace("ANJUNGAN1", "ANJUNGAN2"),
        CODE.text().replace(":1/", ":99999/"),
        CODE.text().replace("CENTRAL.TEST:1", "CENTRAL.TEST"),
        CODE.text().replace("CENTRAL.TEST", "A@B"),
        *("ANJUNGAN1/a:1/é/ü", "ANJUNGAN1/a:1//", CODE.text().replace("A", "1", 9)),
    ],
)
def test_any_other_text_is_no_code(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected|length"):
        read_code(text)


def test_base32_is_read_in_one_spelling_only() -> None:
    assert from_base32(base32(b"\x01" * 16)) == b"\x01" * 16
    with pytest.raises(ValueError, match="expected letters"):
        from_base32(base32(b"\x01" * 16)[:-1] + "F")  # its last bits are not zero


@pytest.mark.parametrize(
    "changed",
    [
        (replace(CODE, token=bytes(16)), PUBLIC, b"s" * 16),
        (replace(CODE, ca_key=bytes(33)), PUBLIC, b"s" * 16),
        (CODE, ed25519.public_of(SEED), b"s" * 16),
        (CODE, PUBLIC, b"t" * 16),
    ],
)
def test_the_digits_differ_where_anything_differs(changed: tuple[EnrolCode, bytes, bytes]) -> None:
    ours = comparison_code(CODE, PUBLIC, b"s" * 16)

    assert re.fullmatch(r"\d{3} \d{3}", ours)
    assert comparison_code(*changed) != ours


# --- the door ---------------------------------------------------------------------------------


def printed(world: World, life: timedelta = timedelta(minutes=30)) -> EnrolCode:
    """A code as `central enrol` makes it."""
    with closing(devices.connect(world.folder)) as connection:
        ca_key = bytes(CA_KEY_BYTES)
        return devices.make_token(connection, "central.test:1", ca_key, world.clock.now(), life)


def decided(world: World, code: str, state: str = devices.ENROLLED) -> devices.Device | None:
    """Staff have compared."""
    with closing(devices.connect(world.folder)) as connection:
        return devices.decide(connection, code, state, world.clock.now())


async def shown(world: World, code: EnrolCode, **changes: str) -> httpx.Response:
    """A kiosk with the third key shows a code."""
    asked_with = {**example("enrol_pending")["request"]["body"], "token": base32(code.token)}
    return await world.post("/enrol", asked_with | changes)


async def test_a_kiosk_is_let_in_once_the_digits_were_compared(world: World) -> None:
    code = printed(world)
    first = await shown(world, code)
    digits = comparison_code(code, PUBLIC, salt_of(first))

    waiting = await shown(world, code)
    wrong = decided(world, "000 000" if digits != "000 000" else "000 001")
    confirmed = decided(world, digits.replace(" ", ""))
    last = await shown(world, code)

    assert [one.status_code for one in (first, waiting, last)] == [202, 202, 200]
    assert waiting.json() == first.json()
    assert wrong is None
    assert confirmed is not None
    assert (confirmed.kiosk, confirmed.public_key) == ("A-04", PUBLIC)


def salt_of(reply: httpx.Response) -> bytes:
    """What both sides compute the digits with."""
    return base64.b64decode(reply.json()["salt"])


async def test_no_code_of_the_wire_tells_the_digits_or_the_token(world: World) -> None:
    code = printed(world)

    reply = await shown(world, code)

    digits = comparison_code(code, PUBLIC, salt_of(reply)).replace(" ", "")
    files = b"".join(file.read_bytes() for file in world.folder.iterdir() if file.is_file())
    assert digits not in reply.text
    assert code.token not in files
    assert base32(code.token).encode() not in files


async def test_a_kiosk_that_waits_may_not_speak_yet(world: World) -> None:
    await shown(world, printed(world))
    world.client.auth = OnlyAs(world.clock.now, THIRD_SEED)

    reply = await world.client.get("/api/v1/queues")

    assert reply.status_code == 403
    assert reply.json()["type"].endswith(":device-pending")


class OnlyAs(SignedAs):
    """Signs everything with one key."""

    def __init__(self, now: Callable[[], Any], seed: bytes) -> None:
        super().__init__(now)
        self._first = self._second = self._new = signer_of(now, seed)


async def test_a_code_s_time_ends(world: World) -> None:
    code = printed(world)
    world.clock.moment += LATER

    reply = await shown(world, code)

    assert reply.status_code == 403
    assert reply.json()["detail"] == "the token's time is over"


async def test_the_time_to_compare_ends(world: World) -> None:
    code = printed(world)
    digits = comparison_code(code, PUBLIC, salt_of(await shown(world, code)))
    world.clock.moment += LATER

    confirmed = decided(world, digits)
    reply = await shown(world, code)

    assert confirmed is None
    assert reply.json()["type"].endswith(":enrolment-refused")


async def test_who_enrols_proves_that_the_key_is_its_own(world: World) -> None:
    """A key that somebody else overheard lets nobody in."""
    code = printed(world)
    world.client.auth = OnlyAs(world.clock.now, OTHER_SEED)

    reply = await shown(world, code)

    assert reply.status_code == 401
    assert None in [row[0] for row in rows(world, "SELECT used_by FROM token")]
    assert (key_id_of(PUBLIC),) not in rows(world, "SELECT key_id FROM device")


def rows(world: World, query: str) -> list[tuple[object, ...]]:
    """Ask the devices' database itself."""
    with closing(devices.connect(world.folder)) as connection:
        return [tuple(row) for row in connection.execute(query)]


@pytest.mark.parametrize("token", ["", "A", "é", base32(bytes(15)), base32(bytes(16))])
async def test_what_is_no_token_lets_nobody_in(world: World, token: str) -> None:
    reply = await shown(world, printed(world), token=token)

    assert reply.status_code == 403
    assert reply.json()["type"].endswith(":token-invalid")


async def test_nothing_is_remembered_of_who_only_knocks(world: World) -> None:
    parts = world.client._transport.app.state.parts  # type: ignore[attr-defined]
    before = len(parts.replays)

    for _ in range(3):
        await shown(world, printed(world), token=base32(bytes(16)))

    assert len(parts.replays) == before


async def test_a_kiosk_that_enrols_again_under_another_name_is_known_by_it(world: World) -> None:
    first = printed(world)
    decided(world, comparison_code(first, PUBLIC, salt_of(await shown(world, first))))

    again = await shown(world, printed(world), kiosk="A-09")

    known = rows(world, "SELECT kiosk FROM device WHERE state = 'enrolled'")
    assert again.status_code == 200
    assert ("A-09",) in known
    assert ("A-04",) not in known


async def test_a_revoked_key_is_never_let_in_again(world: World) -> None:
    first = printed(world)
    digits = comparison_code(first, PUBLIC, salt_of(await shown(world, first)))
    decided(world, digits)
    with closing(devices.connect(world.folder)) as connection:
        devices.revoke(connection, "A-04", world.clock.now())

    again = [await shown(world, code) for code in (first, printed(world))]

    assert [one.json()["type"].rpartition(":")[2] for one in again] == ["device-revoked"] * 2


# --- who may speak ----------------------------------------------------------------------------


async def test_a_kiosk_that_is_revoked_is_heard_no_more_at_once(world: World) -> None:
    before = await world.post("/tickets", asked(1))
    with closing(devices.connect(world.folder)) as connection:
        devices.revoke(connection, key_id_of(ed25519.public_of(SEED))[:8], world.clock.now())

    after = await world.post("/tickets", asked(2))

    assert before.status_code == 201
    assert after.status_code == 401
    assert after.json()["type"].endswith(":device-revoked")


async def test_no_device_speaks_in_another_s_name(world: World) -> None:
    world.client.auth = OnlyAs(world.clock.now, OTHER_SEED)

    replies = [
        await world.post("/tickets", asked(1)),
        await world.send(example("sync_label_wins")["request"]),
        await world.send(example("device_session")["request"]),
        await world.send(example("device_health")["request"]),
    ]

    assert [one.json()["type"].rpartition(":")[2] for one in replies] == ["key-mismatch"] * 4
    assert world.rows("SELECT count(*) FROM ticket") == [(0,)]
    assert INSTALLATION in replies[0].request.content.decode()


@pytest.mark.parametrize(
    "stem",
    [
        *("device_session", "device_health", "ticket_assigned"),
        *("sync_label_wins", "weekly_match", "identity_verified"),
    ],
)
@pytest.mark.parametrize("key", [5, "no base64!", []])
async def test_a_field_that_cannot_be_read_opens_no_way_into_another_s_name(
    world: World, stem: str, key: object
) -> None:
    sent = deepcopy(example(stem)["request"])
    sent["body"]["public_key"] = key
    world.client.auth = OnlyAs(world.clock.now, OTHER_SEED)

    reply = await world.send(sent)

    assert INSTALLATION in reply.request.content.decode()
    assert (reply.status_code, reply.json()["field"]) == (400, "public_key")


async def test_a_request_that_was_overheard_counts_once(world: World) -> None:
    first = await world.post("/tickets", asked(1))
    sent = first.request
    again = httpx.Request(sent.method, sent.url, headers=sent.headers, content=sent.content)

    replayed = await world.client.send(again, auth=httpx.Auth())

    assert replayed.status_code == 401
    assert replayed.json()["type"].endswith(":replayed")


@pytest.mark.parametrize("place", ["body", "path", "host", "twice"])
async def test_a_request_that_was_altered_on_the_way_is_refused(world: World, place: str) -> None:
    sent = world.client.build_request("POST", "/api/v1/tickets", json=asked(1))
    signed = next(SignedAs(world.clock.now).auth_flow(sent))
    content, url, headers = signed.content, signed.url, httpx.Headers(signed.headers)
    match place:
        case "body":
            content = content.replace(b'"priority":false', b'"priority":true ')
        case "path":
            url = url.copy_with(path="/api/v1/sync")
        case "host":
            headers["Host"] = "elsewhere.test"
        case _:
            one = ("Signature", headers["Signature"])
            headers = httpx.Headers([*headers.multi_items(), one])
    altered = httpx.Request("POST", url, headers=headers, content=content)

    reply = await world.client.send(altered, auth=httpx.Auth())

    assert altered.content != signed.content or place != "body"
    assert reply.status_code == 401
    assert reply.json()["type"].endswith(":signature-invalid")


async def test_a_kiosk_whose_clock_is_wrong_is_told_the_time(world: World) -> None:
    wrong = world.clock.now() - timedelta(days=400)
    world.client.auth = OnlyAs(lambda: wrong, SEED)

    reply = await world.client.get("/api/v1/queues")

    assert reply.status_code == 401
    assert reply.json()["type"].endswith(":clock-skew")
    assert reply.json()["now"] == "2026-08-06T02:34:12Z"


async def test_pages_and_watchmen_need_no_signature(world: World) -> None:
    world.client.auth = httpx.Auth()

    replies = [
        await world.client.get(path)
        for path in ("/", "/api/v1/health", "/api/v1/today", "/api/v1/openapi.json")
    ]

    assert [reply.status_code for reply in replies] == [200] * 4


@pytest.mark.parametrize(
    ("names", "address", "kept"),
    [
        ((), "10.0.0.2", "10.0.0.2:8443\n"),
        ((), "fd00::2", "[fd00::2]:8443\n"),
        (("fd00::2", "central.test"), "::", "[fd00::2]:8443\n"),
        (("central.test",), "0.0.0.0", "central.test:8443\n"),
        ((), "0.0.0.0", None),
        ((), "::", None),
    ],
)
def test_a_server_notes_only_an_address_by_which_kiosks_reach_it(
    tmp_path: Path, names: tuple[str, ...], address: str, kept: str | None
) -> None:
    file = tmp_path / ADDRESS
    file.write_text("of an earlier start:1\n")

    keep_address(file, names, address, 8443)

    assert (file.read_text("utf-8") if file.exists() else None) == kept


def test_without_an_address_a_code_asks_for_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Certificates(tmp_path, (), SystemClock().now())

    assert main(["enrol", "new", "--data", str(tmp_path)]) == 2
    assert "--address HOST:PORT" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("central.test:8443", ""),
        ("CENTRAL.test:8443", ""),
        ("[fd00::2]:8443", ""),
        ("10.0.0.2:8443", "by 10.0.0.2: central serve --name 10.0.0.2"),
        ("127.0.0.1:8443", "127.0.0.1 is this machine alone"),
    ],
)
def test_a_code_that_leads_no_kiosk_here_is_doubted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str, told: str
) -> None:
    Certificates(tmp_path, ("central.test", "fd00::2"), SystemClock().now())
    capsys.readouterr()

    assert main(["enrol", "--json", "--address", address, "--data", str(tmp_path)]) == 0

    printed = capsys.readouterr()
    assert (told in printed.err) if told else printed.err == ""
    assert "code" in json.loads(printed.out)


def test_a_server_that_was_brought_back_and_not_started_yet_prints_codes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / SERVER_CERTIFICATE).unlink()

    assert "ANJUNGAN1/CENTRAL.TEST:8443/" in said(capsys, folder, "enrol")


def test_an_address_that_is_not_this_machine_s_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--data", str(tmp_path), "--port", port]) == 2

    assert f"--host 127.0.0.1 --port {port}: Address already in use" in capsys.readouterr().err


async def test_devices_outlive_the_record_of_the_day(world: World) -> None:
    """A lost database is rebuilt from the kiosks, which therefore have to stay enrolled."""
    assert not {"device", "token"} & {
        row[0] for row in world.rows("SELECT name FROM sqlite_master")
    }


def test_a_broken_list_of_devices_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / devices.DATABASE).write_bytes(b"no database" * 100)
    registry = devices.Registry(tmp_path)

    with pytest.raises(StoreError, match="bring it back from a backup"):
        registry.open()

    registry.close()
    assert (tmp_path / devices.DATABASE).read_bytes() == b"no database" * 100


# --- the commands of staff --------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Certificates(tmp_path, [], SystemClock().now())
    (tmp_path / ADDRESS).write_text("central.test:8443\n")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> str:
    """What a command prints when it does its work."""
    assert main([*arguments, "--data", str(folder)]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> str:
    """What a command says when it does not."""
    assert main([*arguments, "--data", str(folder)]) == 2
    return capsys.readouterr().err


def waiting(folder: Path, code: EnrolCode) -> str:
    """A kiosk shows the code; the digits on its side."""
    with closing(devices.connect(folder)) as connection:
        now = SystemClock().now()
        found = devices.redeem(connection, code.token, PUBLIC, "A-04", now)
    assert isinstance(found, devices.Device)
    return comparison_code(code, PUBLIC, found.salt)


def test_staff_print_a_code_compare_list_and_revoke(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed_lines = said(capsys, folder, "enrol")
    code = read_code(next(one for one in printed_lines.splitlines() if "ANJUNGAN1/" in one))
    digits = waiting(folder, code)

    listed = said(capsys, folder, "enrol", "list")
    none = refused(capsys, folder, "device", "revoke", "A-04")
    said(capsys, folder, "enrol", "confirm", digits)
    enrolled = json.loads(said(capsys, folder, "device", "list", "--json"))
    told = said(capsys, folder, "device", "revoke", "A-04")
    revoked = said(capsys, folder, "device", "list")

    assert code.address == "central.test:8443"
    assert "\u2580" in printed_lines  # the QR
    assert digits in listed
    assert "no enrolled kiosk is called A-04" in none
    assert [one["state"] for one in enrolled["devices"]] == ["enrolled"]
    assert "revoked" in revoked
    assert told == revoked


@pytest.mark.parametrize(
    "command",
    [
        ("device", "list"),
        ("device", "revoke", "A-04"),
        ("order", "list"),
        ("order", "close", "all"),
        ("order", "new-key", "all"),
    ],
)
def test_a_folder_that_is_no_server_s_is_told_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    told = refused(capsys, tmp_path / "mistyped", *command)

    assert "holds no list of devices" in told
    assert not (tmp_path / "mistyped").exists()


def test_digits_are_taken_as_the_kiosk_shows_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digits = waiting(folder, read_code(json.loads(said(capsys, folder, "enrol", "--json"))["code"]))

    told = said(capsys, folder, "enrol", "confirm", *digits.split(" "))

    assert " " in digits
    assert "enrolled" in told


def test_staff_hear_what_is_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = [
        refused(capsys, folder, "enrol", "confirm"),
        refused(capsys, folder, "enrol", "confirm", "123456"),
        refused(capsys, folder, "device", "revoke"),
        refused(capsys, folder / "elsewhere", "enrol"),
    ]

    assert all(text.startswith("central: ") and text.count("\n") == 1 for text in told)


def test_the_list_of_devices_is_for_its_owner_alone(folder: Path) -> None:
    with closing(devices.connect(folder)):
        pass

    assert (folder / devices.DATABASE).stat().st_mode & 0o777 == 0o600


# --- the kiosk's command ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "complaint"),
    [("nonsense", "kiosk: code: expected"), (CODE.text(), "kiosk: no answer")],
)
def test_the_kiosk_says_what_is_wrong_with_a_code_or_its_central(
    tmp_path: Path, code: str, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text('[central]\nurl = "https://127.0.0.1:1"\n')

    result = kiosk.enrol.run([code, "--config", str(config)])

    assert result in (1, 2)
    assert complaint in capsys.readouterr().err
    assert not (tmp_path / "var/enrolment.json").exists()
