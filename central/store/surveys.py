"""The satisfaction survey: one for each ticket is counted, by agency and element."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from central.facts import SurveyAnswered
from central.store.rows import utc
from central.store.verdict import Verdict
from kiosk.domain.survey import Element, clean_comment

_RATED = Verdict("conflict", "ticket-rated")


@dataclass(frozen=True, slots=True)
class Tally:
    """How often an agency was judged, and the sum and number of answers for each element."""

    surveys: int
    sums: dict[Element, tuple[int, int]]


def keep(connection: sqlite3.Connection, fact: SurveyAnswered) -> Verdict:
    """Count a survey, unless it is known or its ticket was rated before."""
    if connection.execute("SELECT 1 FROM survey WHERE id = ?", (str(fact.id),)).fetchone():
        return Verdict("duplicate")
    ticket = None if fact.ticket is None else str(fact.ticket)
    if connection.execute("SELECT 1 FROM survey WHERE ticket = ?", (ticket,)).fetchone():
        return _RATED
    connection.execute(
        """INSERT INTO survey (id, at, language, agency, service, ticket, gender, age, education,
             occupation, comment)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            str(fact.id),
            utc(fact.at),
            fact.language,
            fact.agency,
            fact.service,
            ticket,
            *(fact.profile.get(key) for key in ("gender", "age", "education", "occupation")),
            None if fact.comment is None else clean_comment(fact.comment),
        ),
    )
    connection.executemany(
        "INSERT INTO survey_answer (survey, element, value) VALUES (?, ?, ?)",
        [(str(fact.id), element.value, value) for element, value in fact.answers.items()],
    )
    return Verdict("accepted")


def tallies(connection: sqlite3.Connection, since: datetime, until: datetime) -> dict[str, Tally]:
    """What was answered from `since` to before `until`, by agency."""
    between = (utc(since), utc(until))
    sums: defaultdict[str, dict[Element, tuple[int, int]]] = defaultdict(dict)
    for agency, element, total, count in connection.execute(
        """SELECT agency, element, sum(value), count(*) FROM survey
           JOIN survey_answer ON survey_answer.survey = survey.id
           WHERE at >= ? AND at < ? GROUP BY agency, element""",
        between,
    ):
        sums[agency][Element(element)] = (total, count)
    surveys = connection.execute(
        "SELECT agency, count(*) FROM survey WHERE at >= ? AND at < ? GROUP BY agency", between
    )
    return {agency: Tally(count, sums[agency]) for agency, count in surveys}
