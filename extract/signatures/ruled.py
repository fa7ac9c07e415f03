"""Tables with a signature in each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Literal

from extract.language.lines import Line
from extract.language.passage import join_lines
from extract.language.signing_lines import DATE_ALONE
from extract.language.signing_rows import heads_signing
from extract.signatures.columns import without_strokes
from extract.signatures.items import Item
from extract.signatures.lines import PLAYS_ROLE
from extract.signatures.reading import said_in
from extract.signatures.words import SIGNED
from extract.tables.table import Table
from models.reference import Reference

Kind = Literal["organisation", "place", "date", "name", "office"]
"""What a column holds. A place may come with its date, a name or an organisation with an office."""
KINDS: tuple[Kind, ...] = ("organisation", "place", "date", "name", "office")
"""In the order in which a signature block says it."""
HEADINGS: dict[Kind, re.Pattern[str]] = {
    "place": re.compile(r"Ort(?:\s*(?:,|und|/)\s*(?:Datum|Tag))?|wo", re.IGNORECASE),
    "date": re.compile(r"Datum|Tag|wann|Zeitpunkt|Zeitstempel", re.IGNORECASE),
    "name": re.compile(
        r"(?:Vor-\s+und\s+(?:Nach|Zu))?Name|durch|Unterzeichne(?:r(?:in)?|nde)", re.IGNORECASE
    ),
    "office": re.compile(r"als|Funktion|Amt|Amtsbezeichnung|Dienststellung|Stellung", re.IGNORECASE),
    "organisation": re.compile(
        r"(?:(?:Unterschrift|(?:unter|ge)zeichnet|unterschrieben|gez\.)\s+)?für(?:\s+(?:das|die|den))?|Partei"
        r"|Vertragspart(?:ner(?:in)?|ei)|Stelle|Behörde|Organisation|Körperschaft|Einrichtung",
        re.IGNORECASE,
    ),
}
TELLS_DAY = re.compile(r"Datum|\bTag\b|Unterschrift|\bwann\b|Zeit(?:punkt|stempel)", re.IGNORECASE)
UNREAD = re.compile(r"Unterschrift|(?:Dienst)?[Ss]iegel|Stempel|Nr\.|lfd\.\s?Nr\.|", re.IGNORECASE)


def rows_signed(table: Table, reference: Reference) -> list[list[Item]]:
    """What each row says, if every column holds one thing, by its heading or by what stands in it; else
    nothing."""
    table = _with_headings_apart(table)
    body = [[_print_of(cell.lines) for cell in row] for row in table.rows[table.header_rows :]]
    columns = zip(table.headers, zip(*body, strict=True), strict=True) if body else ()
    kinds = [_kind(header.strip(), cells, reference) for header, cells in columns]
    told = [kind for kind in kinds if kind]
    signed = any(map(TELLS_DAY.search, table.headers)) and {"organisation", "place"} & {*told}
    if None in kinds or len({*told}) < len(told) or not signed:
        return []
    order = [kinds.index(kind) for kind in KINDS if kind in told]
    rows = _of_same([[item for n in order for item in _said(kinds[n], row[n], reference)] for row in body])
    # Who signed may stand beside for whom: "Landkreis Fulda (Heike Muster)".
    return rows if "name" in told or any(item.role == "name" for row in rows for item in row) else []


def _of_same(rows: Sequence[list[Item]]) -> list[list[Item]]:
    """The rows; where the cell of the organisation is left empty, or runs over two rows, the next person
    signs for the same."""
    told: list[list[Item]] = []
    before: list[Item] = []
    for items in rows:
        named = [item for item in items if item.role == "organisation"]
        signs = any(item.role == "name" for item in items)
        told.append(items if named or not signs else [*before, *items])
        before = named or before
    return told


def _with_headings_apart(table: Table) -> Table:
    """The table with its headings in a row of their own, where the rule below them was not seen."""
    first, *others = table.rows
    heads = [cell.lines[:1] for cell in first]
    below = [cell.lines[1:] for cell in first]
    if not (all(heads) and any(below) and heads_signing([line.text for (line,) in heads])):
        return table
    parted = (
        tuple(replace(cell, lines=lines) for cell, lines in zip(first, part, strict=True))
        for part in (heads, below)
    )
    return replace(table, rows=(*parted, *others))


def _print_of(lines: Sequence[Line]) -> list[Line]:
    """The lines of a cell without strokes of a pen, and without the part that a party plays, above its name:
    "Auftragnehmer 2"."""
    size = median(word.size for line in lines for word in line.words) if lines else 0.0
    printed = [clean for line in lines if (clean := without_strokes(line, size)) is not None]
    return printed[1:] if len(printed) > 1 and PLAYS_ROLE.fullmatch(printed[0].text) else printed


def _kind(header: str, cells: Sequence[Sequence[Line]], reference: Reference) -> Kind | Literal[""] | None:
    """What a column holds, "" for what nobody reads; None if it holds several things."""
    headed = next((kind for kind, heading in HEADINGS.items() if heading.fullmatch(header)), None)
    if headed is not None:
        return headed
    held = {_held(lines, reference) for lines in cells if lines}
    if len(held) == 1 and (kind := next(iter(held))):
        return kind
    return "" if not held or UNREAD.fullmatch(header) else None


def _held(lines: Sequence[Line], reference: Reference) -> Kind | None:
    """What a cell holds."""
    if DATE_ALONE.fullmatch(join_lines(lines).text):
        return "date"
    roles = {item.role for item in said_in(lines, reference)}
    beside = {"office", "deputising"}
    if "organisation" in roles and roles <= {"organisation", "name", *beside}:
        return "organisation"
    return next((kind for kind in KINDS if kind in roles and roles <= {kind, *beside}), None)


def _said(kind: Kind | Literal[""] | None, lines: Sequence[Line], reference: Reference) -> list[Item]:
    """What a cell says: one thing, or a person and an office."""
    if not lines or not kind:
        return []
    parts = said_in(lines, reference)
    if kind in {item.role for item in parts} and len(parts) > 1 and kind not in ("place", "date"):
        return parts
    passage = join_lines(lines)
    lead = SIGNED.match(passage.text) if kind == "name" else None
    return [
        Item("place" if kind == "date" else kind, passage.part(lead.end() if lead else 0, len(passage.text)))
    ]
