"""What kinds of printers the simulator can be: what each understands and answers.

Taken from the manuals that devices/printing names, and from how clones were seen to behave.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Profile:
    """One model. What it does not understand it prints as letters, which is how loss looks."""

    name: str
    model: str
    serial: str
    real_time: bool = True
    """Answers DLE EOT 1-4 and obeys DLE ENQ."""
    paper_state: bool = True
    """Answers GS r 1."""
    auto_status: bool = True
    """Knows GS a; like some Epsons it forgets it at ESC @."""
    process_id: bool = True
    """Answers GS ( H fn 48."""
    identity: bool = True
    """Answers GS I 65-68."""
    counters: bool = True
    """Answers GS g 2."""
    line_counter: bool = True
    """... for lines too."""
    clears: bool = True
    """Obeys and answers DLE DC4 8."""
    motion_units: bool = True
    """Obeys GS P; else ESC J feeds by units of its own."""
    presenter: bool = False
    """Holds a cut ticket until it is taken, and answers DLE EOT 20 instead of GS a (Custom)."""
    presenter_bit: bool = False
    """In DLE EOT 4, bit 6 is an empty presenter and bit 5 alone the end of paper (Citizen PPU)."""
    buffer_bytes: int = 4096


EPSON_T88 = Profile("epson_t88", "TM-T88", "J5TF012345")
EPSON_T20 = replace(EPSON_T88, name="epson_t20", model="TM-T20II", serial="T20K012345")
EU_M30 = replace(EPSON_T88, name="eu_m30", model="EU-m30", serial="X6DK012345")
BIXOLON = Profile(
    "bixolon", "SRP-350", "", process_id=False, counters=False, line_counter=False, clears=False
)
CITIZEN_PPU = Profile(
    "citizen_ppu",
    "PPU-231II",
    "",
    process_id=False,
    counters=False,
    line_counter=False,
    clears=False,
    presenter_bit=True,
)
CLONE_BARRIER = Profile(
    "clone_barrier",
    "POS80",
    "",
    auto_status=False,
    process_id=False,
    identity=False,
    counters=False,
    line_counter=False,
    clears=False,
    buffer_bytes=65536,
)
CLONE_58 = Profile(
    "clone58",
    "POS58",
    "",
    paper_state=False,
    auto_status=False,
    process_id=False,
    identity=False,
    counters=False,
    line_counter=False,
    clears=False,
    buffer_bytes=65536,
)
CLONE_DUMB = Profile(
    "clone_dumb",
    "POS58",
    "",
    real_time=False,
    paper_state=False,
    auto_status=False,
    process_id=False,
    identity=False,
    counters=False,
    line_counter=False,
    clears=False,
    buffer_bytes=65536,
)

VKP80 = Profile("vkp80", "VKP80II", "VK0001", auto_status=False, presenter=True)

PROFILES = {
    profile.name: profile
    for profile in (
        *(EPSON_T88, EPSON_T20, EU_M30, VKP80, BIXOLON, CITIZEN_PPU),
        *(CLONE_BARRIER, CLONE_58, CLONE_DUMB),
    )
}
