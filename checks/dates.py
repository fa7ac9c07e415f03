"""DAT: dates and years against each other and the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from checks.naming import same_name
from checks.rule import Context, Contradiction, agreement_rule, doubtful, spots
from models.agreement import Agreement
from models.german import format_date, read_date
from models.values import Extracted


class Signed(NamedTuple):
    """A signature date that the calendar has, with its path in the record."""

    path: str
    printed: Extracted[date | None]
    day: date


@agreement_rule(
    "DAT001",
    "error",
    german="Ein Datum gibt es im Kalender nicht.",
    english="A date that no calendar has.",
    why="Ein unmögliches Datum ist verschrieben oder verlesen; welcher Tag gemeint ist, bleibt offen.",
    example="Kassel, den 31.06.2025",
)
def dates_exist(record: Agreement, context: Context) -> Iterator[Contradiction]:
    seen = set()
    for path, found in _dates(record):
        reading = read_date(found.text)
        if found.value is None or (reading is not None and reading.impossible):
            if found.spot in seen:
                continue  # a signature date is listed among the dates as well
            seen.add(found.spot)
            yield Contradiction(
                "Diesen Tag gibt es im Kalender nicht.",
                expected="ein Tag des Kalenders",
                found=found.text,
                fields=(path,),
                spots=spots(found),
                severity="info" if doubtful(found) else None,
            )


@agreement_rule(
    "DAT002",
    "warning",
    german="Die Vereinbarung wurde erst nach dem Jahr unterschrieben, für das sie Geld gibt.",
    english="Signed after the end of the budget year.",
    why="Eine Zusage nach Ablauf des Haushaltsjahrs ist haushaltsrechtlich zu begründen, oder die Jahreszahl "
    "stimmt nicht.",
    example="Budget 2025, unterschrieben am 12.2.2026.",
)
def signed_before_the_year_ends(record: Agreement, context: Context) -> Iterator[Contradiction]:
    if record.budget_year is None:
        return
    last_day = date(record.budget_year.value, 12, 31)
    for signed in _signatures(record):
        if signed.day > last_day:
            yield Contradiction(
                "Die Unterschrift liegt nach dem Ende des Haushaltsjahrs.",
                expected=f"bis {format_date(last_day)}",
                found=format_date(signed.day),
                difference=f"{(signed.day - last_day).days} Tage",
                fields=(signed.path, "budget_year"),
                spots=spots(signed.printed, record.budget_year),
                severity="info" if doubtful(signed.printed, record.budget_year) else None,
            )


@agreement_rule(
    "DAT003",
    "warning",
    german="Die Vereinbarung wurde mehr als ein Jahr vor ihrem Haushaltsjahr unterschrieben.",
    english="Signed more than a year before the budget year.",
    why="Jahresvereinbarungen entstehen um den Jahreswechsel; ein so frühes Datum ist meist ein Lesefehler.",
    example="Budget 2025, unterschrieben am 7.8.2023.",
)
def not_signed_too_early(record: Agreement, context: Context) -> Iterator[Contradiction]:
    if record.budget_year is None:
        return
    first_day = date(record.budget_year.value, 1, 1)
    earliest = first_day - timedelta(days=context.settings.checks.earliest_signature)
    for signed in _signatures(record):
        if signed.day < earliest:
            yield Contradiction(
                "Die Unterschrift liegt mehr als ein Jahr vor dem Haushaltsjahr.",
                expected=f"nicht vor {format_date(earliest)}",
                found=format_date(signed.day),
                difference=f"{(first_day - signed.day).days} Tage vor dem Haushaltsjahr",
                fields=(signed.path, "budget_year"),
                spots=spots(signed.printed, record.budget_year),
                severity="info" if doubtful(signed.printed, record.budget_year) else None,
            )


@agreement_rule(
    "DAT004",
    "info",
    german="Zwischen den Unterschriften liegt mehr als ein halbes Jahr.",
    english="More than half a year between the signatures.",
    why="Meist ist eines der Daten verschrieben, oder die Vereinbarung blieb liegen.",
    example="Wiesbaden, den 7.2.2025, Groß-Gerau, den 9.9.2025",
)
def signed_close_together(record: Agreement, context: Context) -> Iterator[Contradiction]:
    signatures = list(_signatures(record))
    if len(signatures) < 2:
        return
    first = min(signatures, key=lambda one: one.day)
    last = max(signatures, key=lambda one: one.day)
    apart = last.day - first.day
    longest = context.settings.checks.longest_round
    if apart.days > longest:
        yield Contradiction(
            "Die Unterschriften liegen weit auseinander.",
            expected=f"höchstens {longest} Tage",
            found=f"{format_date(first.day)} und {format_date(last.day)}",
            difference=f"{apart.days} Tage",
            fields=(first.path, last.path),
            spots=spots(first.printed, last.printed),
        )


@agreement_rule(
    "DAT005",
    "error",
    german="Der Gesamtbetrag gilt für ein anderes Jahr als die Vereinbarung.",
    english="The total is for another year than the agreement.",
    why="Das Geld wird dem falschen Haushaltsjahr zugeordnet.",
    example="Zielvereinbarung 2025; § 4: „im Jahr 2024 … 1.617.830 Euro“.",
)
def total_is_for_the_year(record: Agreement, context: Context) -> Iterator[Contradiction]:
    year = record.budget_year
    if year is None:
        return
    totals = [
        (index, amount)
        for index, amount in enumerate(record.amounts)
        if amount.role in ("total", "replacement") and amount.table is None and amount.year is not None
    ]
    # Several years: the agreement holds commitments beyond its own, and this year is one of them.
    parts = [amount for amount in record.amounts if amount.role == "component"]
    if any(amount.year == year.value for amount in (*parts, *(amount for _, amount in totals))):
        return
    for index, amount in totals:
        if amount.year is None or abs(amount.year - year.value) > context.settings.checks.deadline_years:
            continue  # no year of this agreement
        yield Contradiction(
            "Der Betrag ist einem anderen Jahr zugeordnet als die Vereinbarung.",
            expected=str(year.value),
            found=str(amount.year),
            fields=(f"amounts[{index}]",),
            spots=spots(amount, year),
        )


@agreement_rule(
    "DAT006",
    "info",
    german="Eine Frist war bei der letzten Unterschrift schon verstrichen.",
    english="A deadline had already passed when the last party signed.",
    why="Die Frist kann nicht mehr eingehalten werden, oder ein Datum ist falsch.",
    example="Abruf bis 30.6.2025, letzte Unterschrift am 9.9.2025.",
)
def deadlines_come_after_signing(record: Agreement, context: Context) -> Iterator[Contradiction]:
    signatures = list(_signatures(record))
    if not signatures:
        return
    last = max(signatures, key=lambda one: one.day)
    for index, mention in enumerate(record.dates):
        if mention.role == "deadline" and mention.value is not None and mention.value < last.day:
            yield Contradiction(
                "Die Frist lag bei der letzten Unterschrift in der Vergangenheit.",
                expected=f"nach {format_date(last.day)}",
                found=format_date(mention.value),
                fields=(f"dates[{index}]", last.path),
                spots=spots(mention, last.printed),
            )


@agreement_rule(
    "DAT007",
    "error",
    german="Ein Zeitraum endet, bevor er beginnt.",
    english="A period ends before it begins.",
    why="Die Laufzeit ist nicht bestimmbar.",
    example="vom 1. Januar 2025 bis zum 31. Dezember 2024",
)
def periods_run_forward(record: Agreement, context: Context) -> Iterator[Contradiction]:
    known = [(index, mention, mention.value) for index, mention in enumerate(record.dates) if mention.value]
    for (start_index, start, first), (end_index, end, last) in pairwise(known):
        if (start.role, end.role) == ("period_start", "period_end") and last < first:
            yield Contradiction(
                "Das Ende der Laufzeit liegt vor ihrem Beginn.",
                expected=f"nach {format_date(first)}",
                found=format_date(last),
                fields=(f"dates[{end_index}]", f"dates[{start_index}]"),
                spots=spots(end, start),
            )


@agreement_rule(
    "DAT008",
    "error",
    german="Eine Änderung ist früher unterschrieben als die Vereinbarung, die sie ändert.",
    english="An amendment is signed before the agreement it amends.",
    why="Eines der beiden Daten ist falsch.",
    example="Änderungsvereinbarung vom 3.3.2025 zur Zielvereinbarung vom 7.8.2025.",
)
def amendments_come_later(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for signed in _signatures(record):
        for index, mention in enumerate(record.dates):
            if mention.role == "amended_agreement" and mention.value and mention.value > signed.day:
                yield Contradiction(
                    "Die geänderte Vereinbarung ist jünger als diese Unterschrift.",
                    expected=f"nach {format_date(mention.value)}",
                    found=format_date(signed.day),
                    fields=(signed.path, f"dates[{index}]"),
                    spots=spots(signed.printed, mention),
                )
                return


@agreement_rule(
    "DAT009",
    "warning",
    german="Ein Minister hat außerhalb seiner Amtszeit unterschrieben.",
    english="A minister signed outside the term of office in the reference data.",
    why="Das Datum oder der Name ist falsch gelesen, oder es fehlte die Befugnis.",
    example="Stefan Grüttner am 4.5.2020.",
)
def ministers_sign_in_office(record: Agreement, context: Context) -> Iterator[Contradiction]:
    ministers = [minister for ministry in context.reference.ministries for minister in ministry.minister]
    for index, signatory in enumerate(record.signatories):
        name, signed = signatory.name, signatory.date
        if name is None or signed is None or signed.value is None:
            continue
        terms = [minister for minister in ministers if same_name(minister.name, name.value)]
        if terms and not any(term.valid_on(signed.value) for term in terms):
            yield Contradiction(
                "Die Unterschrift liegt außerhalb der Amtszeit.",
                expected=" oder ".join(_term(term.valid_from, term.valid_until) for term in terms),
                found=format_date(signed.value),
                fields=(f"signatories[{index}].date", f"signatories[{index}].name"),
                spots=spots(signed, name),
            )


@agreement_rule(
    "DAT010",
    "warning",
    german="Ein Datum, das vergangen sein muss, liegt in der Zukunft.",
    english="A date of something that has happened lies in the future.",
    why="Was unterschrieben im Archiv liegt, ist nicht morgen unterschrieben: Das Jahr ist verschrieben oder "
    "verlesen.",
    example="Gelesen am 1.3.2026, unterschrieben am 9.9.2026.",
)
def the_past_is_past(record: Agreement, context: Context) -> Iterator[Contradiction]:
    seen = set()
    for path, found in _dates(record):
        role = getattr(found, "role", "signature")
        past = role in ("signature", "amended_agreement")
        if past and found.value is not None and found.value > context.today and found.spot not in seen:
            seen.add(found.spot)
            yield Contradiction(
                "Dieses Datum liegt in der Zukunft.",
                expected=f"bis {format_date(context.today)}",
                found=format_date(found.value),
                difference=f"{(found.value - context.today).days} Tage",
                fields=(path,),
                spots=spots(found),
                severity="info" if doubtful(found) else None,
            )


@agreement_rule(
    "DAT011",
    "info",
    german="Eine Frist liegt viele Jahre vom Haushaltsjahr entfernt.",
    english="A deadline is many years away from the budget year.",
    why="Verpflichtungen reichen einige Jahre voraus; eine fernere Frist ist meist falsch gelesen.",
    example="Budget 2025, Verwendungsnachweis bis zum 31.3.2062.",
)
def deadlines_are_near(record: Agreement, context: Context) -> Iterator[Contradiction]:
    year = record.budget_year
    if year is None:
        return
    for index, mention in enumerate(record.dates):
        if mention.role != "deadline" or mention.value is None:
            continue
        apart = mention.value.year - year.value
        if abs(apart) > context.settings.checks.deadline_years:
            yield Contradiction(
                "Diese Frist liegt weit vom Haushaltsjahr entfernt.",
                expected=f"bis {year.value + context.settings.checks.deadline_years}",
                found=format_date(mention.value),
                difference=f"{apart} Jahre",
                fields=(f"dates[{index}]", "budget_year"),
                spots=spots(mention, year),
            )


RULES = (
    dates_exist,
    signed_before_the_year_ends,
    not_signed_too_early,
    signed_close_together,
    total_is_for_the_year,
    deadlines_come_after_signing,
    periods_run_forward,
    amendments_come_later,
    ministers_sign_in_office,
    the_past_is_past,
    deadlines_are_near,
)


def _dates(record: Agreement) -> Iterator[tuple[str, Extracted[Any]]]:
    for index, signatory in enumerate(record.signatories):
        if signatory.date is not None:
            yield f"signatories[{index}].date", signatory.date
    for index, mention in enumerate(record.dates):
        yield f"dates[{index}]", mention


def _signatures(record: Agreement) -> Iterator[Signed]:
    for index, signatory in enumerate(record.signatories):
        if signatory.date is not None and signatory.date.value is not None:
            yield Signed(f"signatories[{index}].date", signatory.date, signatory.date.value)


def _term(start: date | None, end: date | None) -> str:
    return f"{format_date(start) if start else '?'} bis {format_date(end) if end else 'heute'}"
