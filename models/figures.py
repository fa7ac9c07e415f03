"""Published figures that an auditor holds against an archive: a CSV of year, body and amount."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from models.german import parse_amount
from models.reference import Reference
from models.system import system_cause
from models.values import Model

HEADINGS = {
    "year": ("year", "jahr", "haushaltsjahr"),
    "body": ("body", "körperschaft", "koerperschaft", "gebietskörperschaft", "empfänger"),
    "amount": ("amount", "betrag", "summe"),
}
EVERYBODY = ("", "alle", "land", "insgesamt", "gesamt", "*")
"""What stands in the column of the body where the figure is for all of them together."""
DECIMAL_POINT = re.compile(r"[0-9]+\.[0-9]{1,2}")


class Figure(Model):
    """What was published for a year. `body` is a registry key; None: for all bodies together."""

    year: int
    body: str | None
    name: str
    amount: Decimal
    line: int


class FiguresError(Exception):
    """The file of figures cannot be used. The message is German and names file and line."""


def read_figures(file: Path, reference: Reference) -> tuple[Figure, ...]:
    """Read a CSV with the columns year, body (official key or name) and amount; `;` or `,` between them.

    Amounts as German writes them ("1.617.830,00"), or with a decimal point. Raises FiguresError.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FiguresError(
            f"{file} ist nicht lesbar: {system_cause(error)}. Bitte Pfad und Leserecht prüfen."
        ) from None
    except UnicodeDecodeError:
        raise FiguresError(f"{file} ist kein UTF-8. Bitte als „CSV UTF-8“ speichern.") from None
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in head else ",")
    names = {heading.strip().casefold(): heading for heading in rows.fieldnames or ()}
    columns = {
        column: next((names[word] for word in words if word in names), None)
        for column, words in HEADINGS.items()
    }
    missing = [HEADINGS[column][0] for column, heading in columns.items() if heading is None]
    if missing:
        raise FiguresError(f"{file}, Zeile 1: Es fehlt die Spalte {', '.join(missing)} (year; body; amount).")
    return tuple(_figures(file, rows, columns, reference))


def _figures(
    file: Path, rows: csv.DictReader[str], columns: dict[str, str | None], reference: Reference
) -> Iterator[Figure]:
    for row in rows:
        place = f"{file}, Zeile {rows.line_num}"
        cells = {column: (row.get(heading or "") or "").strip() for column, heading in columns.items()}
        if not any(cells.values()):
            continue
        if not cells["year"].isdecimal():
            raise FiguresError(f"{place}: {cells['year']!r} ist kein Jahr.")
        amount = _amount(cells["amount"])
        if amount is None:
            raise FiguresError(f"{place}: {cells['amount']!r} ist kein Betrag.")
        body = _body(cells["body"], reference)
        if body is None:
            raise FiguresError(
                f"{place}: {cells['body']!r} steht in keinem Verzeichnis. Verlangt ist ein amtlicher "
                "Gemeindeschlüssel, der volle Name oder, für alle zusammen, nichts."
            )
        key, name = body
        yield Figure(year=int(cells["year"]), body=key, name=name, amount=amount, line=rows.line_num)


def _amount(text: str) -> Decimal | None:
    if DECIMAL_POINT.fullmatch(text):
        return Decimal(text)
    amount = parse_amount(text, currency_required=False)
    return amount[0] if amount else None


def _body(text: str, reference: Reference) -> tuple[str | None, str] | None:
    if text.casefold() in EVERYBODY:
        return None, "alle Körperschaften"
    body = reference.body(text)
    if body is None:
        match = reference.match_body(text)
        body = match.entry if match else None
    return (body.key, body.name) if body else None
