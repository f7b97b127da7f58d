"""Pictures for the scanning benchmark: a phone with a code before a cheap webcam, as a camera sends it.

A physical model in grey: a page in linear light, a pinhole, a lens out of focus, a hand that
trembles, moire, dimming bands, glare, exposure, noise, the camera's own sharpening, JPEG 4:2:2.
The order of engines on it can be trusted; absolute limits want a first real camera.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import segno
from cv2.typing import MatLike as Floats
from numpy.typing import NDArray

from devices import vision

Matrix = NDArray[np.float64]
Modules = NDArray[np.float32]

WIDTH, HEIGHT = 1280, 720
FOCAL_PX = WIDTH / 2 / math.tan(math.radians(31))
CODE_MM = 55.0
APERTURE_MM = 1.4
"""Of the lens; with the distance it makes the blur of a fixed focus."""
DISTANCES_MM = (150, 200, 250, 300, 400)
MODULE_PX = (1.5, 2.0, 3.0)
BYTES_BY_VERSION = {10: 213, 12: 287, 15: 412, 18: 560}
"""What a symbol holds at correction M."""
MORE_AT_L = 1.25
TOKEN = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
CHANNELS = 0.67
"""What is left in grey of noise and fringes that differ in red, green and blue."""
FPS = 30
CLIP_SECONDS = 3.0
HELD_SECONDS = 0.6
"""Drawn after the hand came to rest; then the tremor goes on, back and forth."""


@dataclass(frozen=True)
class Sample:
    """A frame as a camera sends it, and what is in it; None when nothing is."""

    group: str
    packet: bytes
    content: bytes | None


@dataclass(frozen=True)
class Shot:
    """All that is between a code and its picture."""

    module_px: float
    at: tuple[float, float] = (WIDTH / 2, HEIGHT / 2)
    tilt: tuple[float, float] = (0.0, 0.0)
    roll: float = 0.0
    blur_px: float = 0.0
    motion_px: float = 0.0
    motion_angle: float = 0.0
    exposure: float = 0.85
    moire: float = 0.0
    bands: float = 0.0
    glare: float = 0.0
    noise: float = 1.0
    halo: float = 0.3
    softness: float = 0.6
    inverted: bool = False
    page: float = 0.97
    quality: int = 75


# --- codes ------------------------------------------------------------------------------------


def symbol(random: np.random.Generator) -> tuple[bytes, Modules]:
    """What an identity might be: 200-550 bytes, a fifth of them binary."""
    version = int(random.choice(list(BYTES_BY_VERSION)))
    error = "m" if random.random() < 0.6 else "l"
    room = BYTES_BY_VERSION[version] * (MORE_AT_L if error == "l" else 1)
    length = int(room * random.uniform(0.86, 0.98))
    binary = random.random() < 0.2
    content = random.bytes(length) if binary else bytes(random.choice(list(TOKEN), length).tolist())
    made = segno.make(
        content, version=version, error=error, mode="byte", boost_error=False, micro=False
    )
    return content, np.array([list(row) for row in made.matrix], np.float32)


def _page(random: np.random.Generator, modules: Modules, fine: int, shot: Shot) -> Floats:
    """The phone's screen at `fine` px a module, as displayed, 0-1."""
    code = np.pad(
        np.kron(1 - modules, np.ones((fine, fine), np.float32)), 4 * fine, constant_values=1
    )
    if shot.inverted:
        code = np.float32(1.03) - code
    side = len(code)
    width, height = int(side * 1.12), int(side * 1.12 * 2.05)
    page = np.full((height, width), 0.05 if shot.inverted else shot.page, np.float32)
    for row in (0.05, 0.09, 0.13, 0.68, 0.72, 0.76):
        _scribble(random, page, int(height * row), max(1, width // 350))
    top, left = (height - side) // 2, (width - side) // 2
    page[top : top + side, left : left + side] = code
    return np.pad(page, width // 40, constant_values=0.02)


def _scribble(random: np.random.Generator, page: Floats, top: int, dot: int) -> None:
    letters = np.kron(random.random((7, 120)) < 0.4, np.ones((dot, dot))) > 0
    left = page.shape[1] // 16
    part = page[top : top + 7 * dot, left : left + letters.shape[1]]
    part[letters[:, : part.shape[1]]] = 1 - page[0, 0]


# --- the picture ------------------------------------------------------------------------------


def hall(random: np.random.Generator) -> Floats:
    """A dim hall out of focus with a person and lamps, in linear light; 1 is the phone's white."""
    light = 0.03 + 0.12 * cv2.resize(
        random.random((9, 16), np.float32), (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC
    )
    x = int(WIDTH * random.uniform(0.3, 0.7))
    shoulders, head = (int(WIDTH * 0.22), HEIGHT // 2), (int(HEIGHT * 0.13), int(HEIGHT * 0.18))
    cv2.ellipse(light, (x, int(HEIGHT * 0.95)), shoulders, 0, 0, 360, random.uniform(0, 0.1), -1)
    cv2.ellipse(light, (x, int(HEIGHT * 0.32)), head, 0, 0, 360, 0.15, -1)
    for _ in range(int(random.integers(1, 4))):
        left, top = int(WIDTH * random.random()), int(HEIGHT * random.uniform(0, 0.18))
        cv2.rectangle(light, (left, top), (left + WIDTH // 10, top + HEIGHT // 33), 2.5, -1)
    return cv2.GaussianBlur(light, (0, 0), 4)


def photograph(
    random: np.random.Generator, modules: Modules | None, shot: Shot, behind: Floats
) -> bytes:
    """A frame with a code, or with the hall alone, as JPEG."""
    light = behind.copy()
    if modules is not None:
        _lay_phone(random, modules, shot, light)
    light = np.clip(light * np.float32(shot.exposure), 0, 1)
    noise = random.standard_normal(light.shape, np.float32) * np.float32(CHANNELS * shot.noise)
    light = np.clip(light + noise * np.sqrt(light * np.float32(4e-4) + np.float32(4e-5)), 0, 1)
    seen = cv2.pow(light, 1 / 2.2) * 255
    seen = seen + shot.halo * (seen - cv2.GaussianBlur(seen, (0, 0), 1.2))
    grey = np.clip(seen, 0, 255).astype(np.uint8)
    return vision.encode_jpeg(np.repeat(grey[:, :, None], 3, axis=2), shot.quality)


def _lay_phone(random: np.random.Generator, modules: Modules, shot: Shot, light: Floats) -> None:
    """Draw it into its part of the frame: all that lens and screen do happens there."""
    fine = max(3, round(2 * shot.module_px))
    page = _page(random, modules, fine, shot)
    move = _pose(page.shape, shot, shot.module_px / fine)
    part = _part(page.shape, move)
    if part is None:
        return
    left, top, right, bottom = part
    size = (right - left, bottom - top)
    twice = np.array([[2, 0, -2 * left], [0, 2, -2 * top], [0, 0, 1.0]]) @ move
    screen, cover = (
        cv2.resize(
            cv2.warpPerspective(layer, twice, (2 * size[0], 2 * size[1])),
            size,
            interpolation=cv2.INTER_AREA,
        )
        for layer in (cv2.pow(page, 2.2), np.ones(page.shape, np.float32))
    )
    screen = _as_displayed(random, screen, shot)
    near = light[top:bottom, left:right] * (1 - cover) + screen
    if shot.glare:
        near = near + _glare(random, near.shape, shot, (shot.at[0] - left, shot.at[1] - top))
    near = _through_lens(near, shot)
    light[top:bottom, left:right] = near


def _pose(shape: tuple[int, ...], shot: Shot, scale: float) -> Matrix:
    """Page px to frame px: a pinhole, the page's middle at `shot.at`."""
    tilt_x, tilt_y, roll = np.radians((*shot.tilt, shot.roll))
    turned = _rotation(0, tilt_x) @ _rotation(1, tilt_y) @ _rotation(2, roll)
    to_middle = np.diag([scale, scale, 1.0])
    to_middle[:2, 2] = -scale * shape[1] / 2, -scale * shape[0] / 2
    lens = np.array([[FOCAL_PX, 0, shot.at[0]], [0, FOCAL_PX, shot.at[1]], [0, 0, 1.0]])
    seen = np.column_stack([turned[:, 0], turned[:, 1], [0, 0, FOCAL_PX]])
    return np.asarray(lens @ seen @ to_middle)


def _rotation(axis: int, angle: float) -> Matrix:
    first, second = (other for other in range(3) if other != axis)
    turned = np.eye(3)
    turned[first, first] = turned[second, second] = math.cos(angle)
    turned[second, first] = math.sin(angle)
    turned[first, second] = -math.sin(angle)
    return turned


def _part(shape: tuple[int, ...], move: Matrix) -> tuple[int, int, int, int] | None:
    """The part of the frame that shows the page, with a margin; None when none does."""
    corners = np.array([[[0, 0], [shape[1], 0], [shape[1], shape[0]], [0, shape[0]]]], np.float64)
    x, y = cv2.perspectiveTransform(corners, move)[0].T
    left, top = max(0, int(x.min()) - 20), max(0, int(y.min()) - 20)
    right, bottom = min(WIDTH, int(x.max()) + 20), min(HEIGHT, int(y.max()) + 20)
    return (left, top, right, bottom) if right - left > 40 and bottom - top > 40 else None


def _as_displayed(random: np.random.Generator, screen: Floats, shot: Shot) -> Floats:
    """Moire of two grids, and the dark bands of a dimmed screen."""
    y, x = np.mgrid[: screen.shape[0], : screen.shape[1]].astype(np.float32)
    period, angle = random.uniform(2.5, 14), random.uniform(0, math.pi)
    wave = np.float32(2 * math.pi / period) * (x * math.cos(angle) + y * math.sin(angle))
    dark = np.sin(2 * math.pi * y[:, :1] / random.uniform(25, 160)) > random.uniform(-0.5, 0.5)
    shown = screen * (1 + CHANNELS * shot.moire * np.sin(wave)) * (1 - shot.bands * dark)
    return np.asarray(shown, dtype=np.float32)


def _glare(
    random: np.random.Generator, shape: tuple[int, ...], shot: Shot, at: tuple[float, float]
) -> Floats:
    y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    side = 65 * shot.module_px
    across, down = random.uniform(-0.35, 0.35, 2) * side
    radius = shot.glare * side / 2
    away = ((x - at[0] - across) / radius) ** 2 + ((y - at[1] - down) / radius) ** 2
    return np.asarray(random.uniform(1.5, 4) * np.exp(-(away**2)), dtype=np.float32)


def _through_lens(light: Floats, shot: Shot) -> Floats:
    if shot.blur_px > 0.3:
        light = cv2.filter2D(light, -1, _disk(shot.blur_px))
    if shot.motion_px > 1:
        light = cv2.filter2D(light, -1, _line(shot.motion_px, shot.motion_angle))
    light = cv2.GaussianBlur(light, (0, 0), shot.softness)
    return light + 0.25 * cv2.GaussianBlur(np.maximum(light - 1, 0), (0, 0), 2.5)


def _disk(radius: float) -> Floats:
    half = math.ceil(radius) + 1
    y, x = np.mgrid[-half : half + 1, -half : half + 1]
    kernel = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1)
    return np.asarray(kernel / kernel.sum(), dtype=np.float32)


def _line(length: float, angle: float) -> Floats:
    half = math.ceil(length / 2) + 1
    kernel = np.zeros((2 * half + 1, 2 * half + 1), np.float32)
    for way in np.linspace(-length / 2, length / 2, 33):
        kernel[half + round(way * math.sin(angle)), half + round(way * math.cos(angle))] += 1
    return np.asarray(kernel / kernel.sum(), dtype=np.float32)


def defocus_px(distance_mm: float, focus_mm: float) -> float:
    """Radius of a point's picture."""
    return FOCAL_PX * APERTURE_MM * abs(1 / distance_mm - 1 / focus_mm) / 2


# --- stills -----------------------------------------------------------------------------------


def samples(seed: int, count: int) -> list[Sample]:
    """So many frames of each group: phones at a focus of 25 and 60 cm, module sizes, no code."""
    made: list[Sample] = []
    for focus_mm in (250.0, 600.0):
        made += [phone(seed, number, focus_mm) for number in range(count)]
    for module_px in MODULE_PX:
        group = f"clean, {module_px:g} px a module"
        for number in range(count // 2):
            random = np.random.default_rng([seed, round(100 * module_px), number])
            made.append(_taken(random, group, _everyday(random, module_px)))
    for number in range(count // 3):
        random = np.random.default_rng([seed, 1, number])
        made.append(Sample("no code", _without_code(random, number), None))
    return made


def phone(seed: int, number: int, focus_mm: float) -> Sample:
    """A phone at one of five distances, everything a little wrong at once."""
    random = np.random.default_rng([seed, int(focus_mm), number])
    distance_mm = float(DISTANCES_MM[number % len(DISTANCES_MM)])
    group = f"phone, lens at {focus_mm / 10:.0f} cm"
    return _taken(random, group, _scene(random, distance_mm, focus_mm))


def _taken(random: np.random.Generator, group: str, shot: Shot) -> Sample:
    content, modules = symbol(random)
    if group.startswith("phone"):  # the scene's module px is that of a code of one module
        shot = replace(shot, module_px=shot.module_px / len(modules))
    return Sample(group, photograph(random, modules, shot, hall(random)), content)


def _everyday(random: np.random.Generator, module_px: float) -> Shot:
    return Shot(
        module_px=module_px,
        tilt=(random.uniform(-6, 6), random.uniform(-6, 6)),
        roll=random.uniform(-8, 8),
        exposure=random.uniform(0.7, 1.05),
        halo=random.uniform(0, 0.6),
        softness=random.uniform(0.5, 0.8),
        quality=int(random.integers(65, 86)),
    )


def _scene(random: np.random.Generator, distance_mm: float, focus_mm: float) -> Shot:
    """Everything a little wrong at once."""
    return Shot(
        module_px=CODE_MM / distance_mm * FOCAL_PX,
        at=(WIDTH / 2 + random.uniform(-60, 60), HEIGHT / 2 + random.uniform(-40, 40)),
        tilt=(random.uniform(-18, 18), random.uniform(-18, 18)),
        roll=random.uniform(-15, 15),
        blur_px=defocus_px(distance_mm, focus_mm),
        motion_px=random.uniform(0, 2.5),
        motion_angle=random.uniform(0, math.pi),
        exposure=math.exp(random.uniform(math.log(0.4), math.log(1.7))),
        moire=random.uniform(0, 0.15),
        bands=random.uniform(0, 0.25),
        glare=random.uniform(0.05, 0.2) if random.random() < 0.3 else 0.0,
        noise=random.uniform(0.8, 2),
        halo=random.uniform(0, 0.6),
        softness=random.uniform(0.5, 0.8),
        inverted=bool(random.random() < 0.2),
        page=0.97 if random.random() < 0.6 else 0.07,
        quality=int(random.integers(50, 85)),
    )


def _without_code(random: np.random.Generator, number: int) -> bytes:
    """By turns the hall alone, a page of text, and modules in disorder."""
    if number % 3 == 0:
        return photograph(random, None, Shot(1), hall(random))
    frame = np.full((HEIGHT, WIDTH, 3), 60, np.uint8)
    frame[60:660, 400:880] = 240
    if number % 3 == 1:
        for row in range(90, 640, 26):
            letters = np.kron(random.random((7, 66)) < 0.45, np.ones((2, 7))) > 0
            frame[row : row + 14, 410:872][letters] = 30
    else:
        frame[120:600, 400:880][np.kron(random.random((60, 60)) < 0.5, np.ones((8, 8))) > 0] = 20
    return vision.encode_jpeg(vision.blurred(frame, 0.8), 75)


# --- clips ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Clip:
    """Three seconds in which a hand brings a phone; the code is whole from frame `whole` on."""

    content: bytes
    frames: Sequence[bytes]
    order: Sequence[int]
    """Of the frames: those of the hand at rest come again and again."""
    whole: int


def clip(seed: int, number: int) -> Clip:
    """It rises, tilts into place, trembles; the camera's exposure settles, its focus is fixed."""
    random = np.random.default_rng([seed, 7, number])
    content, modules = symbol(random)
    starts, takes = random.uniform(0.2, 0.5), random.uniform(0.5, 1.0)
    rest_mm, focus_mm = random.uniform(160, 300), float(random.choice([220, 300, 450]))
    tilt, roll = random.uniform(-15, 15, 2), random.uniform(-12, 12)
    over, theme = random.uniform(1.2, 4), int(random.integers(0, 4))
    phases, tremble = random.uniform(0, 2 * math.pi, (2, 3)), random.uniform(0.3, 1.5)
    glare = random.uniform(0.05, 0.15) if random.random() < 0.25 else 0.0
    behind = hall(random)
    drawn = int((starts + takes + HELD_SECONDS) * FPS)
    frames, whole, before = [], 0, None
    for index in range(drawn):
        moment = index / FPS
        come = _reach((moment - starts) / takes)
        distance_mm = rest_mm + (1 - come) * 120
        module_px = CODE_MM / len(modules) / distance_mm * FOCAL_PX
        shake = [
            sum(
                size * math.sin(2 * math.pi * hertz * moment + phase)
                for hertz, size, phase in zip((0.7, 2.1, 8.5), (1.5, 0.7, 0.25), line, strict=True)
            )
            * tremble
            / distance_mm
            * FOCAL_PX
            for line in phases
        ]
        at = (WIDTH / 2 + shake[0], HEIGHT / 2 + shake[1] + (1 - come) * HEIGHT * 1.2)
        across, down = (0.0, 0.0) if before is None else (at[0] - before[0], at[1] - before[1])
        before = at
        if not whole and at[1] + (len(modules) + 8) * module_px / 2 < HEIGHT:
            whole = index
        settling = math.exp(-max(0.0, moment - starts - takes / 2) / 0.25)
        shot = Shot(
            module_px=module_px,
            at=at,
            tilt=(float(tilt[0] + (1 - come) * 12), float(tilt[1] + (1 - come) * 12)),
            roll=roll,
            blur_px=defocus_px(distance_mm, focus_mm),
            motion_px=0.4 * math.hypot(across, down),
            motion_angle=math.atan2(down, across),
            exposure=0.85 * (1 + (over - 1) * settling),
            moire=0.08,
            bands=0.1,
            glare=glare,
            noise=1.3,
            inverted=theme == 0,
            page=0.07 if theme == 1 else 0.97,
        )
        frames.append(
            photograph(np.random.default_rng([seed, number, index]), modules, shot, behind)
        )
    return Clip(content, frames, _back_and_forth(drawn), whole)


def _reach(share: float) -> float:
    """A movement of least jerk."""
    share = min(max(share, 0.0), 1.0)
    return share**3 * (10 - 15 * share + 6 * share * share)


def _back_and_forth(drawn: int) -> list[int]:
    """Every frame once, then the last half second from its end to its start and back."""
    rest = int(HELD_SECONDS * FPS) - 3
    order = list(range(drawn))
    while len(order) < CLIP_SECONDS * FPS:
        order += [*range(drawn - 2, drawn - rest, -1), *range(drawn - rest, drawn)]
    return order[: int(CLIP_SECONDS * FPS)]


def quiet_frames(seed: int) -> list[bytes]:
    """A second with nobody there."""
    random = np.random.default_rng([seed, 9])
    behind = hall(random)
    return [photograph(random, None, Shot(1), behind) for _ in range(FPS)]
