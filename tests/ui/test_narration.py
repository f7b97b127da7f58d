"""When something is said: at each screen, at each move of the keys, and when the screen has news."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint

from tests.ui.conftest import Opener
from tests.ui.listening import KEYS, Listener
from ui.samples import DIALOGS, VIEWS

Listen = Callable[..., Listener]
TIMEOUT = DIALOGS["timeout"]


@pytest.fixture
def listen(show: Opener) -> Listen:
    """Somebody who listens to a screen's sample, by headphones unless said otherwise."""

    def begin(name: str, **how: Any) -> Listener:
        # Any: passed on to open_screen, which names and types them.
        how = {"audio": True, "headphones": True, "volume": 3, "speed": 2, **how}
        return Listener(show(name, **how))

    return begin


# --- arriving ---------------------------------------------------------------------------------


def test_speech_begins_with_a_welcome_and_tells_the_whole_screen(listen: Listen) -> None:
    listener = listen("S00")

    said = listener.last()

    assert said.startswith("Selamat datang di anjungan mandiri.")
    assert "Urus apa hari ini? Buka sampai lima belas." in said
    assert said.endswith("Ambil nomor antrean. 182 layanan dari 24 instansi. 7 pilihan.")


def test_on_the_speaker_the_welcome_is_short(listen: Listen) -> None:
    listener = listen("S00", headphones=False)

    assert listener.last().startswith("Suara menyala. Urus apa hari ini?")


def test_without_speech_nothing_is_said(listen: Listen) -> None:
    listener = listen("S00", audio=False)

    listener.press("down", "enter")
    listener.show("S02", VIEWS["S02"])

    assert listener.heard() == []


def test_a_new_screen_is_told_from_title_to_the_number_of_choices(listen: Listen) -> None:
    listener = listen("S00")
    listener.heard()

    listener.show("S02", VIEWS["S02"])

    assert listener.last() == (
        "Pilih layanan, Siti. Langkah 2 dari 4. "
        "Cetak ulang KTP-el. Disdukcapil, 4 antre. 15 pilihan."
    )


def test_another_question_on_the_same_screen_is_told_from_the_beginning(listen: Listen) -> None:
    listener = listen("S14")
    listener.press("down", "down")
    listener.heard()
    view = {**VIEWS["S14"], "title": "Bagaimana kesopanan petugas?", "step": 4, "stepText": "4 / 9"}

    listener.show("S14", view)

    said = listener.last()
    assert said.startswith("Bagaimana kesopanan petugas? 4 / 9.")
    assert said.endswith("Tidak cepat. 1. 7 pilihan.")


def test_a_screen_without_choices_counts_none(listen: Listen) -> None:
    listener = listen("S20")

    assert listener.last().endswith("Gunakan anjungan lain atau meja informasi.")


def test_without_choices_the_keys_wait_and_go_to_the_first_that_comes(listen: Listen) -> None:
    listener = listen("S15")
    listener.heard()

    listener.dress(clock="09.42")
    waited = listener.heard()
    listener.show("S02", VIEWS["S02"])

    assert waited == []
    assert listener.focused() is listener.screen.item("tile.ktp-cetak-ulang")


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_every_screen_tells_its_first_control_and_acts_on_enter(listen: Listen, name: str) -> None:
    listener = listen(name)
    told = listener.last()
    focused = listener.focused()

    if name in ("S08", "S15", "S20"):
        assert "pilihan" not in told
    else:
        assert focused is not None
        assert focused.property("aimed") is True
        assert "pilihan" in told


# --- moving -----------------------------------------------------------------------------------


def test_down_and_up_go_through_the_controls_one_by_one(listen: Listen) -> None:
    listener = listen("S00")
    listener.heard()

    listener.press("down", "down", "up")

    assert listener.heard() == [
        "Sudah daftar online.",
        "Beri nilai layanan.",
        "Sudah daftar online.",
    ]


def test_right_leads_to_the_next_group_and_back_to_the_first(listen: Listen) -> None:
    listener = listen("S02")
    listener.heard()

    listener.press("right", "right", "right")

    assert listener.heard() == [
        "Keluar.",
        "Pengaturan. Bahasa. Indonesia.",
        "Cetak ulang KTP-el. Disdukcapil, 4 antre.",
    ]


def test_the_keyboard_is_a_group_of_its_own(listen: Listen) -> None:
    listener = listen("S03")
    listener.heard()

    listener.press("right", "right")

    assert listener.heard() == ["Papan ketik. Q.", "Pengaturan. Bahasa. Indonesia."]


def test_home_leads_to_the_first_control(listen: Listen) -> None:
    listener = listen("S02")
    listener.press("right", "down")
    listener.heard()

    listener.press("home")

    assert listener.last() == "Cetak ulang KTP-el. Disdukcapil, 4 antre."


def test_after_the_last_control_comes_the_first(listen: Listen) -> None:
    listener = listen("S02")
    listener.heard()

    listener.press("up", "down")

    assert listener.heard() == ["Pengaturan. Bantuan.", "Cetak ulang KTP-el. Disdukcapil, 4 antre."]


@pytest.mark.parametrize("key", ["enter", "space"])
def test_enter_and_space_choose(listen: Listen, key: str) -> None:
    listener = listen("S02")

    listener.press("down", key)

    assert listener.screen.sent == [("service", "sim-perpanjang")]


@pytest.mark.parametrize("key", ["left", "escape"])
def test_left_and_escape_go_back(listen: Listen, key: str) -> None:
    listener = listen("S07")

    listener.press(key)

    assert listener.screen.sent == [("back", None)]


@pytest.mark.parametrize("key", ["left", "escape"])
def test_in_a_dialog_they_choose_what_is_safe(listen: Listen, key: str) -> None:
    listener = listen("S07", dialog=TIMEOUT)

    listener.press(key)

    assert listener.screen.sent == [("continue", None)]


def test_what_cannot_be_used_is_told_of_and_does_nothing(listen: Listen) -> None:
    listener = listen("S04")
    listener.press("right", "down")
    told = listener.heard()[-1]

    listener.press("enter")

    assert told == "Naik. tidak tersedia. Halaman 1 dari 2."
    assert listener.last() == told
    assert listener.screen.sent == []


def test_a_held_key_chooses_once(listen: Listen) -> None:
    listener = listen("S02")
    listener.screen.parts.theme.guard(on=True)

    listener.press("enter", "enter")

    assert listener.screen.sent == [("service", "ktp-cetak-ulang")]


def test_no_key_falls_through_a_changed_screen(listen: Listen) -> None:
    listener = listen("S02")
    listener.screen.parts.theme.guard(on=True)

    listener.show("S07", VIEWS["S07"])
    listener.press("enter")

    assert listener.screen.sent == []


def test_the_first_key_of_who_sees_only_shows_where_the_keys_are(listen: Listen) -> None:
    listener = listen("S02", audio=False)

    listener.press("enter")

    assert listener.screen.sent == []
    assert listener.focused() is listener.screen.item("tile.ktp-cetak-ulang")


# --- what replaces what -----------------------------------------------------------------------


def test_the_keys_stay_where_they_are_when_facts_change(listen: Listen) -> None:
    listener = listen("S02")
    listener.press("down", "down")
    listener.heard()
    tiles = [
        {**tile, "queue": {"kind": "n", "text": "9 antre"}} for tile in VIEWS["S02"]["popular"]
    ]

    listener.show("S02", {**VIEWS["S02"], "popular": tiles})
    silent = listener.heard()
    listener.press("down")

    assert silent == []
    assert listener.last() == "Buat SKCK. Polresta, 9 antre."


def test_a_switch_tells_its_new_state(listen: Listen) -> None:
    listener = listen("S07")
    listener.press("down")
    listener.heard()

    listener.show("S07", {**VIEWS["S07"], "priority": True})

    assert listener.last().startswith("Prioritas dipilih. sakelar. menyala.")


def test_a_turned_page_is_told(listen: Listen) -> None:
    listener = listen("S04")
    listener.press("right", "down", "down")
    listener.heard()

    listener.press("enter")

    assert listener.last() == "Turun. tidak tersedia. Halaman 2 dari 2."


def test_a_change_of_language_tells_the_screen_in_the_new_one(listen: Listen) -> None:
    listener = listen("S01")
    listener.heard()

    listener.dress(language="en")
    listener.show(
        "S01", {**VIEWS["S01"], "title": "Show your IKD QR code", "stepText": "Step 1 of 4"}
    )

    assert listener.heard()[-1].startswith("Show your IKD QR code. Step 1 of 4.")
    assert listener.voice.how[-1] == ("en", 3, 2)


@pytest.mark.parametrize("language", ["jv", "su"])
def test_javanese_and_sundanese_are_heard_in_indonesian(listen: Listen, language: str) -> None:
    listener = listen("S02", language=language)
    listener.heard()

    listener.press("right")

    assert listener.screen.item("dock.back").property("label") != "Keluar"
    assert listener.last() == "Keluar."
    assert listener.voice.how[-1][0] == language


# --- dialogs ----------------------------------------------------------------------------------


def test_a_dialog_tells_title_text_and_seconds(listen: Listen) -> None:
    listener = listen("S07")
    listener.heard()

    listener.dress(dialog=TIMEOUT)

    assert listener.last() == (
        "Masih di sini? Layar akan kembali ke awal untuk menjaga data Anda. 20 detik lagi. "
        "Ya, lanjutkan. 2 pilihan."
    )


def test_seconds_are_told_again_when_ten_are_left(listen: Listen) -> None:
    listener = listen("S07", dialog=TIMEOUT)
    listener.heard()

    for seconds in (19, 11, 10, 9, 1):
        listener.dress(dialog={**TIMEOUT, "seconds": seconds})

    assert listener.heard() == ["10 detik lagi."]


def test_after_a_dialog_the_keys_are_where_they_were(listen: Listen) -> None:
    listener = listen("S02")
    listener.press("right", "down")
    listener.dress(dialog=DIALOGS["help"])
    listener.press("down")
    listener.heard()

    listener.dress(dialog=None)

    assert listener.last() == "Pilih layanan, Siti. Semua instansi."


@pytest.mark.parametrize("kind", sorted(DIALOGS))
def test_every_dialog_is_walked_through_and_the_toolbar_with_it(listen: Listen, kind: str) -> None:
    listener = listen("S07", dialog=DIALOGS[kind])
    listener.heard()
    seen: list[str] = []

    for _ in range(30):
        listener.press("down")
        focused = listener.focused()
        assert focused is not None
        seen.append(focused.objectName())

    assert "bar.help" in seen
    assert {"dialog.close", "dialog.continue"} & set(seen)
    assert not any(name.startswith(("detail.", "dock.")) for name in seen)


def test_a_call_for_staff_is_confirmed(listen: Listen) -> None:
    listener = listen("S07", dialog=DIALOGS["help"])
    listener.heard()

    listener.dress(dialog={**DIALOGS["help"], "called": "Petugas menuju ke sini."})

    assert "Petugas menuju ke sini." in listener.heard()[0]


# --- news -------------------------------------------------------------------------------------


def test_a_line_at_the_foot_is_told_once(listen: Listen) -> None:
    listener = listen("S02")
    listener.heard()

    listener.dress(toast="Besar")
    listener.dress(toast="Besar", clock="09.42")
    listener.dress(toast="")

    assert listener.heard() == ["Besar."]


def test_a_refusal_on_the_same_screen_is_told(listen: Listen) -> None:
    listener = listen("S01")
    listener.heard()
    listener.voice.lasts = listener.voice.speaking = True
    error = {"key": "qr.expired", "title": "QR sudah kedaluwarsa", "text": "Buka lagi QR."}

    listener.show("S01", {**VIEWS["S01"], "error": error})

    assert listener.last() == "QR sudah kedaluwarsa. Buka lagi QR."


def test_a_hint_of_the_reader_waits_until_the_sentence_is_out(listen: Listen) -> None:
    listener = listen("S01")
    listener.heard()
    listener.voice.lasts = listener.voice.speaking = True

    for text in ("Dekatkan sedikit.", "Tahan HP sebentar."):
        listener.show("S01", {**VIEWS["S01"], "pill": {"state": "hint", "text": text}})
    during = listener.heard()
    listener.voice.end()
    listener.settle()

    assert during == []
    assert listener.last() == "Tahan HP sebentar."


def test_a_code_that_was_read_is_told_at_once(listen: Listen) -> None:
    listener = listen("S01")
    listener.heard()
    listener.voice.lasts = listener.voice.speaking = True

    listener.show("S01", {**VIEWS["S01"], "pill": {"state": "ok", "text": "Halo, Siti"}})

    assert listener.last() == "Halo, Siti."


def test_a_banner_that_comes_is_told(listen: Listen) -> None:
    listener = listen("S02")
    listener.heard()

    text = "Luring: nomor tetap bisa diambil"
    listener.dress(banner={"kind": "warn", "icon": "wifi-off", "text": text})

    assert listener.last() == f"{text}."


def test_letters_and_results_are_told_while_typing(listen: Listen) -> None:
    listener = listen("S03", view={"query": "kt"})
    listener.heard()

    listener.show("S03", {**VIEWS["S03"], "query": "ktp"})
    listener.show("S03", {**VIEWS["S03"], "query": "kt", "results": VIEWS["S03"]["results"][:1]})

    assert listener.heard() == ["P. 4 layanan ditemukan.", "P dihapus. 1 layanan ditemukan."]


def test_a_search_without_result_says_so(listen: Listen) -> None:
    listener = listen("S03", view={"query": "xy"})
    listener.heard()
    nothing = {"query": "xyz", "none": "Belum ada hasil untuk “xyz”.", "tip": "Coba kata lain."}

    listener.show("S03", {**VIEWS["S03"], **nothing})

    said = listener.last()
    assert "Z." in said
    assert "Belum ada hasil" in said
    assert "ditemukan" not in said


def test_staff_on_their_way_are_announced_without_paper(listen: Listen) -> None:
    listener = listen("S10")
    listener.heard()
    steps = [*VIEWS["S10"]["steps"][:2], {"icon": "hand-stop", "text": "Petugas menuju ke sini."}]

    listener.show("S10", {**VIEWS["S10"], "staffCalled": True, "steps": steps})

    assert "Petugas menuju ke sini." in listener.heard()[0]


def test_a_ticket_that_nobody_takes_is_announced(listen: Listen) -> None:
    listener = listen("S09")
    listener.heard()
    steps = [{"icon": "receipt", "text": "Ambil tiket Anda."}, *VIEWS["S09"]["steps"][1:]]

    listener.show("S09", {**VIEWS["S09"], "untaken": True, "steps": steps})

    assert listener.heard() == ["Ambil tiket Anda."]


# --- interrupting and repeating ---------------------------------------------------------------


@pytest.mark.parametrize("key", sorted(KEYS))
def test_any_key_interrupts(listen: Listen, key: str) -> None:
    listener = listen("S07")
    before = listener.voice.stops

    listener.press(key)

    assert listener.voice.stops > before


def test_a_touch_interrupts_and_drops_what_waited(listen: Listen) -> None:
    listener = listen("S01")
    listener.voice.lasts = listener.voice.speaking = True
    listener.show("S01", {**VIEWS["S01"], "pill": {"state": "hint", "text": "Dekatkan sedikit."}})
    listener.heard()

    listener.screen.press(QPoint(540, 300))
    listener.screen.lift(QPoint(540, 300))
    listener.settle()

    assert listener.voice.speaking is False
    assert listener.heard() == []
    assert listener.narrator.speaking is False


@pytest.mark.parametrize("key", ["?", "f1"])
def test_repeating_tells_the_screen_and_where_the_keys_are(listen: Listen, key: str) -> None:
    listener = listen("S02")
    listener.press("down")
    listener.heard()

    listener.press(key)

    assert listener.last() == (
        "Pilih layanan, Siti. Langkah 2 dari 4. Perpanjang SIM. Polresta, 11 antre. 15 pilihan."
    )


def test_the_key_of_repeating_begins_speech_for_who_hears_nothing(listen: Listen) -> None:
    listener = listen("S00", audio=False)

    listener.press("?")

    assert ("audioToggle", None) in listener.screen.sent


@pytest.mark.parametrize(
    ("key", "order"),
    [("+", "louder"), ("louder", "louder"), ("-", "softer"), ("softer", "softer")],
)
def test_volume_keys_change_the_volume(listen: Listen, key: str, order: str) -> None:
    listener = listen("S02")

    listener.press(key)

    assert listener.screen.sent == [(order, None)]


def test_a_new_volume_is_told_as_loud_as_it_is(listen: Listen) -> None:
    listener = listen("S02")
    listener.heard()

    listener.dress(volume=4)
    listener.dress(speed=3)

    assert listener.heard() == ["Kuat suara 4.", "Kecepatan bicara 3."]
    assert listener.voice.how[-2:] == [("id", 4, 2), ("id", 4, 3)]


def test_at_its_end_the_volume_is_told_all_the_same(listen: Listen) -> None:
    listener = listen("S02", volume=5)
    listener.heard()

    listener.press("louder")

    assert listener.last() == "Kuat suara 5."


# --- on and off -------------------------------------------------------------------------------


def test_plugging_in_begins_speech_on_any_screen(listen: Listen) -> None:
    listener = listen("S07", audio=False, headphones=False)

    listener.dress(audio=True, headphones=True)

    assert listener.last().startswith("Selamat datang di anjungan mandiri.")


def test_pulling_out_ends_it(listen: Listen) -> None:
    listener = listen("S07")
    listener.voice.lasts = listener.voice.speaking = True
    listener.heard()

    listener.dress(audio=False, headphones=False)

    assert listener.voice.speaking is False
    assert listener.heard() == []


def test_who_switches_speech_off_hears_that_it_is_off(listen: Listen) -> None:
    listener = listen("S07", dialog=DIALOGS["audio"], headphones=False)
    listener.heard()

    listener.dress(audio=False)

    assert listener.last() == "Suara mati."


def test_it_tells_whether_it_speaks(listen: Listen) -> None:
    listener = listen("S02")
    quiet = listener.narrator.speaking
    listener.voice.lasts = True

    listener.press("down")
    during = listener.narrator.speaking
    listener.voice.end()
    listener.settle()

    assert (quiet, during, listener.narrator.speaking) == (False, True, False)
