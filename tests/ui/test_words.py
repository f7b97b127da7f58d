"""The words of the four languages, as files and as QML uses them."""

import re
from pathlib import Path
from string import Formatter

import pytest

from ui.gallery import RESOURCES
from ui.shell import QML_FOLDER
from ui.text import BrokenWords, load_words
from ui.words import WordsModel

KEY_IN_QML = re.compile(r'Words\.t\["([^"]+)"\]')
STEM_IN_QML = re.compile(r'Words\.t\["([^"]+)" \+')
ELEMENTS = [
    *["persyaratan", "prosedur", "waktu", "biaya", "produk"],
    *["kompetensi", "perilaku", "pengaduan", "sarana"],
]


def test_all_four_languages_know_every_key() -> None:
    words = load_words(RESOURCES / "text")

    assert sorted(words) == ["en", "id", "jv", "su"]
    assert all(words[language].table.keys() == words["id"].table.keys() for language in words)


def test_a_translation_keeps_the_places_of_the_source() -> None:
    words = load_words(RESOURCES / "text")

    for language, own in words.items():
        for key, text in own.table.items():
            assert _fields(text) == _fields(words["id"](key)), f"{language} {key}"


def test_a_missing_translation_is_the_indonesian_one(tmp_path: Path) -> None:
    (tmp_path / "id.ts").write_text(_file("a", "satu"))
    (tmp_path / "jv.ts").write_text(_file("a", ""))

    assert load_words(tmp_path)["jv"]("a") == "satu"


@pytest.mark.parametrize("broken", ["<TS>", '<TS><message id="x"/><message id="x"/></TS>'])
def test_a_broken_file_is_refused(tmp_path: Path, broken: str) -> None:
    (tmp_path / "id.ts").write_text(broken)

    with pytest.raises(BrokenWords, match=r"id\.ts"):
        load_words(tmp_path)


def test_a_key_without_source_is_refused(tmp_path: Path) -> None:
    (tmp_path / "id.ts").write_text(_file("a", "satu"))
    (tmp_path / "en.ts").write_text(_file("b", "two"))

    with pytest.raises(BrokenWords, match="b"):
        load_words(tmp_path)


def test_every_key_named_in_qml_exists() -> None:
    keys = load_words(RESOURCES / "text")["id"].table

    for path in QML_FOLDER.rglob("*.qml"):
        for key in KEY_IN_QML.findall(path.read_text(encoding="utf-8")):
            assert key in keys, f"{path.name} {key}"


def test_every_key_put_together_in_qml_has_a_family() -> None:
    keys = load_words(RESOURCES / "text")["id"].table

    for path in QML_FOLDER.rglob("*.qml"):
        for stem in STEM_IN_QML.findall(path.read_text(encoding="utf-8")):
            assert any(key.startswith(stem) for key in keys), f"{path.name} {stem}"


def test_survey_elements_are_named() -> None:
    keys = load_words(RESOURCES / "text")["id"].table

    assert all(f"skm.{element}.{n}" in keys for element in ELEMENTS for n in range(1, 5))


def test_every_citizen_sentence_is_short() -> None:
    words = load_words(RESOURCES / "text")
    spoken_or_staff = ("audio.welcome", "tech.", "stat.", "tv.", "call.")

    for language in ("id", "en"):
        for key, text in words[language].table.items():
            if not key.startswith(spoken_or_staff):
                longest = max(len(part.split()) for part in re.split(r"[.!?:;]\s", text))
                assert longest <= 13, f"{language} {key}: {text}"


def test_a_change_of_language_reaches_qml() -> None:
    model = WordsModel(load_words(RESOURCES / "text"))
    changes: list[str] = []
    model.changed.connect(lambda: changes.append("changed"))

    model.show("en")
    model.show("en")

    assert (model.property("t")["common.back"], changes) == ("Back", ["changed"])


def test_numbers_from_qml_are_written_whole() -> None:
    model = WordsModel(load_words(RESOURCES / "text"))

    assert model.fill("{n} dari {total}", {"n": 2.0, "total": 9}) == "2 dari 9"


def _file(key: str, text: str) -> str:
    return f'<TS><message id="{key}"><translation>{text}</translation></message></TS>'


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field}
