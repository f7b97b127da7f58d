"""Changes values in a settings file and leaves all else as it was written: comments, order, blanks.

It edits lines, and trusts itself only as far as the reader agrees: the new text must read as the old
one with exactly these changes, or nothing is written.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from config.settings import Settings, SettingsError, parse_settings, read_settings

Value = str | float
Changes = Mapping[tuple[str, str], Value]
"""By section and key."""

_HEADER = re.compile(r"\s*\[\s*([\w-]+)\s*\]\s*(#.*)?$")
_VALUE = r'(?:"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[^\s#"\'\[{][^\s#]*)'
_KEY = r"(\s*{key}\s*=\s*){value}(\s*(?:#.*)?)$"


def change_settings(file: Path, changes: Changes) -> Settings:
    """Write `changes`, whole or not at all. Raises SettingsError or OSError."""
    file = file.resolve()  # a link stays one
    read_settings(file)
    old = file.read_text("utf-8")
    new = changed_text(old, changes)
    document = _expected(old, changes)
    if tomllib.loads(new) != document:
        raise SettingsError([f"{file}: written in a way that only a person can change"])
    settings = parse_settings(document, str(file), file.parent)
    _write(file, new)
    return settings


def changed_text(text: str, changes: Changes) -> str:
    """The text of a settings file with other values."""
    lines = text.splitlines()
    for (section, key), value in changes.items():
        _change(lines, section, key, _written(value))
    return "\n".join(lines) + "\n"


def _change(lines: list[str], section: str, key: str, value: str) -> None:
    begin = _header(lines, section)
    if begin is None:
        lines += [
            *([""] if lines and lines[-1].strip() else []),
            f"[{section}]",
            f"{key} = {value}",
        ]
        return
    pattern = re.compile(_KEY.format(key=re.escape(key), value=_VALUE))
    for place in range(begin + 1, len(lines)):
        if lines[place].lstrip().startswith("["):
            break
        if found := pattern.match(lines[place]):
            lines[place] = f"{found[1]}{value}{found[2]}"
            return
    lines.insert(begin + 1, f"{key} = {value}")


def _header(lines: list[str], section: str) -> int | None:
    for place, line in enumerate(lines):
        if (found := _HEADER.match(line)) and found[1] == section:
            return place
    return None


def _written(value: Value) -> str:
    """Our own words and numbers: nothing in them needs an escape."""
    return f'"{value}"' if isinstance(value, str) else f"{value:g}"


def _expected(old: str, changes: Changes) -> dict[str, Any]:
    # Any: a parsed document holds whatever TOML can.
    document = tomllib.loads(old)
    for (section, key), value in changes.items():
        document.setdefault(section, {})[key] = value
    return document


def _write(file: Path, text: str) -> None:
    """Beside it first, with the same rights, and in its place only once it is on disk."""
    fresh = file.with_name(file.name + ".new")
    fresh.unlink(missing_ok=True)
    was = file.stat()
    number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "w", encoding="utf-8") as stream:
        with suppress(PermissionError):  # whose it is may be for root to say
            os.fchown(number, was.st_uid, was.st_gid)
        os.fchmod(number, was.st_mode & 0o777)
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
    folder = os.open(file.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
