"""`kiosk clone`: makes more kiosks like this one, by a code without secrets or by an encrypted file."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from config.settings import SettingsError, read_settings
from devices.simulated.codes import drawn, png
from kiosk.clone import clone_of, devices_for, with_papers, write_clone
from kiosk.clone_file import SUFFIX, read_clone_file, seal
from kiosk.domain.clone import PASSPHRASE_LEAST, Clone, clone_text, read_clone_text
from kiosk.domain.found import Found
from kiosk.domain.reading import Refused
from kiosk.found import find_devices
from kiosk.qr_symbols import qr_matrix

Ask = Callable[[str], str]


def run(
    arguments: Sequence[str],
    ask: Ask = getpass.getpass,
    find: Callable[[], Found] = find_devices,
) -> int:
    """Run one command; the exit code: 0 done, 1 refused and nothing written, 2 wrong input."""
    options = _parser().parse_args(arguments)
    try:
        match options.command:
            case "show":
                _show(options)
            case "save":
                _save(options, ask)
            case "read":
                text = sys.stdin.readline() if options.text == "-" else options.text
                _write(options, read_clone_text(text), find())
            case _:
                _write(options, read_clone_file(options.file, ask("Passphrase: ")), find())
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except Refused as refused:
        sys.stderr.writelines(f"kiosk: clone: {line}\n" for line in refused.complaints)
        return 1
    except (OSError, ValueError) as error:
        sys.stderr.write(f"kiosk: clone: {error}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk clone", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    show = commands.add_parser("show", help="a QR of this kiosk's settings, without secrets")
    show.add_argument("--out", type=Path, metavar="PNG", help="also write it as a picture")
    save = commands.add_parser("save", help="an encrypted file, with the site's own templates")
    save.add_argument("--out", type=Path, required=True, metavar="FILE")
    read = commands.add_parser("read", help="settings of a new kiosk from the text of such a QR")
    read.add_argument("text", help="the text; - reads it, for example from a scanner")
    load = commands.add_parser("load", help="settings of a new kiosk from such a file")
    load.add_argument("file", type=Path)
    for command in (show, save, read, load):
        command.add_argument("--config", type=Path, required=True, help="settings file (TOML)")
    for command in (read, load):
        command.add_argument("--id", required=True, help="name of the new kiosk, such as A-04")
    return parser


def _show(options: argparse.Namespace) -> None:
    clone = clone_of(read_settings(options.config))
    text = clone_text(clone)
    symbol = qr_matrix(text)
    if options.out:
        options.out.write_bytes(png(symbol))
    print(text)
    if sys.stdout.isatty():
        sys.stdout.write(drawn(symbol))
    _tell_wanted(clone)


def _save(options: argparse.Namespace, ask: Ask) -> None:
    settings = read_settings(options.config)
    clone = with_papers(clone_of(settings), settings)
    passphrase = ask(f"Passphrase, at least {PASSPHRASE_LEAST} signs: ")
    if ask("Once more: ") != passphrase:
        raise Refused(["the two are not the same; nothing was written"])
    content = seal(clone, passphrase)
    number = os.open(options.out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(number)
    print(f"{options.out}: settings and {len(clone.papers)} templates")
    if options.out.suffix != SUFFIX or passphrase != passphrase.lower():
        print(f"First start reads a *{SUFFIX}, and its keyboard has small letters only.")
    _tell_wanted(clone)


def _tell_wanted(clone: Clone) -> None:
    if clone.wanted:
        print(f"Not in it, each kiosk names its own: the device of {', '.join(clone.wanted)}")


def _write(options: argparse.Namespace, clone: Clone, found: Found) -> None:
    fitted = write_clone(options.config, options.id, clone, found)
    print(f"{options.config}: {options.id}, {len(fitted.changes)} values set")
    for section in fitted.left:
        kind = str(clone.settings.get(section, {}).get("kind", ""))
        print(f"[{section}] needs a device yet{f' ({kind})' if kind else ''}; found here:")
        for one in devices_for(section, kind, found):
            print(f"  {one.device}  {one.name}")
