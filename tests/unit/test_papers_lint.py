"""The judge of templates: every shipped one passes with the longest names, each fault is found."""

from dataclasses import replace

import pytest

from devices.printing.lint import Fault, Judge
from devices.printing.measures import PAPER_58, PAPER_80, measures_for
from kiosk.domain.catalogue import Service
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import (
    Align,
    Banner,
    Block,
    Code,
    Fact,
    Item,
    Number,
    Rule,
    Size,
    Space,
    Text,
)
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.papers.specimens import Studio, longest_services
from kiosk.paper_preview import findings
from tests.papers import languages, templates
from tests.printing import layout_for
from tests.samples import catalogue

STUDIO = Studio(catalogue(), languages(), templates())
CODE = "https://a.go.id/t/1"
LONG_WORD = "Pertanggungjawabanketatausahaanpemerintahandaerah"

pytestmark = pytest.mark.usefixtures("qapp")


def found(*blocks: Block, width: int = 576) -> list[Fault]:
    """What is wrong with a paper of these blocks."""
    paper = Paper(Kind.TICKET, "K 027", blocks)
    return list(Judge(layout_for(width), measures_for(width)).faults(paper))


@pytest.mark.parametrize("kind", list(Kind))
def test_shipped_templates_have_no_fault_in_any_width_language_and_name(kind: Kind) -> None:
    assert findings(STUDIO, kind) == {}


def test_the_longest_names_are_among_the_papers_judged() -> None:
    def longest(length: object) -> Service:
        return max(catalogue().services.values(), key=length)  # type: ignore[call-overload, no-any-return]  # a key

    judged = longest_services(catalogue())

    assert longest(lambda service: len(service.ticket_name)) in judged
    assert longest(lambda service: len(service.name)) in judged
    assert longest(lambda service: max(map(len, service.requirements), default=0)) in judged


@pytest.mark.parametrize(
    ("block", "what"),
    [
        (Text(LONG_WORD), "broken"),
        (Fact("Tempat", LONG_WORD), "broken"),
        (Item(LONG_WORD), "broken"),
        (Banner("Bawa berkas asli dan satu salinan ke loket", inverted=False), "letters of"),
        (Number("KAMXURHFWLKAMXURHFWL"), "number of"),
    ],
)
def test_what_is_broken_or_too_small_is_found(block: Block, what: str) -> None:
    assert [what in fault.what for fault in found(block, width=384)] == [True]


def test_ink_beyond_the_margin_is_found() -> None:
    layout = layout_for(576)
    wide = replace(PAPER_80, margin=40)

    told = list(Judge(layout, wide).faults(Paper(Kind.TICKET, "", (Text("x", align=Align.LEFT),))))

    assert "over the edge" in told[0].what


def test_a_code_needs_its_quiet_zone_and_a_rule_gives_it() -> None:
    words, code = Text("Pindai"), Code(CODE, own_row=True)

    crowded = found(words, code, words)

    assert "around the QR" in crowded[0].what
    assert found(words, Rule(), code, Rule(), words) == []
    assert found(words, Space(24), code, Space(24), words) == []


def test_on_80_mm_words_beside_a_code_keep_off_its_quiet_zone() -> None:
    assert found(Rule(), Text("Nomor"), Rule(), Code(CODE, "Pindai kode ini"), Rule()) == []


def test_a_code_of_small_modules_is_found() -> None:
    small = replace(PAPER_58, qr_module_least=6)

    told = list(Judge(layout_for(384), small).faults(Paper(Kind.TICKET, "", (Code("x" * 150),))))

    assert "dots a module" in told[0].what


def test_a_paper_without_end_is_found() -> None:
    assert "mm long" in found(*[Text("x", Size.TITLE)] * 100)[0].what


def test_a_fault_names_the_block_as_its_editor_knows_it() -> None:
    (fault,) = found(Fact("Tempat", LONG_WORD), width=384)

    assert fault.where == f"row 'Tempat' '{LONG_WORD}'"
