"""Carries out ESC/POS commands: keeps the modes, sets the line, answers what is asked in order."""

from collections.abc import Callable

import numpy as np

from devices.simulated.escpos_parser import Command, Element, LineFeed, RasterRows, Text, Unknown
from devices.simulated.printer_letters import line_picture
from devices.simulated.printer_mechanism import HEAD_TO_KNIFE_ROWS, Mechanism
from devices.simulated.printer_profiles import Profile
from devices.simulated.printer_tray import Packed, Strip
from kiosk.ports import QrEncoder

LINE_ROWS = 30
LINE_COUNT_ROWS = 34
"""What one line of the maintenance counter is, here: 1/6 inch."""
DEFAULT_UNITS_PER_INCH = 406
"""Of ESC J without GS P: half a row, so that a missing one shows."""
DOTS_PER_INCH = 203


class Modes:
    """What ESC @ resets."""

    def __init__(self) -> None:
        self.align = 0
        self.wide = self.high = 1
        self.inverted = False
        self.units_per_inch = DEFAULT_UNITS_PER_INCH
        self.line_rows = LINE_ROWS
        self.qr_module = 3
        self.qr_text = b""


class PrintHead:
    """The printer's logic between parser and mechanism."""

    def __init__(
        self,
        profile: Profile,
        mechanism: Mechanism,
        width_dots: int,
        answer: Callable[[bytes], None],
        encode_qr: QrEncoder | None,
    ) -> None:
        self.profile = profile
        self._mechanism = mechanism
        self._width = width_dots
        self._answer = answer
        self._encode_qr = encode_qr
        self._modes = Modes()
        self._line = bytearray()
        self._cut_pending = False
        self._texts: list[str] = []
        self._codes: list[str] = []
        self._marks: list[str] = []
        self.auto_status_on = False
        self._picture: Packed | None = None
        self.mouth: Strip | None = None
        """What hangs in the presenter."""
        self.ejected: list[Strip] = []

    def present(self, strip: Strip) -> None:
        """A cut strip hangs in the mouth; one that hangs there falls out."""
        self.eject()
        self.mouth = strip

    def eject(self) -> None:
        """The mouth is emptied."""
        if self.mouth is not None:
            self.ejected.append(self.mouth)
        self.mouth = None

    def execute(self, element: Element) -> None:
        """Do one thing; it may begin a movement."""
        match element:
            case Text(data=data) | Unknown(data=data):
                self._line += data
            case LineFeed():
                self._print_line()
            case RasterRows():
                self._print_rows(element)
            case Command(code=code, data=data):
                self._command(code, data)

    def begin_pending(self) -> bool:
        """Begin the knife's movement that follows a feed; True when there was one."""
        pending, self._cut_pending = self._cut_pending, False
        if pending:
            self._mechanism.cut()
        return pending

    def forget(self) -> None:
        """Drop what is not printed: the line, and a cut that was to follow."""
        self._line.clear()
        self._cut_pending = False

    def power_off(self) -> None:
        """Lose all settings."""
        self._modes = Modes()
        self.auto_status_on = False

    def sign(self, strip: Strip) -> None:
        """Write on a strip what is known of it."""
        strip.texts, strip.codes = tuple(self._texts), tuple(self._codes)
        strip.marks = tuple(self._marks)
        self._texts, self._codes, self._marks = [], [], []

    # --- commands ---

    def _command(self, code: bytes, data: bytes) -> None:
        match code:
            case b"\x1b@":
                self._modes = Modes()
                self._line.clear()
                self.auto_status_on = False
            case b"\x1ba":
                self._modes.align = data[0] % 48
            case b"\x1d!":
                self._modes.wide, self._modes.high = (data[0] >> 4) + 1, (data[0] & 7) + 1
            case b"\x1dB":
                self._modes.inverted = bool(data[0] & 1)
            case b"\x1b3":
                self._modes.line_rows = self._rows_of(data[0])
            case b"\x1b2":
                self._modes.line_rows = LINE_ROWS
            case b"\x1dP":
                asked = data[1] if self.profile.motion_units else 0
                self._modes.units_per_inch = asked or DEFAULT_UNITS_PER_INCH
            case b"\x1bJ":
                self._feed(self._rows_of(data[0]))
            case b"\x1bd":
                self._feed(data[0] * self._modes.line_rows)
            case b"\x1dV":
                self._cut(data)
            case b"\x1bi" | b"\x1bm":
                self._mechanism.cut()
            case b"\x1de" if self.profile.presenter and data[:1] in b"\x02\x05":
                self.eject()
            case b"\x1d(":
                self._function(data)
            case b"\x1d8" if data[:1] == b"L":
                self._graphics(data[5:])
            case _:
                self._question(code, data)

    def _function(self, data: bytes) -> None:
        kind, parameters = data[:1], data[3:]
        if kind == b"L":
            self._graphics(parameters)
        elif kind == b"k":
            self._qr(parameters)
        elif kind == b"H" and self.profile.process_id and parameters[:2] == b"00":
            self._marks.append(parameters[2:6].decode("ascii", "replace"))
            self._answer(b'\x37"' + parameters[2:6] + b"\0")
        elif kind == b"H":
            self._line += b"(H" + parameters

    def _graphics(self, parameters: bytes) -> None:
        """GS ( L and GS 8 L: fn 112 keeps a picture, fn 50 (or 2) prints it."""
        if parameters[:2] == b"0p":
            columns = int.from_bytes(parameters[6:8], "little")
            rows = np.frombuffer(parameters[10:], np.uint8).reshape(-1, (columns + 7) // 8)
            fine = np.unpackbits(rows, axis=1)[:, :columns]
            scale = np.ones((parameters[4], parameters[3]), np.uint8)
            self._picture = np.kron(fine, scale)
        elif parameters[:2] in (b"02", b"0\x02") and self._picture is not None:
            self._flush_line()
            self._mechanism.burn(self._placed(self._picture))
            self._picture = None

    def _question(self, code: bytes, data: bytes) -> None:
        """Answers in buffer order: all before it is on paper. Others are without effect here."""
        profile = self.profile
        if code == b"\x1da" and profile.auto_status:
            self._set_auto_status(on=bool(data[0]))
        elif code in (b"\x1dr", b"\x1bv") and profile.paper_state:
            m = self._mechanism
            self._answer(bytes((0x03 * m.near_end | 0x0C * m.paper_end,)))
        elif code == b"\x1dI" and profile.identity:
            self._identify(data[0])
        elif code == b"\x1dg" and profile.counters and data[2:] == b"\xb2\x00":
            self._answer(b"_" + str(self._mechanism.cuts).encode() + b"\0")
        elif code == b"\x1dg" and profile.line_counter and data[2:] == b"\x94\x00":
            self._answer(b"_" + str(self._mechanism.rows_ever // LINE_COUNT_ROWS).encode() + b"\0")
        elif code in (b"\x1dI", b"\x1dg"):
            self._line += code[1:] + data.replace(b"\0", b"")

    def _set_auto_status(self, *, on: bool) -> None:
        self.auto_status_on = on
        if on:
            m = self._mechanism
            third = 0x03 * m.near_end | 0x0C * m.paper_end
            self._answer(bytes((0x10, 0, third, 0x0F)))

    def _identify(self, kind: int) -> None:
        texts = {65: "1.0 SIM", 66: "SIMULATED", 67: self.profile.model, 68: self.profile.serial}
        if kind in texts:
            self._answer(b"_" + texts[kind].encode() + b"\0")
        elif kind in (1, 2, 49, 50):
            self._answer(b"\x02")

    # --- paper ---

    def _rows_of(self, units: int) -> int:
        return units * DOTS_PER_INCH // self._modes.units_per_inch

    def _feed(self, rows: int) -> None:
        self._flush_line()
        if rows and not self._mechanism.busy:
            self._mechanism.feed(rows)

    def _cut(self, data: bytes) -> None:
        if len(data) == 2:
            self._mechanism.feed(HEAD_TO_KNIFE_ROWS + self._rows_of(data[1]))
            self._cut_pending = True
        else:
            self._mechanism.cut()

    def _print_rows(self, picture: RasterRows) -> None:
        packed = np.frombuffer(picture.data, np.uint8).reshape(-1, picture.row_bytes)
        self._mechanism.burn(self._placed(np.unpackbits(packed, axis=1)))

    def _print_line(self) -> None:
        if not self._flush_line():
            self._mechanism.feed(self._modes.line_rows)

    def _flush_line(self) -> bool:
        if not self._line:
            return False
        text = self._line.decode("cp437")
        self._line.clear()
        self._texts.append(text)
        modes = self._modes
        dots = line_picture(text, modes.wide, modes.high, modes.line_rows, inverted=modes.inverted)
        self._mechanism.burn(self._placed(dots))
        return True

    def _placed(self, dots: Packed) -> Packed:
        """Dots as wide as the paper, aligned as ESC a says; what does not fit is lost."""
        dots = dots[:, : self._width]
        spare = self._width - dots.shape[1]
        left = (0, spare // 2, spare)[self._modes.align % 3]
        page = np.zeros((len(dots), self._width), np.uint8)
        page[:, left : left + dots.shape[1]] = dots
        return np.packbits(page, axis=1)

    # --- native QR: GS ( k, cn 49 ---

    def _qr(self, parameters: bytes) -> None:
        match parameters[:2]:
            case b"1C":
                self._modes.qr_module = parameters[2]
            case b"1P":
                self._modes.qr_text = parameters[3:]
            case b"1Q":
                self._print_qr()

    def _print_qr(self) -> None:
        text = self._modes.qr_text.decode("utf-8", "replace")
        self._codes.append(text)
        if self._encode_qr is None:
            modules = np.ones((33, 33), np.uint8)  # a black square, where no encoder was given
        else:
            modules = np.array(self._encode_qr(text), np.uint8)
        scale = self._modes.qr_module
        self._mechanism.burn(self._placed(np.kron(modules, np.ones((scale, scale), np.uint8))))
