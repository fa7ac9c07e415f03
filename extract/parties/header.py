"""The title of the document and the year of its budget."""

from __future__ import annotations

import re
from collections import Counter

from extract.certainty.confidence import repaired
from extract.layout.understand import Reading
from extract.parties.kind import is_published
from extract.parties.programmes import find_programmes
from models.german import find_dates
from models.german.dates import MONTH
from models.values import Extracted

YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d{2}(?![\d/]|[.,-]\d)")
# A year that belongs to a date, a span of years or a law is not the year of the budget.
YEAR_OF_DATE = re.compile(
    rf"(?:\d\s?(?:\.|[-–/])\s?|{MONTH}"
    r"|[A-Za-zÄä]{3,4}\.|bis|/|Ende|Stand:?|vom)\s*$",
    re.IGNORECASE,
)
YEAR_SPAN = re.compile(r"\s*(?:bis|[-–]|/)\s*(?:20)?\d{2}\b")
YEAR_CUE = re.compile(
    r"(?:Jahr(?:es|e|en)?|Haushaltsjahr(?:es)?|Förderjahr(?:es)?|Budgets?|Kalenderjahr(?:es)?)\s*(?:\d{4}\s*(?:,|und)\s*)?$",
    re.IGNORECASE,
)
# "Zielvereinbarung Nr. 15 / 2019": counted within its year; "Vorjahr (2018)" is another year.
COUNTED = re.compile(r"\bNr\.?\s*\d{1,4}\s?/\s$")
OTHER_YEAR = re.compile(r"\b(?:Vor|Folge)jahr\w*\s*\(?$")
MONEY = re.compile(r"Euro|EUR|€")
# A sentence goes on with the sum that stands in a block of its own.
LEADS_ON = re.compile(r"(?:\bvon|\büber|:)\s*\Z")
# A year of what an agreement without a programme is about is none of a budget, unless it says so.
OF_BUDGET = re.compile(r"(?:haushalts|förder|rechnungs)jahr|budget|zuwendung|förder", re.IGNORECASE)
TABLE_YEAR = re.compile(r"jahr\b", re.IGNORECASE)
FRONT_WEIGHT, PROGRAMME_WEIGHT, CUE_WEIGHT, MONEY_WEIGHT, LONE_WEIGHT = 6, 2, 1, 2, 1
COUNTED_WEIGHT = 2


def find_title(reading: Reading, kind: Extracted[str] | None) -> Extracted[str] | None:
    """The title: from the kind of document to where the parties are named."""
    if kind is None:
        return None
    printed = re.finditer(r"\s+".join(map(re.escape, kind.text.split())), reading.text)
    starts = [one.start() for one in printed]
    if not starts:
        return None
    start = next((one for one in starts if not is_published(reading, one)), starts[0])
    block = reading.block_index(start)
    begin, end = reading.span_of(block)
    stop = re.search(r"\bzwischen\b", reading.text[start:], re.IGNORECASE)
    limit = start + stop.start() if stop else end
    while block + 1 < len(reading.starts) and reading.span_of(block + 1)[1] <= limit:
        following = reading.layout.blocks[block + 1]
        if following.section is not None or len(following.text.split()) > 25:
            break
        block += 1
        end = reading.span_of(block)[1]
    part = reading.passage.part(begin, max(min(end, limit), start + len(kind.text)))
    return part.whole(" ".join(part.text.split()))


def find_budget_year(reading: Reading) -> Extracted[int] | None:
    """The year the money is for: years in the title, after the programme and beside money vote."""
    votes: Counter[int] = Counter()
    places: dict[int, tuple[int, int, int]] = {}
    other = not find_programmes(reading)
    dates = [range(one.start, one.end) for one in find_dates(reading.text)]
    for match in YEAR.finditer(reading.text):
        if any(match.start() in span for span in dates):
            continue
        if weight := _weight(reading, match, other):
            year = int(match[0])
            votes[year] += weight
            if year not in places or weight > places[year][0]:
                places[year] = (weight, match.start(), match.end())
    tabled = _year_in_tables(reading)
    if tabled is not None and (not votes or max(votes.values()) < FRONT_WEIGHT):
        return tabled
    if not votes:
        return None
    most = max(votes.values())
    if other and most < FRONT_WEIGHT and list(votes.values()).count(most) > 1:
        return None  # money by years, all of them told alike, has no one year
    year = max(votes, key=lambda y: (votes[y], -places[y][1]))
    _, start, end = places[year]
    found: Extracted[int] = reading.passage.extract(start, end, year)
    # Alone in its place, and nowhere else, it may be what was read of a stamp.
    alone = not re.search(r"[^\W\d_]", reading.block_at(start).text) and votes[year] <= FRONT_WEIGHT
    return repaired(found, exact=not alone or found.provenance.origin != "ocr")


def _weight(reading: Reading, match: re.Match[str], other: bool) -> int:
    """How much a year that is printed speaks for the budget; in an agreement under an `other` programme than
    those that are known it has to be said to be that of the money."""
    before = reading.text[max(0, match.start() - 40) : match.start()]
    counted = COUNTED.search(before)
    if (YEAR_OF_DATE.search(before) and not counted) or YEAR_SPAN.match(reading.text, match.end()):
        return 0
    if OTHER_YEAR.search(before):
        return 0
    weight = FRONT_WEIGHT if match.start() < reading.front_end else 0
    if counted:
        weight = min(weight, COUNTED_WEIGHT)
    if any(0 < match.start() - mention.end <= 2 for mention in reading.mentioned("programme")):
        weight += PROGRAMME_WEIGHT
    start, end = reading.sentence_at(match.start())
    if LEADS_ON.search(reading.text, start, end):
        end = reading.span_of(min(reading.block_index(end - 1) + 1, len(reading.starts) - 1))[1]
    beside_money = MONEY.search(reading.text, start, end)
    if other and not (OF_BUDGET.search(reading.text, start, end) and (weight or beside_money)):
        return 0
    if YEAR_CUE.search(before):
        return weight + CUE_WEIGHT + (MONEY_WEIGHT if beside_money else 0)
    return weight + (LONE_WEIGHT if beside_money else 0)


def _year_in_tables(reading: Reading) -> Extracted[int] | None:
    """The year that a table names under or beside "Jahr", if it names one alone."""
    found: dict[int, Extracted[int]] = {}
    for table in (placed.table for placed in reading.layout.tables):
        for row in table.rows[table.header_rows :]:
            for before, header, cell in zip(("", *(c.text for c in row)), table.headers, row, strict=False):
                said = TABLE_YEAR.search(header) or TABLE_YEAR.search(before)
                if cell.lines and said and YEAR.fullmatch(cell.text.strip()):
                    year = int(cell.text)
                    found.setdefault(year, cell.passage.whole(year))
    return next(iter(found.values())) if len(found) == 1 else None
