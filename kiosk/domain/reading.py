"""Reads outside JSON or TOML once, at the door: typed values, or every complaint with its place."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")


class Refused(ValueError):
    """Outside text that is not what it should be. `complaints` names each place and what is expected."""

    def __init__(self, complaints: Sequence[str]) -> None:
        super().__init__("; ".join(complaints))
        self.complaints = tuple(complaints)


@dataclass(slots=True)
class Reader:
    """A cursor on one object. Wrong fields are collected in `complaints` and read as a neutral value.

    Call `finish()` after reading: it raises `Refused` with all complaints of this object and its parts.
    """

    value: object
    path: str = ""
    complaints: list[str] = field(default_factory=list)

    def _complain(self, place: str, expected: str) -> None:
        self.complaints.append(f"{place or 'document'}: expected {expected}")

    def _place(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _get(self, key: str) -> object:
        if isinstance(self.value, Mapping):
            return self.value.get(key)
        return None

    def _typed(self, key: str, kind: type[T], expected: str, neutral: T) -> T:
        found = self._get(key)
        if isinstance(found, kind) and not (kind is int and isinstance(found, bool)):
            return found
        self._complain(self._place(key), expected)
        return neutral

    def has(self, key: str) -> bool:
        """True when the key is there and not null."""
        return self._get(key) is not None

    def text(self, key: str, *, most: int = 10_000) -> str:
        """A string of 1 to `most` characters."""
        found = self._typed(key, str, "text", "")
        wrong = not found or len(found) > most or not _whole(found)
        if wrong and isinstance(self._get(key), str):
            self._complain(self._place(key), f"1 to {most} characters")
        return found

    def maybe_text(self, key: str, *, most: int = 10_000) -> str | None:
        """A string, or None when absent or null."""
        return self.text(key, most=most) if self.has(key) else None

    def integer(self, key: str, *, least: int = 0, most: int = 2**53) -> int:
        """A whole number within bounds."""
        found = self._typed(key, int, f"a whole number from {least} to {most}", least)
        if not least <= found <= most:
            self._complain(self._place(key), f"a whole number from {least} to {most}")
            return least
        return found

    def maybe_integer(self, key: str, *, least: int = 0, most: int = 2**53) -> int | None:
        """A whole number within bounds, or None when absent or null."""
        return self.integer(key, least=least, most=most) if self.has(key) else None

    def truth(self, key: str, default: bool | None = None) -> bool:
        """True or false; `default` when absent."""
        if default is not None and not self.has(key):
            return default
        return self._typed(key, bool, "true or false", False)

    def one_of(self, key: str, choices: Sequence[str]) -> str:
        """One of the given strings."""
        found = self._get(key)
        if isinstance(found, str) and found in choices:
            return found
        self._complain(self._place(key), "one of " + ", ".join(choices))
        return choices[0]

    def moment(self, key: str) -> datetime:
        """An RFC 3339 time with offset."""
        neutral = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
        return self._parsed(key, datetime.fromisoformat, "a time with offset", neutral, _aware)

    def day(self, key: str) -> date:
        """A date as YYYY-MM-DD."""
        return self._parsed(key, date.fromisoformat, "a date YYYY-MM-DD", date(1970, 1, 1))

    def uuid(self, key: str) -> UUID:
        """A UUID in its usual written form."""
        return self._parsed(key, UUID, "a UUID", UUID(int=0))

    def _parsed(
        self,
        key: str,
        parse: Callable[[str], T],
        expected: str,
        neutral: T,
        good: Callable[[T], bool] = lambda _: True,
    ) -> T:
        found = self._get(key)
        if isinstance(found, str):
            try:
                parsed = parse(found)
            except ValueError:
                parsed = None
            if parsed is not None and good(parsed):
                return parsed
        self._complain(self._place(key), expected)
        return neutral

    def part(self, key: str) -> "Reader":
        """The object under `key`."""
        found = self._get(key)
        if not isinstance(found, Mapping):
            self._complain(self._place(key), "an object")
        return Reader(found, self._place(key), self.complaints)

    def parts(self, key: str) -> Iterator["Reader"]:
        """Each object of the list under `key`."""
        for index, item in enumerate(self.items(key)):
            place = f"{self._place(key)}[{index}]"
            if not isinstance(item, Mapping):
                self._complain(place, "an object")
            yield Reader(item, place, self.complaints)

    def items(self, key: str) -> Sequence[object]:
        """The list under `key`."""
        found = self._get(key)
        if isinstance(found, list):
            return found
        self._complain(self._place(key), "a list")
        return ()

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of strings under `key`."""
        found = self.items(key)
        for index, item in enumerate(found):
            if not isinstance(item, str) or not _whole(item):
                self._complain(f"{self._place(key)}[{index}]", "text")
        return tuple(item for item in found if isinstance(item, str))

    def reject(self, key: str, expected: str) -> None:
        """Complain about a field whose type was right and whose meaning is not."""
        self._complain(self._place(key), expected)

    def finish(self) -> None:
        """Raise `Refused` when anything was wrong."""
        if self.complaints:
            raise Refused(self.complaints)


def read_json(raw: bytes | str, what: str) -> Reader:
    """A reader on a JSON text. Raises `Refused` where it is none, or one no reader could hold."""
    try:
        return Reader(json.loads(raw))
    except (ValueError, RecursionError) as error:  # too long a number, too deep a nesting
        raise Refused([f"{what}: not JSON ({error})"]) from error


def _whole(text: str) -> bool:
    """False for half a sign (a lone surrogate), which JSON can write and no file can hold."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _aware(moment: datetime) -> bool:
    return moment.tzinfo is not None
