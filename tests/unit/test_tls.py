"""Central's certificates and the kiosk's pin: who is believed, and each way to be refused."""

import asyncio
import os
import re
import shutil
import ssl
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from central.tls import (
    CA_CERTIFICATE,
    CA_KEY,
    LIFE,
    SERVER_CERTIFICATE,
    SERVER_KEY,
    Certificates,
    server_certificate,
)
from kiosk.enrolment import FILE, Enrolment, keep_enrolment, read_enrolment
from kiosk.http_central import NO_TLS, OUT_OF_TIME, UNTRUSTED, HttpCentral, Route, by_the_loop
from kiosk.pinned import pinned_context
from kiosk.ports import KioskError, NoReply
from tests.samples import ROOT
from tests.signing import signer_of

PROGRAMS = ("kiosk", "central", "devices", "ui", "config")

NOW = datetime.now(UTC)
"""TLS goes by the machine's clock, so these tests do too."""


@asynccontextmanager
async def serving(context: ssl.SSLContext | None) -> AsyncIterator[int]:
    """A TLS server that says nothing; its port."""

    async def line(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_server(line, "127.0.0.1", 0, ssl=context)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def seen(context: ssl.SSLContext, port: int, host: str = "127.0.0.1") -> bytes:
    """The certificate that was shown to a client, which believed it."""
    _, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context, server_hostname=host)
    found: bytes = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
    writer.close()
    return found


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "mpp.example.go.id", "10.1.2.3"])
async def test_a_kiosk_believes_the_server_whose_key_it_pinned(tmp_path: Path, host: str) -> None:
    made = Certificates(tmp_path, ["mpp.example.go.id", "10.1.2.3"], NOW)

    async with serving(made.context) as port:
        shown = await seen(pinned_context(made.ca_key), port, host)

    assert x509.load_der_x509_certificate(shown).not_valid_after_utc <= NOW + LIFE


async def test_another_authority_of_the_same_name_is_refused(tmp_path: Path) -> None:
    ours = Certificates(tmp_path / "ours", [], NOW)
    theirs = Certificates(tmp_path / "theirs", [], NOW)

    async with serving(theirs.context) as port:
        with pytest.raises(ssl.SSLCertVerificationError):
            await seen(pinned_context(ours.ca_key), port)


async def test_a_server_by_another_name_is_refused(tmp_path: Path) -> None:
    made = Certificates(tmp_path, [], NOW)

    async with serving(made.context) as port:
        with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
            await seen(pinned_context(made.ca_key), port, "central.example")


@pytest.mark.parametrize("days", [-91, +3])
async def test_a_certificate_that_ended_or_has_not_begun_is_refused(
    tmp_path: Path, days: int
) -> None:
    made = Certificates(tmp_path, [], NOW + timedelta(days=days))

    async with serving(made.context) as port:
        with pytest.raises(ssl.SSLCertVerificationError, match=r"expired|not yet valid"):
            await seen(pinned_context(made.ca_key), port)


async def test_an_older_tls_is_refused_by_both_sides(tmp_path: Path) -> None:
    made = Certificates(tmp_path, [], NOW)
    old_client = pinned_context(made.ca_key)
    old_client.minimum_version = ssl.TLSVersion.TLSv1_2
    old_client.maximum_version = ssl.TLSVersion.TLSv1_2
    old_server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    old_server.maximum_version = ssl.TLSVersion.TLSv1_2
    old_server.load_cert_chain(tmp_path / SERVER_CERTIFICATE, tmp_path / SERVER_KEY)

    async with serving(made.context) as port, serving(old_server) as old_port:
        with pytest.raises((ssl.SSLError, ConnectionResetError)):
            await seen(old_client, port)
        with pytest.raises((ssl.SSLError, ConnectionResetError)):
            await seen(pinned_context(made.ca_key), old_port)


async def test_the_machines_other_authorities_count_for_nothing(tmp_path: Path) -> None:
    made = Certificates(tmp_path, [], NOW)
    context = pinned_context(made.ca_key)

    assert context.cert_store_stats()["x509"] == 1
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


async def test_a_renewed_certificate_serves_the_connections_to_come(tmp_path: Path) -> None:
    made = Certificates(tmp_path, [], NOW - timedelta(days=59))

    async with serving(made.context) as port:
        too_soon = made.renew(NOW)
        first = await seen(pinned_context(made.ca_key), port)
        in_time = made.renew(NOW + timedelta(days=1, hours=1))
        last = await seen(pinned_context(made.ca_key), port)

    assert (too_soon, in_time) == (False, True)
    assert first != last


def test_files_are_kept_and_the_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    os.umask(0o022)
    made = Certificates(tmp_path, [], NOW)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    again = Certificates(tmp_path, [], NOW + timedelta(days=1))

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    assert again.ca_key == made.ca_key
    for name in (CA_KEY, SERVER_KEY):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_a_half_written_file_of_a_power_cut_opens_no_key_to_others(tmp_path: Path) -> None:
    left = tmp_path / f"{CA_KEY}.new"
    left.write_bytes(b"half")
    left.chmod(0o644)

    Certificates(tmp_path, [], NOW)

    assert stat.S_IMODE((tmp_path / CA_KEY).stat().st_mode) == 0o600


@pytest.mark.parametrize("name", [CA_CERTIFICATE, SERVER_CERTIFICATE, SERVER_KEY])
@pytest.mark.parametrize("content", [None, b"broken"])
async def test_all_but_the_authoritys_key_is_made_again(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    made = Certificates(tmp_path, [], NOW)
    (tmp_path / name).unlink() if content is None else (tmp_path / name).write_bytes(content)

    again = Certificates(tmp_path, [], NOW)

    async with serving(again.context) as port:
        assert await seen(pinned_context(made.ca_key), port)


async def test_a_new_name_needs_a_new_certificate(tmp_path: Path) -> None:
    made = Certificates(tmp_path, [], NOW)

    again = Certificates(tmp_path, ["mpp.example"], NOW)

    async with serving(again.context) as port:
        assert await seen(pinned_context(made.ca_key), port, "mpp.example")


def test_a_broken_key_of_the_authority_is_told_and_left_alone(tmp_path: Path) -> None:
    Certificates(tmp_path, [], NOW)
    (tmp_path / CA_KEY).write_bytes(b"broken")

    with pytest.raises(ValueError, match="bring it back from a backup"):
        Certificates(tmp_path, [], NOW)

    assert (tmp_path / CA_KEY).read_bytes() == b"broken"


# --- what it means for a kiosk ----------------------------------------------------------------


async def asked(ca_key: bytes, port: int, host: str = "127.0.0.1", scheme: str = "https") -> object:
    """What a kiosk makes of a server that shows such a certificate."""
    route = Route(f"{scheme}://{host}:{port}", pinned_context(ca_key))
    client = HttpCentral(route, UUID(int=7), by_the_loop, signer_of(lambda: NOW))
    try:
        return await client.queues()
    finally:
        await client.close()


async def test_every_other_server_is_silence_to_a_kiosk(tmp_path: Path) -> None:
    """Then it goes on with its own series, as it does without a server."""
    ours = Certificates(tmp_path / "ours", ["central.example"], NOW)
    theirs = Certificates(tmp_path / "theirs", [], NOW)
    (tmp_path / "ours/old").mkdir()
    shutil.copy(tmp_path / "ours" / CA_KEY, tmp_path / "ours/old" / CA_KEY)
    expired = Certificates(tmp_path / "ours/old", [], NOW - LIFE - timedelta(days=1))
    unnamed = _served_as("elsewhere.example", tmp_path / "ours")
    refused = []
    for context in (theirs.context, expired.context, unnamed, None):
        async with serving(context) as port:
            refused.append(await asked(ours.ca_key, port))

    async with serving(ours.context) as port:
        genuine = await asked(ours.ca_key, port)

    assert expired.ca_key == ours.ca_key
    reasons = (UNTRUSTED, OUT_OF_TIME, UNTRUSTED, NO_TLS)
    assert refused == [NoReply(reason) for reason in reasons]
    assert genuine == NoReply("RemoteProtocolError")  # believed, and then it said nothing


def _served_as(name: str, folder: Path) -> ssl.SSLContext:
    """The right authority's certificate for another host."""
    key = ec.generate_private_key(ec.SECP256R1())
    authority = load_pem_private_key((folder / CA_KEY).read_bytes(), None)
    assert isinstance(authority, ec.EllipticCurvePrivateKey)
    certificate = server_certificate(authority, key.public_key(), [name], NOW)
    made = folder / "elsewhere.pem"
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    made.write_bytes(certificate.public_bytes(Encoding.PEM) + pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made)
    return context


async def test_a_kiosk_that_is_not_enrolled_asks_nobody() -> None:
    client = HttpCentral(None, UUID(int=7), lambda s, call: lambda: None, signer_of(lambda: NOW))

    found = await client.queues()

    assert found == NoReply("this kiosk is not enrolled")
    await client.close()


def test_no_program_of_ours_has_a_switch_that_ignores_errors_of_tls() -> None:
    switch = re.compile(
        r"CERT_NONE|CERT_OPTIONAL|verify\s*=\s*False|check_hostname\s*=\s*False|_unverified"
        r"|get_server_certificate"
    )
    files = [f for name in PROGRAMS for f in (ROOT / name).rglob("*.py")]

    found = [f"{file}: {hit[0]}" for file in files for hit in switch.finditer(file.read_text())]

    assert len(files) > 100
    assert found == []


def test_a_kiosk_believes_no_authority_of_the_system(tmp_path: Path) -> None:
    """Central asks a verifier gateway under such authorities; a kiosk asks its central alone."""
    public = re.compile(r"create_default_context|load_default_certs|set_default_verify_paths")
    files = [
        f for name in ("kiosk", "devices", "ui", "config") for f in (ROOT / name).rglob("*.py")
    ]

    assert [str(file) for file in files if public.search(file.read_text())] == []
    pinned = pinned_context(Certificates(tmp_path, [], NOW).ca_key)
    assert pinned.cert_store_stats()["x509_ca"] == 1


def test_what_is_kept_of_an_enrolment_is_read_again(tmp_path: Path) -> None:
    kept = Enrolment("10.0.0.2:8443", Certificates(tmp_path / "central", [], NOW).ca_key)

    keep_enrolment(tmp_path / "kiosk", kept)

    assert read_enrolment(tmp_path / "kiosk") == kept
    assert read_enrolment(tmp_path / "elsewhere") is None


@pytest.mark.parametrize("content", ["", "{}", '{"address": "a:1", "ca_key": "AAAA"}', "[]"])
def test_an_enrolment_that_cannot_be_read_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)

    with pytest.raises(KioskError, match="enrol this kiosk again"):
        read_enrolment(tmp_path)
