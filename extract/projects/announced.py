"""Projects that no Maßnahmenart heads: of a list that a sentence announces, "Gefördert werden folgende
Vorhaben:", or of a table whose column is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extract.certainty.confidence import with_doubted_name
from extract.language.language import says_something
from extract.language.passage import Passage, join_lines
from extract.layout.blocks import Block
from extract.layout.understand import Reading
from extract.projects.measure_drafts import Draft
from extract.projects.names import find_project, without_stop
from extract.projects.quoted import quoted_alone
from extract.projects.table_columns import columns_of
from extract.projects.tables import add_rows
from models.agreement import Project

ANNOUNCED = re.compile(
    r"\b(?i:folgende|nachstehende|nachfolgende|diese)[nrs]?\s+(?:[a-zäöüß]+\s+)?"
    r"(?P<title>(?:Projekte?|Vorhaben|Angebote?|Einzel(?:projekte?|vorhaben))n?)\b[^.:;]*:\s*$"
    r"|\b(?:die|den)\s+(?P<last>(?:Projekte?|Vorhaben|Angebote?|Einzel(?:projekte?|vorhaben))n?)"
    r"(?:\s+(?:wie\s+folgt|im\s+Einzelnen))?\s*:?\s*$"
)
# What announces something else: "Es gelten folgende Regeln:"
ANNOUNCES = re.compile(r"\b(?:folgende|nachstehende|nachfolgende|diese)[nrms]?\b", re.IGNORECASE)
# "II. Vorhaben", "§ 3 Geförderte Projekte und Förderbeträge"
HEADED = re.compile(
    r"(?:(?:§|Nr\.|Artikel|Ziffer)\s?)?(?:(?:\d{1,2}|[IVX]{1,4})[.)]?\s+)?"
    r"(?P<title>(?:[A-ZÄÖÜ][a-zäöüß]+e\s)?(?:(?:Einzelp|P)rojekte|(?:Einzelv|V)orhaben|Angebote))"
    r"(?:\s+(?:und|de[rs]|im)\s.*)?"
)
# What a column of projects is called.
COLUMN = re.compile(
    r"(?:(?:Name|Titel|Bezeichnung)\sde[rs]\s(?:Projekte?s?|Vorhabens?|Angebote?s?)"
    r"|(?:[A-ZÄÖÜ][a-zäöüß]+\s)?(?:Projekte?|Vorhaben|Angebote?|Maßnahmen?)(?:name|titel|bezeichnung)?)(?:\s?[(/,].*)?"
)
# What lines below a name tell of a project.
TELLS = re.compile(r"(?:\w*[Tt]räger|Anbieter|Durchführung|Plätze|Teilnehm\w+)\s?:")
DENIED = re.compile(r"\b(?:nicht|kein\w*|entf[aä]ll\w*(?!.*\bauf\b))\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=\w\w)[.;]\s")
FEWEST = 2
"""Names make a list."""


def announced_measures(reading: Reading) -> list[Draft]:
    """Each such list under what its sentence or its column calls it, in doubt: it stands for the Maßnahmenart
    that is not told. Only under a programme are there any."""
    if not reading.mentioned("programme"):
        return []
    blocks = reading.layout.blocks
    listed = [*_drafts(reading, blocks), *_of_tables(reading)] or list(_described(blocks))
    return listed or list(quoted_alone(reading))


def _described(blocks: Sequence[Block]) -> Iterator[Draft]:
    """The entries of a list below a heading, each with who runs it, or how many it is for, on lines below."""
    heading: Block | None = None
    drafts: dict[str, Draft] = {}
    for block, below in pairwise([*blocks, None]):
        heading = block if block is not None and block.kind == "heading" else heading
        if block is None or heading is None or block.kind != "item":
            continue
        lines = [*block.lines, *(below.lines if below is not None and below.kind != "heading" else ())]
        told = any(TELLS.match(line.text) for line in lines[1:3])
        project = _named_in(block.passage) if told else None
        if project is not None:
            drafts.setdefault(heading.text, Draft(None, heading.passage, None)).projects.append(project)
    return (draft for draft in drafts.values() if len(draft.projects) >= FEWEST)


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
        replace(draft, projects=[with_doubted_name(project) for project in draft.projects])
        for draft in drafts.values()
        if draft.projects
    ]


def _drafts(reading: Reading, blocks: Sequence[Block]) -> Iterator[Draft]:
    for index, block in enumerate(blocks):
        title = _announces(blocks, index)
        if title is None or DENIED.search(SENTENCE_END.split(block.text)[-1]):
            continue
        items = list(takewhile(lambda one: one.kind == "item", blocks[index + 1 :]))
        above = ["", *(item.text for item in items)]
        names = [_named(item, before) for item, before in zip(items, above, strict=False)]
        projects = [name for name in names if name is not None]
        if len(projects) == len(items) >= FEWEST:
            yield Draft(None, title, None, projects)


def _announces(blocks: Sequence[Block], index: int) -> Passage | None:
    """What a block calls the list below it; or what the heading above both does, if the block leads to a list
    or is that heading."""
    block = blocks[index]
    if block.kind == "item":
        return None
    if said := ANNOUNCED.search(block.text):
        return block.passage.part(*said.span(said.lastgroup or 0))
    heading = next((one for one in reversed(blocks[: index + 1]) if one.kind == "heading"), None)
    headed = HEADED.fullmatch(heading.text) if heading else None
    leads = block.text.endswith(":") and not ANNOUNCES.search(block.text)
    if heading is None or headed is None or not (block is heading or leads):
        return None
    return heading.passage.part(*headed.span("title"))


def _named(item: Block, above: str) -> Project | None:
    """The project that an item names and says nothing of."""
    return _named_in(without_stop(item.passage, above))


def _named_in(passage: Passage) -> Project | None:
    said = says_something(passage.text) or passage.text[:1].islower()
    project = None if said else find_project(passage)
    return with_doubted_name(project) if project else None
