"""What the doctor can find, and what to do about it: read from resources/doctor/codes.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

LANGUAGES = ("id", "en")
STEPS = 3


class Component(StrEnum):
    """What is examined, in the order of the report."""

    SETTINGS = "settings"
    SCREEN = "screen"
    TOUCH = "touch"
    CAMERA = "camera"
    SCANNER = "scanner"
    PRINTER = "printer"
    VOICE = "voice"
    CLOCK = "clock"
    DISK = "disk"
    LEDGER = "database"
    NETWORK = "network"
    CENTRAL = "central"
    VERSIONS = "versions"


class Level(StrEnum):
    """What a finding means for visitors, from nothing to all."""

    FINE = "fine"
    NOTES = "notes"
    LIMITS = "limits"
    BLOCKS = "blocks"

    @property
    def is_fault(self) -> bool:
        """True where somebody must do something before the doors open."""
        return self in (Level.LIMITS, Level.BLOCKS)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was seen. `code` is empty where all is well; `fact` is what was seen."""

    component: Component
    fact: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Counsel:
    """Cause and steps in one language."""

    cause: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """One code: its level, and its counsel by language."""

    code: str
    level: Level
    counsel: Mapping[str, Counsel]


def read_advice(file: Path) -> Mapping[str, Advice]:
    """Every code there is, in the file's order."""
    with file.open("rb") as stream:
        document = tomllib.load(stream)
    return {
        code: Advice(
            code,
            Level(entry["level"]),
            {
                language: Counsel(entry[language]["cause"], tuple(entry[language]["steps"]))
                for language in LANGUAGES
            },
        )
        for code, entry in document.items()
    }
