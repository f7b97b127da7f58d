"""The mall's offer is read whole or refused whole, with every complaint, whatever a file holds."""

import hashlib
import json
from copy import deepcopy
from datetime import time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.catalogue_upgrade import upgrade
from kiosk.domain.catalogue import TICKET_NAME_MOST, Catalogue, parse_catalogue
from kiosk.domain.hours import Window
from kiosk.domain.model import AgencyId, EventId, ServiceId
from kiosk.domain.reading import Refused
from tests.samples import ROOT, catalogue

SAMPLE = ROOT / "resources/catalogue/sample.json"

# Any below: a JSON document is any of JSON's types at any depth.

WEEK = {
    **{day: [["08:00", "12:00"], ["13:00", "15:00"]] for day in ("senin", "selasa", "rabu")},
    "kamis": [["08:00", "15:00"]],
    "jumat": [["08:00", "11:30"], ["13:00", "14:30"]],
    "sabtu": [],
    "minggu": [],
}
SMALL: dict[str, Any] = {
    "skema": "katalog-mpp/2",
    "contoh": True,
    "zona_waktu": "Asia/Jakarta",
    "peristiwa_hidup": [{"id": "lahir", "nama": "Kelahiran anak", "utama": True}],
    "sering_dipilih": ["dukcapil.kk"],
    "instansi": [
        {
            "id": "dukcapil",
            "nama": "Dinas Kependudukan",
            "nama_pendek": "Disdukcapil",
            "kode_antrean": "K",
            "ikon": "id",
            "lantai": 1,
            "loket": "1–3",
            "tutup_ambil_nomor_menit": 30,
            "jadwal": WEEK,
            "layanan": [
                {
                    "id": "dukcapil.kk",
                    "nama": "Penerbitan Kartu Keluarga",
                    "nama_tiket": "Kartu Keluarga",
                    "nama_en": "Family card",
                    "persyaratan": ["KTP", "Buku nikah"],
                    "durasi_menit": 8,
                    "waktu_selesai": "1 hari",
                    "biaya": "Gratis",
                    "kata_kunci": ["kk"],
                    "peristiwa_hidup": ["lahir"],
                    "kuota_harian": 40,
                    "jadwal_khusus": {**WEEK, "senin": []},
                }
            ],
        }
    ],
}


def read(document: object) -> Catalogue:
    """Parse a document."""
    return parse_catalogue(json.dumps(document).encode())


def complaints_about(document: object) -> tuple[str, ...]:
    """What is wrong with a document."""
    with pytest.raises(Refused) as refused:
        read(document)
    return refused.value.complaints


def small() -> dict[str, Any]:
    """A catalogue of one service, to be spoilt."""
    return deepcopy(SMALL)


def test_the_sample_has_38_agencies_and_235_services() -> None:
    found = catalogue()

    assert len(found.agencies) == 38
    assert len(found.services) == 235
    assert found.sample
    assert found.zone == ZoneInfo("Asia/Jakarta")


def test_no_two_agencies_of_the_sample_share_a_queue_and_k_and_ka_are_both_there() -> None:
    codes = [str(agency.queue) for agency in catalogue().agencies.values()]

    assert len(set(codes)) == len(codes)
    assert {"K", "KA"} <= set(codes)


def test_every_service_of_the_sample_belongs_to_the_agency_that_lists_it() -> None:
    found = catalogue()

    listed = [(agency.id, one) for agency in found.agencies.values() for one in agency.services]

    assert listed == [(service.agency, service.id) for service in found.services.values()]


def test_every_service_of_the_sample_has_an_english_name_of_its_own_that_fits_a_tile() -> None:
    names = [service.name_en or "" for service in catalogue().services.values()]

    assert all(0 < len(name) <= TICKET_NAME_MOST for name in names)
    assert len(set(names)) == len(names)


def test_the_sample_has_the_six_life_events_of_the_front() -> None:
    assert sum(event.main for event in catalogue().events.values()) == 6


def test_a_catalogue_is_known_by_the_hash_of_its_very_bytes() -> None:
    raw = SAMPLE.read_bytes()

    assert parse_catalogue(raw).etag == hashlib.sha256(raw).hexdigest()
    assert parse_catalogue(raw + b"\n").etag != parse_catalogue(raw).etag


def test_every_field_of_a_service_is_read() -> None:
    found = read(SMALL)
    service = found.services[ServiceId("dukcapil.kk")]
    agency = found.agency_of(service)

    assert service.name == "Penerbitan Kartu Keluarga"
    assert service.ticket_name == "Kartu Keluarga"
    assert service.name_en == "Family card"
    assert service.icon == agency.icon == "id"
    assert service.requirements == ("KTP", "Buku nikah")
    assert service.daily_quota == 40
    assert service.free
    assert agency.cutoff == timedelta(minutes=30)
    assert agency.counters == "1–3"
    assert agency.schedule.windows(3) == (Window(time(8), time(15)),)


def test_a_services_own_week_goes_before_its_agencys() -> None:
    document = small()
    services = document["instansi"][0]["layanan"]
    services.append({**services[0], "id": "dukcapil.ktp", "jadwal_khusus": None})

    found = read(document)

    assert found.schedule_of(found.services[ServiceId("dukcapil.kk")]).windows(0) == ()
    assert found.schedule_of(found.services[ServiceId("dukcapil.ktp")]).windows(0) != ()


def test_a_service_that_is_not_active_is_left_out() -> None:
    document = small()
    services = document["instansi"][0]["layanan"]
    services.append({**services[0], "id": "dukcapil.lama", "aktif": False})

    found = read(document)

    assert list(found.services) == ["dukcapil.kk"]
    assert found.agencies[AgencyId("dukcapil")].services == (ServiceId("dukcapil.kk"),)


def test_services_of_a_life_event_come_in_the_order_of_need() -> None:
    document = small()
    services = document["instansi"][0]["layanan"]
    services.insert(0, {**services[0], "id": "dukcapil.akta"})
    services.append({**services[0], "id": "dukcapil.lain", "peristiwa_hidup": []})

    found = read(document).for_event(EventId("lahir"))

    assert [service.id for service in found] == ["dukcapil.akta", "dukcapil.kk"]


def test_the_steps_of_a_life_event_come_first_across_agencies() -> None:
    document = small()
    services = document["instansi"][0]["layanan"]
    services += [{**services[0], "id": one} for one in ("dukcapil.akta", "dukcapil.kia")]
    document["peristiwa_hidup"][0]["langkah"] = ["dukcapil.kia", "dukcapil.kk"]

    found = read(document).for_event(EventId("lahir"))

    assert [one.id for one in found] == ["dukcapil.kia", "dukcapil.kk", "dukcapil.akta"]


def test_a_step_that_is_no_service_is_refused() -> None:
    document = small()
    document["peristiwa_hidup"][0]["langkah"] = ["no.such"]

    assert complaints_about(document) == (
        "peristiwa_hidup lahir: expected known services, not ['no.such']",
    )


def test_every_complaint_is_told_at_once_with_its_place() -> None:
    document = small()
    document["skema"] = "katalog-mpp/1"
    document["zona_waktu"] = "Asia/Cirebon"
    document["sering_dipilih"] = ["no.such"]
    agency = document["instansi"][0]
    agency["kode_antrean"] = "B"
    agency["loket"] = "1" * 13
    agency["jadwal"] = {**WEEK, "rabu": [["15:00", "08:00"]]}
    agency["layanan"][0]["nama_tiket"] = "x" * 29
    agency["layanan"][0]["nama_en"] = "x" * 29
    agency["layanan"][0]["durasi_menit"] = 0
    agency["layanan"][0]["peristiwa_hidup"] = ["nothing"]

    assert complaints_about(document) == (
        "skema: expected one of katalog-mpp/2",
        "zona_waktu: expected an IANA time zone such as Asia/Jakarta",
        "instansi[0].layanan[0].nama_tiket: expected 1 to 28 characters",
        "instansi[0].layanan[0].nama_en: expected 1 to 28 characters",
        "instansi[0].layanan[0].durasi_menit: expected a whole number from 1 to 600",
        "instansi[0].kode_antrean: expected one or two letters of K A M X U R H F W L",
        "instansi[0].loket: expected 1 to 12 characters",
        'instansi[0].jadwal.rabu: expected windows such as ["08:00", "15:00"] in order',
        "layanan dukcapil.kk: expected known life events, not ['nothing']",
        "sering_dipilih: expected known services, not ['no.such']",
    )


@pytest.mark.parametrize(
    "windows",
    [
        [["08:00", "08:00"]],
        [["13:00", "15:00"], ["08:00", "12:00"]],
        [["08:00", "12:00"], ["11:00", "15:00"]],
        [["08:00"]],
        [["08:00", "24:00"]],
        [["8:00", "12:00"]],
        [["08:00:30", "12:00"]],
        [["08:00+07:00", "12:00"]],
        [["08:00+07:00", "12:00+08:00"]],
        ["08:00", "12:00"],
        "08:00-12:00",
        [[8, 12]],
    ],
)
def test_a_day_is_a_list_of_windows_in_order(windows: object) -> None:
    document = small()
    document["instansi"][0]["jadwal"] = {**WEEK, "senin": windows}

    assert any("jadwal.senin" in complaint for complaint in complaints_about(document))


def test_two_agencies_cannot_have_one_id() -> None:
    document = small()
    document["instansi"].append({**document["instansi"][0], "kode_antrean": "A", "layanan": []})

    assert "instansi[1].id: expected an id used once" in complaints_about(document)


def test_two_services_cannot_have_one_id() -> None:
    document = small()
    document["instansi"].append({**document["instansi"][0], "id": "polres", "kode_antrean": "A"})

    assert complaints_about(document) == ("instansi: expected service ids used once",)


def test_two_queues_cannot_have_one_code() -> None:
    document = small()
    other = {**document["instansi"][0], "id": "polres", "layanan": []}
    document["instansi"].append(other)

    assert complaints_about(document) == (
        "instansi: expected a queue code of its own for each agency",
    )


@pytest.mark.parametrize(
    "zone",
    [
        "",
        "Asia",
        "a" * 300,
        "Asia/Jakarta\0",
        "../etc/passwd",
        "/etc/passwd",
        "__init__.py",
        "\ud800",
    ],
)
def test_a_zone_is_a_name_and_never_a_path(zone: str) -> None:
    document = small()
    document["zona_waktu"] = zone

    assert complaints_about(document)[0].startswith("zona_waktu")


@pytest.mark.parametrize(
    "raw", [b"", b"\xff", b"<html>", b"[]", b"null", b"[" * 100_000, b"9" * 5_000]
)
def test_what_is_no_catalogue_is_refused(raw: bytes) -> None:
    with pytest.raises(Refused):
        parse_catalogue(raw)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
texts_that_look_right = st.sampled_from(
    ["08:00", "08:00+07:00", "25:99", "Asia", "K", "KK", "dukcapil.kk", "lahir", "\ud800", ""]
)


def places_in(document: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value in a document."""
    found = [path] if path else []
    items = enumerate(document) if isinstance(document, list) else ()
    pairs = document.items() if isinstance(document, dict) else items
    for key, value in pairs:
        found += places_in(value, (*path, key))
    return found


@given(json_values)
def test_no_json_is_a_bug(value: object) -> None:
    with pytest.raises(Refused):
        read(value)


@given(st.data())
def test_a_catalogue_spoilt_anywhere_is_read_or_refused_and_never_a_bug(
    data: st.DataObject,
) -> None:
    document = small()
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(places_in(document)))
        part = document
        for key in path[:-1]:
            part = part[key]
        part[path[-1]] = data.draw(json_values | texts_that_look_right)

    try:
        found = read(document)
    except Refused as refused:
        assert refused.complaints
    else:
        assert {service.agency for service in found.services.values()} <= set(found.agencies)


# --- katalog-mpp/1 ----------------------------------------------------------------------------


def version_one() -> dict[str, Any]:
    """Three agencies as version 1 wrote them."""
    plain = {key: value for key, value in small()["instansi"][0].items() if key != "loket"}
    agencies = [
        {**plain, "id": name, "zona": zone, "kode_antrean": code, "ikon": "id-card", "layanan": []}
        for name, zone, code in (("a", 1, "1A"), ("b", "2", "2B"), ("c", 3, "3C"))
    ]
    return {
        "skema": "katalog-mpp/1",
        "contoh": True,
        "keterangan": {"sumber": "contoh"},
        "zona_waktu": "Asia/Jakarta",
        "peristiwa_hidup": [{"id": "lahir", "nama": "Lahir"}, {"id": "lain", "nama": "Lain"}],
        "instansi": agencies,
    }


def test_version_1_becomes_a_catalogue_with_queue_codes_in_file_order() -> None:
    found = read(upgrade(version_one()))

    assert [str(agency.queue) for agency in found.agencies.values()] == ["K", "A", "M"]
    assert [agency.floor for agency in found.agencies.values()] == [1, 1, 2]
    assert found.events[EventId("lahir")].main
    assert not found.events[EventId("lain")].main


def test_an_upgrade_again_changes_nothing() -> None:
    once = upgrade(version_one())

    assert upgrade(once) == once


def test_the_sample_needs_no_upgrade() -> None:
    document = json.loads(SAMPLE.read_bytes())

    assert upgrade(document) == document
