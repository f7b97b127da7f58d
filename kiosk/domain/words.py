"""The words of one language, looked up by key. A missing key is a bug and is loud."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """All strings of one language; fallbacks were filled in when the files were read."""

    language: str
    table: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the string of `key` with its {placeholders} filled. Raises KeyError when absent."""
        text = self.table[key]
        return text.format(**values) if values else text
