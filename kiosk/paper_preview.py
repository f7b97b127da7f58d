"""`kiosk paper`: shows templates as pictures, dot for dot as they print, and finds their faults.

It needs no printer and no running kiosk: an editor changes a file, looks, and copies it to the site.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from devices.printing.composer import dots_of
from devices.printing.layout import TicketLayout
from devices.printing.lint import Fault, Judge
from devices.printing.measures import PAPER_58, PAPER_80, Measures
from devices.printing.specimen import save_dots
from devices.printing.typeset import register_fonts
from kiosk import RESOURCES
from kiosk.domain.catalogue import parse_catalogue
from kiosk.domain.paper import Paper
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.papers.specimens import Studio
from kiosk.domain.papers.templates import Templates
from kiosk.domain.reading import Refused
from kiosk.paper_templates import FOLDER, SUFFIX, load_templates, read_template
from kiosk.ports import KioskError
from kiosk.qr_symbols import qr_matrix
from ui.shell import prepare_qt
from ui.text import load_words

WIDTHS = {80: PAPER_80, 58: PAPER_58}
LANGUAGES = ("id", "en", "jv", "su")
WRONG = 2
SHOWN_MOST = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault on one width."""

    width: int
    fault: Fault


def run(arguments: Sequence[str]) -> int:
    """Run `kiosk paper ...`; returns the exit code: 0 fine, 1 faults found, 2 wrong input."""
    options = _parser().parse_args(arguments)
    # No window is opened: a picture needs no display.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare_qt()
    application = QGuiApplication.instance() or QGuiApplication(["paper"])
    try:
        code = _preview(options) if options.command == "preview" else _lint(options)
    except Refused as refused:
        for complaint in refused.complaints:
            print(complaint, file=sys.stderr)
        code = WRONG
    except (KioskError, OSError) as error:
        print(error, file=sys.stderr)
        code = WRONG
    del application
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk paper")
    commands = parser.add_subparsers(dest="command", required=True)

    preview = commands.add_parser("preview", help="draw a paper as PNG")
    preview.add_argument("template", nargs="?", help=f"a file, or one of {', '.join(Kind)}")
    preview.add_argument("--width", type=int, choices=sorted(WIDTHS), default=80, help="mm")
    preview.add_argument("--language", choices=LANGUAGES, default="id")
    preview.add_argument("--copy", action="store_true", help="as a SALINAN")
    preview.add_argument("--brief", action="store_true", help="as while paper is low")
    preview.add_argument("--all", action="store_true", help="every kind in both widths")
    preview.add_argument("--out", type=Path, help="file, or folder with --all")
    _add_sources(preview)

    lint = commands.add_parser("lint", help="find what is cut, broken, too small or will not scan")
    lint.add_argument("templates", nargs="*", help="files or kinds; without one, all that ship")
    _add_sources(lint)
    return parser


def _add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", type=Kind, choices=list(Kind), help="of a file named otherwise")
    parser.add_argument(
        "--catalogue", type=Path, default=RESOURCES / "catalogue/sample.json", help="for the names"
    )
    parser.add_argument("--templates-folder", type=Path, help="a site's own, in place of ours")


# --- preview ---


def _preview(options: argparse.Namespace) -> int:
    if options.all == bool(options.template):
        print("kiosk paper preview: one template, or --all", file=sys.stderr)
        return WRONG
    studio = _studio(options)
    if options.all:
        return _preview_all(studio, options)
    studio, kind = _with_template(studio, options.template, options.kind)
    paper = studio.typical(kind, options.language, copy=options.copy, brief=options.brief)
    file = options.out or Path(f"{kind}-{options.width}.png")
    dots = dots_of(_layout(options.width).ticket(paper))
    save_dots(dots, file)
    print(f"{file}: {len(dots) // 8} mm long")
    return 0


def _preview_all(studio: Studio, options: argparse.Namespace) -> int:
    folder = options.out or Path("var/papers")
    folder.mkdir(parents=True, exist_ok=True)
    for kind in Kind:
        paper = studio.typical(kind, options.language, copy=options.copy, brief=options.brief)
        for width in WIDTHS:
            save_dots(dots_of(_layout(width).ticket(paper)), folder / f"{kind}-{width}mm.png")
    print(f"{len(Kind) * len(WIDTHS)} pictures in {folder}")
    return 0


# --- lint ---


def _lint(options: argparse.Namespace) -> int:
    studio = _studio(options)
    wrong = 0
    for given in options.templates or list(Kind):
        with_own, kind = _with_template(studio, given, options.kind)
        found = findings(with_own, kind)
        for finding, papers in found.items():
            fault, shown = finding.fault, _some(papers)
            print(f"{given}: {finding.width} mm: {fault.where}: {fault.what} ({shown})")
        wrong += len(found)
    print(f"{wrong} faults" if wrong else "no faults")
    return 1 if wrong else 0


def findings(studio: Studio, kind: Kind) -> dict[Finding, list[str]]:
    """The faults of one kind of paper, and the papers that show each.

    Over both widths, all languages and the longest names of the catalogue.
    """
    judges = {width: Judge(_layout(width), measures) for width, measures in WIDTHS.items()}
    found: dict[Finding, list[str]] = {}
    for width, language, name, paper in _hard_papers(studio, kind):
        for fault in judges[width].faults(paper):
            found.setdefault(Finding(width, fault), []).append(f"{language} {name}")
    return found


def _some(papers: list[str]) -> str:
    more = len(papers) - SHOWN_MOST
    return ", ".join(papers[:SHOWN_MOST]) + (f" and {more} more" if more > 0 else "")


def _hard_papers(studio: Studio, kind: Kind) -> Iterator[tuple[int, str, str, Paper]]:
    for language in LANGUAGES:
        for specimen in studio.hard(kind, language):
            for width in WIDTHS:
                yield width, language, specimen.name, specimen.paper


# --- what both need ---


def _studio(options: argparse.Namespace) -> Studio:
    languages = load_words(RESOURCES / "text")
    loaded = load_templates(RESOURCES / FOLDER, languages, options.templates_folder)
    if loaded.complaints:
        raise Refused(loaded.complaints)
    return Studio(parse_catalogue(options.catalogue.read_bytes()), languages, loaded.templates)


def _with_template(studio: Studio, given: str, kind: Kind | None) -> tuple[Studio, Kind]:
    """The studio with a template of ours by its kind, or with a file in its place."""
    if given in list(Kind):
        return studio, Kind(given)
    if not given.endswith(SUFFIX):
        raise Refused([f"{given}: expected a {SUFFIX} file, or one of {', '.join(Kind)}"])
    template = read_template(Path(given), studio.languages, kind)
    templates = Templates({**studio.templates.by_kind, template.kind: template})
    return replace(studio, templates=templates), template.kind


@lru_cache
def _layout(width: int) -> TicketLayout:
    register_fonts(RESOURCES / "fonts")
    measures: Measures = WIDTHS[width]
    return TicketLayout(measures, lru_cache(maxsize=64)(qr_matrix), RESOURCES / "ticket")
