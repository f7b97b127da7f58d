"""Headphones: noticed where the machine can tell, by bit fields as the kernel gives them.

The files stand for input devices, and hold what two of them answered to the two questions asked:
which switches they have, and which of those are on. No real jack was used.
"""

import errno
import os
import threading
from pathlib import Path

import pytest

from devices.headphones import EVIOCGBIT_SW, EVIOCGSW, JackSwitch
from tests.fakes import FakeTime

# EVIOCGBIT(EV_SW) of a sound card's jack: SW_HEADPHONE_INSERT; of a headset's: with
# SW_MICROPHONE_INSERT; of a laptop's lid: SW_LID alone.
JACK, HEADSET, LID = b"\x04", b"\x14", b"\x01"
OUT, IN = b"\x00", b"\x04"
PATIENCE_SECONDS = 10.0


class Machine:
    """A folder of input devices, and who hears of their headphones."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heard: list[bool] = []
        self.notes: list[str] = []
        self.asked: list[int] = []
        self.gone: set[str] = set()
        self.told = threading.Event()
        self.switch = JackSwitch(
            FakeTime(),
            self,
            folder=folder,
            ioctl=self._ioctl,
            note=lambda event, **_: self.notes.append(event),
        )

    def headphones_changed(self, plugged: bool) -> None:
        """Note it."""
        self.heard.append(plugged)
        self.told.set()

    def device(self, name: str, has: bytes, on: bytes = OUT) -> None:
        """Put a device there, or change what it answers."""
        (self.folder / name).write_bytes(has.ljust(8, b"\0") + on.ljust(8, b"\0"))

    def looks(self, times: int = 1) -> list[bool]:
        """What is heard of the next looks."""
        self.heard.clear()
        for _ in range(times):
            self.switch.look()
        return list(self.heard)

    def _ioctl(self, device: int, request: int, answer: bytearray) -> int:
        name = Path(f"/proc/self/fd/{device}").readlink().name.removesuffix(" (deleted)")
        self.asked.append(request)
        if name in self.gone:
            raise OSError(errno.ENODEV, "No such device")
        assert len(answer) == request >> 16 & 0x3FFF, "room and request differ"
        where = {EVIOCGBIT_SW: 0, EVIOCGSW: 8}[request]
        answer[:] = os.pread(device, 8, where)
        return 0


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine without devices."""
    return Machine(tmp_path)


def test_the_questions_are_those_of_the_kernel() -> None:
    # linux/input.h on x86 and ARM, for eight bytes.
    assert (EVIOCGSW, EVIOCGBIT_SW) == (0x8008451B, 0x80084525)


def test_plugging_in_and_pulling_out_are_told_once(machine: Machine) -> None:
    machine.device("event3", JACK)
    before = machine.looks()

    machine.device("event3", JACK, IN)
    plugged = machine.looks(3)
    machine.device("event3", JACK, OUT)
    pulled = machine.looks(3)

    assert (before, plugged, pulled) == ([], [True], [False])


def test_headphones_that_are_in_at_the_start_are_told(machine: Machine) -> None:
    machine.device("event3", HEADSET, IN)

    assert machine.looks() == [True]


def test_devices_without_a_jack_are_asked_once_and_left_alone(machine: Machine) -> None:
    machine.device("event0", LID, IN)
    machine.device("mouse0", JACK, IN)

    heard = machine.looks(5)

    assert heard == []
    assert machine.asked == [EVIOCGBIT_SW]


def test_one_of_two_jacks_is_enough(machine: Machine) -> None:
    machine.device("event1", JACK)
    machine.device("event2", HEADSET, IN)

    first = machine.looks()
    machine.device("event1", JACK, IN)
    machine.device("event2", HEADSET, OUT)
    second = machine.looks()

    assert (first, second) == ([True], [])


def test_a_jack_that_comes_later_is_found(machine: Machine) -> None:
    machine.looks()

    machine.device("event9", JACK, IN)

    assert machine.looks() == [True]


def test_a_jack_that_goes_takes_its_headphones_along(machine: Machine) -> None:
    machine.device("event9", JACK, IN)
    machine.looks()

    machine.gone.add("event9")
    (machine.folder / "event9").unlink()

    assert machine.looks(2) == [False]


def test_another_device_under_the_same_name_is_asked_anew(machine: Machine) -> None:
    machine.device("event4", LID)
    machine.looks()

    machine.device("event5", JACK, IN)
    (machine.folder / "event5").replace(machine.folder / "event4")

    assert machine.looks() == [True]


def test_where_nothing_can_tell_the_log_says_so_once(machine: Machine) -> None:
    machine.device("event0", LID)

    heard = machine.looks(3)

    assert heard == []
    assert machine.notes == ["headphones.unknown"]


def test_a_folder_that_is_not_there_is_nothing_that_can_tell(tmp_path: Path) -> None:
    machine = Machine(tmp_path / "no-such-folder")

    assert machine.looks(2) == []
    assert machine.notes == ["headphones.unknown"]


def test_a_device_that_may_not_be_read_is_tried_again(machine: Machine) -> None:
    link = machine.folder / "event7"
    link.symlink_to(machine.folder / "not-yet")
    machine.looks()

    machine.device("not-yet", JACK, IN)
    link.unlink()
    (machine.folder / "not-yet").replace(link)

    assert machine.looks() == [True]


def test_it_looks_on_a_thread_of_its_own_until_it_is_closed(machine: Machine) -> None:
    machine.device("event3", JACK, IN)

    machine.switch.start()
    heard = machine.told.wait(PATIENCE_SECONDS)
    machine.switch.close()

    assert heard
    assert not any(thread.name == "headphones" for thread in threading.enumerate())


def test_closing_lets_the_devices_go(machine: Machine) -> None:
    machine.device("event3", JACK)
    machine.looks()
    held = _open_files(machine.folder)

    machine.switch.start()
    machine.switch.close()

    assert (len(held), _open_files(machine.folder)) == (1, set())


def _open_files(folder: Path) -> set[str]:
    found = set()
    for entry in Path("/proc/self/fd").iterdir():
        if entry.exists() and str(entry.readlink()).startswith(str(folder)):
            found.add(str(entry.readlink()))
    return found
