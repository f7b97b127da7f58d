"""`python -m central` is the `central` command."""

import sys

from central.cli import main

sys.exit(main())
