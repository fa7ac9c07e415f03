"""Projects of a list that a sentence announces, "Gefördert werden folgende Vorhaben:", and no Maßnahmenart
heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from extract.certainty.confidence import doubted
from extract.language.language import says_something
from extract.layout.blocks import Block
from extract.layout.understand import Reading
from extract.projects.measure_drafts import Draft
from extract.projects.names import find_project, without_stop
from models.agreement import Project

ANNOUNCED = re.compile(
    r"\b(?:folgende|nachstehende|nachfolgende|diese)[nrs]?\s+(?:[a-zäöüß]+\s+)?"
    r"(?P<title>(?:Projekte?|Vorhaben|Angebote?|Einzel(?:projekte?|vorhaben))n?)\b[^.:;]*:\s*$"
)
DENIED = re.compile(r"\b(?:nicht|kein\w*|entf[aä]ll\w*)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=\w\w)[.;]\s")
FEWEST = 2
"""Names make a list."""


def announced_measures(reading: Reading) -> list[Draft]:
    """Each such list under what its sentence calls it, in doubt: it stands for the Maßnahmenart that is not
    told. Only under a programme are there any."""
    if not reading.mentioned("programme"):
        return []
    return list(_drafts(reading, reading.layout.blocks))


def _drafts(reading: Reading, blocks: Sequence[Block]) -> Iterator[Draft]:
    for index, block in enumerate(blocks):
        said = ANNOUNCED.search(block.text) if block.kind != "item" else None
        if said is None or DENIED.search(SENTENCE_END.split(block.text)[-1]):
            continue
        items = list(takewhile(lambda one: one.kind == "item", blocks[index + 1 :]))
        above = ["", *(item.text for item in items)]
        names = [_named(item, before) for item, before in zip(items, above, strict=False)]
        projects = [name for name in names if name is not None]
        if len(projects) == len(items) >= FEWEST:
            yield Draft(None, block.passage.part(*said.span("title")), None, projects)


def _named(item: Block, above: str) -> Project | None:
    """The project that an item names and says nothing of."""
    said = says_something(item.text) or item.text[:1].islower()
    project = None if said else find_project(without_stop(item.passage, above))
    return project.model_copy(update={"name": doubted(project.name)}) if project else None
