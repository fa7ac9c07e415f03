"""Sums of money in tables: which columns hold them, what each is called, and the part it plays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import combinations

from extract.amounts.allotments import Allotments, Names, allotted_roles, allotted_rows, told_apart
from extract.amounts.heard import Context, Heard, with_loose_digits
from extract.amounts.leads import heading_of, lead_of
from extract.amounts.money_units import (
    LOOSE_MINUS,
    MISREAD_THOUSANDS,
    PLAIN,
    TOLD_OF_IT,
    counted_amount,
    is_converted,
    is_mended,
    mended,
    unit_of,
    units_of,
)
from extract.amounts.other_money import DIFFERENCE, is_instalment
from extract.amounts.places import is_part, with_place
from extract.amounts.rates import rate_columns
from extract.amounts.table_roles import TOTAL_LABEL, Figure, table_roles
from extract.certainty.confidence import doubted, repaired
from extract.layout.blocks import Block
from extract.layout.layout import PlacedTable
from extract.layout.understand import Reading
from extract.tables.table import Cell, is_figure
from models.agreement import Amount, Measure
from models.german import FoundAmount, find_amounts, parse_amount

# How far (characters) words around an amount speak for it.
BEFORE, AFTER = 220, 160

# Thousands and cents, but "3.120,75 Tage" is no money.
_COUNTED = r"%|v\.|m²|km|(?:[A-ZÄÖÜ]\w*)?(?:[Tt]agen?|[Ss]tunden|[Ss]tellen|[Pp]lätze)\b"
BARE = re.compile(
    r"(?<![\w.,/-])[0-9]{1,3}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+),[0-9]{2}"
    rf"(?![\w%]|[.,/-][0-9]|\s?(?:{_COUNTED}))"
)
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d]|[.,]\d)")
CALLED_SUM = re.compile(
    rf"\b(?:[Gg]esamt|[Ii]nsgesamt|[Zz]usammen|\w*[Ss]umme|\w*[Bb]etrag|Budget|Mittel|Zuwendung)\b:?\s+(?P<sum>{BARE.pattern})"
)
UNGROUPED = re.compile(r"\d{4,}")
# Where thousands are grouped, "2025" is none of the sums.
GROUPED = re.compile(r"\W*\d{1,3}(?:[. ]\d{3})+(?!\d)")
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
# What heads a table of costs: "Kostenart", "Kalkulation des Entgelts".
CALCULATION = re.compile(
    r"\bKosten(?:art(?:en)?|gruppen?|berechnung|schätzung|ermittlung)\b|\w*[Kk]alkulation"
)
# "60 v. H." stands beside money and counts nothing.
SHARE = re.compile(r"[\d.,]+\s?(?:%|v\.\s?H\.?|Prozent)", re.IGNORECASE)
# What a row counts, where the column holds money; and what all of its label says.
COUNT_LABEL = re.compile(r"\W*(?:(?:An)?[Zz]ahl\b|Plätze|Teilnehm)")
ROW_OF_COUNTS = re.compile(rf"{NO_MONEY}|(?:.*\s)?\(?(?:%|v\.\s?H\.?|Prozent)\)?")


def table_amounts(
    number: int,
    placed: PlacedTable,
    blocks: Sequence[Block],
    amends: bool,
    year: int | None,
    together: bool,
    names: Names,
    told: Set[Decimal],
) -> Iterator[tuple[Amount, str]]:
    """The amounts of a table, each with the heading of its column. `told` are those of the text."""
    money = _Money(number, placed, blocks)
    found: list[tuple[Amount, Figure]] = []
    columns: set[int] = set()
    for amount, column in money.printed():
        if column in money.rates:
            yield amount if money.is_borne_out(amount, column) else doubted(amount), money.headers[column]
        else:
            columns.add(column)
            found.append((amount, money.figure(amount, column)))
    figures = [figure for _, figure in found]
    roles = table_roles(figures, 1 if money.below else len(columns), amends, year, together)
    table = placed.table
    allotted = _allotted(found, allotted_rows(table.rows, table.header_rows, table.headers, names), told)
    if allotted is not None and allotted.own:
        in_rows = [amount.row or 0 for amount, _ in found]
        roles = allotted_roles(figures, in_rows, allotted.own, amends, year)
    years = [amount.year for (amount, _), role in zip(found, roles, strict=True) if role == "component"]
    # One payment a year tells what each year is given.
    yearly = len(years) > 1 and None not in years and len(set(years)) == len(years)
    payments = is_payment_plan(placed, blocks) and not yearly
    for (amount, figure), role in zip(found, roles, strict=True):
        # Agreements count payments either way: parts in time, or nothing new.
        paid = payments and role == "component"
        doubtful = paid or (allotted is not None and not allotted.sure)
        weighed = doubted(amount) if doubtful else amount
        yield weighed.model_copy(update={"role": "other" if paid else role}), figure.header


class _Money:
    """The columns of a table that hold money, or rates of it, and what else tells of their sums."""

    def __init__(self, number: int, placed: PlacedTable, blocks: Sequence[Block]) -> None:
        self._number, self._section, self._rows = number, placed.section, placed.table.rows
        self.headers, first = placed.table.headers, placed.table.header_rows
        self._body = list(enumerate(self._rows[first:], first + 1))
        self._units = units_of(placed, blocks)
        self._of_counts = _rows_of_counts(self._rows, first)
        self._in_money = [row for at, row in self._body if at not in self._of_counts]
        columns = money_columns(self._in_money, self.headers, self._units)
        self.rates = rate_columns(self._in_money, self.headers, columns, self._units)
        self._columns = [column for column in columns if column not in self.rates]
        self._adding = _adding_column(self._in_money, self._columns, self._units)
        self._renamed = _renamed(self._rows, first, self._columns)
        self._converted = converted_columns(self._in_money, self._columns, self._units)
        self._grouped = {
            column
            for column in self._columns
            if any(GROUPED.match(row[column].text) for row in self._in_money)
        }
        self.below = _labels_below(self._rows)

    def printed(self) -> Iterator[tuple[Amount, int]]:
        """All sums, row by row, each with its column."""
        for at, row in self._body:
            beside = self._label(row)
            for column, cell in enumerate(row):
                label = self.below.get((at, column), beside)
                if value := self._value(at, column, cell, label):
                    yield self._amount(at, column, cell, label, value), column

    def figure(self, amount: Amount, column: int) -> Figure:
        header = self.headers[column]
        called = bool(TOTAL_LABEL.search(header)) and not YEAR.search(header)
        sums_up = len(self._columns) > 1 and (called or column == self._adding)
        return Figure(amount.value, amount.label or "", header, sums_up, column in self._converted)

    def is_borne_out(self, amount: Amount, column: int) -> bool:
        """Does a rate multiply? Where it does not, one of the three figures is not as printed."""
        row = self._rows[(amount.row or 0) - 1]
        return any(row is self._in_money[one] for one in self.rates[column])

    def _label(self, row: Sequence[Cell]) -> str:
        return " ".join(
            cell.text
            for column, cell in enumerate(row)
            if not (column in self._columns or column in self.rates or is_figure(cell.text))
            and re.search(r"\w", cell.text)
            and not _is_count(self.headers[column], cell)
        ).strip()

    def _value(self, at: int, column: int, cell: Cell, label: str) -> tuple[Decimal, str] | None:
        counts = at in self._of_counts or COUNT_LABEL.match(label) is not None
        plain = (at, column) in self._renamed and not BARE.fullmatch(cell.text)
        plain = plain or (YEAR.fullmatch(cell.text) is not None and column in self._grouped)
        of_money = column in self._columns or column in self.rates
        counted = of_money and not (counts and parse_amount(cell.text) is None) and not plain
        return (counted_amount(cell, self._units[column]) if counted else None) or amount_alone(cell)

    def _amount(self, at: int, column: int, cell: Cell, label: str, value: tuple[Decimal, str]) -> Amount:
        header = self.headers[column]
        certain = DIFFERENCE.search(header) or not LOOSE_MINUS.match(cell.text)
        exact = bool(certain) and self._units[column] != MISREAD_THOUSANDS and not is_mended(cell.text)
        extracted = repaired(cell.passage.whole(value[0]), exact)
        return Amount(
            value=extracted.value,
            text=extracted.text,
            provenance=extracted.provenance,
            currency=value[1],
            label=label or None,
            year=_table_year(header, label),
            section=self._section,
            table=self._number,
            row=at,
        )


def _allotted(
    found: Sequence[tuple[Amount, Figure]], allotments: Allotments | None, told: Set[Decimal]
) -> Allotments | None:
    values: dict[int, list[Decimal]] = {}
    for amount, figure in found:
        values.setdefault(amount.row or 0, []).append(figure.value)
    return told_apart(allotments, values, told) if allotments is not None else None


def _rows_of_counts(rows: Sequence[Sequence[Cell]], first: int) -> set[int]:
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


def _adding_column(rows: Sequence[Sequence[Cell]], money: Sequence[int], units: Sequence[str]) -> int | None:
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


def _renamed(rows: Sequence[Sequence[Cell]], first: int, money: Sequence[int]) -> set[tuple[int, int]]:
    """Cells, by the number of their row and their column, above which a row within the table heads a column
    of money anew and calls it something else, "Projekt | Messgröße | Zielwert": tables below each other."""
    found: set[tuple[int, int]] = set()
    below: set[int] = set()
    for number, row in enumerate(rows[first:], first + 1):
        if all(cell.text and not re.search(r"\d", cell.text) for cell in row):
            below = {column for column in money if not MONEY_HEADER.search(row[column].text)}
        found |= {(number, column) for column in below}
    return found


def _labels_below(rows: Sequence[Sequence[Cell]]) -> dict[tuple[int, int], str]:
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


def is_payment_plan(placed: PlacedTable, blocks: Sequence[Block]) -> bool:
    """Does a table say when money is paid out, and not what for?"""
    said = " ".join([lead_of(blocks, placed.position), *placed.table.headers])
    labels = " ".join(row[0].text for row in placed.table.rows)
    return is_instalment(f"{said} {labels}", "", heading_of(blocks, placed.position))


def is_calculation(placed: PlacedTable, blocks: Sequence[Block]) -> bool:
    """Does a table reckon what things cost, by kinds of costs?"""
    said = [
        lead_of(blocks, placed.position),
        heading_of(blocks, placed.position),
        *placed.table.headers,
        *(cell.text for cell in placed.table.rows[0]),
    ]
    return any(CALCULATION.search(one) for one in said)


def without_calculations(
    tabled: Sequence[Amount],
    running: Sequence[Amount],
    placed: Sequence[PlacedTable],
    blocks: Sequence[Block],
) -> list[Amount]:
    """The amounts of tables; where what something costs is reckoned beside another total, it is no second
    one: in doubt, for that is nowhere said."""
    reckoned = {number for number, table in enumerate(placed, 1) if is_calculation(table, blocks)}
    agreed = {
        amount.value
        for amount in (*tabled, *running)
        if amount.role in ("total", "replacement") and amount.table not in reckoned
    }
    shared = {amount.table for amount in tabled if amount.value in agreed}
    apart = reckoned - shared if agreed else set()
    return [
        doubted(amount).model_copy(update={"role": "other"}) if amount.table in apart else amount
        for amount in tabled
    ]


def payments_beside_parts(
    tabled: Sequence[Amount], placed: Sequence[PlacedTable], blocks: Sequence[Block]
) -> list[Amount]:
    """The amounts of tables; where another table divides the sum that one pays out year by year, its payments
    are nothing new. In doubt: agreements count payments either way."""
    plans = {number for number, table in enumerate(placed, 1) if is_payment_plan(table, blocks)}
    sums: dict[int | None, Decimal] = {}
    for amount in tabled:
        if amount.role == "component":
            sums[amount.table] = sums.get(amount.table, Decimal(0)) + amount.value
    divided = {value for table, value in sums.items() if table not in plans}
    return [
        doubted(amount).model_copy(update={"role": "other"})
        if amount.role == "component" and amount.table in plans and sums[amount.table] in divided
        else amount
        for amount in tabled
    ]


def amount_alone(cell: Cell) -> tuple[Decimal, str] | None:
    """The one sum in a cell in which nothing else is written: a scan adds specks, "500,00 €."."""
    text = TOLD_OF_IT.sub("", cell.text) if cell.lines else ""
    found = find_amounts(text)
    if len(found) != 1 or re.search(r"\w", text[: found[0].start] + text[found[0].end :]):
        return None
    return (found[0].value, found[0].currency) if found[0].value is not None else None


def amounts_in_cells(reading: Reading, measures: Sequence[Measure]) -> Iterator[Heard]:
    """Sums that a cell names among other words: it is read as an item of a list is."""
    for number, placed in enumerate(reading.layout.tables, 1):
        for row_number, row in enumerate(placed.table.rows, 1):
            for cell in (cell for cell in row if cell.lines and not amount_alone(cell)):
                for one in find_amounts(cell.text) or _called_sums(cell.text):
                    if one.value is None or unit_of(cell.text):
                        continue
                    before, after = cell.text[: one.start], cell.text[one.end :]
                    extracted = repaired(cell.passage.extract(one.start, one.end, one.value), one.exact)
                    amount = Amount(
                        value=extracted.value,
                        text=extracted.text,
                        provenance=extracted.provenance,
                        currency=one.currency,
                        label=" ".join(f"{before} {after}".split()).strip(" :–—-,;=.") or None,
                        section=placed.section,
                        table=number,
                        row=row_number,
                    )
                    context = Context(before[-BEFORE:], after[:AFTER], cell.text, cell.text, False)
                    amount = with_loose_digits(amount, before)
                    amount = with_place(amount, measures, reading.reference, cell.text)
                    part = is_part(amount, measures)
                    yield Heard(amount, context, one.rounded, placed.position - 0.5, part)


def _called_sums(text: str) -> Iterator[FoundAmount]:
    """Sums without a currency that are called so: "Summe 500.000,00"."""
    for one in CALLED_SUM.finditer(text):
        value = parse_amount(one["sum"], currency_required=False)
        if value is not None:
            yield FoundAmount(one.start("sum"), one.end("sum"), one["sum"], *value, exact=True, rounded=False)


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
        explicit = any(parse_amount(cell.text) for cell, _ in figured) or PLAIN.search(header)
        # "Anteil" heads shares in per cent and in Euro; the sign tells, or the heading does.
        counts = COUNT_HEADER.search(header) is not None and not explicit and not cents
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


def _is_count(header: str, cell: Cell) -> bool:
    counts = COUNT_HEADER.search(header) and re.search(r"\d", cell.text)
    return bool(counts) or bool(re.fullmatch(r"\d{1,3}[.)]?", cell.text))


def _table_year(header: str, label: str) -> int | None:
    match = YEAR.search(header) or YEAR.search(label)
    return int(match[0]) if match else None
