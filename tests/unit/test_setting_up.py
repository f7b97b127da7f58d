"""First start decided without a screen: which page comes next, what is ordered, what is skipped."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from kiosk.domain import events as on
from kiosk.domain import setup as s
from kiosk.domain.enrolling import EnrolCode
from kiosk.domain.setting_up import Move, as_written, first_page, move, printer_address
from kiosk.domain.setup import (
    Deed,
    EnrolTrouble,
    Entry,
    Order,
    Setup,
    SetupEvent,
    Source,
    Step,
    Subject,
)
from kiosk.domain.staff import TARGETS, Finding, LayoutPart
from kiosk.domain.states import LayoutPage, ScanTest, TouchTest

CAMERA = s.Option("/dev/v4l/by-id/cam", "Webcam", "v4l2")
HAND = s.Option("/dev/input/by-id/scan", "Scanner", "keyboard")
USB = s.Option("/dev/anjungan/printer-1", "EPSON TM-T82", "usb")
FOUND = s.Choices((CAMERA,), (HAND,), (USB,), (s.Option("generic"), s.Option("epson", "Epson TM")))
CODE = EnrolCode("central.test:1", bytes(33), bytes(16))
KNOWN = s.Known(kiosk="A-01", tenant="Kabupaten Contoh")
PASSPHRASE = "warung kopi tujuh"
GOOD = s.Verdict("printer", Finding.GOOD)


class Technician:
    """Somebody who touches, and devices that answer at once."""

    def __init__(self, step: Step = Step.LANGUAGE, known: s.Known = KNOWN) -> None:
        self.orders: list[Order] = []
        self.setup = Setup(s.Choose(Subject.LANGUAGE, ()), known=known)
        self._take(first_page(self.setup, step))

    def does(self, *events: SetupEvent) -> "Technician":
        """Touch after touch."""
        for event in events:
            self._take(move(self.setup, event))
        return self

    def _take(self, moved: Move) -> None:
        self.setup = moved.setup
        self.orders += moved.orders

    def hears(self, **answers: object) -> "Technician":
        """Answers to what was asked last: kept, found, ..."""
        turn = self.setup.turn
        # Any: each answer has a type of its own.
        made: dict[str, Callable[[Any], SetupEvent]] = {
            "kept": lambda well: s.Kept(turn, well),
            "found": lambda found: s.DevicesFound(turn, found),
            "cloned": lambda known: s.CloneTaken(turn, known),
            "links": lambda links: s.LinksSeen(turn, links),
            "digits": lambda digits: s.DigitsShown(turn, digits),
            "address": lambda address: s.EnrolEnded(turn, address),
            "trouble": lambda trouble: s.EnrolEnded(turn, trouble=trouble),
            "probed": lambda verdict: s.Probed(turn, verdict),
            "printed": lambda finding: s.PagePrinted(turn, finding),
            "examined": lambda verdicts: s.Examined(turn, verdicts),
        }
        return self.does(*(made[name](value) for name, value in answers.items()))

    @property
    def last(self) -> Order:
        """What was ordered last."""
        return self.orders[-1]

    @property
    def kept(self) -> s.Known:
        """What was written last."""
        return [order for order in self.orders if isinstance(order, s.Keep)][-1].known


def test_from_carton_to_the_end_every_step_is_asked_once() -> None:
    someone = Technician()
    pressed = on.Confirmed()

    someone.does(on.LanguageChosen("en"))
    someone.does(on.LayoutStepped(LayoutPart.DIAGONAL, 1), pressed).hears(kept=True)
    someone.does(s.TextTyped("b-07"), pressed, s.TextTyped("kota bogor"), pressed).hears(kept=True)
    someone.hears(found=FOUND).does(s.Chosen(CAMERA.id)).hears(kept=True)
    someone.does(s.Chosen(HAND.id)).hears(kept=True).does(s.CodeSeen("anything"), pressed)
    someone.hears(links=(s.Link("eth0", "10.0.0.7"),)).does(pressed)
    someone.does(s.CodeSeen(CODE.text())).hears(digits="482 915").hears(address="central.test:1")
    someone.does(pressed).hears(found=FOUND).does(s.Chosen(USB.id), s.Chosen("epson"))
    someone.does(s.Chosen("384")).hears(kept=True).hears(probed=GOOD)
    someone.does(s.DeedWanted(Deed.PRINT)).hears(printed=Finding.GOOD).does(pressed)
    someone.does(s.DeedWanted(Deed.HEARD))
    someone.does(*[on.TargetTouched((0.0, 0.5))] * TARGETS, pressed)
    someone.does(on.PinTyped("482915"), on.PinTyped("482915")).hears(kept=True)
    someone.hears(examined=(GOOD,)).does(pressed)

    known = someone.setup.known
    assert someone.last == s.Begin()
    assert {step: Finding.GOOD for step in Step if step is not Step.SUMMARY} == dict(
        someone.setup.results
    )
    assert (known.language, known.layout.diagonal_in) == ("en", 22.0)
    assert (someone.kept.kiosk, someone.kept.tenant) == ("B-07", "Kota Bogor")
    assert (someone.kept.camera, someone.kept.scanner) == (CAMERA.id, HAND)
    assert someone.kept.printer == s.PrinterChoice("usb", USB.id, make="epson", width_dots=384)
    assert (known.central, known.has_pin) == ("central.test:1", True)


@pytest.mark.parametrize("step", Step)
def test_what_no_kiosk_is_right_without_cannot_be_left_for_later(step: Step) -> None:
    someone = Technician(step)

    someone.does(on.Skipped())

    assert (someone.setup.step is step) == (step in s.NEEDED)
    assert someone.setup.result(step) is (None if step in s.NEEDED else Finding.ABSENT)


@pytest.mark.parametrize("step", Step)
def test_back_leads_to_the_step_before_and_never_out(step: Step) -> None:
    someone = Technician(step)

    someone.does(on.Back())

    before = list(Step)[max(0, list(Step).index(step) - 1)]
    assert someone.setup.step is before


def test_in_the_middle_of_a_step_back_leads_to_its_beginning() -> None:
    someone = Technician(Step.PRINTER).hears(found=FOUND).does(s.Chosen("tcp"))

    someone.does(on.Back())

    assert isinstance(someone.setup.page, s.Choose)
    assert someone.setup.step is Step.PRINTER


def test_nothing_goes_on_before_it_is_on_disk() -> None:
    someone = Technician(Step.PANEL).does(on.Confirmed(), on.Confirmed(), on.Back())
    waiting = someone.setup

    someone.hears(kept=True)

    assert (waiting.step, waiting.keeping) == (Step.PANEL, True)
    assert len([order for order in someone.orders if isinstance(order, s.Keep)]) == 1
    assert someone.setup.step is Step.NAME


def test_what_could_not_be_written_is_told_and_can_be_tried_again() -> None:
    someone = Technician(Step.PANEL).does(on.Confirmed()).hears(kept=False)
    told = someone.setup.lost

    someone.does(on.Confirmed()).hears(kept=True)

    assert told
    assert (someone.setup.step, someone.setup.lost) == (Step.NAME, False)


def test_an_answer_to_an_earlier_question_changes_nothing() -> None:
    someone = Technician(Step.CAMERA)
    stale = s.DevicesFound(someone.setup.turn, FOUND)
    someone.does(on.Skipped())
    before = someone.setup

    someone.does(stale)

    assert someone.setup == before


def test_every_page_has_an_answer_to_every_event() -> None:
    pages: dict[Step, list[s.Page]] = {
        Step.LANGUAGE: [s.Choose(Subject.LANGUAGE, ()), s.Copy(), s.Copy(taking=Source.CODE)],
        Step.PANEL: [LayoutPage(KNOWN.layout)],
        Step.NAME: [s.Type(Entry.KIOSK, "x"), s.Type(Entry.TENANT, "x")],
        Step.CAMERA: [s.Choose(Subject.CAMERA), s.Choose(Subject.SCANNER, (HAND,)), ScanTest()],
        Step.NETWORK: [s.Network()],
        Step.ENROL: [s.Enrol(), s.Enrol(asking=True), s.Type(Entry.CODE, "x")],
        Step.PRINTER: [
            *(s.Choose(subject, (USB,)) for subject in (Subject.PRINTER, Subject.MAKE)),
            *(s.Choose(Subject.WIDTH, (s.Option("576"),)), s.Type(Entry.ADDRESS, "1.2.3.4")),
            *(s.Probe(), s.Probe(GOOD), s.Probe(GOOD, printing=True)),
        ],
        Step.SOUND: [s.SoundTest()],
        Step.TOUCH: [TouchTest(), TouchTest(((0.0, 0.0),) * TARGETS)],
        Step.PIN: [s.NewPin(), s.NewPin("482915"), s.NewPin(keeping=True)],
        Step.SUMMARY: [s.Summary(), s.Summary((GOOD,))],
    }
    assert pages.keys() == set(Step)
    events: list[SetupEvent] = [
        *(on.Back(), on.Skipped(), on.Confirmed(), on.LanguageChosen("en"), on.Finished()),
        *(on.LayoutStepped(LayoutPart.EDGE, 1), on.TargetTouched(None), on.PinTyped("482915")),
        *(
            s.Chosen(CAMERA.id),
            s.Chosen(USB.id),
            s.Chosen("576"),
            s.TextTyped("1"),
            s.CodeSeen("1"),
            s.Kept(0, True),
        ),
        *(s.DeedWanted(deed) for deed in Deed),
        *(s.DevicesFound(0, FOUND), s.LinksSeen(0, ()), s.DigitsShown(0, "1"), s.EnrolEnded(0)),
        *(s.Probed(0, GOOD), s.PagePrinted(0, Finding.GOOD), s.Examined(0, ())),
        *(s.CloneTaken(0, None), s.CloneTaken(0, KNOWN)),
    ]

    for step, event, keeping in product(Step, events, (False, True)):
        for page in pages[step]:
            keeps = keeping and step is not Step.SUMMARY
            setup = Setup(page, step, KNOWN, choices=FOUND, keeping=keeps)

            moved = move(setup, event)

            assert abs(list(Step).index(moved.setup.step) - list(Step).index(step)) <= 1
            assert moved == move(setup, event)


# --- another kiosk's settings -----------------------------------------------------------------


def copying() -> Technician:
    """Somebody who asked for it on a kiosk that has a camera."""
    someone = Technician().does(s.DeedWanted(Deed.COPY)).hears(found=FOUND)
    return someone.hears(kept=True)


def test_a_copy_is_read_by_whatever_camera_there_is() -> None:
    someone = copying()

    someone.does(s.CodeSeen("ANJUNGAN-CLONE1/..."))

    assert someone.kept.camera == CAMERA.id
    assert someone.last == s.TakeClone(someone.setup.turn, Source.CODE, "ANJUNGAN-CLONE1/...")


def test_a_copy_that_was_taken_is_what_the_other_steps_begin_with() -> None:
    someone = copying().does(s.CodeSeen("x")).hears(cloned=replace(KNOWN, tenant="Kota Bogor"))

    assert someone.setup.step is Step.PANEL
    assert someone.setup.known.tenant == "Kota Bogor"


def test_a_copy_that_was_refused_can_be_shown_again_or_left() -> None:
    someone = copying().does(s.CodeSeen("x")).hears(cloned=None)
    refused, reads = someone.setup.page, someone.setup.reads_codes

    someone.does(on.Back())

    assert (refused, reads) == (s.Copy(refused=Source.CODE), True)
    assert isinstance(someone.setup.page, s.Choose)


def test_a_copy_on_a_stick_wants_its_passphrase_and_keeps_the_letters_small() -> None:
    someone = copying().does(s.DeedWanted(Deed.STICK), s.TextTyped("too short"), on.Confirmed())
    short = someone.setup.page

    someone.does(s.TextTyped(PASSPHRASE), on.Confirmed())

    assert isinstance(short, s.Type)
    assert short.wrong
    assert someone.setup.page == s.Copy(taking=Source.STICK)
    assert someone.last == s.TakeClone(someone.setup.turn, Source.STICK, PASSPHRASE)
    assert PASSPHRASE not in repr(someone.setup) + repr(someone.last) + repr(short)


def test_a_copy_on_a_stick_that_was_refused_says_so_and_a_code_still_counts() -> None:
    someone = copying().does(s.DeedWanted(Deed.STICK), s.TextTyped(PASSPHRASE), on.Confirmed())

    someone.hears(cloned=None)

    assert someone.setup.page == s.Copy(refused=Source.STICK)
    assert someone.setup.reads_codes


def test_from_the_passphrase_one_comes_back_to_the_first_page() -> None:
    someone = copying().does(s.DeedWanted(Deed.STICK), on.Back())

    assert isinstance(someone.setup.page, s.Choose)


# --- camera -----------------------------------------------------------------------------------


def test_without_a_camera_a_hand_scanner_may_still_be_chosen() -> None:
    someone = Technician(Step.CAMERA).hears(found=FOUND)

    someone.does(on.Skipped())

    assert someone.setup.page == s.Choose(Subject.SCANNER, (HAND,))


def test_a_camera_alone_is_tried_at_once() -> None:
    someone = Technician(Step.CAMERA).hears(found=replace(FOUND, scanners=()))

    someone.does(s.Chosen(CAMERA.id)).hears(kept=True)

    assert someone.setup.page == ScanTest()
    assert someone.setup.reads_codes


def test_what_was_not_offered_cannot_be_chosen() -> None:
    someone = Technician(Step.CAMERA).hears(found=FOUND)

    someone.does(s.Chosen("/dev/sda"))

    assert not isinstance(someone.last, s.Keep)


# --- enrolment --------------------------------------------------------------------------------


@pytest.mark.parametrize("trouble", EnrolTrouble)
def test_after_every_refusal_a_code_can_be_shown_again(trouble: EnrolTrouble) -> None:
    someone = Technician(Step.ENROL).does(s.CodeSeen(CODE.text())).hears(trouble=trouble)

    someone.does(s.CodeSeen(CODE.text()))

    assert someone.last == s.AskCentral(someone.setup.turn, CODE)


def test_another_code_is_refused_in_words_and_asks_nobody() -> None:
    someone = Technician(Step.ENROL).does(s.CodeSeen("https://mpp.example.go.id/t/abc"))

    assert someone.setup.page == s.Enrol(trouble=EnrolTrouble.NO_CODE)
    assert someone.orders == []


def test_a_code_can_be_typed_and_what_is_wrong_with_it_is_told() -> None:
    someone = Technician(Step.ENROL).does(s.DeedWanted(Deed.TYPE))
    someone.does(s.TextTyped(CODE.text()[:-1]), on.Confirmed())
    refused = someone.setup.page

    someone.does(s.TextTyped(CODE.text().lower()), on.Confirmed())

    assert isinstance(refused, s.Type)
    assert refused.wrong
    assert someone.last == s.AskCentral(someone.setup.turn, CODE)


def test_whoever_leaves_stops_to_wait_for_central() -> None:
    someone = Technician(Step.ENROL).does(s.CodeSeen(CODE.text()))

    someone.does(on.Skipped())

    assert s.StopAsking() in someone.orders
    assert someone.setup.step is Step.PRINTER


def test_a_kiosk_that_belongs_to_a_central_goes_on() -> None:
    someone = Technician(Step.ENROL, replace(KNOWN, central="central.test:1"))

    someone.does(on.Confirmed())

    assert someone.setup.result(Step.ENROL) is Finding.GOOD


def test_the_code_that_let_it_in_is_not_taken_for_another() -> None:
    someone = Technician(Step.ENROL).does(s.CodeSeen(CODE.text())).hears(address="central.test:1")
    enrolled, orders = someone.setup, list(someone.orders)

    someone.does(s.CodeSeen(CODE.text()))

    assert (someone.setup, someone.orders) == (enrolled, orders)
    assert not enrolled.reads_codes


def test_a_kiosk_can_be_moved_to_another_central() -> None:
    someone = Technician(Step.ENROL, replace(KNOWN, central="central.test:1"))

    someone.does(s.DeedWanted(Deed.ANEW), s.CodeSeen(CODE.text()))

    assert someone.last == s.AskCentral(someone.setup.turn, CODE)


def test_neither_code_nor_pin_is_ever_shown_by_a_repr() -> None:
    someone = Technician(Step.PIN).does(on.PinTyped("482915"))
    shown = repr(someone.setup) + repr(s.CodeSeen(CODE.text())) + repr(s.AskCentral(1, CODE))
    shown += repr(s.KeepPin(1, "482915")) + repr(s.Type(Entry.CODE, CODE.text()))

    assert "482915" not in shown
    assert CODE.text() not in shown
    assert repr(CODE.token) not in shown


# --- printer ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("192.168.1.50", "192.168.1.50:9100"),
        ("10.0.0.7:9101", "10.0.0.7:9101"),
        *(
            (wrong, None)
            for wrong in ("", "printer", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4")
        ),
        *(
            (wrong, None)
            for wrong in ("1.2.3.4:", "1.2.3.4:0", "1.2.3.4:99999", "1.2.3.4:x", "1.2.3.٤")
        ),
    ],
)
def test_a_network_printer_has_a_numeric_address(typed: str, meant: str | None) -> None:
    assert printer_address(typed) == meant


def test_a_wrong_address_is_told_and_stays_to_be_mended() -> None:
    someone = Technician(Step.PRINTER).hears(found=FOUND).does(s.Chosen("tcp"))

    someone.does(s.TextTyped("printer"), on.Confirmed())

    assert someone.setup.page == s.Type(Entry.ADDRESS, "PRINTER", wrong=True)


def test_a_printer_nobody_saw_print_needs_a_look() -> None:
    chosen = Technician(Step.PRINTER).hears(found=FOUND).does(s.Chosen(USB.id), s.Chosen("epson"))
    chosen.does(s.Chosen("576")).hears(kept=True).hears(probed=GOOD)

    chosen.does(on.Confirmed())

    assert chosen.setup.result(Step.PRINTER) is Finding.ATTENTION


# --- PIN --------------------------------------------------------------------------------------


def test_a_pin_that_anybody_would_try_is_not_taken() -> None:
    someone = Technician(Step.PIN).does(on.PinTyped("123456"))

    assert someone.setup.page == s.NewPin(weak=True)


def test_two_different_pins_are_none() -> None:
    someone = Technician(Step.PIN).does(on.PinTyped("482915"), on.PinTyped("482916"))

    assert someone.setup.page == s.NewPin(differs=True)
    assert someone.orders == []


def test_without_a_pin_there_is_no_way_on() -> None:
    someone = Technician(Step.PIN).does(on.Confirmed(), on.Skipped())

    assert someone.setup.step is Step.PIN


@pytest.mark.parametrize(
    ("entry", "typed", "written"),
    [
        (Entry.KIOSK, "a-01", "A-01"),
        (Entry.TENANT, "kota bandar lampung", "Kota Bandar Lampung"),
        (Entry.TENANT, "kota ", "Kota "),
    ],
)
def test_names_get_their_capitals(entry: Entry, typed: str, written: str) -> None:
    assert as_written(entry, typed) == written
