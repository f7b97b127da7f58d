"""From frames to codes: bytes stay exact, each code is told once, and hints help."""

from collections.abc import Callable

import numpy as np
import pytest

from benchmarks.scanning_pictures import phone
from devices import vision, zxing_reader
from devices.decoder import Attention, CodeReader, Hints, Sightings
from devices.vision import Image, Packet, Region
from kiosk.domain.devices import ScanHint, Sight
from kiosk.domain.equipment import judge_light, judge_sharpness
from kiosk.domain.staff import Finding
from kiosk.qr_symbols import qr_matrix, qr_matrix_of_bytes
from tests.scanning import PAYLOADS, camera_frame, code_picture, largest_code_picture, picture_of

Way = Callable[[Image], Image]
TURNS = 16
"""After so many a reader has looked in all its ways."""
STILL = np.full((24, 40), 100, np.uint8)


def _packet(frame: bytes) -> Packet:
    return np.frombuffer(frame, np.uint8)


# --- bytes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_a_payload_is_read_to_the_byte(content: bytes) -> None:
    assert zxing_reader.read(code_picture(content)) == [content]


@pytest.mark.parametrize("content", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_a_payload_is_read_to_the_byte_with_one_threshold(content: bytes) -> None:
    assert zxing_reader.read_by_histogram(code_picture(content)) == [content]


@pytest.mark.parametrize("text", ["K 027", "https://mpp.example/t/abc", "日本", "ꦥꦼꦭꦪꦤꦤ"])
def test_text_in_a_code_of_ours_is_utf_8(text: str) -> None:
    assert zxing_reader.read(picture_of(qr_matrix(text))) == [text.encode()]


def test_a_code_that_is_too_long_for_correction_m_is_made_with_l() -> None:
    content = bytes(2600)

    assert zxing_reader.read(picture_of(qr_matrix_of_bytes(content))) == [content]


HOSTILE = {
    "as large as a code can be": np.random.default_rng(7).bytes(2900),
    "control characters": bytes(range(32)) * 20,
    "printer commands": b"\x1b@\x1d(k\x04\x001A2\x00\x10\x04\x01\x1dV\x00\x1bp\x00\x19\xfa" * 9,
    "a link": b"https://evil.example/?q=%00%0d%0aSet-Cookie:x#<script>alert(1)</script>",
    "a path": b"../../../../etc/passwd\0.png",
    "bidirectional text": "‮gnp.exe".encode(),
    "half a character": b"\xe6\x97",
    "one byte": b"\0",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_code_is_bytes_like_any_other(content: bytes) -> None:
    reader = CodeReader(lambda _: [])

    assert reader.read(largest_code_picture(content)) == [content]


# --- damaged frames ---------------------------------------------------------------------------


@pytest.mark.parametrize("damaged", [b"", b"\xff\xd8\xff", b"no picture at all", bytes(5000)])
def test_a_damaged_packet_is_no_picture(damaged: bytes) -> None:
    packet = np.frombuffer(damaged or b"\0", np.uint8)

    assert vision.grey(packet) is None
    assert vision.preview(packet) is None
    assert vision.thumbnail(packet) is None


@pytest.mark.parametrize("shape", [(720, 1280), (720, 1280, 2), (720, 1280, 3)])
def test_unpacked_frames_are_pictures_too(shape: tuple[int, ...]) -> None:
    packet = np.full(shape, 128, np.uint8)
    grey, preview, cells = vision.grey(packet), vision.preview(packet), vision.thumbnail(packet)

    assert grey is not None
    assert preview is not None
    assert cells is not None
    assert (grey.shape, preview.shape, cells.shape) == ((720, 1280), (360, 640, 4), (24, 40))


@pytest.mark.parametrize(("side", "enlarged"), [(200, 600), (400, 900), (600, 1200), (1000, 1400)])
def test_a_small_region_is_enlarged_most_and_none_too_far(side: int, enlarged: int) -> None:
    picture = np.zeros((1080, 1920), np.uint8)

    assert vision.enlarged(picture, Region(0, 0, side, side, 30.0)).shape == (enlarged, enlarged)


def test_a_plain_picture_has_no_region_worth_a_second_look() -> None:
    assert vision.find_region(np.full((720, 1280), 90, np.uint8)) is None
    assert vision.find_region(np.zeros((3, 3), np.uint8)) is None


def test_the_region_worth_a_second_look_is_the_code() -> None:
    code = code_picture(PAYLOADS["random"])
    picture = vision.grey(_packet(camera_frame(code)))
    assert picture is not None

    region = vision.find_region(picture)

    assert region is not None
    assert zxing_reader.read(vision.enlarged(picture, region)) == [PAYLOADS["random"]]


def _out_of_focus(blur_px: float) -> Image:
    page = np.pad(code_picture(b"Siti" * 20), 60, constant_values=200)
    return vision.blurred(page, blur_px)


@pytest.mark.parametrize("way", [vision.sharpened, vision.thresholded, vision.equalised])
def test_each_way_of_a_second_look_reads_half_a_module_out_of_focus(way: Way) -> None:
    picture = _out_of_focus(2.0)
    region = vision.find_region(picture)
    assert region is not None

    assert zxing_reader.read(way(vision.enlarged(picture, region))) == [b"Siti" * 20]


def test_a_code_out_of_focus_is_read_by_a_second_look_only() -> None:
    picture = _out_of_focus(2.4)
    region = vision.find_region(picture)
    reader = CodeReader(lambda _: [])
    assert region is not None

    found = [reader.read_closely(picture, region) for _ in range(TURNS)]

    assert reader.read(picture) == []
    assert [b"Siti" * 20] in found


def test_a_code_a_little_out_of_focus_is_read_by_the_first_second_look() -> None:
    picture = _out_of_focus(2.0)
    region = vision.find_region(picture)
    reader = CodeReader(lambda _: [])
    assert region is not None

    assert reader.read(picture) == []
    assert reader.read_closely(picture, region) == [b"Siti" * 20]
    assert reader.read_closely(picture, region) == [b"Siti" * 20]


def test_where_no_part_stands_out_all_of_the_picture_is_looked_at_closely() -> None:
    large = picture_of(qr_matrix("Siti" * 20), module_px=16)
    faint = vision.blurred(large // 8 + 100, 4.0)
    reader = CodeReader(lambda _: [])

    assert vision.find_region(faint) is None
    assert reader.read_closely(faint, None) == [b"Siti" * 20]


def test_the_whole_picture_has_every_fourth_turn() -> None:
    picture = np.zeros((1000, 1000), np.uint8)
    code = code_picture(b"beside the region")[:600, :600]
    picture[: len(code), : code.shape[1]] = code
    reader = CodeReader(lambda _: [])

    found = [reader.read_closely(picture, Region(700, 700, 990, 990, 30.0)) for _ in range(8)]

    assert [bool(one) for one in found] == [False, True, False, False] * 2


def test_the_helper_has_every_sixteenth_turn() -> None:
    asked: list[int] = []

    def second(part: Image) -> list[bytes]:
        asked.append(part.shape[0])
        return []

    reader = CodeReader(second)
    small = np.random.default_rng(3).integers(0, 255, (90, 90), dtype=np.uint8)

    for _ in range(2 * TURNS):
        reader.read_closely(small, Region(0, 0, 90, 90, 30.0))

    assert asked == [90, 90]


def _reads(reader: CodeReader, picture: Image) -> list[list[bytes]]:
    region = vision.find_region(picture)
    assert region is not None
    assert reader.read(picture) == []
    return [reader.read_closely(picture, region) for _ in range(TURNS)]


@pytest.mark.parametrize("number", [7, 9])
def test_a_phone_too_near_for_a_lens_is_read_sharpened_with_one_threshold(number: int) -> None:
    shown = phone(seed=99, number=number, focus_mm=600.0)
    picture = vision.grey(_packet(shown.packet))
    assert picture is not None

    found = _reads(CodeReader(lambda _: []), picture)

    assert [found[turn] for turn in (0, 4, 8, 12)] == [[shown.content]] * 4


def test_what_sharpening_spoils_is_read_enlarged_with_one_threshold() -> None:
    shown = phone(seed=103, number=9, focus_mm=600.0)
    picture = vision.grey(_packet(shown.packet))
    assert picture is not None

    found = _reads(CodeReader(lambda _: []), picture)

    assert [found[turn] for turn in (0, 2, 4, 6)] == [[], [shown.content], [], [shown.content]]


def test_modules_of_less_than_two_pixels_are_read_sharpened_with_local_thresholds() -> None:
    page = np.pad(picture_of(qr_matrix_of_bytes(b"Siti" * 40), 7), 40, constant_values=255)
    small = vision.resized(page, len(page) // 4, len(page) // 4)
    hall = np.full((480, 640), 255, np.uint8)
    hall[100 : 100 + len(small), 100 : 100 + len(small)] = small

    found = _reads(CodeReader(lambda _: []), vision.blurred(hall, 0.8))

    assert [b"Siti" * 40] in found


# --- when to look -----------------------------------------------------------------------------


def test_a_still_hall_is_looked_at_for_three_seconds_only() -> None:
    attention = Attention()

    attention.look(STILL, 0.0)
    attention.look(STILL, 0.2)

    assert attention.wants(2.9, waited_for=False)
    assert not attention.wants(3.1, waited_for=False)


def test_who_waits_at_a_picture_that_stands_still_is_looked_at_once_a_second() -> None:
    attention = Attention()
    attention.look(STILL, 0.0)

    wanted = [step for step in range(100, 120) if attention.wants(step / 10, waited_for=True)]

    assert wanted == [100, 110]


def test_noise_wakes_nobody() -> None:
    noise = np.random.default_rng(1).integers(-8, 9, STILL.shape)
    attention = Attention()
    attention.look(STILL, 0.0)

    attention.look((STILL + noise).astype(np.uint8), 4.0)

    assert not attention.wants(4.0, waited_for=False)


def test_something_of_a_hundredth_of_the_picture_wakes() -> None:
    changed = STILL.copy()
    changed[10:13, 10:14] += 40
    attention = Attention()
    attention.look(STILL, 0.0)

    attention.look(changed, 4.0)

    assert attention.wants(6.9, waited_for=False)


# --- what is worth telling --------------------------------------------------------------------


def _judge(sightings: Sightings, frames: list[tuple[float, list[bytes]]]) -> list[float]:
    return [now for now, codes in frames if sightings.judge(codes, now)]


def _every(start: float, end: float, codes: list[bytes]) -> list[tuple[float, list[bytes]]]:
    return [(start + step / 10, codes) for step in range(round(10 * (end - start)))]


def test_a_code_in_view_is_told_once_however_long_it_stays() -> None:
    assert _judge(Sightings(), _every(0, 60, [b"one"])) == [0.0]


def test_a_code_that_is_missed_now_and_then_has_not_left() -> None:
    frames = [(now, codes if round(10 * now) % 5 else []) for now, codes in _every(1, 20, [b"one"])]

    assert _judge(Sightings(), frames) == [1.1]


def test_a_code_shown_again_after_it_left_is_told_again() -> None:
    frames = _every(0, 2, [b"one"]) + _every(2, 4, []) + _every(4, 6, [b"one"])

    assert _judge(Sightings(), frames) == [0.0, 4.0]


def test_a_code_shown_again_within_three_seconds_is_told_when_they_are_over() -> None:
    frames = _every(0, 0.2, [b"one"]) + _every(0.2, 1.5, []) + _every(1.5, 6, [b"one"])

    assert _judge(Sightings(), frames) == [0.0, 3.0]


def test_a_code_has_not_left_while_nobody_looked() -> None:
    frames = [*_every(0, 1, [b"one"]), (60.0, []), *_every(60.1, 62, [b"one"])]

    assert _judge(Sightings(), frames) == [0.0]


def test_codes_side_by_side_are_told_each() -> None:
    sightings = Sightings()

    assert sightings.judge([b"one", b"two"], 0.0) == [b"one", b"two"]
    assert sightings.judge([b"two", b"three"], 0.1) == [b"three"]


def test_a_code_is_remembered_by_its_hash_only() -> None:
    sightings = Sightings()

    sightings.judge([b"somebody's code"], 0.0)

    assert "somebody" not in repr(sightings._known)


# --- hints ------------------------------------------------------------------------------------


def _hints(region: Region | None, seconds: float, brightness: int = 255) -> ScanHint:
    hints, picture = Hints(), np.full((720, 1280), brightness, np.uint8)
    told = [hints.unread(picture, region, step / 20) for step in range(round(20 * seconds))]
    return told[-1]


def _region(side: int, edges: float = 30.0) -> Region:
    return Region(100, 100, 100 + side, 100 + side, edges)


def test_nothing_is_advised_in_the_first_second_and_a_half() -> None:
    assert _hints(_region(100), 1.4) is ScanHint.NONE


def test_a_small_code_is_asked_closer() -> None:
    assert _hints(_region(100), 2.0) is ScanHint.CLOSER


def test_a_large_code_is_asked_back() -> None:
    assert _hints(_region(600), 2.0) is ScanHint.BACK


def test_a_dark_screen_is_asked_to_be_brighter() -> None:
    assert _hints(_region(300), 2.0, brightness=60) is ScanHint.BRIGHT


def test_a_code_of_a_good_size_gets_no_advice() -> None:
    assert _hints(_region(300), 2.0) is ScanHint.NONE


def test_a_face_gets_no_advice() -> None:
    assert _hints(_region(100, edges=8.0), 5.0) is ScanHint.NONE
    assert _hints(None, 5.0) is ScanHint.NONE


def test_a_moving_code_is_asked_to_hold_still() -> None:
    hints, picture = Hints(), np.full((720, 1280), 255, np.uint8)

    for step in range(50):
        side = 300 + 300 * (step % 2)
        hint = hints.unread(picture, Region(side, 200, side + 300, 500, 30.0), step / 20)

    assert hint is ScanHint.STILL


def test_a_read_code_ends_the_advice() -> None:
    hints, picture = Hints(), np.full((720, 1280), 255, np.uint8)
    for step in range(50):
        hints.unread(picture, _region(100), step / 20)

    assert hints.reset() is ScanHint.NONE
    assert hints.unread(picture, _region(100), 2.6) is ScanHint.NONE


# --- the camera's sight ---


def test_sharpness_falls_with_focus_and_light_with_exposure() -> None:
    seen = vision.preview(_packet(camera_frame(code_picture(b"IKD"))))
    assert seen is not None
    soft = seen.astype(float)
    for axis in (0, 1, 0, 1):
        soft = np.mean([np.roll(soft, shift, axis) for shift in range(-3, 4)], axis=0)

    clear, blurred = vision.sight(seen), vision.sight(soft.astype(np.uint8))
    dark = vision.sight(seen // 8)

    assert judge_sharpness(clear) is Finding.GOOD
    assert judge_sharpness(blurred) is Finding.BROKEN
    assert judge_light(clear) is Finding.GOOD
    assert judge_light(dark) is Finding.BROKEN
    assert vision.sight(np.zeros((90, 160, 4), np.uint8)) == Sight(0, 0)


def test_washed_out_is_as_bad_as_dark() -> None:
    assert [judge_light(Sight(50, light)) for light in (15, 50, 80, 95)] == [
        *(Finding.ATTENTION, Finding.GOOD, Finding.ATTENTION, Finding.BROKEN)
    ]
