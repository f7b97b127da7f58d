"""Reads the templates of papers: those that are shipped, and a site's own in their place.

A site's template that cannot be used is complained of and the shipped one stays in force: numbers
are printed whatever an editor did last night.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.papers.kinds import Kind
from kiosk.domain.papers.template import Template, parse_template
from kiosk.domain.papers.templates import Templates
from kiosk.domain.reading import Refused
from kiosk.domain.words import Words

FOLDER = "templates"
"""Of the resources."""
SUFFIX = ".toml"
FILE_BYTES_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """The templates in force, and what was wrong with those of the site."""

    templates: Templates
    complaints: tuple[str, ...] = ()


def load_templates(
    shipped: Path, languages: Mapping[str, Words], site: Path | None = None
) -> Loaded:
    """Read one template of each kind. Raises Refused where a shipped one is broken."""
    found = {kind: read_template(shipped / f"{kind}{SUFFIX}", languages) for kind in Kind}
    missing = site is not None and not site.is_dir()
    complaints = [f"{site}: no such folder"] if missing else []
    for file in sorted(site.glob(f"*{SUFFIX}")) if site else ():
        try:
            own = read_template(file, languages)
        except Refused as refused:
            complaints += refused.complaints
        else:
            found[own.kind] = own
    return Loaded(Templates(found), tuple(complaints))


def read_template(file: Path, languages: Mapping[str, Words], kind: Kind | None = None) -> Template:
    """Read one file; its name tells the kind where none is given. Raises Refused."""
    try:
        return parse_template(kind or _kind_of(file), _document(file), languages)
    except Refused as refused:
        raise Refused(
            [f"{file.name}: {complaint}" for complaint in refused.complaints]
        ) from refused


def _kind_of(file: Path) -> Kind:
    try:
        return Kind(file.stem)
    except ValueError as error:
        names = ", ".join(f"{kind}{SUFFIX}" for kind in Kind)
        raise Refused(
            [f"the file is named {names}; of another name --kind says what it is"]
        ) from error


def _document(file: Path) -> object:
    try:
        with file.open("rb") as opened:
            raw = opened.read(FILE_BYTES_MOST + 1)
        if len(raw) > FILE_BYTES_MOST:
            raise Refused([f"at most {FILE_BYTES_MOST} bytes"])
        return tomllib.loads(raw.decode("utf-8"))
    except OSError as error:
        raise Refused([f"cannot be read ({error.strerror})"]) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refused([f"not TOML ({error})"]) from error
