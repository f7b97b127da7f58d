"""Reads the words of every language from Qt Linguist files into frozen tables.

It is apart because the files are translators' ground: they are parsed once, at the start, and a
broken one is refused before any citizen sees it.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree

from kiosk.domain.words import Words

SOURCE_LANGUAGE = "id"
_FIRST = (SOURCE_LANGUAGE, "en")


class BrokenWords(Exception):
    """A words file that cannot be used; the message names the file and the reason."""


def load_words(folder: Path) -> dict[str, Words]:
    """Read every `<language>.ts` in `folder`; what a language lacks is taken from Indonesian.

    The order is the one in which they are offered: Indonesian, English, the others by their codes.
    """
    source = _read(folder / f"{SOURCE_LANGUAGE}.ts")
    paths = sorted(folder.glob("*.ts"), key=lambda path: (_rank(path.stem), path.stem))
    return {path.stem: Words(path.stem, _complete(source, _read(path), path)) for path in paths}


def _rank(language: str) -> int:
    return _FIRST.index(language) if language in _FIRST else len(_FIRST)


def _complete(
    source: Mapping[str, str], own: Mapping[str, str], path: Path
) -> MappingProxyType[str, str]:
    unknown = own.keys() - source.keys()
    if unknown:
        raise BrokenWords(f"{path}: keys that Indonesian does not have: {sorted(unknown)}")
    return MappingProxyType({key: own.get(key) or text for key, text in source.items()})


def _read(path: Path) -> dict[str, str]:
    try:
        root = ElementTree.parse(path).getroot()  # noqa: S314 - our own files
    except (OSError, ElementTree.ParseError) as error:
        raise BrokenWords(f"{path}: {error}") from error
    table: dict[str, str] = {}
    for message in root.iter("message"):
        key = message.get("id", "")
        if not key or key in table:
            raise BrokenWords(f"{path}: message without id, or twice the same id: {key!r}")
        table[key] = message.findtext("translation") or ""
    return table
