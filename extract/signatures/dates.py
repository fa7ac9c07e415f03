"""Where and when somebody signs: place and date of the lines of a signature that name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rapidfuzz.distance import Levenshtein

from extract.certainty.confidence import repaired
from extract.geometry import overlap
from extract.language.lines import Line, Row
from extract.language.passage import Passage, Piece
from extract.language.signature_days import Day, day_in
from extract.language.signature_places import PLACE, where_and_when
from extract.language.signature_vocabulary import ANY_LABEL, EXECUTED, LABEL
from extract.language.spelling import nearest
from extract.signatures.words import seats_for, seats_of
from models.reference import Entry, Reference
from models.values import Extracted

# "26. Mai 2015, Wiesbaden"
BEHIND_DATE = re.compile(rf"(?:\s*,\s*|\s+)(?:in\s+|zu\s+)?(?P<place>{PLACE.pattern})")
DATE_LEAD = re.compile(
    r"(?<![^\w)]|_)(?:[^\w)]|_)*+(?:\b(?:den|dem|am|der)\b(?:[^\w)]|_)*+)?$", re.IGNORECASE
)
BRACKETED = re.compile(r"\([A-ZÄÖÜ][a-zäöüß]+\)")
REACH_UP, NEXT_LINE = 0.5, 1.6
"""Letter sizes: a line begins within these of the end of the one over it, the first of them above that."""
IN = re.compile(rf"^(?:(?:\w+\s+){{0,2}}?{EXECUTED.pattern}\s+)?(?:in|zu)\s+", re.IGNORECASE)
# "Ort: Kassel, Zeitpunkt:"
LABEL_BEFORE, LABEL_BEHIND = re.compile(rf"^{ANY_LABEL}"), re.compile(rf"(?:^|[\s,]+){ANY_LABEL}$")
AND_PLACE = re.compile(r"\s+(?:und|sowie|bzw\.)\s+")
# A stamp is as high as the line it completes; handwriting was 1.5 to 2 times as high on the samples.
BY_HAND = 1.35
# One letter in so many of a place may be misread where those sign who have their seat there.
LETTERS_OF_SEAT = 4


def place_and_date(
    lines: Sequence[Line], reference: Reference, on: date | None
) -> tuple[Extracted[str] | None, Extracted[date | None] | None]:
    """The place and the date that some lines name; `on` is a day of the agreement's time."""
    place: Extracted[str] | None = None
    day: Extracted[date | None] | None = None
    for line in lines:
        passage = line.passage
        labelled = LABEL_BEFORE.match(passage.text)
        offset = labelled.end() if labelled else 0
        said = where_and_when(passage.text[offset:], on)
        found = day_in(passage.text, on)
        where = _around(passage.text, found) if said is None else None
        if said is not None and said.place:
            where = said.place[0] + offset, said.place[1] + offset
        if found and day is None:
            day = passage.extract(found.start, found.end, found.value)
            day = repaired(day, found.exact and not _by_hand(passage, found.start, found.end))
        if place is None and where is not None:
            place = _place(passage, *where, reference)
    return place, day


def at_own_seat(place: Extracted[str], entry: Entry | None, reference: Reference) -> Extracted[str]:
    """A scanned place that no list knows, doubted as the seat of those who sign, where it is hardly misread:
    "Marbury" is Marburg where the Landkreis Marburg-Biedenkopf signs."""
    if place.provenance.origin != "ocr" or place.value in seats_of(reference):
        return place
    most = len(place.value) // LETTERS_OF_SEAT
    near = [
        seat
        for seat in seats_for(entry, reference)
        if Levenshtein.distance(seat, place.value, score_cutoff=most) <= most
    ]
    return repaired(place.model_copy(update={"value": near[0]}), exact=False) if len(near) == 1 else place


def one_of_several(place: Extracted[str], entry: Entry | None, reference: Reference) -> Extracted[str]:
    """Of several places the one where those who sign have their seat: "Wiesbaden und Korbach". If that tells
    nothing, all of them, doubted."""
    named = places_in(place.value, reference)
    own = [one for one in named if one in seats_for(entry, reference)]
    if len(named) < 2:
        return place
    return place.model_copy(update={"value": own[0]}) if len(own) == 1 else repaired(place, exact=False)


def with_rest_of_seat(place: Extracted[str], rows: Sequence[Row], reference: Reference) -> Extracted[str]:
    """A place with the bracket right below it, if both are the name of a seat: "Lauterbach" "(Hessen)"."""
    x0, _, x1, bottom = place.provenance.bbox
    words = [word for row in rows if row.page == place.provenance.page for word in row.words]
    for word in filter(lambda one: BRACKETED.fullmatch(one.text), words):
        left, top, right, _ = word.spot
        below = 0 <= top - bottom + REACH_UP * word.size < NEXT_LINE * word.size
        whole = f"{place.value} {word.text}"
        if below and overlap(x0, x1, left, right) > 0 and whole in seats_of(reference):
            return place.model_copy(update={"value": whole})
    return place


def places_in(text: str, reference: Reference) -> list[str]:
    """The places that a text names as one. Behind a stroke stands another if lists know both: not in
    "Saalfeld/Saale"."""
    beside = re.split(r"\s*/\s*", text)
    return beside if all(one in seats_of(reference) for one in beside) else AND_PLACE.split(text)


def _around(text: str, day: Day | None) -> tuple[int, int] | None:
    """Where the place stands in a line that says more than place and day, labels for one."""
    lead = text[: day.start] if day else text
    plain = LABEL.sub("", lead)
    if day:
        plain = LABEL_BEFORE.sub("", LABEL_BEHIND.sub("", plain))
    named = IN.sub("", DATE_LEAD.sub("", plain).strip(" ,.:/"))
    if not named and day and (behind := BEHIND_DATE.match(text, day.end)):
        return behind.span("place")
    if not re.match(r"[A-ZÄÖÜ]\w", named) or re.match(r"(?:Ort|Datum)\b", named):
        return None
    start = text.find(named)
    return start, start + len(named)


def _place(passage: Passage, start: int, end: int, reference: Reference) -> Extracted[str]:
    """A place as it is printed; where a scan has misread the name of a seat, as the seat is written."""
    printed = passage.text[start:end]
    place = passage.extract(start, end, printed)
    seats = seats_of(reference)
    if place.provenance.origin != "ocr" or printed in seats:
        return place
    seat = nearest(printed, seats)
    return repaired(passage.extract(start, end, seat.text), seat.distance == 0) if seat else place


def _by_hand(passage: Passage, start: int, end: int) -> bool:
    """Is the date of a scanned line larger than the line? Then it is by hand, and OCR cannot vouch for it."""
    pieces = passage.between(start, end)
    others = [piece for piece in passage.pieces if piece not in pieces and len(piece.word.text) > 1]
    if not others or pieces[0].word.origin != "ocr":
        return False
    return max(map(_height, pieces)) > BY_HAND * max(map(_height, others))


def _height(piece: Piece) -> float:
    return piece.word.bbox[3] - piece.word.bbox[1]
