"""Tables whose columns are the Maßnahmenarten: projects below them, or before them with a tick or a sum."""

from __future__ import annotations

from extract.language.passage import join_lines
from extract.layout.understand import Reading
from extract.projects.cells import projects_in
from extract.projects.measure_drafts import (
    Draft,
    known_or_new,
    number_of,
    place_project,
)
from extract.projects.table_columns import (
    SUM_ROW,
    holds_figure,
    number_before,
)
from extract.tables.table import TICK, Table


def measures_across(reading: Reading, table: Table) -> dict[int, Draft]:
    """The measures that head the columns of a table, by column; none if fewer than two do."""
    heads = {}
    for column in range(len(table.rows[0])):
        for rows in sorted({1, _head_rows(table)}):
            passage = join_lines([line for row in table.rows[:rows] for line in row[column].lines])
            head = number_before(passage.text)
            title = passage.part(head.end(), len(passage.text)) if head else passage
            if title.text and (match := reading.reference.match_measure(title.text)):
                heads[column] = Draft(number_of(head["number"]) if head else None, title, match)
    return heads if len(heads) > 1 else {}


def _head_rows(table: Table) -> int:
    """How many rows are headings: below the first, those without first cell, tick and figure."""
    below = (
        index
        for index, row in enumerate(table.rows)
        if index and (row[0].text or any(TICK.fullmatch(cell.text) or holds_figure(cell) for cell in row[1:]))
    )
    return next(below, 1)


def add_columns(table: Table, heads: dict[int, Draft], drafts: list[Draft]) -> None:
    """Projects in the columns below their measures, or before them: there a tick or a sum says which."""
    body = table.rows[_head_rows(table) :]
    others = [column for column in range(len(table.rows[0])) if column not in heads]
    filled = [row[column] for row in body for column in heads if row[column].text]
    chosen = bool(filled) and all(holds_figure(cell) or TICK.fullmatch(cell.text) for cell in filled)
    named = max(others, key=lambda column: _letters(table, column)) if chosen and others else None
    for column, head in heads.items():
        draft = known_or_new(head, drafts)
        for row in body:
            cell = row[column] if named is None else row[named]
            if not row[column].text or SUM_ROW.search(cell.text) or holds_figure(cell):
                continue
            for project in projects_in(cell, (), table.headers[column], cell.bbox[2], by_rows=False):
                place_project(project, draft, drafts)


def _letters(table: Table, column: int) -> int:
    return sum(char.isalpha() for row in table.rows[1:] for char in row[column].text)
