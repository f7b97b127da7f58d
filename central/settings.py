"""What the server is told before it starts."""

from dataclasses import dataclass, field
from pathlib import Path

from central.alert_settings import AlertSettings
from central.clock import Clock
from central.gateway import GatewaySettings

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SAMPLE_CATALOGUE = RESOURCES / "catalogue" / "sample.json"
DEMO = "demo"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data lie, what is offered, and which profile holds."""

    data: Path
    clock: Clock
    catalogue: Path = SAMPLE_CATALOGUE
    profile: str = "site"
    resources: Path = RESOURCES
    gateway: GatewaySettings | None = None
    alerts: AlertSettings = field(default_factory=AlertSettings)

    @property
    def demo(self) -> bool:
        """True where test keys may be believed."""
        return self.profile == DEMO
