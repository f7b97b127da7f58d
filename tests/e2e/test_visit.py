"""Whole visits through real processes: central, printer, camera, network and kiosk, by their commands."""

import asyncio
import json
import sqlite3
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path

import httpx
import numpy as np
import pytest

from devices import vision, zxing_reader
from devices.simulated.control import ask
from kiosk.demo import Demo
from kiosk.pinned import pinned_context
from kiosk.walk import Walk
from tests.samples import ROOT
from ui.text import load_words

Row = Mapping[str, object]
WORDS = load_words(ROOT / "resources/text")["id"]


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    demo = Demo(tmp_path / "demo")
    try:
        await demo.start()
        yield demo
    finally:
        codes = await demo.stop()
    assert set(codes.values()) == {0}


@pytest.fixture
async def text_demo(tmp_path: Path) -> AsyncIterator[Demo]:
    """A demo with two printers, the first on a slow line, so that its tickets are text."""
    demo = Demo(tmp_path / "demo", printer_bytes_per_second=1_000, two_printers=True)
    try:
        await demo.start()
        yield demo
    finally:
        await demo.stop()


async def test_tickets_agree_between_screen_paper_ledger_and_server_through_an_outage(
    demo: Demo,
) -> None:
    walk = demo.walk()
    await walk.wait("S00", cameraReady=True)
    first = await visit_with_identity(walk)
    await walk.printed(1)
    await walk.pass_quarantine()
    await walk.network("blackhole")
    second = await visit_without_identity(walk)
    await walk.printed(2)
    await walk.paper("out")
    third = await visit_without_identity(walk, screen="S10")
    await walk.paper("full")
    strips = await walk.printed(3)
    await walk.network("up")
    rows = await server_rows(demo, 3)

    labels = [first, second, third]
    assert first == "K 001"
    assert second.startswith("K1 ")
    assert [row["label"] for row in rows] == labels
    assert [row["origin"] for row in rows] == ["authority", "own", "own"]
    ledger = ledger_rows(demo)
    assert [row["label"] for row in ledger] == labels
    assert [strip["state"] for strip in strips] == ["complete"] * 3
    assert [printed_code(demo.tray / str(strip["file"])) for strip in strips] == [
        row["code"] for row in ledger
    ]


async def test_the_number_on_screen_is_the_one_on_paper_whichever_printer_it_comes_from(
    text_demo: Demo,
) -> None:
    walk = text_demo.walk()
    await walk.wait("S00", cameraReady=True)

    label = await visit_without_identity(walk)

    (strip,) = await walk.printed(1)
    texts = strip["texts"]
    assert isinstance(texts, list)
    assert label in " ".join(" ".join(str(text).split()) for text in texts)
    assert strip["qr"] == [ledger_rows(text_demo)[0]["code"]]

    await walk.paper("out")
    await visit_without_identity(walk)  # to S09: the second printer takes over

    assert (await ask(text_demo.second_printer, "wait", strips=1, seconds=20.0))["reached"]
    (picture,) = (text_demo.tray / "second").glob("*-complete.png")
    assert printed_code(picture) == ledger_rows(text_demo)[1]["code"]


async def test_a_booking_is_checked_in_once_and_its_ticket_is_judged_once(demo: Demo) -> None:
    walk = demo.walk()
    await walk.wait("S00", cameraReady=True)

    await walk.show(demo.booked.qr)
    await walk.wait("S12")
    await walk.hide()
    await walk.tap("booking.confirm")
    done = await walk.wait("S09", title="Anda sudah lapor datang")
    (strip,) = await walk.printed(1)
    await walk.tap("done.finish")
    await walk.wait("S00")
    await type_code(walk, demo.booked.code)
    card = await walk.wait("E", key="booking.done")
    await walk.tap("trouble.0")
    await walk.wait("S00")
    await walk.show(printed_code(demo.tray / str(strip["file"])))
    for place in range(9):
        await walk.wait("S14", step=place + 1)
        await walk.tap(f"face.{place % 4 + 1}")
    await walk.wait("S14Profile")
    await walk.hide()
    await walk.tap("survey.end")
    await walk.wait("S15")

    label = field(done, "label")
    assert label in field(card, "text")
    (judged,) = await central_rows(demo, "SELECT * FROM survey")
    (booked,) = await central_rows(demo, "SELECT * FROM ticket")
    assert judged["ticket"] == booked["id"]
    assert (booked["label"], booked["channel"]) == (label, "booking")


async def test_documents_that_were_handed_in_are_on_a_receipt_for_who_shows_the_ticket(
    demo: Demo,
) -> None:
    walk = demo.walk()
    await walk.wait("S00", cameraReady=True)
    label = await visit_without_identity(walk)
    (ticket,) = await walk.printed(1)
    await walk.network("refuse")
    await walk.tap("idle.take")
    await walk.tap("scan.without")
    offline = {"kind": "warn", "icon": "wifi-off", "text": WORDS("banner.offline")}
    await walk.wait("S02", banner=offline)
    made = await hand_in(demo, label)
    await walk.network("up")
    await walk.wait("S02", banner=None)  # by now all lists have been fetched
    await walk.tap("dock.back")
    await walk.wait("S00")

    await walk.show(printed_code(demo.tray / str(ticket["file"])))
    await walk.wait("E", key="receipt")
    await walk.hide()
    await walk.tap("trouble.0")

    _, receipt = await walk.printed(2)
    assert "/r/" in printed_code(demo.tray / str(receipt["file"]))
    (row,) = await central_rows(demo, "SELECT * FROM receipt WHERE printed = 1")
    assert row["spoken_code"] == made["code"]


async def hand_in(demo: Demo, label: str) -> Row:
    """Record documents at the server, as staff at a counter do."""
    return await demo.processes.ask(
        (
            *("central", "receipt", "add", "--data", str(demo.folder / "central")),
            *("--ticket", label, "--documents", "KTP-el asli; Kartu Keluarga"),
            *("--promised", "2026-08-13", f"--clock-offset={demo.clock_offset}", "--json"),
        )
    )


async def type_code(walk: Walk, code: str) -> None:
    """From the attract screen to a typed booking code."""
    await walk.tap("idle.booking")
    await walk.wait("S11")
    await walk.tap("checkin.type")
    await walk.wait("S11Code")
    for sign in code.replace("-", ""):
        await walk.tap(f"key.{sign}")
    await walk.tap("code.find")


def field(shown: Mapping[str, object], name: str) -> str:
    """A field of the screen that was waited for."""
    view = shown["view"]
    assert isinstance(view, Mapping)
    return str(view[name])


async def central_rows(demo: Demo, query: str) -> Sequence[Row]:
    """Rows of the server's database, as soon as there are any."""
    async with (
        asyncio.timeout(30),
        client_of(demo) as client,
        client.stream("GET", "/events") as events,
    ):
        told = events.aiter_lines()
        while not (rows := read_rows(demo.folder / "central", query)):
            await anext(told)
    return rows


def client_of(demo: Demo) -> httpx.AsyncClient:
    """A client that believes this demo's server alone."""
    tls = pinned_context(demo.ca_key)
    return httpx.AsyncClient(base_url=demo.central_url, verify=tls, timeout=30, trust_env=False)


def read_rows(folder: Path, query: str) -> Sequence[Row]:
    """Rows of the one database in a folder."""
    (file,) = folder.glob("central.db")
    connection = sqlite3.connect(file)
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(query).fetchall()]
    finally:
        connection.close()


async def visit_with_identity(walk: Walk) -> str:
    """A code before the camera, then two touches; returns the label on the screen."""
    await walk.show(walk.fresh_ikd())
    await walk.wait("S02", title="Pilih layanan, Siti")
    await walk.hide()
    return await take(walk, "S09")


async def visit_without_identity(walk: Walk, screen: str = "S09") -> str:
    """Touches only."""
    await walk.tap("idle.take")
    await walk.tap("scan.without")
    await walk.wait("S02", title="Pilih layanan")
    return await take(walk, screen)


async def take(walk: Walk, screen: str) -> str:
    label, _ = await walk.take_number("disdukcapil.ktp-el-hilang", None)
    await walk.wait(screen)
    await walk.tap("done.finish" if screen == "S09" else "paper.saved")
    await walk.wait("S00")
    return label


async def server_rows(demo: Demo, count: int) -> Sequence[Row]:
    """The server's tickets, as soon as it has so many; its event stream says when to look again."""
    async with (
        asyncio.timeout(30),
        client_of(demo) as client,
        client.stream("GET", "/events") as events,
    ):
        told = events.aiter_lines()
        while True:
            rows = await told_by_command(demo)
            if len(rows) >= count:
                return rows
            await anext(told)


async def told_by_command(demo: Demo) -> Sequence[Row]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "central", "tickets", "--data", str(demo.folder / "central")),
        f"--clock-offset={demo.clock_offset}",
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await process.communicate()
    rows: list[Row] = json.loads(output)
    return sorted(rows, key=lambda row: str(row["at"]))


def ledger_rows(demo: Demo) -> Sequence[Row]:
    """The kiosk's own tickets, oldest first."""
    connection = sqlite3.connect(demo.folder / "kiosk/ledger.sqlite")
    connection.row_factory = sqlite3.Row
    try:
        rows = connection.execute("SELECT label, code FROM ticket ORDER BY at").fetchall()
    finally:
        connection.close()
    return [dict(row) for row in rows]


def printed_code(picture: Path) -> str:
    """The QR on a strip, read by a decoder."""
    image = vision.grey(np.frombuffer(picture.read_bytes(), np.uint8))
    assert image is not None
    (code,) = zxing_reader.read(image)
    return code.decode()
