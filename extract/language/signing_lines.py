"""Lines by which signature blocks are known: "Für das Land Hessen", "Kassel, den 3. Mai 2024", "gez.".

Some are in no other text, some, as an office, in titles and sentences too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.language.lines import Line
from extract.language.signature_places import BROKEN_AFTER_DAY, PLACE, WITHOUT_DAY, where_and_when
from extract.language.signature_vocabulary import (
    BODY,
    COUNTED,
    DEPUTISING,
    ELECTRONIC,
    EXECUTED,
    OFFICE,
    SIGNS,
    SMALL_WORD,
)
from models.german import find_dates
from models.german.dates import MONTH_BEGINS

# "Wiesbaden, den 7.8.2025", "Groß-Gerau, 9. September 2025", "Kassel, den", "Kassel (____)", "Ort, Datum"
PLACE_AND_DATE = re.compile(
    rf"(?:(?:[A-ZÄÖÜ][\w.()/-]*\s?(?:[\w.()/-]+\s?){{0,4}}[,.;]\s*|{PLACE.pattern}\s(?!am\s?(?:[^\W\d_]{{3}}|$)))"
    r"(?:den|dem|am)\b(?:\W*|(?=.*\d)(?!.*[a-zäöüß]{4}\.$).{0,25})"
    rf"|{PLACE.pattern},?\s+(?:den\s+|am\s+)?\d{{4}}-\d\d-\d\d|{PLACE.pattern}\W{{0,3}}_{{4,}}\W*"
    r"|[A-ZÄÖÜ][\w.()/ -]{2,30},\s*\d{1,2}\s?[.,]\s?"
    rf"(?:\d{{1,2}}\b(?!\s+[^\W\d_]{{3}})|{MONTH_BEGINS}[a-zäöü]*\b|[A-ZÄÖÜa-zäöü]{{3,9}}(?=[\s.-]{{0,3}}\d)).{{0,12}}"
    r"|\(?Ort\s*(?:,|und|/)\s*Datum.*|(?:Ort|Datum)\s*:.*"
    rf"|(?:am\s+)?\d{{1,2}}\.\s?(?:\d{{1,2}}\.|[A-ZÄ][A-ZÄa-zä]{{2,8}}\.?)\s?\d{{2,4}}\s*,?\s+(?:in\s+)?(?!{BODY}\b){PLACE.pattern})"
)
# "10. AUG. 2022", "am 8.7.25": a line that is a date and nothing else.
DATE_ALONE = re.compile(
    r"(?:am|den)?\s*\d{1,2}\s?\.\s?(?:\d{1,2}\s?\.|[A-ZÄ][A-ZÄa-zä]{2,8}\.?)\s?(?:\d\d|\d{4}):?"
)
# "für das Hessische Sozialministerium" below a name: in small letters it may be the end of a sentence, too.
BELOW_NAME = re.compile(
    r"für\s+(?:das|den|die)(?:\s+[^\sa-zäöüß]\S*|\s+(?:für|und|am|an|de[srmn]|der|d\.|[ae]\.))+"
)
# "für den Landkreis Fulda: gez. i. V. Adil Muster, Landrat": all of it on one line, however long.
BELOW_DAY = re.compile(
    rf"[Ff]{BELOW_NAME.pattern[1:]}(?<=[:,])\s+(?:gez\.|/s/)\s+(?:[ij]\.\s?[VA]\.\s+)?[A-ZÄÖÜ].*(?<![a-zäöüß]{{4}}\.)"
)
# "Für den Landkreis Fulda, unterzeichnet in Fulda am 3.4.2024", "Für den Landkreis Fulda, vertreten durch",
# "Für den Landkreis Fulda: gez. Adil Muster"
SIGNED_THERE = re.compile(
    r"Für\s+(?:das|den|die)\s.{3,120},?\s+(?:(?:unter|ge)zeichnet\b.*|(?<=[:,]\s)(?:gez\..*|in(?:\s+Vertretung\b.*)?|im(?:\s+Auftrag\b.*)?)|"
    rf"{SIGNS}\b.*(?<![^\W\d_]{{4}}\.)|vertreten\s+durch\b.*[^.,])"
    r"|unterzeichnet\s+(?:in|zu)\s.*"
)
# "Kassel, den" before a date, ", für den Landkreis Kassel:" behind it; or the same the other way round.
PLACE_LEAD = re.compile(
    rf"(?:(?:\w+\s+){{0,2}}?(?i:{EXECUTED.pattern})\s+(?:in|zu)\s+)?{PLACE.pattern}\s*,?\s+(?:(?:den|dem|am)\s+)?"
)
FOR_WHOM = (
    r"(?:[Ff]ür|[Nn]amens|[Ii]m\s+Namen|[Ss]eitens)\s+(?:das|den|die|des|der)"
    rf"(?:\s+(?:[^\sa-zäöüß]\S*|{SMALL_WORD}))+"
)
FOR_BEHIND = re.compile(rf"\s*[,;:.–—-]?\s*(?P<whom>{FOR_WHOM})")
FOR_BEFORE = re.compile(rf"{FOR_WHOM}(?<=[,;:–—-])\s+{PLACE_LEAD.pattern}")
# By hand, or misread, the date need not be one: "Kassel, 22.b.17. für den Landkreis Kassel:".
MISREAD_LEAD = re.compile(
    rf"{PLACE.pattern}\s*[,:;.]\s*(?:(?:den|dem|am)\s+)?(?:(?=\S*\d)\S{{1,10}}[\s,;:.]{{1,3}}){{0,3}}"
)
# "Für das Land Hessen", "Für den Landkreis", "gez.", "i. V."
SIGNING_FOR = re.compile(
    r"(?:(?:Für\s+(?:das|den|die|dem)|(?:Im\s+Namen|Namens|Seitens)\s+(?:des|der))"
    rf"(?:\s+(?:[^\sa-zäöüß]\S*|{SMALL_WORD}))+"
    r"|gez\.?.*|[ij]\.\s?[VA]\.?.*|ppa\..*|In Vertretung.*|Im Auftrag.*|\(?Unterschrift(?:en)?\b.*"
    r"|\(?(?:Dienst)?[Ss]iegel\)?)"
    r":?"
)
# However many words the name of a legal person has: "Für den Verein Muster – Hilfe für Frauen e. V."
NAMES_WITH_FORM = re.compile(r"Für\s(?:das|den|die)\s[A-ZÄÖÜ].*(?:e\.\s?V\.|\b(?:mbH|GmbH|AG|eG|KG)):?")
ORGANISATION = re.compile(rf"(?:(?:Der|Die|Das)\s+)?(?:\w+\s)?{BODY}\b")
# An office of more words than this stands in a sentence.
OFFICE_WORDS = 7
ROOM_FOR_DAY = re.compile(r"[\d_…]|\.{4}|\b(?:den|dem|am)\W*$")


def signs(line: Line) -> bool:
    """Does a signature block begin with this line?"""
    text = line.text.strip()
    if counted := COUNTED.match(text):
        if counted[0].startswith("Unterschrift"):
            return True
        text = text[counted.end() :]
        text = text[0].upper() + text[1:]
    return _signs(text, len(text.split()) <= 10)


@lru_cache(maxsize=4096)
def _signs(text: str, short: bool) -> bool:
    if SIGNED_THERE.fullmatch(text) or WITHOUT_DAY.fullmatch(text) or ELECTRONIC.match(text):
        return True
    if DEPUTISING.fullmatch(text):
        return True
    if _dates_party(text) or _dates_officer(text):
        return True
    if (SIGNING_FOR.fullmatch(text) and short) or NAMES_WITH_FORM.fullmatch(text):
        return True
    return bool(PLACE_AND_DATE.fullmatch(text)) and short


def _dates_party(text: str) -> bool:
    """ "Fulda, 3. Mai 2024, für den Landkreis Fulda:", "Für den Landkreis Fulda: Fulda, 3. Mai 2024"."""
    if for_whom(text) is not None:
        return True
    found = find_dates(text)
    before, behind = (text[: found[0].start], text[found[0].end :]) if len(found) == 1 else ("", text)
    return FOR_BEFORE.fullmatch(before) is not None and not behind.strip(" .:")


def _dates_officer(text: str) -> bool:
    """ "Fulda, 3. Mai 2024; gez. Adil Muster, Landrat", "Stadt Fulda: Adil Muster, Landrat, Fulda, 3.5.2024":
    names alone, an office among them, with place and date before or behind."""
    found = find_dates(text)
    if len(found) != 1:
        return False
    before, behind = text[: found[0].start], text[found[0].end :]
    said = behind if PLACE_LEAD.fullmatch(before) else before if not behind.strip(" .,;)") else ""
    words = re.sub(r"^\(?\d{1,2}[.)]\s+|\b(?:gez\.|[ij]\.\s?[VA]\.)", " ", said).split()
    named = all(re.fullmatch(rf"\W*(?:[^\sa-zäöüß]\S*|{SMALL_WORD}|den)?\W*", word) for word in words)
    return len(words) > 2 and named and OFFICE.search(said) is not None


def for_whom(text: str) -> int | None:
    """Where "für …" begins in a line that says place and date before: "Fulda, 3. Mai 2024, für den …"."""
    found = find_dates(text)
    if len(found) == 1 and PLACE_LEAD.fullmatch(text, 0, found[0].start):
        behind = FOR_BEHIND.fullmatch(text, found[0].end)
        return behind.start("whom") if behind else None
    lead = MISREAD_LEAD.match(text)
    if lead is None or not (re.search(r"\d", lead[0]) or text.endswith(":")):
        return None
    whom = FOR_BEHIND.fullmatch(text, lead.end())
    return whom.start("whom") if whom else None


def may_be_office(line: Line) -> bool:
    """Does it name an office, and say little else?"""
    return OFFICE.search(line.text) is not None and len(line.words) <= OFFICE_WORDS


def may_sign(line: Line) -> bool:
    """Does a signature block say this, and other text at times?"""
    dated = says_where(line) or BROKEN_AFTER_DAY.fullmatch(line.text)
    return bool(may_be_office(line) or BELOW_NAME.fullmatch(line.text) or dated)


def says_where(line: Line) -> bool:
    said = where_and_when(line.text.strip())
    return said is not None and said.place is not None


def says_day(line: Line) -> bool:
    """A place with its day, or with room for one: not the end of a sentence, "Jugend und Familie,"."""
    return says_where(line) and ROOM_FOR_DAY.search(line.text) is not None
