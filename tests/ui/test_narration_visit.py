"""Eyes closed: whole visits by ear and keypad alone, and what is heard is what stands there."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem

from kiosk.domain.rating import FACE_SECONDS
from kiosk.domain.states import Idle
from tests.samples import CODE, booking, bookings
from tests.ui.visiting import LANGUAGES, Visit
from ui.speech import NUMBER_SCREENS
from ui.spoken import Lexicon, Reader

# The head of every screen, the groups of S02 and the captions of codes, which only the eye needs.
FOR_THE_EYE = {"Mal Pelayanan Publik", "Kabupaten Cirebon", "09.41", "Kamis, 6 Agustus"}
FOR_THE_EYE |= {"Sering dipilih", "Peristiwa hidup", "Simpan di HP", "Pindai untuk menyimpan"}


@pytest.fixture
def visit(touch_panel: QPointingDevice) -> Iterator[Visit]:
    """Somebody blind at a kiosk where nobody is yet."""
    visit = Visit(touch_panel)
    yield visit
    visit.close()


def reader() -> Reader:
    """Reads what is on the screen."""
    return Reader(Lexicon(LANGUAGES["id"]), LANGUAGES["id"], private=True)


def shown(visit: Visit) -> set[str]:
    """Every text that is seen outside of controls, as it is read aloud."""
    read, asked = reader(), visit.bridge.shown()[2]["dialog"] is not None
    texts = set()
    for item in visit.screen.texts():
        text = _plain(str(item.property("text")))
        # A number is read as one, and the steps of a list are counted by themselves.
        if text.isdecimal() or len(text) < 3 or item.property("ofControl"):
            continue
        if _in_dialog(item) is asked:
            texts.add(read(text).words)
    return texts - {read(text).words for text in FOR_THE_EYE}


def _in_dialog(item: QQuickItem) -> bool:
    part: QQuickItem | None = item
    while part is not None and part.property("safeOrder") is None:
        part = part.parentItem()
    return part is not None


def readable(visit: Visit) -> set[str]:
    """All that may be said of what is seen: texts, names, hints, and the words of speech itself."""
    read = reader()
    found = shown(visit)
    for item in visit.screen.targets():
        for part in ("label", "hint"):
            text = str(item.property(part) or "")
            found |= {read(text).words, *([read.sign(text).words] if len(text) == 1 else [])}
    screen, view, _ = visit.bridge.shown()
    if screen in NUMBER_SCREENS:
        found.add(read.number(view["label"]).words)
    own = {
        key for key in LANGUAGES["id"].table if key.startswith(("speech.", "audio.", "idle.hint"))
    }
    found |= {text for key in own if "{" not in (text := LANGUAGES["id"](key))}
    found |= {read.message("speech.choices", n=count).words for count in range(2, 40)}
    for key in ("search.results", "time.seconds"):
        found |= {read.message(key, n=count).words for count in range(100)}
    return found


def _plain(text: str) -> str:
    for mark in ("\u2060", "<b>", "</b>"):
        text = text.replace(mark, "")
    return text.replace("\n", " ").replace("\u00a0", " ").strip()


def heard_is_seen(visit: Visit) -> None:
    """All that was said of this screen stands there, and nothing that stands there was left out."""
    said = [phrase.words.rstrip(".") for phrase in visit.listener.voice.phrases]
    seen = {text.rstrip(".") for text in shown(visit)}
    may_be_said = {text.rstrip(".") for text in readable(visit)}

    left_out = {
        text
        for text in seen
        if not any(text in phrase for phrase in said) and not _is_made_of(text, set(said))
    }
    invented = {
        phrase
        for phrase in said
        if phrase not in may_be_said
        and not any(phrase in text for text in seen)
        and not _is_made_of(phrase, seen)
    }

    assert left_out == set(), visit.where()
    assert invented == set(), visit.where()


def _is_made_of(phrase: str, texts: set[str]) -> bool:
    """True for what stands there in several pieces, such as a label and its value."""
    for text in sorted(texts, key=len, reverse=True):
        phrase = phrase.replace(text, "")
    return not phrase.strip(" :,")


def test_a_number_is_taken_by_ear_and_keypad_alone(visit: Visit) -> None:
    visit.plug_in()
    assert visit.where() == "S00"
    assert visit.listener.voice.said[-1].startswith("Selamat datang di anjungan mandiri.")
    heard_is_seen(visit)

    # What is told last is the control that has the keys: it needs no search.
    assert "Ambil nomor antrean." in visit.listener.voice.said[-1]
    visit.press("enter")
    assert visit.where() == "S01"
    heard_is_seen(visit)

    visit.choose("Lanjut tanpa IKD")
    assert visit.where() == "S02"
    heard_is_seen(visit)

    visit.choose("KTP-el hilang")
    assert visit.where() == "S07"
    heard_is_seen(visit)

    visit.press("right")
    visit.choose("Ambil nomor")
    assert visit.where() == "S09"
    heard_is_seen(visit)
    label = visit.store.tickets[0].label
    assert str(label) == "K 001"
    assert "K, nol nol satu." in visit.listener.voice.said[-1]

    visit.choose("Selesai")
    assert isinstance(visit.runner.state, Idle)


def test_in_the_hall_the_same_visit_tells_no_number(visit: Visit) -> None:
    visit.press("?")
    assert visit.listener.voice.said[-1].startswith("Suara menyala.")

    visit.press("home", "enter")
    visit.choose("Lanjut tanpa IKD")
    visit.choose("KTP-el hilang")
    visit.press("right")
    visit.choose("Ambil nomor")

    said = visit.listener.voice.said[-1]
    assert visit.where() == "S09"
    assert said.startswith("Nomor Anda sudah siap. Kertas keluar di bawah layar.")
    assert "nol nol satu" not in said
    assert "KTP" not in said


def test_a_service_is_found_by_typing(visit: Visit) -> None:
    visit.plug_in()
    visit.press("enter")
    visit.choose("Lanjut tanpa IKD")
    visit.choose("Cari", by="down")
    assert visit.where() == "S03"

    visit.press("right")
    assert visit.listener.voice.said[-1].startswith("Papan ketik.")
    for letter in "sim":
        visit.find(f"{letter.upper()}.")
        visit.listener.heard()
        visit.press("enter")
        assert visit.listener.voice.said[-1].startswith(f"{letter.upper()}. ")
        visit.listener.heard()
    found = visit.bridge.shown()[1]["results"]
    visit.press("?")
    heard_is_seen(visit)
    assert f"sim. {len(found)} layanan ditemukan." in visit.listener.voice.said[-1]

    visit.press("home", "enter")
    assert visit.where() == "S07"
    assert visit.listener.voice.said[-1].startswith(reader()(found[0]["name"]).words)


def test_who_says_nothing_is_asked_and_stays(visit: Visit) -> None:
    visit.plug_in()
    visit.press("enter")
    visit.listener.heard()

    visit.advance(3 * 60)
    assert visit.listener.voice.said[-1].startswith("Masih di sini?")
    heard_is_seen(visit)
    visit.press("enter")

    assert visit.where() == "S01"
    assert visit.listener.voice.said[-1].startswith("Tunjukkan QR IKD Anda.")


def test_help_is_called_from_the_toolbar(visit: Visit) -> None:
    visit.plug_in()
    visit.press("enter")

    visit.find("Pengaturan", by="right")
    visit.choose("Bantuan")
    heard_is_seen(visit)
    visit.choose("Panggil petugas")

    assert any("Petugas menuju ke sini." in said for said in visit.listener.voice.said)
    assert [fact.kind for fact in visit.store.facts] == ["staff.called"]


def test_the_language_is_changed_and_heard_at_once(visit: Visit) -> None:
    visit.plug_in()

    visit.choose("English")

    assert visit.listener.voice.said[-1].startswith("What do you need today?")
    assert visit.listener.voice.how[-1][0] == "en"


def test_a_service_is_rated_by_ear_and_keypad_alone(visit: Visit) -> None:
    visit.plug_in()
    visit.choose("Beri nilai layanan")
    assert visit.where() == "S13"
    heard_is_seen(visit)
    visit.choose("Pilih instansi")
    assert visit.where() == "S04"
    heard_is_seen(visit)

    visit.press("enter")
    for answer in range(1, 10):
        assert visit.where() == "S14"
        assert f"Pertanyaan {answer} dari 9" in visit.listener.voice.said[-1]
        heard_is_seen(visit)
        visit.listener.heard()
        visit.press("down", "down", "enter")
        assert "terpilih." in visit.listener.voice.said[-1]
        visit.advance(FACE_SECONDS)

    assert visit.where() == "S14Profile"
    heard_is_seen(visit)
    visit.choose("Perempuan")
    assert visit.listener.voice.said[-1] == "terpilih."
    while visit.where() == "S14Profile":
        visit.choose("Lanjut")

    assert visit.where() == "S14Comment"
    heard_is_seen(visit)
    visit.find("Papan ketik", by="right")
    for letter in "ok":
        visit.choose(f"{letter.upper()}.")
        assert visit.listener.heard()[-1].startswith(f"{letter.upper()}.")
    visit.choose("Kirim")

    assert visit.where() == "S15"
    heard_is_seen(visit)
    survey, _ = visit.store.surveys[0]
    assert [answer for _, answer in survey.answers] == [3] * 9
    assert survey.comment == "ok"


def test_a_booking_is_found_by_its_typed_code(visit: Visit) -> None:
    visit.surroundings.bookings = bookings(booking())
    visit.plug_in()
    visit.choose("Sudah daftar online")
    assert visit.where() == "S11"
    heard_is_seen(visit)
    visit.choose("Ketik kode daftar")
    assert visit.where() == "S11Code"
    heard_is_seen(visit)

    for sign in CODE.replace("-", ""):
        spoken = reader().sign(sign).words
        visit.choose(f"{spoken}.")
        assert visit.listener.heard()[-1].startswith(f"{spoken}.")
    visit.choose("Cari pendaftaran")

    assert visit.where() == "S12"
    heard_is_seen(visit)
    visit.choose("Lapor datang")
    assert visit.where() == "S09"
    heard_is_seen(visit)
