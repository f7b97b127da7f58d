"""Request signatures: the base, an independent library as oracle, and every way to be refused."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import (
    HTTPMessageSigner,
    HTTPMessageVerifier,
    MappingKeyResolver,
)
from http_message_signatures.algorithms import ED25519
from hypothesis import given
from hypothesis import strategies as st

from central.refusal import Code
from central.signatures import ReplayGuard, Signed, genuine
from kiosk import ed25519
from kiosk.domain.signing import (
    COMPONENTS,
    LABEL,
    TAG,
    Signable,
    SignatureInput,
    content_digest,
    key_id_of,
    nonce_of,
    read_signature,
    signature_base,
)
from tests.contract.world import NOW, example
from tests.signing import OTHER_SEED, SEED, signer_of

PUBLIC = ed25519.public_of(SEED)
KEY = Ed25519PrivateKey.from_private_bytes(SEED)
KEYS = MappingKeyResolver(
    public_keys={key_id_of(PUBLIC): KEY.public_key()}, private_keys={key_id_of(PUBLIC): KEY}
)
URL = "https://central.example:8443/api/v1/queues%2F?since=a%20b&x=1"
BEGAN = NOW - timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Sent:
    """A request for the library: it takes what looks like one."""

    method: str
    url: str
    headers: dict[str, str]


def sent(body: bytes = b'{"a":1}', method: str = "POST", url: str = URL) -> Sent:
    """A request that our kiosk signed now."""
    address = httpx.URL(url)
    authority = address.netloc.decode()
    headers = signer_of(lambda: datetime.now(UTC)).headers(
        method, authority, address.raw_path.decode(), "id-7", body
    )
    return Sent(method, url, {"Host": authority, "X-Request-Id": "id-7", **headers})


def signed(
    body: bytes = b'{"a":1}', at: datetime = NOW, seed: bytes = SEED, nonce: int = 0
) -> Signed:
    """A request as central sees it."""
    request = Signable("POST", "central.example", "/api/v1/sync", "", content_digest(body), "id-7")
    made = SignatureInput(
        int(at.timestamp()),
        nonce_of(nonce.to_bytes(16, "big")),
        key_id_of(ed25519.public_of(seed)),
    )
    return Signed(request, body, made, ed25519.sign(seed, signature_base(request, made)))


def test_the_base_is_the_one_of_the_example() -> None:
    shown = example("signature")
    request = Signable(**shown["signable"])
    made = SignatureInput(**shown["input"])

    base = signature_base(request, made)

    assert base.decode() == shown["base"]
    assert ed25519.sign(bytes.fromhex(shown["seed"]), base).hex() == shown["signature"]
    assert content_digest(shown["body"].encode()) == request.content_digest


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "url", [URL, "https://a.example/", "https://127.0.0.1:9/api/v1/x?", "https://[::1]:7/a?b"]
)
def test_an_independent_library_believes_what_a_kiosk_signs(method: str, url: str) -> None:
    request = sent(b"" if method == "GET" else b'{"a":1}', method, url)

    (found,) = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=KEYS).verify(
        request,
        expect_tag=TAG,
        expect_label=LABEL,
        require_components=COMPONENTS,
        body=b"" if method == "GET" else b'{"a":1}',
    )

    covered = {f'"{name}"' for name in (*COMPONENTS, "@signature-params")}
    assert set(found.covered_components) == covered


@given(body=st.binary(max_size=200), moment=st.integers(1_000_000_000, 4_000_000_000))
def test_central_believes_what_an_independent_library_signs(body: bytes, moment: int) -> None:
    request = httpx.Request("POST", URL, headers={"X-Request-Id": "id-7"}, content=body)
    HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=KEYS).sign(
        request,
        key_id=key_id_of(PUBLIC),
        created=datetime.fromtimestamp(moment, UTC),
        nonce=nonce_of(b"n" * 16),
        label=LABEL,
        tag=TAG,
        include_alg=False,
        covered_component_ids=COMPONENTS,
        body=body,
    )

    found = read_signature(request.headers["Signature-Input"], request.headers["Signature"])

    assert found is not None
    signable = Signable(
        "POST",
        "central.example:8443",
        "/api/v1/queues%2F",
        "since=a%20b&x=1",
        request.headers["Content-Digest"],
        "id-7",
    )
    assert found[0].created == moment
    assert genuine(Signed(signable, body, *found), PUBLIC) is None


def test_a_signature_that_anybody_can_make_is_not_remembered() -> None:
    guard = ReplayGuard(BEGAN)

    found = [guard.untimely(signed(nonce=number).given, NOW) for number in range(3)]
    late = guard.untimely(signed(at=NOW - timedelta(hours=1)).given, NOW)

    assert found == [None] * 3
    assert len(guard) == 0
    assert late is not None
    assert late.code is Code.CLOCK_SKEW


@pytest.mark.parametrize(
    "change",
    [
        {"method": "GET"},
        {"authority": "other.example"},
        {"path": "/api/v1/tickets"},
        {"query": "a=1"},
        {"request_id": "id-8"},
    ],
)
def test_a_request_that_was_altered_is_refused(change: dict[str, str]) -> None:
    made = signed()
    altered = replace(made, request=replace(made.request, **change))

    refusal = genuine(altered, PUBLIC)

    assert genuine(made, PUBLIC) is None
    assert refusal is not None
    assert refusal.code is Code.SIGNATURE_INVALID


@pytest.mark.parametrize("change", [{"created": 1_786_000_000}, {"nonce": "B" * 22}])
def test_a_parameter_that_was_altered_is_refused(change: dict[str, object]) -> None:
    made = signed()
    given_then = {"created": made.given.created, "nonce": made.given.nonce} | change
    altered = replace(made, given=SignatureInput(**given_then, key_id=made.given.key_id))  # type: ignore[arg-type]  # by name

    assert genuine(altered, PUBLIC) is not None


def test_a_body_that_was_altered_is_refused_with_either_digest() -> None:
    made = signed(b'{"a":1}')
    swapped = replace(made, body=b'{"a":2}')
    digested = replace(
        swapped, request=replace(made.request, content_digest=content_digest(b'{"a":2}'))
    )

    assert genuine(swapped, PUBLIC) is not None
    assert genuine(digested, PUBLIC) is not None


def test_another_device_s_signature_is_refused() -> None:
    assert genuine(signed(seed=OTHER_SEED), PUBLIC) is not None


def test_a_request_counts_once() -> None:
    guard, made = ReplayGuard(BEGAN), signed()

    first, again = guard.refuses(made.given, NOW), guard.refuses(made.given, NOW)
    later = guard.refuses(made.given, NOW + timedelta(seconds=299))
    other = guard.refuses(signed(nonce=1).given, NOW)

    assert first is None
    assert other is None
    assert [one and one.code for one in (again, later)] == [Code.REPLAYED] * 2


@pytest.mark.parametrize(
    ("seconds", "refused"), [(-301, True), (-300, False), (0, False), (60, False), (61, True)]
)
def test_a_request_counts_near_its_time_only(seconds: int, refused: bool) -> None:
    made = signed(at=NOW + timedelta(seconds=seconds))

    refusal = ReplayGuard(BEGAN).refuses(made.given, NOW)

    assert (refusal is not None) is refused
    if refusal is not None:
        assert (refusal.code, refusal.now) == (Code.CLOCK_SKEW, NOW)


def test_what_was_signed_before_the_server_began_does_not_count() -> None:
    """The server before it may have taken it, and this one cannot know."""
    made = signed(at=NOW - timedelta(seconds=1))

    refusal = ReplayGuard(NOW).refuses(made.given, NOW + timedelta(seconds=5))

    assert refusal is not None
    assert refusal.code is Code.CLOCK_SKEW


def test_a_nonce_is_forgotten_only_when_its_time_is_over() -> None:
    guard = ReplayGuard(BEGAN)
    ahead = signed(at=NOW + timedelta(seconds=60)).given
    for second in range(3):
        assert guard.refuses(signed(nonce=second + 1).given, NOW) is None
    assert guard.refuses(ahead, NOW) is None

    late = guard.refuses(ahead, NOW + timedelta(seconds=359))
    guard.refuses(
        signed(at=NOW + timedelta(seconds=700), nonce=9).given, NOW + timedelta(seconds=700)
    )

    assert late is not None
    assert late.code is Code.REPLAYED
    assert len(guard) == 1


GOOD = sent().headers


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("Signature-Input", "anjungan=", "sig1="),
        ("Signature-Input", '"content-digest" ', ""),
        ("Signature-Input", '"@method" "@authority"', '"@authority" "@method"'),
        ("Signature-Input", "anjungan-device-v1", "another"),
        ("Signature-Input", ";created=", ";expires=9;created="),
        ("Signature-Input", ";created=", ";created=0"),
        ("Signature-Input", ";tag=", ';alg="hmac-sha256";tag='),
        ("Signature", "anjungan=:", "anjungan=:AA"),
        ("Signature", "anjungan=:", "sig1=:"),
        ("Signature", "=:", "=:=:"),
    ],
)
def test_a_signature_of_another_profile_is_none(name: str, old: str, new: str) -> None:
    headers = GOOD | {name: GOOD[name].replace(old, new, 1)}

    assert read_signature(GOOD["Signature-Input"], GOOD["Signature"]) is not None
    assert headers != GOOD
    assert read_signature(headers["Signature-Input"], headers["Signature"]) is None


def test_after_a_change_of_keys_the_new_one_is_named() -> None:
    signer = signer_of(lambda: NOW, OTHER_SEED)

    signer.change_key(ed25519.public_of(SEED))
    headers = signer.headers("GET", "mpp.example", "/api/v1/keys", "id", b"")

    assert key_id_of(ed25519.public_of(SEED)) in headers["Signature-Input"]
