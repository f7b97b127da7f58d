"""The way back from the simulated printer to its client: answers may be late, double, lost or spoilt."""

from enum import StrEnum

NEVER = float("inf")
LATE_SECONDS = 1.5
NOISE = b"\xff\x80"
XOFF, XON = b"\x13", b"\x11"


class Spoilt(StrEnum):
    """What happens to answers on their way."""

    NO = "no"
    LATE = "late"
    DOUBLED = "doubled"
    LOST = "lost"
    """Every second one."""
    GARBLED = "garbled"
    """Every second one has bits that no answer has."""
    NOISY = "noisy"
    FLOW_INSIDE = "flow-inside"
    """XOFF after the first byte of each, XON after its end, as on a serial line that is busy."""


class AnswerPath:
    """Keeps answers until they are due. Those that are late outlive their connection."""

    def __init__(self) -> None:
        self.spoilt = Spoilt.NO
        self.late_seconds = LATE_SECONDS
        self._count = 0
        self._waiting: list[tuple[float, bytes]] = []

    def put(self, answer: bytes, now: float) -> None:
        """An answer leaves the printer."""
        self._count += 1
        delay = self.late_seconds if self.spoilt is Spoilt.LATE else 0.0
        self._waiting.append((now + delay, self._spoil(answer, even=self._count % 2 == 0)))

    def _spoil(self, answer: bytes, *, even: bool) -> bytes:
        match self.spoilt:
            case Spoilt.DOUBLED:
                return answer + answer
            case Spoilt.LOST:
                return b"" if even else answer
            case Spoilt.GARBLED:
                return bytes((answer[0] | 0x80, *answer[1:])) if even else answer
            case Spoilt.NOISY:
                return NOISE + answer + NOISE
            case Spoilt.FLOW_INSIDE:
                return answer[:1] + XOFF + answer[1:] + XON
            case _:
                return answer

    def due(self) -> float:
        """When the next answer arrives."""
        return self._waiting[0][0] if self._waiting else NEVER

    def arrived(self, now: float) -> bytes:
        """What arrives until `now`."""
        data = b""
        while self._waiting and self._waiting[0][0] <= now:
            data += self._waiting.pop(0)[1]
        return data

    def forget(self) -> None:
        """The power went."""
        self._waiting.clear()
