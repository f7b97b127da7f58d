"""The dependency audit of `./run check`, without network: pins, hashes, licences, and files as they came.

    python -m tests.dependency_audit

It asks nobody for known vulnerabilities: that needs an advisory service. It fails where nothing, or
less than what pyproject.toml asks for, was audited: an audit of nothing is no clean one.
"""

import base64
import hashlib
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENTRY = re.compile(r"^([A-Za-z0-9][\w.-]*)==(\S+?)(?: ;.*?)?(?: \\)?$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
NOT_LOCKED = {"pip", "setuptools", "wheel"}
"""Of the virtual environment itself; nothing of ours imports them."""
PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|ISC|Python Software Foundation|PSF|Zlib|CC0|HPND|MPL|Mozilla|LGPL|Unlicense",
    re.I,
)
KNOWN = {
    # Licences that need a word (docs/adr/0011-dependencies.md).
    "pyinstaller": "GPL-2.0 with an exception for what it bundles",
    "pyinstaller-hooks-contrib": "GPL-2.0 and Apache-2.0, as PyInstaller",
}


def plain(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_lock(text: str) -> tuple[Mapping[str, set[str]], list[str]]:
    """Versions by name, and what is wrong: no pin, no hash, or an address instead of a name."""
    versions: dict[str, set[str]] = {}
    complaints: list[str] = []
    name, hashes = "", 1
    for line in (*text.splitlines(), "end==0"):
        if HASH.match(line):
            hashes += 1
        elif line and not line.startswith((" ", "#")):
            if not hashes:
                complaints.append(f"{name}: no hash in requirements.lock")
            entry = ENTRY.match(line)
            if entry is None:
                complaints.append(f"{line.split()[0]}: neither pinned nor from the index")
            name, hashes = (plain(entry[1]) if entry else line), 0 if entry else 1
            if entry:
                versions.setdefault(name, set()).add(entry[2])
    versions.pop("end", None)
    return versions, complaints


def judge(found: Iterable[Distribution], versions: Mapping[str, set[str]]) -> list[str]:
    """What is wrong with installed packages."""
    complaints: list[str] = []
    for part in found:
        name = plain(part.name)
        if part.version not in versions.get(name, ()):
            complaints.append(f"{name} {part.version}: not what requirements.lock names")
        if name not in KNOWN and not PERMISSIVE.search(licence_of(part)):
            complaints.append(f"{name}: licence not known to be permissive: {licence_of(part)!r}")
        complaints += altered(part)
    return complaints


def licence_of(part: Distribution) -> str:
    """All that a package's metadata says of its licence."""
    told = part.metadata
    lines = [
        line
        for key in ("License-Expression", "Classifier", "License")
        for line in told.get_all(key) or ()
    ]
    return "; ".join(line[:200] for line in lines if " :: " not in line or "License" in line)


def altered(part: Distribution) -> list[str]:
    """Files that are no longer what the wheel brought."""
    complaints = []
    for file in part.files or ():
        if file.hash is None or file.hash.mode != "sha256" or file.suffix == ".pyc":
            continue  # Python writes its caches anew
        path = Path(str(file.locate()))
        if not path.exists() or file.hash.value.rstrip("=") not in _digests(path):
            complaints.append(f"{plain(part.name)}: {file} is not what was installed")
    return complaints


def _digests(path: Path) -> tuple[str, str]:
    """As the standard for wheels has it, and in hex, as some builders write it."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode(), digest.hex()


def audit(project: str, lock: str, found: Sequence[Distribution]) -> tuple[int, list[str]]:
    """How many packages were audited, and every complaint."""
    versions, complaints = read_lock(lock)
    ours = [part for part in found if plain(part.name) not in NOT_LOCKED]
    complaints += judge(ours, versions)
    names = {plain(part.name) for part in ours}
    missing = sorted(asked_for(project) - names)
    if missing or not ours:
        complaints.append(f"not audited, for not installed: {', '.join(missing) or 'everything'}")
    return len(ours), complaints


def asked_for(project: str) -> set[str]:
    """What pyproject.toml names for kiosk and central."""
    document = tomllib.loads(project)["project"]
    lines = [*document["dependencies"], *document["optional-dependencies"]["central"]]
    return {plain(re.split(r"[<>=!;\[ ]", line)[0]) for line in lines}


def main() -> int:
    """Audit this environment."""
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    count, complaints = audit(project, lock, list(distributions()))
    sys.stdout.write("\n".join([*complaints, f"{count} packages audited"]) + "\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
