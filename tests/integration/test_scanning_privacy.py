"""What citizens show is nowhere afterwards: 500 codes before a real kiosk and server, and a search."""

import asyncio
import base64
import hashlib
import resource
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import numpy as np
import psutil
import segno

from central.tls import Certificates
from devices import zxing_reader
from devices.vision import Image, encode_jpeg
from kiosk.demo import MOMENT, OFFSCREEN, ROOT
from kiosk.enrolment import Enrolment, keep_enrolment
from kiosk.pinned import pinned_context
from kiosk.processes import Processes
from tests.loopback import Heard, raw_reply, served
from tests.scanning import picture_of
from tests.signing import SEED, let_in

SCANS = 500
ACROSS, DOWN, SIDE_PX = 5, 2, 252
PARTS = 10
"""Of the film: the server was asked about a code of each, so all of it was seen. While the server
answers, the kiosk lets other codes pass.
"""
PATIENCE_SECONDS = 60.0
HASHES = ("sha256", "sha1", "md5", "blake2b")
TRACE_BYTES = 12


def _payloads() -> list[bytes]:
    random = np.random.default_rng(500)
    binary = [random.bytes(40) for _ in range(SCANS // 2)]
    text = [base64.urlsafe_b64encode(random.bytes(36)) for _ in range(SCANS // 2)]
    return [payload for pair in zip(binary, text, strict=True) for payload in pair]


def _code(payload: bytes) -> Image:
    made = segno.make(payload, error="m", version=5, mask=3, mode="byte", boost_error=False)
    return picture_of(tuple(tuple(map(bool, row)) for row in made.matrix), module_px=5)


def _frame(payloads: list[bytes]) -> bytes:
    """Ten phones at once."""
    frame = np.full((DOWN * SIDE_PX, ACROSS * SIDE_PX), 120, np.uint8)
    for place, payload in enumerate(payloads):
        code = _code(payload)
        top, left = place // ACROSS * SIDE_PX + 10, place % ACROSS * SIDE_PX + 10
        frame[top : top + len(code), left : left + len(code)] = code
    assert sorted(zxing_reader.read(frame)) == sorted(payloads)
    return encode_jpeg(np.repeat(frame[:, :, None], 3, axis=2), 80)


def _film(folder: Path, payloads: list[bytes]) -> None:
    folder.mkdir()
    for start in range(0, SCANS, ACROSS * DOWN):
        frame = _frame(payloads[start : start + ACROSS * DOWN])
        for again in range(2):
            (folder / f"{start + again:04d}.jpg").write_bytes(frame)


@asynccontextmanager
async def _overheard(
    central: str, certificates: Certificates, judged: asyncio.Queue[bytes]
) -> AsyncIterator[str]:
    """The server behind a line that tells which payloads went over it."""
    # A question for what changes is answered late on purpose.
    async with httpx.AsyncClient(
        base_url=central,
        verify=pinned_context(certificates.ca_key),
        timeout=PATIENCE_SECONDS,
    ) as client:

        async def pass_on(heard: Heard) -> bytes:
            if heard.path.endswith("/identity/verify"):
                judged.put_nowait(base64.b64decode(heard.json()["payload"]))
            kept = {"content-length", "connection", "accept-encoding"}
            headers = {name: value for name, value in heard.headers.items() if name not in kept}

            try:
                answer = await client.request(
                    heard.method, heard.path, headers=headers, content=heard.body
                )
            except httpx.TimeoutException:  # a long wait for changes
                return b""
            kept |= {"transfer-encoding", "content-encoding"}
            told = {name: value for name, value in answer.headers.items() if name not in kept}
            return raw_reply(answer.status_code, answer.content, told)

        async with served(pass_on, certificates.context) as url:
            yield url


def _enrol(home: Path, certificates: Certificates) -> None:
    """The kiosk belongs to the server already."""
    (home / "kiosk").mkdir()
    (home / "kiosk/device.key").write_bytes(SEED)
    let_in(home / "central", MOMENT)
    keep_enrolment(home / "kiosk", Enrolment("127.0.0.1:1", certificates.ca_key))


def _settings(folder: Path, film: Path, central: str) -> Path:
    file = folder / "kiosk.toml"
    file.write_text(
        f"""
[kiosk]
profile = "demo"
data = "kiosk"
[panel]
fullscreen = false
width = 540
height = 960
[camera]
source = "folder:{film}"
[central]
url = "{central}"
[demo]
clock_offset_seconds = {MOMENT.timestamp() - time.time()}
"""
    )
    return file


def _traces(payload: bytes) -> Iterator[bytes]:
    """All that a payload would look like where it was kept, or a hash of it."""
    for secret in (payload, *(hashlib.new(name, payload).digest() for name in HASHES)):
        yield secret[:TRACE_BYTES]
        yield secret.hex()[:TRACE_BYTES].encode()
        yield base64.b64encode(secret)[:TRACE_BYTES]
        yield base64.urlsafe_b64encode(secret)[:TRACE_BYTES]


def _left(folders: list[Path], processes: list[psutil.Process]) -> Iterator[tuple[str, bytes]]:
    """Everything that is on disk, and what other processes may read of these."""
    for folder in folders:
        for file in folder.rglob("*"):
            if file.is_file():
                yield str(file), file.read_bytes()
    for process in processes:
        for name in ("environ", "cmdline"):
            yield f"{process.pid} {name}", Path(f"/proc/{process.pid}/{name}").read_bytes()


async def _until_all_was_seen(payloads: list[bytes], judged: asyncio.Queue[bytes]) -> set[bytes]:
    """What was judged by the time that each part of the film was seen."""
    part = {payload: index * PARTS // SCANS for index, payload in enumerate(payloads)}
    heard = set[bytes]()
    async with asyncio.timeout(PATIENCE_SECONDS):
        while len({part[payload] for payload in heard}) < PARTS:
            heard.add(await judged.get())
    return heard


@contextmanager
def _dumps_switched_on() -> Iterator[None]:
    """What is started may dump its memory, as where an administrator wants that."""
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_CORE, before)


async def test_no_payload_and_no_hash_of_one_is_left_after_500_scans(tmp_path: Path) -> None:
    payloads, judged = _payloads(), asyncio.Queue[bytes]()
    home, temporary, film = tmp_path / "home", tmp_path / "temporary", tmp_path / "film"
    home.mkdir()
    temporary.mkdir()
    _film(film, payloads)
    processes = Processes(home)
    environment = {**OFFSCREEN, "TMPDIR": str(temporary), "HOME": str(home)}
    server = await processes.start(
        "central",
        (
            *("central", "serve", "--data", str(home / "central"), "--port", "0"),
            *("--catalogue", str(ROOT / "resources/catalogue/sample.json"), "--profile", "demo"),
            f"--clock-offset={MOMENT.timestamp() - time.time()}",
        ),
        environment,
    )
    try:
        certificates = Certificates(home / "central", ["127.0.0.1"], datetime.now(UTC))
        _enrol(home, certificates)
        async with _overheard(str(server["url"]), certificates, judged) as line:
            config = str(_settings(home, film, line))
            with _dumps_switched_on():
                await processes.start("kiosk", ("kiosk", "run", "--config", config), environment)
            await _until_all_was_seen(payloads, judged)
            running = psutil.Process().children(recursive=True)
            left = dict(_left([home, temporary], running))
            cores = {
                process.rlimit(psutil.RLIMIT_CORE)
                for process in running
                if "kiosk" in process.cmdline() or "zbar" in " ".join(process.cmdline())
            }
            await processes.stop("kiosk")
    finally:
        await processes.stop_all()
    left |= dict(_left([home, temporary], []))

    assert cores == {(0, 0)}
    assert {Path(name).name for name in left} >= {"ledger.sqlite", "kiosk.err", "central.err"}
    windows = {
        content[start : start + TRACE_BYTES]
        for content in left.values()
        for start in range(len(content))
    }
    assert windows.isdisjoint(trace for payload in payloads for trace in _traces(payload))
