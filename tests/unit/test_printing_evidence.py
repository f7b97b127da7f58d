"""Only proof moves a job: the rule over all that can be known of it."""

from itertools import product

from devices.printing.evidence import Evidence, Reading, Verdict

PRINTER, OTHER = b"J5TF012345", b"J5TF999999"
READINGS = (None, Reading(PRINTER, None), Reading(PRINTER, 7), Reading(OTHER, 7))
LATER = (*READINGS, Reading(PRINTER, 8), Reading(PRINTER, 9), Reading(PRINTER, 6))
ALL = [
    Evidence(printed, cut, cleared, before, after)
    for printed, cut, cleared in product((False, True), repeat=3)
    for before, after in product(READINGS, LATER)
]


def counted(evidence: Evidence) -> int | None:
    """Cuts since the claim, where the same printer counted them."""
    before, after = evidence.before, evidence.after
    if before is None or after is None or before.serial != after.serial:
        return None
    if before.cuts is None or after.cuts is None:
        return None
    return after.cuts - before.cuts


def test_a_job_counts_as_not_out_only_when_cleared_and_the_counter_stands_still() -> None:
    voided = [evidence for evidence in ALL if evidence.verdict() is Verdict.NOT_OUT]

    assert voided
    for evidence in voided:
        assert evidence.cleared
        assert counted(evidence) == 0
        assert not evidence.printed
        assert not evidence.cut


def test_a_job_counts_as_done_only_by_its_marker_or_by_one_cut() -> None:
    for evidence in ALL:
        done = evidence.verdict() is Verdict.DONE
        assert done == (evidence.cut or counted(evidence) == 1)


def test_a_job_whose_rows_are_out_is_never_voided_nor_doubted() -> None:
    verdicts = {evidence.verdict() for evidence in ALL if evidence.printed}

    assert verdicts == {Verdict.DONE, Verdict.CUT_AGAIN}


def test_without_proof_a_job_is_in_doubt() -> None:
    assert Evidence(False, False, True, None, None).verdict() is Verdict.IN_DOUBT
    assert (
        Evidence(False, False, True, Reading(PRINTER, 7), Reading(OTHER, 7)).verdict()
        is Verdict.IN_DOUBT
    )
    assert (
        Evidence(False, False, False, Reading(PRINTER, 7), Reading(PRINTER, 7)).verdict()
        is Verdict.IN_DOUBT
    )


def test_a_reading_says_which_printer_for_staff() -> None:
    assert str(Reading(PRINTER, 7)) == "printer J5TF012345, cuts 7"
    assert str(Reading(b"", None)) == "printer unknown, cuts unknown"
