"""Finds services by what people type: any word's beginning, colloquial words, one slip of a finger."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kiosk.domain.catalogue import Catalogue, Service

RESULTS_MOST = 24
TYPO_FROM_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A service found, and which part of its shown name to mark (length 0: none)."""

    service: Service
    start: int
    length: int


def search(catalogue: Catalogue, query: str, language: str = "id") -> Sequence[Match]:
    """Services whose words begin with every word of the query, best first."""
    wanted = words_of(query)
    if not wanted:
        return ()
    found = []
    for place, service in enumerate(catalogue.services.values()):
        rank = _rank(service, catalogue.agency_of(service).short_name, wanted)
        if rank is not None:
            found.append((rank, place, service))
    found.sort(key=lambda one: one[:2])
    return tuple(_match(service, wanted, language) for _, _, service in found[:RESULTS_MOST])


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words without accents and signs."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return tuple("".join(sign if sign.isalnum() else " " for sign in plain).split())


def _rank(service: Service, agency: str, wanted: Iterable[str]) -> int | None:
    """0 where the name matches, 1 for other words of the service, 2 with a typo; None: no match."""
    name = words_of(service.ticket_name) + words_of(service.name) + words_of(service.name_en or "")
    others = tuple(word for text in (*service.keywords, agency) for word in words_of(text))
    worst = 0
    for one in wanted:
        if any(word.startswith(one) for word in name):
            continue
        if any(word.startswith(one) for word in others):
            worst = max(worst, 1)
        elif len(one) >= TYPO_FROM_LETTERS and any(_slip(one, word) for word in name + others):
            worst = 2
        else:
            return None
    return worst


@lru_cache(maxsize=65536)
def _slip(typed: str, word: str) -> bool:
    """True when one letter added, left out, changed or swapped turns `typed` into a beginning."""
    for length in (len(typed) - 1, len(typed), len(typed) + 1):
        if _one_apart(typed, word[:length]):
            return True
    return False


def _one_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, tail = one[start:], other[start:]
    changed = rest[1:] == tail[1:]
    swapped = rest[:2] == tail[:2][::-1] and rest[2:] == tail[2:]
    return changed or swapped or rest[1:] == tail or rest == tail[1:]


def _match(service: Service, wanted: Iterable[str], language: str) -> Match:
    shown = (service.name_en if language == "en" else None) or service.ticket_name
    lower = shown.lower()
    for one in wanted:
        for start in range(len(lower)):
            at_word = start == 0 or not lower[start - 1].isalnum()
            if at_word and lower.startswith(one, start):
                return Match(service, start, len(one))
    return Match(service, 0, 0)
