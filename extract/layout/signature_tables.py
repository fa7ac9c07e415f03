"""Tables in which the parties sign."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.lines import Row
from extract.language.signature_vocabulary import LABEL_ALONE, OFFICE
from extract.language.signing_lines import DATE_ALONE, ORGANISATION, may_be_office, may_sign, signs
from extract.language.signing_rows import heads_signatures, heads_signing, names_both_sides
from models.german import find_amounts

# Below the names of both sides an office or a day stands within so many rows: a name may come first.
ROWS_BELOW_SIDES = 3
# What heads the columns of a table in which each row is a signature.
SIGNATURE_HEADING = re.compile(
    r"Ort|Datum|Tag\b|Zeit(?:punkt|stempel)|Name|Amt|Funktion|Unterschrift|Unterzeichne|Organisation|Siegel|Stempel"
    r"|für\b",
    re.IGNORECASE,
)
INK_ALONE = re.compile(r"Unterschrift(?:en)?|(?:Dienst)?[Ss]iegel|Stempel")
WHEN = re.compile(r"(?:Ort|Datum)\b")


def is_signature_table(headers: Sequence[str]) -> bool:
    known = sum(1 for header in headers if SIGNATURE_HEADING.match(header))
    signed = any(map(INK_ALONE.fullmatch, headers)) and any(map(WHEN.match, headers))
    return known >= min(3, len(headers)) or heads_signing(headers) or signed


def is_signed(rows: Sequence[Row]) -> bool:
    """Does a row of a table belong to a signature block?"""
    return (
        any(_dates_office(row) or any(map(signs, row.lines)) for row in rows)
        or _dates_officers(rows)
        or _dates_labelled(rows)
    )


def heads_signing_columns(rows: Sequence[Row], below: Sequence[Row]) -> bool:
    """Does a table only name who stands on which side, right above the columns in which they sign? `below`:
    the rows that follow it on its page."""
    named = any(map(names_both_sides, rows)) and not any(find_amounts(row.text) for row in rows)
    return named and any(
        len(row.lines) > 1 and all(map(may_sign, row.lines)) for row in below[:ROWS_BELOW_SIDES]
    )


def _dates_office(row: Row) -> bool:
    """ "7.8.2025    Landrat": a date beside an office."""
    dated = DATE_ALONE.fullmatch(row.lines[0].text) is not None
    return dated and any(OFFICE.search(line.text) for line in row.lines[1:])


def _dates_officers(rows: Sequence[Row]) -> bool:
    """Does a table without sums say whose officers have signed when, however it is parted: bodies, days and
    offices, each in lines of their own?"""
    lines = [line for row in rows for line in row.lines]
    dates = sum(DATE_ALONE.fullmatch(line.text) is not None for line in lines)
    offices = sum(map(may_be_office, lines))
    bodies = any(ORGANISATION.match(line.text) for line in lines)
    return bodies and 0 < dates <= offices and not any(find_amounts(line.text) for line in lines)


def _dates_labelled(rows: Sequence[Row]) -> bool:
    """Does a label head each row of a table, among them those of where, when and for whom? Who signs may
    stand below it."""
    beside = [row for row in rows if len(row.lines) > 1]
    labels = [LABEL_ALONE.fullmatch(row.lines[0].text) for row in beside]
    kinds = {label.lastgroup for label in labels if label is not None}
    dated = any(DATE_ALONE.fullmatch(line.text) for row in beside for line in row.lines[1:])
    return None not in labels and dated and {"place", "organisation"} <= kinds


def below_headings(rows: Sequence[Row]) -> list[Row]:
    """What stands below the row that heads the columns of a table of signatures, if there is one; without
    the rows of labels that stand below what is filled in."""
    heads = headings(rows)
    return [row for row in rows[heads[-1] + 1 if heads else 0 :] if not heads_signatures(row)]


def headings(rows: Sequence[Row]) -> list[int]:
    """The numbers of the rows that head columns. A row of labels that ends the block, or stands twice on a
    page, is below what it labels."""
    numbers = [number for number, row in enumerate(rows) if heads_signatures(row)]
    told = [(rows[number].page, rows[number].text) for number in numbers]
    return [] if len({*told}) < len(told) or len(rows) - 1 in numbers else numbers
