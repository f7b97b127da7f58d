"""`./run bench [PART ...]`: measures and prints one table. Parts: kiosk, screens, scanning, printing."""

import importlib
import sys
from collections.abc import Sequence

PARTS = ("kiosk", "screens", "scanning", "printing")
Row = tuple[str, str, str]


def main(wanted: Sequence[str]) -> int:
    """Measure the wanted parts, or all; returns the exit code."""
    unknown = [part for part in wanted if part not in PARTS]
    if unknown:
        print(f"no such part: {', '.join(unknown)}; known: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    for part in wanted or PARTS:
        rows: list[Row] = importlib.import_module(f"benchmarks.bench_{part}").measure()
        print(f"\n{part}")
        for name, value, goal in rows:
            print(f"  {name:58} {value:>18}   {goal}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
