"""`kiosk paper`: pictures that are what prints, and a judge that speaks by its exit code."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from devices.printing.composer import dots_of, grey_of
from kiosk.cli import main
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.papers.specimens import Studio
from tests.papers import languages, templates
from tests.printing import layout_for
from tests.samples import ROOT, catalogue

SLIP = (ROOT / "resources/templates/survey.toml").read_text("utf-8")

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(("width", "dots"), [("80", 576), ("58", 384)])
def test_a_preview_is_dot_for_dot_what_prints(tmp_path: Path, width: str, dots: int) -> None:
    file = tmp_path / "receipt.png"

    code = main(
        ["paper", "preview", "receipt", "--width", width, "--language", "su", "--out", str(file)]
    )

    studio = Studio(catalogue(), languages(), templates())
    printed = dots_of(layout_for(dots).ticket(studio.typical(Kind.RECEIPT, "su")))
    shown = grey_of(QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8)) < 128
    assert code == 0
    assert np.array_equal(shown, printed)


def test_a_file_is_previewed_before_it_goes_to_a_site(tmp_path: Path) -> None:
    own = tmp_path / "survey.toml"
    own.write_text(SLIP + '\n[[block]]\ntext = "Terima kasih sekali lagi"\n')

    for name in ("survey", str(own)):
        out = tmp_path / f"{Path(name).suffix or 'ours'}.png"
        assert main(["paper", "preview", name, "--out", str(out)]) == 0

    ours, theirs = QImage(str(tmp_path / "ours.png")), QImage(str(tmp_path / ".toml.png"))
    assert theirs.height() > ours.height()


def test_all_makes_a_picture_of_each_kind_in_both_widths(tmp_path: Path) -> None:
    assert main(["paper", "preview", "--all", "--out", str(tmp_path)]) == 0

    names = {f"{kind}-{width}mm.png" for kind in Kind for width in (80, 58)}
    assert {file.name for file in tmp_path.iterdir()} == names


@pytest.mark.parametrize("flag", ["--brief", "--copy"])
def test_a_brief_ticket_is_shorter_and_a_copy_longer(tmp_path: Path, flag: str) -> None:
    for name, flags in (("plain", []), ("other", [flag])):
        out = str(tmp_path / f"{name}.png")
        assert main(["paper", "preview", "ticket", "--out", out, *flags]) == 0

    plain, other = (QImage(str(tmp_path / f"{name}.png")).height() for name in ("plain", "other"))
    assert other < plain - 80 if flag == "--brief" else other > plain + 40


def test_lint_ends_with_1_and_tells_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "survey.toml"
    own.write_text(SLIP + f'\n[[block]]\ntext = "{"Panjang" * 12}"\n')

    code = main(["paper", "lint", str(own)])

    told = capsys.readouterr().out
    assert code == 1
    assert "58 mm: text 'PanjangPanjang" in told
    assert told.endswith("2 faults\n"), "one on each width"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["preview"], "one template, or --all"),
        (["preview", "tiket"], "expected a .toml file"),
        (["lint", "tiket.toml"], "the file is named"),
        (["lint", "nowhere/survey.toml"], "cannot be read"),
        (["preview", "survey", "--templates-folder", "nowhere"], "no such folder"),
        (["preview", "survey", "--out", "nowhere/x.png"], "cannot write"),
    ],
)
def test_wrong_input_is_told_and_ends_with_2(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["paper", *arguments]) == 2

    assert told in capsys.readouterr().err
