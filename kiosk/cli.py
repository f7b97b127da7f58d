"""The `kiosk` command: arguments -> settings -> exit code (0 fine, 1 failed, 2 wrong input)."""

import argparse
import importlib
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import kiosk
from config.settings import Settings, SettingsError, read_settings
from kiosk.ports import KioskError
from kiosk.schema import FILE as LEDGER
from kiosk.setup_file import has_begun, is_first_start

ZBAR_WORKER = "zbar-worker"
INTERRUPTED = 130
"""As shells tell that Ctrl-C ended a command."""
COMMANDS = {
    "enrol": "kiosk.enrol",
    "clone": "kiosk.clone_command",
    "paper": "kiosk.paper_preview",
    "pin": "kiosk.staff_pin",
    "ledger": "kiosk.ledger_command",
    "blackbox": "kiosk.blackbox_command",
    "doctor": "kiosk.doctor",
}
"""Commands with a parser of their own, imported when they are asked for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["simulate"]:
        return _simulate(given[1:])
    if given[:2] == ["doctor", "printer"]:
        return _told("kiosk.printer_doctor", given[2:])
    if given[:1] and given[0] in COMMANDS:
        return _told(COMMANDS[given[0]], given[1:])
    if given[:1] == [ZBAR_WORKER]:  # for the kiosk itself, which starts it in the packaged form
        importlib.import_module("devices.zbar_worker").main()
        return 0
    parsed = _parser().parse_args(given)
    handler = {
        "key": _key,
        "run": _run,
        "setup": _setup,
        "demo": _demo,
        "screens": _screens,
        "gallery": _gallery,
    }[parsed.command]
    try:
        return handler(parsed)
    except SettingsError as error:
        for complaint in error.complaints:
            print(complaint, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description="Anjungan, the self-service kiosk.")
    parser.add_argument("--version", action="version", version=kiosk.__version__)
    commands = parser.add_subparsers(dest="command", required=True)

    run = commands.add_parser("run", help="run the kiosk")
    run.add_argument("--config", type=Path, required=True, help="settings file (TOML)")
    _add_window(run)

    setup = commands.add_parser("setup", help="set this kiosk up on its screen, step by step")
    setup.add_argument("--config", type=Path, required=True, help="settings file (TOML)")
    _add_window(setup)

    demo = commands.add_parser("demo", help="server, printer, camera and kiosk on this machine")
    demo.add_argument("--data", type=Path, help="folder for everything the demo writes")
    demo.add_argument("--walk", action="store_true", help="walk one visit offscreen, then end")
    demo.add_argument(
        "--two-printers", action="store_true", help="a second printer prints while the first cannot"
    )
    _add_window(demo)

    key = commands.add_parser("key", help="make a new key for this kiosk's codes")
    key.add_argument("--config", type=Path, required=True, help="settings file (TOML)")

    screens = commands.add_parser("screens", help="render every screen to PNG with an index")
    screens.add_argument("--out", type=Path, default=Path("var/screens"))
    screens.add_argument("--all", action="store_true", help="every cell of the matrix")

    gallery = commands.add_parser("gallery", help="every component in its states, for designers")
    gallery.add_argument("--out", type=Path, help="render to PNG there instead of to a window")

    commands.add_parser("enrol", help="come to belong to a central, by the code it prints")
    commands.add_parser("clone", help="make more kiosks like this one, by a code or a file")
    commands.add_parser("paper", help="preview or lint a template of a ticket, a receipt, ...")
    commands.add_parser("ledger", help="verify, show or export a ledger file")
    commands.add_parser("blackbox", help="show the last things that happened")
    commands.add_parser("doctor", help="examine every part, or the printer in detail")
    commands.add_parser("pin", help="set the PIN of the technician's panel")
    commands.add_parser(
        "simulate", help="printer, camera, scanner, network, ikd, booking, ticket or dock"
    )
    return parser


def _add_window(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--windowed", action="store_true", help="a window, not the whole screen")
    parser.add_argument("--size", type=_size, metavar="WxH", help="window size in pixels")
    parser.add_argument("--landscape", action="store_true", help="a wide window")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 320 and int(height) >= 320):
        raise argparse.ArgumentTypeError("WIDTHxHEIGHT in pixels, such as 1080x1920")
    return int(width), int(height)


def window_size(parsed: argparse.Namespace) -> tuple[int, int] | None:
    """The window asked for, or None for the whole screen."""
    if parsed.size:
        size: tuple[int, int] = parsed.size
        return size
    if parsed.landscape:
        return 1280, 720
    return (540, 960) if parsed.windowed else None


def _run(parsed: argparse.Namespace) -> int:
    """Run the kiosk; one that was never set up is set up first."""
    if never_set_up(parsed.config):
        setup = importlib.import_module("kiosk.setup_app")
        ended: int = setup.run(parsed.config, window_size(parsed))
        if ended != setup.BEGUN:
            return ended
        again: int = importlib.import_module("kiosk.program").start_again()
        return again
    settings = _with_window(read_settings(parsed.config), window_size(parsed))
    program = importlib.import_module("kiosk.program")  # Qt only after the settings are right
    code: int = program.run(settings)
    return code


def never_set_up(config: Path) -> bool:
    """True where the kiosk asks on its screen how it is to be set up, before it does anything else.

    One whose settings name a device was set up: it may have lost its disk, and citizens stand before it.
    """
    if not config.exists():
        return True
    try:
        settings = read_settings(config)
    except SettingsError:
        return False  # for whoever reads them next to complain of
    if settings.kiosk.profile == "demo" or not is_first_start(settings.data):
        return False
    return has_begun(settings.data) or not _names_a_device(settings)


def _names_a_device(settings: Settings) -> bool:
    kinds = {settings.printer.kind, settings.scanner.kind}
    return kinds != {"none"} or bool(settings.camera.source)


def _setup(parsed: argparse.Namespace) -> int:
    """First start once more, asked for by somebody at the keyboard."""
    if parsed.config.exists():
        settings = read_settings(parsed.config)
        if importlib.import_module("kiosk.doctor_ledger").is_running(settings.data / LEDGER):
            print("the kiosk runs and holds its devices: stop it first", file=sys.stderr)
            return 1
    setup = importlib.import_module("kiosk.setup_app")
    code: int = setup.run(parsed.config, window_size(parsed))
    if code == setup.BEGUN:
        print("Everything is set. Start the kiosk now.")
        return 0
    return code


def _key(parsed: argparse.Namespace) -> int:
    """A key beside the one in use; the running kiosk hands it to central."""
    settings = read_settings(parsed.config)
    module = importlib.import_module("kiosk.device_key")
    try:
        name = module.prepare_rotation(settings.data / module.FILE)
    except KioskError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{name} signs as soon as central has taken it over")
    return 0


def _with_window(settings: Settings, size: tuple[int, int] | None) -> Settings:
    if size is None:
        return settings
    panel = replace(settings.panel, fullscreen=False, width=size[0], height=size[1])
    return replace(settings, panel=panel)


def _demo(parsed: argparse.Namespace) -> int:
    demo = importlib.import_module("kiosk.demo")
    code: int = demo.run(
        parsed.data, walk=parsed.walk, size=window_size(parsed), two_printers=parsed.two_printers
    )
    return code


def _screens(parsed: argparse.Namespace) -> int:
    screens = importlib.import_module("kiosk.screens")
    code: int = screens.run(parsed.out, everything=parsed.all)
    return code


def _gallery(parsed: argparse.Namespace) -> int:
    gallery = importlib.import_module("ui.gallery")
    code: int = gallery.run(parsed.out)
    return code


def _told(module: str, given: list[str]) -> int:
    """A command that staff type; what ends it early is told in one line."""
    try:
        code: int = importlib.import_module(module).run(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except EOFError:
        print("kiosk: nothing was typed", file=sys.stderr)
        return 2
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # `| head` has seen enough
            print(f"kiosk: {error}", file=sys.stderr)
        _let_go_of_output()
        return 2
    return code


def _let_go_of_output() -> None:
    """What is still to be written there, and cannot be, must not end the program a second time."""
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            sys.stdout.close()


def _simulate(given: list[str]) -> int:
    simulate = importlib.import_module("kiosk.simulate")
    what = given[0] if given else ""
    code: int = simulate.run(what, given[1:])
    return code
