"""What is said: words for numbers, times and names, in the right language, and nothing private aloud."""

import re
from fnmatch import fnmatch
from pathlib import Path
from string import Formatter

import pytest

from kiosk.domain.words import Words
from ui import speech
from ui.gallery import RESOURCES
from ui.samples import SHELL, VIEWS, View
from ui.speech import Control
from ui.spoken import ALOUD, Lexicon, Phrase, Reader
from ui.text import load_words

WORDS = load_words(RESOURCES / "text")
LEXICONS = {language: Lexicon(words) for language, words in WORDS.items()}


def reader(language: str = "id", *, private: bool = True) -> Reader:
    """Reads what is on the screen in `language`."""
    return Reader(LEXICONS[language], WORDS["en" if language == "en" else "id"], private=private)


def said(name: str, *, language: str = "id", private: bool = True, **changes: object) -> str:
    """All that is said of a screen's sample."""
    view: View = {**VIEWS[name], **changes}
    step = str(view.get("stepText", ""))
    phrases = speech.screen(name, view, SHELL, step, reader(language, private=private))
    return speech.sentence(phrases)


def of(**facts: object) -> list[str]:
    """What is said of a control."""
    return [one.words for one in speech.control(_control(**facts), reader())]


def _control(**facts: object) -> Control:
    told = {"name": "some", "label": "Tutup", "role": "button", "count": 1}
    return speech.control_of({**told, **facts})


# --- spelling ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "shown", "spoken"),
    [
        ("id", "Buka sampai 15.00", "Buka sampai lima belas"),
        ("id", "10.05–10.20", "sepuluh lewat lima sampai sepuluh lewat dua puluh"),
        ("en", "Open until 15:05", "Open until three oh five"),
        ("id", "Loket 3–5", "Loket 3 sampai 5"),
        ("id", "± 15 menit", "kira-kira 15 menit"),
        ("id", "Rp75.000", "75000 rupiah"),
        ("id", "S*** R******", "disamarkan"),
        ("id", "••••••••••••0003", "disamarkan"),
        ("id", "Langkah 3 dari 4 · Disdukcapil", "Langkah 3 dari 4, Disdukcapil"),
        ("id", "Cetak ulang KTP\u2060-\u2060el", "Cetak ulang KTP-el"),
        ("id", "Mencari QR…", "Mencari QR"),
    ],
)
def test_signs_and_figures_are_spoken_as_words(language: str, shown: str, spoken: str) -> None:
    assert reader(language)(shown).words == spoken


@pytest.mark.parametrize(
    ("label", "spoken"),
    [
        ("K 027", "K, nol dua tujuh"),
        ("KA 1027", "K A, satu nol dua tujuh"),
        ("K2 0934", "K dua, nol sembilan tiga empat"),
        ("K2 0934KA", "K dua, nol sembilan tiga empat K A"),
    ],
)
def test_a_number_is_spelled_by_letters_and_digits(label: str, spoken: str) -> None:
    assert reader().number(label).words == spoken
    assert reader()(f"Nomor {label} dipanggil").words == f"Nomor {spoken} dipanggil"


def test_an_english_number_has_english_digits() -> None:
    assert reader("en").number("K 027").words == "K, zero two seven"


@pytest.mark.parametrize(
    ("sign", "spoken"), [("Q", "Q"), ("7", "tujuh"), (" ", "spasi"), ("@", "keong"), ("-", "strip")]
)
def test_one_sign_is_called_by_its_name(sign: str, spoken: str) -> None:
    assert reader().sign(sign).words == spoken


def test_every_sign_of_the_keyboard_has_a_name() -> None:
    keyboard = (Path(__file__).parents[2] / "ui/qml/components/KioskKeyboard.qml").read_text()
    signs = set("-/.,()&+':;?!@\"_")

    assert all(sign in keyboard or sign == '"' for sign in signs)
    assert all(reader().sign(sign).words.isalpha() for sign in signs - set("/:;?!()'\"_@"))
    assert all(len(reader().sign(sign).words) > 1 for sign in signs)


# --- languages --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["jv", "su"])
def test_what_has_no_voice_is_spoken_in_the_indonesian_of_the_same_message(language: str) -> None:
    own, read = WORDS[language], reader(language)

    for key in ("common.back", "scan.looking", "err.qr.expired.x", "det.prio", "time.text"):
        assert own(key) != WORDS["id"](key), "a sample that proves nothing"
        assert read(own(key)).words == reader()(WORDS["id"](key)).words


@pytest.mark.parametrize("language", ["id", "en", "jv", "su"])
def test_every_message_is_recognised_with_its_places_filled(language: str) -> None:
    own, spoken = WORDS[language], WORDS["en" if language == "en" else "id"]
    read, read_spoken = reader(language), reader(spoken.language)
    staff = ("tech.", "stat.", "tv.", "dock.", "call.", "speech.", "date.", "tkt.", "lbl.")
    meant: dict[str, set[str]] = {}
    for key, text in own.table.items():
        if not key.startswith(staff):
            expected = read_spoken(_filled(spoken, spoken(key))).words
            meant.setdefault(_filled(own, text), set()).add(expected)

    # Two messages that this language says with the same words mean the same to a listener.
    wrong = {
        text: read(text).words for text, words in meant.items() if read(text).words not in words
    }

    assert not wrong


def _filled(words: Words, text: str) -> str:
    """A message with the kind of value that its places get."""
    samples = {
        "name": "Siti",
        "number": "K 027",
        "time": "10.05",
        "day": words("date.day.4"),
        "date": f"{words('date.day.4')}, 6 {words('date.month.8')}",
        "place": f"{words('common.floor', n=1)}, {words('common.counter', n=9)}",
    }
    places = [place for _, place, _, _ in Formatter().parse(text) if place]
    return text.format(**{place: samples.get(place, "7") for place in places})


def test_a_name_of_a_message_leads_to_its_clip() -> None:
    assert reader("jv")(WORDS["jv"]("audio.welcome")).key == "audio.welcome"


def test_what_has_a_value_in_it_has_no_clip() -> None:
    assert reader()("Buka sampai 15.00").key == ""
    assert reader()("Perpanjang SIM").key == ""


# --- privacy ----------------------------------------------------------------------------------


def test_every_message_with_a_name_or_a_number_has_one_for_the_hall() -> None:
    private = {"name", "number", "label"}
    unseen = ("tech.", "stat.", "tv.", "tkt.", "lbl.", "call.", "dock.", "speech.")

    found = {
        key
        for key, text in WORDS["id"].table.items()
        if not key.startswith(unseen)
        and private & {place for _, place, _, _ in Formatter().parse(text) if place}
    }

    assert found <= ALOUD.keys()


@pytest.mark.parametrize("language", ["id", "en", "jv", "su"])
@pytest.mark.parametrize("name", sorted(VIEWS))
def test_in_the_hall_neither_name_nor_number_is_said(name: str, language: str) -> None:
    words = WORDS[language]
    shown: dict[str, View] = {
        "S01": {"pill": {"state": "ok", "text": words("scan.ok", name="Siti")}},
        "S02": {"title": words("cat.title.name", name="Siti")},
        "S07": {"have": {"text": words("det.have", number="K 027")}},
        "E": {"text": words("err.booking.done.x", number="K 027", place="Lantai 1, Loket 9")},
    }

    aloud = said(name, language=language, private=False, **shown.get(name, {}))

    assert "Siti" not in aloud
    assert "K 027" not in aloud
    assert "nol dua tujuh" not in aloud
    assert "zero two seven" not in aloud
    assert "***" not in aloud


def test_in_the_hall_a_number_is_only_ready() -> None:
    aloud = said("S09", private=False)

    assert aloud.startswith("Nomor Anda sudah siap. Kertas keluar di bawah layar.")
    assert "KTP" not in aloud


def test_with_headphones_all_of_the_card_is_read() -> None:
    read = said("S09")

    for words in (
        "Ini nomor Anda.",
        "Cetak ulang KTP-el.",
        "K, nol dua tujuh.",
        "Disdukcapil.",
        "Di depan Anda: 4 orang.",
        "Dipanggil kira-kira: sepuluh lewat lima sampai sepuluh lewat dua puluh.",
        "Lantai 1: Loket 3 sampai 5.",
    ):
        assert words in read


def test_without_paper_the_hall_hears_that_too() -> None:
    aloud = said("S10", private=False)

    assert "Kertas habis, nomor Anda tetap berlaku." in aloud
    assert "Nomor Anda sudah siap." in aloud


# --- screens ----------------------------------------------------------------------------------


def test_a_screen_begins_with_its_title_then_its_step() -> None:
    assert said("S07").startswith("Cetak ulang KTP-el. Langkah 3 dari 4, Disdukcapil. Menunggu: 4")


def test_a_service_is_told_with_all_that_is_to_be_brought() -> None:
    told = said("S07", noIkd=True)

    assert "Yang perlu dibawa. Bawa KTP-el asli. Kartu Keluarga, asli atau fotokopi." in told
    assert told.endswith("Gratis. kira-kira 15 menit.")


def test_a_refusal_is_told_with_title_and_text() -> None:
    error = {"key": "qr.expired", "title": "QR sudah kedaluwarsa", "text": "Buka lagi QR."}

    assert "QR sudah kedaluwarsa. Buka lagi QR." in said("S01", error=error)


def test_without_a_camera_nothing_is_looked_for() -> None:
    assert "Mencari QR" in said("S01")
    assert "Mencari QR" not in said("S01", camera=False)


def test_nothing_is_said_twice_of_one_screen() -> None:
    for name, view in VIEWS.items():
        step = str(view.get("stepText", ""))
        phrases = speech.screen(name, view, SHELL, step, reader())
        assert len(phrases) == len(set(phrases)), name


def test_every_screen_has_something_to_say() -> None:
    assert all(said(name) for name in VIEWS)


# --- controls ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "spoken"),
    [
        ({}, ["Tutup"]),
        ({"hint": "Disdukcapil, 4 antre"}, ["Tutup", "Disdukcapil, 4 antre"]),
        ({"usable": False}, ["Tutup", "tidak tersedia"]),
        ({"role": "radio", "chosen": True}, ["Tutup", "terpilih"]),
        ({"role": "radio"}, ["Tutup"]),
        ({"role": "tab", "chosen": True}, ["Tutup", "tab", "terpilih"]),
        ({"role": "switch", "chosen": True}, ["Tutup", "sakelar", "menyala"]),
        ({"role": "switch"}, ["Tutup", "sakelar", "mati"]),
        ({"role": "field"}, ["Tutup", "kolom isian", "kosong"]),
        ({"role": "field", "hint": "ktp"}, ["Tutup", "kolom isian", "ktp"]),
        ({"chosen": True}, ["Tutup", "menyala"]),
        ({"name": ""}, []),
    ],
)
def test_a_control_is_told_by_name_kind_state_and_hint(
    facts: dict[str, object], spoken: list[str]
) -> None:
    assert of(**facts) == spoken


def test_a_group_is_named_when_it_is_entered() -> None:
    entered = speech.control(_control(section="bar"), reader(), entering=True)

    assert [one.words for one in entered] == ["Pengaturan", "Tutup"]


@pytest.mark.parametrize(("count", "spoken"), [(0, []), (1, ["Satu pilihan"]), (7, ["7 pilihan"])])
def test_choices_are_counted(count: int, spoken: list[str]) -> None:
    assert [one.words for one in speech.choices(count, "", reader())] == spoken


def test_of_many_pages_the_one_shown_is_told() -> None:
    told = speech.choices(12, "Halaman 1 dari 4", reader())

    assert [one.words for one in told] == ["12 pilihan", "Halaman 1 dari 4"]


# --- typing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "spoken"),
    [
        ("", "k", ["K"]),
        ("kt", "ktp", ["P"]),
        ("ktp", "ktp ", ["spasi"]),
        ("ktp", "kt", ["P dihapus"]),
        ("k", "", ["K dihapus", "kosong"]),
        ("ktp", "", ["Semua dihapus"]),
        ("ktp", "ktp", []),
        ("ktp", "sim", ["sim"]),
    ],
)
def test_a_letter_is_told_as_it_is_typed(before: str, after: str, spoken: list[str]) -> None:
    assert [one.words for one in speech.typed(before, after, reader())] == spoken


def test_a_search_tells_how_many_it_found() -> None:
    results = [one.words for one in speech.results(VIEWS["S03"], reader())]

    assert results == ["4 layanan ditemukan"]


def test_suggestions_are_not_called_found() -> None:
    assert speech.results({**VIEWS["S03"], "query": ""}, reader()) == []


def test_phrases_become_sentences() -> None:
    phrases = [Phrase("Urus apa hari ini?"), Phrase("Buka"), Phrase(" "), Phrase("Selesai.")]

    assert speech.sentence(phrases) == "Urus apa hari ini? Buka. Selesai."


def test_every_message_worth_recording_exists() -> None:
    page = (RESOURCES.parent / "docs/explanation/audio.md").read_text("utf-8")
    table = page[page.index("| keys | heard |") : page.index("A recording is played as loud")]
    keys = WORDS["id"].table

    for name in re.findall(r"`([a-z.0-9*]+)`", table):
        assert any(fnmatch(key, name) for key in keys), name
