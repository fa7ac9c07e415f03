"""Where the parties sign: the rows of the signature blocks, found by what they look like and say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extract.lines import Line, Row
from extract.tables import is_figure

# The name of a place: a sentence "Die Vereinbarung tritt am …" has a verb.
PLACE = re.compile(
    r"[A-ZÄÖÜ][\w./-]*"
    r"(?:[ -](?:[A-ZÄÖÜ][\w./-]*|a\.?|am|an|der|d\.|v\.|vor|im|in|bei|ob|\([A-ZÄÖÜ]\w+\)))*"
)
# "Wiesbaden, den 7.8.2025", "Groß-Gerau, 9. September 2025", "Kassel, den", "Ort, Datum"
PLACE_AND_DATE = re.compile(
    rf"(?:(?:[A-ZÄÖÜ][\w.()/-]*\s?(?:[\w.()/-]+\s?){{0,4}}[,.;]\s*|{PLACE.pattern}\s)"
    r"(?:den|dem|am)\b(?:\W*|(?=.*\d).{0,25})"
    r"|[A-ZÄÖÜ][\w.()/ -]{2,30},\s*\d{1,2}\s?[.,]\s?(?:\d{1,2}|[A-ZÄÖÜa-zäöü]{3,9})\b.{0,12}"
    r"|Ort\s*(?:,|und|/)\s*Datum.*)"
)
# What may stand in the name of a party in small letters; a sentence "Für die Werkstatt stellt …" has a verb.
SMALL_WORD = r"(?:für|und|de[srmn]|die|das|am|an|i[mn]|zur?|vo[nr]|vertreten|durch|[advbio]\.)"
# "Für das Land Hessen", "Für den Landkreis", "gez.", "i. V."
SIGNING_FOR = re.compile(
    rf"(?:Für\s+(?:das|den|die|dem)(?:\s+(?:[^\sa-zäöüß]\S*|{SMALL_WORD}))+"
    r"|gez\.?.*|i\.\s?[VA]\.?.*|In Vertretung.*|Im Auftrag.*|Unterschrift(?:en)?.*)"
)
OFFICE = re.compile(
    r"(?:minister|staatssekretär|landr[aä]t|kreisbeigeordnet|bürgermeister|stadtr[aä]t|dezernent|"
    r"kämmerer|präsident|direktor|vorstand|geschäftsführ|leiter|stadtverordnet|bevollmächtigt)\w*",
    re.IGNORECASE,
)
# A row that is narrower than this share of the text, or parted in columns, may belong to a signature block.
SHORT_ROW = 0.72
LONG_ROW_WORDS = 11
# A place line weighs 2, an office or a row in columns 1.
ENOUGH_EVIDENCE = 2
# So many wide rows (a long name of a ministry) may stand within the signature blocks.
WIDE_ROWS_INSIDE = 2


def find_signature_zone(rows: Sequence[Row]) -> list[Row]:
    """The rows of the signature blocks, in reading order; empty if nobody was meant to sign."""
    wide = [row for row in rows if len(row.words) >= 8 and len(row.lines) == 1] or list(rows)
    if not wide:
        return []
    width = median(row.bbox[2] - row.bbox[0] for row in wide)
    runs: list[list[Row]] = [[]]
    between: list[list[Row]] = [[]]
    for row in rows:
        if _is_short(row, width):
            runs[-1].append(row)
        elif runs[-1]:
            runs.append([])
            between.append([row])
        else:
            between[-1].append(row)
    evidence = [_evidence(run) for run in runs]
    if not between[0] and not any(signs(line) for row in runs[0] for line in row.lines):
        evidence[0] = 0  # what stands before all text is a title: it names ministries and offices too
    best = max(evidence)
    if best < ENOUGH_EVIDENCE:
        return []
    last = max(i for i, score in enumerate(evidence) if score >= max(ENOUGH_EVIDENCE, best / 2))
    zone = runs[last]
    while last and len(between[last]) <= WIDE_ROWS_INSIDE and evidence[last - 1] >= ENOUGH_EVIDENCE:
        zone = [*runs[last - 1], *between[last], *zone]
        last -= 1
    return _to_last_page(_from_first_evidence(zone))


def _is_short(row: Row, width: float) -> bool:
    if any(signs(line) for line in row.lines):
        return True
    if len(row.lines) > 1:
        return all(line.bbox[2] - line.bbox[0] < SHORT_ROW * width for line in row.lines)
    return row.bbox[2] - row.bbox[0] < SHORT_ROW * width and len(row.words) < LONG_ROW_WORDS


def _evidence(run: Sequence[Row]) -> int:
    """Columns speak for a signature block only beside words that do: a table has columns too."""
    lines = [line for row in run for line in row.lines]
    spoken = sum(2 for line in lines if signs(line)) + sum(1 for line in lines if OFFICE.search(line.text))
    columns = [
        row for row in run if len(row.lines) > 1 and not any(is_figure(line.text) for line in row.lines)
    ]
    return spoken + len(columns) if spoken else 0


def signs(line: Line) -> bool:
    """Does a signature block begin with this line?"""
    text = line.text.strip()
    return bool(PLACE_AND_DATE.fullmatch(text) or SIGNING_FOR.fullmatch(text)) and len(line.words) <= 10


def _from_first_evidence(run: Sequence[Row]) -> list[Row]:
    for index, row in enumerate(run):
        if any(signs(line) for line in row.lines) or len(row.lines) > 1:
            return list(run[index:])
    return list(run)


def _to_last_page(run: Sequence[Row]) -> list[Row]:
    """The run without what only begins the next page: an enclosure has short lines too."""
    last = max((row.page for row in run if _evidence([row])), default=run[-1].page)
    return [row for row in run if row.page <= last]
