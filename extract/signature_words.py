"""What a line of a signature block can be by its words: place and date, name, office, organisation."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.date_cues import role_before
from extract.organisations import says_what_it_is
from extract.signature_vocabulary import BODY, LEGAL_FORM, OFFICE, RANK, is_label
from extract.signature_zone import PLACE, WITHOUT_DAY
from extract.spelling import nearest
from models.agreement import DateRole
from models.german import find_dates
from models.reference import Body, Match, Ministry, Reference

# Words of a signature block below this confidence without three letters in a row are strokes of a pen.
STROKE_CONFIDENCE = 0.55
_DEGREE = (
    r"(?:Dr|Prof|Dipl|Ing|jur|med|phil|rer|nat|pol|h|c|hc|M|A|B|Sc|LL|MdL|MdB|a|D|habil|oec|Mag|iur|Univ"
    r"|mult|em|soc)"
)
# "Dr.", "Dipl.-Ing.", and without blanks "Dr.h.c."
TITLE = re.compile(rf"(?:{_DEGREE}\.)*{_DEGREE}\.?(?:-\w+\.?)*\.?,?")
PARTICLE = re.compile(
    r"(?:von|van|vom|zu|zum|zur|de|da|dos|del|di|der|den|la|le|el|al|bin|ibn|ten|ter|und|y|af|d')",
    re.IGNORECASE,
)
NAME_WORD = re.compile(r"[A-ZÄÖÜÀ-ÞŠŽĆČŁŞİĞ][\w'’.&$§]*(?:-[\w'’&$§]+)*,?")
NOT_A_NAME = re.compile(
    r"(?:Landkreis\w*|Kreis\w*|\w+kreis(?:es)?|Stadt\w*|Landeshauptstadt|Wissenschaftsstadt|Land|Landes|Hessen|Hessische\w*|\w*[Mm]inisterium\w*|Magistrat\w*"
    r"|Der|Die|Das|Für|Fir|Im|In|Ort|Datum|Siegel|Dienstsiegel|Unterschrift\w*|Stempel|Gemeinde\w*|Regierungs\w+|Jugend|Soziales|Arbeit|Integration|Familie|Gesundheit"
    r"|Vertretung|Auftrag|gez|Anlage\w*|Seite|Abteilung\w*|Dezernat\w*|Fachbereich\w*|Amt|Jobcenter|Vorsitzende\w*|Name|Funktion|Namens|Zielvereinbarung\w*|GmbH|AG|e\.V\."
    r"|(?:[Qq]ualifizierte?|[Ee]lektronisch|[Dd]igital|[Ss]igniert|[Ss]ignatur)\w*)\b"
)
SIGNED = re.compile(
    r"^(?:gez\.?|gezeichnet|i\.\s?V\.?|i\.\s?A\.?|In Vertretung|Im Auftrag|Herr|Frau|Name:|\()\s*",
    re.IGNORECASE,
)
FOR = re.compile(
    r"^(?:(?:Für|Fiir|Fur)\s+(?=(?:das|den|die|dem)\b)|(?:Im\s+Namen|Namens|Seitens)\s+(?=(?:des|der)\b))",
    re.IGNORECASE,
)
UNDATED = re.compile(rf"{PLACE.pattern}(?:\s*,\s*|\s+)(?:den|dem|am)\W*|{PLACE.pattern}\s*,\W*")
BEFORE_DATE = re.compile(rf"(?:(?:in|zu)\s+)?(?P<place>{PLACE.pattern})?\s*,?\s*")
BEHIND_DATE = re.compile(
    rf"(?:(?:\s*,\s*(?:(?:in|zu)\s+)?|\s+(?:in|zu)\s+)(?P<place>{PLACE.pattern}))?[\s.,]*"
)
# "Bad Homburg v. d.", "Hofheim am": the name of the place goes on.
OPEN_PLACE = re.compile(r"(?:^|\s)(?:Bad|a\.?|am|an|der|d\.|v\.|vor|im|in|bei|ob)$")
# A place with a date of which not all figures can be read.
MISREAD_DATE = re.compile(
    rf"(?P<place>{PLACE.pattern})(?:\s*,\s*|/)(?:den\s+|dem\s+|am\s+)?(?=\S*\d)[\d.,/\w]{{4,12}}"
)
# A place line that breaks off within its date.
BROKEN_DATE = re.compile(r"(?:(?:\b(?:den|am)|[,)])\s+|/\s*)\d{1,2}\s?\.{0,2}(?:\s*[^\W\d_]{3,9}\.?)?$")
PLACE_LABEL = re.compile(r"(?:\(?Ort\s*(?:,|und|/)\s*Datum|(?:Ort|Datum)\s*:).*")
# What a line says that tells a date for another purpose: "Frist für den Nachweis: 31.3.2023".
NOT_OF_SIGNING: tuple[DateRole, ...] = ("deadline", "period_end", "reference", "amended_agreement")
# A date in which letters stand for figures, as they do by hand: "12.b.1b"; one that has lost a dot: "283.21".
LETTERS_FOR_FIGURES = re.compile(
    r"(?<![\w.])(?=[\w.,]*\d)[\dbBgqSsZzAT]{1,2}[.,][\dbBgqSsZzAT]{1,2}[.,][\dbBgqSsZzAT]{2,4}(?![\w.])"
)
LOST_DOT = re.compile(r"(?<![\w.,])(?:\d{2,4}[.,]\d{2,4}|\d{1,2}[.,]\d{3,6})(?![\w]|[.,]\d)")
PARTED_DATE = re.compile(r"(?<![\d.])\d\s?\d?\s?\.\s?\d\s?\d?\s?\.\s?\d\s?\d(?:\s?\d\s?\d)?(?!\s?\d|\.)")
DAMAGED_DATE = re.compile(
    rf"(?:{PLACE.pattern},?\s+)?(?:am|den)\s+{PARTED_DATE.pattern}|(?:(?:am|den|Datum:)\s+)?{LETTERS_FOR_FIGURES.pattern}|(?:am|den)\s+{LOST_DOT.pattern}"
)
# Strokes and specks at the ends of a name or an office.
STRAY = " ,;:()'’‘`´“”\"*°~_-–|"


def is_seat(text: str) -> bool:
    """A place alone in its line, as it may stand above its date."""
    return PLACE.fullmatch(text) is not None and len(text.split()) <= 5 and not OFFICE.search(text)


def is_place_line(text: str) -> bool:
    found = find_dates(text)
    if found:
        lead = text[: found[0].start]
        return len(lead.split()) <= 7 and role_before(lead) not in NOT_OF_SIGNING
    if UNDATED.fullmatch(text) and not names_a_body(text):
        return True
    placed = (WITHOUT_DAY, MISREAD_DATE, DAMAGED_DATE, PLACE_LABEL)
    return any(pattern.fullmatch(text) for pattern in placed)


def says_place(text: str) -> bool:
    """A place with its date and nothing else: "Kassel, den 3.4.2024", "am 3.4.2024 in Kassel"."""
    found = find_dates(text)
    if len(found) != 1:
        undated = UNDATED.fullmatch(text) is not None and not TITLE.fullmatch(text.split()[0])
        return undated and not re.search(r"[^,]\s+am$", text) and not names_a_body(text)
    before = BEFORE_DATE.fullmatch(re.sub(r"\b(?:den|dem|am)\s*$", "", text[: found[0].start]))
    behind = BEHIND_DATE.fullmatch(text[found[0].end :])
    if before is None or behind is None or (before["place"] and behind["place"]):
        return False
    place = before["place"] or behind["place"] or ""
    return not OPEN_PLACE.search(place) and not names_a_body(place)


def is_own_place(text: str, reference: Reference) -> bool:
    """Where a body of the lists has its seat: a place though no date stands beside it."""
    plain = re.sub(r"^(?:in|zu)\s+", "", text.strip(" ,.:"))
    return plain in seats_of(reference)


@lru_cache(maxsize=8)
def seats_of(reference: Reference) -> frozenset[str]:
    """Where the bodies of the lists have their seats, without what is in brackets, too."""
    return frozenset(
        form for body in reference.bodies if body.seat for form in (body.seat, body.seat.split(" (")[0])
    )


def starts_organisation(text: str) -> bool:
    text = _without_capitals(text)
    named = re.match(rf"(?:(?:Der|Die|Das|des|der|dem|den|das|die)\s+)?(?:\w+\s+)?{BODY}\b", text)
    titled = named is not None and not OFFICE.search(text.split()[0])
    return titled or LEGAL_FORM.search(f" {text}") is not None


def _without_capitals(text: str) -> str:
    """Words in capitals as they are usually written: "STADT" → "Stadt"; degrees and "II" stay."""
    return re.sub(r"\b[A-ZÄÖÜ]{3,}\b", lambda word: word[0].capitalize(), text)


def match_organisation(text: str, reference: Reference) -> Match[Body] | Match[Ministry] | None:
    plain = FOR.sub("", text).strip(" ,-")
    matches: list[Match[Body] | Match[Ministry]] = [
        match
        for match in (
            reference.match_body(plain),
            reference.match_ministry(plain),
            reference.match_introduced(plain),
        )
        if match is not None
    ]
    return max(matches, key=lambda match: match.score) if matches else None


def is_office(text: str, reference: Reference) -> bool:
    if RANK.match(text) or (OFFICE.search(text) and not re.search(r"[Mm]inisterium", text)):
        return True
    return reference.match_office(text) is not None or nearest(text, offices_of(reference)) is not None


@lru_cache(maxsize=8)
def offices_of(reference: Reference) -> frozenset[str]:
    """The offices of the lists in all their spellings."""
    return frozenset(spelling for office in reference.offices for spelling in office.spellings)


def is_name(text: str, reference: Reference) -> bool:
    """Two words or more that can be a person's name and nothing else that stands in signature blocks."""
    words = with_degrees(text).split()
    if not 2 <= len(words) <= 8 or re.search(r"\d", text) or names_a_body(text) or is_label(text):
        return False
    proper = [word for word in words if not TITLE.fullmatch(word) and not PARTICLE.fullmatch(word)]
    if proper and says_what_it_is(proper[0]):
        return False
    if not proper or not all(NAME_WORD.fullmatch(word) for word in proper) or len(proper) > 5:
        return False
    if PARTICLE.fullmatch(words[-1]) and words[-1].islower():
        return False
    if len(proper) == 1 and not any(TITLE.fullmatch(word) for word in words):
        return False
    if any(len(word) > 1 for word in proper) and reference.match_office(text) is None:
        return any(len(word.strip(".,")) > 1 for word in proper)
    return False


def with_degrees(text: str) -> str:
    """A name with its degrees as they are written, where a scan lost a dot or a blank, or found one.

    "Dipl. -Ing.", "Prof Dr.", "Dr.h. c."
    """
    text = re.sub(r"(?<=\w\.) -(?=[A-ZÄÖÜ])", "-", text)
    text = re.sub(r"\b(Prof|Dr|Dipl)(?=\s)", r"\1.", text)
    text = re.sub(r"\b(Prof|Dr)\.(?=[A-ZÄÖÜ][a-zäöüß]{2})", r"\1. ", text)
    return re.sub(r"\bDr\.(?=h\. c\.)", "Dr. ", text)


def names_a_body(text: str) -> bool:
    plain = _without_capitals(text)
    return any(words.search(plain) for words in (NOT_A_NAME, OFFICE, RANK))
