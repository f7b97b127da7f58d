"""The doctor's look at camera, reader of codes, printer and voice.

A running kiosk owns its camera and printer: then their last states are taken from its log.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

from config.settings import PrinterLink, Settings
from devices import vision, zxing_reader
from devices.camera import source_of
from devices.printing.composer import Level as Proof
from devices.printing.dialogue import Dialogue
from devices.printing.handshake import greet, introduce
from devices.printing.pacing import Pacing
from devices.printing.transport import LinkLost
from devices.vision import Image
from devices.zbar_reader import ZbarReader
from kiosk.doctor_advice import Component, Finding
from kiosk.doctor_machine import OF_TWO, LogTail, Machine
from kiosk.domain.devices import CameraState, PrinterState
from kiosk.domain.found import FoundCamera, FoundDevice, FoundPrinter
from kiosk.ports import Clock, KioskError
from kiosk.printer_parts import device_of, owned_transport, printer_profile
from kiosk.qr_symbols import qr_matrix_of_bytes

FRAMES = 5
"""The first ones of many webcams are dark."""
DARK, PLAIN = 12.0, 2.0
"""Mean brightness and its spread (0 to 255) under which a picture shows nothing."""
NAMED_MOST = 4
"""Of the devices found where the settings name none: a report is read on paper too."""
SPEAK_SECONDS = 8.0
ZBAR_START_SECONDS = 8.0
PRINTER_CODES = {
    PrinterState.READY: "",
    PrinterState.PAPER_LOW: "PRN-09",
    PrinterState.PAPER_OUT: "PRN-04",
    PrinterState.COVER_OPEN: "PRN-05",
    PrinterState.JAM: "PRN-06",
    PrinterState.HOT: "PRN-07",
    PrinterState.BROKEN: "PRN-08",
    PrinterState.UNKNOWN: "PRN-08",
    PrinterState.SILENT: "PRN-03",
}
CAMERA_CODES = {
    CameraState.READY: "",
    CameraState.OFF: "",
    CameraState.STARTING: "",
    CameraState.MISSING: "CAM-01",
    CameraState.STALLED: "CAM-03",
}


def _none_set(there: Sequence[FoundDevice]) -> str:
    seen = "; ".join(f"{one.name}, {one.kind}, {one.device}" for one in there[:NAMED_MOST])
    return f"none in the settings; found: {seen}" if seen else "none in the settings"


# --- camera and reader ------------------------------------------------------------------------


def camera(
    source: str,
    time: Clock,
    log: LogTail,
    *,
    running: bool,
    there: Sequence[FoundCamera] = (),
) -> Sequence[Finding]:
    """The camera is there, may be opened, and shows something. Without one: those that could be."""
    if not source:
        return [Finding(Component.CAMERA, _none_set(there))]
    if running:
        state = log.field("camera", "state") or CameraState.STARTING.value
        return [
            Finding(Component.CAMERA, f"the kiosk says: {state}", CAMERA_CODES[CameraState(state)])
        ]
    path = Path(source.partition(":")[2] or source)
    if not source.startswith("mjpeg:") and not path.exists():
        return [Finding(Component.CAMERA, f"{source} is not there", "CAM-01")]
    return [_looked_at(source, time)]


def _looked_at(source: str, time: Clock) -> Finding:
    stream = source_of(source, time)()
    if stream is None:
        code = "CAM-01" if source.startswith("mjpeg:") else "CAM-02"
        return Finding(Component.CAMERA, f"{source} cannot be opened", code)
    try:
        packets = [packet for _ in range(FRAMES) if (packet := stream.read()) is not None]
    finally:
        stream.release()
    picture = vision.grey(packets[-1]) if packets else None
    if picture is None:
        return Finding(Component.CAMERA, f"{source}: no picture", "CAM-03")
    bright, spread = float(np.mean(picture)), float(np.std(picture))
    seen = (
        f"{picture.shape[1]} x {picture.shape[0]}, brightness {bright:.0f}, contrast {spread:.0f}"
    )
    return Finding(Component.CAMERA, seen, "CAM-04" if bright < DARK or spread < PLAIN else "")


Read = Callable[[Image], list[bytes]]


def scanner(time: Clock, device: str = "", read: Read = zxing_reader.read) -> Sequence[Finding]:
    """A code that we draw is read by both readers; a hand scanner, where one is named, is there."""
    found = [_readers(time, read)]
    if device and not os.access(device, os.R_OK):
        found.append(Finding(Component.SCANNER, f"{device} cannot be read", "SCN-03"))
    return found


def _readers(time: Clock, read: Read) -> Finding:
    content = b"kiosk doctor"
    modules = np.pad(np.asarray(qr_matrix_of_bytes(content), np.uint8), 4)
    picture = np.kron(1 - modules, np.ones((4, 4), np.uint8)) * np.uint8(255)
    drawn = np.ascontiguousarray(picture, dtype=np.uint8)
    if read(drawn) != [content]:
        return Finding(Component.SCANNER, "a drawn code is not read", "SCN-01")
    second = ZbarReader(time)
    try:
        second.start()
        agrees = second.ready(ZBAR_START_SECONDS) and second.read(drawn) == [content]
    finally:
        second.close()
    if not agrees:
        return Finding(Component.SCANNER, "zxing reads; zbar does not", "SCN-02")
    return Finding(Component.SCANNER, "zxing and zbar read a drawn code")


# --- printer ----------------------------------------------------------------------------------


def printer(
    settings: Settings,
    resources: Path,
    time: Clock,
    log: LogTail,
    *,
    running: bool,
    there: Sequence[FoundPrinter] = (),
) -> Sequence[Finding]:
    """Each printer answers, can print, and can prove it. Without one: those that could be."""
    if settings.printer.kind == "none":
        return [Finding(Component.PRINTER, _none_set(there), "PRN-01")]
    links: list[PrinterLink] = [settings.printer]
    if settings.second_printer.kind != "none":
        links.append(settings.second_printer)
    if running:
        return _told_of_printers(links, log)
    with ThreadPoolExecutor(len(links)) as pool:  # a silent one takes its time
        found = list(
            pool.map(lambda link: _looked_at_printer(link, settings.data, resources, time), links)
        )
    if len(links) == 1:
        return found
    return [
        replace(one, fact=f"{device_of(link)}: {one.fact}")
        for one, link in zip(found, links, strict=True)
    ]


def _told_of_printers(links: Sequence[PrinterLink], log: LogTail) -> Sequence[Finding]:
    """By the kiosk's own log: of the one that prints now, and of each where there are two."""
    state = log.field("printer", "state") or PrinterState.SILENT.value
    told = [("the kiosk says", state)]
    if len(links) > 1:
        names = [device_of(link).replace(" ", "_") for link in links]
        each = [(name, log.field(f"{OF_TWO} {name}", "state")) for name in names]
        told = [one for one in each if one[1]] or told
    return [
        Finding(Component.PRINTER, f"{name}: {state}", PRINTER_CODES[PrinterState(state)])
        for name, state in told
    ]


def _looked_at_printer(link: PrinterLink, data: Path, resources: Path, time: Clock) -> Finding:
    try:
        with printer_dialogue(link, data, resources, time) as dialogue:
            return _asked(dialogue, answers=link.answers)
    except (KioskError, ValueError) as error:
        return Finding(Component.PRINTER, str(error), "PRN-02")
    except (LinkLost, OSError) as lost:
        return Finding(Component.PRINTER, str(lost), "PRN-03")


@contextmanager
def printer_dialogue(
    link: PrinterLink, data: Path, resources: Path, time: Clock
) -> Iterator[Dialogue]:
    """A connected printer. Raises KioskError for its settings, LinkLost for its link."""
    profile = printer_profile(link, resources)
    transport = owned_transport(link, time, data)
    dialogue = Dialogue(transport, time, Pacing(), lambda: False, profile.status)
    try:
        dialogue.connect()
        yield dialogue
    finally:
        transport.close()


def _asked(dialogue: Dialogue, *, answers: bool) -> Finding:
    if not answers:
        return Finding(Component.PRINTER, "connected; declared to answer nothing", "PRN-10")
    cleared = greet(dialogue)
    state = dialogue.status.state()
    if dialogue.status.stopped:
        return Finding(Component.PRINTER, state.value, PRINTER_CODES[state])
    facts = introduce(dialogue, Pacing(), clears=cleared)
    if facts is None:
        return Finding(Component.PRINTER, "went offline while it was asked", "PRN-08")
    model = facts.model.decode("ascii", "replace") or "no model told"
    seen = f"{model}, {state.value}, level {facts.level.name.lower()}"
    if code := PRINTER_CODES[state]:
        return Finding(Component.PRINTER, seen, code)
    return Finding(Component.PRINTER, seen, "" if facts.level >= Proof.BARRIER else "PRN-10")


# --- voice ------------------------------------------------------------------------------------


def voice(machine: Machine, which: Callable[[str], str | None] = shutil.which) -> Sequence[Finding]:
    """It can speak, play, and be heard."""
    speaker = which("espeak-ng")
    if speaker is None:
        return [Finding(Component.VOICE, "espeak-ng is not installed", "VOI-01")]
    if which("aplay") is None:
        return [Finding(Component.VOICE, "aplay is not installed", "VOI-02")]
    said = _spoken(speaker)
    if not said:
        return [Finding(Component.VOICE, "espeak-ng makes no sound", "VOI-04")]
    cards = machine.proc / "asound/cards"
    card = cards.read_text("utf-8", "replace").strip() if cards.exists() else ""
    if not card or "no soundcards" in card:
        return [Finding(Component.VOICE, "no sound card", "VOI-03")]
    return [Finding(Component.VOICE, card.splitlines()[0].strip())]


def _spoken(speaker: str) -> bool:
    """True when a word became a WAV with sound in it."""
    command = (speaker, "-v", "id", "--stdout", "selamat pagi")
    try:
        done = subprocess.run(command, capture_output=True, timeout=SPEAK_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and done.stdout.startswith(b"RIFF") and any(done.stdout[44:])
