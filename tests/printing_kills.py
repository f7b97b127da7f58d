"""A kiosk that dies at any moment: after a number of bytes sent or of commits, nothing more happens.

What a kill leaves is the journal as far as it was committed, and the printer with what has reached
it; the link is reset. The next kiosk begins with nothing else.
"""

from tests.printing import Bench, MemoryJournal


class Killed(BaseException):
    """The process is gone; no handler of ours may catch it."""


class Fuse:
    """Burns down with each byte and each commit."""

    def __init__(self, length: int) -> None:
        self.left = length

    def burn(self, count: int) -> None:
        """So much has happened. Raises Killed at the end."""
        self.left -= count
        if self.left < 0:
            raise Killed


def run_until_killed(bench: Bench, fuse: Fuse, seconds: float, *, by_commits: bool) -> bool:
    """Let the spooler work until the fuse has burned down; True when it was killed."""
    send, move = bench.link.send, bench.journal.move

    def sent(data: bytes) -> int:
        if by_commits:
            return send(data)
        part = data[: max(0, fuse.left)]
        count = send(part) if part else 0
        fuse.burn(count if count == len(part) and len(part) == len(data) else count + 1)
        return count

    def moved(*arguments: object, **named: object) -> None:
        MemoryJournal.move(bench.journal, *arguments, **named)  # type: ignore[arg-type]
        if by_commits:
            fuse.burn(1)

    bench.link.send = sent  # type: ignore[method-assign]  # what a kill interrupts
    bench.journal.move = moved  # type: ignore[method-assign]
    try:
        bench.run(seconds)
    except Killed:
        bench.link.disconnect()
        return True
    finally:
        bench.link.send = send  # type: ignore[method-assign]
        bench.journal.move = move  # type: ignore[method-assign]
    return False
