"""A machine is known by its parts, and by none that anybody may carry to another."""

from pathlib import Path

from devices.machine import marks
from kiosk.domain.trust import at_home


def card(sys: Path, name: str, address: str, bus: str = "pci0000:00") -> None:
    """A network card, as the kernel shows it."""
    device = sys / "devices" / bus / name
    device.mkdir(parents=True)
    folder = sys / "class/net" / name
    folder.mkdir(parents=True)
    (folder / "address").write_text(address + "\n")
    (folder / "device").symlink_to(device)


def test_a_machine_has_a_mark_for_each_built_in_card_and_its_board(tmp_path: Path) -> None:
    card(tmp_path, "enp1s0", "02:00:00:00:00:01")
    card(tmp_path, "wlp2s0", "02:00:00:00:00:02")
    board = tmp_path / "class/dmi/id/product_uuid"
    board.parent.mkdir(parents=True)
    board.write_text("4c4c4544")

    assert len(marks(tmp_path)) == 3


def test_a_dongle_and_the_loopback_tell_nothing(tmp_path: Path) -> None:
    card(tmp_path, "enx1", "02:00:00:00:00:03", bus="pci0000:00/usb1")
    loopback = tmp_path / "class/net/lo"
    loopback.mkdir(parents=True)
    (loopback / "address").write_text("00:00:00:00:00:00")

    assert marks(tmp_path) == frozenset()


def test_a_mark_does_not_show_the_address(tmp_path: Path) -> None:
    card(tmp_path, "enp1s0", "02:00:00:00:00:01")

    assert not any("02:00" in mark for mark in marks(tmp_path))


def test_a_disk_is_at_home_where_one_mark_is_the_same_or_nothing_can_be_told() -> None:
    assert at_home({"a", "b"}, {"b", "c"})
    assert at_home(set(), {"c"})
    assert at_home({"a"}, set())
    assert not at_home({"a", "b"}, {"c"})
