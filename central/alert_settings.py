"""Reads `alerts.toml`: what a site wants to be told of, when not, and by which webhooks.

Every complaint is told at once. A webhook's secret lies in a file of its own, which the TOML names.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from pathlib import Path

from central.alerts import DEFAULTS, UNITS, Limits, Quiet, Rule, Rules
from central.gateway import read_gateway
from central.webhooks import Hook
from kiosk.domain.reading import Refused

HOOKS_MOST = 8
MINUTES_MOST = 24 * 60
KEYS: Mapping[str, str] = {
    "quiet.from": "HH:MM, with `quiet.to`",
    "quiet.to": "HH:MM, with `quiet.from`",
    "rules.RULE.enabled": "true or false",
    "rules.RULE.urgent": "true or false",
    "rules.RULE.begin": "a whole number, for rules with a figure",
    "rules.RULE.end": "a whole number, milder than `begin`",
    "rules.RULE.after_minutes": f"a whole number from 0 to {MINUTES_MOST}",
    "rules.RULE.end_after_minutes": f"a whole number from 0 to {MINUTES_MOST}",
    "webhooks.name": "1 to 40 letters, digits, - and _; each once",
    "webhooks.url": "https://; http:// only for this machine itself",
    "webhooks.secret_file": "a file with one word of at least 16 signs",
    "webhooks.ca_file": "a file of certificates (PEM), or left out",
}
"""Each key, and what is expected of it; docs/reference/alerts.md lists the same."""
RISING = frozenset({Rule.SILENT, Rule.HEAT, Rule.CLOCK, Rule.OUTBOX})
"""Rules whose trouble is a figure that is too high; of the others it is too low."""
_RULE_KEYS = {name.rpartition(".")[2] for name in KEYS if name.startswith("rules.")}
_HOOK_KEYS = {name.rpartition(".")[2] for name in KEYS if name.startswith("webhooks.")}


@dataclass(frozen=True, slots=True)
class AlertSettings:
    """The rules of a site, and who is told."""

    rules: Rules = field(default_factory=Rules)
    hooks: tuple[Hook, ...] = ()


def read_alerts(file: Path) -> AlertSettings:
    """Read a file. Raises OSError, or Refused with every complaint."""
    try:
        document = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused((f"{file}: {error}",)) from error
    reading = _Reading(file)
    rules, hooks = reading.rules(document), reading.hooks(document)
    reading.unknown("", document, {"quiet", "rules", "webhooks"})
    if reading.complaints:
        raise Refused(tuple(reading.complaints))
    return AlertSettings(rules, hooks)


class _Reading:
    """One file, and what is wrong with it."""

    def __init__(self, file: Path) -> None:
        self.complaints: list[str] = []
        self._file = file

    def complain(self, key: str, expected: str) -> None:
        """Note what is expected at a key."""
        self.complaints.append(f"{self._file}: {key}: {expected}")

    def unknown(self, where: str, table: Mapping[str, object], known: set[str]) -> None:
        """Complain of every key that means nothing."""
        for key in table.keys() - known:
            self.complain(f"{where}{key}", "no such key")

    def table(self, key: str, value: object) -> Mapping[str, object]:
        """A table; an empty one where it is none."""
        if isinstance(value, dict):
            return value
        self.complain(key, "a table expected")
        return {}

    # --- rules ---

    def rules(self, document: Mapping[str, object]) -> Rules:
        """All rules, those that the file does not name as they are by default."""
        limits = dict(DEFAULTS)
        for name, value in self.table("rules", document.get("rules", {})).items():
            key = f"rules.{name}"
            if name not in DEFAULTS:
                self.complain(key, f"one of {', '.join(DEFAULTS)} expected")
            else:
                rule = Rule(name)
                limits[rule] = self.limits(rule, key, self.table(key, value))
        return Rules(limits, self.quiet(document))

    def limits(self, rule: Rule, key: str, table: Mapping[str, object]) -> Limits:
        """One rule's."""
        found = DEFAULTS[rule]
        self.unknown(f"{key}.", table, _RULE_KEYS)
        for name in ("enabled", "urgent"):
            if name in table:
                value = table[name]
                if not isinstance(value, bool):
                    self.complain(f"{key}.{name}", "true or false expected")
                elif name == "enabled":
                    found = replace(found, enabled=value)
                else:
                    found = replace(found, urgent=value)
        if "after_minutes" in table:
            found = replace(found, after=self.minutes(f"{key}.after_minutes", table))
        if "end_after_minutes" in table:
            found = replace(found, end_after=self.minutes(f"{key}.end_after_minutes", table))
        return self.figures(rule, key, table, found)

    def figures(self, rule: Rule, key: str, table: Mapping[str, object], found: Limits) -> Limits:
        """Where it begins and ends."""
        given = {name: table[name] for name in ("begin", "end") if name in table}
        if given and rule not in UNITS:
            self.complain(key, "this rule has no figure: neither begin nor end")
            return found
        for name, value in given.items():
            if type(value) is not int or not 0 <= value <= 1_000_000:
                self.complain(f"{key}.{name}", "a whole number from 0 to 1000000 expected")
                return found
            found = replace(found, begin=value) if name == "begin" else replace(found, end=value)
        if rule in UNITS and found.begin is not None and found.end is not None:
            milder = found.end < found.begin if rule in RISING else found.end > found.begin
            if not milder:
                self.complain(f"{key}.end", f"milder than begin ({found.begin}) expected")
        return found

    def minutes(self, key: str, table: Mapping[str, object]) -> timedelta:
        """A number of minutes."""
        value = table[key.rpartition(".")[2]]
        if type(value) is not int or not 0 <= value <= MINUTES_MOST:
            self.complain(key, f"a whole number from 0 to {MINUTES_MOST} expected")
            return timedelta()
        return timedelta(minutes=value)

    def quiet(self, document: Mapping[str, object]) -> Quiet | None:
        """Quiet hours, where there are any."""
        if "quiet" not in document:
            return None
        table = self.table("quiet", document["quiet"])
        self.unknown("quiet.", table, {"from", "to"})
        found = [self.hour(f"quiet.{name}", table.get(name)) for name in ("from", "to")]
        if found[0] == found[1]:
            self.complain("quiet.to", "another time than quiet.from expected")
        return Quiet(*found)

    def hour(self, key: str, value: object) -> time:
        """A time of the day: "19:00", or as TOML has it, 19:00:00."""
        if isinstance(value, time):
            return value
        try:
            return time.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            self.complain(key, "HH:MM expected")
            return time(0, len(self.complaints) % 60)

    # --- webhooks ---

    def hooks(self, document: Mapping[str, object]) -> tuple[Hook, ...]:
        """Every webhook."""
        listed = document.get("webhooks", [])
        if not isinstance(listed, list) or len(listed) > HOOKS_MOST:
            self.complain("webhooks", f"a list of at most {HOOKS_MOST} tables expected")
            return ()
        found = [
            hook
            for number, one in enumerate(listed, 1)
            if (hook := self.hook(f"webhooks[{number}]", self.table(f"webhooks[{number}]", one)))
        ]
        names = [hook.name for hook in found]
        for name in sorted({name for name in names if names.count(name) > 1}):
            self.complain("webhooks.name", f"{name} stands there twice")
        return tuple(found)

    def hook(self, key: str, table: Mapping[str, object]) -> Hook | None:
        """One webhook; None where something is wrong with it."""
        before = len(self.complaints)
        self.unknown(f"{key}.", table, _HOOK_KEYS)
        name, url, secret = (self.text(key, table, one) for one in ("name", "url", "secret_file"))
        ca = self.text(key, table, "ca_file") if "ca_file" in table else ""
        if not (len(name) <= 40 and name.replace("-", "").replace("_", "").isalnum()):
            self.complain(f"{key}.name", KEYS["webhooks.name"])
        if len(self.complaints) > before:
            return None
        authority = self.beside(ca) if ca else None
        try:
            # A gateway's address and secret are judged by the same measure.
            found = read_gateway(url, self.beside(secret), authority)
        except (OSError, ValueError) as error:
            self.complain(key, str(error).removeprefix("--gateway "))
            return None
        return Hook(name, found.url, found.secret, found.ca)

    def text(self, key: str, table: Mapping[str, object], name: str) -> str:
        """A text that has to be there."""
        value = table.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.complain(f"{key}.{name}", "a text expected")
        return ""

    def beside(self, path: str) -> Path:
        """A path, relative to the file."""
        return self._file.parent / path
