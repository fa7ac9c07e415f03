"""Lines of a signature that say where and when: "Kassel, den 3. Mai 2024", "am 3.5.24 in Kassel".

Whatever parts place and day, and whichever comes first: such a line holds nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extract.language.date_roles import role_before
from extract.language.signature_days import DIGITS, Day, day_in
from extract.language.signature_vocabulary import EXECUTED, OFFICE, TITLE, names_a_body
from models.agreement import DateRole
from models.german import find_dates
from models.german.dates import MONTH_BEGINS

# The name of a place: a sentence "Die Vereinbarung tritt am …" has a verb, and "Beginn der Arbeit" no
# preposition before its article, as "Frankfurt an der Oder" has; "Zwischen dem" and "Vom" begin with one.
PLACE = re.compile(
    r"(?!(?:Zwischen|Und|Sowie|Mit|Vo[nm]|Nach|Seit|Bis|Bei|Aus|Ab|Zu[mr])\b)[A-ZÄÖÜ][\w./-]*"
    r"(?: (?:[A-ZÄÖÜ][\w./-]*|(?:a\.?|am|an|v\.|vor|im|in|bei|ob)(?!\w)(?:[ -](?:der|d\.)(?!\w))?"
    r"|\([A-ZÄÖÜ]\w+\)))*"
)
ON = r"(?:[Dd]en|[Dd]em|[Aa]m)\b"
ON_DAY = re.compile(rf"\b{ON}[\s,;:]*$")
BEFORE_DATE = re.compile(
    rf"\(?(?P<lead>(?:\w+\s+){{0,2}}?{EXECUTED.pattern}\s+)?(?:(?:in|zu)\s+)?(?P<place>(?-i:{PLACE.pattern}))?[\s,;:|/(–—-]*",
    re.IGNORECASE,
)
BEHIND_DATE = re.compile(
    rf"(?:\s*(?:[,;|/(–—-]\s*(?:(?:in|zu)\s+)?|(?:in|zu)\s+)(?P<place>{PLACE.pattern}))?[\s.,:;)]*"
)
# "Wiesbaden, im März 2024"
WITHOUT_DAY = re.compile(
    rf"(?P<place>{PLACE.pattern}?)(?:\s*,\s*(?:im\s+)?|\s+im\s+)"
    rf"{MONTH_BEGINS}[a-z]*\.?\s+\d{{4}}"
)
# "Wiesbaden, den", "Wiesbaden,", "Wiesbaden (________)"
UNDATED = re.compile(
    rf"(?P<place>{PLACE.pattern})(?:(?:\s*,\s*|\s+){ON}[\W_]*|\s*,[\W_]*|[\s,:(/|–-]*[_.…]{{4}}[\s_.…)]*)"
)
# "unterschrieben am ________, Kassel", with the line to write on or without
UNDATED_BEFORE = re.compile(
    rf"(?i:{EXECUTED.pattern})\s+{ON}[\W_]+(?:(?:in|zu)\s+)?(?P<place>{PLACE.pattern})"
)
# A place with a date of which not all figures can be read.
MISREAD_DATE = re.compile(
    rf"(?P<place>{PLACE.pattern})(?:(?:\s*,\s*|/)(?:{ON}\s+)?(?=\S*\d)|\s+(?=\S*\d[.,/]\S*\d))[\d.,/\w]{{4,12}}"
)
# A place line that breaks off within its date.
BROKEN_DATE = re.compile(
    r"(?:(?:(?:\b(?:den|am)|[,)])\s+|/\s*)\d{1,2}\s?\.{0,2}(?:\s*[^\W\d_]{3,9}\.?)?"
    r"|[^\W\d_]\s+\W?\s?\d{1,2}\.\s?[^\W\d_]{3,9}\.?)$"
)
# "Saarbrücken, 23.": the month follows below.
BROKEN_AFTER_DAY = re.compile(rf"{PLACE.pattern}\s*,\s*(?:(?:den|am)\s+)?\d{{1,2}}\.")
# "31.12.2026).": what stands above goes on to it.
SENTENCE_TAIL = re.compile(r"[\d.\s]+\)\.")
PLACE_LABEL = re.compile(r"(?:\(?Ort\s*(?:,|und|/)\s*Datum|(?:Ort|Datum)\s*:).*")
# "Bad Homburg v. d.", "Hofheim am": the name of the place goes on.
OPEN_PLACE = re.compile(r"(?:^|\s)(?:Bad|a\.?|am|an|der|d\.|v\.|vor|im|in|bei|ob)$")
# "Heike Muster in Kassel" says who, too.
WHO_AND_WHERE = re.compile(r"(?:\S+\s+){2,}in\s")
# A stroke between place and day, or what was read for it: "Kassel/3.5.2024", "Kassel I 3.5.2024".
STROKE_BEHIND = re.compile(r"(?:/|\s[Il|!1])$")
# What a line says that tells a date for another purpose: "Frist für den Nachweis: 31.3.2023".
NOT_OF_SIGNING: tuple[DateRole, ...] = ("deadline", "period_end", "reference", "amended_agreement")
LEAD_WORDS = 7
"""So many words may stand before the date of a line that says where and when."""


@dataclass(frozen=True, slots=True)
class Signing:
    """Where the place stands in a line, and the day it names."""

    place: tuple[int, int] | None
    day: Day | None


def where_and_when(text: str, on: date | None = None) -> Signing | None:
    """Place and day of a line that says nothing else; None if it does, or says neither. `on`: a day of the
    agreement's time."""
    day = day_in(text, on) if DIGITS.search(text) else None
    if day is None:
        return _undated(text)
    on_day = ON_DAY.search(text, 0, day.start)
    before = BEFORE_DATE.fullmatch(text, 0, on_day.start() if on_day else day.start)
    behind = BEHIND_DATE.fullmatch(text, day.end)
    if before is None or behind is None or (before["place"] and behind["place"]):
        return None
    if before["lead"] and names_a_body(before["lead"]):
        return None
    named = before if before["place"] else behind if behind["place"] else None
    if named is None:
        return Signing(None, day) if day.exact or on_day or text.count(".") > 1 else None
    start, end = named.span("place")
    if stroke := STROKE_BEHIND.search(text, start, end):
        end = stroke.start()
    place = text[start:end]
    if WHO_AND_WHERE.match(place):
        return None
    return None if OPEN_PLACE.search(place) or _is_body(place) else Signing((start, end), day)


def _undated(text: str) -> Signing | None:
    forms = (WITHOUT_DAY, MISREAD_DATE, UNDATED_BEFORE)
    named = next((match for form in forms if (match := form.fullmatch(text))), None)
    if named is None and (undated := UNDATED.fullmatch(text)):
        untold = TITLE.fullmatch(text.split()[0]) or re.search(r"[^,]\s+am$", text)
        named = None if untold else undated
    return Signing(named.span("place"), None) if named and not _is_body(named["place"]) else None


def _is_body(place: str) -> bool:
    """ "Friedberg (Hessen)" is none."""
    return names_a_body(re.sub(r"\([^)]*\)", "", place))


@lru_cache(maxsize=4096)
def says_place(text: str) -> bool:
    """A place with its date and nothing else: "Kassel, den 3.4.2024", "am 3.4.2024 in Kassel"."""
    return where_and_when(text) is not None


def is_place_line(text: str) -> bool:
    """May a line say where and when, perhaps beside something else? Not if it ends what stands above it."""
    if SENTENCE_TAIL.fullmatch(text):
        return False
    if found := find_dates(text):
        lead = text[: found[0].start]
        return len(lead.split()) <= LEAD_WORDS and role_before(lead) not in NOT_OF_SIGNING
    return says_place(text) or PLACE_LABEL.fullmatch(text) is not None


def is_seat(text: str) -> bool:
    """A place alone in its line, as it may stand above its date."""
    return PLACE.fullmatch(text) is not None and len(text.split()) <= 5 and not OFFICE.search(text)
