"""Days of signing in the way of one office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from samples.scenario import DateStyle, Scenario

MONTHS_SHORT = (
    "Jan.",
    "Feb.",
    "März",
    "Apr.",
    "Mai",
    "Juni",
    "Juli",
    "Aug.",
    "Sept.",
    "Okt.",
    "Nov.",
    "Dez.",
)
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def short_month(day: date) -> str:
    return f"{day.day}. {MONTHS_SHORT[day.month - 1]} {day.year}"


def two_figures(day: date) -> str:
    return f"{day:%d.%m.%y}"


def full_figures(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def redated(s: Scenario, write: Callable[[date], str], style: DateStyle = "typed") -> Scenario:
    """The same agreement with its typed days of signing written anew, in `style`.

    What a hand or a stamp wrote stays, and so do a missing day and one that no calendar has.
    """
    return replace(
        s,
        signers=tuple(
            replace(one, date_text=write(one.day), date_style=style)
            if one.day and one.date_text and one.date_style == "typed"
            else one
            for one in s.signers
        ),
    )
