"""What the simulated camera sees: a hall, and a hand that brings a phone or a slip with a QR code.

Everything is drawn once; a frame is one warp, and frames that come again are kept as JPEG.
"""

import math
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from devices import vision
from devices.vision import Image
from kiosk.domain.model import QrMatrix

WIDTH, HEIGHT, FPS = 1280, 720, 25
ENTER_FRAMES = 13
"""Half a second, as a hand takes."""
HOLD_FRAMES = 30
IDLE_FRAMES = 8
JPEG_QUALITY = 82
LENS_BLUR_PX = 0.7
FONT = Path(__file__).parents[2] / "resources/fonts/plus-jakarta-sans-700.ttf"

HELD_WIDTH, HELD_HEIGHT = 700, 900
QR_CENTRE = (350, 345)
QR_SIDE = 292
QUIET_MODULES = 4
CODE_SIDE_MOST = 344
DARK, LIGHT = 22, 244
GRAIN = 2.2
"""Standard deviation of the sensor's noise, of 255."""
GRAIN_SPARE = 64
HELD_AT = (WIDTH / 2, 352.0)
"""Where the code's middle is held, px."""
ROLL_DEGREES = -3.5
SKIN = (112, 152, 205)
Colour = tuple[int, int, int]
"""Blue, green, red."""
Point = tuple[float, float]
Plane = NDArray[np.float32]
Matrix = NDArray[np.float64]


class Style(StrEnum):
    """What shows the code."""

    PHONE = "phone"
    PAPER = "paper"


class Fault(StrEnum):
    """What is wrong with the picture."""

    NONE = "none"
    BLACK = "black"
    BLUR = "blur"
    NOISE = "noise"


# --- drawing ----------------------------------------------------------------------------------


class _Canvas:
    """Shapes with soft edges on a transparent ground; distances are in px."""

    def __init__(self, width: int, height: int) -> None:
        self._y, self._x = np.mgrid[:height, :width].astype(np.float32)
        self._picture = np.zeros((height, width, 4), np.float32)

    def box(self, centre: Point, half: Point, radius: float) -> Plane:
        """How far each pixel is outside a box with round corners."""
        across = np.abs(self._x - centre[0]) - half[0] + radius
        down = np.abs(self._y - centre[1]) - half[1] + radius
        outside = np.hypot(np.maximum(across, 0), np.maximum(down, 0))
        inside = np.minimum(np.maximum(across, down), 0)
        return np.asarray(outside + inside - radius, dtype=np.float32)

    def limb(self, start: Point, end: Point, radius: float) -> Plane:
        """How far each pixel is outside a finger."""
        along_x, along_y = end[0] - start[0], end[1] - start[1]
        from_x, from_y = self._x - start[0], self._y - start[1]
        share = (from_x * along_x + from_y * along_y) / (along_x**2 + along_y**2)
        share = np.clip(share, 0, 1)
        away = np.hypot(from_x - share * along_x, from_y - share * along_y)
        return np.asarray(away - radius, dtype=np.float32)

    def fill(self, distance: Plane, colour: Colour, *, round_px: float = 0.0) -> None:
        """Paint where the distance is negative; over `round_px` from the edge it is in shade."""
        rows, columns = np.nonzero(distance < 0.5)
        part = np.s_[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
        near, picture = distance[part][:, :, None], self._picture[part]
        cover = np.clip(0.5 - near, 0, 1)
        shade = 1.0
        if round_px:
            shade = 0.62 + 0.38 * np.sqrt(np.clip(-near / round_px, 0, 1))
        picture[:, :, :3] += (np.asarray(colour) * shade - picture[:, :, :3]) * cover
        picture[:, :, 3:] += (255 - picture[:, :, 3:]) * cover

    def write(self, text: str, centre: tuple[int, int], height_px: int) -> None:
        """Write one line."""
        written = self._picture[:, :, :3].astype(np.uint8)
        vision.write_text(written, text, centre, height_px, FONT)
        self._picture[:, :, :3] = written

    def picture(self) -> Image:
        """The whole as BGRA."""
        return self._picture.astype(np.uint8)


def _fingers(canvas: _Canvas) -> None:
    """What of the hand is behind the thing it holds: the palm and four finger tips."""
    canvas.fill(canvas.limb((500, 1000), (455, 690), 118), SKIN, round_px=150)
    for row, reach in ((498, 142), (560, 132), (622, 134), (682, 146)):
        canvas.fill(canvas.limb((430, row + 40), (reach + 14, row), 27), SKIN, round_px=34)


def _thumb(canvas: _Canvas) -> None:
    canvas.fill(canvas.limb((590, 960), (556, 720), 56), SKIN, round_px=60)
    canvas.fill(canvas.limb((556, 760), (524, 610), 33), SKIN, round_px=40)


def _phone() -> Image:
    canvas = _Canvas(HELD_WIDTH, HELD_HEIGHT)
    _fingers(canvas)
    canvas.fill(canvas.box((350, 445), (190, 400), 58), (20, 16, 16))
    canvas.fill(canvas.box((350, 445), (187, 397), 55), (38, 32, 30), round_px=14)
    canvas.fill(canvas.box((350, 445), (176, 387), 46), (LIGHT, LIGHT, LIGHT))
    canvas.fill(canvas.box((350, 89), (52, 13), 13), (20, 16, 16))
    canvas.write("KTP Digital", (350, 148), 34)
    canvas.fill(canvas.box((350, 555), (96, 9), 9), (214, 208, 204))
    canvas.fill(canvas.box((350, 590), (64, 8), 8), (226, 222, 219))
    canvas.fill(canvas.box((350, 720), (150, 84), 22), (232, 226, 220))
    _thumb(canvas)
    return canvas.picture()


def _paper() -> Image:
    canvas = _Canvas(HELD_WIDTH, HELD_HEIGHT)
    _fingers(canvas)
    canvas.fill(canvas.box((350, 420), (200, 350), 3), (LIGHT, LIGHT, LIGHT))
    canvas.write("Mal Pelayanan Publik", (350, 110), 26)
    canvas.write("Tiket antrean", (350, 150), 30)
    for row, half in ((545, 150), (578, 120), (611, 160), (644, 90)):
        canvas.fill(canvas.box((350, row), (half, 6), 3), (120, 118, 118))
    _thumb(canvas)
    return canvas.picture()


def _code(symbol: QrMatrix) -> Image:
    """A symbol with its quiet zone, its dark and light as they look in a dim hall."""
    modules = np.pad(np.asarray(symbol, np.uint8), QUIET_MODULES)
    fine = np.kron(1 - modules, np.ones((8, 8), np.uint8)) * (LIGHT - DARK) + DARK
    side = min(QR_SIDE * len(modules) // len(symbol), CODE_SIDE_MOST)
    return vision.resized(fine.astype(np.uint8), side, side)


def _hall() -> Image:
    """A dim hall out of focus: its walls, pillars, lamps, and a floor that mirrors them."""
    y, x = np.mgrid[:90, :160].astype(np.float32)
    light = 40 + 42 * np.exp(-(((x - 80) / 62) ** 2 + ((y - 34) / 44) ** 2))
    for column in (14.0, 52.0, 112.0, 146.0):
        light -= 7 * np.exp(-(((x - column) / 4.5) ** 2))
    for column, row in ((34.0, 9.0), (82.0, 5.0), (128.0, 10.0)):
        light += 70 * np.exp(-(((x - column) / 9) ** 2 + ((y - row) / 1.8) ** 2))
        light += 12 * np.exp(-(((x - column) / 11) ** 2 + ((y - 84) / 6) ** 2))
    tint = np.asarray((1.12, 1.0, 0.94), np.float32)
    small = np.clip(light[:, :, None] * tint, 0, 255).astype(np.uint8)
    return vision.blurred(vision.resized(small, WIDTH, HEIGHT), 9.0)


# --- frames -----------------------------------------------------------------------------------


class Scene:
    """The hall before the camera, the hand that may come, and the noise of the sensor."""

    def __init__(self) -> None:
        random = np.random.default_rng(20260806)
        self._hall = _hall()
        self._things = {Style.PHONE: _phone(), Style.PAPER: _paper()}
        self._grain = _grain(random, GRAIN)
        self._coarse_grain = _grain(random, 6 * GRAIN)

    def idle(self, fault: Fault) -> list[bytes]:
        """A few frames with nobody there."""
        return [self._shot(self._hall, fault, turn) for turn in range(IDLE_FRAMES)]

    def held(self, symbol: QrMatrix, style: Style) -> Image:
        """The hand with what it shows, as BGRA."""
        thing = self._things[style].copy()
        code = _code(symbol)
        left, top = QR_CENTRE[0] - len(code) // 2, QR_CENTRE[1] - len(code) // 2
        thing[top : top + len(code), left : left + len(code), :3] = code[:, :, None]
        return vision.blurred(thing, LENS_BLUR_PX)

    def with_held(self, held: Image, move: Matrix, fault: Fault, turn: int) -> bytes:
        """A frame with something held before the camera."""
        left, top, right, bottom = _bounds(held, move)
        if right <= left or bottom <= top:
            return self._shot(self._hall, fault, turn)
        shift = np.array([[1, 0, -left], [0, 1, -top], [0, 0, 1.0]])
        near = vision.warped(held, shift @ move, right - left, bottom - top)
        picture = self._hall.copy()
        part = picture[top:bottom, left:right]
        part[:] = vision.laid_over(part, near)
        return self._shot(picture, fault, turn)

    def _shot(self, picture: Image, fault: Fault, turn: int) -> bytes:
        if fault is Fault.BLACK:
            picture = np.zeros_like(picture)
        if fault is Fault.BLUR:
            small = vision.resized(picture, WIDTH // 4, HEIGHT // 4)
            picture = vision.resized(vision.blurred(small, 2.5), WIDTH, HEIGHT)
        brighter, darker = self._coarse_grain if fault is Fault.NOISE else self._grain
        down, across = turn * 7 % GRAIN_SPARE, turn * 23 % GRAIN_SPARE
        part = np.s_[down : down + HEIGHT, across : across + WIDTH]
        return vision.encode_jpeg(vision.added(picture, brighter[part], darker[part]), JPEG_QUALITY)


def _grain(random: np.random.Generator, strength: float) -> tuple[Image, Image]:
    size = (HEIGHT + GRAIN_SPARE, WIDTH + GRAIN_SPARE, 3)
    grain = random.standard_normal(size, np.float32) * strength
    return np.maximum(grain, 0).astype(np.uint8), np.maximum(-grain, 0).astype(np.uint8)


def _bounds(held: Image, move: Matrix) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of where it will lie, inside the frame."""
    rows, columns = held.shape[:2]
    corners = np.array([[0, columns, columns, 0], [0, 0, rows, rows], [1.0, 1, 1, 1]])
    x, y, depth = move @ corners
    x, y = x / depth, y / depth
    left, top = max(0, int(x.min())), max(0, int(y.min()))
    return left, top, min(WIDTH, int(x.max()) + 1), min(HEIGHT, int(y.max()) + 1)


class Film:
    """One code brought before the camera: frames of the hand coming, then held, over and over."""

    def __init__(self, scene: Scene, symbol: QrMatrix, style: Style, fault: Fault) -> None:
        self._scene = scene
        self._held = scene.held(symbol, style)
        self._fault = fault
        self._made: dict[int, bytes] = {}

    def frame(self, position: int) -> bytes:
        """The frame at a position: 0-12 coming, from 13 on held; going is coming backwards."""
        if position >= ENTER_FRAMES:
            position = ENTER_FRAMES + (position - ENTER_FRAMES) % HOLD_FRAMES
        if position not in self._made:
            move = _move(position)
            self._made[position] = self._scene.with_held(self._held, move, self._fault, position)
        return self._made[position]


def _move(position: int) -> Matrix:
    """How what is held lies in the frame: a reach of least jerk, then a tremor that repeats."""
    share = min(1.0, (position + 1) / ENTER_FRAMES)
    reach = share**3 * (10 - 15 * share + 6 * share * share)
    turn = 2 * math.pi * max(0, position - ENTER_FRAMES) / HOLD_FRAMES
    across = HELD_AT[0] + 2.4 * math.sin(turn) + 0.7 * math.sin(5 * turn)
    down = HELD_AT[1] + 1.8 * math.sin(2 * turn + 1) + (1 - reach) * HEIGHT * 1.05
    roll = math.radians(ROLL_DEGREES + 0.35 * math.sin(turn + 2) + 9 * (1 - reach))
    near = 1 - 0.12 * (1 - reach)
    lean = 4e-5 + 1.2e-5 * math.sin(turn)
    cos, sin = near * math.cos(roll), near * math.sin(roll)
    from_code = np.array([[1, 0, -QR_CENTRE[0]], [0, 1, -QR_CENTRE[1]], [0, 0, 1.0]])
    turned = np.array([[cos, -sin, 0], [sin, cos, 0], [lean, -2 * lean, 1.0]])
    to_place = np.array([[1, 0, across], [0, 1, down], [0, 0, 1.0]])
    return np.asarray(to_place @ turned @ from_code, dtype=np.float64)
