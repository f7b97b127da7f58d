"""The laws of the house that no linter knows, read from the source files themselves."""

import ast
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAMS = ("kiosk", "ui", "devices", "config", "central")
COMMANDS = {
    *(
        "__main__",
        "cli",
        "clone_command",
        "demo",
        "dock",
        "enrol",
        "enrol_cli",
        "order_cli",
        "paper_preview",
        "screens",
    ),
    "simulate",
}
NOT_OURS = {"build", "dist", "var", "__pycache__"}

Place = str
Law = Callable[[ast.AST], bool]


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def _sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (ROOT / folder).rglob("*.py")


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _breaches(files: Iterable[Path], breaks: Law) -> list[Place]:
    return [
        f"{_name(file)}:{getattr(node, 'lineno', 1)}"
        for file in files
        for node in ast.walk(_tree(file))
        if breaks(node)
    ]


def _imported(node: ast.AST) -> tuple[str, ...]:
    """`from PySide6 import QtGui` and `import PySide6.QtGui` both name PySide6.QtGui."""
    match node:
        case ast.Import(names=names):
            return tuple(name.name for name in names)
        case ast.ImportFrom(module=str(module), names=names):
            return tuple(f"{module}.{name.name}" for name in names)
    return ()


def _called(node: ast.AST) -> str:
    """`time.sleep` of `time.sleep(5)`; the last two names of a longer chain."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)):
            return f"{owner}.{name}"
        case ast.Call(func=ast.Attribute(value=ast.Attribute(attr=owner), attr=name)):
            return f"{owner}.{name}"
    return ""


def test_devices_take_only_painting_from_qt_and_only_for_the_ticket() -> None:
    painting = ("PySide6.QtGui", "PySide6.QtCore")

    def breaks(node: ast.AST) -> bool:
        return any(
            name.startswith("PySide6") and not name.startswith(painting) for name in _imported(node)
        )

    def uses_qt(node: ast.AST) -> bool:
        return any(name.startswith("PySide6") for name in _imported(node))

    printing = set(_sources("devices/printing"))
    others = set(_sources("devices")) - printing

    assert _breaches(printing, breaks) + _breaches(others, uses_qt) == []


def test_the_domain_asks_nobody_for_the_time() -> None:
    clock = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today"}

    assert _breaches(_sources("kiosk/domain"), lambda node: _called(node) in clock) == []


def test_only_the_composition_root_and_commands_import_by_name() -> None:
    # They defer what is slow until it is needed; anywhere else this hides a direction.
    late = {"importlib.import_module", "import_module", "__import__"}
    others = [file for file in _sources(*PROGRAMS) if file.stem not in COMMANDS | {"app"}]

    assert _breaches(others, lambda node: _called(node) in late) == []


def test_only_runner_supervisor_and_guard_keep_an_exception_they_do_not_know() -> None:
    # One for decisions, one for the loop's tasks, one for the threads of devices: an exception
    # that leaves a thread ends it unheard, and the device with it.
    last_guards = {
        *(ROOT / "kiosk/runner.py", ROOT / "kiosk/supervisor.py"),
        *(ROOT / "devices/guard.py", ROOT / "central/keeping.py"),
    }

    def breaks(node: ast.AST) -> bool:
        match node:
            case ast.ExceptHandler():
                return _catches_all(node) and not _passes_on(node)
            case ast.Call(args=args) if _called(node).endswith("suppress"):
                return any(_names_everything(argument) for argument in args)
        return False

    assert _breaches(set(_sources(*PROGRAMS)) - last_guards, breaks) == []


def _names_everything(caught: ast.expr) -> bool:
    names = {part.id for part in ast.walk(caught) if isinstance(part, ast.Name)}
    return not names.isdisjoint({"Exception", "BaseException"})


def _catches_all(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or _names_everything(handler.type)


def _passes_on(handler: ast.ExceptHandler) -> bool:
    """Raised again as it was after tidying up, or given to whoever awaits the answer."""
    match handler.body[-1]:
        case ast.Raise(exc=None):
            return True
    parts = ast.walk(handler)
    return any(isinstance(part, ast.Attribute) and part.attr == "set_exception" for part in parts)


def test_only_commands_print() -> None:
    others = [file for file in _sources(*PROGRAMS) if file.stem not in COMMANDS]

    assert _breaches(others, lambda node: _called(node) == "print") == []


def test_no_connection_goes_unverified_and_no_secret_is_a_bearer_token() -> None:
    def breaks(node: ast.AST) -> bool:
        match node:
            case ast.keyword(arg="verify" | "check_hostname", value=ast.Constant(value=False)):
                return True
            case ast.Attribute(attr="CERT_NONE" | "_create_unverified_context"):
                return True
            case ast.Constant(value=str(text)):
                return "bearer " in text.lower()
        return False

    assert _breaches(_sources(*PROGRAMS), breaks) == []


def test_tests_use_fakes_and_not_mocks() -> None:
    def breaks(node: ast.AST) -> bool:
        return any({"mock", "pytest_mock"} & set(name.split(".")) for name in _imported(node))

    assert _breaches(_sources("tests"), breaks) == []


def test_tests_move_the_clock_and_do_not_sleep() -> None:
    waits = {"sleep", "time.sleep", "asyncio.sleep", "qtbot.wait", "QTest.qSleep"}

    def breaks(node: ast.AST) -> bool:
        match node:
            case ast.Call(args=[ast.Constant(value=0)]):  # asyncio.sleep(0): the loop's next turn
                return False
        return _called(node) in waits

    assert _breaches(_sources("tests"), breaks) == []


def test_no_file_is_named_for_having_no_subject() -> None:
    shapeless = {"util", "utils", "helper", "helpers", "misc", "common"}

    found = [_name(file) for file in _our_files() if file.stem in shapeless]

    assert found == []


def test_no_file_names_the_machine_it_was_written_on() -> None:
    # Put together here, so that this file does not name them itself.
    machine = [f"/{folder}/".encode() for folder in ("work", "root")] + [b"bash" + b"_jobs"]

    found = [
        _name(file) for file in _our_files() if any(path in file.read_bytes() for path in machine)
    ]

    assert found == []


def _our_files() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [
            name for name in folders if name not in NOT_OURS and (name == ".ci" or name[0] != ".")
        ]
        yield from (Path(folder) / name for name in files)
