"""Where and when somebody signs: place and date of the lines of a signature that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from extract.confidence import repaired
from extract.lines import Line
from extract.passage import Passage, Piece, join_lines
from extract.signature_vocabulary import ANY_LABEL, EXECUTED, LABEL
from extract.signature_words import LETTERS_FOR_FIGURES, LOST_DOT, MISREAD_DATE, PARTED_DATE, seats_of
from extract.signature_zone import PLACE, WITHOUT_DAY
from extract.spelling import nearest
from models.german import find_dates
from models.reference import Reference
from models.values import Extracted

# "26. Mai 2015, Wiesbaden"
BEHIND_DATE = re.compile(rf"(?:\s*,\s*|\s+)(?:in\s+|zu\s+)?(?P<place>{PLACE.pattern})")
DATE_LEAD = re.compile(r"[^\w)]*(?:\b(?:den|dem|am|der)\b)?[^\w)]*$", re.IGNORECASE)
IN = re.compile(rf"^(?:(?:\w+\s+){{0,2}}?{EXECUTED.pattern}\s+)?(?:in|zu)\s+", re.IGNORECASE)
# "Ort: Kassel, Zeitpunkt:"
LABEL_BEFORE, LABEL_BEHIND = re.compile(rf"^{ANY_LABEL}"), re.compile(rf"(?:^|[\s,]+){ANY_LABEL}$")
FIGURES_FOR = str.maketrans("bBgqSsZzAT", "6899552247")
"""By hand a 6 looks like a b; the others are what print is misread as."""
# A stamp is as high as the line it completes; handwriting was 1.5 to 2 times as high on the samples.
BY_HAND = 1.35
YEARS_AROUND = 1
"""Agreements are signed in the year they are for, the one before or the one after."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A date at start..end of a line. `exact`: it stands there as it is."""

    start: int
    end: int
    value: date | None
    exact: bool


def place_and_date(
    lines: Sequence[Line], reference: Reference, on: date | None
) -> tuple[Extracted[str] | None, Extracted[date | None] | None]:
    """The place and the date that some lines name; `on` is a day of the agreement's time."""
    place: Extracted[str] | None = None
    day: Extracted[date | None] | None = None
    for line in lines:
        passage = join_lines([line])
        found = _day_in(passage.text, on)
        lead = passage.text[: found.start] if found else passage.text
        if not found and (month := WITHOUT_DAY.fullmatch(lead)):
            lead = month["place"]
        plain = LABEL.sub("", lead)
        if not found and (misread := MISREAD_DATE.fullmatch(plain)):
            lead = misread["place"]
        if found and day is None:
            day = passage.extract(found.start, found.end, found.value)
            day = repaired(day, found.exact and not _by_hand(passage, found.start, found.end))
        plain = LABEL.sub("", lead)
        if found:
            plain = LABEL_BEFORE.sub("", LABEL_BEHIND.sub("", plain))
        named = IN.sub("", DATE_LEAD.sub("", plain).strip(" ,.:/"))
        if not named and found and (behind := BEHIND_DATE.match(passage.text, found.end)):
            place = _place(passage, *behind.span("place"), reference)
        if place is None and re.match(r"[A-ZÄÖÜ]\w", named) and not re.match(r"Ort\b|Datum\b", named):
            start = passage.text.find(named)
            place = _place(passage, start, start + len(named), reference)
    return place, day


def _place(passage: Passage, start: int, end: int, reference: Reference) -> Extracted[str]:
    """A place as it is printed; where a scan has misread the name of a seat, as the seat is written."""
    printed = passage.text[start:end]
    place = passage.extract(start, end, printed)
    seats = seats_of(reference)
    if place.provenance.origin != "ocr" or printed in seats:
        return place
    seat = nearest(printed, seats)
    return repaired(passage.extract(start, end, seat.text), seat.distance == 0) if seat else place


def _day_in(text: str, on: date | None) -> _Day | None:
    """The first date of a line; if there is none, what a misread one must be, if it can only be one."""
    for one in find_dates(text):
        return _Day(one.start, one.end, one.value, one.exact)
    guesses = (*_with_figures(text), *_with_dots(text), *_without_blanks(text))
    mended = {guess for guess in guesses if guess.value and _is_near(guess.value, on)}
    return mended.pop() if len(mended) == 1 else None


def _with_figures(text: str) -> Iterator[_Day]:
    """Dates with letters for figures: "8.b.1b" is 8.6.16."""
    for match in LETTERS_FOR_FIGURES.finditer(text):
        for one in find_dates(match[0].translate(FIGURES_FOR)):
            yield _Day(match.start() + one.start, match.start() + one.end, one.value, exact=False)


def _with_dots(text: str) -> Iterator[_Day]:
    """Dates that have lost a dot: "283.21" can only be 28.3.21."""
    for match in LOST_DOT.finditer(text):
        figures = match[0].replace(",", ".")
        for index in range(1, len(figures)):
            for one in find_dates(f"{figures[:index]}.{figures[index:]}"):
                if one.end - one.start == len(figures) + 1:
                    yield _Day(*match.span(), one.value, exact=False)


def _without_blanks(text: str) -> Iterator[_Day]:
    """Dates of which a figure stands apart: "21.2.1 9" is 21.2.19."""
    for match in PARTED_DATE.finditer(text):
        for one in find_dates(re.sub(r"\s", "", match[0])):
            yield _Day(*match.span(), one.value, exact=False)


def _is_near(day: date, on: date | None) -> bool:
    return on is None or abs(day.year - on.year) <= YEARS_AROUND


def _by_hand(passage: Passage, start: int, end: int) -> bool:
    """Is the date of a scanned line larger than the line? Then it is by hand, and OCR cannot vouch for it."""
    pieces = passage.between(start, end)
    others = [piece for piece in passage.pieces if piece not in pieces and len(piece.word.text) > 1]
    if not others or pieces[0].word.origin != "ocr":
        return False
    return max(map(_height, pieces)) > BY_HAND * max(map(_height, others))


def _height(piece: Piece) -> float:
    return piece.word.bbox[3] - piece.word.bbox[1]
