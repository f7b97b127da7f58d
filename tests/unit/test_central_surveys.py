"""The satisfaction survey: one for each ticket, without names, an index where enough answered."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from central.facts import NotUnderstood, read_fact
from kiosk.domain.survey import ELEMENTS, PROFILE
from tests.contract.world import Chain, World, survey

# Sums of 29 questionnaires and their published result, 91.48 and A.
SUMS = dict(zip(ELEMENTS, (105, 101, 100, 116, 102, 105, 106, 105, 115), strict=True))


async def tell(world: World, *bodies: object) -> list[Any]:
    """Sync surveys; return how each was taken."""
    results, chain = [], Chain()
    for start in range(0, len(bodies), 100):
        facts = [("survey.answered", body) for body in bodies[start : start + 100]]
        results += (await world.post("/sync", chain.batch(*facts))).json()["results"]
    return results


async def agencies(world: World) -> list[Any]:
    """What is shown of each agency."""
    found: list[Any] = (await world.client.get("/api/v1/satisfaction")).json()["agencies"]
    return found


def number_of(world: World) -> object:
    """How many surveys are counted."""
    return world.rows("SELECT count(*) FROM survey")[0][0]


async def test_a_survey_is_kept_with_its_answers_by_name(world: World) -> None:
    told = survey(
        1,
        answers={"pengaduan": 1, "sarana": 4},
        profile={"gender": "m", "occupation": "asn"},
        comment="Cepat.",
    )

    (result,) = await tell(world, told)

    kept = world.rows(
        "SELECT agency, service, ticket, gender, age, education, occupation, comment FROM survey"
    )
    answers = world.rows("SELECT element, value FROM survey_answer ORDER BY element")
    assert result["status"] == "accepted"
    assert kept == [
        (
            "disdukcapil",
            "disdukcapil.ktp-el-hilang",
            told["ticket"],
            "m",
            None,
            None,
            "asn",
            "Cepat.",
        )
    ]
    assert answers == [("pengaduan", 1), ("sarana", 4)]


async def test_a_second_survey_of_a_ticket_is_a_conflict_and_never_counted(world: World) -> None:
    second = survey(2, ticket=survey(1)["ticket"])

    results = await tell(world, survey(1), second)

    assert results[1]["status"] == "conflict"
    assert results[1]["problem"] == "ticket-rated"
    assert number_of(world) == 1
    assert world.rows("SELECT seq, problem FROM quarantine") == [(2, "ticket-rated")]
    assert world.rows("SELECT count(*) FROM fact") == [(2,)]


async def test_surveys_without_a_ticket_are_all_counted(world: World) -> None:
    results = await tell(world, *(survey(number, ticket=None) for number in (1, 2, 3)))

    assert [result["status"] for result in results] == ["accepted"] * 3
    assert number_of(world) == 3


async def test_a_survey_told_in_two_facts_is_counted_once(world: World) -> None:
    results = await tell(world, survey(1), survey(1))

    assert [result["status"] for result in results] == ["accepted", "duplicate"]
    assert number_of(world) == 1


async def test_long_numbers_in_a_comment_are_not_kept_with_the_survey(world: World) -> None:
    await tell(world, survey(1, comment="NIK saya 3578010101010002, baik"))

    ((comment,),) = world.rows("SELECT comment FROM survey")
    assert "0101010002" not in str(comment)
    assert str(comment).endswith("baik")


# --- what is understood


@pytest.mark.parametrize(
    "fine",
    [
        {},
        {"answers": {"waktu": 1}},
        {"service": None, "ticket": None},
        {"profile": {}},
        {"profile": {"gender": "f", "shoe_size": "43"}},
        {"comment": "x" * 200},
        {"mood": "cheerful"},
        *({"profile": {key: value}} for key, options in PROFILE.items() for value in options),
    ],
)
def test_a_survey_that_can_be_is_understood(fine: dict[str, object]) -> None:
    text = Chain().batch(("survey.answered", survey(1, **fine)))["facts"][0]["body"]

    assert read_fact("survey.answered", text)


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": {}},
        {"answers": {"waktu": 0}},
        {"answers": {"waktu": 5}},
        {"answers": {"waktu": "4"}},
        {"answers": {"waktu": True}},
        {"answers": {"u3": 4}},
        {"answers": [3, 4]},
        {"profile": {"gender": "x"}},
        {"profile": {"age": 30}},
        {"profile": None},
        {"comment": "x" * 201},
        {"agency": ""},
        {"agency": None},
        {"at": "2026-08-06T09:40:00"},
        {"at": "0001-01-01T00:00:00Z"},
        {"id": "9b2f6a34-1c5d-4e7f-8a90-b1c2d3e4f506"},
        {"ticket": "K 001"},
        {"language": "Bahasa"},
    ],
)
async def test_a_survey_that_cannot_be_is_set_aside(world: World, wrong: dict[str, object]) -> None:
    (result,) = await tell(world, survey(1, **wrong))

    assert (result["status"], result["problem"]) == ("rejected", "invalid-body")
    assert number_of(world) == 0


def test_a_survey_without_answers_is_not_understood() -> None:
    with pytest.raises(NotUnderstood):
        read_fact("survey.answered", "{}")


# --- what is shown


def with_sums(count: int, sums: dict[Any, int], first: int = 1) -> list[dict[str, object]]:
    """So many surveys whose answers add up to these sums."""
    bodies = []
    for number in range(count):
        answers = {
            element: total // count + (number < total % count) for element, total in sums.items()
        }
        bodies.append(survey(first + number, answers=answers))
    return bodies


async def test_the_index_is_the_regulations(world: World) -> None:
    bodies = with_sums(29, SUMS)
    more = survey(30, answers={"waktu": 4, "biaya": 4})

    await tell(world, *bodies)
    before = await agencies(world)
    await world.post("/sync", Chain(seq=29, head=_head(world)).batch(("survey.answered", more)))

    assert before == [{"agency": "Disdukcapil", "surveys": 29, "index": None, "grade": None}]
    # (105/29 + 101/29 + 104/30 + 120/30 + 102/29 + 105/29 + 106/29 + 105/29 + 115/29) / 9 x 25
    assert await agencies(world) == [
        {"agency": "Disdukcapil", "surveys": 30, "index": "91.53", "grade": "A"}
    ]


def _head(world: World) -> str:
    ((head,),) = world.rows("SELECT head_hash FROM installation")
    return str(head)


async def test_thirty_surveys_say_nothing_while_an_element_has_no_answer(world: World) -> None:
    sums = dict.fromkeys(ELEMENTS[:-1], 90)

    await tell(world, *with_sums(30, sums))

    assert await agencies(world) == [
        {"agency": "Disdukcapil", "surveys": 30, "index": None, "grade": None}
    ]


async def test_agencies_stand_in_the_catalogues_order_and_unknown_ones_last(world: World) -> None:
    names = ("dinas.lama", "polres", "bpjs.lama", "disdukcapil", "polres")

    await tell(world, *(survey(number, agency=name) for number, name in enumerate(names, 1)))

    assert [(row["agency"], row["surveys"]) for row in await agencies(world)] == [
        ("Disdukcapil", 1),
        ("Polres", 2),
        ("bpjs.lama", 1),
        ("dinas.lama", 1),
    ]


async def test_thirty_days_are_the_sites_days_and_today_is_the_last(world: World) -> None:
    first = datetime(2026, 7, 7, 17, tzinfo=UTC)  # midnight of 8 July in Jakarta
    end = datetime(2026, 8, 6, 17, tzinfo=UTC)
    second = timedelta(seconds=1)
    moments = [first - second, first, end - second, end]
    bodies = [
        survey(number, agency=f"a{number}", at=at.isoformat())
        for number, at in enumerate(moments, 1)
    ]

    await tell(world, *bodies)
    reply = (await world.client.get("/api/v1/satisfaction")).json()

    assert [row["agency"] for row in reply["agencies"]] == ["a2", "a3"]
    assert (reply["since"], reply["until"], reply["enough"]) == ("2026-07-08", "2026-08-06", 30)


async def test_the_board_and_the_survey_name_no_ticket_and_no_comment(world: World) -> None:
    told = survey(1, comment="Bu Siti ramah sekali")
    await tell(world, told)

    shown = [(await world.client.get(f"/api/v1/{path}")).text for path in ("today", "satisfaction")]

    for secret in ("Siti", told["ticket"], told["id"]):
        assert secret not in shown[0] + shown[1]
