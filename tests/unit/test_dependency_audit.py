"""The audit finds what it is for, and never calls nothing a clean result."""

import hashlib
from base64 import urlsafe_b64encode
from importlib.metadata import Distribution
from pathlib import Path

from tests.dependency_audit import audit, read_lock

SHA = "a" * 64
LOCK = f"good==1.0 \\\n    --hash=sha256:{SHA}\n    # via anjungan\n"
PROJECT = '[project]\ndependencies = ["good>=1"]\n[project.optional-dependencies]\ncentral = []\n'


def installed(folder: Path, name: str = "good", version: str = "1.0", licence: str = "MIT") -> Path:
    """A package as pip leaves it; its one file."""
    about = folder / f"{name}-{version}.dist-info"
    about.mkdir(parents=True)
    file = folder / f"{name}.py"
    file.write_text("x = 1\n")
    digest = urlsafe_b64encode(hashlib.sha256(file.read_bytes()).digest()).rstrip(b"=").decode()
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\nLicense-Expression: {licence}\n"
    )
    (about / "RECORD").write_text(f"{name}.py,sha256={digest},6\n{about.name}/RECORD,,\n")
    return file


def found(folder: Path) -> list[Distribution]:
    """What is installed in a folder."""
    return list(Distribution.discover(path=[str(folder)]))


def test_a_package_as_the_lock_names_it_is_counted(tmp_path: Path) -> None:
    installed(tmp_path)

    assert audit(PROJECT, LOCK, found(tmp_path)) == (1, [])


def test_an_audit_of_nothing_fails(tmp_path: Path) -> None:
    count, complaints = audit(PROJECT, LOCK, found(tmp_path))

    assert count == 0
    assert complaints == ["not audited, for not installed: good"]
    assert audit(PROJECT.replace('"good>=1"', ""), LOCK, [])[1] != []


def test_another_version_than_the_locks_is_told(tmp_path: Path) -> None:
    installed(tmp_path, version="1.1")

    assert audit(PROJECT, LOCK, found(tmp_path))[1] == [
        "good 1.1: not what requirements.lock names"
    ]


def test_a_licence_that_is_not_permissive_is_told(tmp_path: Path) -> None:
    installed(tmp_path, licence="GPL-3.0-only")

    assert "licence not known to be permissive" in audit(PROJECT, LOCK, found(tmp_path))[1][0]


def test_a_file_that_was_altered_is_told(tmp_path: Path) -> None:
    installed(tmp_path).write_text("x = 2\n")

    assert audit(PROJECT, LOCK, found(tmp_path))[1] == ["good: good.py is not what was installed"]


def test_a_line_without_hash_and_one_that_is_no_pin_are_told() -> None:
    lock = f"bare==1\n{LOCK}there @ https://example.com/there.whl\nloose>=2\n"

    versions, complaints = read_lock(lock)

    assert versions == {"bare": {"1"}, "good": {"1.0"}}
    assert complaints == [
        "bare: no hash in requirements.lock",
        "there: neither pinned nor from the index",
        "loose>=2: neither pinned nor from the index",
    ]
