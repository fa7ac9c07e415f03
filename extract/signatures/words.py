"""What a line of a signature block can be by its words: place and date, name, office, organisation."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.language.signature_vocabulary import (
    ABBREVIATED_OFFICE,
    BODY,
    LEGAL_FORM,
    OFFICE,
    RANK,
    TITLE,
    is_label,
    names_a_body,
    without_capitals,
)
from extract.language.spelling import nearest
from extract.parties.names import nominative
from extract.parties.organisations import PART_OF_BODY, begins_body, is_cut, is_organisation, says_what_it_is
from extract.parties.roles import MINISTER
from models.reference import Body, Entry, Match, Ministry, Reference

# Words of a signature block below this confidence without three letters in a row are strokes of a pen.
STROKE_CONFIDENCE = 0.55
PARTICLE = re.compile(
    r"(?:von|van|vom|zu|zum|zur|de|da|dos|del|di|der|den|la|le|el|al|bin|ibn|ten|ter|und|y|af|d')",
    re.IGNORECASE,
)
# "von und zu" is of a name, "Bildung und Kultur" of an office.
JOINS = re.compile(r"(?<!\bvon) und (?!zu\b)", re.IGNORECASE)
NAME_WORD = re.compile(r"[A-ZÄÖÜÀ-ÞŠŽĆČŁŞİĞ][\w'’.&$§]*(?:-[\w'’&$§]+)*,?")
SIGNED = re.compile(
    r"^(?:gez\.?|gezeichnet|[ij]\.\s?V\.?|i\.\s?A\.?|ppa\.|In Vertretung|Im Auftrag|(?:Herrn?|Frau)\b|Name:"
    r"|\()\s*",
    re.IGNORECASE,
)
FOR = re.compile(
    r"^(?:(?:Für|Fiir|Fur)\s+(?=(?:das|den|die|dem)\b)|(?:Im\s+Namen|Namens|Seitens)\s+(?=(?:des|der)\b))",
    re.IGNORECASE,
)
MINISTRY = re.compile(r"ministerium", re.IGNORECASE)
# What bodies are, and surnames end with as names of places do.
LIKE_SURNAMES = re.compile(
    r"(?:stadt|kirchen?|werke?|schaft|markt|land|kreis|bank|kassen?|schulen?|bund|gemeinde)s?$", re.IGNORECASE
)
# Strokes and specks at the ends of a name or an office.
STRAY = " ,;:()'’‘`´“”\"*°~_-–|"


def is_own_place(text: str, reference: Reference) -> bool:
    """Where a body of the lists has its seat: a place though no date stands beside it, or only its "am"."""
    plain = re.sub(r"^(?:[Ii]n|[Zz]u)\s+|\s+(?:am|den)$", "", text.strip(" ,.:"))
    return plain in seats_of(reference)


@lru_cache(maxsize=8)
def seats_of(reference: Reference) -> frozenset[str]:
    """Where the bodies of the lists have their seats, without what is in brackets, too."""
    return frozenset(
        form for body in reference.bodies if body.seat for form in (body.seat, body.seat.split(" (")[0])
    )


def seats_for(entry: Entry | None, reference: Reference) -> set[str]:
    """Where a party of the lists has its seat; that of a ministry is a Land's."""
    bodies = [entry] if isinstance(entry, Body) else reference.bodies if isinstance(entry, Ministry) else ()
    land = [body for body in bodies if isinstance(entry, Body) or body.kind == "state"]
    return {form for body in land for form in (body.seat, body.seat.split(" (")[0])}


def starts_organisation(text: str) -> bool:
    text = without_capitals(text)
    named = re.match(rf"(?:(?:Der|Die|Das|des|der|dem|den|das|die)\s+)?(?:\w+\s+)?{BODY}\b", text)
    titled = named is not None and not OFFICE.search(text.split()[0])
    return titled or LEGAL_FORM.search(f" {text}") is not None


def parted_from_body(office: str) -> tuple[int, int] | None:
    """Where an office ends and its body begins, if it names one: "Landrätin | des Landkreises Fulda",
    "Staatssekretär im | Sozialministerium"; an organ is no body: "Vorsitzende des Vorstands"."""
    for link in re.finditer(r"\s+(?:(?:im|beim|bei|vom|von|in)\s+|(?=de[rs]\s))", office):
        body = office[link.end() :]
        named = re.sub(r"^(?:de[rsm]|das|die)\s+", "", body)
        if (starts_organisation(body) or names_organisation(body)) and not OFFICE.search(named.split()[0]):
            return link.span()
    return None


def names_organisation(body: str) -> bool:
    """Is it one with a name of its own: "der Technischen Universität Ilmenau", not "der Handwerkskammer"?"""
    name = nominative(body)
    return len(name.split()) > 1 and is_organisation(name) and not PART_OF_BODY.match(name)


def is_called_a_body(text: str) -> bool:
    """Does a word say what a body is: "Thüringer Landesverwaltungsamt"? Not if that may be a surname,
    "Heike Neustadt", and not behind a degree."""
    words = [word.strip(STRAY) for word in without_capitals(text).split()]
    degree = any(TITLE.fullmatch(word) for word in words)
    called = (says_what_it_is(word) and not LIKE_SURNAMES.search(word) for word in words[1:])
    return not degree and any(called)


def names_but_a_kind(text: str) -> bool:
    """ "Für den Kreis" does not say for which."""
    return is_cut(nominative(FOR.sub("", text)).strip(STRAY))


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


def ministry_of(office: str, reference: Reference) -> Match[Ministry] | None:
    """The ministry whose head an office names: "Hessischer Minister für Soziales"."""
    if MINISTER.fullmatch(office) is None:
        return None
    return reference.match_ministry(re.sub(r"([Mm]inister)(?:in)?\b", r"\1ium", office, count=1))


def is_office(text: str, reference: Reference) -> bool:
    if RANK.match(text) or ABBREVIATED_OFFICE.fullmatch(text):
        return True
    cut = parted_from_body(text)
    office = text[: cut[0]] if cut else text
    if OFFICE.search(office) and not MINISTRY.search(office):
        return True
    return reference.match_office(text) is not None or nearest(text, offices_of(reference)) is not None


@lru_cache(maxsize=8)
def offices_of(reference: Reference) -> frozenset[str]:
    """The offices of the lists in all their spellings."""
    return frozenset(spelling for office in reference.offices for spelling in office.spellings)


def is_name(text: str, reference: Reference) -> bool:
    """Two words or more that can be a person's name and nothing else that stands in signature blocks."""
    return _is_formed_as_name(text) and reference.match_office(text) is None


@lru_cache(maxsize=4096)
def _is_formed_as_name(text: str) -> bool:
    words = with_degrees(text).split()
    if not 2 <= len(words) <= 8 or re.search(r"\d", text) or names_a_body(text) or is_label(text):
        return False
    if any(ABBREVIATED_OFFICE.fullmatch(" ".join(words[:count])) for count in (1, 2)):
        return False
    proper = [word for word in words if not TITLE.fullmatch(word) and not PARTICLE.fullmatch(word)]
    if proper and begins_body(" ".join(proper)):
        return False
    if not proper or not all(NAME_WORD.fullmatch(word) for word in proper) or len(proper) > 5:
        return False
    if (PARTICLE.fullmatch(words[-1]) and words[-1].islower()) or words[0] == "und":
        return False
    if JOINS.search(" ".join(words)):
        return False
    # "Limburg a." is a place that goes on.
    degrees = [word for word in words if TITLE.fullmatch(word) and len(word.strip(".,")) > 1]
    if len(proper) == 1 and not degrees:
        return False
    return any(len(word.strip(".,")) > 1 for word in proper)


SUBJECT = "(Ing|Kfm|Kffr|Päd|Psych|Verw)"
"""Of a degree, abbreviated."""


@lru_cache(maxsize=4096)
def with_degrees(text: str) -> str:
    """A name with its degrees as they are written, where a scan lost a dot or a blank, or found one.

    "Dipl. -Ing.", "Prof Dr.", "Prof, Dr.", "Dr.h. c.", "Dr. h c."; nor does it read all their letters:
    "Pipl.-Ing,", "Prof. Br.", "r. René".
    """
    text = re.sub(r"(?<=\w\.) -(?=[A-ZÄÖÜ])", "-", text)
    text = re.sub(r"^\W*[A-ZÄÖÜ]?ipl\.(?=-[A-ZÄÖÜ])", "Dipl.", text)
    text = re.sub(r"(?:(?<=^Prof\. )[A-Z]|^)r\.(?=\s[A-ZÄÖÜ])", "Dr.", text)
    text = re.sub(r"\b(Prof|Dr|Dipl)[.,]?(?=\s)", r"\1.", text)
    text = re.sub(rf"(?<=Dipl\.-){SUBJECT}[.,]?(?=\s)", r"\1.", text)
    text = re.sub(r"\bh\.? [cC]\.?(?=\s)", "h. c.", text)
    text = re.sub(rf"\b(Prof|Dr|(?<=Dipl\.-){SUBJECT[1:-1]})\.(?=Dr\b|[A-ZÄÖÜ][a-zäöüß]{{2}})", r"\1. ", text)
    text = re.sub(r"\bDr-(?=Ing\b)", "Dr.-", text)
    text = re.sub(r"\bDr-(?=[A-ZÄÖÜ][a-zäöüß]{2})", "Dr. ", text)
    return re.sub(r"\bDr\.(?=h\. c\.)", "Dr. ", text)
