"""The rows of a table of projects, each with the Maßnahmenart in a column of its own or in a row above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.amounts.money_columns import money_columns
from extract.amounts.money_units import counted_amount, units_of
from extract.certainty.confidence import with_repaired_name
from extract.geometry import union
from extract.language.language import says_something
from extract.language.passage import Passage
from extract.layout.layout import PlacedTable
from extract.layout.understand import Reading
from extract.projects.cells import list_by_lines, projects_in
from extract.projects.keys import Key
from extract.projects.measure_drafts import (
    Draft,
    known_or_new,
    place_project,
)
from extract.projects.names import ON_ITS_OWN_LINE
from extract.projects.struck_codes import without_ticks
from extract.projects.table_columns import (
    NUMBER_HEADER,
    SUM_ROW,
    Columns,
    heads_measures,
)
from extract.projects.table_measures import (
    counted_parts,
    heads_set_alike,
    measure_of_cell,
    measure_row,
    with_rest,
)
from extract.tables.table import Cell, Table
from models.agreement import Project

# A cell that counts the Maßnahmenart in the cell beside it: "1", "2.", "3 –".
COUNT = re.compile(r"\.?(?P<number>\d{1,2})\.?(?:\s?[–—-])?")
DASHED_COUNT = re.compile(r"\d{1,2}\s?[–—-]")
# A cell that says what the one above says.
DITTO = re.compile(r"(?:wie\s(?:vor|oben)|dto\.?|desgl\.?|s\.\s?o\.|ebenso|[\W_]{1,3})", re.IGNORECASE)
# What no name of a project is: "(Nachrücker)".
BRACKET = re.compile(r"\([^()]{3,}\)|\[[^\[\]]{3,}\]")


Row = tuple[Cell, ...]


def add_part(
    reading: Reading,
    placed: PlacedTable,
    columns: Columns,
    drafts: list[Draft],
    current: Draft | None,
    key: Key,
) -> Draft | None:
    """Adds the rows below one heading; `current` is the measure above them. Returns that of the last row."""
    if columns.project is None and columns.measure is None:
        return current
    return _Rows(reading, placed, columns, drafts, key).add(None if columns.measure is not None else current)


class _Rows:
    """The rows below one heading of a table, and what all of them tell of each."""

    def __init__(
        self, reading: Reading, placed: PlacedTable, columns: Columns, drafts: list[Draft], key: Key
    ) -> None:
        self._reading, self._table, self._columns = reading, placed.table, columns
        self._drafts, self._key = drafts, key
        self._rows = placed.table.rows[columns.header :]
        self._units = units_of(placed, reading.layout.blocks)
        self._money = set(columns.money) & set(money_columns(self._rows, self._table.headers, self._units))
        self._counted = _counting_column(self._table, columns)
        self._parts = counted_parts(self._rows, columns) | heads_set_alike(reading, placed.table, columns)
        self._by_rows = _has_rows_of_projects(self._rows, columns)
        at, by = columns.project, columns.measure
        self._by_lines = at is not None and list_by_lines([row[at] for row in self._rows])
        self._told = without_ticks([] if by is None else [row[by] for row in self._rows])

    def add(self, current: Draft | None) -> Draft | None:
        """Adds them to the drafts; `current` is the measure above them. Returns that of the last row."""
        rest: Row = ()
        for index, row in enumerate(self._rows):
            below = self._rows[index + 1] if index + 1 < len(self._rows) else ()
            if row is rest:
                continue  # of a title, or a bracket
            if self._columns.project is not None:
                row, rest = _with_bracket(row, below, self._columns.project) or (row, rest)
            label = self._label(row)
            if not label or SUM_ROW.search(label) or (row is self._rows[-1] and self._is_total()):
                continue
            if (said := self._said(index, current)) is not None:
                current = self._measure_of(said, row)
            elif (head := self._heading(row, label)) is not None:
                if longer := with_rest(self._reading, head, below):
                    head, rest = longer, below
                current = known_or_new(head, self._drafts)
                continue
            if self._columns.project is None or not self._names_project(row, self._columns.project, current):
                continue
            if _leaves_list(row):
                return None
            struck = bool(self._told) and self._told[index][1]
            self._add_projects(self._projects_of(row, self._columns.project, struck), row, current)
        return current

    def _label(self, row: Row) -> str:
        return " ".join(
            cell.text for index, cell in enumerate(row) if index not in self._columns.money
        ).strip()

    def _said(self, index: int, current: Draft | None) -> Passage | None:
        """What the column of Maßnahmenarten says in a row, if it does not say what it says above."""
        if not self._told:
            return None
        said, struck = self._told[index]
        if struck and current is None:
            # The first rows are of what the first number that can be read says.
            said = next((one for one, _ in self._told[index:] if one.text), said)
        return said if said.text and not DITTO.fullmatch(said.text) else None

    def _measure_of(self, said: Passage, row: Row) -> Draft:
        measure = measure_of_cell(self._reading, said, self._drafts, self._key)
        if self._counted is not None and measure.number is None:
            count = COUNT.fullmatch(row[self._counted].text)
            measure.number = int(count["number"]) if count else None
        return measure

    def _heading(self, row: Row, label: str) -> Draft | None:
        if self._columns.measure is not None:
            return None
        return measure_row(self._reading, row, self._columns, label in self._parts)

    def _names_project(self, row: Row, column: int, current: Draft | None) -> bool:
        """Does a cell name a project? Neither the Maßnahmenart does, "1 | Ausbildung" above its projects, nor
        what a form tells of the project above, "Träger | Volkshochschule"."""
        titled = self._columns.measure is not None and current and _says_title(row[column], current)
        told = column and ON_ITS_OWN_LINE.match(row[0].text)
        return bool(row[column].text) and not titled and not told

    def _projects_of(self, row: Row, column: int, struck: bool) -> list[Project]:
        projects = projects_in(
            row[column],
            [cell for index, cell in enumerate(row) if index not in (self._columns.measure, column)],
            self._table.headers[column],
            _right_edge(self._reading, self._table, row[column], column),
            by_rows=self._by_rows,
            by_lines=self._by_lines,
        )
        if struck:
            projects = [with_repaired_name(one) for one in projects]
        sums = [
            (row[column].passage, value)
            for column in self._money
            if (value := counted_amount(row[column], self._units[column])) is not None
        ]
        if len(sums) == len(projects) == 1:
            printed, (figure, _) = sums[0]
            projects = [projects[0].model_copy(update={"amount": printed.whole(figure)})]
        return projects

    def _add_projects(self, projects: Sequence[Project], row: Row, current: Draft | None) -> None:
        for project in projects:
            place_project(project, current, self._drafts)
        if current is None:
            return
        current.tabled = current.tabled or sum(bool(cell.text) for cell in row) > 1
        if not self._table.columns and len(projects) == 1:
            current.framed.add(projects[0].name.value)

    def _is_total(self) -> bool:
        """Is the last row, by another name, the sum of those above? It has a figure, and alone no number."""
        *body, last = self._rows
        counted = len(body) > 1 and all(row[0].text for row in body) and not last[0].text
        return bool(self._columns.project) and counted and any(last[at].text for at in self._columns.money)


def _with_bracket(row: Row, below: Row, column: int) -> tuple[Row, Row] | None:
    """A row with the bracket that alone stands in the next one, and that row: without rules it was taken for
    one of its own."""
    alone = bool(below) and [index for index, cell in enumerate(below) if cell.text] == [column]
    if not (alone and row[column].text and BRACKET.fullmatch(below[column].text)):
        return None
    lines = (*row[column].lines, *below[column].lines)
    whole = Cell(union([row[column].bbox, below[column].bbox]), lines)
    return (*row[:column], whole, *row[column + 1 :]), below


def _leaves_list(row: Sequence[Cell]) -> bool:
    """Is a row a heading or a sentence across the table: what stands below it was taken into it?"""
    alone = len(row) > 1 and not any(cell.text for cell in row[1:])
    return alone and (row[0].text.startswith("§") or says_something(row[0].text))


def _has_rows_of_projects(rows: Sequence[Row], columns: Columns) -> bool:
    """Has each project its own row? Then there are more of them than Maßnahmenarten."""
    if columns.project is None:
        return False
    if columns.measure is None:
        return True
    named = [row[columns.measure].text for row in rows if row[columns.project].text]
    return any(DITTO.fullmatch(text) or not text for text in named) or len(set(named)) < len(named)


def _right_edge(reading: Reading, table: Table, cell: Cell, column: int) -> float:
    """Where the lines of a cell break (points): at its rule, the next column, or where the page ends."""
    if not table.columns:
        return cell.bbox[2] - max(min(line.bbox[0] for line in cell.lines) - cell.bbox[0], 0.0)
    lines = (
        line for other in reading.layout.blocks for line in other.lines if line.page == cell.lines[0].page
    )
    last = column + 1 == len(table.columns)
    return max((line.bbox[2] for line in lines), default=cell.bbox[2]) if last else table.columns[column][1]


def _counting_column(table: Table, columns: Columns) -> int | None:
    """The column that counts the Maßnahmenarten: the one before theirs, if it has one number for each and a
    dash behind it, "2 – | Ausbildung"; or the first, if none has two rows."""
    at = columns.measure
    if not at:
        return None
    told = [(row[at - 1].text, row[at].text) for row in table.rows[columns.header :] if row[at].text]
    titles = {title for _, title in told}
    pairs = {(count["number"], title) for beside, title in told if (count := COUNT.fullmatch(beside))}
    each = len(pairs) == len(titles) == len({number for number, _ in pairs})
    if each and any(DASHED_COUNT.fullmatch(beside) for beside, _ in told):
        return at - 1
    heads = NUMBER_HEADER.match(table.headers[0]) or heads_measures(table.headers[0])
    return 0 if columns.project != 0 and heads and len(titles) == len(told) else None


def _says_title(cell: Cell, draft: Draft) -> bool:
    """Is it the title of a Maßnahmenart, and no project of it, that stands in the column of these?"""
    return " ".join(cell.text.split()).casefold() == " ".join(draft.title.text.split()).casefold()
