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

Value = str | bool | int | float
_WHOLE_MOST = 1e15
"""Beyond it a float is written as one, for it may not hold each whole number."""
Changes = Mapping[tuple[str, str], Value]
"""By section and key."""

_HEADER = re.compile(r"\s*\[\s*([\w-]+)\s*\]\s*(#.*)?$")
_VALUE = r'(?:"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[^\s#"\'\[{][^\s#]*)'
_KEY = r"(\s*{key}\s*=\s*){value}(\s*(?:#.*)?)$"

SHIPPED = Path(__file__).with_name("default.toml")
"""Where a file that is not there yet begins: every key explained, at its default."""


def change_settings(file: Path, changes: Changes) -> Settings:
    """Write `changes`, whole or not at all. Raises SettingsError or OSError."""
    file = file.resolve()  # a link stays one
    read_settings(file)
    text, settings = _changed(file, file.read_text("utf-8"), changes)
    _write(file, text)
    return settings


def begin_settings(file: Path, changes: Changes) -> Settings:
    """As `change_settings`, and a file that is not there yet begins as the shipped one."""
    if file.exists():
        return change_settings(file, changes)
    text, settings = _changed(file, SHIPPED.read_text("utf-8"), changes)
    _write(file, text)
    return settings


def settings_after(file: Path, changes: Changes) -> Settings:
    """What the settings would be; writes nothing. Raises SettingsError or OSError."""
    place = file if file.exists() else SHIPPED
    read_settings(place)
    return _changed(file, place.read_text("utf-8"), changes)[1]


def _changed(file: Path, old: str, changes: Changes) -> tuple[str, Settings]:
    try:
        document = _expected(old, changes)
        new = changed_text(old, changes)
        agrees = tomllib.loads(new) == document
    except ValueError as error:  # TOML, or half a sign in a text
        raise SettingsError([f"{file}: cannot be written ({error})"]) from error
    if not agrees:
        raise SettingsError([f"{file}: written in a way that only a person can change"])
    return new, parse_settings(document, str(file), file.parent)


def changed_text(text: str, changes: Changes) -> str:
    """The text of a settings file with other values."""
    lines = text.removesuffix("\n").split("\n")
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
    """A value as TOML has it. Raises ValueError for half a sign, which no file can hold."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case float() if value.is_integer() and abs(value) < _WHOLE_MOST:
            return str(int(value))
        case _:
            return repr(value)


def _quoted(text: str) -> str:
    """A basic string: on one line whatever it holds, for the lines of the file are counted."""
    text.encode()
    signs = (
        f"\\{sign}" if sign in '"\\' else
        sign if sign.isprintable() else
        f"\\U{ord(sign):08X}"
        for sign in text
    )  # fmt: skip
    return f'"{"".join(signs)}"'


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
    was = file.stat() if file.exists() else None
    number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if was else 0o644)
    with os.fdopen(number, "w", encoding="utf-8") as stream:
        if was:
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
