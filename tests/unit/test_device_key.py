"""The device's key: made once, readable by nobody else, and believed for what it signed only."""

import json
import stat
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import ed25519
from kiosk.device_key import DeviceKey, prepare_rotation
from kiosk.domain.codes import BookingCode, OwnCode, TicketCode, recognise, ticket_reference
from kiosk.domain.keyring import Judgement, Keyring, Signer, judge, rotation_message
from kiosk.ports import KioskError
from tests.samples import ROOT

HOST = "mpp.example"
REFERENCE = b"r" * 12
SHOWN = json.loads((ROOT / "tests/contract/ticket_code.json").read_text("utf-8"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "device.key"


def signed(key: DeviceKey, kind: bytes = b"t") -> OwnCode:
    """A code of the key, as a camera reads it."""
    found = recognise(key.sign(REFERENCE, kind).encode())
    assert isinstance(found, TicketCode | BookingCode)
    return found


def genuine(key: DeviceKey, code: OwnCode, kind: bytes) -> bool:
    """True where a code is judged to be the key's."""
    ring = Keyring().with_keys([key.key])
    judgement, _ = judge(code, kind, Signer.KIOSK, ring, ed25519.verifies)
    return judgement is Judgement.GENUINE


def test_the_key_is_readable_for_its_owner_only(path: Path) -> None:
    DeviceKey(path, HOST)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(path.read_bytes()) == 32


def test_a_key_is_made_once_and_kept(path: Path) -> None:
    first, second = DeviceKey(path, HOST), DeviceKey(path, HOST)

    assert first.public == second.public


def test_two_devices_have_different_keys(tmp_path: Path) -> None:
    one, other = DeviceKey(tmp_path / "one", HOST), DeviceKey(tmp_path / "other", HOST)

    assert one.public != other.public


def test_the_published_key_signs_the_published_code(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(bytes.fromhex(SHOWN["seed"]))
    key = DeviceKey(path, HOST)

    assert key.public.hex() == SHOWN["public_key"]
    assert key.sign(ticket_reference(UUID(SHOWN["ticket"]).bytes)) == SHOWN["text"]


def test_what_the_key_signed_is_genuine(path: Path) -> None:
    key = DeviceKey(path, HOST)

    assert genuine(key, signed(key), b"t")
    assert genuine(key, signed(key, b"b"), b"b")


def test_a_ticket_is_no_booking(path: Path) -> None:
    key = DeviceKey(path, HOST)

    assert not genuine(key, signed(key, b"t"), b"b")
    assert not genuine(key, signed(key, b"b"), b"t")


def test_a_code_of_another_device_is_not_genuine(tmp_path: Path) -> None:
    ours, theirs = DeviceKey(tmp_path / "ours", HOST), DeviceKey(tmp_path / "theirs", HOST)

    assert not genuine(ours, signed(theirs), b"t")
    assert not genuine(ours, replace(signed(theirs), key_id=signed(ours).key_id), b"t")


@given(st.data())
def test_a_code_changed_in_any_bit_is_not_genuine(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    key = DeviceKey(tmp_path_factory.getbasetemp() / "hypothesis.key", HOST)
    code = signed(key)
    whole = bytearray(code.key_id + code.payload + code.signature)
    place = data.draw(st.integers(0, len(whole) * 8 - 1))

    whole[place // 8] ^= 1 << place % 8

    forged = TicketCode(bytes(whole[:4]), bytes(whole[4:16]), bytes(whole[16:]))
    assert not genuine(key, forged, b"t")


@pytest.mark.parametrize("size", [1, 31, 33, 64])
def test_a_key_file_of_another_size_is_refused_and_left_alone(path: Path, size: int) -> None:
    path.parent.mkdir()
    path.write_bytes(bytes(size))

    with pytest.raises(KioskError, match="32 bytes"):
        DeviceKey(path, HOST)

    assert path.read_bytes() == bytes(size)


def test_a_key_that_cannot_be_read_is_an_error_of_the_surroundings(path: Path) -> None:
    path.mkdir(parents=True)

    with pytest.raises(KioskError, match="device key"):
        DeviceKey(path, HOST)


def test_no_repr_of_a_key_holds_it(path: Path) -> None:
    key = DeviceKey(path, HOST)

    assert path.read_bytes().hex() not in repr(key)
    assert repr(path.read_bytes()) not in repr(key)


# --- a new key --------------------------------------------------------------------------------

INSTALLATION = UUID(int=7)


def test_a_kiosk_that_never_ran_has_no_key_to_change(path: Path) -> None:
    with pytest.raises(KioskError, match="enrol it first"):
        prepare_rotation(path)


def test_the_old_key_signs_until_the_new_one_was_taken_over(path: Path) -> None:
    key = DeviceKey(path, HOST)
    before = key.public

    prepare_rotation(path)
    wish = key.rotation(INSTALLATION)

    assert wish is not None
    assert key.public == DeviceKey(path, HOST).public == before
    message = rotation_message(INSTALLATION, wish.public)
    assert ed25519.verifies(before, wish.by_old, message)
    assert ed25519.verifies(wish.public, wish.by_new, message)


def test_a_key_that_was_taken_over_signs_from_then_on(path: Path) -> None:
    key = DeviceKey(path, HOST)
    name = prepare_rotation(path)
    wish = key.rotation(INSTALLATION)

    key.rotated()

    assert wish is not None
    assert key.public == wish.public == DeviceKey(path, HOST).public
    assert signed(key).key_id.hex() == name
    assert key.rotation(INSTALLATION) is None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_asking_twice_makes_one_new_key(path: Path) -> None:
    DeviceKey(path, HOST)

    assert prepare_rotation(path) == prepare_rotation(path)
