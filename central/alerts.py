"""What is worth a call: rules over what kiosks last told, and over their silence.

A rule begins at one value and ends at a milder one, and both must last: a figure that wavers around a
limit calls once. While a kiosk is silent nothing else is known of it, so its other alerts stand still.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import assert_never

from central.store.board import KioskRow
from kiosk.domain.devices import CameraState, PrinterState, ScannerState
from kiosk.domain.readiness import Application


class Rule(StrEnum):
    """What can be the matter with a kiosk."""

    SILENT = "silent"
    SERVICE = "service"
    PRINTER = "printer"
    PAPER = "paper"
    CAMERA = "camera"
    SCANNER = "scanner"
    DISK = "disk"
    HEAT = "heat"
    CLOCK = "clock"
    OUTBOX = "outbox"
    QUARANTINE = "quarantine"
    CONFLICT = "conflict"
    SELF_TEST = "self-test"


@dataclass(frozen=True, slots=True)
class Limits:
    """When a rule begins and ends. `begin` and `end` are figures in the rule's unit, where it has one;
    the trouble, and its absence, must have lasted `after` and `end_after`."""

    begin: int | None = None
    end: int | None = None
    after: timedelta = timedelta()
    end_after: timedelta = timedelta(minutes=2)
    urgent: bool = False
    enabled: bool = True


_FEW = timedelta(minutes=2)
_SOME = timedelta(minutes=5)
DEFAULTS: Mapping[Rule, Limits] = {
    Rule.SILENT: Limits(begin=5, end=2, urgent=True),
    Rule.SERVICE: Limits(after=_FEW, urgent=True),
    Rule.PRINTER: Limits(after=_FEW),
    Rule.PAPER: Limits(begin=15, end=30),
    Rule.CAMERA: Limits(after=_SOME),
    Rule.SCANNER: Limits(after=_SOME),
    Rule.DISK: Limits(begin=500, end=1000, after=_FEW),
    Rule.HEAT: Limits(begin=85, end=80, after=_SOME),
    Rule.CLOCK: Limits(begin=10, end=5, after=_SOME),
    Rule.OUTBOX: Limits(begin=500, end=100, after=_SOME),
    Rule.QUARANTINE: Limits(),
    Rule.CONFLICT: Limits(urgent=True),
    Rule.SELF_TEST: Limits(end_after=timedelta()),
}
UNITS: Mapping[Rule, str] = {
    Rule.SILENT: "minutes without a report",
    Rule.PAPER: "per cent left",
    Rule.DISK: "MiB free",
    Rule.HEAT: "degrees Celsius",
    Rule.CLOCK: "seconds off",
    Rule.OUTBOX: "facts that wait",
}
"""The rules that have figures, and what these count."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of the site in which only urgent alerts are sent."""

    begins: time
    ends: time

    def holds(self, local: datetime) -> bool:
        """True within the hours, which may go over midnight."""
        now = local.time()
        if self.begins <= self.ends:
            return self.begins <= now < self.ends
        return now >= self.begins or now < self.ends


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site wants to be told, and when not."""

    limits: Mapping[Rule, Limits] = field(default_factory=lambda: DEFAULTS)
    quiet: Quiet | None = None

    def may_tell(self, rule: Rule, local: datetime) -> bool:
        """False in quiet hours, unless it is urgent."""
        return self.limits[rule].urgent or self.quiet is None or not self.quiet.holds(local)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a rule made of a kiosk: whether it is bad, and the figure or state that tells how."""

    bad: bool
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is judged: the kiosk's last report, its conflicts of today, and since when we listen."""

    row: KioskRow
    conflicts: int
    listening_since: datetime
    now: datetime

    @property
    def quiet_for(self) -> timedelta:
        """How long it has been silent while we could have heard it."""
        return self.now - max(self.row.received_at, self.listening_since)

    def stale(self, limits: Limits) -> bool:
        """True where the last report is too old to judge anything else by."""
        return self.now - self.row.received_at > timedelta(minutes=limits.begin or 0)


def judge(rule: Rule, scene: Scene, rules: Rules, *, on: bool) -> Seen | None:
    """Whether the rule's trouble is there, milder once it is `on`; None where that is not known."""
    limits = rules.limits[rule]
    if rule is Rule.SILENT:
        minutes = scene.quiet_for // timedelta(minutes=1)
        return Seen(minutes >= _limit(limits, on=on), str(minutes))
    if rule is Rule.CONFLICT:
        return Seen(scene.conflicts > 0, str(scene.conflicts))
    if scene.stale(rules.limits[Rule.SILENT]):
        return None
    return _told(rule, scene.row, limits, on=on)


def _limit(limits: Limits, *, on: bool) -> int:
    found = limits.end if on else limits.begin
    return found if found is not None else 0


def _told(rule: Rule, row: KioskRow, limits: Limits, *, on: bool) -> Seen | None:
    limit = _limit(limits, on=on)
    match rule:
        case Rule.SERVICE:
            known = row.application
            return None if known is None else Seen(known == Application.UNAVAILABLE, known)
        case Rule.PRINTER:
            return Seen(row.printer in _PRINTER_DOWN, row.printer)
        case Rule.CAMERA:
            return Seen(row.camera in _CAMERA_DOWN and _has_camera(row), row.camera)
        case Rule.SCANNER:
            return Seen(row.scanner == ScannerState.MISSING, row.scanner or "")
        case Rule.PAPER:
            return _below(row.paper_percent, limit)
        case Rule.DISK:
            return _below(row.disk_free_mb, limit)
        case Rule.HEAT:
            return _at_least(row.celsius, limit)
        case Rule.OUTBOX:
            return _at_least(row.outbox + row.former, limit)
        case Rule.CLOCK:
            seconds = round(abs((row.received_at - row.at).total_seconds()))
            return Seen(seconds >= limit or row.clock_trusted is False, str(seconds))
        case Rule.QUARANTINE:
            return Seen(row.quarantined > 0, str(row.quarantined))
        case Rule.SELF_TEST:
            codes = row.self_test
            return None if codes is None else Seen(bool(codes), " ".join(codes))
        case Rule.SILENT | Rule.CONFLICT:
            raise AssertionError("judged before")
        case _:
            assert_never(rule)


_PRINTER_DOWN = {state.value for state in PrinterState if not state.can_print}
_CAMERA_DOWN = {CameraState.MISSING.value, CameraState.STALLED.value}


def _has_camera(row: KioskRow) -> bool:
    """A kiosk that lists its parts lists a camera only where it has one."""
    return row.parts is None or "camera" in row.parts


def _below(figure: int | None, limit: int) -> Seen | None:
    return None if figure is None else Seen(figure < limit, str(figure))


def _at_least(figure: int | None, limit: int) -> Seen | None:
    return None if figure is None else Seen(figure >= limit, str(figure))


# --- from what is seen to an alert ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Course:
    """How far a trouble came: seen since, told of as an alert since, gone since, over since."""

    since: datetime
    begun: datetime | None = None
    clear_since: datetime | None = None
    ended: datetime | None = None


def follow(
    course: Course | None, seen: Seen | None, limits: Limits, now: datetime
) -> Course | None:
    """The course from now on; None where there is no trouble, or it went before it became an alert."""
    if seen is None:
        return course
    if seen.bad:
        course = course or Course(now)
        begun = course.begun or (now if now - course.since >= limits.after else None)
        return Course(course.since, begun)
    if course is None or course.begun is None:
        return None
    clear_since = course.clear_since or now
    ended = now if now - clear_since >= limits.end_after else None
    return Course(course.since, course.begun, clear_since, ended)


# --- in words ---------------------------------------------------------------------------------

_STATES = {
    "paper-out": ("kertas habis", "paper is out"),
    "cover-open": ("tutup terbuka", "the cover is open"),
    "jam": ("kertas tersangkut", "paper is jammed"),
    "hot": ("terlalu panas", "it is too hot"),
    "broken": ("rusak", "it is broken"),
    "silent": ("tidak menjawab", "it does not answer"),
    "missing": ("tidak ada", "it is gone"),
    "stalled": ("macet", "it is stuck"),
}
_WORDS: Mapping[Rule, tuple[str, str]] = {
    Rule.SILENT: ("tidak melapor {0} menit", "no report for {0} minutes"),
    Rule.SERVICE: ("tidak dapat melayani", "serves nobody"),
    Rule.PRINTER: ("printer: {0}", "printer: {0}"),
    Rule.PAPER: ("kertas tinggal {0} %", "{0} % of the paper left"),
    Rule.CAMERA: ("kamera: {0}", "camera: {0}"),
    Rule.SCANNER: ("pemindai: {0}", "hand scanner: {0}"),
    Rule.DISK: ("sisa disk {0} MB", "{0} MiB of disk left"),
    Rule.HEAT: ("suhu {0} °C", "{0} °C"),
    Rule.CLOCK: (
        "jam meleset {0} detik atau belum dipastikan",
        "clock {0} s off, or not confirmed",
    ),
    Rule.OUTBOX: ("{0} catatan menunggu dikirim", "{0} facts wait to be sent"),
    Rule.QUARANTINE: ("{0} catatan disisihkan", "{0} facts were set aside"),
    Rule.SELF_TEST: ("uji mandiri menemukan {0}", "its own test found {0}"),
    Rule.CONFLICT: ("{0} nomor atau daftar ganda hari ini", "{0} conflicts of today"),
}


def words(rule: Rule, figure: str) -> tuple[str, str]:
    """What is the matter, in Indonesian and in English."""
    states = _STATES.get(figure, (figure, figure))
    own, english = _WORDS[rule]
    return own.format(states[0]), english.format(states[1])
