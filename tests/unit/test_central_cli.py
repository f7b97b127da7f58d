"""The `central` command: what it prints, what it refuses, and how it says so."""

import json
from pathlib import Path

import pytest

from central.cli import main
from central.clock import SystemClock
from central.settings import SAMPLE_CATALOGUE
from central.store.sqlite import DATABASE
from kiosk.domain.catalogue import parse_catalogue
from tests.contract.world import CATALOGUE, NOW, StandingClock, asked, central

WEEK = {day: [["08:00", "15:00"]] for day in ("senin", "selasa", "rabu", "kamis", "jumat")}
OLD_SERVICE = {
    "id": "dinas.lama",
    "nama": "Layanan lama",
    "nama_tiket": "Lama",
    "persyaratan": [],
    "durasi_menit": 5,
    "waktu_selesai": "1 hari",
    "biaya": "Gratis",
    "kata_kunci": [],
    "peristiwa_hidup": ["lahir"],
}
OLD = {
    "skema": "katalog-mpp/1",
    "contoh": True,
    "zona_waktu": "Asia/Makassar",
    "keterangan": {},
    "peristiwa_hidup": [{"id": "lahir", "nama": "Kelahiran"}],
    "instansi": [
        {
            "id": "dinas",
            "nama": "Dinas",
            "nama_pendek": "Dinas",
            "zona": 3,
            "kode_antrean": "3A",
            "ikon": "id-card",
            "jadwal": WEEK | {"sabtu": [], "minggu": []},
            "tutup_ambil_nomor_menit": 30,
            "layanan": [OLD_SERVICE],
        }
    ],
}


def test_an_old_catalogue_becomes_one_that_can_be_served(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(OLD))

    code = main(["catalogue", "upgrade", str(old), str(new)])

    (agency,) = parse_catalogue(new.read_bytes()).agencies.values()
    assert code == 0
    assert (str(agency.queue), agency.floor, agency.icon) == ("K", 2, "id")


def test_a_catalogue_that_is_new_already_keeps_its_queue_codes(tmp_path: Path) -> None:
    new = tmp_path / "new.json"

    main(["catalogue", "upgrade", str(SAMPLE_CATALOGUE), str(new)])

    assert json.loads(new.read_bytes()) == json.loads(SAMPLE_CATALOGUE.read_bytes())


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"skema": "katalog-mpp/1", "instansi": 7}'])
def test_a_file_that_cannot_be_upgraded_is_told_in_one_line(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(text)

    code = main(["catalogue", "upgrade", str(old), str(new)])

    said = capsys.readouterr().err
    assert code == 2
    assert said.startswith("central: ")
    assert said.count("\n") == 1


def test_a_file_that_is_no_database_is_told_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / DATABASE).write_bytes(b"no database" * 100)

    code = main(["tickets", "--data", str(tmp_path)])

    assert code == 2
    assert "not a database" in capsys.readouterr().err
    assert (tmp_path / DATABASE).read_bytes() == b"no database" * 100


def test_a_file_that_is_no_catalogue_is_refused_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text('{"skema": "katalog-mpp/2", "instansi": [{"id": 7}]}')

    code = main(["catalogue", "upgrade", str(old), str(new)])

    said = capsys.readouterr().err
    assert code == 2
    assert "central: instansi[0].id: expected text\n" in said
    assert not new.exists()


@pytest.mark.parametrize(
    "wrong", [["--port", "70000"], ["--port", "x"], ["--clock-offset", "9e99"], ["--profile", "x"]]
)
def test_an_option_that_cannot_be_is_refused(wrong: list[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--data", str(tmp_path), *wrong])

    assert ended.value.code == 2


def test_a_catalogue_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "none.json"

    code = main(["serve", "--data", str(tmp_path), "--catalogue", str(missing)])

    assert code == 2
    assert "none.json" in capsys.readouterr().err


def test_a_folder_without_database_has_no_tickets_to_print(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["tickets", "--data", str(tmp_path)])

    assert code == 2
    assert "holds no database" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


async def test_todays_tickets_are_printed_oldest_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with central(tmp_path, clock=StandingClock()) as world:
        await world.meet()
        for number in (1, 2):
            at = f"2026-08-06T09:3{number}:00+07:00"
            await world.post("/tickets", asked(number, at=at))
        capsys.readouterr()
        offset = (NOW - SystemClock().now()).total_seconds()
        options = ["--catalogue", str(CATALOGUE), "--clock-offset", str(offset)]

        code = main(["tickets", "--data", str(tmp_path), *options])

    rows = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [row["label"] for row in rows] == ["K 001", "K 002"]
    assert rows[0]["kiosk"] == "A-03"
