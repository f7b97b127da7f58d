"""The templates that are in force, one for each kind of paper."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.paper import Paper
from kiosk.domain.papers.fill import fill
from kiosk.domain.papers.kinds import Facts, Kind
from kiosk.domain.papers.template import Template
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class Templates:
    """Makes papers of facts."""

    by_kind: Mapping[Kind, Template]

    def paper(self, kind: Kind, number: str, facts: Facts, words: Words) -> Paper:
        """One paper; `number` is what a strip that voids it calls it by."""
        blocks = fill(self.by_kind[kind], facts, words)
        return Paper(kind, number, blocks, copy="copy" in facts.flags)
