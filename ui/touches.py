"""From what QML says was touched to what it means for the session."""

from collections.abc import Callable

from kiosk.domain import events as on
from kiosk.domain.model import AgencyId, EventId, ServiceId
from kiosk.domain.staff import Act, LayoutPart
from kiosk.domain.statistics import Period

_PLAIN: dict[str, on.Event] = {
    "take": on.TakeWanted(),
    "without": on.WithoutIdentity(),
    "back": on.Back(),
    "exit": on.Finished(),
    "done": on.Finished(),
    "saved": on.Finished(),
    "endNow": on.Finished(),
    "agencies": on.AgenciesWanted(),
    "search": on.SearchWanted(),
    "priority": on.PriorityToggled(),
    "confirm": on.Confirmed(),
    "more": on.AnotherService(),
    "reprint": on.ReprintWanted(),
    "paperSeen": on.PaperSeen(),
    "paperMissed": on.PaperMissed(),
    "printList": on.ListWanted(),
    "printReceipt": on.ReceiptWanted(),
    "callStaff": on.StaffWanted(),
    "languageSheet": on.LanguagesWanted(),
    "textSize": on.TextSizeWanted(),
    "contrast": on.ContrastWanted(),
    "lowReach": on.LowReachWanted(),
    "audio": on.AudioWanted(),
    "audioToggle": on.AudioToggled(),
    "help": on.HelpWanted(),
    "saveToPhone": on.SaveWanted(),
    "booking": on.CheckInWanted(),
    "typeCode": on.TypingWanted(),
    "findCode": on.CodeTyped(),
    "checkIn": on.CheckInConfirmed(),
    "fresh": on.FreshWanted(),
    "rate": on.RatingWanted(),
    "pickAgency": on.UnitWanted(),
    "skip": on.Skipped(),
    "nextPart": on.Skipped(),
    "endSurvey": on.RatingEnded(),
    "louder": on.VolumeWanted(1),
    "softer": on.VolumeWanted(-1),
    "faster": on.SpeedWanted(1),
    "slower": on.SpeedWanted(-1),
    "screenOff": on.ScreenOffToggled(),
    "howto": on.GuideWanted(),
    "staff": on.StaffEntered(),
    "export": on.ExportWanted(),
    "targetDead": on.TargetTouched(None),
    "actConfirm": on.ActConfirmed(),
    "actDeny": on.ActConfirmed(False),
    "closeDialog": on.DialogClosed(),
    "continue": on.DialogClosed(),
}


def _stepped(part: str, steps: str) -> on.Event:
    return on.LayoutStepped(LayoutPart(part), int(steps))


def _touched(text: str) -> on.Event:
    across, down = text.split(":", 1)
    return on.TargetTouched((float(across), float(down)))


_WITH_TEXT: dict[str, Callable[[str], on.Event]] = {
    "service": lambda text: on.ServiceChosen(ServiceId(text)),
    "agency": lambda text: on.AgencyChosen(AgencyId(text)),
    "event": lambda text: on.EventChosen(EventId(text)),
    "query": on.QueryChanged,
    "language": on.LanguageChosen,
    "code": on.CodeChanged,
    "face": lambda text: on.FaceChosen(int(text)),
    "profile": lambda text: on.ProfileChosen(*text.split(":", 1)),
    "comment": on.CommentChanged,
    "pin": on.PinTyped,
    "period": lambda text: on.PeriodChosen(Period(text)),
    "layout": lambda text: _stepped(*text.split(":", 1)),
    "target": _touched,
    "act": lambda text: on.ActWanted(Act(text)),
}
_FOR_THE_EAR = ("touched", "repeat")
"""What shows only that somebody is there, or is answered by the voice alone."""


def event_of(name: str, argument: object) -> on.Event | None:
    """The event of a touch; None where the touch only shows that somebody is there.

    A name nobody knows is a bug in the QML and raises KeyError.
    """
    if name in _FOR_THE_EAR:
        return None
    if name in _PLAIN:
        return _PLAIN[name]
    return _WITH_TEXT[name](str(argument))
