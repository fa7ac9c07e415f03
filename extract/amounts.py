"""Sums of money and the part each plays: total, component, replaced, replacement …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.amount_places import is_part, with_place
from extract.amount_roles import Context, Heard, with_roles
from extract.confidence import doubted, repaired
from extract.layout import Block, PlacedTable
from extract.loose_cells import labels_of_loose_cell
from extract.money_units import LOOSE_MINUS, MISREAD_THOUSANDS, PLAIN, counted_amount, unit_of, units_of
from extract.old_and_new import RESTATED
from extract.other_money import DIFFERENCE, is_instalment
from extract.table_roles import TOTAL_LABEL, Figure, parts_of_a_whole, table_roles
from extract.tables import Cell, is_figure
from extract.understand import Reading
from models.agreement import Amount, Measure
from models.german import FoundAmount, find_amounts, find_number_words, parse_amount

# How far (characters) words around an amount speak for it.
BEFORE, AFTER = 220, 160

BARE = re.compile(r"(?<![\w.,/-])[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{2}(?![\w%]|[.,/-][0-9]|\s?(?:%|v\.))")
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d]|[.,]\d)")
PERIOD = re.compile(r"\b(?:19|20)\d{2}\s*(?:bis(?: einschließlich| zum Jahr)?|[-–—])\s*(?:19|20)\d{2}\b")
PARTED = re.compile(r"[,;](?!\d)|\b(?:und|sowie|bzw)\b")
MONEY_HEADER = re.compile(
    r"betrag|euro|eur\b|€|mittel|summe|förder|budget|ansatz|höhe|gesamt|kosten|zuwendung", re.IGNORECASE
)
COUNT_HEADER = re.compile(
    r"anzahl|plätze|teilnehm|nr\.?$|lfd|prozent|anteil|%|v\.\s?h\b|stunden|tage|laufzeit", re.IGNORECASE
)
# A sum alone in its cell with a speck before or behind it.
SPECKED = re.compile(r"\A[^\w\s€+−–-]|(?:€|Euro|EUR|,\d\d)\s*[^\w\s€%]\s*\Z", re.IGNORECASE)
NEXT_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])")
# What a row counts, where the column holds money.
COUNT_LABEL = re.compile(r"\W*(?:(?:An)?[Zz]ahl\b|Plätze|Teilnehm)")


def find_amounts_of(
    reading: Reading, amends: bool, measures: Sequence[Measure], year: int | None = None
) -> tuple[Amount, ...]:
    """All amounts in reading order: running text and tables, each with its role and what it is for.

    `amends` tells whether the document changes an earlier agreement, `year` is that of its budget.
    """
    tabled = [
        with_place(amount, measures, reading.reference, heading)
        for number, table in enumerate(reading.layout.tables, 1)
        for amount, heading in _table_amounts(number, table, reading.layout.blocks, amends, year)
    ]
    heard = [
        *_running_amounts(reading, measures),
        *_bare_amounts(reading, measures),
        *_amounts_in_cells(reading, measures),
    ]
    heard.sort(key=lambda one: one.block)
    running = with_roles(heard, tabled, amends, year)
    amounts = sorted([*running, *parts_of_a_whole(tabled, running)], key=_reading_order)
    return tuple(_restated(reading, amounts) if amends else amounts)


def _restated(reading: Reading, amounts: Sequence[Amount]) -> list[Amount]:
    """In a paragraph that a change gives new words the total is a new one, though no old one is named."""
    cue = RESTATED.search(reading.text)
    if cue is None or any(amount.role == "replacement" for amount in amounts):
        return list(amounts)
    place = reading.passage.provenance(cue.start(), cue.end())
    below = (place.page, place.bbox[1], 0.0)
    return [
        amount.model_copy(update={"role": "replacement"})
        if amount.role == "total" and _reading_order(amount) > below
        else amount
        for amount in amounts
    ]


def _bare_amounts(reading: Reading, measures: Sequence[Measure]) -> Iterator[Heard]:
    """Sums without a currency, as they stand in a table that was not understood as one: thousands and cents
    are printed of nothing but money, so they are delivered, but for somebody to look at."""
    spoken = find_amounts(reading.text)
    for match in BARE.finditer(reading.text):
        value = parse_amount(match[0], currency_required=False)
        if value is None or any(one.start < match.end() and match.start() < one.end for one in spoken):
            continue
        start, end = reading.span_of(reading.block_index(match.start()))
        block = reading.block_at(match.start())
        extracted = doubted(reading.passage.extract(match.start(), match.end(), value[0]))
        amount = Amount(
            value=extracted.value,
            text=extracted.text,
            provenance=extracted.provenance,
            currency=value[1],
            section=block.section,
        )
        text = reading.text
        context = Context(
            text[start : match.start()], text[match.end() : end], text[start:end], block.text, False
        )
        placed = with_place(amount, measures, reading.reference, context.clause)
        yield Heard(placed, context, False, reading.block_index(match.start()), is_part(placed, measures))


def _running_amounts(reading: Reading, measures: Sequence[Measure]) -> Iterator[Heard]:
    text = reading.text
    words = find_number_words(text)
    for found in find_amounts(text):
        if found.value is None or reading.block_at(found.end - 1).kind == "heading":
            # "… 500 Euro" and the heading "2. Laufzeit" below are no "Euro 2".
            continue
        start, end = _clause(reading, found)
        block = reading.block_at(found.start)
        before, after = text[start : found.start], text[found.end : end]
        index = reading.block_index(found.start)
        labels = labels_of_loose_cell(reading.layout.blocks, index)
        if labels is not None:
            before, after = labels, ""
        listed = block.kind == "item" or reading.layout.blocks[index - 1].text.endswith(":")
        context = Context(
            before[-BEFORE:],
            after[:AFTER],
            f"{before} {text[found.start : found.end]} {after}",
            block.text if block.kind == "item" else None,
            _alone_below_table(reading, found),
            lead_of(reading.layout.blocks, index) if index and listed else "",
            heading_of(reading.layout.blocks, index),
            labels or "",
        )
        spoken = next(
            (
                w
                for w in words
                if 0 <= w.start - found.end < 60 and not _amount_between(text, found.end, w.start)
            ),
            None,
        )
        extracted = repaired(reading.passage.extract(found.start, found.end, found.value), found.exact)
        amount = Amount(
            value=extracted.value,
            text=extracted.text,
            provenance=extracted.provenance,
            currency=found.currency,
            label=_label(reading, found),
            year=_year(reading, found, context),
            programme_key=_programme(reading, found, start, end),
            section=block.section,
            in_words=reading.passage.extract(spoken.start, spoken.end, spoken.value) if spoken else None,
        )
        placed = with_place(amount, measures, reading.reference, f"{before} – {after}")
        yield Heard(
            placed, context, found.rounded, reading.block_index(found.start), is_part(placed, measures)
        )


def lead_of(blocks: Sequence[Block], position: int) -> str:
    """The sentence that leads to the list or the table at this position."""
    above = next((block for block in reversed(blocks[:position]) if block.kind != "item"), None)
    return NEXT_SENTENCE.split(above.text)[-1] if above is not None and above.kind == "paragraph" else ""


def heading_of(blocks: Sequence[Block], position: int) -> str:
    """The heading that the block at this position stands under."""
    return next((block.text for block in reversed(blocks[:position]) if block.kind == "heading"), "")


def _alone_below_table(reading: Reading, found: FoundAmount) -> bool:
    index = reading.block_index(found.start)
    alone = len(reading.layout.blocks[index].text) - (found.end - found.start) < 3
    return alone and any(table.position == index for table in reading.layout.tables)


def _amount_between(text: str, start: int, end: int) -> bool:
    return bool(find_amounts(text[start:end]))


def _clause(reading: Reading, found: FoundAmount) -> tuple[int, int]:
    """The text that speaks of an amount: its sentence; on a line of its own the blocks around."""
    start, end = reading.sentence_at(found.start)
    index = reading.block_index(found.start)
    begin, stop = reading.span_of(index)
    block = reading.layout.blocks[index]
    if block.kind == "item":
        return begin, stop
    if len(block.text) - (found.end - found.start) < 25:
        begin = reading.span_of(index - 1)[0] if index else begin
        stop = reading.span_of(index + 1)[1] if index + 1 < len(reading.starts) else stop
        return min(start, begin), max(end, stop)
    return start, max(end, found.end)


def _label(reading: Reading, found: FoundAmount) -> str | None:
    """What a list item says of its amount."""
    block = reading.block_at(found.start)
    if block.kind != "item":
        return None
    begin, stop = reading.span_of(reading.block_index(found.start))
    rest = f"{reading.text[begin : found.start]} {reading.text[found.end : stop]}"
    rest = re.sub(r"\s*\(\s*\)", "", " ".join(rest.split()))
    return rest.strip(" :–—-,;=.") or None


def _year(reading: Reading, found: FoundAmount, context: Context) -> int | None:
    """The year an amount is for: the year named nearest in its clause, first of all in its own paragraph."""
    start, end = reading.span_of(reading.block_index(found.start))
    own = [
        match
        for match in YEAR.finditer(reading.text, start, end)
        if not _in_date(reading.text[start:end], match.start() - start)
    ]
    if len(own) == 1:
        return int(own[0][0])
    years = [
        (context.before[match.end() :], match)
        for match in YEAR.finditer(context.before)
        if not _in_date(context.before, match.start())
    ]
    years += [
        (context.after[: match.start()], match)
        for match in YEAR.finditer(context.after)
        if not _in_date(context.after, match.start())
    ]
    if not years:
        return None
    _, nearest = min(years, key=lambda one: _distance(one[0]))
    return None if _of_period(nearest) else int(nearest[0])


def _distance(between: str) -> tuple[int, int]:
    """How far a year is from an amount: in "500 Euro in 2024, 400 Euro in 2025" the nearest is not
    the one after fewest letters, but the one that no comma and no other amount parts from it."""
    return len(PARTED.findall(between)) + len(find_amounts(between)), len(between)


def _of_period(year: re.Match[str]) -> bool:
    """Is it the first or the last of several years: "2024 bis 2028"?"""
    return any(span.start() <= year.start() < span.end() for span in PERIOD.finditer(year.string))


def _in_date(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"(?:\d\s?\.\s?|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|vom)\s*$",
            text[:start],
        )
    )


def _programme(reading: Reading, found: FoundAmount, start: int, end: int) -> str | None:
    """The programme an amount belongs to: the one named last before it ("das Budget trägt 500 Euro"), or, in
    a clause that names its amounts first ("500 Euro aus dem Budget"), the one named next.
    """
    named = reading.mentioned("programme", start, end)
    before = [mention for mention in named if mention.end <= found.start]
    after = [mention for mention in named if mention.start >= found.end]
    amounts_first = bool(find_amounts(reading.text[start : named[0].start])) if named else False
    nearest = after[:1] if (amounts_first and after) or not before else before[-1:]
    return nearest[0].key if nearest else None


# tables


def _table_amounts(
    number: int, placed: PlacedTable, blocks: Sequence[Block], amends: bool, year: int | None
) -> Iterator[tuple[Amount, str]]:
    """The amounts of a table, each with the heading of its column."""
    units = units_of(placed, blocks)
    rows = placed.table.rows
    header_rows, headers = placed.table.header_rows, placed.table.headers
    money = money_columns(rows[header_rows:], headers, units)
    adding = _adding_column(rows[header_rows:], money, units)
    found: list[tuple[Amount, Figure]] = []
    columns: set[int] = set()
    below = _labels_below(rows)
    for row_number, row in enumerate(rows[header_rows:], header_rows + 1):
        beside = " ".join(
            cell.text
            for column, cell in enumerate(row)
            if column not in money and cell.text and not is_figure(cell.text)
            if not _is_count(headers[column], cell)
        ).strip()
        for column, cell in enumerate(row):
            label = below.get((row_number, column), beside)
            counts = COUNT_LABEL.match(label) is not None and parse_amount(cell.text) is None
            counted = column in money and not counts
            value = (counted_amount(cell, units[column]) if counted else None) or amount_alone(cell)
            if value is None:
                continue
            header = headers[column]
            called = bool(TOTAL_LABEL.search(header)) and not YEAR.search(header)
            sums_up = len(money) > 1 and (called or column == adding)
            certain = DIFFERENCE.search(header) or not LOOSE_MINUS.match(cell.text)
            exact = bool(certain) and units[column] != MISREAD_THOUSANDS and not SPECKED.search(cell.text)
            extracted = repaired(cell.passage.whole(value[0]), exact)
            amount = Amount(
                value=extracted.value,
                text=extracted.text,
                provenance=extracted.provenance,
                currency=value[1],
                label=label or None,
                year=_table_year(header, label),
                section=placed.section,
                table=number,
                row=row_number,
            )
            columns.add(column)
            found.append((amount, Figure(value[0], label, header, sums_up)))
    roles = table_roles([figure for _, figure in found], 1 if below else len(columns), amends, year)
    if is_payment_plan(placed, blocks):
        roles = ["other" if role == "component" else role for role in roles]
    for (amount, figure), role in zip(found, roles, strict=True):
        yield amount.model_copy(update={"role": role}), figure.header


def _adding_column(rows: Sequence[Sequence[Cell]], money: Sequence[int], units: Sequence[str]) -> int | None:
    """The last of several columns of money if it adds up the others in every row."""
    sums = [[counted_amount(row[column], units[column]) for column in money] for row in rows]
    told = [[one[0] for one in row if one] for row in sums if all(row)]
    adds = len(money) > 2 and told and all(sum(row[:-1]) == row[-1] for row in told)
    return money[-1] if adds else None


def _labels_below(rows: Sequence[Sequence[Cell]]) -> dict[tuple[int, int], str]:
    """What stands below each sum, by the number of its row and its column, where sums and their labels take
    turns from the first row on: sums in frames beside each other."""
    if len(rows) % 2:
        return {}
    labels: dict[tuple[int, int], str] = {}
    for number in range(0, len(rows), 2):
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


def amount_alone(cell: Cell) -> tuple[Decimal, str] | None:
    """The one sum in a cell in which nothing else is written: a scan adds specks, "500,00 €."."""
    found = find_amounts(cell.text) if cell.lines else []
    if len(found) != 1 or re.search(r"\w", cell.text[: found[0].start] + cell.text[found[0].end :]):
        return None
    return (found[0].value, found[0].currency) if found[0].value is not None else None


def _amounts_in_cells(reading: Reading, measures: Sequence[Measure]) -> Iterator[Heard]:
    """Sums that a cell names among other words: it is read as an item of a list is."""
    for number, placed in enumerate(reading.layout.tables, 1):
        for row_number, row in enumerate(placed.table.rows, 1):
            for cell in (cell for cell in row if cell.lines and not amount_alone(cell)):
                for one in find_amounts(cell.text):
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
                    amount = with_place(amount, measures, reading.reference, cell.text)
                    part = is_part(amount, measures)
                    yield Heard(amount, context, one.rounded, placed.position - 0.5, part)


def money_columns(rows: Sequence[Sequence[Cell]], headers: Sequence[str], units: Sequence[str]) -> list[int]:
    columns = []
    cells = [cell for row in rows for cell in row if cell.lines]
    told = any(PLAIN.search(header) for header in headers) or any(BARE.fullmatch(c.text) for c in cells)
    for column, header in enumerate(headers):
        filled = [row[column] for row in rows if row[column].text]
        figured = [
            (cell, amount) for cell in filled if (amount := counted_amount(cell, units[column])) is not None
        ]
        explicit = any(parse_amount(cell.text) for cell, _ in figured) or PLAIN.search(header)
        # "Anteil" heads shares in per cent and in Euro; the sign tells, or the heading does.
        counts = COUNT_HEADER.search(header) is not None and not explicit
        if not filled or len(figured) < 0.5 * len(filled) or counts:
            continue
        large = all(abs(value) >= 1000 for _, (value, _) in figured)
        misread = units[column] == MISREAD_THOUSANDS
        years_only = all(YEAR.fullmatch(cell.text.strip()) for cell, _ in figured)
        cents = all(BARE.fullmatch(cell.text.strip()) for cell, _ in figured)
        # Where one heading names the currency, or one column shows cents, large numbers elsewhere are counts.
        plain = large and (cents or (column > 0 and not told))
        if not years_only and (explicit or misread or MONEY_HEADER.search(header) or plain):
            columns.append(column)
    return columns


def _is_count(header: str, cell: Cell) -> bool:
    return bool(COUNT_HEADER.search(header)) or bool(re.fullmatch(r"\d{1,3}[.)]?", cell.text))


def _table_year(header: str, label: str) -> int | None:
    match = YEAR.search(header) or YEAR.search(label)
    return int(match[0]) if match else None


def _reading_order(amount: Amount) -> tuple[int, float, float]:
    return amount.provenance.page, amount.provenance.bbox[1], amount.provenance.bbox[0]
