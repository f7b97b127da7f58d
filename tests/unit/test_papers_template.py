"""Templates: read once with every complaint, filled with facts and words."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.papers.blocks import Block, Code, Fact, Item, Mark, Number, Rule, Space, Text
from kiosk.domain.papers.fill import fill
from kiosk.domain.papers.kinds import NAMES, NEEDED, Facts, Kind, flags
from kiosk.domain.papers.template import Template, parse_template
from kiosk.domain.reading import Refused
from kiosk.paper_templates import load_templates, read_template
from tests.papers import languages
from tests.samples import ROOT

SHIPPED = ROOT / "resources/templates"
SLIP = '[[block]]\nqr = "{code}"\n'
"""The least a survey slip may be."""


def template(text: str, kind: Kind = Kind.SURVEY) -> Template:
    """A template of these lines."""
    return parse_template(kind, tomllib.loads(text), languages())


def complaints(text: str, kind: Kind = Kind.SURVEY) -> tuple[str, ...]:
    """What is said of these lines."""
    with pytest.raises(Refused) as caught:
        template(text, kind)
    return caught.value.complaints


def filled(text: str, facts: Facts, language: str = "id") -> tuple[Block, ...]:
    """The blocks of a slip with these lines before its code."""
    return fill(template(text + "\n" + SLIP), facts, languages()[language])


FACTS = Facts({"number": "K 027", "service": "KTP-el hilang"})


# --- filling


def test_facts_and_words_go_to_their_places() -> None:
    text = '[[block]]\ntext = "{tkt.head}: {number} ({service})"'

    (block,) = filled(text, FACTS)

    assert block == Text("Nomor antrean Anda: K 027 (KTP-el hilang)")


def test_words_are_those_of_the_visitors_language() -> None:
    (block,) = filled('[[block]]\ntext = "{tkt.head}"', FACTS, "en")

    assert block == Text("Your queue number")


@pytest.mark.parametrize(("language", "said"), [("en", "Welcome"), ("jv", "Selamat datang")])
def test_a_text_may_be_given_in_each_language_and_falls_back_to_indonesian(
    language: str, said: str
) -> None:
    text = '[[block]]\ntext = { id = "Selamat datang", en = "Welcome" }'

    assert filled(text, FACTS, language) == (Text(said),)


@pytest.mark.parametrize(
    "text",
    [
        '[[block]]\ntext = "Untuk {agency}"',
        '[[block]]\nrow = "Instansi"\nvalue = "{agency}"',
        '[[block]]\nnumber = "{agency}"',
        '[[block]]\nbanner = "{agency}"',
        '[[block]]\ntext = "Selamat datang"\nwhen = "agency"',
        '[[block]]\ntext = "Selamat datang"\nunless = "number"',
        '[[block]]\ntext = "Selamat datang"\nwhen = ["number", "brief"]',
    ],
)
def test_a_block_whose_fact_is_absent_is_left_away(text: str) -> None:
    assert filled(text, FACTS) == ()
    assert filled(text, replace(FACTS, texts={**FACTS.texts, "agency": ""})) == ()


@pytest.mark.parametrize(
    ("condition", "printed"),
    [('when = "brief"', True), ('unless = "brief"', False), ('when = ["brief", "number"]', True)],
)
def test_flags_and_facts_are_conditions(condition: str, *, printed: bool) -> None:
    facts = replace(FACTS, flags=flags(brief=True, copy=False))

    blocks = filled(f'[[block]]\ntext = "x"\n{condition}', facts)

    assert bool(blocks) is printed


def test_a_rule_stands_between_sections_and_nowhere_else() -> None:
    rule = '[[block]]\nrule = "dashed"\n'
    gone = '[[block]]\ntext = "{agency}"\n'
    number = '[[block]]\nnumber = "{number}"\n'

    blocks = filled(rule + number + rule + gone + rule + number + rule, FACTS)

    assert blocks == (Number("K 027"), Rule(), Number("K 027"))


def test_a_list_that_is_too_long_ends_in_a_line_that_says_so() -> None:
    text = '[[block]]\nlist = "documents"\nmark = "number"\nmost = 3\nmore = "dan lainnya"'
    needed = "\n".join(
        f'[[block]]\nwhen = "{name}"\ntext = "x"' for name in NEEDED[Kind.RECEIPT] - {"documents"}
    )
    found = template(f"{text}\n{needed}", Kind.RECEIPT)

    three, four = (
        fill(found, Facts(lists={"documents": tuple("abcd"[:count])}), languages()["id"])
        for count in (3, 4)
    )

    assert three == tuple(Item(one, Mark.NUMBER, n) for n, one in enumerate("abc", 1))
    assert four[2] == Item("dan lainnya", Mark.NONE, 3)
    assert [block for block in four if isinstance(block, Item)][:2] == list(three[:2])


def test_rows_a_code_and_bare_paper() -> None:
    found = template('[[block]]\nrows = "printer"\n[[block]]\nspace = 3', Kind.TEST)
    rows = Facts(rows={"printer": (("Profil", "epson_t88"), ("Lebar", "576"))})

    assert fill(found, rows, languages()["id"]) == (
        Fact("Profil", "epson_t88"),
        Fact("Lebar", "576"),
        Space(24),
    )
    code = Facts({"code": "https://a.go.id/t/1"})
    assert filled('[[block]]\ntext = "{agency}"', code) == (Code("https://a.go.id/t/1"),)


# --- complaints


@pytest.mark.parametrize(
    ("line", "place", "word"),
    [
        ('text = "{nomor}"', "block 1 text", "'nomor'"),
        ('text = "{tkt.kepala}"', "block 1 text", "'tkt.kepala'"),
        ('text = "{date.clock}"', "block 1 text", "places"),
        ('text = "{number"', "block 1 text", "braces"),
        ('text = ""', "block 1 text", "1 to"),
        ('text = { en = "Welcome" }', "block 1 text.id", "text"),
        ('text = { id = "Selamat", fr = "Bonjour" }', "block 1 text.fr", "one of"),
        ('text = "x"\nsize = "huge"', "block 1 size", "body, large, title"),
        ('text = "x"\nalign = "center"', "block 1 align", "left, centre, right"),
        ('text = "x"\ncolour = "red"', "block 1 colour", "align"),
        ('text = "x"\nwhen = "raining"', "block 1 when", "'raining'"),
        ('text = "x"\nnumber = "1"', "block 1", "exactly one of"),
        ('tekst = "x"', "block 1", "exactly one of"),
        ('row = "Nomor"', "block 1 value", "text"),
        ('list = "number"', "block 1 list", "'number'"),
        ('rule = "double"', "block 1 rule", "dashed"),
        ('motif = "batik"', "block 1 motif", "clouds"),
        ("space = 21", "block 1 space", "1 to 20"),
        ('pattern = "noise"', "block 1 pattern", "ruler"),
    ],
)
def test_each_slip_of_the_pen_is_named_with_its_place(line: str, place: str, word: str) -> None:
    (complaint,) = complaints(f"[[block]]\n{line}\n{SLIP}")

    found, _, expected = complaint.partition(": expected ")
    assert found == place
    assert word in expected


def test_all_complaints_come_at_once() -> None:
    text = '[[block]]\ntext = "{a}"\n[[block]]\nspace = 0\n[[block]]\nnumber = "{b}"'

    assert len(complaints(text)) == 3


def test_a_list_is_not_cut_in_silence() -> None:
    assert "most" in complaints('[[block]]\nlist = "requirements"\nmost = 3', Kind.TICKET)[0]


@pytest.mark.parametrize("kind", list(Kind))
def test_what_a_paper_needs_cannot_be_edited_away(kind: Kind) -> None:
    shipped = tomllib.loads((SHIPPED / f"{kind}.toml").read_text("utf-8"))

    for name in NEEDED[kind]:
        entries = [one for one in shipped["block"] if not _shows(one, name)]
        with pytest.raises(Refused, match=name):
            parse_template(kind, {"block": entries}, languages())


def _shows(entry: object, name: str) -> bool:
    assert isinstance(entry, dict)
    values = [str(value) for value in entry.values()]
    return any(f"{{{name}}}" in value or value == name for value in values)


@pytest.mark.parametrize("document", [{}, {"block": 1}, {"block": [1]}, [], None])
def test_what_is_no_template_is_refused(document: object) -> None:
    with pytest.raises(Refused):
        parse_template(Kind.TICKET, document, languages())


# --- files


def test_a_sites_template_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "survey.toml").write_text(SLIP)

    loaded = load_templates(SHIPPED, languages(), tmp_path)

    assert loaded.complaints == ()
    assert len(loaded.templates.by_kind[Kind.SURVEY].entries) == 1
    assert len(loaded.templates.by_kind[Kind.TICKET].entries) > 1


def test_a_sites_broken_template_is_told_of_and_the_shipped_one_stays(tmp_path: Path) -> None:
    (tmp_path / "survey.toml").write_text("[[block]]\nnumber = 1")
    (tmp_path / "ticket.toml").write_bytes(b"\xff")
    (tmp_path / "tiket.toml").write_text(SLIP)

    loaded = load_templates(SHIPPED, languages(), tmp_path)

    assert loaded.templates == load_templates(SHIPPED, languages()).templates
    starts = [complaint.split(":")[0] for complaint in loaded.complaints]
    assert starts == ["survey.toml", "ticket.toml", "tiket.toml"]


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    assert "no such folder" in load_templates(SHIPPED, languages(), tmp_path / "x").complaints[0]


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "survey.toml").write_text(SLIP + "#" * 100_000)

    with pytest.raises(Refused, match="at most"):
        read_template(tmp_path / "survey.toml", languages())


def test_how_to_names_every_fact_and_every_block() -> None:
    page = (ROOT / "docs/how-to/edit-a-template.md").read_text("utf-8")

    for kind, names in NAMES.items():
        assert f"`{kind}`" in page
        for name, sort in names.items():
            assert f"`{name}`" in page, f"{kind} {name} {sort}"
