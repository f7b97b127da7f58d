"""Makes the Debian packages anjungan-kiosk and anjungan-central from the bundles in dist/.

    python deploy/package/build.py kiosk central

Each package is a folder laid out as it installs, closed by dpkg-deb: the bundle, units, session, rules,
licences of all that is inside, and a CycloneDX list of it. No debhelper is needed.
"""

import hashlib
import json
import platform
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
DIST = ROOT / "dist"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MAINTAINER = "Anjungan maintainers <anjungan@localhost>"

# What the bundles leave to the system: libraries of Qt that PyInstaller does not take, and programs.
# Debian 13 and Ubuntu 24.04 renamed some.
KIOSK_NEEDS = """
    libc6 (>= 2.34), libglib2.0-0 | libglib2.0-0t64, libegl1, libgl1, libdbus-1-3, libfontconfig1,
    libxkbcommon0, libxkbcommon-x11-0, libx11-xcb1, libxcb-cursor0, libxcb-icccm4, libxcb-image0,
    libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0, libxcb-sync1, libxcb-xfixes0,
    libxcb-xkb1, libzbar0 | libzbar0t64, espeak-ng, alsa-utils, xserver-xorg-core,
    xserver-xorg-input-libinput, xinit, xinput, openbox, x11-xserver-utils, libpam-systemd, udev,
    systemd (>= 252), util-linux
"""


@dataclass(frozen=True, slots=True)
class Package:
    """One Debian package: where files of ours go, and what stands in its control file."""

    name: str
    summary: str
    about: str
    needs: str
    files: Mapping[str, str]
    programs: Mapping[str, str]
    conffiles: Sequence[str]
    extra: str | None = None
    suggests: str = ""


PACKAGES = {
    "kiosk": Package(
        name="anjungan-kiosk",
        summary="self-service kiosk for public-service malls",
        about="Gives queue numbers, checks bookings in and asks for an opinion, online or not.\n"
        "It takes the first virtual terminal, and starts with the machine.",
        needs=" ".join(KIOSK_NEEDS.split()),
        suggests="logrotate, systemd-timesyncd",
        files={
            "deploy/systemd/anjungan-kiosk.service": "usr/lib/systemd/system/anjungan-kiosk.service",
            "deploy/systemd/anjungan-screen.service": "usr/lib/systemd/system/anjungan-screen.service",
            "deploy/udev/70-anjungan.rules": "usr/lib/udev/rules.d/70-anjungan.rules",
            "deploy/system/anjungan.sysusers": "usr/lib/sysusers.d/anjungan-kiosk.conf",
            "deploy/system/anjungan.tmpfiles": "usr/lib/tmpfiles.d/anjungan-kiosk.conf",
            "deploy/system/anjungan-journald.conf": "usr/lib/systemd/journald.conf.d/60-anjungan.conf",
            "deploy/system/anjungan-logind.conf": "usr/lib/systemd/logind.conf.d/60-anjungan.conf",
            "deploy/system/anjungan-sysctl.conf": "usr/lib/sysctl.d/60-anjungan.conf",
            "deploy/system/anjungan.logrotate": "etc/logrotate.d/anjungan-kiosk",
            "deploy/session/anjungan-screen.pam": "etc/pam.d/anjungan-screen",
            "deploy/session/anjungan-xorg.conf": "usr/share/X11/xorg.conf.d/90-anjungan.conf",
            "deploy/session/openbox.xml": "usr/lib/anjungan/session/openbox.xml",
            "docs/how-to/install-a-kiosk.md": "usr/share/doc/anjungan-kiosk/install-a-kiosk.md",
            "docs/reference/errors.md": "usr/share/doc/anjungan-kiosk/errors.md",
            "config/default.toml": "etc/anjungan/default.toml",
        },
        programs={
            "deploy/session/session.sh": "usr/lib/anjungan/session/session.sh",
            "deploy/package/start.sh": "usr/bin/anjungan-kiosk",
            "deploy/package/bundle.sh": "usr/sbin/anjungan-kiosk-bundle",
        },
        conffiles=(
            "/etc/anjungan/default.toml",
            "/etc/logrotate.d/anjungan-kiosk",
            "/etc/pam.d/anjungan-screen",
        ),
    ),
    "central": Package(
        name="anjungan-central",
        summary="central server of the Anjungan kiosks of a site",
        about="Assigns numbers, takes facts of the kiosks, hands out catalogue and bookings.",
        needs="libc6 (>= 2.34), systemd (>= 252), util-linux",
        files={
            "deploy/systemd/anjungan-central.service": "usr/lib/systemd/system/anjungan-central.service",
            "deploy/system/anjungan-central.sysusers": "usr/lib/sysusers.d/anjungan-central.conf",
            "deploy/system/anjungan-central.tmpfiles": "usr/lib/tmpfiles.d/anjungan-central.conf",
            "resources/catalogue/sample.json": "etc/anjungan/catalogue.json",
        },
        programs={
            "deploy/package/start.sh": "usr/bin/anjungan-central",
            "deploy/package/bundle.sh": "usr/sbin/anjungan-central-bundle",
        },
        conffiles=("/etc/anjungan/catalogue.json",),
        extra="central",
    ),
}


def build(program: str) -> Path:
    """Lay out and close one package."""
    package = PACKAGES[program]
    folder = ROOT / "build/deb" / package.name
    shutil.rmtree(folder, ignore_errors=True)
    bundle = folder / "usr/lib/anjungan" / program
    shutil.copytree(DIST / program, bundle, symlinks=True)
    for source, place in package.files.items():
        _put(ROOT / source, folder / place, 0o644)
    for source, place in package.programs.items():
        _put(ROOT / source, folder / place, 0o755)
    if program == "kiosk":
        _settings(folder / "usr/share/anjungan/kiosk.toml")
    parts = sorted(closure(package.extra), key=lambda part: part.name.lower())
    doc = folder / "usr/share/doc" / package.name
    _licences(doc, parts)
    libraries = system_libraries(bundle)
    (doc / "sbom.cdx.json").write_text(sbom(package.name, parts, libraries), "utf-8")
    for owner in {owner for owner, _ in libraries.values()}:
        source = Path("/usr/share/doc") / owner.partition(":")[0] / "copyright"
        if source.exists():
            _put(source, doc / "licences" / f"debian-{owner.partition(':')[0]}.txt", 0o644)
    _control(folder, package, program)
    _normalise(folder)
    return _closed(folder, package)


def _put(source: Path, target: Path, mode: int) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)


def _settings(target: Path) -> None:
    """What a new kiosk begins with: the defaults, with its data where its unit lets it write."""
    text = (ROOT / "config/default.toml").read_text("utf-8")
    changed = text.replace('data = "var"', 'data = "/var/lib/anjungan"')
    if changed == text:
        raise SystemExit("config/default.toml has no data folder to change")
    target.parent.mkdir(parents=True)
    target.write_text(changed, "utf-8")
    target.chmod(0o644)


# --- what is inside ---------------------------------------------------------------------------


def closure(extra: str | None) -> Sequence[Distribution]:
    """The Python packages that a program brings along, by what they themselves ask for."""
    wanted = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    # Central signs and checks with the same library, and knows the zones.
    wanted = [*wanted, *(("cryptography", "tzdata") if extra else ())]
    found: dict[str, Distribution] = {}
    waiting = [Requirement(line) for line in wanted]
    while waiting:
        asked = waiting.pop()
        if asked.marker is not None and not _applies(asked):
            continue
        name = canonicalize_name(asked.name)
        if name in found:
            continue
        found[name] = distribution(asked.name)
        waiting += [Requirement(line) for line in found[name].requires or ()]
    return list(found.values())


def _applies(asked: Requirement) -> bool:
    return asked.marker is not None and asked.marker.evaluate({"extra": ""})


def system_libraries(bundle: Path) -> Mapping[str, tuple[str, str]]:
    """Libraries of the build machine in the bundle: file -> Debian package and version."""
    names = sorted(path.name for path in (bundle / "_internal").glob("*.so*"))
    said = subprocess.run(
        ("dpkg", "-S", *(f"*/{name}" for name in names)),
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    owners: dict[str, str] = {}
    for line in said.splitlines():
        owner, _, path = line.partition(": ")
        owners.setdefault(Path(path).name, owner.split(",")[0])
    query = ("dpkg-query", "-W", "-f", "${binary:Package} ${Version}\n")
    listed = subprocess.run(
        (*query, *sorted(set(owners.values()))), capture_output=True, text=True, check=False
    ).stdout
    versions = dict(line.split(" ", 1) for line in listed.splitlines())
    return {
        name: (owner, versions.get(owner) or versions.get(owner.partition(":")[0], "?"))
        for name, owner in owners.items()
    }


def sbom(name: str, parts: Sequence[Distribution], libraries: Mapping[str, tuple[str, str]]) -> str:
    """CycloneDX 1.5, the same for the same parts."""
    python = {"type": "application", "name": "cpython", "version": platform.python_version()}
    owners = sorted(set(libraries.values()))
    components = [
        {**python, "purl": f"pkg:generic/python@{platform.python_version()}",
         "licenses": [{"license": {"id": "PSF-2.0"}}]},
        *(_component(part) for part in parts),
        *(
            {"type": "library", "name": owner, "version": version,
             "purl": f"pkg:deb/debian/{owner.partition(':')[0]}@{version}"}
            for owner, version in owners
        ),
    ]  # fmt: skip
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, json.dumps(components))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": name,
                "version": PROJECT["version"],
                "licenses": [{"license": {"id": PROJECT["license"]}}],
            }
        },
        "components": components,
    }
    return json.dumps(document, indent=1) + "\n"


def _component(part: Distribution) -> Mapping[str, object]:
    name = canonicalize_name(part.name)
    return {
        "type": "library",
        "name": part.name,
        "version": part.version,
        "purl": f"pkg:pypi/{name}@{part.version}",
        "licenses": [{"license": {"name": licence_of(part)}}],
    }


def licence_of(part: Distribution) -> str:
    """What a package's own metadata says: the expression, the short field, or its classifiers."""
    told = part.metadata
    classified = [
        line.rpartition(" :: ")[2]
        for line in told.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    short = told.get("License") or ""
    return told.get("License-Expression") or " or ".join(classified) or short.splitlines()[0]


def _licences(doc: Path, parts: Sequence[Distribution]) -> None:
    """The texts of all licences, and the file that Debian expects."""
    missing = []
    for part in parts:
        texts = list(_licence_texts(part))
        if not texts:
            missing.append(part.name)
        for number, source in enumerate(texts):
            ending = f"-{number}" if number else ""
            _put(source, doc / "licences" / f"{canonicalize_name(part.name)}{ending}.txt", 0o644)
    _put(ROOT / "LICENSE", doc / "licences/anjungan.txt", 0o644)
    python = Path(sys.base_prefix) / f"lib/python3.{sys.version_info[1]}/LICENSE.txt"
    if python.exists():
        _put(python, doc / "licences/python.txt", 0o644)
    lines = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
        "Upstream-Name: Anjungan",
        "",
        "Files: *",
        "Copyright: The Anjungan authors",
        "License: Apache-2.0",
        " The text is in licences/anjungan.txt beside this file.",
        "",
        *(
            f"Comment: {part.name} {part.version} inside the bundle: {licence_of(part)}"
            for part in parts
        ),
        *(f"Comment: {name} ships no text of its licence" for name in missing),
    ]
    (doc / "copyright").write_text("\n".join(lines) + "\n", "utf-8")


def _licence_texts(part: Distribution) -> Iterator[Path]:
    wanted = ("licen", "copying", "notice")
    for file in part.files or ():
        # A text of a licence is no Python module that is called so.
        if file.name.lower().startswith(wanted) and file.suffix not in (".py", ".pyc", ".json"):
            path = Path(str(file.locate()))
            if ".dist-info" in str(file) and path.is_file():
                yield path


# --- Debian's own ------------------------------------------------------------------------------


def _control(folder: Path, package: Package, program: str) -> None:
    debian = folder / "DEBIAN"
    debian.mkdir()
    size = sum(path.stat().st_size for path in _files(folder)) // 1024
    about = "\n".join(f" {line}" for line in package.about.splitlines())
    suggests = f"Suggests: {package.suggests}\n" if package.suggests else ""
    (debian / "control").write_text(
        f"Package: {package.name}\nVersion: {PROJECT['version']}\nArchitecture: {_architecture()}\n"
        f"Maintainer: {MAINTAINER}\nInstalled-Size: {size}\nDepends: {package.needs}\n{suggests}"
        f"Section: misc\nPriority: optional\nDescription: {package.summary}\n{about}\n",
        "utf-8",
    )
    (debian / "conffiles").write_text("\n".join(package.conffiles) + "\n", "utf-8")
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(folder)}"
        for path in sorted(_files(folder))
        if debian not in path.parents
    ]
    (debian / "md5sums").write_text("\n".join(sums) + "\n", "utf-8")
    for name in ("preinst", "postinst", "prerm", "postrm"):
        text = (DEPLOY / "package" / f"{name}.sh").read_text("utf-8")
        (debian / name).write_text(text.replace("@NAME@", program), "utf-8")


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _architecture() -> str:
    return subprocess.run(
        ("dpkg", "--print-architecture"), capture_output=True, text=True, check=True
    ).stdout.strip()


def _normalise(folder: Path) -> None:
    """Rights as a package has them, whatever the umask here was."""
    for path in (folder, *folder.rglob("*")):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)
    for name in ("preinst", "postinst", "prerm", "postrm"):
        (folder / "DEBIAN" / name).chmod(0o755)


def _closed(folder: Path, package: Package) -> Path:
    file = DIST / f"{package.name}_{PROJECT['version']}_{_architecture()}.deb"
    subprocess.run(
        ("dpkg-deb", "--root-owner-group", "-Zzstd", "-z3", "--build", str(folder), str(file)),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return file


if __name__ == "__main__":
    for program in sys.argv[1:]:
        made = build(program)
        print(f"{made.relative_to(ROOT)} {made.stat().st_size / 1e6:.0f} MB")
