"""`./run bench [PART ...]`: measures and prints one table. Parts: kiosk, screens, scanning, printing.

What begins with a dash after one part is that part's own: `./run bench scanning --clips 5`.
"""

import importlib
import sys
from collections.abc import Iterable, Sequence
from itertools import takewhile

PARTS = ("kiosk", "screens", "scanning", "printing")
ALIASES = {"scan": "scanning"}
Row = tuple[str, str, str]


def main(wanted: Sequence[str]) -> int:
    """Measure the wanted parts, or all; returns the exit code."""
    if wanted in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    parts = [
        ALIASES.get(part, part) for part in takewhile(lambda word: not word.startswith("-"), wanted)
    ]
    options = wanted[len(parts) :]
    unknown = [part for part in parts if part not in PARTS]
    if unknown:
        print(f"no such part: {', '.join(unknown)}; known: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    if options and parts != ["scanning"]:
        print(f"only scanning has options: {' '.join(options)}", file=sys.stderr)
        return 2
    for part in parts or PARTS:
        measure = importlib.import_module(f"benchmarks.bench_{part}").measure
        rows: Iterable[Row] = measure(options) if options else measure()
        print(f"\n{part}")
        for name, value, goal in rows:
            print(f"  {name:58} {value:>18}   {goal}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
