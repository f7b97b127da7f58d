"""The kiosk without what it needs: each lack is a state on screen, never a crash, never a lost number."""

import asyncio
import fcntl
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.demo import Demo

SERVICE = "disdukcapil.ktp-el-hilang"


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    demo = Demo(tmp_path / "demo")
    try:
        await demo.start()
        yield demo
    finally:
        await demo.stop()


async def logged(demo: Demo, event: str) -> None:
    """Wait until the kiosk has logged an event."""
    async with asyncio.timeout(30):
        while event not in (demo.folder / "kiosk/kiosk.log").read_text("utf-8"):
            await demo.walk().look()


async def test_a_kiosk_restarted_without_server_printer_and_camera_still_gives_numbers(
    demo: Demo,
) -> None:
    walk = demo.walk()
    await walk.wait("S00", cameraReady=True)
    for name in ("kiosk", "camera", "printer", "central"):
        await demo.processes.stop(name)

    await demo.start_kiosk()
    await walk.pass_quarantine()
    await walk.tap("idle.take")
    await walk.wait("S01", camera=False)
    await walk.tap("scan.without")
    label, _ = await walk.take_number(SERVICE, None)
    shown = await walk.wait("S10")

    view = shown["view"]
    assert isinstance(view, dict)
    assert label.startswith("K1 ")
    assert view["title"] == "Printer tidak menyala, nomor Anda tetap berlaku."


async def test_a_broken_ledger_is_moved_aside_and_the_kiosk_serves_on(demo: Demo) -> None:
    await demo.walk().wait("S00", cameraReady=True)
    await demo.processes.stop("kiosk")
    ledger = demo.folder / "kiosk/ledger.sqlite"
    broken = b"this was a ledger once" * 1000
    ledger.write_bytes(broken)

    await demo.start_kiosk()
    await demo.walk().wait("S00", cameraReady=True)

    (aside,) = ledger.parent.glob("ledger-broken-*.sqlite")
    assert aside.read_bytes() == broken


async def test_a_kiosk_whose_ledger_could_not_be_opened_serves_as_soon_as_it_can(
    demo: Demo,
) -> None:
    await demo.walk().wait("S00", cameraReady=True)
    await demo.processes.stop("kiosk")
    with (demo.folder / "kiosk/ledger.sqlite.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        await demo.start_kiosk()
        shown = await demo.walk().wait("S20")

    await demo.walk().wait("S00", cameraReady=True)

    view = shown["view"]
    assert isinstance(view, dict)
    assert view["title"] == (
        "Anjungan ini sedang diperbaiki. Gunakan anjungan lain atau meja informasi."
    )


# Every other way to be none is in tests/contract (deadline, wire), without a window.
@pytest.mark.parametrize("state", ["html", "blackhole"])
async def test_a_server_that_is_none_is_the_same_as_no_server(demo: Demo, state: str) -> None:
    walk = demo.walk()
    await walk.wait("S00", cameraReady=True)
    await walk.pass_quarantine()
    await walk.network(state)

    await walk.tap("idle.take")
    await walk.tap("scan.without")
    label, _ = await walk.take_number(SERVICE, None)

    assert label.startswith("K1 ")


async def test_wrong_settings_are_told_together_before_any_window_opens(tmp_path: Path) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text('[kiosk]\nid = 5\nname = "x"\n[printer]\nkind = "lpt"\n', "utf-8")

    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "kiosk", "run", "--config", str(config)),
        stderr=asyncio.subprocess.PIPE,
    )
    _, told = await process.communicate()

    assert process.returncode == 2
    for place in ("kiosk.id", "kiosk.name", "printer.kind"):
        assert place in told.decode()


async def test_central_closes_opens_and_shuts_out_a_kiosk_that_runs(demo: Demo) -> None:
    async def staff(*words: str) -> None:
        data = ("--data", str(demo.folder / "central"), f"--clock-offset={demo.clock_offset}")
        await demo.processes.ask(("central", *words, *data, "--json"))

    walk = demo.walk()
    await walk.wait("S00", cameraReady=True)
    await walk.pass_quarantine()

    await staff("order", "close", "A-03")
    await walk.wait("S20")
    await demo.processes.stop("kiosk")
    await demo.start_kiosk()
    walk = demo.walk()
    assert (await walk.look())["screen"] == "S20"
    await staff("order", "open", "A-03")
    await walk.wait("S00")
    await walk.tap("idle.take")
    await staff("device", "revoke", "A-03")
    await logged(demo, "kiosk.revoked")
    await walk.wait("S01")
    await walk.tap("dock.back")
    await walk.wait("S20")
