"""Central in processes that are forked from one that has loaded it: a line for each life."""

import sys

from central import serve
from central.cli import main as central
from tests.ledger.core import fork


def main() -> None:
    """A life for each line; it says where it listens on standard error, which nobody reads."""
    assert serve  # loaded before the first life
    arguments = sys.argv[1:]
    for _ in sys.stdin:
        fork(lambda: sys.exit(central(arguments)))


if __name__ == "__main__":
    main()
