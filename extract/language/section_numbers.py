"""What numbers a heading may begin with, and what a scan makes of them: "il." for "II.", "Teil Cl" for "C |".

A number is read as printed, or for a price as one that looks like it; which of them it is, the others tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from models.german.dates import MONTH, MONTH_BEGINS
from models.german.roman import roman, to_roman

TITLE = r"[A-ZÄÖÜ„\"•\[]"
# Any numbering: a word or none, a number, and what may stand before and behind it.
NUMBERED = re.compile(
    r"(?:(?P<label>[A-ZÄÖÜ][\w-]*\.?)\s)?(?P<open>[(\[]?)"
    r"(?P<number>\d{1,2}|[IVXl|1]{1,5}|i[Il|]{1,2}|[A-HJ-L](?=[.):/\]]|$|\s[–—-]|\s[A-ZÄÖÜ][a-zäöüß]|(?<=\w\s.)\s))"
    r"(?P<dot>(?:\.\)|[.:)\]]|\s?/|\s?\||\s?[–—·•-](?=\s))?)"
    rf"(?:(?:\s+|(?<=\.)\.?(?=\w{{4}}))(?P<title>{TITLE}.*))?"
)
# In a scan some letters look alike in both cases, Roman numbers like letters, and a line behind the number,
# or a speck, like one more stroke of it.
STROKE = r"[Iil1|!]"
SCANNED = re.compile(
    r"(?:(?:(?P<label>[A-ZÄÖÜ][\w-]*\.?|[covwxz]\w+\.)(?:\s|(?<=\.)\.?(?=\d)))\s?\.?)?(?P<open>[(\[]?)"
    rf"(?P<number>\d{{1,2}}(?:{STROKE}(?=\s))?|[IVXHUNMilunmvx|1!]{{1,5}}(?=\W|$)|[A-HJ-L]{STROKE}?(?=[\s.):/\]]|$)|[€c](?=[.):]))"
    rf"(?P<dot>(?:\.\s?\)\.?|[.,:)\]]|\s?/|\s?\||(?<=\w\s.)\s{STROKE}(?=\s)|\s?[–—·•-](?=\s)|[·•])?)"
    rf"(?:(?:\s+|(?<=\.)\.?(?=\w{{4}})|(?<=[\d·•])(?=[A-ZÄÖÜ][a-zäöü]))(?P<title>(?:{TITLE}|[a-zäöü]).*))?"
)
# "Erster Abschnitt", "II. Teil": the number stands before the word.
ORDINALS = (
    "erst",
    "zweit",
    "dritt",
    "viert",
    "fünft",
    "sechst",
    "siebt",
    "acht",
    "neunt",
    "zehnt",
    "elft",
    "zwölft",
)
ORDINAL = re.compile(
    rf"(?P<number>{'|'.join(ORDINALS)})(?:ens\s?[.:,]?(?P<text>\s.*)?|e[rs]?\s+(?P<label>[A-ZÄÖÜ][\w-]*)[.:]?)",
    re.IGNORECASE,
)
# What is numbered so is no section: it is what the sections speak of, or a page.
NO_SECTIONS = re.compile(
    r"(?:\w*projekt|\w*maßnahmen?|\w*maßnahmen?art|ma|vorhaben|angebot|schwerpunkt|förder\w+|los|lfd|anlage|anhang|beilage"
    r"|tabelle|abbildung|seite|blatt|partei|partner|vertragspartner|beteiligter|telefon|tel|zimmer|raum|postfach|stand"
    rf"|{MONTH}|euro|eur|absatz|abs|satz)\.?",
    re.IGNORECASE,
)
# … of which the longest may be misread by so many letters.
LONGEST_OF_THEM, FEW_LETTERS = "maßnahmenart", 2
# "1. Nachtragsvereinbarung", "2. Änderung des Vertrages": which of several changes it is.
CHANGE = re.compile(
    r"(?:Nachtrag|(?:Nachtrags|Änderungs|Ergänzungs|Zusatz|Fortschreibungs)(?:vereinbarung|vertrag))(?:$|\s+zu)"
    r"|(?:Änderung|Ergänzung|Fortschreibung)\s+(?:zu[rm]?|de[rs])\s+(?:\w+\s+)*\w*(?:[Vv]ereinbarung|[Vv]ertrag)",
)
# "06. Okt. 2017" is a date.
OF_DATE = re.compile(rf"{MONTH_BEGINS}\w*\.?\s+\d", re.IGNORECASE)
# How many strokes of a Roman number such a letter is.
STROKES = str.maketrans(
    {"i": "I", "l": "I", "|": "I", "1": "I", "!": "I", "v": "V", "x": "X"}
    | dict.fromkeys("uUnNH", "II")
    | dict.fromkeys("mM", "III")
)
ROMAN = r"[IVXHUNMilunmvx|!]"
LETTER = r"[A-HJ-L]"
# Roman numbers that differ by a stroke, which a scan loses or adds.
ALIKE = ((1, 2, 3), (6, 7, 8))
# A style with a word, "teil #", has so many letters and signs at least.
SHORTEST_WORD = 6
# Reading a number as another one costs a little more than a missing heading.
REREAD = 1.6


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number. `style` is what else is printed with it: "Baustein #", "(#)"; `title`
    the place in the line where the title begins; `runs_in`: text goes on behind the number."""

    number: str
    style: str
    title: int | None = None
    label: str = ""
    marked: bool = False
    """Is there a sign before or behind the number?"""
    runs_in: bool = False


@lru_cache(maxsize=4096)
def numbered(text: str, scanned: bool) -> Numbered | None:
    """The number a line begins with, if it may be that of a section."""
    if match := ORDINAL.fullmatch(text):
        number, label = str(ORDINALS.index(match["number"].casefold()) + 1), match["label"] or "tens"
        title = match.end("number") + len("ens") if match["text"] else None
        return Numbered(number, f"# {label.casefold()}", title, label, runs_in=title is not None)
    match = (SCANNED if scanned else NUMBERED).fullmatch(text)
    if match is None or (match["label"] and _numbers_no_section(match["label"], scanned)):
        return None
    if match["title"] and (OF_DATE.match(match["title"]) or CHANGE.match(match["title"])):
        return None
    label, dot = match["label"] or "", match["dot"].strip().replace(":", ".")
    if scanned:
        # A scan loses full stops, makes marks of specks and lines, a dash of a dot between words, a hyphen
        # of a dash.
        dot = re.sub(r"[-—]", "–", dot)
        dot = re.sub(STROKE, "", dot).strip(".,| –—·•-" if label else ".,| ")
    style = f"{label.casefold()} {match['open']}#{dot}".strip()
    marked = bool(match["dot"] or match["open"])
    return Numbered(match["number"], style, match.start("title") if match["title"] else None, label, marked)


def _numbers_no_section(label: str, scanned: bool) -> bool:
    """Does a word, be it misread, count what is no section?"""
    near = scanned and Levenshtein.distance(label.lower(), LONGEST_OF_THEM) <= FEW_LETTERS
    return near or NO_SECTIONS.fullmatch(label) is not None


def readings(number: str, scanned: bool) -> dict[int, float]:
    """The numbers a print may be, with what it costs to read it so."""
    found: dict[int, float] = {}
    if number in ("€", "c"):
        found[3] = 0.0  # a C, as a scan reads it
    elif number.isdigit():
        found[int(number)] = 0.0
    elif re.fullmatch(LETTER, number):
        found[ord(number) - ord("A") + 1] = 0.0
    if re.fullmatch(f"(?:{ROMAN}|1)+", number) and (scanned or not number.isdigit()):
        strokes = number.translate(STROKES)
        exact = roman(strokes)
        found.setdefault(exact, REREAD if number.isdigit() else 0.0)
        for other in next((group for group in ALIKE if exact in group), ()):
            found.setdefault(other, REREAD)
    if scanned and len(number) > 1 and re.fullmatch(rf"(?:\d|{LETTER}){STROKE}", number):
        # The stroke is the line that parts number and title.
        found |= {one: REREAD for one in readings(number[:-1], scanned=False) if one not in found}
    return found


def is_misread(style: str, other: str) -> bool:
    """May a style be another, but for a letter of its word?"""
    return len(style) >= SHORTEST_WORD and style != other and Levenshtein.distance(style, other) == 1


def as_counted(numbers: Sequence[tuple[str, int]]) -> list[str]:
    """Numbers, told as they were read and what they count, as most of them are printed: an I is easily read
    as 1; the others tell."""
    telling = [number for number, _ in numbers if number.strip("1")] or [number for number, _ in numbers]
    for pattern, printed in ((LETTER, lambda n: chr(ord("A") + n - 1)), (ROMAN, to_roman)):
        if 2 * sum(1 for number in telling if re.match(pattern, number)) >= len(telling):
            return [printed(count) for _, count in numbers]
    return [str(count) for _, count in numbers]
