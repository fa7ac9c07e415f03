"""What a cell or a row of a table says of the Maßnahmenart of its projects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.language.passage import Passage, join_passages
from extract.layout.understand import Reading
from extract.projects.keys import Key, explained
from extract.projects.measure_drafts import (
    MEASURE_HEAD,
    Draft,
    before_sum,
    known_or_new,
    number_of,
)
from extract.projects.table_columns import (
    SUM_ROW,
    Columns,
    number_before,
    without_its_number,
)
from extract.tables.headings import counts_up
from extract.tables.table import Cell, Table

# A cell that names a Maßnahmenart by its number or letter alone.
CODE = re.compile(r"(?:MA|Nr\.)?\s?(?P<code>\d{1,2}|[A-H]|[IVX]{1,4})\.?")


def measure_of_cell(reading: Reading, passage: Passage, drafts: list[Draft], key: Key) -> Draft:
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


def with_codes(reading: Reading, table: Table, columns: Columns, key: Key) -> Columns:
    """The columns with that of Maßnahmenarten, where nothing but their codes stands before the projects:
    "Kz.", and below the table "1 = Ausbildungsvorbereitung"."""
    if columns.measure is not None or not columns.project:
        return columns
    body = [row for row in table.rows[columns.header :] if row[columns.project].text]
    body = [row for row in body if not SUM_ROW.search(row[columns.project].text)]
    for at in range(columns.project):
        if body and _holds_codes(reading, table.headers[at], [row[at].text for row in body], key):
            return replace(columns, measure=at)
    return columns


def _holds_codes(reading: Reading, header: str, cells: Sequence[str], key: Key) -> bool:
    """Does a column give the code of a Maßnahmenart that the document explains in each row, or in the first
    of several? Where each code stands once, it may count the rows, if it is not told what it is."""
    coded = [CODE.fullmatch(cell) for cell in cells if cell]
    codes = [match["code"] for match in coded if match]
    if not cells[0] or len(codes) < len(coded):
        return False
    told = len(set(codes)) < len(cells) or _calls_measures(reading, header)
    return told and all(explained(key, code) or _explained(reading, code) for code in set(codes))


def _calls_measures(reading: Reading, header: str) -> bool:
    """Does the document say that what heads a column is a Maßnahmenart: "Kz. = Kennzahl der Maßnahmenart"?"""
    called = rf"(?<!\w){re.escape(header)}\s?[=:–—-]\s?[^.;:=]{{0,40}}?Maßnahmen?art"
    return bool(header) and re.search(called, reading.text) is not None


def counted_parts(rows: Sequence[Sequence[Cell]], columns: Columns) -> set[str]:
    """The headings within a table of projects that count the Maßnahmenarten by another name: "Baustein 1: …",
    "Baustein 2: …"."""
    alone = [row[0].text for row in rows if _is_alone(row)]
    return set(alone) if columns.project == 0 and counts_up(alone) else set()


def heads_set_alike(reading: Reading, table: Table, columns: Columns) -> set[str]:
    """The rows of a table of projects that head others as those do, here or in a table of the same headings,
    which name Maßnahmenarten of the catalogue: alone, and bold where no project is, or where each project
    has all that the headings ask for."""
    if columns.project != 0 or columns.measure is not None:
        return set()
    rows = [row for row in table.rows[columns.header :] if not SUM_ROW.search(row[0].text)]
    heads = [row for row in rows if _is_alone(row)]
    if (
        not heads
        or _is_alone(rows[-1])
        or any(_is_alone(one) and _is_alone(two) for one, two in pairwise(rows))
    ):
        return set()
    alike = (placed.table.rows for placed in reading.layout.tables if placed.table.headers == table.headers)
    alone = [row for several in alike for row in several if _is_alone(row)]
    known = [row for row in alone if reading.reference.match_measure(row[0].text)]
    others = [row for row in rows if row not in heads]
    bold = all(map(_is_bold, (*heads, *known))) and not any(map(_is_bold, others))
    full = len(known) > 1 and all(cell.text for row in others for cell in row)
    return {row[0].text for row in heads} if known and (bold or full) else set()


def _is_alone(row: Sequence[Cell]) -> bool:
    """Does a row of several cells say something in its first one only?"""
    return len(row) > 1 and bool(row[0].text) and not any(cell.text for cell in row[1:])


def _is_bold(row: Sequence[Cell]) -> bool:
    return all(line.bold for line in row[0].lines)


# "Maßnahmenart 2 (Ausbildung und Ausbildungscoaching):": the title behind its number.
BRACKETED = re.compile(r"\((?P<title>[^()]+(?:\([^()]*\)[^()]*)*)\):?")


def measure_row(
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
    if match is None and (within := BRACKETED.fullmatch(title.text)):
        title = title.part(*within.span("title"))
        match = reading.reference.match_measure(title.text)
    number = head["number"] if head else counted["code"] if counted else None
    return Draft(number_of(number) if number else None, title, match)


def with_rest(reading: Reading, head: Draft, below: Sequence[Cell]) -> Draft | None:
    """The measure of a row whose title goes on in the next one, alone there, if the catalogue knows it so."""
    if not below or not below[0].text or any(cell.text for cell in below[1:]):
        return None
    title = before_sum(join_passages([head.title, below[0].passage], seam=" "), reading.reference)
    match = reading.reference.match_measure(title.text)
    better = match and (head.match is None or match.score >= head.match.score)
    return Draft(head.number, title, match) if better else None
