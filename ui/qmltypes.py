"""Writes what QML may know of our Python types, so that qmllint can check every use of them:

`python -m ui.qmltypes` rewrites `ui/qml/Anjungan/Anjungan.qmltypes`; a test compares it.
"""

from collections.abc import Iterator

from PySide6.QtCore import QMetaMethod, QMetaObject, QMetaProperty, QObject

from ui.preview import CameraPreview
from ui.shell import MAJOR, MINOR, MODULE, QML_FOLDER, SINGLETONS

FILE = QML_FOLDER / MODULE / f"{MODULE}.qmltypes"
# Signals with Python objects mean nothing to QML.
HIDDEN = {"sent", "aimed"}


def describe() -> str:
    """Return the text of the qmltypes file."""
    lines = ["import QtQuick.tooling 1.2", "", "Module {"]
    for name, type_ in SINGLETONS:
        lines += _component(type_, name, base="QObject", singleton=True)
    lines += _component(CameraPreview, "CameraPreview", base="QQuickPaintedItem", singleton=False)
    return "\n".join([*lines, "}", ""])


def _component(type_: type[QObject], name: str, *, base: str, singleton: bool) -> Iterator[str]:
    meta: QMetaObject = type_.staticMetaObject  # type: ignore[attr-defined] # not in the stubs
    yield "    Component {"
    yield f'        name: "{type_.__name__}"'
    yield '        accessSemantics: "reference"'
    yield f'        prototype: "{base}"'
    yield f'        exports: ["{MODULE}/{name} {MAJOR}.{MINOR}"]'
    yield f"        exportMetaObjectRevisions: [{MAJOR * 256 + MINOR}]"
    if singleton:
        yield "        isCreatable: false"
        yield "        isSingleton: true"
    for index in range(meta.propertyOffset(), meta.propertyCount()):
        yield f"        {_property(meta.property(index))}"
    yield from _methods(meta)
    yield "    }"


def _property(found: QMetaProperty) -> str:
    parts = [f'name: "{_text(found.name())}"', f'type: "{_type(found)}"']
    if not found.isWritable():
        parts.append("isReadonly: true")
    if found.isConstant():
        parts.append("isPropertyConstant: true")
    if found.hasNotifySignal():
        parts.append(f'notify: "{_name(found.notifySignal())}"')
    return f"Property {{ {'; '.join(parts)} }}"


def _methods(meta: QMetaObject) -> Iterator[str]:
    for index in range(meta.methodOffset(), meta.methodCount()):
        method = meta.method(index)
        name = _name(method)
        if name in HIDDEN:
            continue
        is_signal = method.methodType() is QMetaMethod.MethodType.Signal
        kind = "Signal" if is_signal else "Method"
        yield f"        {kind} {{"
        yield f'            name: "{name}"'
        if _type(method) != "void":
            yield f'            type: "{_type(method)}"'
        for number, each in enumerate(method.parameterTypes()):
            yield f'            Parameter {{ name: "p{number}"; type: "{each.toStdString()}" }}'
        yield "        }"


def _name(method: QMetaMethod) -> str:
    return method.name().toStdString()


def _type(of: QMetaProperty | QMetaMethod) -> str:
    return _text(of.typeName())


def _text(given: object) -> str:
    """The stubs promise bytes; PySide6 gives text."""
    return str(given)


if __name__ == "__main__":
    FILE.write_text(describe(), encoding="utf-8")
