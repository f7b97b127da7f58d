"""The second engine in its own process: exact, and no loss when it dies."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import psutil
import pytest

from devices.clock import SystemClock
from devices.simulated.clock import OffsetClock
from devices.zbar_reader import REQUEST, ZbarReader
from devices.zbar_worker import READY
from tests.scanning import PATIENCE_SECONDS, PAYLOADS, code_picture, largest_code_picture

DIES_AT_ONCE = (sys.executable, "-c", "raise SystemExit(1)")
TALKS_NONSENSE = (
    sys.executable,
    "-c",
    "import os; os.write(0, b'!'); os.read(0, 99); os.write(0, b'\\xff' * 99)",
)


HURRIED = "from devices import zbar_worker as w; w.SCAN_SECONDS = 1e-3; w.main()"


@pytest.fixture
def reader() -> Iterator[ZbarReader]:
    reader = ZbarReader(SystemClock())
    reader.start()
    assert reader.ready(PATIENCE_SECONDS)
    yield reader
    reader.close()


@pytest.mark.parametrize("content", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_zbar_reads_a_payload_to_the_byte(reader: ZbarReader, content: bytes) -> None:
    assert reader.read(code_picture(content)) == [content]


def test_zbar_bears_the_largest_code(reader: ZbarReader) -> None:
    content = np.random.default_rng(7).bytes(2900)

    assert reader.read(largest_code_picture(content)) in ([content], [])
    assert reader.read(code_picture(b"next")) == [b"next"]


def test_zbar_reads_nothing_where_nothing_is(reader: ZbarReader) -> None:
    assert reader.read(np.full((720, 1280), 90, np.uint8)) == []


def test_zbar_leaves_no_dump_and_takes_no_more_than_its_memory(reader: ZbarReader) -> None:
    process = psutil.Process(reader.process_id)

    assert process.rlimit(psutil.RLIMIT_CORE) == (0, 0)
    assert process.rlimit(psutil.RLIMIT_AS) == (1 << 30, 1 << 30)


def test_a_picture_that_takes_too_long_ends_zbar_though_nobody_watches_it() -> None:
    ours, theirs = socket.socketpair()
    noise = np.random.default_rng(7).integers(0, 255, (1500, 1500), np.uint8)

    with ours, theirs:
        worker = subprocess.Popen((sys.executable, "-c", HURRIED), stdin=theirs.fileno())
        try:
            assert ours.recv(1) == READY
            ours.sendall(REQUEST.pack(1500, 1500) + noise.tobytes())
            assert worker.wait(PATIENCE_SECONDS) == -signal.SIGALRM
        finally:
            worker.kill()
            worker.wait()


def test_a_killed_zbar_is_started_again_and_reads_the_next_picture(reader: ZbarReader) -> None:
    before = reader.process_id
    assert before is not None
    os.kill(before, signal.SIGKILL)

    lost = reader.read(code_picture(b"lost"))
    reader.start()

    assert lost == []
    assert reader.ready(PATIENCE_SECONDS)
    assert reader.process_id != before
    assert reader.read(code_picture(b"again")) == [b"again"]


def test_a_zbar_that_died_unasked_is_there_again_before_the_next_picture(
    reader: ZbarReader,
) -> None:
    before = reader.process_id
    assert before is not None
    os.kill(before, signal.SIGKILL)
    os.waitid(os.P_PID, before, os.WEXITED | os.WNOWAIT)

    reader.start()

    assert reader.ready(PATIENCE_SECONDS)
    assert reader.process_id != before
    assert reader.read(code_picture(b"not lost")) == [b"not lost"]


def test_a_reader_that_was_not_started_starts_itself_and_does_not_wait() -> None:
    reader = ZbarReader(SystemClock())

    assert reader.read(code_picture(b"too early")) == []
    assert reader.process_id is not None

    reader.close()


def test_a_process_that_dies_at_once_rests_longer_each_time() -> None:
    clock = OffsetClock(0)
    reader = ZbarReader(clock, DIES_AT_ONCE)
    rests = []

    for _ in range(4):
        reader.start()
        reader.ready(PATIENCE_SECONDS)
        rest = 0.0
        while reader.process_id is None:
            reader.start()
            if reader.process_id is None:
                clock.advance(0.25)
                rest += 0.25
        rests.append(rest)

    assert rests == [0.0, 0.5, 1.0, 2.0]
    reader.close()


def test_a_program_that_is_not_there_is_no_code_and_rests() -> None:
    clock = OffsetClock(0)
    reader = ZbarReader(clock, ("/no/such/program",))

    for _ in range(3):
        assert reader.read(code_picture(b"code")) == []

    assert reader.process_id is None
    reader.close()


def test_nonsense_from_the_process_is_no_code() -> None:
    reader = ZbarReader(SystemClock(), TALKS_NONSENSE)
    reader.start()
    assert reader.ready(PATIENCE_SECONDS)

    assert reader.read(code_picture(b"code")) == []

    reader.close()


def test_no_process_is_left_behind(reader: ZbarReader) -> None:
    process = reader.process_id
    assert process is not None

    reader.close()

    assert not psutil.pid_exists(process)
