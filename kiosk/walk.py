"""Walks a citizen's visit through the real window: codes before the camera, touches on the glass."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from devices.simulated.control import ControlError, ask
from kiosk.domain.trust import QUARANTINE_SECONDS
from kiosk.simulate import sandbox_issuer

GIVEN_NAME, FULL_NAME = "Siti", "Siti Rahmawati"


class WalkFailed(Exception):
    """The visit did not go as it should; the text says where it stopped."""


class Walk:
    """One pair of hands at one demo kiosk."""

    def __init__(
        self, hand: Path, camera: Path, printer: Path, network: Path, clock_offset: float
    ) -> None:
        self._hand = hand
        self._camera = camera
        self._printer = printer
        self._network = network
        self._issuer = sandbox_issuer(clock_offset)

    async def visit(self, pictures: Path, tray: Path) -> Sequence[str]:
        """One complete visit with an IKD code; returns lines that say where its pictures lie."""
        await self.wait("S00", cameraReady=True)
        shown = [await self.picture(pictures, "S00")]
        await self.tap("idle.take")
        await self.wait("S01")
        await self.show(self.fresh_ikd())
        await self.wait("S01", pill={"state": "ok", "text": f"Halo, {GIVEN_NAME}"})
        shown.append(await self.picture(pictures, "S01"))
        await self.wait("S02")
        await self.hide()
        shown.append(await self.picture(pictures, "S02"))
        label, more = await self.take_number(await self.first_service(), pictures)
        strips = await self.printed(1)
        await self.tap("done.finish")
        await self.wait("S00")
        return [
            f"Number taken: {label}",
            *(f"Screen: {path}" for path in (*shown, *more)),
            *(f"Ticket: {tray / str(strip['file'])}" for strip in strips),
        ]

    async def take_number(self, service: str, pictures: Path | None) -> tuple[str, list[Path]]:
        """From the catalogue to the number on screen; returns the label and the pictures taken."""
        shown = []
        await self.tap(f"tile.{service}")
        await self.wait("S07")
        if pictures:
            shown.append(await self.picture(pictures, "S07"))
        await self.tap("detail.take")
        found = await self.wait_any(("S09", "S10"))
        if pictures:
            shown.append(await self.picture(pictures, str(found["screen"])))
        view = found["view"]
        if not isinstance(view, Mapping):
            raise WalkFailed("the screen has no fields")
        return str(view["label"]), shown

    async def first_service(self) -> str:
        """The id of the first tile on S02."""
        view = (await self.look())["view"]
        tile = view["popular"][0] if isinstance(view, Mapping) else {}
        return str(tile["id"])

    async def pass_quarantine(self) -> None:
        """Advance the kiosk's clock until its own series may be used."""
        await self._ask(self._hand, "advance", seconds=QUARANTINE_SECONDS)

    def fresh_ikd(self) -> str:
        """A sandbox identity code, valid from now on the demo's clock."""
        return self._issuer.issue(GIVEN_NAME, FULL_NAME)

    async def tap(self, name: str) -> None:
        """Touch what is called `name`."""
        await self._ask(self._hand, "tap", name=name)

    async def key(self, name: str) -> None:
        """Press a key of the keypad: up, down, left, right, select, ..."""
        await self._ask(self._hand, "key", name=name)

    async def said(self) -> Sequence[str]:
        """What was spoken last, oldest first."""
        spoken = (await self._ask(self._hand, "said"))["said"]
        return [str(one) for one in spoken] if isinstance(spoken, list) else []

    async def wait(self, screen: str, **contains: object) -> Mapping[str, object]:
        """Wait for a screen with these fields."""
        return await self._ask(self._hand, "wait", screen=screen, contains=contains)

    async def wait_any(self, screens: Sequence[str]) -> Mapping[str, object]:
        """Wait for one of several screens."""
        return await self._ask(self._hand, "wait", screens=list(screens))

    async def look(self) -> Mapping[str, object]:
        """What is on the screen."""
        return await self._ask(self._hand, "look")

    async def picture(self, folder: Path, name: str) -> Path:
        """Save a picture of the screen."""
        path = folder / f"{name}.png"
        await self._ask(self._hand, "grab", file=str(path))
        return path

    async def show(self, text: str) -> None:
        """Hold a phone with a code before the camera."""
        await self._ask(self._camera, "show", text=text)

    async def hide(self) -> None:
        """Take the phone away."""
        await self._ask(self._camera, "hide")

    async def printed(self, count: int) -> Sequence[Mapping[str, object]]:
        """Wait for so many strips in the tray; returns what is on them."""
        waited = await self._ask(self._printer, "wait", strips=count, seconds=20)
        if not waited["reached"]:
            raise WalkFailed(f"{waited['strips']} strips printed, {count} expected")
        strips = (await self._ask(self._printer, "tray"))["strips"]
        return strips if isinstance(strips, list) else []

    async def paper(self, state: str) -> None:
        """Take paper out, or put it in."""
        await self._ask(self._printer, "set", paper=state)

    async def network(self, state: str) -> None:
        """Cut the network, or mend it."""
        await self._ask(self._network, "set", state=state)

    async def _ask(self, device: Path, do: str, **arguments: object) -> Mapping[str, object]:
        try:
            return await ask(device, do, **arguments)
        except ControlError as error:
            raise WalkFailed(str(error)) from error
