"""The kiosk as a citizen feels it: start, touches, numbers, and what it costs to stand idle.

Everything runs as in the demo, offscreen on the software renderer: real processes, real touches.
Goals are for a quiet 2-core machine; the load of this machine is printed beside the numbers.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from devices.simulated.control import ask
from kiosk.demo import OFFSCREEN, Demo
from kiosk.walk import Walk

Row = tuple[str, str, str]
STARTS = 5
ROUNDS = 15
NUMBERS = 10
IDLE_SECONDS = 10.0
WARM_UP_SECONDS = 4.0


def measure() -> list[Row]:
    """Rows of name, value and goal."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measured(Demo(Path(folder) / "bench")))


async def _measured(demo: Demo) -> list[Row]:
    try:
        await demo.start()
        walk = demo.walk()
        await walk.wait("S00", cameraReady=True)
        rows = [("load average before", f"{os.getloadavg()[0]:.1f}", "under 1 for true numbers")]
        rows += await _idle(demo)
        rows += await _touches(demo)
        rows += await _numbers(demo, walk)
        await demo.processes.stop("kiosk")
        return [*await _starts(demo), *rows]
    finally:
        await demo.stop()


async def _starts(demo: Demo) -> list[Row]:
    """Process start to first frame. No cache is emptied before the first: it is no cold start."""
    first, *warm = [await _start(demo) for _ in range(STARTS + 1)]
    return [
        ("start to first frame, first", f"{first:.2f} s", ""),
        (
            f"start to first frame, median of {STARTS} warm",
            f"{statistics.median(warm):.2f} s",
            "<= 0.80 s",
        ),
    ]


async def _start(demo: Demo) -> float:
    began = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "kiosk", "run", "--config", str(demo.folder / "kiosk.toml")),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, **OFFSCREEN},
    )
    if process.stdout is None:
        raise RuntimeError("no output")
    line = await process.stdout.readline()
    took = float(line.split(b":")[1].strip(b" }\n")) - began
    while b"ready" not in await process.stdout.readline():
        pass
    process.terminate()
    await process.wait()
    return took


async def _idle(demo: Demo) -> list[Row]:
    await asyncio.sleep(WARM_UP_SECONDS)
    kiosk = _process(demo)
    with kiosk.oneshot():
        before = kiosk.cpu_times()
    await asyncio.sleep(IDLE_SECONDS)
    after = kiosk.cpu_times()
    used = (after.user + after.system - before.user - before.system) / IDLE_SECONDS
    family = [kiosk, *kiosk.children(recursive=True)]
    memory = sum(process.memory_info().rss for process in family) / 2**20
    return [
        ("idle CPU, attract screen and armed camera", f"{used:.1%} of a core", "<= 7 %"),
        (
            f"memory, resident, kiosk and {len(family) - 1} helper",
            f"{memory:.0f} MB",
            "<= 260 MB with camera",
        ),
    ]


def _process(demo: Demo) -> psutil.Process:
    config = str(demo.folder / "kiosk.toml")
    return next(
        process
        for process in psutil.process_iter(["cmdline"])
        if config in (process.info["cmdline"] or ()) and "run" in process.info["cmdline"]
    )


async def _touches(demo: Demo) -> list[Row]:
    took = []
    for _ in range(ROUNDS):
        took.append(await _timed(demo, "idle.take", "S01"))
        took.append(await _timed(demo, "scan.without", "S02"))
        took.append(await _timed(demo, "tile.disdukcapil.ktp-el-hilang", "S07"))
        took.append(await _timed(demo, "dock.back", "S02"))
        took.append(await _timed(demo, "dock.back", "S00"))
    p50, p95 = _percentiles(took)
    return [
        (f"touch to next screen drawn, p50 of {len(took)}", f"{p50:.0f} ms", ""),
        (f"touch to next screen drawn, p95 of {len(took)}", f"{p95:.0f} ms", "<= 50 ms"),
    ]


async def _numbers(demo: Demo, walk: Walk) -> list[Row]:
    numbers, first_bytes = [], []
    for count in range(1, NUMBERS + 1):
        await walk.tap("idle.take")
        await walk.tap("scan.without")
        await walk.tap("tile.disdukcapil.ktp-el-hilang")
        answer = await ask(demo.sockets.hand, "time", name="detail.take", screens=["S09", "S10"])
        numbers.append(float(str(answer["ms"])))
        await walk.printed(count)
        state = await ask(demo.sockets.printer, "state")
        first_bytes.append((float(str(state["job_began"])) - float(str(answer["at"]))) * 1000)
        await walk.tap("done.finish")
        await walk.wait("S00")
    p50, p95 = _percentiles(numbers)
    b50, b95 = _percentiles(first_bytes)
    return [
        ("touch 'Ambil nomor' to number drawn, p50", f"{p50:.0f} ms", ""),
        ("touch 'Ambil nomor' to number drawn, p95", f"{p95:.0f} ms", "<= 1550 ms"),
        ("touch to first byte at the printer, p50", f"{b50:.0f} ms", "<= 40 ms quiet"),
        ("touch to first byte at the printer, p95", f"{b95:.0f} ms", "<= 150 ms busy"),
    ]


async def _timed(demo: Demo, name: str, screen: str) -> float:
    answer = await ask(demo.sockets.hand, "time", name=name, screens=[screen])
    return float(str(answer["ms"]))


def _percentiles(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    return statistics.median(ordered), ordered[round(0.95 * (len(ordered) - 1))]
