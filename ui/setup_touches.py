"""From what QML says was touched to what it means in first start."""

from collections.abc import Callable

from kiosk.domain import setup as on
from ui.touches import event_of

_WITH_TEXT: dict[str, Callable[[str], on.SetupEvent]] = {
    "setupChoose": on.Chosen,
    "setupText": on.TextTyped,
    "setupDo": lambda text: on.DeedWanted(on.Deed(text)),
}


def setup_event_of(name: str, argument: object) -> on.SetupEvent | None:
    """Its own orders, and those of the screens that it shares with the kiosk."""
    if name in _WITH_TEXT:
        return _WITH_TEXT[name](str(argument))
    return event_of(name, argument)
