"""The survey as citizens answer it: one touch a question, everything optional, nothing lost."""

from kiosk.domain import events as on
from kiosk.domain.codes import UnknownCode
from kiosk.domain.effects import After, KeepSurvey
from kiosk.domain.events import Event
from kiosk.domain.states import (
    Arriving,
    Comment,
    FindingUnit,
    Idle,
    Profile,
    Question,
    Rating,
    Thanked,
)
from kiosk.domain.stepping import Step
from kiosk.domain.survey import ELEMENTS, Element
from tests.samples import AGENCY, SERVICE, ticket, visit, walk

TICKET = on.CodeRead(on.KnownTicket(ticket()))


def rating(*events: Event) -> Rating:
    """A survey that a ticket's code began, after some events."""
    state = walk(Idle(), TICKET, *events).state
    assert isinstance(state, Rating), state
    return state


def face(place: int, value: int = 4) -> tuple[Event, ...]:
    """Touch a face, and let its moment pass."""
    return on.FaceChosen(value), on.FaceShown(place)


def test_nine_touches_answer_nine_questions() -> None:
    answered = rating(*(event for place in range(9) for event in face(place, place % 4 + 1)))

    assert answered.page == Profile()
    assert answered.survey.ticket == ticket().id
    assert answered.survey.service == SERVICE
    assert dict(answered.survey.answers) == {
        element: place % 4 + 1 for place, element in enumerate(ELEMENTS)
    }


def test_the_chosen_face_is_shown_for_a_moment_before_the_next_question() -> None:
    answer = walk(rating(), on.FaceChosen(3))

    assert isinstance(answer.state, Rating)
    assert answer.state.page == Question(0, answered=True)
    (moment,) = answer.effects
    assert isinstance(moment, After)
    assert walk(answer.state, moment.event).state == rating(*face(0, 3))


def test_a_second_touch_in_that_moment_changes_nothing() -> None:
    chosen = rating(on.FaceChosen(3))

    assert walk(chosen, on.FaceChosen(1)) == Step(chosen)
    assert walk(chosen, on.Skipped()) == Step(chosen)


def test_a_moment_of_an_earlier_question_changes_nothing() -> None:
    back = rating(*face(0), on.FaceChosen(2), on.Back())

    assert walk(back, on.FaceShown(1)) == Step(back)
    assert walk(back, on.FaceShown(0)) == Step(back)


def test_back_shows_the_answer_and_lets_it_be_changed() -> None:
    back = rating(*face(0, 1), on.Back())
    assert back.page == Question(0)
    assert back.survey.answer(Element.REQUIREMENTS) == 1

    assert rating(*face(0, 1), on.Back(), *face(0, 4)).survey.answers == (
        (Element.REQUIREMENTS, 4),
    )


def test_a_skipped_question_has_no_answer() -> None:
    skipped = rating(on.Skipped(), *face(1, 2))

    assert dict(skipped.survey.answers) == {Element.PROCEDURE: 2}


def test_a_partial_survey_is_kept_and_thanked_for() -> None:
    ended = walk(rating(*face(0)), on.RatingEnded())

    assert isinstance(ended.state, Thanked)
    (kept, _) = ended.effects
    assert isinstance(kept, KeepSurvey)
    assert kept.language == "id"
    assert len(kept.survey.answers) == 1


def test_a_survey_without_any_answer_is_not_kept() -> None:
    ended = walk(rating(on.Skipped()), on.RatingEnded())

    assert ended.state == Idle()
    assert not any(isinstance(effect, KeepSurvey) for effect in ended.effects)


def test_after_the_questions_come_profile_and_comment_and_both_can_be_left_out() -> None:
    questions = [event for place in range(9) for event in face(place)]
    told = rating(*questions, on.ProfileChosen("age", "26-40"), on.ProfileChosen("gender", "f"))
    assert dict(told.survey.profile) == {"age": "26-40", "gender": "f"}

    taken_back = walk(told, on.ProfileChosen("gender", "f"), on.Skipped()).state

    assert isinstance(taken_back, Rating)
    assert taken_back.page == Comment()
    assert dict(taken_back.survey.profile) == {"age": "26-40"}
    ended = walk(taken_back, on.CommentChanged("Ramah"), on.RatingEnded())
    assert isinstance(ended.effects[0], KeepSurvey)
    assert ended.effects[0].survey.comment == "Ramah"


def test_an_identity_number_typed_into_a_comment_never_enters() -> None:
    questions = [event for place in range(9) for event in face(place)]

    typed = rating(*questions, on.Skipped(), on.CommentChanged("NIK saya 3209123456789012 ya"))

    assert typed.survey.comment == "NIK saya … ya"


def test_without_a_ticket_the_agency_is_picked() -> None:
    picking = walk(Idle(), on.RatingWanted(), on.UnitWanted())
    assert isinstance(picking.state, FindingUnit)
    assert picking.state.picking

    picked = walk(picking.state, on.AgencyChosen(AGENCY)).state

    assert isinstance(picked, Rating)
    assert (picked.survey.agency, picked.survey.ticket) == (AGENCY, None)


def test_a_ticket_that_was_judged_is_not_judged_again() -> None:
    asked = FindingUnit(visit())

    answer = walk(asked, on.CodeRead(on.KnownTicket(ticket(), rated=True)))

    assert answer.state == asked
    assert answer.effects


def test_a_foreign_code_where_a_ticket_is_asked_for_gets_its_card() -> None:
    assert walk(FindingUnit(visit()), on.CodeRead(UnknownCode())) == Step(
        FindingUnit(visit(), unknown=True)
    )


def test_back_leads_out_the_way_one_came_in() -> None:
    assert walk(rating(), on.Back()).state == Idle()
    picked = walk(Idle(), on.RatingWanted(), on.UnitWanted(), on.AgencyChosen(AGENCY)).state

    one = walk(picked, on.Back()).state
    two = walk(one, on.Back()).state

    assert isinstance(one, FindingUnit)
    assert one.picking
    assert isinstance(two, FindingUnit)
    assert not two.picking
    assert isinstance(walk(two, on.Back()).state, Arriving)


def test_thanks_go_home_by_themselves() -> None:
    assert walk(Thanked(visit()), on.PatienceEnded()).state == Idle()
