"""Projects that no Maßnahmenart heads: of a list that a sentence announces, "Gefördert werden folgende
Vorhaben:", or of a table whose column is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from extract.certainty.confidence import doubted
from extract.language.language import says_something
from extract.language.passage import join_lines
from extract.layout.blocks import Block
from extract.layout.understand import Reading
from extract.projects.measure_drafts import Draft
from extract.projects.names import find_project, without_stop
from extract.projects.table_columns import columns_of
from extract.projects.tables import add_rows
from models.agreement import Project

ANNOUNCED = re.compile(
    r"\b(?:folgende|nachstehende|nachfolgende|diese)[nrs]?\s+(?:[a-zäöüß]+\s+)?"
    r"(?P<title>(?:Projekte?|Vorhaben|Angebote?|Einzel(?:projekte?|vorhaben))n?)\b[^.:;]*:\s*$"
)
# What a column of projects is called.
COLUMN = re.compile(
    r"(?:(?:Name|Titel|Bezeichnung)\sde[rs]\s(?:Projekte?s?|Vorhabens?|Angebote?s?)"
    r"|(?:[A-ZÄÖÜ][a-zäöüß]+\s)?(?:Projekte?|Vorhaben|Angebote?)(?:name|titel|bezeichnung)?)(?:\s?[(/,].*)?"
)
DENIED = re.compile(r"\b(?:nicht|kein\w*|entf[aä]ll\w*)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=\w\w)[.;]\s")
FEWEST = 2
"""Names make a list."""


def announced_measures(reading: Reading) -> list[Draft]:
    """Each such list under what its sentence or its column calls it, in doubt: it stands for the Maßnahmenart
    that is not told. Only under a programme are there any."""
    if not reading.mentioned("programme"):
        return []
    return [*_drafts(reading, reading.layout.blocks), *_of_tables(reading)]


def _of_tables(reading: Reading) -> list[Draft]:
    """What the tables list that have a column of projects and tell more of each beside it; columns of one
    name go on with each other. A row that tells no more of its name heads others."""
    drafts: dict[str, Draft] = {}
    for placed in reading.layout.tables:
        columns = columns_of(reading, placed.table, headless=False)
        at = columns.project
        heads, body = placed.table.rows[: columns.header], placed.table.rows[columns.header :]
        lines = [line for row in heads if at is not None for line in row[at].lines]
        if columns.measure is not None or not lines or not COLUMN.fullmatch(lines[0].text):
            continue
        title = join_lines(lines[:1])
        if told := [row for row in body if sum(bool(cell.text) for cell in row) > 1]:
            draft = drafts.setdefault(title.text, Draft(None, title, None))
            part = replace(placed.table, rows=(*heads, *told))
            add_rows(reading, replace(placed, table=part), columns, draft)
    return [
        replace(draft, projects=[_in_doubt(project) for project in draft.projects])
        for draft in drafts.values()
        if draft.projects
    ]


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
    return _in_doubt(project) if project else None


def _in_doubt(project: Project) -> Project:
    return project.model_copy(update={"name": doubted(project.name)})
