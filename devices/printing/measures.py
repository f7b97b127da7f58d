"""How large everything on a ticket is, on both paper widths; the numbers of tokens.json `print`.

All lengths are dots of a 203 dpi head: 8 dots are 1 mm.
"""

from dataclasses import dataclass

DOTS_PER_MM = 8


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes for one paper width, in dots. Text sizes are em heights.

    `authority_least` and `number_least` are cap heights below which a label is broken in two: of a
    number from the authority, and of one from the kiosk's own series.
    """

    width: int
    margin: int
    place: int
    body: int
    value: int
    service: int
    service_least: int
    number: int
    authority_least: int
    number_least: int
    banner_height: int
    row_pitch: int
    item_pitch: int
    closing_pitch: int
    qr: int
    qr_module_least: int
    qr_beside_caption: bool
    feed_before_cut: int

    @property
    def column(self) -> int:
        """The width that text may fill."""
        return self.width - 2 * self.margin


PAPER_80 = Measures(
    width=576,
    margin=18,
    place=30,
    body=28,
    value=31,
    service=36,
    service_least=28,
    number=176,
    authority_least=15 * DOTS_PER_MM,
    number_least=9 * DOTS_PER_MM,
    banner_height=54,
    row_pitch=44,
    item_pitch=34,
    closing_pitch=34,
    qr=200,
    qr_module_least=4,
    qr_beside_caption=True,
    feed_before_cut=24,
)

PAPER_58 = Measures(
    width=384,
    margin=10,
    place=26,
    body=24,
    value=27,
    service=32,
    service_least=24,
    number=124,
    authority_least=9 * DOTS_PER_MM,
    number_least=6 * DOTS_PER_MM,
    banner_height=50,
    row_pitch=39,
    item_pitch=29,
    closing_pitch=30,
    qr=260,
    qr_module_least=4,
    qr_beside_caption=False,
    feed_before_cut=24,
)


def measures_for(width_dots: int) -> Measures:
    """The measures of a head that is `width_dots` wide. Raises ValueError for an unknown width."""
    for measures in (PAPER_80, PAPER_58):
        if measures.width == width_dots:
            return measures
    raise ValueError(f"no ticket layout for {width_dots} dots; 576 (80 mm) or 384 (58 mm)")
