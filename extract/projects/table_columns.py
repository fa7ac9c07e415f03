"""Which columns of a table name Maßnahmenarten, which projects, and which hold money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.amounts.money_units import THOUSANDS, counted_amount
from extract.layout.understand import Reading
from extract.projects.cards import PROJECT_FIELD
from extract.projects.carriers import HEADED
from extract.projects.measure_drafts import LONE_NUMBER, MEASURE_HEAD, NUMBER_HEAD, WEAK_HEAD
from extract.projects.names import ON_ITS_OWN_LINE
from extract.tables.headings import HEADER_WORDS, HEADING
from extract.tables.table import Cell, Table

PROJECT_HEADER = re.compile(r"projekt|vorhaben|angebot|bezeichnung|titel|\bname\b", re.IGNORECASE)
COLUMN_OF_PROJECTS = re.compile(
    r"(?:\S+\s/?\s?)?(?:Projekte?|Vorhaben|Angebote?|Bezeichnung|Titel|Maßnahmen?)(?:\s?name|titel)?"
)
NUMBER_HEADER = re.compile(r"(?:lfd\.?\s)?(?:Nr|Nummer)\b", re.IGNORECASE)
# What is told of a project in a column beside it.
PARTICULARS = re.compile(
    rf"(?:des\s)?{HEADED}|Laufzeit|Zeitraum|Beginn|Ende|Dauer|Zielgruppen?|(?:Stand)?[Oo]rt|Plätze|Teilnehm\w+"
)
# Maßnahmenarten or projects: what the catalogue knows tells which.
WORK = re.compile(r"(?:[A-ZÄÖÜ][a-zäöüß]+e\s)?Maßnahmen?")
# What stands below counts the rows, whatever else the heading says.
ROWS_HEADER = re.compile(r"lfd\b|laufende\b", re.IGNORECASE)
MEASURE_HEADER = re.compile(
    r"maßnahme|maßn\.|förderbereich|schwerpunkt|^art\b(?!\sde[rs]\s)|^MA\b", re.IGNORECASE
)
SUM_ROW = re.compile(
    r"^(?:gesamt\w*|insgesamt|\w*summ[ae]\w*|total|zusammen|alle\s(?:Projekte|Vorhaben|Maßnahmen\w*|Angebote))\b|\b(?:ins)?gesamt(?:summe|betrag)?$",
    re.IGNORECASE,
)
NAMED = re.compile(r"[^\W\d_]{3}")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of Maßnahmenarten and projects, those of money, and how many rows head them."""

    measure: int | None
    project: int | None
    money: tuple[int, ...]
    header: int


def columns_of(reading: Reading, table: Table, *, headless: bool) -> Columns:
    """What the columns of a table hold; `headless`: it goes on with one on the page before."""
    rows, titles = table.rows, table.headers
    header = table.header_rows
    if headless:
        header, titles = 0, ("",) * len(titles)
    elif header > 1 and heads_columns(rows[0]):
        header, titles = 1, tuple(cell.text for cell in rows[0])
    body = rows[header:]
    money = tuple(
        column
        for column in range(1, len(titles))
        if not MEASURE_HEADER.search(titles[column])
        and (filled := [row[column] for row in body if row[column].text])
        and sum(map(holds_figure, filled)) >= 0.5 * len(filled)
    )
    text = [column for column in range(len(titles)) if column not in money]
    if heads_rows(reading, rows[0]):
        header, body, titles = 0, rows, ("",) * len(titles)
    if _is_form(reading, body):
        return Columns(None, 1, (), header)
    if headless or (body and (heads_rows(reading, body[0]) or _counts_below_heads(reading, body))):
        # Below a row that names a Maßnahmenart stand projects, be their column called "Maßnahme".
        return Columns(None, _column_of_names(reading, body, text, titles), money, header)
    named = [c for c in text if names_measures(reading, [row[c].text for row in body if row[c].text])]
    headed = [c for c in text if heads_measures(titles[c])]
    others = [c for c in named if not PROJECT_HEADER.search(titles[c])] if len(text) > 1 else []
    # Of two columns "MA | Maßnahmenart" the one with the titles.
    measure = next(iter([*(c for c in headed if c in named), *headed, *others]), None)
    naming = [c for c in text if c != measure and not PARTICULARS.fullmatch(titles[c])]
    project = next((c for c in naming if PROJECT_HEADER.search(titles[c])), None)
    if project is None and measure is not None:
        after = (c for c in naming if c > measure and c not in named)
        project = next((c for c in after if any(NAMED.search(row[c].text) for row in body)), None)
    if project is None and measure is not None and measure not in named and WORK.fullmatch(titles[measure]):
        measure, project = None, measure
    return Columns(measure, project, money, header)


def heads_measures(title: str) -> bool:
    """Does a heading name Maßnahmenarten? Text that was taken for one is none."""
    other = PROJECT_HEADER.search(title) or ROWS_HEADER.match(title) or len(title.split()) > 4 * HEADER_WORDS
    return MEASURE_HEADER.search(title) is not None and not other


def _column_of_names(
    reading: Reading, body: Sequence[tuple[Cell, ...]], text: Sequence[int], titles: Sequence[str]
) -> int | None:
    """The column that is headed as one of projects, else the first with words in most of its rows."""
    listed = [row for row in body if not heads_rows(reading, row)]
    headed = (c for c in text if PROJECT_HEADER.search(titles[c]))
    named = (c for c in text if 2 * sum(bool(NAMED.search(row[c].text)) for row in listed) > len(listed))
    return next(headed, next(named, None))


def _is_form(reading: Reading, body: Sequence[tuple[Cell, ...]]) -> bool:
    """Does the first column say what stands beside it: "Vorhaben | Lernhaus", "Träger | Volkshochschule"?"""
    labels = [row[0].text for row in body if row[0].text and not heads_rows(reading, row)]
    fields = [label for label in labels if PROJECT_FIELD.fullmatch(label)]
    others = [label for label in labels if ON_ITS_OWN_LINE.match(label)]
    return len(fields) > 1 and len(fields) + len(others) == len(labels)


def heads_rows(reading: Reading, row: tuple[Cell, ...]) -> bool:
    """Does a row do nothing but name the Maßnahmenart of those below?"""
    title = row[0].text
    alone = bool(title) and not any(cell.text for cell in row[1:])
    return alone and reading.reference.match_measure(without_its_number(title)) is not None


def _counts_below_heads(reading: Reading, body: Sequence[tuple[Cell, ...]]) -> bool:
    """Are the numbers in the first column those of rows, since Maßnahmenarten head the rows in it?"""
    counts = any(row[0].text.rstrip(".").isdecimal() for row in body)
    return counts and any(heads_rows(reading, row) for row in body)


def names_measures(reading: Reading, cells: Sequence[str]) -> bool:
    """Is a column one of Maßnahmenarten? A few among numbers of rows are headings within the table."""
    named = [text for text in cells if reading.reference.match_measure(without_its_number(text))]
    return bool(named) and 2 * len(named) >= len([text for text in cells if not SUM_ROW.search(text)])


def holds_figure(cell: Cell) -> bool:
    return counted_amount(cell) is not None or counted_amount(cell, THOUSANDS) is not None


def number_before(text: str) -> re.Match[str] | None:
    """The number before the title of a measure in a cell."""
    patterns = (MEASURE_HEAD, WEAK_HEAD, NUMBER_HEAD, LONE_NUMBER)
    return next((found for pattern in patterns if (found := pattern.match(text))), None)


def without_its_number(text: str) -> str:
    head = number_before(text)
    return text[head.end() :] if head else text


def heads_columns(row: Sequence[Cell]) -> bool:
    """Does a row say what stands below it: "Projekt | Träger", "Nr. Maßnahmenart | Vorhaben"?"""
    filled = [cell.text for cell in row if cell.text]
    return (
        len(filled) > 1
        and all(HEADING.match(text) and len(text.split()) <= HEADER_WORDS for text in filled)
        and any(COLUMN_OF_PROJECTS.fullmatch(text) for text in filled)
    )
