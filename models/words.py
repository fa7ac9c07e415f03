"""What people call the codes of a record, in German: for the workbook and the screen."""

from __future__ import annotations

from models.agreement import AmountRole, DateRole, PartyRole, Status
from models.finding import Severity

STATUS: dict[Status, str] = {"ok": "in Ordnung", "review": "zur Durchsicht", "failed": "fehlgeschlagen"}
SEVERITY: dict[Severity, str] = {"error": "Fehler", "warning": "Warnung", "info": "Hinweis"}
PARTY_ROLE: dict[PartyRole, str] = {
    "grantor": "Zuwendungsgeber",
    "recipient": "Empfänger",
    "party": "Partei",
}
AMOUNT_ROLE: dict[AmountRole, str] = {
    "total": "Gesamtbetrag",
    "component": "Teilbetrag",
    "subtotal": "Zwischensumme",
    "replaced": "ersetzter Betrag",
    "replacement": "neuer Betrag",
    "other": "sonstiger Betrag",
}
DATE_ROLE: dict[DateRole, str] = {
    "signature": "Unterschrift",
    "deadline": "Frist",
    "amended_agreement": "geänderte Vereinbarung",
    "reference": "Verweis",
    "period_start": "Beginn",
    "period_end": "Ende",
    "other": "sonstiges",
}
