"""In what a column of money counts: "T€", "in Tsd. Euro", "Angaben in Mio. €"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.layout.blocks import Block
from extract.layout.layout import PlacedTable
from extract.tables.table import LIMIT, NOTE, Cell, is_figure
from models.german import parse_amount

_MONEY = r"(?:€|Euro|EUR|DM|DEM)"
# A number before it makes it a sum ("500 T€"), and "1.000 €" is a unit only behind "in".
_UNIT = (
    rf"(?<!\w)(?<!\d\s)(?:(?P<thousand>T\s?{_MONEY}|Tsd\.?\s?{_MONEY}|Tausend\s+{_MONEY}"
    rf"|(?<=\bin\s)1[.\s]?000\s?{_MONEY}|{_MONEY}\s?(?:in\s)?(?:Tsd\b|Tausend\b))"
    rf"|(?P<million>Mio\.?\s?{_MONEY}|Mill(?:ionen|\.)\s?{_MONEY}|{_MONEY}\s?(?:in\s)?Mio\b))(?!\w)"
)
UNIT = re.compile(_UNIT, re.IGNORECASE)
PLAIN = re.compile(rf"(?<!\w){_MONEY}(?!\w)", re.IGNORECASE)
THOUSANDS, MILLIONS = "T€", "Mio. €"
MARKS = re.compile(r"(?<!\w)(?:T\s?)?(?:DM|DEM)(?!\w)")
IN_MARKS, IN_THOUSAND_MARKS, IN_MILLION_MARKS = "DM", "TDM", "Mio. DM"
# "Beträge in DM" above a table.
CAPTION_MARKS = re.compile(r"\b(?:in|(?:Angaben?|Beträge|Werte)\s*:)\s+(?:DM|DEM)(?!\w)")
# On a scan € is read as a letter; so is the unit, if the column has sums with parts of a thousand.
MISREAD = re.compile(r"(?<!\w)T\s?[EeC6G]\W*$")
MISREAD_THOUSANDS = "T€?"
PARTS_OF_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})*,\d{1,3}")
# What says it of a whole table, right above it, or below it.
CAPTION = re.compile(rf"\b(?:in|(?:Angaben?|Beträge|Werte)\s*:)\s+{_UNIT}", re.IGNORECASE)
BELOW = re.compile(
    rf"\W*(?:\w+\s+){{0,2}}(?:Angaben?|Beträge|Werte|Zahlen|Summen)(?:\s+\w+){{0,3}}?[\s:]+(?:in\s+)?{_UNIT}\W*",
    re.IGNORECASE,
)
CAPTION_WORDS = 30
# What a change adds or takes away: "+ 25.000", "– 10.000".
SIGNED = re.compile(r"(?P<sign>[-+−–])\s*(?P<number>\d.*)")
# What is told of a figure and is none of it: "bis zu 50.000", "50.000 1)".
TOLD_OF_IT = re.compile(rf"^{LIMIT}|{NOTE}$", re.IGNORECASE)
ROUNDED = re.compile(r"(?:rund|rd\.|ca\.|etwa)\s", re.IGNORECASE)
# What a scan adds to a figure, and what it makes of the comma before the cents.
SPECKS = ".,;:•·°'\"“”„*|_ "
SPECK_WITHIN = re.compile(r"(?<=[\d-])\s?[·•°'*|_]\s?(?=€|EUR|Euro)")
# Signs before and behind a sum so that nobody adds a figure: "***500,00***".
FENCE = re.compile(r"^(?:\*{2,}|={2,}|#{1,3})\s?|\s?(?:\*{2,}|={2,}|#{1,3})$")
# "511 .200,00": a blank beside the stop of thousands.
TORN = re.compile(r"(?<=\d)(?:\s\.|\.\s)(?=\d{3},\d{2}(?:\D|$))")
THOUSANDS_MARK = re.compile(r"(?<=\d)[,:;](?=\d{3}(?:[.,:;]\d{3})*,\d{2}(?:\D|$))")
CENTS = re.compile(r"(?<=\d\.\d{3})(?:[.;:]|, )\s?(?=\d{2}(?:\D|$))")
# Apart from its number a stroke may be but a mark.
LOOSE_MINUS = re.compile(r"[-−–]\s+\d")

MARKS_PER_EURO = Decimal("1.95583")
"""Fixed for good: Verordnung (EG) Nr. 2866/98."""
CENT_LOST = Decimal("0.02")
"""Two sums that were rounded differ by so much at most."""


def is_converted(one: Decimal, other: Decimal) -> bool:
    """Is one of two sums the other one in Deutsche Mark?"""
    low, high = sorted((one, other))
    return low > 0 and abs(low * MARKS_PER_EURO - high) <= CENT_LOST


def units_of(placed: PlacedTable, blocks: Sequence[Block]) -> tuple[str, ...]:
    """For each column the unit its heading gives, or that of the labels, "in Tsd. Euro", or the words above
    or below the table; "" for plain money."""
    above = blocks[placed.position - 1].text if placed.position else ""
    above = above if len(above.split()) <= CAPTION_WORDS else ""
    below = blocks[placed.position].text if placed.position < len(blocks) else ""
    caption = CAPTION.search(above) or BELOW.fullmatch(below)
    said = unit_of(caption[0]) if caption else IN_MARKS if CAPTION_MARKS.search(above) else ""
    first = placed.table.headers[0]
    # "Posten 2022 EUR Vorjahr TEUR": the headings of several columns, read as one, tell of none which it is.
    tells = _holds_labels(placed) and not (unit_of(first) and PLAIN.search(UNIT.sub(" ", first)))
    said = unit_of(first) or said if tells else said
    return tuple(
        unit_of(header)
        or (
            IN_MARKS
            if MARKS.search(header)
            else ""
            if PLAIN.search(header)
            else said or _misread_unit(header, column, placed)
        )
        for column, header in enumerate(placed.table.headers)
    )


def _holds_labels(placed: PlacedTable) -> bool:
    """Has the first column no figures, so that its heading speaks of the others?"""
    return not any(is_figure(row[0].text) for row in placed.table.rows[placed.table.header_rows :])


def _misread_unit(header: str, column: int, placed: PlacedTable) -> str:
    cells = [row[column].text for row in placed.table.rows]
    in_parts = any(PARTS_OF_THOUSANDS.fullmatch(text) for text in cells)
    return MISREAD_THOUSANDS if in_parts and MISREAD.search(header) else ""


def counted_amount(cell: Cell, unit: str = "") -> tuple[Decimal, str] | None:
    """The sum in a cell of a column that counts in `unit`. A cell with a unit of its own is as it says."""
    if not cell.lines:
        return None
    text = TOLD_OF_IT.sub("", cell.text)
    if signed := SIGNED.fullmatch(text):
        value = _counted(signed["number"], unit)
        return (-value[0], value[1]) if value and signed["sign"] != "+" else value
    return _counted(text, unit)


def _counted(text: str, unit: str) -> tuple[Decimal, str] | None:
    text = mended(text)
    own = parse_amount(text)
    if own is not None or not unit:
        return own or parse_amount(text, currency_required=False)
    return parse_amount(f"{text} {unit.rstrip('?')}")


def mended(text: str) -> str:
    """A figure in a cell without a scan's damage: "669.300.00", "500,00 €.", "511 .200,00", "219:000,00"."""
    whole = THOUSANDS_MARK.sub(".", TORN.sub(".", text.strip(SPECKS)))
    return CENTS.sub(",", SPECK_WITHIN.sub(" ", whole))


def is_mended(text: str) -> bool:
    """Has a figure in a cell damage of a scan, or is it rounded?"""
    fenced = FENCE.sub("", TOLD_OF_IT.sub("", text))
    return mended(fenced) != fenced or ROUNDED.match(text) is not None


def unit_of(text: str) -> str:
    """The unit that a heading names; "" if it names none."""
    found = UNIT.search(text)
    if found is None:
        return ""
    if MARKS.search(found[0]):
        return IN_THOUSAND_MARKS if found["thousand"] else IN_MILLION_MARKS
    return THOUSANDS if found["thousand"] else MILLIONS
