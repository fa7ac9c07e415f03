"""Tables as rows of cells, each with its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.geometry import union
from extract.language.lines import Line, Row
from extract.language.passage import Passage, join_lines
from models.values import BBox

# Rulings closer than this (points) are one; ends within it touch.
RULING_TOLERANCE = 4.0
# Lines stand beside each other within this (letter sizes).
SAME_HEIGHT = 0.5
# Lines of one column begin, and its figures end, together within this (letter sizes).
SAME_EDGE = 0.6
# What stands before a sum in a table, and the mark of a note behind one: "bis zu 50.000", "50.000 1)".
LIMIT = r"(?:bis\s+zu|höchstens|max(?:\.|imal)|rund|rd\.|ca\.|etwa)\s+(?=\d{1,3}[. ]\d{3}|\d{4})"
NOTE = r"(?:(?<=[.\s]\d{3})|(?<=,\d\d)|(?<=[\d€R-])\s)(?:[¹²³]|\(?(?:\d|\*)\))"
# A figure as it stands in a table: "1.617.830,00", "250.000 €", "3000", "- 10.000", "–"; in thousands "91,2";
# four digits alone may be a year.
FIGURE = re.compile(
    rf"(?:\*{{2,}}\s?)?(?:{LIMIT})?(?:(?:EUR|Euro|€)\s*)?(?:[-+−–]\s?)?"
    r"(?:\d{1,3}(?:[. ]\d{3})*|(?!(?:19|20)\d{2}(?!\d|,|\s*(?:EUR|Euro|€)))[1-9]\d{3,6})"
    rf"(?:,(?:\d{{1,3}}|-{{1,2}}|–))?\s*(?:EUR|Euro|€|%)?(?:\s?\*{{2,}})?(?:{NOTE})?",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d{2}")
# "2018 EUR" above sums that name no currency is the year they are of.
CURRENCY = re.compile(r"EUR|Euro|€", re.IGNORECASE)
YEAR_IN_MONEY = re.compile(rf"{YEAR.pattern}\s*(?:{CURRENCY.pattern})", re.IGNORECASE)
# What is to be reached or counted: "≥ 37 %", "20 von 28", "mind. 25 Plätze"; no year.
_COUNT = r"\d{1,3}(?:,\d{1,2})?(?:\s?(?:%|v\.\s?H\.|Prozent))?"
MEASURED = re.compile(
    r"(?:(?:[<>≤≥=~≈]|mind(?:estens|\.)|min\.|wenigstens|max(?:imal|\.)|höchstens|über|unter|bis(?: zu)?|ab"
    rf"|ca\.|etwa|rund|je)\s?)?{_COUNT}(?:\s?(?:von|bis|zu|aus|[/–-])\s?{_COUNT})?"
    r"(?:\s(?:Plätzen?|Personen|Teilnehm\w+|TN|Monate?n?|Wochen|Tagen?|Stunden|Std\.))?",
    re.IGNORECASE,
)
# What counts the rows in the first column: "1", "2.", "3.1".
ROW_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?\.?")
# A tick in a column.
TICK = re.compile(r"[xX×✓✔☒●•■]|ja")
Columns = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Cell:
    """What stands in one row and column."""

    bbox: BBox
    lines: tuple[Line, ...]

    @cached_property
    def passage(self) -> Passage:
        return join_lines(self.lines)

    @property
    def text(self) -> str:
        return self.passage.text


@dataclass(frozen=True)
class Table:
    """`rows` of equal length; an empty cell has no lines. `rows_on_page` are the rows of text it took.

    `columns` are the x ranges of the columns of a table without a grid, `rules` the heights of its rules.
    """

    page: int
    rows: tuple[tuple[Cell, ...], ...]
    rows_on_page: tuple[Row, ...]
    columns: tuple[tuple[float, float], ...] = ()
    rules: tuple[float, ...] = ()

    @property
    def bbox(self) -> BBox:
        return union(row.bbox for row in self.rows_on_page)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells in which something stands, row by row."""
        return tuple(cell for row in self.rows for cell in row if cell.lines)

    @cached_property
    def words(self) -> frozenset[int]:
        """The identities of its words."""
        return frozenset(id(word) for cell in self.cells for line in cell.lines for word in line.words)

    @cached_property
    def header_rows(self) -> int:
        """Rows at the top that bring no figure; years head columns and are no figures.

        Below the first row a lone text in the first column is a heading within the table, a number there
        counts the rows, and a figure to be reached is told of what the row names.
        """
        return next(
            (
                i
                for i, row in enumerate(self.rows)
                if any(is_figure(cell.text) for cell in row[1:] if not (i == 0 and self._is_year_above(cell)))
                or (i and not any(cell.text for cell in row[1:]))
                or (i and ROW_NUMBER.fullmatch(row[0].text))
                or (i and row[0].text and any(MEASURED.fullmatch(cell.text) for cell in row[1:]))
            ),
            1,
        )

    def _is_year_above(self, cell: Cell) -> bool:
        """Does a cell of the first row name a year and the currency of the sums below it, which name none?"""
        if not YEAR_IN_MONEY.fullmatch(cell.text):
            return False
        column = next(at for at, one in enumerate(self.rows[0]) if one is cell)
        below = [row[column].text for row in self.rows[1:] if is_figure(row[column].text)]
        return bool(below) and not any(CURRENCY.search(text) for text in below)

    @cached_property
    def headers(self) -> tuple[str, ...]:
        """What stands above each column; a heading of the whole table, alone in its row, is above none."""
        above = self.rows[: self.header_rows]
        columned = [row for row in above if sum(bool(cell.text) for cell in row) > 1]
        return tuple(
            " ".join(row[column].text for row in columned or above) for column in range(len(self.rows[0]))
        )

    def may_go_on_as(self, other: Table) -> bool:
        """Can `other`, at the top of the next page, be the rest of this table?"""
        same = len(other.rows[0]) == len(self.rows[0])
        headless = other.header_rows == 0 or bool(self.rules and other.rules)
        return same or (bool(self.columns and other.columns) and headless)


def is_figure(text: str) -> bool:
    """A number as it stands in a column of sums, not a year."""
    return FIGURE.fullmatch(text) is not None
