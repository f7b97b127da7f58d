"""The simulated network as a process between a real client and a real server."""

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from devices.simulated.control import ControlClient, ControlError
from devices.simulated.network import State
from tests.scanning import Simulator, simulator

PROGRAM = """
import sys
from devices.simulated.network import run
sys.exit(run(sys.argv[1:]))
"""
REPLY = {"outcome": "verified", "given_name": "Siti", "padding": "x" * 400}


class _Central(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._reply()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._reply()

    def _reply(self) -> None:
        body = json.dumps(REPLY).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture(scope="module")
def central() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Central)
    thread = threading.Thread(target=server.serve_forever, name="central")
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory, central: int) -> Iterator[Simulator]:
    control = tmp_path_factory.mktemp("network") / "control"
    with simulator(PROGRAM, control, "--upstream", f"127.0.0.1:{central}") as running:
        yield running


@pytest.fixture
def network(simulated: Simulator) -> Iterator[ControlClient]:
    yield simulated.control
    simulated.control.ask("set", state="up")
    simulated.control.ask("wait", **{"for": "unconnected"})


@pytest.fixture
def client(simulated: Simulator, network: ControlClient) -> Iterator[httpx.Client]:
    base = f"http://127.0.0.1:{simulated.ready['port']}"
    with httpx.Client(base_url=base, timeout=5.0, trust_env=False) as client:
        yield client


def test_up_passes_everything_on(network: ControlClient, client: httpx.Client) -> None:
    replies = [client.get("/"), client.post("/", content=b"p" * 300_000), client.get("/")]

    assert [reply.json() for reply in replies] == [REPLY] * 3


def test_refuse_refuses(network: ControlClient, client: httpx.Client) -> None:
    network.ask("set", state="refuse")

    with pytest.raises(httpx.ConnectError):
        client.get("/")


def test_refuse_resets_the_connections_there_are(
    network: ControlClient, client: httpx.Client, simulated: Simulator
) -> None:
    with socket.create_connection(("127.0.0.1", int(str(simulated.ready["port"])))) as ours:
        network.ask("wait", **{"for": "connected"})
        network.ask("set", state="refuse")

        with pytest.raises(ConnectionResetError):
            ours.recv(1)


def test_blackhole_accepts_and_is_silent(network: ControlClient, client: httpx.Client) -> None:
    network.ask("set", state="blackhole")

    with pytest.raises(httpx.ReadTimeout):
        client.get("/", timeout=0.3)


def test_blackhole_silences_the_connections_there_are(
    network: ControlClient, client: httpx.Client
) -> None:
    client.get("/")
    network.ask("set", state="blackhole")

    with pytest.raises(httpx.ReadTimeout):
        client.get("/", timeout=0.3)


def test_what_a_blackhole_held_back_goes_on_its_way(
    network: ControlClient, client: httpx.Client
) -> None:
    network.ask("set", state="blackhole", seconds=0.3)

    assert client.get("/").json() == REPLY


def test_html_answers_anything_as_a_captive_portal(
    network: ControlClient, client: httpx.Client
) -> None:
    client.get("/")
    network.ask("set", state="html")

    for reply in (client.get("/"), client.post("/any/thing", content=b"{}" * 50_000)):
        assert reply.status_code == 200
        assert reply.headers["Content-Type"].startswith("text/html")
        assert reply.text.startswith("<!doctype html>")


def test_error_answers_as_a_broken_server(network: ControlClient, client: httpx.Client) -> None:
    network.ask("set", state="error")

    reply = client.post("/", json={})

    assert reply.status_code == 500
    assert "json" not in reply.headers["Content-Type"]


def test_half_cuts_the_reply_in_the_middle(network: ControlClient, client: httpx.Client) -> None:
    network.ask("set", state="half")
    received = bytearray()

    with client.stream("GET", "/") as reply, pytest.raises(httpx.RemoteProtocolError):
        for part in reply.iter_bytes():
            received += part

    assert json.dumps(REPLY).encode().startswith(bytes(received))
    assert len(received) == len(json.dumps(REPLY)) // 2


def test_drip_sends_a_byte_at_a_time(
    network: ControlClient, client: httpx.Client, simulated: Simulator
) -> None:
    network.ask("set", state="drip")

    with socket.create_connection(("127.0.0.1", int(str(simulated.ready["port"])))) as ours:
        ours.sendall(b"GET / HTTP/1.1\r\nHost: central\r\n\r\n")
        parts = [ours.recv(100) for _ in range(5)]

    assert parts == [b"H", b"T", b"T", b"P", b"/"]


def test_slow_answers_late_and_whole(network: ControlClient, client: httpx.Client) -> None:
    network.ask("set", state="slow")

    with pytest.raises(httpx.ReadTimeout):
        client.get("/", timeout=0.5)
    assert client.get("/").json() == REPLY


def test_a_fault_with_an_end_ends(network: ControlClient, client: httpx.Client) -> None:
    network.ask("set", state="html", seconds=0.2)
    network.ask("wait", **{"for": "up"})

    assert client.get("/").json() == REPLY


@pytest.mark.parametrize("state", State)
def test_every_state_is_told_and_leads_back(
    network: ControlClient, client: httpx.Client, state: State
) -> None:
    network.ask("set", state=state)
    told = network.ask("state")["state"]
    network.ask("set", state="up")

    assert told == state
    assert client.get("/").json() == REPLY


@pytest.mark.parametrize(
    ("do", "arguments"),
    [("set", {"state": "rain"}), ("set", {}), ("wait", {"for": "rain"}), ("fault", {})],
)
def test_what_makes_no_sense_is_refused_with_a_reason(
    network: ControlClient, do: str, arguments: dict[str, object]
) -> None:
    with pytest.raises(ControlError, match="expected"):
        network.ask(do, **arguments)
