"""The doctor's findings as text for people, as JSON for programs, and as lines for a narrow roll."""

import json
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.doctor_advice import Advice, Component, Finding, Level

WIDTH = 96
WORDS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "title": "Laporan kesiapan anjungan",
        "ready": "SIAP: warga dapat dilayani.",
        "limited": "SIAP SEBAGIAN: warga dapat dilayani, tetapi perbaiki yang ditandai !.",
        "blocked": "BELUM SIAP: perbaiki yang ditandai X sebelum dibuka.",
        Level.FINE: "baik",
        Level.NOTES: "catat",
        Level.LIMITS: "! kurang",
        Level.BLOCKS: "X henti",
        Component.SETTINGS: "setelan",
        Component.SCREEN: "layar",
        Component.TOUCH: "panel sentuh",
        Component.CAMERA: "kamera",
        Component.SCANNER: "pembaca kode",
        Component.PRINTER: "printer",
        Component.VOICE: "suara",
        Component.CLOCK: "jam",
        Component.DISK: "disk",
        Component.LEDGER: "buku besar",
        Component.NETWORK: "jaringan",
        Component.CENTRAL: "server pusat",
        Component.VERSIONS: "versi",
    },
    "en": {
        "title": "Kiosk readiness report",
        "ready": "READY: visitors can be served.",
        "limited": "PARTLY READY: visitors can be served, but mend what is marked !.",
        "blocked": "NOT READY: mend what is marked X before opening.",
        Level.FINE: "fine",
        Level.NOTES: "note",
        Level.LIMITS: "! less",
        Level.BLOCKS: "X stop",
        **{component: component.value for component in Component},
    },
}


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found on one kiosk at one moment."""

    kiosk: str
    at: datetime
    seconds: float
    findings: Sequence[Finding]
    advice: Mapping[str, Advice]

    def level(self, finding: Finding) -> Level:
        """How much a finding matters."""
        return self.advice[finding.code].level if finding.code else Level.FINE

    @property
    def verdict(self) -> str:
        """`ready`, `limited` or `blocked`."""
        levels = {self.level(finding) for finding in self.findings}
        if Level.BLOCKS in levels:
            return "blocked"
        return "limited" if Level.LIMITS in levels else "ready"

    @property
    def exit_code(self) -> int:
        """0 when nothing needs mending before the doors open."""
        return 0 if self.verdict == "ready" else 1


def as_json(report: Report) -> str:
    """For programs; the facts and both languages' counsel."""
    checks = [
        {
            "component": finding.component,
            "level": report.level(finding),
            "code": finding.code or None,
            "fact": finding.fact,
            **_counsel(report.advice.get(finding.code)),
        }
        for finding in report.findings
    ]
    document = {
        "kiosk": report.kiosk,
        "at": report.at.isoformat(timespec="seconds"),
        "seconds": round(report.seconds, 1),
        "verdict": report.verdict,
        "checks": checks,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _counsel(advice: Advice | None) -> dict[str, object]:
    if advice is None:
        return {}
    return {
        language: {"cause": counsel.cause, "steps": list(counsel.steps)}
        for language, counsel in advice.counsel.items()
    }


def as_text(report: Report, language: str, width: int = WIDTH) -> str:
    """For people: a line a component, then what to do about each trouble."""
    words = WORDS[language]
    lines = [
        f"{words['title']}: {report.kiosk}",
        f"{report.at:%Y-%m-%d %H:%M} UTC, {report.seconds:.0f} s",
        *textwrap.wrap(words[report.verdict], width),
        "",
    ]
    for finding in report.findings:
        head = f"{words[finding.component]:13} {words[report.level(finding)]:9} {finding.code:7}"
        lines += _wrapped(f"{head}{finding.fact}", width, indent=" " * 4)
    for code in dict.fromkeys(finding.code for finding in report.findings if finding.code):
        counsel = report.advice[code].counsel[language]
        lines += ["", *_wrapped(f"{code}  {counsel.cause}", width)]
        for number, step in enumerate(counsel.steps, 1):
            lines += _wrapped(f"  {number}. {step}", width, indent=" " * 5)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=indent, break_on_hyphens=False)
