"""What first start has done for it is answered, however it ends."""

import asyncio
import io
import json
from pathlib import Path

import pytest

from config.settings_file import begin_settings
from kiosk.domain import setup as s
from kiosk.domain.setup import Setup, SetupEvent, Subject
from kiosk.log import Log
from kiosk.setup_hands import SetupHands
from kiosk.supervisor import Supervisor
from tests.fakes import FakeTime
from tests.samples import ROOT
from ui.text import load_words

PATIENCE = 10.0
NO_TEXT = "\ud800"
"""Half a letter, which no keypad sends and no file takes."""


@pytest.mark.parametrize(("pin", "well", "bugs"), [("135790", True, 0), (NO_TEXT, False, 1)])
async def test_a_page_that_waits_for_the_disk_is_told_even_of_a_bug(
    tmp_path: Path, pin: str, well: bool, bugs: int
) -> None:
    config, lines, told = tmp_path / "kiosk.toml", io.StringIO(), list[SetupEvent]()
    begin_settings(config, {("kiosk", "data"): str(tmp_path / "data")})
    log = Log(lines, FakeTime().now)
    supervisor = Supervisor(log)
    hands = SetupHands(
        config,
        load_words(ROOT / "resources/text"),
        supervisor,
        log,
        told.append,
        play=lambda: None,
        begin=lambda: None,
        remembers=False,
    )

    hands.carry_out(s.KeepPin(3, pin), Setup(s.Choose(Subject.LANGUAGE, ())))
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})

    assert told == [s.Kept(3, well=well)]
    found = [json.loads(line)["event"] for line in lines.getvalue().splitlines()]
    assert found.count("bug") == bugs
