"""The words of the current language as QML reads them: `Words.t["common.back"]`."""

from collections.abc import Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QJSEngine, QJSValue

from kiosk.domain.words import Words


class WordsModel(QObject):
    """Holds every language and shows one; changing it rewrites all visible text at once."""

    changed = Signal()

    def __init__(self, languages: Mapping[str, Words], first: str = "id") -> None:
        super().__init__()
        self._languages = dict(languages)
        self._current = self._languages[first]
        self._engine: QJSEngine | None = None
        self._table = QJSValue()

    def serve(self, engine: QJSEngine) -> None:
        """Keep the words as an object of `engine`: a screen reads hundreds, and converts no table."""
        self._engine = engine
        self._table = self._converted()

    def show(self, language: str) -> None:
        """Change to `language`, which must be one of those given at the start."""
        if language == self._current.language:
            return
        self._current = self._languages[language]
        self._table = self._converted()
        self.changed.emit()

    @Slot(str, "QVariantMap", result=str)
    def fill(self, template: str, values: dict[str, object]) -> str:
        """Put `values` into the {placeholders} of `template`."""
        return template.format_map(_whole_numbers(values))

    def _converted(self) -> QJSValue:
        table = dict(self._current.table)
        return self._engine.toScriptValue(table) if self._engine else QJSValue()

    def _get_table(self) -> QJSValue:
        return self._table

    def _get_language(self) -> str:
        return self._current.language

    t = Property(QJSValue, _get_table, notify=changed)
    language = Property(str, _get_language, notify=changed)


def _whole_numbers(values: dict[str, object]) -> dict[str, object]:
    """JavaScript has one kind of number; show 3, never 3.0."""
    return {
        key: int(value) if isinstance(value, float) and value.is_integer() else value
        for key, value in values.items()
    }
