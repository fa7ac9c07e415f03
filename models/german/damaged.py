"""Sums and dates that are printed but cannot be read: not every figure of them is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from rapidfuzz.distance import Levenshtein

from models.german.amounts import find_amounts
from models.german.dates import MONTH_NAMES, find_dates

Span = tuple[int, int]
"""Where something stands in a text: start and end."""

# What scans make of figures: "2O25", "l5", "S1", "3?".
_LIKE = r"[0-9OoQDIl|!ZzSsBGgqbT?]"
_YEAR = rf"(?:[12ZIl|]\s?{_LIKE}\s?{_LIKE}\s?{_LIKE}|[12]{_LIKE}{{2,4}})"
_NUMERIC = re.compile(rf"(?<![\w.,/-]){_LIKE}{{1,2}}\s?[.,]\s?{_LIKE}{{1,2}}\s?[.,]\s?{_YEAR}(?!\w|[.,]\d)")
_WRITTEN = re.compile(
    rf"(?<![\w.,/-])(?P<day>{_LIKE}{{1,2}})\s?[.,]\s{{0,2}}(?P<name>[^\W\d_]{{3,11}})\.?\s{{0,2}}(?P<year>{_YEAR})(?!\w)"
)
_FAR = 3
"""A letter in so many of a month's name may be wrong: "Septernber" has two of nine."""

# Thousands in groups and cents: a sum of money, whatever became of its currency.
_SUM = re.compile(
    r"(?<![^\W_])(?<![.,/§-])[0-9OoIlSB]{1,3}(?:(?:[. ]|\. )[0-9OoIlSB]{3})+[.,;:] ?[0-9OoIlSB]{1,2}"
    r"(?![\w%]|[.,]\w|\s?%)"
)


# "am Januar 2019": the day is gone.
_DAYLESS = re.compile(
    rf"\bam\s+(?:{'|'.join(sorted(MONTH_NAMES))})\.?\s+(?:19|20)[0-9]{{2}}\b", re.IGNORECASE
)

# "5 bis 31.12.2015": nothing but the end is left of the first date.
_RUMP = re.compile(r"(?<![\w.,/])[0-9]{1,2}(?=\s+bis(?:\s+zum)?\s+[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?[0-9]{4})")

# "bis 30 06.2019": the first dot is gone.
_DOTLESS = re.compile(r"(?<![\w.,/-])[0-3]?[0-9] [01][0-9]\.(?:19|20)[0-9]{2}(?![\w/])")
# "mit Ablauf des bis heute", "soll bis ni 2013": the day is gone.
_GONE = re.compile(
    r"\bAblauf\s+des\s+(?!\w+en\b)(?=[a-zäöüß])|\bbis\s+(?:zum\s+)?(?:r?uar|ä?rz|p?ril|ai|[nl]i|u?st|m?ber)\s+(?:19|20)[0-9]{2}\b"
)
# "bis zum Wert von 450" and no unit.
_UNITLESS = re.compile(
    r"\b(?:Höhe|Wert(?:es)?|Betrage?)\s+von\s+(?P<sum>[1-9][0-9.]{2,})(?=\s*$|[^\S\n]*\n|\s+[a-zäöüß]{1,3}\b)"
)


def find_damaged_dates(text: str) -> list[Span]:
    """Where a day, a month and a year are printed that `find_dates` cannot make a date of, in order."""
    read = [(one.start, one.end) for one in find_dates(text)]
    seen = (
        match.span() for match in chain(_NUMERIC.finditer(text), _WRITTEN.finditer(text)) if _is_date(match)
    )
    left = (
        match.span() for match in chain(*(one.finditer(text) for one in (_DAYLESS, _RUMP, _DOTLESS, _GONE)))
    )
    return _apart(chain(seen, left), read)


def _is_date(match: re.Match[str]) -> bool:
    """Some figures are left of it, and letters of its month."""
    name = match.groupdict().get("name")
    if name is None:
        figures = sum(char.isdigit() for char in match[0])
        # "S. 12, 2025" is a page and a year.
        return figures >= 4 and (match[0][0].isdigit() or "," not in match[0])
    near = min(Levenshtein.distance(name.casefold(), month) for month in MONTH_NAMES)
    return near <= len(name) / _FAR and sum(char.isdigit() for char in match["year"]) >= 2


def find_damaged_amounts(text: str) -> list[Span]:
    """Where a sum is printed that `find_amounts` finds no safe reading of, or no currency, in order."""
    found = find_amounts(text)
    read = [(one.start, one.end) for one in found if one.value is not None]
    unread = ((one.start, one.end) for one in found if one.value is None)
    sums = (match.span() for match in _SUM.finditer(text))
    return _apart(chain(unread, sums, (match.span("sum") for match in _UNITLESS.finditer(text))), read)


def _apart(spans: Iterator[Span] | chain[Span], taken: list[Span]) -> list[Span]:
    """The spans that do not meet one of those taken, nor each other."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if all(end <= first or start >= last for first, last in [*taken, *kept]):
            kept.append((start, end))
    return kept
