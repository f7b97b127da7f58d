"""Every proof of the ledger can tell what it counted."""

from tests.ledger.report import counted

__all__ = ["counted"]
