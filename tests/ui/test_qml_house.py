"""House rules of the QML folder: names, colours, and what the software renderer cannot draw."""

import re
from pathlib import Path

import pytest

from ui.qmltypes import FILE, describe
from ui.setup_touches import setup_event_of
from ui.shell import QML_FOLDER

# DockWindow.qml belongs to the demo and is no part of the kiosk's screens.
SOURCES = sorted(set(QML_FOLDER.rglob("*.qml")) - {QML_FOLDER / "DockWindow.qml"})
# They draw nothing on the software renderer, or come under another licence.
FORBIDDEN = re.compile(r"MultiEffect|ShaderEffect|VideoOutput|QtGraphs|QtCharts|Particle|qsTr\(")
LITERAL_COLOUR = re.compile(r'"#[0-9a-fA-F]{3,8}"')
# Only Txt applies the visitor's text size and the legal floor.
BARE_TEXT = re.compile(r"^\s*Text \{", re.MULTILINE)
# A name that is sent, as it stands in QML; what a view brings along is tested with the views.
SENT = re.compile(r'Kiosk\.send\("(\w+)"')
# Some orders carry a text of a certain form.
TEXTS = {
    "layout": "diag:1",
    "target": "1.5:-2.0",
    "period": "week",
    "face": "1",
    "profile": "age:18-25",
    "act": "closed",
    "setupDo": "look",
}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_file_uses_nothing_that_stays_invisible(path: Path) -> None:
    assert not FORBIDDEN.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_colours_come_from_the_theme_and_words_are_txt(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not LITERAL_COLOUR.search(text)
    assert path.stem == "Txt" or not BARE_TEXT.search(text)


@pytest.mark.parametrize("folder", ["components", "screens"])
def test_every_order_of_the_screens_is_understood(folder: str) -> None:
    sources = [path.read_text(encoding="utf-8") for path in (QML_FOLDER / folder).glob("*.qml")]
    names = {name for source in sources for name in SENT.findall(source)}

    # A name nobody knows raises KeyError.
    for name in sorted(names):
        setup_event_of(name, TEXTS.get(name, "x"))

    assert names


def test_the_module_lists_every_component() -> None:
    listed = set(re.findall(r"\.\./components/(\w+)\.qml", _read("Anjungan/qmldir")))

    assert listed == {path.stem for path in (QML_FOLDER / "components").glob("*.qml")}


def test_what_qml_knows_of_python_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == describe(), "run python -m ui.qmltypes"


def _read(name: str) -> str:
    return (QML_FOLDER / name).read_text(encoding="utf-8")
