"""The kiosk: what it decides and how it runs."""

__version__ = "0.1.0"
