"""The reference central server: assigns numbers, takes facts, judges identities."""

__version__ = "0.1.0"
