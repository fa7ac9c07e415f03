"""Sums of money and the part each plays: total, component, replaced, replacement …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.amounts.additions import divided_rows
from extract.amounts.allotments import Names, allotted_items, without_others
from extract.amounts.cell_amounts import amounts_in_cells
from extract.amounts.changes import without_differences
from extract.amounts.heard import AFTER, BEFORE, Context, Heard, with_loose_digits
from extract.amounts.leads import heading_of, lead_of
from extract.amounts.loose_cells import labels_of_loose_cell
from extract.amounts.money_columns import BARE, YEAR
from extract.amounts.old_and_new import RESTATED
from extract.amounts.payment_plans import payments_beside_parts, without_calculations
from extract.amounts.places import NUMBERED, is_part, with_place
from extract.amounts.roles import with_roles
from extract.amounts.table_amounts import Known, table_amounts
from extract.amounts.table_wholes import parts_of_a_whole, with_grant_among_rows
from extract.certainty.confidence import doubted, repaired
from extract.geometry import reading_order
from extract.layout.understand import Reading
from extract.parties.grants import gives_together
from models.agreement import Amount, Measure, Party
from models.german import FoundAmount, FoundWords, find_amounts, find_number_words, parse_amount
from models.german.amounts import CENT
from models.german.dates import MONTH

PERIOD = re.compile(r"\b(?:19|20)\d{2}\s*(?:bis(?: einschließlich| zum Jahr)?|[-–—])\s*(?:19|20)\d{2}\b")
# A sum in words and the same in figures stand within so many characters of each other.
REPEATED_WITHIN = 60
NAMES_CURRENCY = re.compile(r"\b(?:Euros?|EUR)\W*$", re.IGNORECASE)
HEADED_NUMBER = re.compile(r"\D+\d{1,3}")
# A heading that is a sentence ends like one: "§ 2 Vom Land kommen 500,00 Euro in zwei Raten."
ENDS_SENTENCE = re.compile(r"[^.\n]*\.\s*")
SENTENCE_END = re.compile(r"[.;]\s+[A-ZÄÖÜ]")
PARTED = re.compile(r"[,;](?!\d)|\b(?:und|sowie|bzw)\b")


def find_amounts_of(
    reading: Reading,
    amends: bool,
    measures: Sequence[Measure],
    year: int | None = None,
    parties: Sequence[Party] = (),
) -> tuple[Amount, ...]:
    """All amounts in reading order: running text and tables, each with its role and what it is for.

    `amends` tells whether the document changes an earlier agreement, `year` is that of its budget.
    """
    names = Names(tuple(parties), reading.reference)
    heard = [
        *_running_amounts(reading, measures),
        *_bare_amounts(reading, measures),
        *amounts_in_cells(reading, measures),
    ]
    heard.sort(key=lambda one: one.block)
    known = Known(amends, year, gives_together(parties), names, {one.amount.value for one in heard})
    tabled = [
        with_place(amount, measures, reading.reference, heading)
        for number, table in enumerate(reading.layout.tables, 1)
        for amount, heading in table_amounts(number, table, reading.layout.blocks, known)
    ]
    tabled = payments_beside_parts(tabled, reading.layout.tables, reading.layout.blocks)
    running = without_others(
        heard, allotted_items(heard, names), lambda kept: with_roles(kept, tabled, amends, year)
    )
    tabled = without_calculations(tabled, running, reading.layout.tables, reading.layout.blocks)
    tabled = divided_rows(parts_of_a_whole(tabled, running), running)
    amounts = with_grant_among_rows(sorted([*running, *tabled], key=reading_order))
    return tuple(without_differences(_restated(reading, amounts)) if amends else amounts)


def _restated(reading: Reading, amounts: Sequence[Amount]) -> list[Amount]:
    """In a paragraph that a change gives new words the total is a new one, though no old one is named; and so
    are parts that no total stands beside: with one, or the new one of the section that they add up to, they
    remain its parts."""
    cue = RESTATED.search(reading.text)
    if cue is None:
        return list(amounts)
    place = reading.passage.provenance(cue.start(), cue.end())
    below, section = (place.page, place.bbox[1], 0.0), reading.block_at(cue.start()).section
    roles = {amount.role for amount in amounts}
    totals = set() if "replacement" in roles else {"total"}

    beside = [amount for amount in amounts if amount.section == section]
    parts = [one for one in beside if one.role == "component" and one.table is None]
    new = {one.value for one in beside if one.role == "replacement"}
    divided = sum(one.value for one in parts) in new or any(one.role in totals for one in beside)

    def is_new(amount: Amount) -> bool:
        part = amount in parts
        return amount.role in totals or (part and not divided and not roles & {"total"} - totals)

    return [
        amount.model_copy(update={"role": "replacement"})
        if is_new(amount) and reading_order(amount) > below
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
            **extracted.unpacked,
            currency=value[1],
            section=block.section,
        )
        text = reading.text
        context = Context(
            text[start : match.start()], text[match.end() : end], text[start:end], block.text, False
        )
        placed = with_place(amount, measures, reading.reference, context.clause)
        yield Heard(placed, context, False, reading.block_index(match.start()), is_part(placed, measures))


def _is_headed(reading: Reading, found: FoundAmount) -> bool:
    """Does it end in a heading? "… 500 Euro" and the heading "2. Laufzeit" below are no "Euro 2"."""
    return reading.block_at(found.end - 1).kind == "heading"


def _is_said_by_heading(reading: Reading, found: FoundAmount) -> bool:
    """Is it told in a heading that is a sentence, "§ 2 Vom Land kommen 500,00 Euro."? A lone line behind
    its number looks like what heads the lines below."""
    start, end = reading.span_of(reading.block_index(found.end - 1))
    return start <= found.start and ENDS_SENTENCE.fullmatch(reading.text, found.end, end) is not None


def _running_amounts(reading: Reading, measures: Sequence[Measure]) -> Iterator[Heard]:
    text = reading.text
    words = find_number_words(text)
    in_figures = find_amounts(text)
    for found in sorted([*in_figures, *_only_in_words(text, words, in_figures)], key=lambda one: one.start):
        if found.value is None or (_is_headed(reading, found) and not _is_said_by_heading(reading, found)):
            continue
        if _heads_a_number(reading, found):
            continue
        start, end = _clause(reading, found)
        index = reading.block_index(found.start)
        labels = labels_of_loose_cell(reading.layout.blocks, index)
        before, after = text[start : found.start], text[found.end : end]
        if labels is not None:
            before, after = labels, _goes_on_below(reading, index)
        context = _context(reading, found, before, after, labels or "")
        spoken = _spoken(text, found, words)
        extracted = repaired(reading.passage.extract(found.start, found.end, found.value), found.exact)
        amount = Amount(
            **extracted.unpacked,
            currency=found.currency,
            label=_label(reading, found),
            year=_year(reading, found, context),
            programme_key=_programme(reading, found, start, end),
            section=reading.block_at(found.start).section,
            in_words=reading.passage.extract(spoken.start, spoken.end, spoken.value) if spoken else None,
        )
        own = text[max(start, reading.span_of(index)[0]) : found.start]
        near = own if NUMBERED.search(own) else f"{before} – {after}"
        placed = with_place(with_loose_digits(amount, before), measures, reading.reference, near)
        yield Heard(placed, context, found.rounded, index, is_part(placed, measures))


def _context(reading: Reading, found: FoundAmount, before: str, after: str, labels: str) -> Context:
    """What the words around a sum, and the place where it stands, tell of it."""
    index, blocks = reading.block_index(found.start), reading.layout.blocks
    block = reading.block_at(found.start)
    tabled = any(table.position == index for table in reading.layout.tables)
    listed = block.kind == "item" or (blocks[index - 1].text.endswith(":") and not tabled)
    return Context(
        before[-BEFORE:],
        after[:AFTER],
        f"{before} {reading.text[found.start : found.end]} {after}",
        block.text if block.kind == "item" else None,
        _alone_below_table(reading, found),
        lead_of(blocks, index) if index and listed else "",
        heading_of(blocks, index),
        labels,
    )


def _spoken(text: str, found: FoundAmount, words: Sequence[FoundWords]) -> FoundWords | None:
    """The same sum in words, right behind the figures."""
    behind = (one for one in words if 0 <= one.start - found.end < REPEATED_WITHIN)
    return next((one for one in behind if not _parted(text[found.end : one.start])), None)


def _goes_on_below(reading: Reading, index: int) -> str:
    """What stands below a sum on a line of its own and goes on with it in small letters: "so viel stellt das
    Land 2025 bereit"."""
    below = reading.layout.blocks[index + 1] if index + 1 < len(reading.layout.blocks) else None
    goes_on = below is not None and below.kind == "paragraph" and below.text[:1].islower()
    return below.text if below is not None and goes_on and not find_amounts(below.text) else ""


def _heads_a_number(reading: Reading, found: FoundAmount) -> bool:
    """Do a currency and a plain number stand apart, as "EUR" at the head of one column and "1" in another?"""
    apart = reading.block_index(found.start) != reading.block_index(found.end - 1)
    return apart and HEADED_NUMBER.fullmatch(found.text) is not None


def _only_in_words(
    text: str, words: Sequence[FoundWords], in_figures: Sequence[FoundAmount]
) -> Iterator[FoundAmount]:
    """Sums that are printed in words alone: no figures beside them say the same."""
    for one in words:
        beside = any(
            found.start < one.end + REPEATED_WITHIN and one.start < found.end + REPEATED_WITHIN
            for found in in_figures
        )
        if not beside and one.value is not None and NAMES_CURRENCY.search(one.text):
            yield FoundAmount(
                one.start, one.end, one.text, one.value.quantize(CENT), "EUR", exact=True, rounded=False
            )


def _alone_below_table(reading: Reading, found: FoundAmount) -> bool:
    index = reading.block_index(found.start)
    alone = len(reading.layout.blocks[index].text) - (found.end - found.start) < 3
    return alone and any(table.position == index for table in reading.layout.tables)


def _parted(between: str) -> bool:
    """Does another amount, or the end of a sentence, part an amount from one in words?"""
    return bool(find_amounts(between) or SENTENCE_END.search(between))


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
            rf"(?:\d\s?\.\s?|{MONTH}|vom)\s*$",
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
