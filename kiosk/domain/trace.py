"""What a log may say of a bug."""

import traceback


def trace_of(error: BaseException) -> str:
    """Where a bug came from, the first cause first: frames and kinds of error.

    Without their words: those may repeat a code that a citizen showed.
    """
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = "" if cause is None else trace_of(cause)
    return (
        f"{before}{''.join(traceback.format_tb(error.__traceback__))}{type(error).__qualname__}\n"
    )
