"""Which columns and rows of a table hold money, and how they hang together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from extract.amounts.money_units import MISREAD_THOUSANDS, PLAIN, counted_amount, is_converted, mended
from extract.amounts.other_money import DIFFERENCE
from extract.tables.table import Cell, is_figure
from models.german import parse_amount

# Thousands and cents, but "3.120,75 Tage" is no money.
_COUNTED = r"%|v\.|m²|km|(?:[A-ZÄÖÜ]\w*)?(?:[Tt]agen?|[Ss]tunden|[Ss]tellen|[Pp]lätze)\b"
BARE = re.compile(
    r"(?<![\w.,/-])[0-9]{1,3}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+),[0-9]{2}"
    rf"(?![\w%]|[.,/-][0-9]|\s?(?:{_COUNTED}))"
)
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d]|[.,]\d)")
UNGROUPED = re.compile(r"\d{4,}")
MONEY_HEADER = re.compile(
    r"betrag|e[uü]r[oò0]|eur\b|€|\bdm\b|mittel|summe|förder|budget|ansatz|höhe|gesamt|kosten|zuwendung",
    re.IGNORECASE,
)
# "Einwohner", "Schüler (1. Oktober)", "Personen am Stichtag", and nothing else.
NO_MONEY = (
    r"(?:Einwohner|Personen|Köpfe|Schüler|Kinder|Fälle|Fall|Flächen?|Stimmen)\w*"
    r"(?:\s\(.*\)|\s(?:in|am|zum)\s.*)?"
)
COUNT_HEADER = re.compile(
    rf"anzahl|plätze|teilnehm|nr\.?$|lfd|prozent|anteil|%|v\.\s?h\b|stunden|tage|laufzeit|^{NO_MONEY}$",
    re.IGNORECASE,
)
SIGNED = re.compile(r"\s*[+±−–-]")
# "60 v. H." stands beside money and counts nothing.
SHARE = re.compile(r"[\d.,]+\s?(?:%|v\.\s?H\.?|Prozent)", re.IGNORECASE)
ROW_OF_COUNTS = re.compile(rf"{NO_MONEY}|(?:.*\s)?\(?(?:%|v\.\s?H\.?|Prozent)\)?")


def rows_of_counts(rows: Sequence[Sequence[Cell]], first: int) -> set[int]:
    """The numbers of the rows that count something else than money: their labels say so, or those of others
    name the currency, and only these have cents."""
    labels = {
        number: " ".join(
            cell.text
            for cell in row
            if cell.text and not is_figure(cell.text) and not SHARE.fullmatch(cell.text)
        )
        for number, row in enumerate(rows[first:], first + 1)
    }
    told = {number for number, label in labels.items() if PLAIN.search(label)}
    in_cents = {number for number in labels if any(BARE.search(cell.text) for cell in rows[number - 1])}
    return {
        number
        for number, label in labels.items()
        if ROW_OF_COUNTS.fullmatch(label) or (told and told == in_cents and number not in told)
    }


def adding_column(rows: Sequence[Sequence[Cell]], money: Sequence[int], units: Sequence[str]) -> int | None:
    """The last of several columns of money if it adds up the others in every row."""
    sums = [[counted_amount(row[column], units[column]) for column in money] for row in rows]
    told = [[one[0] for one in row if one] for row in sums if all(row)]
    adds = len(money) > 2 and told and all(sum(row[:-1]) == row[-1] for row in told)
    return money[-1] if adds else None


def converted_columns(rows: Sequence[Sequence[Cell]], money: Sequence[int], units: Sequence[str]) -> set[int]:
    """Columns that tell in Euro what one before them tells in Deutsche Mark, or the other way round."""
    values = {column: [counted_amount(row[column], units[column]) for row in rows] for column in money}
    told: set[int] = set()
    for first, second in combinations(money, 2):
        pairs = [(a[0], b[0]) for a, b in zip(values[first], values[second], strict=True) if a and b]
        if first not in told and len(pairs) > 1 and all(is_converted(*pair) for pair in pairs):
            told.add(second)
    return told


def renamed_cells(rows: Sequence[Sequence[Cell]], first: int, money: Sequence[int]) -> set[tuple[int, int]]:
    """Cells, by the number of their row and their column, above which a row within the table heads a column
    of money anew and calls it something else, "Projekt | Messgröße | Zielwert": tables below each other."""
    found: set[tuple[int, int]] = set()
    below: set[int] = set()
    for number, row in enumerate(rows[first:], first + 1):
        if all(cell.text and not re.search(r"\d", cell.text) for cell in row):
            below = {column for column in money if not MONEY_HEADER.search(row[column].text)}
        found |= {(number, column) for column in below}
    return found


def labels_below(rows: Sequence[Sequence[Cell]]) -> dict[tuple[int, int], str]:
    """What stands below each sum, by the number of its row and its column, where sums and their labels take
    turns from the first row on, or below a heading of them all: sums in frames beside each other."""
    headed = int(len(rows) > 1 and sum(bool(cell.text) for cell in rows[0]) == 1 < len(rows[0]))
    if len(rows) % 2 != headed:
        return {}
    labels: dict[tuple[int, int], str] = {}
    for number in range(headed, len(rows), 2):
        sums, names = rows[number : number + 2]
        filled = [column for column, cell in enumerate(sums) if cell.text]
        if filled != [column for column, cell in enumerate(names) if cell.text]:
            return {}
        for column in filled:
            if parse_amount(sums[column].text) is None or parse_amount(names[column].text) is not None:
                return {}
            labels[number + 1, column] = names[column].text
    return labels


def money_columns(rows: Sequence[Sequence[Cell]], headers: Sequence[str], units: Sequence[str]) -> list[int]:
    columns = []
    cells = [cell for row in rows for cell in row if cell.lines]
    told = any(PLAIN.search(header) for header in headers) or any(BARE.fullmatch(c.text) for c in cells)
    for column, header in enumerate(headers):
        filled = [row[column] for row in rows if row[column].text]
        figured = [
            (cell, amount) for cell in filled if (amount := counted_amount(cell, units[column])) is not None
        ]
        cents = all(BARE.fullmatch(mended(cell.text)) for cell, _ in figured)
        signed = sum(parse_amount(cell.text) is not None for cell, _ in figured)
        explicit = signed or PLAIN.search(header)
        # "Anteil" heads shares in per cent and in Euro; the sign tells, or the heading does. What runs across
        # all columns, "Paket 1 … – 500 Euro", may end in one of counts.
        told_of_money = PLAIN.search(header) or 2 * signed >= len(figured) > 0
        counts = COUNT_HEADER.search(header) is not None and not told_of_money and not cents
        if not filled or len(figured) < 0.5 * len(filled) or counts:
            continue
        large = all(abs(value) >= 1000 for _, (value, _) in figured)
        misread = units[column] == MISREAD_THOUSANDS
        years_only = all(YEAR.fullmatch(cell.text.strip()) for cell, _ in figured)
        # Where one heading names the currency, or one column shows cents, large numbers elsewhere are counts.
        shaped = cents or large or any(SIGNED.match(cell.text) for cell, _ in figured)
        differs = told and bool(figured) and DIFFERENCE.search(header) and shaped
        # Without any word for it a number whose thousands are not grouped may be that of an account.
        accounts = all(UNGROUPED.fullmatch(cell.text) for cell, _ in figured)
        plain = (large and (cents or (column > 0 and not accounts and not told))) or differs
        # A year heads money of that year where the table counts in thousands.
        of_year = bool(units[column]) and YEAR.search(header) is not None
        if not years_only and (explicit or misread or of_year or MONEY_HEADER.search(header) or plain):
            columns.append(column)
    return columns
