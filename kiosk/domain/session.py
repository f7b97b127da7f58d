"""The session machine: (state, event, hall) -> (state, effects). Pure, and total over every pair.

An event that means nothing in a state changes nothing. Answers name the request they answer; a
stale one changes nothing. Wherever a visit is left, the state becomes Idle, which knows nothing.
"""

from dataclasses import replace
from typing import assert_never

from kiosk.domain import (
    arriving,
    attending,
    checking_in,
    choosing,
    collecting,
    issuing,
    rating,
    reminding,
)
from kiosk.domain import events as on
from kiosk.domain.effects import CallStaff, Play, Say, Sound, StaffReason
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.model import RequestId
from kiosk.domain.patience import asks_first
from kiosk.domain.preferences import Preferences
from kiosk.domain.states import (
    Arriving,
    Attending,
    CheckingIn,
    Choosing,
    Closed,
    Collecting,
    FindingUnit,
    Identifying,
    Idle,
    Issued,
    Issuing,
    Overlaid,
    Overlay,
    Rating,
    Reviewing,
    Screen,
    State,
    Thanked,
    Trouble,
    TroubleKind,
)
from kiosk.domain.stepping import Step, answers_of, leave, newcomer


def step(state: State, event: Event, hall: Hall) -> Step:
    """Answer one event."""
    if isinstance(event, on.PaperUntaken):
        return reminding.remind(state, event, hall)
    if isinstance(state, Attending):
        return attending.attending(state, event, hall)
    match event:
        case on.StaffEntered() if isinstance(state, Closed | Idle | Arriving):
            return attending.enter(state, hall)
        case on.ServiceStopped(reason):
            return leave(state, "stopped", Closed(reason))
        case on.WentWrong(request):
            return _apologise(state, request)
        case on.ServiceResumed(reason):
            return Step(Idle()) if state == Closed(reason) else Step(state)
    match state:
        case Closed():
            return Step(state)
        case Overlaid():
            return _overlaid(state, event, hall)
        case _:
            return _open(state, event, hall)


def _apologise(state: Closed | Idle | Screen | Overlaid, request: RequestId | None) -> Step:
    """The card that offers to try again; a ticket still being made is shown when it comes."""
    under = state.under if isinstance(state, Overlaid) else state
    match under:
        case Closed() | Idle() | Issued():
            return Step(state)  # nobody waits, or the number is on screen
        case Issuing() if request in (None, under.request):
            return Step(issuing.given_up(under, TroubleKind.GENERIC))
        case Identifying() if request in (None, under.request):
            return Step(Trouble(under.visit, TroubleKind.GENERIC))
        case _ if request is None:
            return Step(Trouble(under.visit, TroubleKind.GENERIC), answers_of(under))
        case _:
            return Step(state)


def _open(state: Idle | Screen, event: Event, hall: Hall) -> Step:
    changed = _preferences(state, event, hall)
    if changed is not None:
        return changed
    match event:
        case on.Finished() | on.PatienceEnded() if isinstance(state, Idle):
            return Step(state)
        case on.PatienceEnded() if isinstance(state, Thanked):
            return leave(state, "finished")
        case on.PatienceEnded() if isinstance(state, Issuing):
            return Step(issuing.given_up(state, TroubleKind.OFFLINE))
        case on.PatienceEnded() if not isinstance(state, Idle) and asks_first(state):
            return Step(Overlaid(state, Overlay.STILL_HERE), (Play(Sound.WARN),))
        case on.Finished() if isinstance(state, Issuing):
            return Step(state)
        case on.Finished():
            return leave(state, "finished")
        case on.PatienceEnded():
            return leave(state, "left")
    match state:
        case Idle():
            return arriving.idle(state, event, hall)
        case Arriving():
            return arriving.arriving(state, event, hall)
        case Identifying():
            return arriving.identifying(state, event, hall)
        case Choosing():
            return choosing.choosing(state, event, hall)
        case Reviewing():
            return issuing.reviewing(state, event, hall)
        case Issuing():
            return issuing.issuing(state, event, hall)
        case Issued():
            return issuing.issued(state, event, hall)
        case CheckingIn():
            return checking_in.checking_in(state, event, hall)
        case FindingUnit():
            return rating.finding_unit(state, event, hall)
        case Rating():
            return rating.rating(state, event)
        case Thanked():
            return Step(state)
        case Collecting():
            return collecting.collecting(state, event, hall)
        case Trouble():
            return issuing.trouble(state, event, hall)
    assert_never(state)


# --- toolbar and dialogs ----------------------------------------------------------------------

_DIALOGS: dict[type[Event], Overlay] = {
    on.LanguagesWanted: Overlay.LANGUAGE,
    on.AudioWanted: Overlay.AUDIO,
    on.HelpWanted: Overlay.HELP,
}


def _preferences(state: Idle | Screen, event: Event, hall: Hall) -> Step | None:
    """The toolbar works on every screen. On the attract screen it begins a visit."""
    current = Arriving(newcomer(hall)) if isinstance(state, Idle) else state
    changed = _changed(current.visit.preferences, event, hall)
    if changed is not None:
        preferences, toast = changed
        shown = replace(current, visit=replace(current.visit, preferences=preferences))
        return Step(shown, (Say(toast),) if toast else ())
    if overlay := _DIALOGS.get(type(event)):
        return Step(Overlaid(current, overlay))
    return None


def _changed(
    preferences: Preferences, event: Event, hall: Hall
) -> tuple[Preferences, str | None] | None:
    match event:
        case on.LanguageChosen(language) if language in hall.languages:
            return replace(preferences, language=language), None
        case on.TextSizeWanted():
            changed = preferences.next_text_scale()
            return changed, {1.0: "text.1", 1.25: "text.2", 1.5: "text.3"}[changed.text_scale]
        case on.ContrastWanted():
            changed = preferences.next_contrast()
            return changed, f"contrast.{changed.theme.value.lower()}"
        case on.LowReachWanted():
            lowered = not preferences.low_reach
            return (
                replace(preferences, low_reach=lowered),
                "reach.on" if lowered else "reach.off",
            )
        case on.AudioToggled():
            return _spoken(preferences, not preferences.audio)
        case on.HeadphonesChanged(plugged) if plugged != preferences.audio:
            return _spoken(preferences, plugged)
        case on.VolumeWanted(steps):
            return preferences.louder(steps), None
        case on.SpeedWanted(steps):
            return preferences.faster(steps), None
        case on.ScreenOffToggled():
            return replace(preferences, screen_off=not preferences.screen_off), None
        case _:
            return None


def _spoken(preferences: Preferences, audio: bool) -> tuple[Preferences, str | None]:
    """Without speech the screen has to be seen."""
    off = preferences.screen_off and audio
    return replace(preferences, audio=audio, screen_off=off), "audio.on" if audio else "audio.off"


def _overlaid(state: Overlaid, event: Event, hall: Hall) -> Step:
    match event:
        case on.DialogClosed() | on.Back() if state.overlay is Overlay.GUIDE:
            return Step(replace(state, overlay=Overlay.HELP))
        case on.DialogClosed() | on.Back():
            return Step(state.under)
        case on.PatienceEnded() if state.overlay is Overlay.STILL_HERE:
            return leave(state, "left")
        case on.PatienceEnded():
            return Step(state.under)
        case on.Finished() if not isinstance(state.under, Issuing):
            # 'Akhiri dan hapus data saya' stands on the help dialog: what was answered goes too.
            return leave(state, "finished", keeps_answers=state.overlay is not Overlay.HELP)
        case on.ListWanted() | on.PaperChanged() if state.overlay is Overlay.SAVE:
            return issuing.listing(state, event, hall)
        case on.GuideWanted() if state.overlay is Overlay.HELP:
            return Step(replace(state, overlay=Overlay.GUIDE))
        case on.StaffWanted() if state.overlay is Overlay.HELP and state.called_at is None:
            return Step(replace(state, called_at=hall.local), (CallStaff(StaffReason.HELP),))
        case on.LanguageChosen():
            return _open(state.under, event, hall)
        case on.CodeRead() if state.overlay is Overlay.STILL_HERE:
            return _open(state.under, event, hall)
        case (
            on.IdentityAnswered()
            | on.GreetingOver()
            | on.TicketRecorded()
            | on.TicketRefused()
            | on.PaperChanged()
            | on.BookingFound()
            | on.FaceShown()
            | on.VolumeWanted()
            | on.SpeedWanted()
            | on.ScreenOffToggled()
            | on.HeadphonesChanged()
            | on.TextSizeWanted()
            | on.ContrastWanted()
            | on.LowReachWanted()
            | on.AudioToggled()
            | on.LanguagesWanted()
            | on.AudioWanted()
            | on.HelpWanted()
        ):
            return _below(state, event, hall)
        case _:
            return Step(state)


def _below(state: Overlaid, event: Event, hall: Hall) -> Step:
    """Let what lies below a dialog hear an answer or the toolbar; the dialog stays unless it moved."""
    answer = _open(state.under, event, hall)
    under = answer.state
    if type(under) is type(state.under) and not isinstance(
        under, Idle | Closed | Overlaid | Attending
    ):
        return Step(replace(state, under=under), answer.effects)
    return answer
