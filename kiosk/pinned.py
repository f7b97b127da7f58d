"""TLS to the one central this kiosk belongs to: it trusts the key of that central's authority alone."""

import ssl
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from kiosk.domain.enrolling import CA_NAME

_EVER = (datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC))


def pinned_context(ca_key: bytes) -> ssl.SSLContext:
    """TLS 1.3, certificates and host names verified, by this authority alone. Raises ValueError."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # demands a certificate and its host name
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_verify_locations(cadata=_anchor(ca_key))
    return context


def _anchor(ca_key: bytes) -> bytes:
    """The authority's name and key in the form OpenSSL takes a trust anchor in.

    Nobody verifies the signature of an anchor on itself, so any key may have made it.
    """
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), ca_key)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, CA_NAME)])
    made = (
        x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=public)
        .serial_number(1)
        .not_valid_before(_EVER[0])
        .not_valid_after(_EVER[1])
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(ec.generate_private_key(ec.SECP256R1()), hashes.SHA256())
    )
    return made.public_bytes(Encoding.DER)
