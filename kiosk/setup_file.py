"""Where first start stands, in the data folder: it goes on there after a power cut, and never comes again
by itself once it was through."""

import json
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.setup import Setup, Step
from kiosk.domain.staff import Finding
from kiosk.enrolment import FILE as ENROLMENT
from kiosk.ports import KioskError
from kiosk.schema import FILE as LEDGER
from kiosk.whole_file import write_whole

FILE = "setup.json"
DONE = "done"


@dataclass(frozen=True, slots=True)
class Progress:
    """The step that comes next, how the others ended, and the technician's language."""

    step: Step = Step.LANGUAGE
    results: tuple[tuple[Step, Finding], ...] = ()
    language: str = "id"


def is_first_start(data: Path) -> bool:
    """True where nobody ever set this kiosk up, or stopped in the middle of it.

    A kiosk that serves must never ask a citizen how it is to be set up: one that has a ledger or
    belongs to a central is no new one.
    """
    kept = _read(data)
    if kept:
        return kept.get("step") != DONE
    return not (data / LEDGER).exists() and not (data / ENROLMENT).exists()


def has_begun(data: Path) -> bool:
    """True where somebody went through some of it."""
    return bool(_read(data))


def read_progress(data: Path) -> Progress:
    """Where it stands; the beginning for a file that says nothing we know."""
    kept = _read(data) or {}
    results = kept.get("results")
    try:
        ends = results.items() if isinstance(results, dict) else ()
        ended = tuple((Step(step), Finding(end)) for step, end in ends)
        return Progress(Step(str(kept["step"])), ended, str(kept["language"]))
    except (KeyError, ValueError):
        return Progress()


def keep_progress(data: Path, setup: Setup) -> None:
    """Write down where it stands. Raises KioskError."""
    _write(data, setup.step, setup)


def keep_done(data: Path, setup: Setup) -> None:
    """It is over: from now on the kiosk starts. Raises KioskError."""
    _write(data, DONE, setup)


def _write(data: Path, step: str, setup: Setup) -> None:
    kept = {"step": step, "language": setup.known.language, "results": dict(setup.results)}
    try:
        data.mkdir(parents=True, exist_ok=True)
        write_whole(data / FILE, (json.dumps(kept) + "\n").encode())
    except OSError as error:
        raise KioskError(f"{FILE}: {error.strerror}") from error


def _read(data: Path) -> dict[str, object] | None:
    try:
        kept = json.loads((data / FILE).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
