"""The last guard of a device's thread: after a bug its loop begins again, with back-off.

It is the devices' share of what the supervisor does for the loop's tasks, and apart from it because
a thread has no supervisor: an exception nobody knows would end it, and the device with it, unheard.
"""

from collections.abc import Callable

from kiosk.ports import Clock

REST_SECONDS = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0)
HEALTHY_SECONDS = 60.0
"""A loop that went so long has nothing to do with the failure before."""


def keep_running(
    loop: Callable[[], None],
    rest: Callable[[float], bool],
    failed: Callable[[Exception], None],
    clock: Clock,
) -> None:
    """Run `loop` until it returns, and again after each failure.

    `rest` waits so many seconds; True when there is to be no other turn. `failed` hears of the
    first failure in a row.
    """
    failures = 0
    while True:
        began = clock.monotonic()
        try:
            loop()
            return
        except Exception as error:
            if clock.monotonic() - began >= HEALTHY_SECONDS:
                failures = 0
            if failures == 0:
                failed(error)
        if rest(REST_SECONDS[min(failures, len(REST_SECONDS) - 1)]):
            return
        failures += 1
