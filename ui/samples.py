"""View data as the bridge would send it, for the gallery and the tests of the screens."""

from typing import Any

# Any: the shapes are those of the bridge's maps, which QML reads untyped.
View = dict[str, Any]

SHELL: View = {
    "place": "Mal Pelayanan Publik",
    "tenant": "Kabupaten Cirebon",
    "clock": "09.41",
    "date": "Kamis, 6 Agustus",
    "language": "id",
    "textScale": 1.0,
    "theme": "light",
    "lowReach": False,
    "audio": False,
    "banner": None,
    "toast": "",
    "dialog": None,
    "cameraReady": True,
    "dim": False,
    "screenOff": False,
    "headphones": False,
    "volume": 3,
    "speed": 2,
}


def _tile(id_: str, icon: str, name: str, agency: str, waiting: int) -> View:
    queue = (
        {"kind": "n", "text": f"{waiting} antre"}
        if waiting
        else {"kind": "none", "text": "Tanpa antre"}
    )
    return {"id": id_, "icon": icon, "name": name, "agency": agency, "queue": queue, "dim": False}


S00: View = {
    "open": {"kind": "open", "text": "Buka sampai 15.00"},
    "wait": "Menunggu ± 12 menit",
    "take": {
        "title": "Ambil nomor antrean",
        "sub": "182 layanan dari 24 instansi",
        "enabled": True,
    },
    "languages": [
        {"id": "id", "name": "Indonesia", "current": True},
        {"id": "en", "name": "English", "current": False},
        {"id": "jv", "name": "Basa Jawa", "current": False},
        {"id": "su", "name": "Basa Sunda", "current": False},
    ],
    "arrow": "down",
    "booking": True,
    "rate": True,
}

S02: View = {
    "step": 2,
    "total": 4,
    "stepText": "Langkah 2 dari 4",
    "title": "Pilih layanan, Siti",
    "popular": [
        _tile("ktp-cetak-ulang", "id", "Cetak ulang KTP-el", "Disdukcapil", 4),
        _tile("sim-perpanjang", "steering-wheel", "Perpanjang SIM", "Polresta", 11),
        _tile("kk-baru", "users-group", "Kartu Keluarga baru", "Disdukcapil", 6),
        _tile("skck-baru", "file-certificate", "Buat SKCK", "Polresta", 2),
        _tile("kartu-kuning", "briefcase", "Kartu Pencari Kerja", "Disnaker", 0),
        _tile("nib", "building-store", "Izin usaha (NIB)", "DPMPTSP", 3),
    ],
    "events": [
        {"id": "birth", "icon": "baby-carriage", "label": "Bayi lahir"},
        {"id": "marriage", "icon": "hearts", "label": "Menikah"},
        {"id": "move", "icon": "truck", "label": "Pindah"},
        {"id": "business", "icon": "building-store", "label": "Usaha"},
        {"id": "vehicle", "icon": "car", "label": "Kendaraan"},
        {"id": "death", "icon": "flower", "label": "Kematian"},
    ],
    "agencies": [
        {"id": "disdukcapil", "badge": "K", "name": "Disdukcapil", "count": "18 layanan"},
        {"id": "polresta", "badge": "A", "name": "Polresta", "count": "9 layanan"},
        {"id": "dpmptsp", "badge": "M", "name": "DPMPTSP", "count": "22 layanan"},
        {"id": "disnaker", "badge": "X", "name": "Disnaker", "count": "7 layanan"},
        {"id": "bpjs", "badge": "U", "name": "BPJS Kesehatan", "count": "8 layanan"},
        {"id": "samsat", "badge": "R", "name": "Samsat", "count": "6 layanan"},
    ],
}

S07: View = {
    "step": 3,
    "total": 4,
    "stepText": "Langkah 3 dari 4 · Disdukcapil",
    "title": "Cetak ulang KTP-el",
    "facts": [
        {"label": "Menunggu", "value": "4 orang"},
        {"label": "Dipanggil kira-kira pukul", "value": "10.05–10.20"},
        {"label": "Lantai 1", "value": "Loket 3–5"},
    ],
    "requirements": [
        {"icon": "users", "text": "Kartu Keluarga, asli atau fotokopi"},
        {"icon": "id", "text": "KTP-el lama, jika rusak"},
        {"icon": "file-text", "text": "Surat kehilangan dari polisi, jika hilang"},
    ],
    "fee": "Gratis",
    "duration": "± 15 menit",
    "priority": False,
    "noIkd": False,
    "blocked": None,
    "have": None,
}

S01: View = {
    "step": 1,
    "total": 4,
    "stepText": "Langkah 1 dari 4",
    "title": "Tunjukkan QR IKD Anda",
    "pill": {"state": "looking", "text": "Mencari QR…"},
    "error": None,
    "camera": True,
    "steps": [
        "Buka aplikasi IKD, masukkan PIN.",
        "Tampilkan kode QR di HP.",
        "Dekatkan HP ke kamera di bawah layar.",
    ],
}


def _result(tile: View, before: str, match: str, after: str) -> View:
    sub = f"{tile['agency']} · {tile['queue']['text']}"
    return {**tile, "before": before, "match": match, "after": after, "sub": sub}


S03: View = {
    "step": 2,
    "total": 4,
    "stepText": "Langkah 2 dari 4",
    "title": "Cari layanan",
    "query": "ktp",
    "results": [
        _result(
            _tile("ktp-cetak-ulang", "id", "Cetak ulang KTP-el", "Disdukcapil", 4),
            "Cetak ulang ",
            "KTP",
            "-el",
        ),
        _result(
            _tile("ktp-rekam", "id", "Rekam KTP-el pertama", "Disdukcapil", 4),
            "Rekam ",
            "KTP",
            "-el pertama",
        ),
        _result(
            _tile("ikd", "device-mobile", "Aktivasi IKD (KTP digital)", "Disdukcapil", 0),
            "Aktivasi IKD (",
            "KTP",
            " digital)",
        ),
        _result(
            _tile("pindah", "truck", "Pindah alamat di KTP", "Disdukcapil", 6),
            "Pindah alamat di ",
            "KTP",
            "",
        ),
    ],
    "none": "",
    "tip": "",
    "placeholder": "Ketik nama layanan",
}


def _agency(letter: str, name: str, count: int) -> View:
    return {
        "id": name.lower().replace(" ", "-"),
        "badge": letter,
        "icon": "building",
        "name": name,
        "count": f"{count} layanan",
    }


S04: View = {
    "step": 2,
    "total": 4,
    "stepText": "Langkah 2 dari 4",
    "title": "Pilih instansi",
    "agencies": [
        _agency("K", "Disdukcapil", 18),
        _agency("A", "Polresta", 9),
        _agency("M", "DPMPTSP", 22),
        _agency("X", "Disnaker", 7),
        _agency("U", "BPJS Kesehatan", 8),
        _agency("R", "Samsat", 6),
        _agency("H", "Imigrasi", 5),
        _agency("F", "BPN", 11),
        _agency("W", "KPP Pratama", 9),
        _agency("L", "Kemenag", 10),
        _agency("KA", "Dinas Sosial", 12),
        _agency("KM", "Pengadilan Agama", 6),
        _agency("KX", "Haji & Umrah", 4),
    ],
}

S05: View = {
    "step": 2,
    "total": 4,
    "stepText": "Langkah 2 dari 4",
    "title": "Disdukcapil",
    "services": [
        _tile("ktp-rekam", "id", "Perekaman KTP-el", "Disdukcapil", 4),
        _tile("ktp-cetak-ulang", "id", "KTP-el rusak/ubah data", "Disdukcapil", 4),
        _tile("kk-baru", "users-group", "Kartu Keluarga baru", "Disdukcapil", 6),
        {
            **_tile("kk-ubah", "users-group", "Ubah data Kartu Keluarga", "Disdukcapil", 6),
            "queue": {"kind": "closed", "text": "Tutup"},
            "dim": True,
        },
        _tile("akta-lahir", "baby-carriage", "Akta kelahiran", "Disdukcapil", 0),
        _tile("akta-nikah", "hearts", "Akta perkawinan", "Disdukcapil", 0),
        _tile("akta-mati", "flower", "Akta kematian", "Disdukcapil", 1),
        _tile("pindah", "truck", "Surat pindah", "Disdukcapil", 3),
        _tile("ikd", "device-mobile", "Aktivasi IKD", "Disdukcapil", 0),
    ],
}

S06: View = {
    "step": 2,
    "total": 4,
    "stepText": "Langkah 2 dari 4",
    "title": "Bayi lahir",
    "services": [
        _tile("akta-lahir", "baby-carriage", "Akta kelahiran", "Disdukcapil", 4),
        _tile("kk-ubah", "users-group", "Ubah data Kartu Keluarga", "Disdukcapil", 4),
        _tile("kia", "id-badge", "Kartu Identitas Anak", "Disdukcapil", 4),
        _tile("bpjs-bayi", "heartbeat", "Daftar JKN bayi baru lahir", "BPJS Kesehatan", 8),
    ],
}

S08: View = {
    "text": "Menyiapkan nomor Anda…",
    "service": "Cetak ulang KTP-el",
    "agency": "Disdukcapil",
}

_TICKET: View = {
    "service": "Cetak ulang KTP-el",
    "agency": "Disdukcapil",
    "label": "K 027",
    "priority": "",
    "facts": [
        {"label": "Di depan Anda", "value": "4 orang"},
        {"label": "Dipanggil kira-kira", "value": "10.05–10.20"},
        {"label": "Lantai 1", "value": "Loket 3–5"},
    ],
    "floor": "Lantai 1",
    "qr": "https://mpp.example/t/" + "A" * 120,
}

S09: View = {
    **_TICKET,
    "title": "Ini nomor Anda",
    "sub": "Kertas keluar di bawah layar",
    "steps": [
        {"icon": "receipt", "text": "Ambil kertas nomor."},
        {"icon": "armchair", "text": "Duduk di ruang tunggu Lantai 1."},
        {"icon": "volume", "text": "Tunggu nomor dipanggil."},
    ],
    "untaken": False,
    "canReprint": True,
    "seconds": 25,
}

S10: View = {
    **_TICKET,
    "title": "Kertas habis, nomor Anda tetap berlaku.",
    "sub": "Simpan nomor di HP. Tidak perlu antre ulang.",
    "steps": [
        {"icon": "device-mobile", "text": "Buka kamera HP, arahkan ke kode QR.", "warm": False},
        {"icon": "camera", "text": "Atau foto layar ini.", "warm": False},
        {"icon": "hand-stop", "text": "Tidak bawa HP? Panggil petugas.", "warm": True},
    ],
    "staffCalled": False,
    "asked": False,
}

S11: View = {
    "title": "Tunjukkan QR pendaftaran",
    "sub": "QR ada di aplikasi MPP Digital, menu Antrean.",
    "pill": {"state": "looking", "text": "Mencari QR…"},
    "error": None,
    "camera": True,
}

S11_CODE: View = {
    "title": "Ketik kode daftar",
    "label": "Kode daftar, 8 huruf atau angka",
    "text": "7Q2K9",
    "length": 8,
    "complete": False,
    "error": "",
}

S12: View = {
    "title": "Pendaftaran Anda",
    "service": "Perpanjang SIM",
    "agency": "Polresta",
    "place": "Lantai 1, Loket 9",
    "facts": [
        {"label": "Jadwal", "value": "Kamis, 6 Agustus 10.00"},
        {"label": "Nama", "value": "S*** R******"},
    ],
    "note": {
        "kind": "info",
        "icon": "clock",
        "text": "Anda datang lebih awal. Nomor dipanggil mulai pukul 10.00.",
    },
    "action": {"send": "checkIn", "label": "Lapor datang", "icon": "check"},
}

S13: View = {
    "title": "Beri nilai layanan",
    "sub": "9 pertanyaan, kira-kira 1 menit",
    "scan": "Pindai QR di kertas nomor Anda",
    "pill": {"state": "looking", "text": "Mencari QR…"},
    "error": None,
    "camera": True,
}

S14: View = {
    "step": 3,
    "total": 9,
    "stepText": "Pertanyaan 3 dari 9 · Cetak ulang KTP-el",
    "title": "Bagaimana kecepatan waktu pelayanan?",
    "faces": [
        {"value": 1, "label": "Tidak cepat", "chosen": False},
        {"value": 2, "label": "Kurang cepat", "chosen": False},
        {"value": 3, "label": "Cepat", "chosen": False},
        {"value": 4, "label": "Sangat cepat", "chosen": False},
    ],
    "anon": "Jawaban Anda tidak memakai nama.",
}


def _group(key: str, label: str, chosen: str, **options: str) -> View:
    return {
        "key": key,
        "label": label,
        "options": [
            {"id": one.replace("_", "-"), "label": text, "chosen": one == chosen}
            for one, text in options.items()
        ],
    }


S14_PROFILE: View = {
    "title": "Sedikit tentang Anda (boleh dilewati)",
    "stepText": "Cetak ulang KTP-el",
    "groups": [
        _group("gender", "Jenis kelamin", "f", f="Perempuan", m="Laki-laki"),
        {
            "key": "age",
            "label": "Usia",
            "options": [
                {"id": "under-18", "label": "Di bawah 18 tahun", "chosen": False},
                {"id": "18-25", "label": "18–25 tahun", "chosen": False},
                {"id": "26-40", "label": "26–40 tahun", "chosen": True},
                {"id": "41-60", "label": "41–60 tahun", "chosen": False},
                {"id": "over-60", "label": "Di atas 60 tahun", "chosen": False},
            ],
        },
        _group(
            "education",
            "Pendidikan terakhir",
            "",
            sd="SD",
            smp="SMP",
            sma="SMA/SMK",
            diploma="Diploma",
            sarjana="Sarjana",
            pascasarjana="Pascasarjana",
        ),
        _group(
            "occupation",
            "Pekerjaan",
            "",
            asn="ASN",
            tni_polri="TNI/Polri",
            swasta="Pegawai swasta",
            wirausaha="Wirausaha",
            pelajar="Pelajar/mahasiswa",
            lainnya="Lainnya",
        ),
    ],
}

S14_COMMENT: View = {
    "title": "Saran (boleh dilewati)",
    "text": "petugas ramah, ruang tunggu perlu ditambah kursi untuk lansia",
    "left": 139,
    "most": 200,
    "placeholder": "Saran (boleh dilewati)",
}

S15: View = {
    "title": "Terima kasih",
    "sub": "Nilai Anda membantu kami memperbaiki layanan.",
}

E: View = {
    "key": "offline.hard",
    "kind": "wait",
    "title": "Nomor belum bisa diambil",
    "text": "Jaringan terputus. Ambil nomor di meja informasi.",
    "actions": [
        {"send": "confirm", "label": "Coba lagi", "icon": "refresh"},
        {"send": "exit", "label": "Selesai", "icon": "check"},
    ],
    "staffCalled": False,
}

S20: View = {
    "title": "Anjungan ini sedang diperbaiki. Gunakan anjungan lain atau meja informasi.",
}

DIALOGS: dict[str, View] = {
    "timeout": {"kind": "timeout", "seconds": 20, "total": 30},
    "language": {"kind": "language", "languages": S00["languages"]},
    "audio": {
        "kind": "audio",
        "on": True,
        "volume": 3,
        "volumeMost": 5,
        "speed": 2,
        "speedMost": 3,
        "screenOff": False,
        "headphones": False,
    },
    "help": {"kind": "help", "called": ""},
    "howto": {
        "kind": "howto",
        "steps": [
            {"icon": "click", "text": "Sentuh tombol di layar."},
            {"icon": "list-check", "text": "Pilih layanan Anda."},
            {"icon": "receipt", "text": "Ambil kertas nomor."},
            {"icon": "armchair", "text": "Tunggu nomor dipanggil."},
        ],
    },
    "qr": {
        "kind": "qr",
        "title": "Pindai untuk menyimpan syarat",
        "qr": "Perekaman KTP-el pemula (Disdukcapil)\nYang perlu dibawa:\n- Kartu Keluarga\n" * 4,
        "print": {"icon": "printer", "label": "Cetak di kertas", "enabled": True},
    },
}

S30: View = {
    "title": "Masukkan PIN teknisi",
    "text": "6 angka",
    "digits": 6,
    "wrong": False,
    "usable": True,
    "turn": "",
}


def _part(part: str, icon: str, name: str, text: str, finding: str, word: str) -> View:
    return {
        "part": part,
        "icon": icon,
        "name": name,
        "text": text,
        "finding": finding,
        "word": word,
    }


S31: View = {
    "eyebrow": "Panel teknisi · Anjungan A-03",
    "title": "1 perlu perhatian",
    "rows": [
        _part("printer", "printer", "Printer tiket", "Kertas ± 90 tiket", "warn", "Perhatian"),
        _part("camera", "camera", "Kamera", "Pindai terakhir 09.38", "ok", "Baik"),
        _part("net", "network", "Jaringan", "Tersambung · 0 catatan menunggu", "ok", "Baik"),
        _part("clock", "clock", "Jam", "Selisih 0,0 detik", "ok", "Baik"),
        _part("disk", "database", "Penyimpanan", "Sisa 40,0 GB", "ok", "Baik"),
        _part("temp", "gauge", "Suhu", "52 °C", "ok", "Baik"),
    ],
    "acts": [
        {
            "act": "print-tested",
            "icon": "printer",
            "label": "Cetak uji",
            "finding": "ok",
            "word": "Baik",
        },
        {"act": "scan-tested", "icon": "scan", "label": "Uji pindai", "finding": "", "word": ""},
        {"act": "sound-tested", "icon": "volume", "label": "Uji suara", "finding": "", "word": ""},
        {
            "act": "statistics-read",
            "icon": "chart-bar",
            "label": "Statistik",
            "finding": "",
            "word": "",
        },
    ],
    "leaving": "Keluar panel",
    "closing": {"act": "closed", "label": "Tutup sementara"},
}

S32: View = {
    "title": "Uji pindai",
    "lead": "Tunjukkan kode apa saja. Isinya tidak ditampilkan dan tidak disimpan.",
    "blind": "Kamera atau pemindai tidak menyala. Periksa kabelnya.",
    "pill": {"state": "ok", "text": "Terbaca: kode tiket"},
    "error": None,
    "camera": True,
    "aid": [
        {"icon": "search", "text": "Ketajaman 86 dari 100: Baik"},
        {"icon": "contrast", "text": "Cahaya 41 dari 100: Baik"},
    ],
}

S33: View = {
    "title": "Ganti kertas",
    "lead": "Lembar uji tidak keluar. Periksa kertas dan tutupnya, lalu tekan Cetak uji.",
    "alarming": True,
    "steps": [
        {"text": "Buka tutup printer.", "state": "done"},
        {"text": "Mencetak lembar uji…", "state": "now"},
        {"text": "Selesai. Lembar uji keluar.", "state": "next"},
    ],
    "act": "print-tested",
    "acting": "Cetak uji",
    "over": False,
}

S34: View = {
    "title": "Uji sentuh",
    "lead": "Sentuh tengah kotak biru.",
    "targets": 15,
    "done": [{"text": "1,2", "x": 1.2, "y": -0.4, "touched": True}],
    "over": False,
    "dead": "Tidak bisa disentuh",
    "again": "Ulangi",
    "act": "touch-tested",
}


def _setting(part: str, label: str, value: str) -> View:
    return {"part": part, "label": label, "value": value, "less": "Kurangi", "more": "Tambah"}


S35: View = {
    "title": "Tata letak",
    "reach": "Batas jangkauan 1.200 mm ada di sini",
    "beyond": "Seluruh layar ada di bawah 1.200 mm",
    "orientation": {"tall": "Layar tegak", "wide": "Layar mendatar"},
    "diagonalIn": 21.5,
    "bottomMm": 850,
    "rows": [
        _setting("diag", "Ukuran layar (inci)", "21,5"),
        _setting("bottom", "Tinggi tepi bawah layar dari lantai (mm)", "850"),
        _setting("printer", "Letak printer", "Di bawah layar"),
    ],
    "told": "",
    "lost": False,
    "busy": False,
    "keeping": "Simpan",
}

S36: View = {
    "title": "Catatan",
    "told": "",
    "rows": [{"head": "09.41.03  paper", "text": "outcome printed"}],
    "export": "Simpan ke USB",
    "busy": False,
    "exported": "Tersimpan di USB. Tunggu lampunya padam, lalu cabut.",
    "well": True,
}

S40: View = {
    "eyebrow": "Anjungan A-03 · dari catatan sendiri",
    "title": "Statistik",
    "period": "day",
    "periods": [
        {"id": "day", "label": "Hari ini"},
        {"id": "week", "label": "7 hari"},
        {"id": "month", "label": "30 hari"},
        {"id": "sem", "label": "Semester"},
    ],
    "told": "",
    "counted": True,
    "tiles": [
        {"label": "Nomor diambil", "value": "297", "text": "▲ +8% dari Kamis lalu"},
        {"label": "Tercetak", "value": "99%", "text": "struk yang keluar"},
        {"label": "Pendaftaran", "value": "19%", "text": "dari semua nomor"},
        {"label": "Nilai SKM", "value": "84,6", "text": "mutu B · 52 jawaban"},
    ],
    "chart": {
        "kind": "bars",
        "title": "Kedatangan per jam",
        "text": "nomor yang diambil",
        "bars": [
            {"label": "08", "times": 22, "note": "", "share": 0.35, "named": True},
            {"label": "09", "times": 63, "note": "", "share": 1.0, "named": True},
        ],
        "rows": [],
    },
    "ways": {
        "title": "Cara mengambil nomor",
        "total": "297",
        "parts": [
            {"label": "Dari server", "share": 0.81, "value": "81%"},
            {"label": "Tanpa server", "share": 0, "value": "0%"},
            {"label": "Pendaftaran", "share": 0.19, "value": "19%"},
        ],
    },
    "services": {
        "title": "Layanan teratas",
        "rows": [{"label": "Cetak ulang KTP-el", "value": "61"}],
    },
    "elements": {
        "title": "SKM per unsur",
        "text": "skala 1–4, garis = batas B (3,0644)",
        "note": "52 jawaban",
        "line": 0.69,
        "rows": [{"label": "Syarat", "value": "3,42", "place": 0.81, "low": False}],
    },
    "trend": None,
    "export": "Simpan CSV ke USB",
    "busy": False,
    "exported": "",
    "well": False,
}

STAFF_VIEWS: dict[str, View] = {
    "S30": S30,
    "S31": S31,
    "S32": S32,
    "S33": S33,
    "S34": S34,
    "S35": S35,
    "S36": S36,
    "S40": S40,
}
"""Screens of staff: they have one dress, no toolbar, and are not spoken."""

VIEWS: dict[str, View] = {
    "S00": S00,
    "S01": S01,
    "S02": S02,
    "S03": S03,
    "S04": S04,
    "S05": S05,
    "S06": S06,
    "S07": S07,
    "S08": S08,
    "S09": S09,
    "S10": S10,
    "S11": S11,
    "S11Code": S11_CODE,
    "S12": S12,
    "S13": S13,
    "S14": S14,
    "S14Profile": S14_PROFILE,
    "S14Comment": S14_COMMENT,
    "S15": S15,
    "S20": S20,
    "E": E,
}
