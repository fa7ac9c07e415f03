"""Projects in tables: the Maßnahmenart in a column, in a row above them, or across."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.amounts.money_units import counted_amount, units_of
from extract.amounts.table_amounts import money_columns
from extract.certainty.confidence import repaired
from extract.geometry import union
from extract.language.language import says_something
from extract.language.passage import Passage, join_lines, join_passages
from extract.layout.layout import PlacedTable
from extract.layout.understand import Reading
from extract.projects.cells import list_by_lines, projects_in
from extract.projects.keys import Key, explained
from extract.projects.measure_drafts import (
    MEASURE_HEAD,
    Draft,
    before_sum,
    known_or_new,
    number_of,
    place_project,
)
from extract.projects.names import ON_ITS_OWN_LINE
from extract.projects.struck_codes import without_ticks
from extract.projects.table_columns import (
    NUMBER_HEADER,
    SUM_ROW,
    Columns,
    columns_of,
    heads_columns,
    heads_measures,
    holds_figure,
    names_measures,
    number_before,
    without_its_number,
)
from extract.tables.headings import HEADING, counts_up
from extract.tables.table import TICK, Cell, Table

# A cell that counts the Maßnahmenart in the cell beside it: "1", "2.", "3 –".
COUNT = re.compile(r"\.?(?P<number>\d{1,2})\.?(?:\s?[–—-])?")
DASHED_COUNT = re.compile(r"\d{1,2}\s?[–—-]")
# A cell that names a Maßnahmenart by its number or letter alone.
CODE = re.compile(r"(?:MA|Nr\.)?\s?(?P<code>\d{1,2}|[A-H]|[IVX]{1,4})\.?")
# A cell that says what the one above says.
DITTO = re.compile(r"(?:wie\s(?:vor|oben)|dto\.?|desgl\.?|s\.\s?o\.|ebenso|[\W_]{1,3})", re.IGNORECASE)
# What no name of a project is: "(Nachrücker)".
BRACKET = re.compile(r"\([^()]{3,}\)|\[[^\[\]]{3,}\]")


def add_tables(reading: Reading, drafts: list[Draft], above: Mapping[int, Draft | None], key: Key) -> None:
    """Adds what the tables say to the drafts; `above` is the measure under which a block stands, `key`
    tells what the codes of Maßnahmenarten stand for."""
    last: Draft | None = None
    before: PlacedTable | None = None
    columns = Columns(None, None, (), 0)
    for placed in reading.layout.tables:
        headless = last is not None and before is not None and _goes_on(before, placed)
        current = last if headless or _is_headed(before, placed) else above[placed.position]
        for part in _stacked(placed.table):
            if across := _measures_across(reading, part):
                _add_columns(part, across, drafts)
                current = None
            else:
                columns = _going_on(
                    columns, columns_of(reading, part, headless=headless), reading, part, headless
                )
                current = _add_part(reading, replace(placed, table=part), columns, drafts, current, key)
            headless = False
        last, before = current, placed


def add_rows(reading: Reading, placed: PlacedTable, columns: Columns, draft: Draft) -> None:
    """Adds the projects of a table to those of the one Maßnahmenart they are of."""
    _add_part(reading, placed, columns, [draft], draft, {})


def _goes_on(before: PlacedTable, placed: PlacedTable) -> bool:
    """Is a table without headings the rest of the one on the page before? Between them no section begins."""
    follows = placed.table.page == before.table.page + 1 and placed.section == before.section
    return follows and not any(HEADING.match(cell.text) for cell in placed.table.rows[0])


def _is_headed(before: PlacedTable | None, placed: PlacedTable) -> bool:
    """Does the last row of the table before it, a heading alone, stand right above a table?"""
    alone = before is not None and not any(cell.text for cell in before.table.rows[-1][1:])
    return alone and before is not None and before.position == placed.position


def _going_on(before: Columns, columns: Columns, reading: Reading, table: Table, headless: bool) -> Columns:
    """The columns of a table, those of the one `before` if it goes on with that and tells the Maßnahmenart of
    each row, too."""
    at = before.measure
    if not headless or at is None or at >= len(table.headers):
        return columns
    named = names_measures(reading, [row[at].text for row in table.rows if row[at].text])
    return replace(before, money=columns.money, header=0) if named else columns


def _stacked(table: Table) -> list[Table]:
    """Tables that stand close below each other, and were taken for one: each has its own heading."""
    heads = [index for index, row in enumerate(table.rows) if index and heads_columns(row)]
    bounds = [0, *heads, len(table.rows)]
    return [replace(table, rows=table.rows[one:two]) for one, two in pairwise(bounds)]


def _add_part(
    reading: Reading,
    placed: PlacedTable,
    columns: Columns,
    drafts: list[Draft],
    current: Draft | None,
    key: Key,
) -> Draft | None:
    """Adds the rows below one heading; `current` is the measure above them. Returns that of the last row."""
    rows, table_headers = placed.table.rows, placed.table.headers
    if columns.project is None and columns.measure is None:
        return current
    units = units_of(placed, reading.layout.blocks)
    money = set(columns.money) & set(money_columns(rows[columns.header :], table_headers, units))
    if columns.measure is not None:
        current = None
    counted = _counting_column(placed.table, columns)
    by_rows = _has_rows_of_projects(rows, columns)
    by_lines = columns.project is not None and list_by_lines(
        [row[columns.project] for row in rows[columns.header :]]
    )
    following: Iterator[tuple[Cell, ...]] = iter([*rows[columns.header + 1 :], ()])
    whole: tuple[Cell, ...] = ()
    parts = _counted_parts(rows[columns.header :], columns)
    at = columns.measure
    told = without_ticks([] if at is None else [row[at] for row in rows[columns.header :]])
    for index, row in enumerate(rows[columns.header :]):
        below = next(following)
        if row is whole:
            continue  # the rest of a title
        if columns.project is not None:
            row, whole = _with_bracket(row, below, columns.project) or (row, whole)
        label = " ".join(cell.text for index, cell in enumerate(row) if index not in columns.money).strip()
        if SUM_ROW.search(label) or not label or (row is rows[-1] and _is_total(rows, columns)):
            continue
        said, struck = told[index] if told else (None, False)
        if said is not None and struck and current is None:
            # The first rows are of what the first number that can be read says.
            said = next((one for one, _ in told[index:] if one.text), said)
        if said is not None and said.text and not DITTO.fullmatch(said.text):
            current = _measure_of_cell(reading, said, drafts, key)
            if (
                counted is not None
                and current.number is None
                and (count := COUNT.fullmatch(row[counted].text))
            ):
                current.number = int(count["number"])
        elif (
            columns.measure is None
            and (head := _measure_row(reading, row, columns, label in parts)) is not None
        ):
            if longer := _with_rest(reading, head, below):
                head, whole = longer, below
            current = known_or_new(head, drafts)
            continue
        if columns.project is None or not row[columns.project].text:
            continue
        if columns.measure is not None and current and _says_title(row[columns.project], current):
            continue  # "1 | Ausbildung": its number beside its title, above its projects
        if columns.project and ON_ITS_OWN_LINE.match(row[0].text):
            continue  # "Träger | Volkshochschule": what a form tells of the project above
        if _leaves_list(row):
            return None
        projects = projects_in(
            row[columns.project],
            [cell for index, cell in enumerate(row) if index not in (columns.measure, columns.project)],
            table_headers[columns.project],
            _right_edge(reading, placed.table, row[columns.project], columns.project),
            by_rows=by_rows,
            by_lines=by_lines,
        )
        if struck:
            projects = [one.model_copy(update={"name": repaired(one.name, exact=False)}) for one in projects]
        parsed = [
            (row[column].passage, value)
            for column in money
            if (value := counted_amount(row[column], units[column])) is not None
        ]
        if len(parsed) == len(projects) == 1:
            printed, (figure, _) = parsed[0]
            projects = [projects[0].model_copy(update={"amount": printed.whole(figure)})]
        for project in projects:
            place_project(project, current, drafts)
        if current is not None and sum(bool(cell.text) for cell in row) > 1:
            current.tabled = True
        if current is not None and not placed.table.columns and len(projects) == 1:
            current.framed.add(projects[0].name.value)
    return current


def _with_bracket(
    row: tuple[Cell, ...], below: tuple[Cell, ...], column: int
) -> tuple[tuple[Cell, ...], tuple[Cell, ...]] | None:
    """A row with the bracket that alone stands in the next one, and that row: without rules it was taken for
    one of its own."""
    alone = bool(below) and [index for index, cell in enumerate(below) if cell.text] == [column]
    if not (alone and row[column].text and BRACKET.fullmatch(below[column].text)):
        return None
    lines = (*row[column].lines, *below[column].lines)
    whole = Cell(union([row[column].bbox, below[column].bbox]), lines)
    return (*row[:column], whole, *row[column + 1 :]), below


def _is_total(rows: Sequence[Sequence[Cell]], columns: Columns) -> bool:
    """Is the last row, by another name, the sum of those above? It has a figure, and alone no number."""
    *body, last = rows[columns.header :]
    counted = len(body) > 1 and all(row[0].text for row in body) and not last[0].text
    return bool(columns.project) and counted and any(last[column].text for column in columns.money)


def _leaves_list(row: Sequence[Cell]) -> bool:
    """Is a row a heading or a sentence across the table: what stands below it was taken into it?"""
    alone = len(row) > 1 and not any(cell.text for cell in row[1:])
    return alone and (row[0].text.startswith("§") or says_something(row[0].text))


def _has_rows_of_projects(rows: Sequence[Sequence[Cell]], columns: Columns) -> bool:
    """Has each project its own row? Then there are more of them than Maßnahmenarten."""
    if columns.project is None:
        return False
    if columns.measure is None:
        return True
    named = [row[columns.measure].text for row in rows[columns.header :] if row[columns.project].text]
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


def _measures_across(reading: Reading, table: Table) -> dict[int, Draft]:
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


def _add_columns(table: Table, heads: dict[int, Draft], drafts: list[Draft]) -> None:
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


def _measure_of_cell(reading: Reading, passage: Passage, drafts: list[Draft], key: Key) -> Draft:
    head = number_before(passage.text)
    number = number_of(head["number"]) if head else None
    title = (
        passage.part(head.end(), len(passage.text)) if head and head.end() < len(passage.text) else passage
    )
    match = reading.reference.match_measure(title.text)
    if match is None and (coded := CODE.fullmatch(passage.text)):
        code = coded["code"]
        number = int(code) if code.isdigit() else None
        if (number is None or all(known.number != number for known in drafts)) and (
            told := explained(key, code) or _explained(reading, code)
        ):
            title, match = told, reading.reference.match_measure(told.text)
    return known_or_new(Draft(number, title, match), drafts)


def _explained(reading: Reading, code: str) -> Passage | None:
    """What a legend says a number or letter stands for: "1 = Ausbildungsvorbereitung"."""
    sign = re.compile(rf"(?:^|[\s(,;:])(?:Maßnahmen?art\s|MA\s?|Nr\.\s)?{code}\s?(?:[).:=]+|[–—-])\s*$")
    behind = re.compile(rf"\s*(?:\({code}\)|=\s*{code}\b)")
    for mention in reading.mentioned("measure"):
        if sign.search(reading.text[: mention.start]) or behind.match(reading.text, mention.end):
            return reading.passage.part(mention.start, mention.end)
    return None


def _counted_parts(rows: Sequence[Sequence[Cell]], columns: Columns) -> set[str]:
    """The headings within a table of projects that count the Maßnahmenarten by another name: "Baustein 1: …",
    "Baustein 2: …"."""
    alone = [row[0].text for row in rows if row[0].text and not any(cell.text for cell in row[1:])]
    return set(alone) if columns.project == 0 and counts_up(alone) else set()


def _measure_row(
    reading: Reading, row: Sequence[Cell], columns: Columns, is_part: bool = False
) -> Draft | None:
    """A row that is a heading within the table: only a text cell that names a measure, and its number.
    `is_part`: it is known to count one."""
    filled = [
        cell for index, cell in enumerate(row) if re.search(r"\w", cell.text) and index not in columns.money
    ]
    counted = CODE.fullmatch(filled[0].text) if len(filled) > 1 else None
    # A title that runs over the next column is parted there.
    parted = len(filled) > 1 and MEASURE_HEAD.match(filled[0].text) is not None
    if len(filled) != (2 if counted else 1) and not parted:
        return None
    said = join_passages([cell.passage for cell in filled], seam=" ") if parted else filled[-1].passage
    passage = before_sum(said, reading.reference)
    text = passage.text
    head = number_before(text)
    match = reading.reference.match_measure(without_its_number(text))
    if match is None and not is_part and (counted or parted or not MEASURE_HEAD.match(text)):
        return None
    title = passage.part(head.end(), len(text)) if head and head.end() < len(text) else passage
    number = head["number"] if head else counted["code"] if counted else None
    return Draft(number_of(number) if number else None, title, match)


def _says_title(cell: Cell, draft: Draft) -> bool:
    """Is it the title of a Maßnahmenart, and no project of it, that stands in the column of these?"""
    return " ".join(cell.text.split()).casefold() == " ".join(draft.title.text.split()).casefold()


def _with_rest(reading: Reading, head: Draft, below: Sequence[Cell]) -> Draft | None:
    """The measure of a row whose title goes on in the next one, alone there, if the catalogue knows it so."""
    if not below or not below[0].text or any(cell.text for cell in below[1:]):
        return None
    title = before_sum(join_passages([head.title, below[0].passage], seam=" "), reading.reference)
    match = reading.reference.match_measure(title.text)
    better = match and (head.match is None or match.score >= head.match.score)
    return Draft(head.number, title, match) if better else None
