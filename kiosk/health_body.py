"""How the kiosk is, as it travels: what is not known is left out, never made up."""

from collections.abc import Mapping

from kiosk.domain.readiness import Component
from kiosk.domain.unattended import SelfTest
from kiosk.ports import Health, PrinterReport


def health_body(health: Health) -> Mapping[str, object]:
    """The body of POST /device/health."""
    paper = health.paper
    known: dict[str, object | None] = {
        "paper_percent": paper and paper.paper_percent,
        "tickets_left": paper and paper.tickets_left,
        "printer_level": paper and paper.level,
        "printer_model": (paper and paper.model) or None,
        "printers": [_printer(one) for one in paper.both] if paper and paper.both else None,
        "scanner": health.scanner,
        "disk_free_mb": health.disk_free_mb,
        "celsius": health.celsius,
        "clock_offset_ms": health.clock_offset_ms,
        "clock_trusted": health.clock_trusted,
        "last_print": health.last_print and health.last_print.isoformat(),
        "last_visit": health.last_visit and health.last_visit.isoformat(),
        "versions": dict(health.versions) or None,
        "application": health.application,
        "self_test": health.self_test and _self_test(health.self_test),
        "components": [_component(one) for one in health.components] or None,
        "newest_order": health.newest_order or None,
        "refused_order": health.refused_order or None,
    }
    return {
        "installation": str(health.installation),
        "at": health.at.isoformat(),
        "printer": health.printer,
        "camera": health.camera,
        "outbox": health.outbox,
        "quarantined": health.quarantined,
        "former": health.former,
        "slot": health.slot,
        "software": health.software,
        "catalogue_etag": health.catalogue_etag,
        **{name: value for name, value in known.items() if value is not None},
    }


def _printer(report: PrinterReport) -> Mapping[str, object]:
    known = {"level": report.level, "model": report.model or None, "state": report.state}
    return {
        "name": report.name,
        "paper_percent": report.paper_percent,
        "tickets_left": report.tickets_left,
        **{name: value for name, value in known.items() if value is not None},
    }


def _self_test(found: SelfTest) -> Mapping[str, object]:
    return {"at": found.at.isoformat(), "codes": list(found.codes)}


def _component(component: Component) -> Mapping[str, object]:
    return {
        "part": component.part,
        "readiness": component.readiness,
        "reason": component.reason,
        "required": component.required,
    }
