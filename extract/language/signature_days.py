"""The day a line of a signature names, and what a misread one must be: "8.b.1b", "283.21", "2 019"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from models.german import find_dates

DIGITS = re.compile(r"\d")
# A date in which letters stand for figures, as they do by hand: "12.b.1b"; one that has lost a dot: "283.21".
LETTERS_FOR_FIGURES = re.compile(
    r"(?<![\w.])(?=[\w.,]*\d)[\dbBgqSsZzAT]{1,2}[.,][\dbBgqSsZzAT]{1,2}[.,][\dbBgqSsZzAT]{2,4}(?![\w.])"
)
LOST_DOT = re.compile(r"(?<![\w.,])(?:\d{2,4}[.,]\d{2,4}|\d{1,2}[.,]\d{3,6})(?![\w]|[.,]\d)")
# One with a blank or a colon for a dot: "17 05.2017", "7.2:2019".
OTHER_DOTS = re.compile(
    r"(?<![\w.,])\d{1,2}(?:\s|\s?[.:,]\s?)\d{1,2}(?:\s|\s?[.:,]\s?)(?:\d{4}|\d\d)(?![\w:]|[.,]\d)"
)
# One of which a figure stands apart: "21.2.1 9", "10. AUG. 2 019".
PARTED_DATE = re.compile(
    r"(?<![\d.])\d\s?\d?\s?\.\s?(?:\d\s?\d?\s?\.|[^\W\d_]{3,9}\.?)\s?\d\s?\d(?:\s?\d\s?\d)?(?!\s?\d|\.)"
)
# A stroke between place and day, read as a figure or letter of the day: "Kassel | 29.3.15" as "129.3.15".
STROKE = re.compile(r"(?<![^\s(])[1Il|!\]](?=\d{1,2}\s?[.-])")
# The word behind it, without a blank: "25.5.21in Kassel".
GLUED = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?)\s?(?:\d{4}|\d\d)(?=(?:in|zu)\b)")
FIGURES_FOR = str.maketrans("bBgqSsZzAT", "6899552247")
"""By hand a 6 looks like a b; the others are what print is misread as."""
YEARS_AROUND = 1
"""Agreements are signed in the year they are for, the one before or the one after."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date at start..end of a line. `exact`: it stands there as it is."""

    start: int
    end: int
    value: date | None
    exact: bool


def day_in(text: str, on: date | None = None) -> Day | None:
    """The first date of a line; if there is none, what a misread one must be, if it can only be one.

    `on` is a day of the agreement's time.
    """
    for one in find_dates(text):
        return Day(one.start, one.end, one.value, one.exact)
    for guesses in (_mended_figures(text), _without_stroke(text)):
        mended = {guess.value: guess for guess in guesses if guess.value and _is_near(guess.value, on)}
        if mended:
            return next(iter(mended.values())) if len(mended) == 1 else None
    return None


def _without_stroke(text: str) -> Iterator[Day]:
    for stroke in STROKE.finditer(text):
        plain = f"{text[: stroke.start()]} {text[stroke.end() :]}"
        read = (Day(one.start, one.end, one.value, exact=False) for one in find_dates(plain))
        for day in (*read, *_mended_figures(plain)):
            yield replace(day, start=stroke.start()) if day.start == stroke.end() else day


def _mended_figures(text: str) -> Iterator[Day]:
    yield from _with_figures(text)
    yield from _with_dots(text)
    for match in PARTED_DATE.finditer(text):
        for one in find_dates(re.sub(r"(?<=\d)\s+(?=\d)|\s+(?=\.)", "", match[0])):
            yield Day(*match.span(), one.value, exact=False)
    for match in GLUED.finditer(text):
        for one in find_dates(match[0]):
            yield Day(match.start() + one.start, match.start() + one.end, one.value, exact=False)


def _with_figures(text: str) -> Iterator[Day]:
    for match in LETTERS_FOR_FIGURES.finditer(text):
        for one in find_dates(match[0].translate(FIGURES_FOR)):
            yield Day(match.start() + one.start, match.start() + one.end, one.value, exact=False)


def _with_dots(text: str) -> Iterator[Day]:
    for match in OTHER_DOTS.finditer(text):
        for one in find_dates(re.sub(r"[\s.,:]+", ".", match[0])):
            yield Day(*match.span(), one.value, exact=False)
    for match in LOST_DOT.finditer(text):
        figures = match[0].replace(",", ".")
        for index in range(1, len(figures)):
            for one in find_dates(f"{figures[:index]}.{figures[index:]}"):
                if one.end - one.start == len(figures) + 1:
                    yield Day(*match.span(), one.value, exact=False)


def _is_near(day: date, on: date | None) -> bool:
    return on is None or abs(day.year - on.year) <= YEARS_AROUND
