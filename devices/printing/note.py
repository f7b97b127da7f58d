"""How the printer's threads write to the kiosk's log without knowing it."""

from collections.abc import Callable

Note = Callable[..., None]
"""Writes one log line: an event name and its fields."""
