"""Brings a `katalog-mpp/1` file to `katalog-mpp/2`: queue codes, floors, counters, icons, events.

Run as `central catalogue upgrade OLD NEW`. Queue codes are given once, in file order; a file that
is already version 2 is returned unchanged, so that a code never changes hands.
"""

from kiosk.domain.catalogue import SCHEMA
from kiosk.domain.label import queue_codes

# Names of the icon set the kiosk ships, for the names version 1 used.
_ICONS = {
    "id-card": "id",
    "briefcase": "briefcase",
    "heart-pulse": "heartbeat",
    "hand-heart": "heart-handshake",
    "hard-hat": "helmet",
    "graduation-cap": "school",
    "building": "building",
    "store": "building-store",
    "wheat": "plant",
    "mosque": "building-mosque",
    "kaaba": "building-mosque",
    "landmark": "building-bank",
    "percent": "percentage",
    "piggy-bank": "pig-money",
    "zap": "bolt",
    "banknote": "cash-banknote",
    "globe": "world",
    "file-badge": "file-certificate",
    "hand-coins": "coins",
    "bar-chart": "chart-bar",
    "info": "info-circle",
}

# id -> (short name, English, icon)
_MAIN_EVENTS = {
    "lahir": ("Bayi lahir", "New baby", "baby-carriage"),
    "menikah": ("Menikah", "Getting married", "hearts"),
    "pindah": ("Pindah", "Moving home", "truck"),
    "usaha": ("Usaha", "Business", "building-store"),
    "kendaraan": ("Kendaraan", "Vehicle", "car"),
    "meninggal": ("Kematian", "Death in the family", "flower"),
}
_FEATURED = (
    "disdukcapil.ktp-el-hilang",
    "polres.perpanjangan-sim",
    "disdukcapil.kk-baru",
    "polres.skck-baru",
    "disnaker.ak-1-kartu-kuning",
    "dpmptsp.nib-oss-umk",
)

_SERVICE_ICONS = {
    "disdukcapil.ktp-el-hilang": "id",
    "disdukcapil.aktivasi-ikd": "device-mobile",
    "disdukcapil.kk-baru": "users-group",
    "disdukcapil.pindah-keluar": "truck",
    "polres.perpanjangan-sim": "steering-wheel",
    "polres.skck-baru": "certificate",
    "disnaker.ak-1-kartu-kuning": "briefcase",
    "dpmptsp.nib-oss-umk": "building-store",
}


def upgrade(document: dict[str, object]) -> dict[str, object]:
    """Return the version 2 form of a version 1 document."""
    if document.get("skema") == SCHEMA:
        return document
    agencies = _dicts(document["instansi"])
    services = {row["id"] for agency in agencies for row in _dicts(agency["layanan"])}
    return {
        **document,
        "skema": SCHEMA,
        "keterangan": _notes(document["keterangan"]),
        "peristiwa_hidup": [_event(event) for event in _dicts(document["peristiwa_hidup"])],
        "sering_dipilih": [service for service in _FEATURED if service in services],
        "instansi": _agencies(agencies),
    }


def _notes(notes: object) -> dict[str, object]:
    kept = dict(notes) if isinstance(notes, dict) else {}
    kept["kode_antrean"] = "satu atau dua huruf dari K A M X U R H F W L, mis. K 027"
    return kept


def _event(event: dict[str, object]) -> dict[str, object]:
    main = _MAIN_EVENTS.get(str(event["id"]))
    if main is None:
        return {**event, "utama": False}
    short_name, english, icon = main
    return {**event, "nama_singkat": short_name, "nama_en": english, "ikon": icon, "utama": True}


def _agencies(agencies: list[dict[str, object]]) -> list[dict[str, object]]:
    upgraded = []
    next_counter: dict[int, int] = {}
    for code, agency in zip(queue_codes(), agencies, strict=False):
        floor = 1 if int(str(agency["zona"])) <= 2 else 2
        first = next_counter.get(floor, 1)
        count = 3 if len(_dicts(agency["layanan"])) >= 10 else 1
        next_counter[floor] = first + count
        upgraded.append(
            {
                **agency,
                "layanan": [_service(row) for row in _dicts(agency["layanan"])],
                "kode_antrean": str(code),
                "ikon": _ICONS.get(str(agency["ikon"]), agency["ikon"]),
                "lantai": floor,
                "loket": f"{first}–{first + count - 1}" if count > 1 else str(first),
            }
        )
    return upgraded


def _service(row: dict[str, object]) -> dict[str, object]:
    icon = _SERVICE_ICONS.get(str(row["id"]))
    return {**row, "ikon": icon} if icon else row


def _dicts(value: object) -> list[dict[str, object]]:
    if not isinstance(value, list):
        raise TypeError("expected a list")
    return [dict(item) for item in value]
