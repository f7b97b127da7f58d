"""Log lines for staff and auditors: one event name and its fields, as JSON on standard error."""

import json
import sys


def log(event: str, **fields: object) -> None:
    """Write one line. Fields never hold what a citizen showed or is called."""
    sys.stderr.write(json.dumps({"event": event, **fields}, default=str) + "\n")
    sys.stderr.flush()
