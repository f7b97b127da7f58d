"""`kiosk simulate`: codes that a demo's own server and kiosk believe, and such that they do not."""

from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from devices import zxing_reader
from kiosk import ed25519
from kiosk.domain.codes import BookingCode, TicketCode, recognise, taken_at, ticket_reference
from kiosk.domain.keyring import Judgement, Keyring, Signer, judge, parse_keys
from kiosk.phone_window import HEIGHT, WIDTH, picture
from kiosk.qr_symbols import qr_matrix
from kiosk.simulate import run
from tests.contract.world import NOW, World, asked, central, ticket_id
from tests.signing import SEED


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[tuple[Path, World]]:
    """A demo's folder: its clock, its kiosk's key, and its server with one ticket of that kiosk."""
    offset = (NOW - datetime.now(UTC)).total_seconds()
    (tmp_path / "clock-offset").write_text(str(offset), "utf-8")
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "kiosk/device.key").write_bytes(SEED)
    (tmp_path / "central").mkdir()
    async with central(tmp_path / "central") as world:
        await world.meet()
        await world.post("/tickets", asked(1))
        yield tmp_path, world


async def keyring(world: World) -> Keyring:
    """What kiosks hear of keys."""
    return parse_keys((await world.client.get("/api/v1/keys")).content)


def made(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> bytes:
    """The code that a command prints."""
    what, *rest = arguments
    assert run(what, ["--data", str(folder), *rest]) == 0
    return capsys.readouterr().out.strip().encode()


def judged(content: bytes, ring: Keyring) -> Judgement:
    """What a kiosk makes of a code."""
    code = recognise(content)
    assert isinstance(code, TicketCode | BookingCode)
    kind, signer = (b"t", Signer.KIOSK) if isinstance(code, TicketCode) else (b"b", Signer.CENTRAL)
    return judge(code, kind, signer, ring, ed25519.verifies)[0]


async def test_a_simulated_booking_is_one_of_the_demos_server(
    demo: tuple[Path, World], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, world = demo

    content = made(capsys, folder, "booking")

    code = recognise(content)
    listed = (await world.client.get("/api/v1/bookings")).json()["bookings"]
    assert judged(content, await keyring(world)) is Judgement.GENUINE
    assert isinstance(code, BookingCode)
    assert code.payload in references(one["id"] for one in listed)


def references(ids: Iterable[str]) -> set[bytes]:
    """What the codes of these bookings carry."""
    return {ticket_reference(bytes.fromhex(one.replace("-", ""))) for one in ids}


async def test_a_revoked_booking_is_known_to_be_one(
    demo: tuple[Path, World], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, world = demo

    content = made(capsys, folder, "booking", "--variant", "revoked")

    assert judged(content, await keyring(world)) is Judgement.REVOKED


async def test_a_simulated_ticket_is_the_newest_of_the_demos_kiosk(
    demo: tuple[Path, World], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, world = demo

    content = made(capsys, folder, "ticket")

    code = recognise(content)
    assert judged(content, await keyring(world)) is Judgement.GENUINE
    assert isinstance(code, TicketCode)
    assert code.payload == ticket_reference(ticket_id(1).bytes)


async def test_an_altered_a_strange_and_an_old_ticket_are_what_they_say(
    demo: tuple[Path, World], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, world = demo
    ring = await keyring(world)

    altered = made(capsys, folder, "ticket", "--variant", "altered")
    strange = made(capsys, folder, "ticket", "--variant", "stranger")
    old = made(capsys, folder, "ticket", "--variant", "expired")

    assert judged(altered, ring) is Judgement.ALTERED
    assert judged(strange, ring) is Judgement.UNKNOWN_KEY
    assert judged(old, ring) is Judgement.GENUINE
    code = recognise(old)
    assert isinstance(code, TicketCode)
    assert (NOW - taken_at(code.payload)).total_seconds() > 24 * 3600


def test_without_a_demo_there_are_no_codes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for what in ("booking", "ticket", "ikd"):
        assert run(what, ["--data", str(tmp_path)]) == 1
    assert capsys.readouterr().out == ""


def test_what_the_phone_shows_is_read_by_the_camera() -> None:
    text = "https://mpp.example.go.id/t/" + "A" * 108

    image = picture(qr_matrix(text), WIDTH, HEIGHT).convertToFormat(QImage.Format.Format_Grayscale8)

    rows = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, WIDTH)
    assert zxing_reader.read(rows) == [text.encode()]
