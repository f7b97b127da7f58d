"""Gives birth to kiosks' printing halves that may be killed: a real spooler on a real ledger, over TCP.

    python -m tests.printing_nursery

Each line on its input is `PORT LEDGER`. It forks, tells the child's process id, and once the child
ended by itself its exit code. Everything slow is imported once, before the first birth.
"""

import os
import signal
import sys
from pathlib import Path
from threading import Event

from config.settings import PrinterLink
from devices.clock import SystemClock
from devices.printing.composer import Composer, Level, Marks
from devices.printing.pacing import Pacing
from devices.printing.spooler import EscposPrinter
from devices.printing.tcp_transport import TcpTransport
from kiosk.domain.devices import InMouth, PaperOutcome, PrinterState
from kiosk.printer_parts import text_composer
from kiosk.sqlite_store import SqliteStore
from tests.printing import RESOURCES, VOID_WORDS, sample_paper

HURRIED = Pacing(
    answer=0.5, heartbeat=0.3, connect=2.0, clear=1.0, back_off=(0.05,), marker=10.0, job_life=300.0
)
LOOK_SECONDS = 0.02


class Deaf:
    """Implements PrinterListener for nobody."""

    def printer_changed(self, state: PrinterState) -> None:
        """See PrinterListener."""

    def job_changed(self, subject: object, outcome: PaperOutcome) -> None:
        """See PrinterListener."""

    def mouth_changed(self, subject: object, told: InMouth) -> None:
        """See PrinterListener."""


def live(port: int, ledger: Path, composer: Composer) -> None:
    """Print what the ledger holds until nothing is open."""
    clock = SystemClock()
    store = SqliteStore(ledger, clock)
    printer = EscposPrinter(
        TcpTransport("127.0.0.1", port),
        composer,
        store,
        Deaf(),
        clock,
        void_words=VOID_WORDS,
        memory=store,
        pacing=HURRIED,
    )
    printer.start()
    while store.open_jobs():
        Event().wait(LOOK_SECONDS)
    printer.close()
    store.close()


def main() -> None:
    """Fork for each line; the children share nothing but what was imported."""
    composer = text_composer(PrinterLink(), RESOURCES)
    composer.ticket(sample_paper(), Marks(b"Pabc", b"Cabc"), Level.PROCESS_ID)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        port, ledger = line.split(" ", 1)
        child = os.fork()
        if child == 0:
            live(int(port), Path(ledger.strip()), composer)
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        sys.stdout.write(f"{'killed' if code == -signal.SIGKILL else code}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
