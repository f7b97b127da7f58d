"""What kiosks tell: the kinds of facts this server understands, and how each is written in JSON.

A fact's text is hashed and kept as it came; reading it here decides only whether it is understood.
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from kiosk.domain.label import AuthorityLabel, TicketLabel, parse_label
from kiosk.domain.survey import BEST_ANSWER, COMMENT_MOST, ELEMENTS, PROFILE, Element
from kiosk.domain.ticket import Channel

Word = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
ServiceText = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
AgencyText = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Language = Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}$", max_length=3)]
QueueText = Annotated[str, msgspec.Meta(pattern="^[KAMXURHFWL]{1,2}$", max_length=2)]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Answers = Annotated[
    dict[Element, Annotated[int, msgspec.Meta(ge=1, le=BEST_ANSWER)]],
    msgspec.Meta(min_length=1, max_length=len(ELEMENTS)),
]

_YEARS = range(2000, 2200)


def check_year(name: str, moment: datetime | date) -> None:
    """Refuse times that no clock of a kiosk shows. Raises ValueError."""
    if moment.year not in _YEARS:
        raise ValueError(f"{name}: expected a year from {_YEARS[0]} to {_YEARS[-1]}")


def check_uuid7(name: str, value: UUID) -> None:
    """Refuse ids that do not carry their time. Raises ValueError."""
    if value.version != 7:
        raise ValueError(f"{name}: expected a UUIDv7")


class TicketIssued(msgspec.Struct, frozen=True):
    """A ticket was recorded with the label that was printed."""

    id: UUID
    visit: UUID
    label: Annotated[str, msgspec.Meta(max_length=12)]
    day: date
    queue: QueueText
    service: ServiceText
    at: Moment
    priority: bool
    language: Language
    channel: Channel
    origin: Literal["authority", "own"]
    spoken_code: Word
    booking: UUID | None = None

    def __post_init__(self) -> None:
        check_uuid7("id", self.id)
        check_year("at", self.at)
        check_year("day", self.day)
        label = self.printed
        if str(label.queue) != self.queue:
            raise ValueError(f"label: expected one of queue {self.queue}")
        if isinstance(label, AuthorityLabel) != (self.origin == "authority"):
            raise ValueError(f"label: expected one of origin {self.origin}")

    @property
    def printed(self) -> TicketLabel:
        """The label as a value."""
        return parse_label(self.label)


class TicketReprinted(msgspec.Struct, frozen=True):
    """A ticket was printed again."""

    id: UUID
    at: Moment


class StaffCalled(msgspec.Struct, frozen=True):
    """Somebody, or the kiosk itself, asked for staff."""

    at: Moment
    kiosk: Word
    screen: Word
    reason: Literal["help", "paper-out", "jam", "printer", "ledger"]

    def __post_init__(self) -> None:
        check_year("at", self.at)


class PrintEnded(msgspec.Struct, frozen=True):
    """A ticket's paper came out, or did not."""

    ticket: UUID
    at: Moment
    outcome: Word


class VisitEnded(msgspec.Struct, frozen=True):
    """A visit ended."""

    visit: UUID
    at: Moment
    outcome: Word


class SurveyAnswered(msgspec.Struct, frozen=True):
    """A visitor judged an agency: some or all of the nine elements, from 1 to 4. It names nobody."""

    id: UUID
    at: Moment
    language: Language
    agency: AgencyText
    service: ServiceText | None
    ticket: UUID | None
    answers: Answers
    profile: dict[str, str]
    comment: Annotated[str, msgspec.Meta(max_length=COMMENT_MOST)] | None

    def __post_init__(self) -> None:
        check_uuid7("id", self.id)
        check_year("at", self.at)
        for key, options in PROFILE.items():
            if self.profile.get(key, options[0]) not in options:
                raise ValueError(f"profile: expected {key} from {', '.join(options)}")


class ReceiptPrinted(msgspec.Struct, frozen=True):
    """A receipt for documents was printed, for the first time or as a copy."""

    receipt: UUID
    at: Moment
    copy: bool

    def __post_init__(self) -> None:
        check_year("at", self.at)


class StaffActed(msgspec.Struct, frozen=True):
    """Staff did something at a kiosk's panel. It names nobody; kiosks learn new acts before central."""

    at: Moment
    kiosk: Word
    act: Word
    result: Word | None = None

    def __post_init__(self) -> None:
        check_year("at", self.at)


class OrderTaken(msgspec.Struct, frozen=True):
    """An order of the site counted at a kiosk. Kiosks learn new orders before central."""

    at: Moment
    version: Annotated[int, msgspec.Meta(ge=1, le=2**53)]
    order: Word

    def __post_init__(self) -> None:
        check_year("at", self.at)


Fact = (
    TicketIssued
    | TicketReprinted
    | StaffCalled
    | PrintEnded
    | VisitEnded
    | SurveyAnswered
    | ReceiptPrinted
    | StaffActed
    | OrderTaken
)

_KINDS: dict[str, type[Fact]] = {
    "ticket.issued": TicketIssued,
    "ticket.reprinted": TicketReprinted,
    "staff.called": StaffCalled,
    "print.ended": PrintEnded,
    "visit.ended": VisitEnded,
    "survey.answered": SurveyAnswered,
    "receipt.printed": ReceiptPrinted,
    "staff.acted": StaffActed,
    "order.taken": OrderTaken,
}


class NotUnderstood(Exception):
    """A fact of an unknown kind, or one that does not read as its kind. `problem` is its code."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def read_fact(kind: str, body: str) -> Fact:
    """Read a fact's text. Raises NotUnderstood."""
    if kind not in _KINDS:
        raise NotUnderstood("unknown-kind")
    try:
        return msgspec.json.decode(body, type=_KINDS[kind])
    except (ValueError, RecursionError) as error:
        raise NotUnderstood("invalid-body") from error
