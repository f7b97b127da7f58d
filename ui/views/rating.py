"""S13 to S15: the satisfaction survey."""

from collections.abc import Iterable

from kiosk.domain import wording
from kiosk.domain.states import Comment, FindingUnit, Profile, Question, Rating
from kiosk.domain.survey import BEST_ANSWER, COMMENT_MOST, ELEMENTS, PROFILE, Survey
from ui.views.arriving import pill
from ui.views.choosing import agencies
from ui.views.drawing import Drawing, Fields

_QUESTION_WORDS = {"education": "skm.edu", "occupation": "skm.job"}


def finding_unit(drawing: Drawing, state: FindingUnit) -> tuple[str, Fields]:
    """S13, or the list of agencies."""
    words = drawing.words
    if state.picking:
        return "S04", {**agencies(drawing), "step": 0, "stepText": words("skm.title")}
    return "S13", {
        "title": words("skm.title"),
        "sub": words("skm.time"),
        "scan": words("skm.start.scan"),
        "pill": pill(drawing),
        "error": _unknown(drawing) if state.unknown else None,
        "camera": drawing.can_read,
        "drawn": drawing.scanner_alone,
    }


def _unknown(drawing: Drawing) -> Fields:
    key = "ticket.unknown"
    return {
        "key": key,
        "title": drawing.words(f"err.{key}.t"),
        "text": drawing.words(f"err.{key}.x"),
    }


def rating(drawing: Drawing, state: Rating) -> tuple[str, Fields]:
    """The screen of a survey's page and its fields."""
    match state.page:
        case Question(place):
            return "S14", _question(drawing, state.survey, place)
        case Profile():
            return "S14Profile", _profile(drawing, state.survey)
        case Comment():
            return "S14Comment", _comment(drawing, state.survey)


def _subject(drawing: Drawing, survey: Survey) -> str:
    """What is judged: the service of the ticket, else the agency."""
    catalogue = drawing.hall.catalogue
    service = catalogue.services.get(survey.service) if survey.service else None
    if service is not None:
        return wording.service_name(drawing.words, service)
    return catalogue.agencies[survey.agency].short_name


def _question(drawing: Drawing, survey: Survey, place: int) -> Fields:
    words = drawing.words
    element = ELEMENTS[place]
    chosen = survey.answer(element)
    progress = words("skm.progress", n=place + 1, total=len(ELEMENTS))
    return {
        "step": place + 1,
        "total": len(ELEMENTS),
        "stepText": f"{progress} · {_subject(drawing, survey)}",
        "title": words(f"skm.{element.value}"),
        "faces": [
            {
                "value": value,
                "label": words(f"skm.{element.value}.{value}"),
                "chosen": value == chosen,
            }
            for value in range(1, BEST_ANSWER + 1)
        ],
        "anon": words("skm.anon"),
    }


def _profile(drawing: Drawing, survey: Survey) -> Fields:
    return {
        "title": drawing.words("skm.profile"),
        "stepText": _subject(drawing, survey),
        "groups": [
            _group(drawing, question, options, dict(survey.profile).get(question))
            for question, options in PROFILE.items()
        ],
    }


def _group(drawing: Drawing, question: str, options: Iterable[str], chosen: str | None) -> Fields:
    key = _QUESTION_WORDS.get(question, f"skm.{question}")
    return {
        "key": question,
        "label": drawing.words(key),
        "options": [
            {"id": one, "label": drawing.words(f"{key}.{one}"), "chosen": one == chosen}
            for one in options
        ],
    }


def _comment(drawing: Drawing, survey: Survey) -> Fields:
    return {
        "title": drawing.words("skm.comment"),
        "text": survey.comment,
        "left": COMMENT_MOST - len(survey.comment),
        "most": COMMENT_MOST,
        "placeholder": drawing.words("skm.comment"),
    }


def thanked(drawing: Drawing) -> Fields:
    """S15."""
    return {"title": drawing.words("skm.thanks"), "sub": drawing.words("skm.thanks.sub")}
