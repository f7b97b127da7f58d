"""What the application is made of, handed to each handler as one value.

One, because Litestar resolves several dependencies of a request in tasks of their own.
"""

from dataclasses import dataclass, field

from litestar.di import NamedDependency

from central.alert_settings import AlertSettings
from central.feed import ChangeFeed
from central.gateway import HttpGateway
from central.hints import Hints
from central.identity import Verifier
from central.signatures import ReplayGuard
from central.site import Site
from central.store.devices import Registry
from central.store.sqlite import SqliteStore


@dataclass(frozen=True, slots=True)
class Parts:
    """The site, its record and what changes in it, hints, its verifier if any, and who may speak."""

    site: Site
    store: SqliteStore
    feed: ChangeFeed
    hints: Hints
    verifier: Verifier | None
    registry: Registry
    replays: ReplayGuard
    orders_key: bytes
    """The public half of the key that signs orders."""
    gateway: HttpGateway | None = None
    alerts: AlertSettings = field(default_factory=AlertSettings)


HandedParts = NamedDependency[Parts]
