"""The kiosk: what it decides and how it runs."""

from pathlib import Path

__version__ = "0.1.0"
RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""Words, fonts, pictures, sounds and printer profiles, shipped beside the program."""
