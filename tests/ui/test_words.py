"""The words of the four languages, as files and as code and QML use them."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication
from PySide6.QtQml import QJSEngine

from kiosk.domain.words import Words
from tests.samples import ROOT
from ui.gallery import RESOURCES
from ui.shell import QML_FOLDER, load_fonts
from ui.text import BrokenWords, load_words
from ui.words import WordsModel

LANGUAGES = sorted(path.stem for path in (RESOURCES / "text").glob("*.ts"))
KEY_IN_QML = re.compile(r'[Ww]ords(?:\.t)?\["([^"]+)"\]')
KEY_IN_TEMPLATE = re.compile(r"\{([a-z]+\.[a-z0-9.-]+)\}")
STEM_IN_QML = re.compile(r'[Ww]ords(?:\.t)?\["([^"]+)" \+')
PYTHON = [
    path for folder in ("kiosk", "ui", "devices") for path in sorted((ROOT / folder).rglob("*.py"))
]

NOT_FOR_CITIZENS = ("tech.", "stat.", "tv.", "lbl.", "call.", "dock.", "speech.")
SHOWN_BY_STAFF = {"tech.closed.public"}
"""Staff's words that citizens do read."""

FAMILIES_FOR_LATER = ("tv.", "lbl.", "call.")
"""The waiting hall: its screen is to come."""
KEYS_FOR_LATER = {
    *("idle.wait", "scan.without.note"),
    *("det.eta", "det.eta.unknown", "det.fee", "det.duration", "det.bookonly"),
    *("issue.print", "banner.paperlow", "tkt.eta58"),
}
"""Designed, but not shown yet. Take out what has come into use; delete what never will."""

# The access bar (AccessBar.qml), in design units: six cells, the box of an active one, its type.
BAR = ("language", "text", "contrast", "audio", "wheelchair", "help")
CELL, BOX, BAR_SIZE, BAR_GROWTH = 176, 164, 30, 0.27
BETWEEN_WORDS = 12
ELEMENTS = [
    *["persyaratan", "prosedur", "waktu", "biaya", "produk"],
    *["kompetensi", "perilaku", "pengaduan", "sarana"],
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_keys_of_indonesian(language: str) -> None:
    assert sorted(messages(language)) == sorted(messages("id"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translator_sees_the_indonesian_of_today(language: str) -> None:
    today = {key: text for key, (_, text, _) in messages("id").items()}

    assert {key: source for key, (source, _, _) in messages(language).items()} == today


@pytest.mark.parametrize("language", ["id", "en"])
def test_indonesian_and_english_are_finished(language: str) -> None:
    rows = messages(language).items()

    assert [key for key, (_, text, finished) in rows if not text or not finished] == []


@pytest.mark.parametrize("language", ["jv", "su"])
def test_all_that_a_citizen_reads_is_drafted(language: str) -> None:
    rows = messages(language).items()

    empty = [key for key, (_, text, _) in rows if not text]

    assert [key for key in empty if not key.startswith(NOT_FOR_CITIZENS)] == []
    assert SHOWN_BY_STAFF.isdisjoint(empty)


def test_a_translation_keeps_the_places_of_the_source() -> None:
    words = load_words(RESOURCES / "text")

    for language, own in words.items():
        for key, text in own.table.items():
            assert _fields(text) == _fields(words["id"](key)), f"{language} {key}"


@pytest.mark.parametrize("lacking", ['<message id="a"><translation/></message>', ""])
def test_a_missing_translation_is_the_indonesian_one(tmp_path: Path, lacking: str) -> None:
    (tmp_path / "id.ts").write_text(_file("a", "satu"))
    (tmp_path / "jv.ts").write_text(f"<TS>{lacking}</TS>")

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
    keys = messages("id")

    for path in QML_FOLDER.rglob("*.qml"):
        for key in KEY_IN_QML.findall(path.read_text(encoding="utf-8")):
            assert key in keys, f"{path.name} {key}"


def test_every_key_put_together_in_qml_has_a_family() -> None:
    keys = messages("id")

    for path in QML_FOLDER.rglob("*.qml"):
        for stem in STEM_IN_QML.findall(path.read_text(encoding="utf-8")):
            assert any(key.startswith(stem) for key in keys), f"{path.name} {stem}"


def test_every_key_asked_for_in_code_exists() -> None:
    keys = messages("id")
    asked = [(path, form) for path in PYTHON for form in keys_asked_for(path)]

    assert len(asked) > 50
    for path, form in asked:
        assert any(re.fullmatch(form, key) for key in keys), f"{path.name} {form}"


def test_every_key_is_used_or_kept_for_a_screen_to_come() -> None:
    forms = {form for path in PYTHON for form in keys_written(path)}
    for path in QML_FOLDER.rglob("*.qml"):
        text = path.read_text(encoding="utf-8")
        forms |= {re.escape(key) for key in KEY_IN_QML.findall(text)}
        forms |= {re.escape(stem) + ".+" for stem in STEM_IN_QML.findall(text)}
    for path in sorted((RESOURCES / "templates").glob("*.toml")):
        forms |= {re.escape(key) for key in KEY_IN_TEMPLATE.findall(path.read_text("utf-8"))}
    used = re.compile("|".join(forms))

    unused = {key for key in messages("id") if not used.fullmatch(key)}

    assert {key for key in unused if not key.startswith(FAMILIES_FOR_LATER)} == KEYS_FOR_LATER


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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_words_of_the_access_bar_fit_their_cells(
    qapp: QGuiApplication, scale: float, language: str
) -> None:
    words = load_words(RESOURCES / "text")[language]

    widths = bar_widths(words, scale)

    assert all(width <= (BOX if scale == 1 else CELL) for width in widths.values()), widths
    for left, right in pairwise(BAR):
        gap = CELL - (widths[left] + widths[right]) / 2
        assert gap >= BETWEEN_WORDS, f"{words(f'bar.{left}')} touches {words(f'bar.{right}')}"


def bar_widths(words: Words, scale: float) -> dict[str, float]:
    """How wide the words of the access bar are in the shipped font, in design units."""
    load_fonts(RESOURCES / "fonts")
    font = QFont("Atkinson Hyperlegible Next", weight=QFont.Weight.Medium)
    font.setPixelSize(round(BAR_SIZE * (1 + (scale - 1) * BAR_GROWTH)))
    ruler = QFontMetricsF(font)
    return {name: ruler.horizontalAdvance(words(f"bar.{name}")) for name in BAR}


def test_a_change_of_language_reaches_qml(qapp: QGuiApplication) -> None:
    engine, model = QJSEngine(), WordsModel(load_words(RESOURCES / "text"))
    model.serve(engine)
    changes: list[str] = []
    model.changed.connect(lambda: changes.append("changed"))

    model.show("en")
    model.show("en")

    back = model.property("t").property("common.back").toString()
    assert (back, changes) == ("Back", ["changed"])


def test_numbers_from_qml_are_written_whole() -> None:
    model = WordsModel(load_words(RESOURCES / "text"))

    assert model.fill("{n} dari {total}", {"n": 2.0, "total": 9}) == "2 dari 9"


def messages(language: str) -> dict[str, tuple[str, str, bool]]:
    """By key: the source, the translation, and whether a translator has finished it."""
    root = ElementTree.parse(RESOURCES / "text" / f"{language}.ts").getroot()
    found = {}
    for message in root.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        finished = translation.get("type") != "unfinished"
        text = translation.text or ""
        found[message.get("id", "")] = (message.findtext("source", ""), text, finished)
    return found


def keys_asked_for(path: Path) -> Iterator[str]:
    """Keys in calls such as `words("common.back")`, as patterns."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name("words") | ast.Attribute(attr="words"), args=[key, *_]):
                yield from _forms(key)


def keys_written(path: Path) -> Iterator[str]:
    """Every string of a module that may be a key, as a pattern."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant | ast.JoinedStr):
            yield from _forms(node)


def _forms(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(str(text)) if "." in text:
            yield re.escape(text)
        # A pattern needs a family to begin with: "err." and what follows.
        case ast.JoinedStr([ast.Constant(str(family)), *_] as parts) if "." in family:
            yield "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
                for part in parts
            )
        case ast.IfExp(body=one, orelse=other):
            yield from _forms(one)
            yield from _forms(other)


def _file(key: str, text: str) -> str:
    return f'<TS><message id="{key}"><translation>{text}</translation></message></TS>'


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field}
