"""A kiosk comes in, speaks, and is shown out again: the real server over TLS, the real commands."""

import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from uuid import UUID

import pytest

from central.cli import main
from central.clock import SystemClock
from central.orders import orders_key
from config.settings import CentralSettings, KioskSettings, Settings
from kiosk.device_key import DeviceKey
from kiosk.domain.enrolling import EnrolCode, base32, read_code
from kiosk.domain.orders import Command, Order, Policy, Trust, judge_order, parse_orders, site_of
from kiosk.ed25519 import verifies
from kiosk.enrol import NotEnrolled, enrol
from kiosk.enrolment import Enrolment, read_enrolment
from kiosk.http_central import HttpCentral, Route, by_the_loop
from kiosk.pinned import pinned_context
from kiosk.ports import NoReply, OrdersBytes
from kiosk.request_signer import RequestSigner
from tests.contract.world import NOW
from tests.integration.test_central_process import serving

OFFSET = NOW - SystemClock().now()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(KioskSettings(id="A-07", data="kiosk"), folder=tmp_path)


def staff(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> str:
    """A command at central."""
    offset = f"--clock-offset={OFFSET.total_seconds()}"
    assert main([*arguments, "--data", str(folder), offset, "--json"]) == 0
    return capsys.readouterr().out


def new_code(capsys: pytest.CaptureFixture[str], folder: Path) -> EnrolCode:
    """What `central enrol` prints."""
    return read_code(json.loads(staff(capsys, folder, "enrol"))["code"])


async def queues(settings: Settings, enrolment: Enrolment) -> object:
    """What an enrolled kiosk hears."""
    return await asked(settings, enrolment, HttpCentral.queues)


async def asked(
    settings: Settings, enrolment: Enrolment, ask: Callable[[HttpCentral], Awaitable[object]]
) -> object:
    """What an enrolled kiosk hears, when it asks so."""
    key = DeviceKey(settings.data / "device.key", "h")
    signer = RequestSigner(key.public, key.sign_bytes, lambda: NOW, os.urandom)
    route = Route(f"https://{enrolment.address}", pinned_context(enrolment.ca_key))
    client = HttpCentral(route, UUID(int=1), by_the_loop, signer)
    try:
        return await ask(client)
    finally:
        await client.close()


async def test_a_kiosk_is_let_in_speaks_and_is_revoked(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    central = tmp_path / "central"
    with serving(central):
        code = new_code(capsys, central)
        shown: list[str] = []

        def compare(digits: str) -> None:
            shown.append(digits)
            assert read_enrolment(settings.data) is None
            staff(capsys, central, "enrol", "confirm", digits)

        kept = await enrol(settings, code, compare)
        heard = await queues(settings, kept)
        staff(capsys, central, "device", "revoke", "A-07")
        after = await queues(settings, kept)

    secrets = [code.token, base32(code.token).encode()]
    files = {file.name: file.read_bytes() for file in settings.data.iterdir()}
    assert len(shown) == 1
    assert read_enrolment(settings.data) == kept
    assert kept == Enrolment(code.address, code.ca_key, orders_key(central))
    assert not isinstance(heard, NoReply)
    assert after == NoReply("device-revoked")
    assert set(files) == {"device.key", "enrolment.json"}
    assert not [name for name, raw in files.items() for one in secrets if one in raw]


async def test_an_order_reaches_the_kiosk_it_is_for_and_counts_there(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    central = tmp_path / "central"
    with serving(central):
        code = new_code(capsys, central)

        def confirm(digits: str) -> None:
            staff(capsys, central, "enrol", "confirm", digits)

        kept = await enrol(settings, code, confirm)
        versions = [
            json.loads(staff(capsys, central, "order", *what))["version"]
            for what in (("policy", "all", "--dim-after=30"), ("close", "A-07"))
        ]
        heard = await asked(settings, kept, lambda client: client.orders(None))

    assert isinstance(heard, OrdersBytes)
    assert kept.orders_key is not None
    trust = Trust(kept.orders_key, site_of(kept.ca_key), "A-07")
    judged = [judge_order(one, trust, NOW, verifies) for one in parse_orders(heard.raw)]
    assert judged == [Order(versions[0], Policy(30)), Order(versions[1], Command.CLOSE)]
    assert versions[0] < versions[1]
    assert main(["order", "close", "A-99", "--data", str(central)]) != 0


async def test_a_kiosk_that_is_refused_keeps_nothing(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    central = tmp_path / "central"
    with serving(central):
        code = new_code(capsys, central)

        def refuse(digits: str) -> None:
            staff(capsys, central, "enrol", "refuse", digits)

        with pytest.raises(NotEnrolled, match="central refused"):
            await enrol(settings, code, refuse)

    assert read_enrolment(settings.data) is None


async def test_the_token_is_shown_to_no_other_server(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever answers at the address without the authority's key hears nothing."""
    central, other = tmp_path / "central", tmp_path / "other"
    with serving(central):
        code = new_code(capsys, central)
    with serving(other) as impostor:
        there = Settings(settings.kiosk, central=CentralSettings(url=impostor.url), folder=tmp_path)

        with pytest.raises(NotEnrolled, match="not of this kiosk's central"):
            await enrol(there, code, lambda _: None)

    assert read_enrolment(settings.data) is None
