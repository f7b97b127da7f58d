"""What is the matter with kiosks, and whether webhooks took what they were told."""

from datetime import datetime, timedelta

from litestar import get

from central.alerts import words
from central.api.wire import AlertShown, AlertsShown, HookShown
from central.parts import HandedParts
from central.store import alerts as kept

SHOWN_FOR = timedelta(days=14)
SHOWN_MOST = 200


@get("/alerts")
async def alerts(parts: HandedParts) -> AlertsShown:
    """Alerts that go on, then those of the last two weeks; and how the webhooks fare."""
    local = parts.site.local()
    rows = await parts.store.read(lambda c: kept.listed(c, local - SHOWN_FOR, SHOWN_MOST))
    names = [hook.name for hook in parts.alerts.hooks]
    hooks = await parts.store.read(lambda c: [kept.hook(c, name) for name in names])
    return AlertsShown(
        at=local,
        alerts=[_alert(row, parts, local) for row in rows],
        webhooks=[
            HookShown(name, row.waiting, row.given_up, _local(row.last_done, local), row.problem)
            for name, row in zip(names, hooks, strict=True)
        ],
    )


def _alert(row: kept.AlertRow, parts: HandedParts, local: datetime) -> AlertShown:
    own, english = words(row.rule, row.figure)
    course = row.course
    return AlertShown(
        id=row.id,
        kiosk=row.kiosk,
        rule=row.rule.value,
        urgent=parts.alerts.rules.limits[row.rule].urgent,
        figure=row.figure,
        begun=(course.begun or course.since).astimezone(local.tzinfo),
        ended=_local(course.ended, local),
        told=row.told is not None,
        text=own,
        text_en=english,
    )


def _local(at: datetime | None, local: datetime) -> datetime | None:
    return None if at is None else at.astimezone(local.tzinfo)
