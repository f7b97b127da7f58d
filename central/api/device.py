"""What kiosks say of themselves: introduction and health."""

from litestar import post
from litestar.params import JSONBody

from central.api.problems import RESPONSES, Refused, granted
from central.api.wire import HealthAsk, LeaseGiven, Nothing, SessionAsk, SessionGiven
from central.parts import HandedParts
from central.refusal import Code, Refusal
from central.store.board import Report, keep_report
from central.store.leases import Introduction, introduce
from central.store.rows import is_known


@post("/device/session", status_code=200, responses=RESPONSES)
async def open_session(data: JSONBody[SessionAsk], parts: HandedParts) -> SessionGiven:
    """Introduce a kiosk; lease it a slot for each of the next seven days."""
    local = parts.site.local()
    hello = Introduction(
        installation=data.installation,
        kiosk=data.kiosk,
        head_seq=data.head_seq,
        head_hash=data.head_hash,
        public_key=data.public_key,
        software=data.software,
    )
    outcome = await parts.store.write(
        lambda c: introduce(c, hello, local.date(), parts.store.epoch, local)
    )
    found = granted(outcome)
    leases = [LeaseGiven(lease.day, lease.slot.code) for lease in found.leases]
    return SessionGiven(local, parts.store.epoch, leases, found.acked_seq)


@post("/device/health", status_code=200, responses=RESPONSES)
async def take_health(data: JSONBody[HealthAsk], parts: HandedParts) -> Nothing:
    """Keep how a kiosk is."""
    if not await parts.store.read(lambda c: is_known(c, data.installation)):
        raise Refused(unknown_installation())
    now = parts.site.clock.now()
    report = Report(
        installation=data.installation,
        at=data.at,
        printer=data.printer,
        camera=data.camera,
        outbox=data.outbox,
        software=data.software,
        catalogue_etag=data.catalogue_etag,
        quarantined=data.quarantined,
        former=data.former,
        slot=data.slot,
    )
    await parts.store.write(lambda c: keep_report(c, report, now))
    parts.hints.tell()
    return Nothing()


def unknown_installation() -> Refusal:
    """The refusal of a kiosk that has not introduced itself."""
    return Refusal(Code.UNKNOWN_INSTALLATION, "POST /api/v1/device/session comes first")
