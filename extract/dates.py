"""Dates of the text and what each is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extract.amounts.leads import lead_of
from extract.certainty.confidence import doubted, repaired
from extract.geometry import meet, overlap_share, reading_order
from extract.language.date_grammar import (
    around,
    is_open,
    role_by_grammar,
    role_of_columns,
    role_of_half_period,
    role_of_period,
)
from extract.language.date_witness import agreed
from extract.language.language import is_sentence
from extract.language.lines import SAME_ROW_SHARE, Line
from extract.language.other_agreements import tells_of_change
from extract.language.passage import Passage
from extract.layout.stamps import is_stamp
from extract.layout.understand import Reading
from extract.tables.table import Table
from models.agreement import DateMention, DateRole, Signatory
from models.german import FoundDate, find_dates
from models.values import Extracted

# Where and when somebody signed, below the text: "am 3. Mai 2023 in Kassel", "Kassel, den 3. Mai 2023".
PLACE = r"[A-ZÄÖÜ][\w.()-]+(?:[ -](?:[\w.()-]+)){0,4}"
BEFORE_SIGNING = re.compile(rf"(?:\bam\s|\bden\s|{PLACE}\s?[,(]\s*)$")
PLACED = re.compile(rf"\W*{PLACE},\s+")
BEHIND_SIGNING = re.compile(rf"(?:,?\s+(?:in\s+)?{PLACE})?\W*")
# The bands of a stamp set days with two digits: "1. APR. 2012" has lost one.
LOST_DIGIT = re.compile(r"\d\.?\s+[A-ZÄÖÜ]{3}")
# A title goes on below: "zur Vereinbarung über … | vom 12. Juli 2017".
GOES_ON = re.compile(r"(?:vom|v\.)\W*")
OF_ANOTHER = re.compile(
    r"\b(?:zu[rm]|de[rs]|die|den)\s+(?:\w+\s+)?\w*(?:vereinbarung|vertrag(?:e?s)?|abkommens?)\b",
    re.IGNORECASE,
)
# What stands with a date in a block has so many characters at least.
ALONE = 3
# A label above a date has so many words at most.
LABEL_WORDS = 6
# The heading of a column of days that says nothing of what they are for: milestones and meetings have a
# "Termin", too.
ANY_DAY = re.compile(r"Termine?", re.IGNORECASE)
BELOW_ANY_DAY = re.compile(rf"\s*\|\s*{ANY_DAY.pattern}\s*$", re.IGNORECASE)

# Days on which those sit who are to be asked: nothing is due then, and nothing refers to what they said.
SITTING = re.compile(r"(?:\w+s)?[Ss]itzung(?:s(?:tag|termin|datum))?(?:\s+(?:am|vom))?:?")
ORDER_OF_SITTINGS = re.compile(r"(?:Beratungs|Sitzungs|Gremien)(?:folge|gang|lauf):?|Gremi(?:um|en):?")
DAY_OF_SITTING = re.compile(r"(?:Termine?|Datum|Tag|am):?")


def find_date_mentions(
    reading: Reading, signatories: tuple[Signatory, ...], amends: bool
) -> tuple[DateMention, ...]:
    """Every full date: those of the text in order, then the dates of signature.

    `amends` tells whether the document changes an earlier agreement: only then the date of another
    agreement is that of the amended one. Where the text tells of a change, though it is called none, what
    would be one's is disputed.
    """
    mentions = _mentions(reading, signatories, amends)
    if amends or not tells_of_change(reading.text):
        return mentions
    changed = {
        (one.provenance.page, one.provenance.bbox)
        for one in _mentions(reading, signatories, amends=True)
        if one.role == "amended_agreement"
    }
    return tuple(
        repaired(one, exact=(one.provenance.page, one.provenance.bbox) not in changed) for one in mentions
    )


def _mentions(reading: Reading, signatories: tuple[Signatory, ...], amends: bool) -> tuple[DateMention, ...]:
    found = find_dates(reading.text)
    running = [
        _signed_here(reading, one, _in_role(reading.passage, found, index, *_said_from(reading, one), amends))
        for index, one in enumerate(found)
    ]
    signed = [signatory.date for signatory in signatories if signatory.date is not None]
    loose = list(_among_signatures(reading, amends))
    told = [
        one
        for one in loose
        if one.role != "signature" and not any(meet(one.provenance, other.provenance) for other in running)
    ]
    mentions = sorted([*running, *told, *_tabled(reading, amends)], key=reading_order)
    mentions = [
        one
        for one in mentions
        if not any(meet(one.provenance, date.provenance) and one.value == date.value for date in signed)
    ]
    seen = set()
    for signatory in signatories:
        spot = (signatory.date.provenance.page, signatory.date.provenance.bbox) if signatory.date else None
        if signatory.date is not None and spot not in seen:
            seen.add(spot)
            mentions.append(_mention(signatory.date, "signature"))
    places = [mention.provenance for mention in mentions]
    mentions += [one for one in loose if not any(meet(one.provenance, place) for place in places)]
    return tuple(mentions)


def _among_signatures(reading: Reading, amends: bool) -> Iterator[DateMention]:
    """The dates of the signature block, as doubtful as a date is that belongs to nobody; but one of which
    something is said was only taken for a part of it, and is disputed. "Vorlagenrod, 3. Mai" says no more
    than where."""
    for row in reading.layout.signature_rows:
        for number, line in enumerate(row.lines):
            passage, label = line.passage, " ".join(one.text for one in row.lines[:number]) + " "
            found = find_dates(passage.text)
            for index in range(len(found)):
                told = role_by_grammar(passage.text, found, index, 0, label, amends)
                mention = _in_role(passage, found, index, 0, (label,), amends)
                placed = index == 0 and PLACED.fullmatch(passage.text, 0, found[0].start)
                signs = placed or told in (None, "other", "signature") or mention.role == "signature"
                yield _mention(doubted(mention), "signature") if signs else repaired(mention, exact=False)


def _said_from(reading: Reading, found: FoundDate) -> tuple[int, tuple[str, ...]]:
    """Where what speaks for a date begins, and what else does: its block; for a date on a line of its own,
    what stands beside it, "31.12.2022   Ende der Laufzeit", or the label above it, or before it in a form;
    for an item of a list what leads to it."""
    index = reading.block_index(found.start)
    start, end = reading.span_of(index)
    above = reading.layout.blocks[index - 1].text if index else ""
    alone = f"{reading.text[start : found.start]}{reading.text[found.end : end]}"
    if GOES_ON.fullmatch(alone) and start < reading.front_end and OF_ANOTHER.search(above):
        return reading.span_of(index - 1)[0], ("",)
    if end - start - (found.end - found.start) >= ALONE:
        labelled = above.endswith(":") and len(above.split()) <= LABEL_WORDS
        if not labelled and (field := _field(reading, index)):
            return start, (f"{field}: ",)
        return (reading.span_of(index - 1)[0] if labelled else start), ("", *_lead(reading, index))
    if not _leads(reading, index) and (field := _field(reading, index)):
        return found.start, (f"{field}: ",)
    if beside := _beside(reading, index):
        return found.start, (f"{beside}: ",)
    labels = bool(above) and len(above.split()) <= LABEL_WORDS and not find_dates(above)
    return (reading.span_of(index - 1)[0] if labels else start), ("",)


def _lead(reading: Reading, index: int) -> Iterator[str]:
    """What leads to the item of a list that is no sentence itself: "wird in zwei Raten gezahlt, und zwar"."""
    block = reading.layout.blocks[index]
    lead = lead_of(reading.layout.blocks, index) if block.kind == "item" else ""
    if lead and not is_sentence(block.text):
        yield f"{lead} "


def _field(reading: Reading, index: int) -> str:
    """The label to the left of a block, if it is one: "Bedarfsplanung   Stand 3. Mai 2022"."""
    if not index:
        return ""
    label, value = (block.lines[0] for block in reading.layout.blocks[index - 1 : index + 1])
    beside = _are_level(label, value) and label.bbox[2] < value.bbox[0]
    short = len(label.words) <= LABEL_WORDS and not is_sentence(label.text)
    return label.text.rstrip(": ") if beside and short else ""


def _leads(reading: Reading, index: int) -> bool:
    """Do days and labels take turns in a row from a day on, "1. Mai 2022   Beginn   31. Mai 2022   Ende"?"""
    blocks = reading.layout.blocks
    first = index
    while first and _are_level(blocks[first - 1].lines[0], blocks[index].lines[0]):
        first -= 1
    return bool(find_dates(blocks[first].text))


def _beside(reading: Reading, index: int) -> str:
    """What stands to the right of a block, if it is no sentence."""
    date_line, *nearby = (block.lines[0] for block in reading.layout.blocks[index : index + 2])
    return " ".join(
        line.text
        for line in nearby
        if _are_level(line, date_line) and line.bbox[0] > date_line.bbox[2] and not is_sentence(line.text)
    )


def _are_level(one: Line, other: Line) -> bool:
    (_, top, _, bottom), (_, above, _, below) = one.bbox, other.bbox
    return one.page == other.page and overlap_share(top, bottom, above, below) > SAME_ROW_SHARE


def _signed_here(reading: Reading, found: FoundDate, mention: DateMention) -> DateMention:
    """A place and a date on a line of their own below the text, outside of any signature block that was
    understood: a signature, but for certain only if somebody looks."""
    start, end = reading.span_of(reading.block_index(found.start))
    placed = BEFORE_SIGNING.search(reading.text[start : found.start]) and BEHIND_SIGNING.fullmatch(
        reading.text, found.end, end
    )
    below = start >= reading.front_end and not is_sentence(reading.text[start:end])
    if mention.role != "other" or not placed or not below:
        return mention
    return _mention(repaired(mention, exact=False), "signature")


def _tabled(reading: Reading, amends: bool) -> Iterator[DateMention]:
    """The dates in tables."""
    for placed in reading.layout.tables:
        table = placed.table
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                found = find_dates(cell.text) if cell.lines else []
                labels = _labels(table, number, column) if found else ()
                sits = bool(found) and _is_sitting(table, number, column)
                for index, one in enumerate(found):
                    mention = _in_role(cell.passage, found, index, 0, labels, amends)
                    if sits and mention.role != "other":
                        mention = _mention(cell.passage.extract(one.start, one.end, one.value), "other")
                    yield mention


def _is_sitting(table: Table, number: int, column: int) -> bool:
    """Is a column of days one of when committees sit, "Beratungsfolge | Sitzung am", "Gremium | Termin"?"""
    heads = [table.headers[column], *(row[column].text for row in table.rows[:number])]
    firsts = [table.headers[0], *(row[0].text for row in table.rows[:number])]
    ordered = any(ORDER_OF_SITTINGS.fullmatch(text) for text in firsts)
    return any(SITTING.fullmatch(text) or (ordered and DAY_OF_SITTING.fullmatch(text)) for text in heads)


def _labels(table: Table, number: int, column: int) -> tuple[str, ...]:
    """What speaks for a cell: the one to its left, as in a form, or the first cell of its row and the heading
    of its column; for the first cell of a row the one behind it, as in a calendar."""
    row = table.rows[number]
    beside = row[column - 1].text if column else ""
    heading = table.headers[column] if number >= table.header_rows else ""
    if column == 0 and len(row) > 1 and not find_dates(row[1].text):
        return f"{heading} ", f"{heading} | {row[1].text}: "
    if not heading:
        return (f"{beside} ",)
    first = row[0].text if column else ""
    in_column = first if ANY_DAY.fullmatch(heading) else f"{first} {heading}"
    in_full = (*(cell.text for cell in row[:column] if not find_dates(cell.text)), heading)
    return f"{beside} ", f"{in_column} ", f"{' | '.join(in_full)} "


def _in_role(
    passage: Passage,
    found: Sequence[FoundDate],
    index: int,
    start: int,
    labels: Sequence[str],
    amends: bool,
) -> DateMention:
    """Date number `index` of those found in a text, with the role that the words from `start` to it give it.
    One of `labels` stands before them, the first that tells, or the last. A date of which nothing is said is
    doubted, and so is one of a period whose other one was not read."""
    one = found[index]
    found_here = passage.extract(one.start, one.end, one.value)
    cut_off = found_here.provenance.origin == "ocr" and LOST_DIGIT.match(one.text) is not None
    mention = repaired(found_here, one.exact and not cut_off)
    if any(is_stamp(piece.word) for piece in passage.between(one.start, one.end)):
        return _mention(mention, "other")
    periods = (role_of_period(passage.text, found, index, start, label, amends) for label in labels)
    period: DateRole | None = next(filter(None, periods), None)
    if period:
        return _mention(mention, period)
    if half := role_of_half_period(passage.text, one):
        return _mention(doubted(mention), half)
    if column := role_of_columns(passage.text, found, index):
        return _mention(repaired(mention, exact=False), column)
    tells = (
        (role, label)
        for label in labels
        if (role := role_by_grammar(passage.text, found, index, start, label, amends))
    )
    told, by = next(tells, (None, labels[-1]))
    heard = BELOW_ANY_DAY.sub(": ", by)
    role, certain = agreed(told, *around(passage.text, found, index, start, heard))
    certain = certain and not is_open(passage.text, found, index, start, by, amends)
    return _mention(repaired(mention, role is not None and certain), role or "other")


def _mention(extracted: Extracted[date | None], role: DateRole) -> DateMention:
    return DateMention(**extracted.unpacked, role=role)
