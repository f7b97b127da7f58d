"""A disk that is full, read-only or failing: no number is told that is not kept, and service resumes."""

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ledger.faulted import TICKETS
from tests.ledger.power import preloaded, recorder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorder(tmp_path_factory.mktemp("recorder"))


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EDQUOT])
def test_a_ledger_outlives_a_disk_that_fails_for_a_while(
    tmp_path: Path, library: Path, fault: int
) -> None:
    files, switch = tmp_path / "data", tmp_path / "fault"

    ended = subprocess.run(
        [sys.executable, "-m", "tests.ledger.faulted", files / "ledger.sqlite", switch, str(fault)],
        env=preloaded(library, files, tmp_path / "journal", switch),
        check=True,
        capture_output=True,
        timeout=60,
    )

    told = json.loads(ended.stdout)
    assert told["tickets"] == [TICKETS, 0, TICKETS]
    assert told["sound"]
    assert told["facts"] == told["jobs"] == 2 * TICKETS
    assert not told["opened_meanwhile"]
