"""Central's certificate authority and server certificate: made at the first start, renewed in time.

Kiosks pin the authority's key, so that key is made once and never again; certificates come and go. TLS
goes by the machine's clock, whatever a demo's clock says.
"""

import ipaddress
import socket
import ssl
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from central.files import SECRET, write_whole
from central.log import log
from kiosk.domain.enrolling import CA_NAME

CA_KEY, CA_CERTIFICATE = "ca.key", "ca.pem"
ADDRESS = "address"
"""The file that tells commands how kiosks reach the server that runs here."""
SERVER_KEY, SERVER_CERTIFICATE = "server.key", "server.pem"
CA_LIFE = timedelta(days=20 * 365)
LIFE = timedelta(days=90)
RENEWED_BEFORE = timedelta(days=30)
_CLOCKS_DIFFER = timedelta(days=2)
_LOCAL = ("localhost", "127.0.0.1", "::1")


class Certificates:
    """The files of a data folder, and the TLS context that serves with them."""

    def __init__(self, folder: Path, names: Sequence[str], now: datetime) -> None:
        self._folder = folder
        self._names = tuple(dict.fromkeys((*names, *_LOCAL, socket.gethostname())))
        folder.mkdir(parents=True, exist_ok=True)
        self._authority = _authority_key(folder / CA_KEY)
        self.ca_key = _point(self._authority)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_3
        if not self.renew(now):
            self._load()

    def renew(self, now: datetime) -> bool:
        """Make what is missing, ends soon or no longer fits; connections to come are served with it."""
        made = False
        if not self._suits(CA_CERTIFICATE, now, (), CA_LIFE / 4):
            write_whole(self._folder / CA_CERTIFICATE, _pem(_authority(self._authority, now)))
            made = True
        if not self._suits(SERVER_CERTIFICATE, now, self._names, RENEWED_BEFORE):
            key = ec.generate_private_key(ec.SECP256R1())
            write_whole(self._folder / SERVER_KEY, _private_pem(key), SECRET)
            certificate = server_certificate(self._authority, key.public_key(), self._names, now)
            write_whole(self._folder / SERVER_CERTIFICATE, _pem(certificate))
            log("certificate_made", names=self._names, until=certificate.not_valid_after_utc)
            made = True
        if made:
            self._load()
        return made

    def _load(self) -> None:
        """A power cut between the two files leaves a pair that does not fit: it is made again."""
        certificate, key = self._folder / SERVER_CERTIFICATE, self._folder / SERVER_KEY
        self.context.load_cert_chain(certificate, key)

    def _suits(self, file: str, now: datetime, names: Iterable[str], ahead: timedelta) -> bool:
        try:
            found = x509.load_pem_x509_certificate((self._folder / file).read_bytes())
        except (FileNotFoundError, ValueError):
            return False
        if not found.not_valid_before_utc <= now < found.not_valid_after_utc - ahead:
            return False
        if not _issued(found, self._authority.public_key()):
            return False
        if file == CA_CERTIFICATE:
            return True
        return _named(found) == set(map(_name, names)) and self._fits(found)

    def _fits(self, certificate: x509.Certificate) -> bool:
        try:
            key = load_pem_private_key((self._folder / SERVER_KEY).read_bytes(), None)
        except (FileNotFoundError, ValueError):
            return False
        return key.public_key() == certificate.public_key()


def ca_key_in(folder: Path) -> bytes:
    """The key that kiosks of this folder's server pin. Raises ValueError before its first start."""
    if not (folder / CA_KEY).exists():
        raise ValueError(f"{folder} holds no certificate authority; `central serve` makes one")
    return _point(_authority_key(folder / CA_KEY))


def is_known_as(folder: Path, host: str) -> bool:
    """Whether kiosks that reach the server by this name or address will believe it, as far as known."""
    if not (
        folder / SERVER_CERTIFICATE
    ).exists():  # brought back from a backup, and not started yet
        return True
    certificate = x509.load_pem_x509_certificate((folder / SERVER_CERTIFICATE).read_bytes())
    return _name(host) in _named(certificate)


def _point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def _authority_key(file: Path) -> ec.EllipticCurvePrivateKey:
    """The authority's key. One that cannot be read is told, never replaced: kiosks have pinned it."""
    if not file.exists():
        write_whole(file, _private_pem(ec.generate_private_key(ec.SECP256R1())), SECRET)
    try:
        key = load_pem_private_key(file.read_bytes(), None)
    except ValueError as error:
        raise ValueError(f"{file}: not a private key; bring it back from a backup") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.curve.name != "secp256r1":
        raise ValueError(f"{file}: expected a key on P-256")
    return key


def _authority(key: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=True, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        _builder(CA_NAME, key.public_key(), now, CA_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )


def server_certificate(
    authority: ec.EllipticCurvePrivateKey,
    public: ec.EllipticCurvePublicKey,
    names: Iterable[str],
    now: datetime,
) -> x509.Certificate:
    """A server's certificate, issued by the authority's key."""
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.public_key())
    server = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    return (
        _builder("Anjungan central server", public, now, LIFE)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(list(map(_name, names))), critical=False)
        .add_extension(server, critical=False)
        .add_extension(issuer, critical=False)
        .sign(authority, hashes.SHA256())
    )


def _builder(
    name: str, public: ec.EllipticCurvePublicKey, now: datetime, life: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_called(name))
        .issuer_name(_called(CA_NAME))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _CLOCKS_DIFFER)
        .not_valid_after(now + life)
    )


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _name(text: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(text))
    except ValueError:
        return x509.DNSName(text)


def _named(certificate: x509.Certificate) -> set[x509.GeneralName]:
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    return set(names.value)


def _issued(certificate: x509.Certificate, by: ec.EllipticCurvePublicKey) -> bool:
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(by).key_identifier
    try:
        found = certificate.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier)
    except x509.ExtensionNotFound:
        return bool(certificate.public_key() == by)
    return found.value.key_identifier == identifier


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)


def _private_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
