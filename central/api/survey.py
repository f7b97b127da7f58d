"""How agencies were judged: the survey's index for each, where enough have answered."""

from litestar import get

from central.api.wire import AgencySatisfaction, Satisfaction
from central.parts import HandedParts
from central.site import Site
from central.store.surveys import Tally, tallies
from kiosk.domain.model import AgencyId
from kiosk.domain.survey import ENOUGH_ANSWERS, index

DAYS = 30


@get("/satisfaction")
async def satisfaction(parts: HandedParts) -> Satisfaction:
    """The survey of the last 30 days, by agency, in the catalogue's order."""
    since, until = parts.site.midnight(1 - DAYS), parts.site.midnight(1)
    found = await parts.store.read(lambda c: tallies(c, since, until))
    order = [*parts.site.catalogue.agencies, *sorted(found)]
    return Satisfaction(
        since=since.date(),
        until=parts.site.local().date(),
        enough=ENOUGH_ANSWERS,
        agencies=[
            _agency(parts.site, one, found[one]) for one in dict.fromkeys(order) if one in found
        ],
    )


def _agency(site: Site, agency_id: str, tally: Tally) -> AgencySatisfaction:
    known = site.catalogue.agencies.get(AgencyId(agency_id))
    name = agency_id if known is None else known.short_name
    judged = index(tally.sums) if tally.surveys >= ENOUGH_ANSWERS else None
    if judged is None:
        return AgencySatisfaction(name, tally.surveys, None, None)
    return AgencySatisfaction(name, tally.surveys, str(judged.value), judged.grade)
