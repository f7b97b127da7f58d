"""All that OpenCV does for us: packets from cameras, pictures from packets, and drawing for the
simulated camera. Its import takes 0.2 s, so whoever needs it is imported after the first screen.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# Read while cv2 is being imported. The wait for a frame is in whole seconds; the default is 10.
os.environ["OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT"] = "2"
os.environ.setdefault("OPENCV_LOG_LEVEL", "ERROR")
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")

import cv2
from cv2.typing import MatLike

from kiosk.domain.devices import Sight

cv2.setNumThreads(1)  # two cores: one for the screen, one for the eyes

Packet = NDArray[np.uint8]
"""A frame as it came: encoded bytes (1 row), or rows x columns of grey, YUYV (2) or BGR (3)."""

Image = NDArray[np.uint8]
"""Rows x columns of grey, or with 3 (BGR) or 4 (BGRX, BGRA) values a pixel."""

SIZES = ((1920, 1080), (1280, 720))
"""What a camera is asked for, one after the other; the last is taken however slow it is."""
CAMERA_FPS = 30
FAST_ENOUGH_FPS = 25
EXPOSURE_MANUAL = 1
EXPOSURE_UNITS_A_MILLISECOND = 10
PREVIEW_WIDTH = 640
THUMBNAIL_SIZE = (40, 24)
OPEN_MILLISECONDS = 2000
READ_MILLISECONDS = 2000
FPS_IF_UNTOLD = 30.0
FPS_MOST = 120.0
ENLARGED_SMALL = 900
"""Side, in px, that a small region is brought to: modules of 1.5 px want more than twice their size."""
ENLARGED_MOST = 1400
"""Longest side, in px, of a region made larger for a second look."""
AS_IT_IS = (5, 5)
"""Boxes of an unsharp mask, px, for a region that was not enlarged."""


# --- sources ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Optics:
    """How a camera is to look; what it has no control for stays as it is."""

    height_most: int = 1080
    """Of the picture, px."""
    exposure_ms: float = 10.0
    """0 leaves it to the camera, which exposes for faces: a phone's screen is brighter."""
    focus: int = -1
    """In the camera's own unit; -1 leaves it to the camera."""


USUAL = Optics()


class Capture:
    """An open camera, stream or video; used and released by one thread only (opencv#13697)."""

    def __init__(self, handle: cv2.VideoCapture) -> None:
        self._handle = handle

    @property
    def frames_per_second(self) -> float:
        """How fast a video wants to be shown."""
        told = self._handle.get(cv2.CAP_PROP_FPS)
        return told if 0 < told <= FPS_MOST else FPS_IF_UNTOLD

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        width, height = (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT)
        return round(self._handle.get(width)), round(self._handle.get(height))

    def read(self) -> Packet | None:
        """The next packet; None when none came in 2 s, or at once when the device is gone."""
        try:
            read, packet = self._handle.read()
        except cv2.error:  # an empty packet
            return None
        return _image(packet) if read and packet is not None and packet.size else None

    def release(self) -> None:
        """Close the device."""
        self._handle.release()


def open_camera(device: str, optics: Optics = USUAL) -> Capture | None:
    """Open a V4L2 camera by path or index for raw MJPEG; 1080p if it holds the pace, else 720p."""
    if device.isdecimal():
        handle = cv2.VideoCapture(int(device), cv2.CAP_V4L2)
    else:
        handle = cv2.VideoCapture(device, cv2.CAP_V4L2)
    if not handle.isOpened():
        return None
    _negotiate(handle, optics.height_most)
    handle.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    handle.set(cv2.CAP_PROP_CONVERT_RGB, 0)
    _adjust(handle, optics)
    return Capture(handle)


def _negotiate(handle: cv2.VideoCapture, height_most: int) -> None:
    # The format comes before the size: with YUYV, 720p drops to 5-10 frames a second (opencv#9540).
    handle.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    for width, height in SIZES:
        if height > height_most:
            continue
        handle.set(cv2.CAP_PROP_FRAME_WIDTH, width)
        handle.set(cv2.CAP_PROP_FRAME_HEIGHT, height)
        handle.set(cv2.CAP_PROP_FPS, CAMERA_FPS)
        given = handle.get(cv2.CAP_PROP_FRAME_HEIGHT)
        if given == height and handle.get(cv2.CAP_PROP_FPS) >= FAST_ENOUGH_FPS:
            return


def _adjust(handle: cv2.VideoCapture, optics: Optics) -> None:
    if optics.exposure_ms:
        units = round(optics.exposure_ms * EXPOSURE_UNITS_A_MILLISECOND)
        handle.set(cv2.CAP_PROP_AUTO_EXPOSURE, EXPOSURE_MANUAL)
        handle.set(cv2.CAP_PROP_EXPOSURE, units)
    if optics.focus >= 0:
        handle.set(cv2.CAP_PROP_AUTOFOCUS, 0)
        handle.set(cv2.CAP_PROP_FOCUS, optics.focus)


def open_stream(url: str) -> Capture | None:
    """Open an MJPEG stream; its packets come as they were sent."""
    return _open_ffmpeg(url, [cv2.CAP_PROP_FORMAT, -1])


def open_video(path: Path) -> Capture | None:
    """Open a video file; its frames come as BGR."""
    return _open_ffmpeg(str(path), [])


def _open_ffmpeg(name: str, parameters: Sequence[int]) -> Capture | None:
    limits = [
        cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
        OPEN_MILLISECONDS,
        cv2.CAP_PROP_READ_TIMEOUT_MSEC,
        READ_MILLISECONDS,
    ]
    handle = cv2.VideoCapture(name, cv2.CAP_FFMPEG, [*limits, *parameters])
    return Capture(handle) if handle.isOpened() else None


# --- packets into pictures --------------------------------------------------------------------


def grey(packet: Packet) -> Image | None:
    """The whole picture in grey; None when the packet is damaged."""
    if _is_encoded(packet):
        return _decoded(packet, cv2.IMREAD_GRAYSCALE)
    if packet.ndim == 2:
        return packet
    if packet.shape[2] == 2:
        return np.ascontiguousarray(packet[:, :, 0])
    return _image(cv2.cvtColor(packet, cv2.COLOR_BGR2GRAY))


def preview(packet: Packet) -> Image | None:
    """The picture at half its size, at most 640 px wide, as BGRX; None when damaged."""
    colour = _half_colour(packet)
    if colour is None:
        return None
    rows, columns = colour.shape[:2]
    if columns > PREVIEW_WIDTH:
        size = (PREVIEW_WIDTH, round(rows * PREVIEW_WIDTH / columns))
        colour = _image(cv2.resize(colour, size, interpolation=cv2.INTER_AREA))
    return _image(cv2.cvtColor(colour, cv2.COLOR_BGR2BGRA))


def thumbnail(packet: Packet) -> Image | None:
    """The picture as 24 rows of 40 grey cells, to see whether anything moves; None when damaged."""
    if _is_encoded(packet):
        small = _decoded(packet, cv2.IMREAD_REDUCED_GRAYSCALE_8)
    else:
        small = packet[::8, ::8] if packet.ndim == 2 else packet[::8, ::8, packet.shape[2] // 3]
    if small is None:
        return None
    cells = np.ascontiguousarray(small)
    return _image(cv2.resize(cells, THUMBNAIL_SIZE, interpolation=cv2.INTER_AREA))


SIGHT_TILES = (6, 8)
SHARP_RATIO = 0.9
"""Of edges to contrast, where the picture's liveliest part is in focus."""


def sight(picture: Image) -> Sight:
    """How sharp and how bright a picture for the screen is; 1 ms."""
    grey_picture = cv2.cvtColor(picture, cv2.COLOR_BGRA2GRAY)
    edges = cv2.Laplacian(grey_picture, cv2.CV_32F)
    tiles = zip(_tiles(grey_picture), _tiles(edges), strict=True)
    contrast, edge = max((float(one.std()), float(other.std())) for one, other in tiles)
    ratio = edge / contrast if contrast > 1 else 0.0
    light = float(grey_picture.mean()) / 255
    return Sight(min(100, round(100 * ratio / SHARP_RATIO)), round(100 * light))


def _tiles(picture: MatLike) -> list[MatLike]:
    rows, columns = SIGHT_TILES
    height, width = picture.shape[0] // rows, picture.shape[1] // columns
    return [
        picture[row * height : (row + 1) * height, column * width : (column + 1) * width]
        for row in range(rows)
        for column in range(columns)
    ]


def _is_encoded(packet: Packet) -> bool:
    return packet.ndim == 1 or packet.shape[0] == 1


def _decoded(packet: Packet, flags: int) -> Image | None:
    try:
        picture = cv2.imdecode(packet, flags)
    except cv2.error:
        return None
    return None if picture is None else _image(picture)


def _half_colour(packet: Packet) -> Image | None:
    if _is_encoded(packet):
        return _decoded(packet, cv2.IMREAD_REDUCED_COLOR_2)
    if packet.ndim == 2:
        return _image(cv2.cvtColor(packet, cv2.COLOR_GRAY2BGR))
    if packet.shape[2] == 2:
        return _image(cv2.cvtColor(packet, cv2.COLOR_YUV2BGR_YUY2))
    return packet


def _image(picture: MatLike) -> Image:
    return np.asarray(picture, dtype=np.uint8)


# --- a second look ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a picture that looks most like a code, in px; `edges` is its mean edge, 0-255."""

    left: int
    top: int
    right: int
    bottom: int
    edges: float

    @property
    def long_side(self) -> int:
        """Width or height, whichever is more."""
        return max(self.right - self.left, self.bottom - self.top)

    def of(self, picture: Image) -> Image:
        """That part of the picture."""
        return picture[self.top : self.bottom, self.left : self.right]


CELL = 8
EDGES_LEAST = 4.0
DENSE = 0.45
MARGIN = 0.12


def find_region(picture: Image) -> Region | None:
    """Find the part of a grey picture densest in edges of both directions; 1 ms at 720p."""
    rows, columns = picture.shape
    scale = max(1, round(columns / 640))
    if min(rows, columns) < 2 * CELL * scale:
        return None
    density = _edge_density(picture, scale)
    top = float(density.max())
    if top < EDGES_LEAST:
        return None
    dense = (density > top * DENSE).astype(np.uint8)
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(dense)
    weights = np.bincount(labels.ravel(), density.ravel())
    weights[0] = 0.0  # the background
    best = int(weights.argmax())
    left, upper, width, height, cells = (int(value) for value in boxes[best])
    edges = float(weights[best]) / max(1, cells)
    step = CELL * scale
    margin = int(max(width, height) * step * MARGIN) + step
    return Region(
        max(0, left * step - margin),
        max(0, upper * step - margin),
        min(columns, (left + width) * step + margin),
        min(rows, (upper + height) * step + margin),
        edges,
    )


def _edge_density(picture: Image, scale: int) -> NDArray[np.float32]:
    rows, columns = picture.shape
    small: MatLike = picture
    if scale > 1:
        size = (columns // scale, rows // scale)
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    across = cv2.absdiff(small[:-1, 1:], small[:-1, :-1])
    down = cv2.absdiff(small[1:, :-1], small[:-1, :-1])
    cells = (small.shape[1] // CELL, small.shape[0] // CELL)
    both = cv2.min(
        cv2.resize(across, cells, interpolation=cv2.INTER_AREA),
        cv2.resize(down, cells, interpolation=cv2.INTER_AREA),
    )
    return np.asarray(cv2.blur(both, (5, 5)), dtype=np.float32)


def enlarged(picture: Image, region: Region) -> Image:
    """A region at twice its size, a small one at three times, none larger than 1400 px."""
    part = region.of(picture)
    side = max(part.shape)
    factor = min(max(2.0, min(3.0, ENLARGED_SMALL / side)), ENLARGED_MOST / side)
    return _image(cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC))


def sharpened(picture: Image, boxes: tuple[int, int] = (9, 11)) -> Image:
    """Against a lens out of focus: strong unsharp mask, four times over two boxes of so many px.

    (9, 11) is as a Gaussian of 4 px, at a quarter of its cost; `AS_IT_IS` suits what was not enlarged.
    """
    soft = cv2.blur(cv2.blur(picture, (boxes[0], boxes[0])), (boxes[1], boxes[1]))
    return _image(cv2.addWeighted(picture, 5.0, soft, -4.0, 0))


def thresholded(picture: Image) -> Image:
    """Against glare and shadows: black and white by each neighbourhood's own mean."""
    return _image(
        cv2.adaptiveThreshold(
            picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, blockSize=31, C=2
        )
    )


def equalised(picture: Image) -> Image:
    """Against weak contrast: each tile's own histogram is spread (CLAHE)."""
    return _image(cv2.createCLAHE(3.0, (8, 8)).apply(picture))


# --- drawing, for the simulated camera and for benchmarks --------------------------------------


def encode_jpeg(picture: Image, quality: int) -> bytes:
    """A picture as JPEG with half the colours (4:2:2), as cheap cameras send it."""
    sampling = cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422
    parameters = [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_SAMPLING_FACTOR, sampling]
    _, encoded = cv2.imencode(".jpg", picture, parameters)
    return encoded.tobytes()


def warped(picture: Image, matrix: NDArray[np.float64], width: int, height: int) -> Image:
    """A picture moved by a 3x3 perspective matrix onto an empty one of width x height px."""
    return _image(cv2.warpPerspective(picture, matrix, (width, height), flags=cv2.INTER_LINEAR))


def perspective(corners: NDArray[np.float32], onto: NDArray[np.float32]) -> NDArray[np.float64]:
    """The matrix that takes four corners (x, y) onto four others."""
    return np.asarray(cv2.getPerspectiveTransform(corners, onto), dtype=np.float64)


def blurred(picture: Image, sigma_px: float) -> Image:
    """A picture out of focus."""
    return _image(cv2.GaussianBlur(picture, (0, 0), sigma_px))


def resized(picture: Image, width: int, height: int) -> Image:
    """A picture of another size, each pixel the mean of those it covers."""
    return _image(cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA))


def laid_over(below: Image, above: Image) -> Image:
    """A BGRA picture on a BGR one of the same size."""
    cover = np.divide(above[:, :, 3], 255, dtype=np.float32)
    colours = np.ascontiguousarray(above[:, :, :3])
    return _image(cv2.blendLinear(colours, below, cover, 1 - cover))


def added(picture: Image, brighter: Image, darker: Image) -> Image:
    """A picture with noise: what makes it brighter, less what makes it darker, kept in 0-255."""
    return _image(cv2.subtract(cv2.add(picture, brighter), darker))


def write_text(
    picture: Image, text: str, centre: tuple[int, int], height_px: int, font: Path
) -> None:
    """Write one dark line in the middle of (x, y) with a font file."""
    face = cv2.FontFace(str(font))
    box = cv2.getTextSize((0, 0), text, (0, 0), face, height_px)
    corner = (centre[0] - box[2] // 2, centre[1] + height_px // 3)
    cv2.putText(picture, text, corner, (24, 20, 20), face, height_px)
