"""Dates as German writes them, stamps and misread months included."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from models.german.roman import roman, to_roman

_MONTHS: tuple[tuple[str, ...], ...] = (
    ("januar", "jänner", "jan", "jän"),
    ("februar", "feber", "feb", "febr"),
    ("märz", "maerz", "mär", "mrz"),
    ("april", "apr"),
    ("mai",),
    ("juni", "jun", "juno"),
    ("juli", "jul", "julei"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "october", "oct"),
    ("november", "nov"),
    ("dezember", "dez", "december", "dec"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
MONTH_NAMES = frozenset(_MONTH_OF)
"""Small letters, abbreviations too."""
MONTH = rf"(?:{'|'.join(names[0].capitalize() for names in _MONTHS)})"
"""A month in full, as a pattern."""
MONTH_BEGINS = rf"(?:{'|'.join(sorted({name[:3].capitalize() for name in MONTH_NAMES}))})"
"""The first three letters of a month, as a pattern."""

# Agreements of this kind do not reach back before 1950, so "49" is 2049 and "50" is 1950.
CENTURY_TURN = 50

_DAY = r"(?P<day>[0-9OoIl]{1,2})"
# "20 19", "2 019" on a scan
_YEAR = r"(?P<year>[0-9O]{4}|(?:19|20)\s[0-9]{2}(?![0-9]|[:.][0-9]|\s?Uhr)|[12]\s[0-9]{3}(?![0-9])|[0-9]{2})"
# "31.12 2025" on a scan
_NUMERIC = re.compile(
    rf"{_DAY}\s?(?P<first>[.,])\s?(?P<month>[0-9OoIl]{{1,2}})\s?(?P<second>[.,]|(?<=\.\d\d)\s(?=[0-9]{{4}}))\s?{_YEAR}"
)
# "15. März 2025", "15ten März im Jahre 2025"; on a scan "31: Dezember* 2019", "1. Mai: 2019", "18. MAI-2026",
# "31. Dez, 2021"
_WRITTEN = re.compile(
    rf"{_DAY}\s?(?P<dot>[.:,;]|te[nr]?\b)?\s{{0,2}}(?P<name>[^\W_]{{2,9}}[^\W\d_])"
    r"(?:\s?[.*•·°]?\s{0,2}|(?P<speck>:)\s|(?P<comma>,)\s|-(?=[0-9]{4}(?![0-9])))"
    rf"(?:(?:des\s+Jahres|im\s+Jahre?)\s+)?['’]?{_YEAR}"
)
_ROMAN = re.compile(rf"{_DAY}\s?\.\s?(?P<roman>[IVX]{{1,4}})\s?\.\s?(?P<year>[0-9]{{4}})")
_SLASHED = re.compile(
    r"(?<![\w/.-])(?P<day>[0-9]{2})(?P<slash>[/-])(?P<month>[0-9]{2})(?P=slash)(?P<year>[0-9]{4})(?![\w/-])"
)
# "2025-08-07", in electronic signatures "2025.08.07 14:03:11 +02'00'"
_ISO = re.compile(
    r"(?<![\w.-])(?P<year>[0-9]{4})(?P<mark>[.-])(?P<month>[0-9]{2})(?P=mark)(?P<day>[0-9]{2})(?!(?!T[0-9]{2}:)[\w-])"
)
LONGEST_REMEMBERED = 300
"""Letters of a text of which is kept what was found: lines and sentences are asked about again and again."""
_FORMS = (_ROMAN, _NUMERIC, _WRITTEN, _ISO, _SLASHED)
_LEAD = re.compile(
    r"(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so)\.?\s*,?\s+)?"
    r"(?:(?:den|dem|am|vom|zum|bis)\s+(?:zum\s+)?)?",
    re.IGNORECASE,
)
_REPAIR = str.maketrans("OoIl", "0011")
# A date is not a piece of a longer number, section or file number.
# Behind a letter a slash parts it from a place: "Wiesbaden/8.6.2019".
# … and from another date: "01.01.2019/31.12.2019", "01.01.2019 /31.12.2019".
_EDGE_BEFORE = re.compile(r"(?:\w|(?<![^\W\d_])(?<!\.[0-9]{2})(?<!\.[0-9]{4})(?<!\.[0-9]{4}\s)/|[0-9][.,])\Z")
_EDGE_AFTER = re.compile(r"(?!T[0-9]{2}:)(?!/[0-9]{1,2}\.\s?[0-9]{1,2}\.)[\w/]|[.,][0-9]")
_MISREAD_DOTS = (":", ",", ";")
# Letters of the name of a month that is abbreviated, at most.
LONGEST_SHORT = 4
_NEVER_SHORT = ("mai", "juni", "juli", "märz")
_DAY_NEXT = re.compile(r"\b(?:am|zum|de[nm]|bis|vom|ab|seit)\s+$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:§§?|Nr\.|Nummer|Ziffer|Ziff\.|Abschnitt|Punkt|Kapitel|Version|Pos\.|Anlage)\s*$")


@dataclass(frozen=True, slots=True)
class DateReading:
    """A full date as printed. `value` is None if the calendar has no such day.

    `exact` is False where the reading had to be repaired (a month name with a wrong letter, a
    letter in the place of a digit).
    """

    day: int
    month: int
    year: int
    exact: bool

    @property
    def value(self) -> date | None:
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def impossible(self) -> bool:
        return self.value is None


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in running text; `start` and `end` are offsets into it."""

    start: int
    end: int
    text: str
    reading: DateReading

    @property
    def value(self) -> date | None:
        return self.reading.value

    @property
    def exact(self) -> bool:
        return self.reading.exact


def read_date(text: str) -> DateReading | None:
    """One full printed date ("den 3. Febr. 2023"), or None if `text` is anything else."""
    text = text.strip()
    text = text[_LEAD.match(text).end() :]  # type: ignore[union-attr]  # the pattern matches the empty string
    for pattern in _FORMS:
        if match := pattern.fullmatch(text):
            return _reading(match)
    return None


def format_date(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def find_dates(text: str) -> list[FoundDate]:
    """Every full date in running text, in order; impossible ones too, with `value` None."""
    return list(_remembered(text) if len(text) <= LONGEST_REMEMBERED else _dates_in(text))


def _dates_in(text: str) -> tuple[FoundDate, ...]:
    found: list[FoundDate] = []
    # "den ___3.5.2024___": what is filled in on a line of a form touches it.
    text = text.replace("_", " ")
    for candidate in sorted(_candidates(text), key=lambda item: (item.start, -item.end)):
        if not found or candidate.start >= found[-1].end:
            found.append(candidate)
    return tuple(found)


_remembered = lru_cache(maxsize=4096)(_dates_in)


def _candidates(text: str) -> Iterator[FoundDate]:
    for pattern in _FORMS:
        position = 0
        while match := pattern.search(text, position):
            reading = _reading(match)
            if reading and _stands_alone(text, match) and _plausible(text, match, reading):
                yield FoundDate(match.start(), match.end(), match[0], reading)
                position = match.end()
            else:
                position = match.start() + 1


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    return not _EDGE_BEFORE.search(text[max(0, match.start() - 7) : match.start()]) and not _EDGE_AFTER.match(
        text, match.end()
    )


def _plausible(text: str, match: re.Match[str], reading: DateReading) -> bool:
    """Two digits are no year in "Abschnitt 1.2.10", nor in "31.2.45": the calendar has no such day. And
    "Tabelle 3: Mai 2020" is no day of May."""
    if match.groupdict().get("speck") and re.match(r"\s*(?:€|[A-ZÄÖÜ])", text[match.end() :]):
        return False  # "zum 1. Oktober: 2000 Euro"
    if match.groupdict().get("comma") and (
        len(match["name"]) > LONGEST_SHORT or match["name"].casefold() in _NEVER_SHORT
    ):
        return False  # "zum 1. Oktober, 2000 Euro", "zum 1. Mai, 2000 Euro"
    misread = match.groupdict().get("dot") in _MISREAD_DOTS or match.groupdict().get("speck")
    stamped = match.groupdict().get("dot") == "," and match["name"].isupper()
    if misread and not stamped and not _DAY_NEXT.search(text[max(0, match.start() - 8) : match.start()]):
        return False
    if len(match["year"]) >= 4:
        return True
    return (
        not reading.impossible
        and reading.exact
        and not _NUMBERED.search(text[max(0, match.start() - 24) : match.start()])
    )


def _reading(match: re.Match[str]) -> DateReading | None:
    parts = match.groupdict()
    day, year = parts["day"], parts["year"].lstrip("'’")
    month, exact = _month(parts, day)
    if month is None or not re.search(r"[0-9]", day):
        return None
    if "first" in parts:
        separators = parts["first"] + parts["second"]
        if separators == ",," or (not parts["second"].strip() and not 0 < month <= len(_MONTHS)):
            return None
        exact = exact and separators == ".."
    exact = exact and not re.search(r"[OoIl\s]", day + year) and parts.get("dot") not in _MISREAD_DOTS
    exact = exact and not parts.get("speck") and not parts.get("comma")
    year = "".join(year.split())
    numeric_year = int(year.translate(_REPAIR))
    if len(year) == 2:
        numeric_year += 2000 if numeric_year < CENTURY_TURN else 1900
    elif not 1800 <= numeric_year < 3000:
        return None
    return DateReading(int(day.translate(_REPAIR)), month, numeric_year, exact)


def _month(parts: dict[str, str], day: str) -> tuple[int | None, bool]:
    if "roman" in parts:
        number = roman(parts["roman"])
        if number > len(_MONTHS) or to_roman(number) != parts["roman"]:
            return None, False
        # "II" may be a misread 11.
        return number, number != 2
    if "name" not in parts:
        month = parts["month"]
        return int(month.translate(_REPAIR)), not re.search(r"[OoIl]", month)
    name = unicodedata.normalize("NFC", parts["name"]).casefold()
    if name in _MONTH_OF:
        return _MONTH_OF[name], True
    # "5 mal 2025" is one letter from May: a repaired month needs the dot of the ordinal before it.
    if not parts["dot"]:
        return None, False
    near = {number for known, number in _MONTH_OF.items() if Levenshtein.distance(name, known) <= 1}
    return (near.pop(), False) if len(near) == 1 else (None, False)
