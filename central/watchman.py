"""The watchman: looks every quarter of a minute at what kiosks last told, and keeps alerts.

What it decides is read and reckoned first; the writer is asked only where something changed.
"""

import asyncio
import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from central.alerts import Course, Rule, Rules, Scene, follow, judge, words
from central.hints import Hints
from central.log import log
from central.site import Site
from central.store import alerts as kept
from central.store.alerts import AlertRow, Telling
from central.store.board import KioskRow, kiosks
from central.store.sqlite import SqliteStore
from central.store.writer import StoreError

LOOK_SECONDS = 15.0
FORGOTTEN_AFTER = timedelta(days=30)
"""A kiosk that was silent for so long is no longer one of the site's."""
SCHEMA = "alert/1"
NewId = Callable[[], UUID]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a look found to be changed."""

    keep: Sequence[AlertRow] = ()
    drop: Sequence[UUID] = ()
    post: Sequence[Telling] = ()

    def __bool__(self) -> bool:
        return bool(self.keep or self.drop or self.post)


class Watchman:
    """Keeps alerts, and has webhooks told of them."""

    def __init__(
        self,
        site: Site,
        store: SqliteStore,
        hints: Hints,
        rules: Rules,
        hooks: Sequence[str],
        wake: Callable[[], None] = lambda: None,
        new_id: NewId = uuid4,
    ) -> None:
        self._site = site
        self._store = store
        self._hints = hints
        self._rules = rules
        self._hooks = tuple(hooks)
        self._wake = wake
        self._new_id = new_id
        self._since = site.clock.now()
        self._well = True

    async def run(self) -> None:
        """Look until cancelled. A disk that fails is told once, and looked at again."""
        while True:
            try:
                await self.look()
            except StoreError as error:
                self._note(well=False, reason=str(error))
            else:
                self._note(well=True)
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """One look: what began, what ended, and who is to be told."""
        local = self._site.local()
        plan = await self._store.read(lambda c: self._plan(c, local))
        if not plan:
            return
        await self._store.write(lambda c: _carry_out(c, plan, local))
        for alert in plan.keep:
            _log(alert, local)
        self._hints.tell()
        self._wake()

    def _note(self, *, well: bool, reason: str | None = None) -> None:
        if well is not self._well:
            self._well = well
            log("watchman_returned" if well else "watchman_lost", reason=reason)

    # --- reckoning ---

    def _plan(self, connection: sqlite3.Connection, local: datetime) -> Plan:
        found = kept.open_alerts(connection)
        going = {(one.kiosk, one.rule): one for one in found if one.course.ended is None}
        conflicts = kept.conflicts(connection, local.date())
        keep: list[AlertRow] = []
        drop: list[UUID] = []
        post: list[Telling] = []
        for one in found:
            if one.course.ended is not None:
                self._settle(one, one, local, keep, post)
        for row in newest(kiosks(connection), local):
            scene = Scene(row, conflicts.get(row.kiosk, 0), self._since, local)
            for rule in Rule:
                before = going.pop((row.kiosk, rule), None)
                after = self._after(rule, scene, before)
                if after is not None:
                    self._settle(before, after, local, keep, post)
                elif before is not None:
                    drop.append(before.id)
        for gone in going.values():  # of a kiosk that is none of ours any more: nobody is told
            course = replace(gone.course, ended=local)
            keep.append(replace(gone, course=course, told=local, end_told=local))
        return Plan(keep, drop, post)

    def _after(self, rule: Rule, scene: Scene, before: AlertRow | None) -> AlertRow | None:
        limits = self._rules.limits[rule]
        if not limits.enabled:
            return None if before is None or before.course.begun is None else _over(before, scene)
        on = before is not None and before.course.begun is not None
        seen = judge(rule, scene, self._rules, on=on)
        course = follow(before.course if before else None, seen, limits, scene.now)
        if course is None:
            return None
        figure = seen.figure if seen and seen.bad else before.figure if before else ""
        if before is None:
            return AlertRow(self._new_id(), scene.row.kiosk, rule, course, figure)
        return replace(before, course=course, figure=_kept_figure(rule, before, figure))

    def _settle(
        self,
        before: AlertRow | None,
        after: AlertRow,
        local: datetime,
        keep: list[AlertRow],
        post: list[Telling],
    ) -> None:
        """Have told what is to be told now, and keep what differs."""
        if self._rules.may_tell(after.rule, local):
            begun = after.course.begun is not None and after.course.ended is None
            if begun and after.told is None:
                after = replace(after, told=local)
                post += self._tellings(after, "begun", local)
            if after.course.ended is not None and after.told and after.end_told is None:
                after = replace(after, end_told=local)
                post += self._tellings(after, "ended", local)
        if after != before:
            keep.append(after)

    def _tellings(self, alert: AlertRow, what: str, local: datetime) -> list[Telling]:
        made: list[Telling] = []
        for name in self._hooks:
            telling = self._new_id()
            body = self._body(telling, alert, what, local)
            made.append(Telling(telling, alert.id, name, body, local))
        return made

    def _body(self, telling: UUID, alert: AlertRow, what: str, local: datetime) -> str:
        own, english = words(alert.rule, alert.figure)
        over = what == "ended"
        course = alert.course
        body = {
            "schema": SCHEMA,
            "id": str(telling),
            "alert": str(alert.id),
            "what": what,
            "kiosk": alert.kiosk,
            "rule": alert.rule.value,
            "urgent": self._rules.limits[alert.rule].urgent,
            "figure": alert.figure,
            "begun": _shown(course.begun, local),
            "ended": _shown(course.ended, local),
            "text": f"Anjungan {alert.kiosk}: {'selesai: ' if over else ''}{own}",
            "text_en": f"Kiosk {alert.kiosk}: {'over: ' if over else ''}{english}",
        }
        return json.dumps(body, ensure_ascii=False)


def _shown(at: datetime | None, local: datetime) -> str | None:
    return None if at is None else at.astimezone(local.tzinfo).isoformat(timespec="seconds")


def _over(before: AlertRow, scene: Scene) -> AlertRow:
    """A rule that was switched off ends what it began."""
    return replace(before, course=replace(before.course, ended=scene.now))


_MOVING = frozenset({Rule.SILENT, Rule.CLOCK, Rule.OUTBOX, Rule.HEAT, Rule.DISK, Rule.PAPER})


def _kept_figure(rule: Rule, before: AlertRow, figure: str) -> str:
    """A figure that moves all the time stays as it was when the alert began: the board has the newest."""
    return before.figure if rule in _MOVING and before.course.begun is not None else figure


def newest(rows: Sequence[KioskRow], now: datetime) -> list[KioskRow]:
    """One row a kiosk, the newest: a reinstalled one has another installation, and the old one rests."""
    found: dict[str, KioskRow] = {}
    for row in rows:
        known = found.get(row.kiosk)
        if known is None or row.received_at > known.received_at:
            found[row.kiosk] = row
    return [row for row in found.values() if now - row.received_at < FORGOTTEN_AFTER]


def _carry_out(connection: sqlite3.Connection, plan: Plan, now: datetime) -> None:
    for dropped in plan.drop:
        kept.drop(connection, dropped)
    for alert in plan.keep:
        kept.keep(connection, alert)
    for telling in plan.post:
        kept.post(connection, telling)
    kept.forget_old(connection, now)


def _log(alert: AlertRow, now: datetime) -> None:
    course: Course = alert.course
    if course.begun == now:
        log("alert_begun", kiosk=alert.kiosk, rule=alert.rule, figure=alert.figure)
    elif course.ended == now:
        log("alert_ended", kiosk=alert.kiosk, rule=alert.rule)
