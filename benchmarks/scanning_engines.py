"""Ways to decode a grey picture for the scanning benchmark: ours, and each engine alone as its manual
shows it; and what they make of a set of pictures.
"""

import base64
import json
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from pyzbar import pyzbar

from benchmarks.scanning_pictures import Sample
from devices import vision, zxing_reader
from devices.decoder import CodeReader
from devices.vision import Image
from devices.zbar_reader import ZbarReader

Decode = Callable[[Image], list[bytes]]

TURNS = 8
"""Frames that ours is given, as a hand holds still; the slow ways take turns."""
ALL_TURNS = 16
"""After so many our way has looked in all its ways."""
FIT_WIDTH, FIT_HEIGHT = 1280, 720
CHARSETS = ("utf-8", "latin-1", "shift-jis", "gb18030", "utf-16")


# --- engines ----------------------------------------------------------------------------------


def our_way(helper: ZbarReader) -> Decode:
    """The scanner's own way with one frame."""
    reader = CodeReader(helper.read)

    def decode(picture: Image) -> list[bytes]:
        return reader.read(picture) or reader.read_closely(picture, vision.find_region(picture))

    return decode


class StudyReader:
    """The first study's reader, whose times are the goals: in full, by one threshold, one slow way."""

    def __init__(self, second: Decode) -> None:
        self._second = second
        self._turn = -1

    def read(self, picture: Image) -> list[bytes]:
        """Codes in a grey picture."""
        return zxing_reader.read(picture) or zxing_reader.read_by_histogram(picture)

    def read_closely(self, picture: Image, region: vision.Region | None) -> list[bytes]:
        """Codes in a part of it, by the way whose turn it is."""
        if region is None:
            return []
        self._turn = (self._turn + 1) % 4
        if self._turn == 3:
            return self._second(region.of(picture))
        better = (vision.sharpened, vision.thresholded, vision.equalised)[self._turn]
        return zxing_reader.read(better(vision.enlarged(picture, region)))


def by_pyzbar(picture: Image) -> list[bytes]:
    """QR only."""
    try:
        return [code.data for code in pyzbar.decode(picture, [pyzbar.ZBarSymbol.QRCODE])]
    except ValueError:  # of an orientation that pyzbar does not know (pyzbar#139)
        return []


def _by_opencv(detector: Callable[[], "cv2.QRCodeDetector | cv2.QRCodeDetectorAruco"]) -> Decode:
    def decode(picture: Image) -> list[bytes]:
        try:
            text, *_ = detector().detectAndDecode(picture)
        except (cv2.error, UnicodeDecodeError):
            return []
        return [text.encode()] if text else []

    return decode


SINGLE_ENGINES: Mapping[str, Decode] = {
    "zxing alone": zxing_reader.read,
    "zxing, histogram": zxing_reader.read_by_histogram,
    "pyzbar": by_pyzbar,
    "OpenCV": _by_opencv(cv2.QRCodeDetector),
    "OpenCV ArUco": _by_opencv(cv2.QRCodeDetectorAruco),
}


# --- what they make of pictures ---------------------------------------------------------------


@dataclass
class Score:
    """What one way of decoding made of a set; CPU ms a frame, its JPEG included."""

    shown: dict[str, int] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)
    altered: int = 0
    invented: int = 0
    cpu_ms: list[float] = field(default_factory=list)

    def rate(self, group: str) -> str:
        """Share of a group's codes that were read."""
        return f"{100 * self.read.get(group, 0) / self.shown[group]:.0f} %"

    def total(self) -> float:
        """Share of all codes that were read, per cent."""
        return 100 * sum(self.read.values()) / max(1, sum(self.shown.values()))

    def cost(self) -> str:
        """Median and 95th percentile."""
        ordered = sorted(self.cpu_ms)
        return (
            f"{statistics.median(ordered):.1f} / {ordered[round(0.95 * (len(ordered) - 1))]:.1f} ms"
        )


def score(decode: Decode, samples: Sequence[Sample], turns: int) -> Score:
    """Let one way of decoding see every frame `turns` times, or until it reads."""
    made = Score()
    for sample in samples:
        packet = np.frombuffer(sample.packet, np.uint8)
        contents: list[bytes] = []
        for _ in range(turns):
            began = time.thread_time()
            picture = vision.grey(packet)
            contents = decode(picture) if picture is not None else []
            made.cpu_ms.append(1000 * (time.thread_time() - began))
            if contents:
                break
        if sample.content is None:
            made.invented += bool(contents)
            continue
        made.shown[sample.group] = made.shown.get(sample.group, 0) + 1
        made.read[sample.group] = made.read.get(sample.group, 0) + (sample.content in contents)
        made.altered += any(content != sample.content for content in contents)
    return made


# --- photographs ------------------------------------------------------------------------------


TRUTH = "truth.jsonl"


@dataclass(frozen=True)
class Photograph:
    """A file, and what it holds: nothing, one of these, or something that nobody wrote down."""

    file: Path
    contents: frozenset[bytes] | None


def photographs(folder: Path) -> list[Photograph]:
    """Those of a folder's truth.jsonl (file, payloads in base64), or all its pictures."""
    truth = folder / TRUTH
    if not truth.exists():
        suffixes = {".jpg", ".jpeg", ".png"}
        files = sorted(file for file in folder.rglob("*") if file.suffix.lower() in suffixes)
        return [Photograph(file, None) for file in files]
    lines = truth.read_text("utf-8").splitlines()
    return [_stated(folder, json.loads(line)) for line in lines if line.strip()]


def _stated(folder: Path, row: Mapping[str, object]) -> Photograph:
    payloads = row["payloads"]
    if not isinstance(payloads, list):
        return Photograph(folder / str(row["file"]), None)
    contents = frozenset(_plain(base64.b64decode(payload)) for payload in payloads)
    return Photograph(folder / str(row["file"]), contents)


def score_photographs(decode: Decode, photos: Sequence[Photograph], turns: int) -> Score:
    """As `score`; a reading counts in any charset, for these were often written down as text."""
    made = Score()
    for photo in photos:
        picture = _fitted(photo.file)
        contents: list[bytes] = []
        for _ in range(turns):
            began = time.thread_time()
            contents = decode(picture) if picture is not None else []
            made.cpu_ms.append(1000 * (time.thread_time() - began))
            if contents:
                break
        if photo.contents == frozenset():
            made.invented += bool(contents)
            continue
        known = [photo.contents is None or bool(photo.contents & set(_forms(c))) for c in contents]
        made.shown["photographs"] = made.shown.get("photographs", 0) + 1
        made.read["photographs"] = made.read.get("photographs", 0) + any(known)
        made.altered += not all(known)
    return made


def _fitted(file: Path) -> Image | None:
    picture = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
    if picture is None:
        return None
    factor = min(FIT_WIDTH / picture.shape[1], FIT_HEIGHT / picture.shape[0], 1.0)
    if factor < 1:
        picture = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(picture, dtype=np.uint8)


def _forms(content: bytes) -> Iterator[bytes]:
    yield _plain(content)
    for charset in CHARSETS:
        try:
            text = content.decode(charset)
        except UnicodeDecodeError:
            continue
        yield _plain(text.encode())
        for other in CHARSETS[:-1]:
            try:
                yield _plain(text.encode(other))
            except UnicodeEncodeError:
                continue


def _plain(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").strip()
