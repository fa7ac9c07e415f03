"""The frame of a letter: what it is headed by, and the words with which it greets and closes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.lines import Row
from extract.language.signature_places import PLACE

GREETING = re.compile(r"(?:Sehr\s+(?:geehrte|verehrte)|Liebe)[rs]?\s.*[,!]|Guten\s+Tag\b.*[,!]")
CLOSING = re.compile(
    r"(?:Mit\s+)?(?:sehr\s+)?(?:(?:freundliche|beste|verbindliche|herzliche|kollegiale)[nmrs]?\s+"
    r"(?:Gr(?:u|ü|ue)(?:ß|ss)e?n?|Empfehlungen)|(?:vorzüglicher\s+)?Hochachtung|hochachtungsvoll)(?:\s+(?:aus|nach)\s.*)?\W*",
    re.IGNORECASE,
)
# Where a letter comes from, to whom, when and about what: "An den", "Ludwigsplatz 4", "64521 Groß-Gerau",
# "Groß-Gerau, 3. Mai", "Betreff:".
BEGINS_LETTER = re.compile(
    r"(?:An\s+(?:das|die|den)|Herrn|Frau|Firma|Postfach)\b|\d{5}\s+[A-ZÄÖÜ]"
    r"|(?:Betreff|Betr\.|Bezug|Az\.|Aktenzeichen|Datum|Tel(?:efon|\.)|E-Mail)"
    r"|\w[\w .-]*(?:[Ss](?:traße|tr\.)|[Pp]latz|[Aa]llee|[Ww]eg|[Rr]ing|[Gg]asse|[Uu]fer)\s+\d"
    rf"|{PLACE.pattern},\s+(?:(?:den|am)\s+)?\d{{1,2}}\."
)


def letterheads(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """The rows above each greeting, from the head of its page on, or from where another letter closes."""
    heads = []
    for number, row in enumerate(rows):
        if GREETING.fullmatch(row.text):
            start = number
            while start and rows[start - 1].page == row.page and not CLOSING.fullmatch(rows[start - 1].text):
                start -= 1
            heads.append(rows[start : number + 1])
    return heads
