"""Carries out what staff order at the kiosk: judges their PIN, looks at the machine, tells central."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import assert_never
from uuid import UUID

from kiosk import blackbox
from kiosk.domain import effects as do
from kiosk.domain import events as on
from kiosk.domain.devices import PaperOutcome, RollStep
from kiosk.domain.events import Event
from kiosk.domain.model import RequestId
from kiosk.domain.paper import Paper
from kiosk.domain.staff import (
    PIN_DIGITS,
    Act,
    Equipment,
    Exported,
    Finding,
    Layout,
    Locked,
    LogLine,
    PinVerdict,
    Ready,
    Right,
    TouchTested,
    Tries,
    Unset,
    Wrong,
)
from kiosk.domain.statistics import Figures, Period
from kiosk.log import Log
from kiosk.log_tail import shown, tail
from kiosk.pin_hash import is_pin
from kiosk.ports import Clock, KioskError, Printer, Store
from kiosk.removable import Volume, export, removable_volumes
from kiosk.staff_files import StaffFiles
from kiosk.vitals import THERMAL, celsius, disk_free_mb

LOG_FILE = "kiosk.log"


@dataclass(frozen=True, slots=True)
class Machine:
    """What the panel looks at. `read` and `tell` are for the equipment among the surroundings."""

    kiosk: str
    data: Path
    has_printer: bool
    has_camera: bool
    printer: Callable[[], Printer | None]
    read: Callable[[], Equipment]
    tell: Callable[[Equipment], None]
    wake_sync: Callable[[], None]
    test_page: Callable[[Printer | None], Paper]
    wake_printer: Callable[[], None]
    count_figures: Callable[[Period, datetime], Figures]
    table: Callable[[Period, datetime], str]
    """The same as CSV."""
    keep_layout: Callable[[Layout], None]
    restart: Callable[[], None]
    volumes: Callable[[], list[Volume]] = removable_volumes
    thermal: Path = THERMAL


class StaffRoom:
    """One for each kiosk; it keeps nothing of who was in."""

    def __init__(
        self, files: StaffFiles, store: Store, machine: Machine, clock: Clock, log: Log
    ) -> None:
        self._files = files
        self._store = store
        self._machine = machine
        self._clock = clock
        self._log = log

    async def carry_out(self, order: do.StaffOrder, send: Callable[[Event], None]) -> None:
        """One order; what it asks for is answered by an event. Raises KioskError."""
        match order:
            case do.JudgePin(request, pin):
                # Both the disk and the hash take their time; nothing else may wait for them.
                send(on.PinJudged(request, await asyncio.to_thread(self._judge, pin)))
            case do.Inspect(attendance):
                await self._inspect()
                send(on.Inspected(attendance))
            case do.KeepClosed(closed):
                await asyncio.to_thread(self._files.keep_closed, closed)
            case do.Audit(act, result):
                await self._audit(act, result)
            case do.PrintTest(paper):
                await self._print_test(paper, send)
            case do.WatchRoll(request):
                self._watch_roll(request, send)
            case do.CountRollAnew():
                if printer := self._machine.printer():
                    printer.count_roll_anew()
            case do.KeepLayout(request, layout):
                await self._keep_layout(request, layout, send)
            case do.ReadLog(request):
                await self._read_log(request, send)
            case do.ExportLog(request, local):
                name = f"anjungan-{self._machine.kiosk}-{local:%Y%m%dT%H%M%S}.log"
                send(on.ExportEnded(request, await asyncio.to_thread(self._export, name)))
            case do.ExportFigures(request):
                send(on.ExportEnded(request, await asyncio.to_thread(self._export_table, order)))
            case do.Restart():
                try:
                    await self._audit(Act.RESTART, None)
                finally:  # a ledger that fails is a reason to start anew
                    self._machine.restart()
            case do.CountFigures():
                await self._count(order, send)
            case _:
                assert_never(order)

    # --- the door ---

    def _judge(self, pin: str | None) -> PinVerdict:
        kept, now = self._files.pin(), self._clock.now()
        if kept is None:
            return Unset()
        tries = self._files.tries(now)
        if until := tries.locked_until(now):
            return Locked(until)
        if pin is None or len(pin) != PIN_DIGITS:
            return Ready()
        tried = tries.tried(now)
        # Before it is judged: pulling the plug must not give a try for nothing.
        self._files.keep_tries(tried)
        if is_pin(pin, kept):
            self._files.keep_tries(Tries())
            return Right()
        return Locked(tried.until, tried=True) if tried.until else Wrong(tried.left)

    # --- tests ---

    async def _print_test(self, subject: UUID, send: Callable[[Event], None]) -> None:
        try:
            page = self._machine.test_page(self._machine.printer())
            await self._store.add_paper(subject, lambda _: page, self._clock.now())
        except Exception:
            send(on.PaperChanged(subject, PaperOutcome.OFF))
            raise
        self._machine.wake_printer()

    def _watch_roll(self, request: RequestId | None, send: Callable[[Event], None]) -> None:
        printer, loop = self._machine.printer(), asyncio.get_running_loop()
        if printer is None:
            return
        if request is None:
            printer.watch_roll(None)
            return

        def tell(step: RollStep) -> None:
            with suppress(RuntimeError):  # the loop has ended: nobody is left to hear it
                loop.call_soon_threadsafe(send, on.RollMoved(request, step))

        printer.watch_roll(tell)

    # --- the machine ---

    async def _inspect(self) -> None:
        counts = await self._store.outbox_counts()
        machine, printer = self._machine, self._machine.printer()
        report = printer.report if printer else None
        free, heat = await asyncio.to_thread(_figures, machine)
        touch = await asyncio.to_thread(self._files.touch_tested)
        found = replace(
            machine.read(),
            has_printer=machine.has_printer,
            has_camera=machine.has_camera,
            paper_percent=report.paper_percent if report else None,
            paper_tickets=report.tickets_left if report else None,
            waiting=counts.waiting + counts.former,
            quarantined=counts.quarantined,
            clock_trusted=self._clock.trusted(),
            touch=touch,
            disk_free_mb=free,
            celsius=heat,
        )
        machine.tell(found)

    # --- layout ---

    async def _keep_layout(
        self, request: RequestId, layout: Layout, send: Callable[[Event], None]
    ) -> None:
        try:
            await asyncio.to_thread(self._machine.keep_layout, layout)
        except KioskError as error:
            self._log("layout.not-kept", reason=str(error))
            send(on.LayoutKept(request, well=False))
            return
        self._machine.tell(replace(self._machine.read(), layout=layout))
        send(on.LayoutKept(request, well=True))

    # --- the log ---

    async def _read_log(self, request: RequestId, send: Callable[[Event], None]) -> None:
        try:
            lines = await asyncio.to_thread(self._log_lines)
        except KioskError:
            send(on.LogRead(request, None))
            raise
        send(on.LogRead(request, lines))

    def _log_lines(self) -> tuple[LogLine, ...]:
        """The log and the black box together, the newest first."""
        lines = [*shown(tail(self._machine.data / LOG_FILE)), *self._happened()]
        return tuple(sorted(lines, key=lambda line: line.at, reverse=True))

    def _happened(self) -> list[LogLine]:
        box = self._machine.data / blackbox.FILE
        return [LogLine(one.at, one.kind, " ".join(one.words)) for one in blackbox.events(box)]

    def _export(self, name: str) -> Exported:
        try:
            lines = tail(self._machine.data / LOG_FILE)
            lines += [_as_json(one) for one in self._happened()]
        except KioskError:
            return Exported.FAILED
        return export(_safe(name), "\n".join(lines) + "\n", self._machine.volumes())

    # --- statistics ---

    async def _count(self, order: do.CountFigures, send: Callable[[Event], None]) -> None:
        count = self._machine.count_figures
        try:
            found = await asyncio.to_thread(count, order.period, order.local)
        except KioskError:
            send(on.FiguresCounted(order.request, None))
            raise
        send(on.FiguresCounted(order.request, found))

    def _export_table(self, order: do.ExportFigures) -> Exported:
        local, period = order.local, order.period
        name = f"anjungan-{self._machine.kiosk}-{period}-{local:%Y%m%dT%H%M%S}.csv"
        try:
            table = self._machine.table(period, local)
        except KioskError:
            return Exported.FAILED
        return export(_safe(name), table, self._machine.volumes())

    # --- what central is told ---

    async def _audit(self, act: Act, result: Finding | None) -> None:
        self._log("staff", act=act, result=result)
        at = self._clock.now().isoformat()
        tested = {"result": result} if result else {}
        fact = {"at": at, "kiosk": self._machine.kiosk, "act": act, **tested}
        await self._store.add_fact("staff.acted", fact)
        self._machine.wake_sync()
        if act is Act.TOUCH and result:
            touch = TouchTested(self._clock.now(), result)
            await asyncio.to_thread(self._files.keep_touch_tested, touch)


def _figures(machine: Machine) -> tuple[int | None, int | None]:
    """Room on the disk and heat; a disk or a sensor that hangs takes its time."""
    return disk_free_mb(machine.data), celsius(machine.thermal)


def _as_json(line: LogLine) -> str:
    told = {"at": line.at.isoformat(timespec="milliseconds"), "happened": line.event}
    return json.dumps(told | ({"what": line.text} if line.text else {}))


def _safe(name: str) -> str:
    """A kiosk's name may hold what a stick's file system does not take."""
    return "".join(sign if sign.isalnum() or sign in "-." else "-" for sign in name)
