"""Python's cyclic garbage, collected on Qt's thread and on no other.

Python collects in whatever thread passes its threshold. A Qt object that is part of a cycle would
then be deleted outside the thread it lives in, which Qt forbids (Qt 6, "Threads and QObjects"): it
says "Timers cannot be stopped from another thread" at most, and crashes at some later time.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 200


def collect_here(parent: QObject) -> None:
    """As long as `parent` lives, collect on its thread alone, in turns of Qt's loop."""
    gc.disable()
    timer = QTimer(parent)
    timer.timeout.connect(collect_what_is_due)
    timer.start(EVERY_MS)


def collect_what_is_due() -> None:
    """Collect the oldest generation that has passed its threshold, and all that are younger."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, limit) in enumerate(counts) if count > limit]
    if due:
        gc.collect(max(due))


def keep_what_is_there() -> None:
    """What was built by now stays until the end: to look through it again takes more than a frame."""
    gc.collect()
    gc.freeze()
