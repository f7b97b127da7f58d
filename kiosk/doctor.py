"""`kiosk doctor`: examines every part of the kiosk at once, in less than a minute, in plain words.

Each check has a thread and the same limited time, so that a part that hangs costs its own line only.
"""

import argparse
import sys
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path

from config.settings import Settings, SettingsError, read_settings
from devices.clock import SystemClock
from devices.printing import commands
from devices.printing.handshake import greet
from devices.printing.transport import LinkLost
from kiosk import RESOURCES
from kiosk import doctor_machine as machinery
from kiosk.doctor_advice import LANGUAGES, Component, Finding, read_advice
from kiosk.doctor_central import address_of_central, central
from kiosk.doctor_devices import camera, printer, printer_dialogue, scanner, voice
from kiosk.doctor_ledger import is_running, ledger
from kiosk.doctor_machine import Machine, read_log
from kiosk.doctor_report import Report, as_json, as_text
from kiosk.found import find_devices
from kiosk.ports import Clock, KioskError
from kiosk.schema import FILE as LEDGER

LIMIT_SECONDS = 40.0
"""Of all checks together; the slowest, a printer that is silent, takes some 12 s."""
FONT_A_DOTS = 12
Check = Callable[[], Sequence[Finding]]
Say = Callable[[str], None]


def run(arguments: Sequence[str], say: Say | None = None, machine: Machine | None = None) -> int:
    """Examine the kiosk of a settings file; 0 ready, 1 something to mend, 2 wrong input."""
    say = say or _on_screen
    options = _parser().parse_args(arguments)
    try:
        settings = read_settings(options.config)
    except SettingsError as error:
        _tell(_unusable(error), options, say)
        return 2
    data = settings.data
    time = SystemClock(data / "clock-confirmed")
    chosen = checks(settings, time, machine or Machine.here())
    only = set(options.only or chosen)
    report = examine(
        settings.kiosk.id, {part: chosen[part] for part in chosen if part in only}, time
    )
    _tell(report, options, say)
    if options.print and (why := unprinted(report, settings, time, options.language)):
        sys.stderr.write(f"the report could not be printed: {why}\n")
        return 1
    return report.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk doctor", description=__doc__)
    parser.add_argument("--config", type=Path, required=True, help="settings file of the kiosk")
    parser.add_argument("--json", action="store_true", help="for programs, in both languages")
    parser.add_argument("--language", choices=LANGUAGES, default="id")
    parser.add_argument("--out", type=Path, help="also keep the report in this file")
    parser.add_argument("--print", action="store_true", help="also print it on the ticket printer")
    parser.add_argument(
        "--only", type=_components, metavar="A,B", help=", ".join(list(Component)[1:])
    )
    return parser


def _components(text: str) -> list[Component]:
    known = list(Component)[1:]
    if wrong := [name for name in text.split(",") if name not in known]:
        raise argparse.ArgumentTypeError(f"no part is called {', '.join(wrong)}")
    return [Component(name) for name in text.split(",")]


def _unusable(error: SettingsError) -> Report:
    time = SystemClock()
    findings = [Finding(Component.SETTINGS, words, "SET-01") for words in error.complaints]
    return Report("?", time.now(), 0.0, findings, read_advice(_codes()))


def _codes() -> Path:
    return RESOURCES / "doctor/codes.toml"


def _tell(report: Report, options: argparse.Namespace, say: Say) -> None:
    text = as_json(report) if options.json else as_text(report, options.language)
    say(text)
    if options.out:
        options.out.write_text(text, "utf-8")


# --- the examination --------------------------------------------------------------------------


def checks(settings: Settings, time: Clock, machine: Machine) -> Mapping[Component, Check]:
    """What is looked at, in the order of the report."""
    data = settings.data
    file = data / LEDGER
    log, running = read_log(data / "kiosk.log"), is_running(file)
    url = settings.central.url
    address = address_of_central(url, data)
    hand = settings.scanner.device if settings.scanner.kind != "none" else ""
    there = find_devices(machine.dev, machine.sys)
    return {
        Component.SCREEN: lambda: machinery.screen(machine),
        Component.TOUCH: lambda: machinery.touch(machine),
        Component.CAMERA: lambda: camera(
            settings.camera.source, time, log, running=running, there=there.cameras
        ),
        Component.SCANNER: lambda: scanner(time, hand),
        Component.PRINTER: lambda: printer(
            settings, RESOURCES, time, log, running=running, there=there.printers
        ),
        Component.VOICE: lambda: voice(machine),
        Component.CLOCK: lambda: machinery.clock(time, log),
        Component.DISK: lambda: machinery.disk(data),
        Component.LEDGER: lambda: ledger(file, time.now()),
        Component.NETWORK: lambda: machinery.network(machine, address),
        Component.CENTRAL: lambda: central(url, data, time),
        Component.VERSIONS: lambda: machinery.versions(machine, log, running=running),
    }


def examine(
    name: str, checks: Mapping[Component, Check], time: Clock, limit: float = LIMIT_SECONDS
) -> Report:
    """Run all checks side by side; what is not done within `limit` seconds is told as such."""
    began = time.monotonic()
    begun = {component: _begun(component, check) for component, check in checks.items()}
    findings: list[Finding] = []
    for component, future in begun.items():
        findings += _ended(component, future, max(0.0, began + limit - time.monotonic()))
    seconds = time.monotonic() - began
    return Report(name, time.now(), seconds, findings, read_advice(_codes()))


def _begun(component: Component, check: Check) -> "Future[Sequence[Finding]]":
    future: Future[Sequence[Finding]] = Future()

    def work() -> None:
        try:
            future.set_result(check())
        except BaseException as error:  # handed to whoever waits for the future
            future.set_exception(error)

    threading.Thread(target=work, name=f"doctor-{component}", daemon=True).start()
    return future


def _ended(
    component: Component, future: "Future[Sequence[Finding]]", seconds: float
) -> Sequence[Finding]:
    try:
        error = future.exception(seconds)
    except TimeoutError:
        return [Finding(component, "no end in time", "DOC-01")]
    if error is not None:
        place = traceback.extract_tb(error.__traceback__)[-1]
        seen = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
        return [Finding(component, seen, "DOC-02")]
    return future.result()


# --- on paper ---------------------------------------------------------------------------------


def unprinted(report: Report, settings: Settings, time: Clock, language: str) -> str:
    """Print the report in the printer's own letters; why it was not, or nothing."""
    columns = settings.printer.width_dots // FONT_A_DOTS
    text = as_text(report, language, columns).encode("ascii", "replace")
    if settings.printer.kind == "none":
        return "the settings name no printer"
    try:
        with printer_dialogue(settings.printer, settings.data, RESOURCES, time) as dialogue:
            if settings.printer.answers:
                greet(dialogue)
                if dialogue.status.stopped:
                    return f"the printer says {dialogue.status.state()}"
            dialogue.write(commands.KANJI_OFF + commands.INITIALISE + text)
            dialogue.write(commands.FEED_TO_CUTTER_AND_CUT)
            if settings.printer.answers:
                dialogue.poll()  # the link is not closed on what still travels
    except (KioskError, LinkLost, OSError, ValueError) as error:
        return str(error) or type(error).__name__
    return ""


def _on_screen(text: str) -> None:
    sys.stdout.write(text)
