"""What stands on a printed ticket, in resolved words; how it looks is the layout's business."""

import json
from dataclasses import asdict, dataclass, field

from kiosk.domain.reading import read_json


@dataclass(frozen=True, slots=True)
class Paper:
    """One ticket, top to bottom. Rows are label and value."""

    place: str
    tenant: str
    heading: str
    number: str
    service: str
    agency: str
    banner: str | None
    rows: tuple[tuple[str, str], ...] = field(repr=False)
    note: str | None
    bring_title: str
    bring: tuple[str, ...]
    qr: str = field(repr=False)
    qr_caption: str
    closing: tuple[str, ...]
    footer: str
    copy_mark: str | None = None

    def to_json(self) -> str:
        """The stored form of a print job's content."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def parse_paper(text: str) -> Paper:
    """Read the stored form back. Raises Refused."""
    reader = read_json(text, "paper")
    rows: list[tuple[str, str]] = []
    for row in reader.items("rows"):
        match row:
            case [str(label), str(value)]:
                rows.append((label, value))
            case _:
                reader.reject("rows", "pairs of label and value")
    paper = Paper(
        place=reader.text("place"),
        tenant=reader.text("tenant"),
        heading=reader.text("heading"),
        number=reader.text("number"),
        service=reader.text("service"),
        agency=reader.text("agency"),
        banner=reader.maybe_text("banner"),
        rows=tuple(rows),
        note=reader.maybe_text("note"),
        bring_title=reader.text("bring_title"),
        bring=reader.texts("bring"),
        qr=reader.text("qr"),
        qr_caption=reader.text("qr_caption"),
        closing=reader.texts("closing"),
        footer=reader.text("footer"),
        copy_mark=reader.maybe_text("copy_mark"),
    )
    reader.finish()
    return paper
