"""The eight tables, column by column. CSV, XLSX, data package and docs all follow this declaration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import pandas

from models.agreement import Agreement, Amount, DateMention, Measure, Party, PartyRole, Project, Signatory
from models.finding import Finding
from models.values import Extracted
from models.words import AMOUNT_ROLE, DATE_ROLE, PARTY_ROLE, SEVERITY, STATUS
from output.schema import Column, ForeignKey, Table
from output.summary import SEPARATOR, component_sum, document_total, joined, total_currency


class ProjectLine(NamedTuple):
    """A project under its measure; None for a measure that names no project."""

    measure: Measure
    project: Project | None


def tables(agreements: Sequence[Agreement]) -> dict[str, pandas.DataFrame]:
    """All tables by name. Rows follow the records and the document; findings begin with the costliest."""
    return {table.name: table.frame(agreements) for table in TABLES}


def _is_original(agreement: Agreement) -> bool:
    return agreement.document.duplicate_of is None


def _is_read(agreement: Agreement) -> bool:
    """Neither failed nor a second copy of the same file: counts in every table."""
    return _is_original(agreement) and agreement.status != "failed"


def _projects(agreement: Agreement) -> Iterator[ProjectLine]:
    for measure in agreement.measures:
        for project in measure.projects or (None,):
            yield ProjectLine(measure, project)


def _names(agreement: Agreement, role: PartyRole) -> Extracted[Any] | None:
    return joined([party.name for party in agreement.parties if party.role == role])


def _keys(agreement: Agreement, role: PartyRole) -> str | None:
    return _list(party.registry_key for party in agreement.parties if party.role == role)


def _list(values: Iterable[str | None]) -> str | None:
    return SEPARATOR.join(value for value in values if value) or None


def _signature_dates(agreement: Agreement) -> list[Extracted[date | None]]:
    """Dates of signature, earliest first, without those that the calendar does not have."""
    dates = [(one.date.value, one.date) for one in agreement.signatories if one.date and one.date.value]
    return [found for _, found in sorted(dates, key=lambda pair: pair[0])]


def _lowest_page_confidence(agreement: Agreement) -> float | None:
    known = [page.confidence for page in agreement.document.pages if page.confidence is not None]
    return min(known, default=None)


# One line per language reads better than one per argument.
# fmt: off
def _number(name: str, title: str, whose: str, english: str) -> Column[Any]:
    return Column(
        name, "integer", f"{title} Nr.", f"Nummer {whose} im Dokument (ab 1).",
        f"Number of the {english} (from 1).",
        lambda row: row.number,
        required=True,
    )


DOCUMENT_ID = Column[Any](
    "document_id", "text", "Dokument-ID",
    "Kennung des Dokuments: der Anfang der SHA-256-Prüfsumme der Datei. Verbindet alle Tabellen.",
    "The document: start of the SHA-256 of the file's bytes. Joins all tables.",
    lambda row: row.agreement.document.id,
    required=True,
)
PATH = Column[Agreement](
    "path", "text", "Datei", "Pfad der Datei im Archiv.", "Path of the file in the archive.",
    lambda row: row.item.document.path,
    required=True,
)
REASON = Column[Agreement](
    "reason", "text", "Grund", "Warum der Status nicht „ok“ ist.",
    "Why the status is not `ok` (German).",
    lambda row: row.item.reason,
)

OF_AGREEMENT = ForeignKey(("document_id",), "agreements", ("document_id",))
OF_DOCUMENT = ForeignKey(("document_id",), "documents", ("document_id",))


AGREEMENTS = Table[Agreement](
    "agreements",
    "Vereinbarungen",
    "Eine Zeile je gelesener Vereinbarung. Nicht lesbare Dateien und Doppel stehen nur unter „Dateien“.",
    "One row per agreement that was read. Failed files and duplicates appear in `documents` only.",
    items=lambda agreement: [agreement] if _is_read(agreement) else [],
    primary_key=("document_id",),
    foreign_keys=(OF_DOCUMENT,),
    evidence_last=True,
    values=(
        DOCUMENT_ID,
        PATH,
        Column(
            "status", "text", "Status",
            "„ok“: alle Kernangaben sicher gelesen, kein Befund über „info“. „review“: bitte prüfen.",
            "`ok`: all key fields read with confidence, no finding above info. "
            "`review`: a person should look.",
            lambda row: row.item.status,
            required=True,
            choices={code: STATUS[code] for code in ("ok", "review")},
        ),
        Column(
            "kind", "text", "Art", "Art des Dokuments, wie gedruckt.", "Kind of document, as printed.",
            lambda row: row.item.kind,
            evidence=True,
        ),
        Column(
            "programme", "text", "Programm",
            "Förderprogramm; mehrere sind durch „; “ getrennt.",
            "Funding programme; several are separated by `; `.",
            lambda row: joined(row.item.programme),
            evidence=True,
        ),
        Column(
            "budget_year", "integer", "Haushaltsjahr", "Jahr, dessen Mittel vereinbart sind.",
            "Year whose budget is agreed on.",
            lambda row: row.item.budget_year,
            evidence=True,
        ),
        Column(
            "grantor", "text", "Zuwendungsgeber", "Wer die Mittel gibt; mehrere sind durch „; “ getrennt.",
            "Who gives the money; several are separated by `; `.",
            lambda row: _names(row.item, "grantor"),
            evidence=True,
        ),
        Column(
            "recipient", "text", "Empfänger", "Wer die Mittel erhält; mehrere sind durch „; “ getrennt.",
            "Who receives the money; several are separated by `; `.",
            lambda row: _names(row.item, "recipient"),
            evidence=True,
        ),
        Column(
            "recipient_key", "text", "Schlüssel des Empfängers",
            "Amtlicher Gemeindeschlüssel des Empfängers; leer, wenn er in keinem Verzeichnis steht.",
            "Official key of the recipient (Amtlicher Gemeindeschlüssel); empty if in no list.",
            lambda row: _keys(row.item, "recipient"),
        ),
        Column(
            "total", "amount", "Gesamtbetrag",
            "Gesamtbetrag des Dokuments. Gesamtbeträge verschiedener Programme sind addiert. "
            "Leer, wenn keiner genannt oder nicht eindeutig ist; alle stehen unter „Beträge“.",
            "The document's total. Totals of different programmes are added up. Empty if there is none or "
            "it is in doubt: one programme with two totals (by value or year), mixed currencies, or an "
            "overall total that is not the sum of the programmes' totals. All are in `amounts`.",
            lambda row: document_total(row.item),
            evidence=True,
        ),
        Column(
            "currency", "text", "Währung",
            "Währung (ISO 4217) der Summen; leer, wenn mehrere vorkommen.",
            "Currency (ISO 4217) of the sums; empty if mixed.",
            lambda row: total_currency(row.item),
        ),
        Column(
            "component_sum", "amount", "Summe der Teilbeträge",
            "Summe der Teilbeträge. Jede Tabelle ist eine Aufteilung, der Fließtext eine weitere; "
            "leer, wenn Aufteilungen desselben Programms sich widersprechen.",
            "Sum of the components. Each table is one breakdown, the running text another; breakdowns of "
            "one programme count once, and the cell is empty if they differ.",
            lambda row: component_sum(row.item),
        ),
        Column(
            "signed_first", "date", "Erste Unterschrift", "Frühestes Datum einer Unterschrift.",
            "Earliest date of a signature.",
            lambda row: next(iter(_signature_dates(row.item)), None),
            evidence=True,
        ),
        Column(
            "signed_last", "date", "Letzte Unterschrift", "Spätestes Datum einer Unterschrift.",
            "Latest date of a signature.",
            lambda row: next(reversed(_signature_dates(row.item)), None),
            evidence=True,
        ),
        Column(
            "signatories", "integer", "Unterschriften", "Anzahl der Unterschriftszeilen.",
            "Number of signature lines.",
            lambda row: len(row.item.signatories),
        ),
        Column(
            "projects", "integer", "Projekte", "Anzahl der Projekte in allen Maßnahmen.",
            "Number of projects in all measures.",
            lambda row: sum(len(measure.projects) for measure in row.item.measures),
        ),
        Column(
            "findings", "integer", "Befunde", "Anzahl der Befunde.", "Number of findings.",
            lambda row: len(row.item.findings),
        ),
        REASON,
        Column(
            "title", "text", "Titel", "Titel des Dokuments.", "Title of the document.",
            lambda row: row.item.title,
            evidence=True,
        ),
        Column(
            "kind_key", "text", "Schlüssel der Art", "Einheitlicher Schlüssel der Art.",
            "Normalised key of the kind.",
            lambda row: row.item.kind_key,
        ),
        Column(
            "programme_key", "text", "Schlüssel des Programms",
            "Einheitlicher Schlüssel des Programms; mehrere sind durch „; “ getrennt.",
            "Normalised key of the programme; several are separated by `; `.",
            lambda row: _list(row.item.programme_key),
        ),
        Column(
            "grantor_key", "text", "Schlüssel des Zuwendungsgebers",
            "Schlüssel des Zuwendungsgebers im Verzeichnis; leer, wenn er dort nicht steht.",
            "Registry key of the grantor; empty if in no list.",
            lambda row: _keys(row.item, "grantor"),
        ),
        Column(
            "authority", "text", "Behörde", "Behörde, die den Bescheid erlässt.",
            "Office that issues the formal decision (Bescheid).",
            lambda row: row.item.authority,
            evidence=True,
        ),
    ),
)

PARTIES = Table[Party](
    "parties",
    "Parteien",
    "Eine Zeile je Partei einer Vereinbarung.",
    "One row per party of an agreement.",
    items=lambda agreement: agreement.parties if _is_read(agreement) else (),
    primary_key=("document_id", "party"),
    foreign_keys=(OF_AGREEMENT,),
    values=(
        DOCUMENT_ID,
        _number("party", "Partei", "der Partei", "party"),
        Column(
            "role", "text", "Rolle",
            "Rolle: grantor (Zuwendungsgeber), recipient (Empfänger), party (sonstige Partei).",
            "Role of the party.",
            lambda row: row.item.role,
            required=True,
            choices=PARTY_ROLE,
        ),
        Column(
            "name", "text", "Name", "Amtlicher Name.", "Official name.",
            lambda row: row.item.name,
            evidence=True,
        ),
        Column(
            "registry_key", "text", "Schlüssel",
            "Schlüssel im Verzeichnis (bei Gebietskörperschaften der Amtliche Gemeindeschlüssel).",
            "Registry key (for local bodies the Amtlicher Gemeindeschlüssel).",
            lambda row: row.item.registry_key,
        ),
        Column(
            "match_score", "confidence", "Übereinstimmung",
            "Übereinstimmung des gedruckten Namens mit dem Verzeichnis, wie gemessen.",
            "How well the printed name matches the registry, as measured.",
            lambda row: row.item.match_score,
        ),
        Column(
            "abbreviation", "text", "Abkürzung", "Abkürzung, die das Dokument einführt.",
            "Abbreviation introduced by the document.",
            lambda row: row.item.abbreviation,
            evidence=True,
        ),
        Column(
            "representative", "text", "Vertreten durch", "Wer die Partei laut Dokument vertritt.",
            "Who represents the party, as stated.",
            lambda row: row.item.representative,
            evidence=True,
        ),
    ),
)

AMOUNTS = Table[Amount](
    "amounts",
    "Beträge",
    "Eine Zeile je genanntem Betrag. Beträge verschiedener Rollen nicht zusammenzählen.",
    "One row per printed amount. Do not add up amounts of different roles.",
    items=lambda agreement: agreement.amounts if _is_read(agreement) else (),
    primary_key=("document_id", "amount_number"),
    foreign_keys=(OF_AGREEMENT,),
    values=(
        DOCUMENT_ID,
        _number("amount_number", "Betrag", "des Betrags", "amount"),
        Column(
            "amount", "amount", "Betrag", "Der Betrag.", "The amount.",
            lambda row: row.item,
            evidence=True,
            required=True,
        ),
        Column(
            "currency", "text", "Währung", "Währung (ISO 4217).", "Currency (ISO 4217).",
            lambda row: row.item.currency,
            required=True,
        ),
        Column(
            "role", "text", "Rolle",
            "Rolle: total (Gesamtbetrag), component (Teilbetrag), subtotal (Zwischensumme), "
            "replaced (ersetzter Betrag), replacement (neuer Betrag), other (sonstiger Betrag).",
            "The part the amount plays.",
            lambda row: row.item.role,
            required=True,
            choices=AMOUNT_ROLE,
        ),
        Column(
            "label", "text", "Bezeichnung", "Wofür der Betrag steht, wie gedruckt.",
            "What the amount stands for, as printed.",
            lambda row: row.item.label,
        ),
        Column(
            "year", "integer", "Jahr", "Jahr, für das der Betrag gilt.", "Year the amount is for.",
            lambda row: row.item.year,
        ),
        Column(
            "programme_key", "text", "Schlüssel des Programms", "Programm, zu dem der Betrag gehört.",
            "Programme the amount belongs to.",
            lambda row: row.item.programme_key,
        ),
        Column(
            "measure", "integer", "Maßnahme Nr.", "Nummer der Maßnahme, zu der der Betrag gehört.",
            "Number of the measure the amount belongs to.",
            lambda row: row.item.measure,
        ),
        Column(
            "project", "text", "Projekt", "Projekt, zu dem der Betrag gehört.",
            "Project the amount belongs to.",
            lambda row: row.item.project,
        ),
        Column(
            "section", "text", "Abschnitt", "Abschnitt (Paragraf), in dem der Betrag steht.",
            "Section the amount stands in.",
            lambda row: row.item.section,
        ),
        Column(
            "in_words", "amount", "In Worten",
            "Der Betrag, der in Worten danebensteht; leer auch, wenn die Worte nicht zu verstehen sind.",
            "The amount spelled out beside it; also empty if the words could not be understood.",
            lambda row: row.item.in_words,
            evidence=True,
        ),
        Column(
            "table", "integer", "Tabelle", "Nummer der Tabelle im Dokument (ab 1).",
            "Number of the table in the document (from 1).",
            lambda row: row.item.table,
        ),
        Column(
            "row", "integer", "Zeile", "Zeile der Tabelle (ab 1).", "Row of the table (from 1).",
            lambda row: row.item.row,
        ),
    ),
)

MEASURES = Table[ProjectLine](
    "measures",
    "Maßnahmen",
    "Eine Zeile je Projekt; eine Maßnahme ohne Projekt hat eine Zeile ohne Projekt.",
    "One row per project; a measure without projects has one row with no project.",
    items=lambda agreement: _projects(agreement) if _is_read(agreement) else (),
    primary_key=("document_id", "line"),
    foreign_keys=(OF_AGREEMENT,),
    values=(
        DOCUMENT_ID,
        _number("line", "Zeile", "der Zeile", "row"),
        Column(
            "measure", "integer", "Maßnahme Nr.", "Nummer der Maßnahme, wie gedruckt.",
            "Number of the measure, as printed.",
            lambda row: row.item.measure.number,
        ),
        Column(
            "title", "text", "Maßnahme", "Bezeichnung der Maßnahme.", "Title of the measure.",
            lambda row: row.item.measure.title,
            evidence=True,
        ),
        Column(
            "measure_key", "text", "Maßnahmenart",
            "Schlüssel der Maßnahmenart; leer, wenn sie in keinem Verzeichnis steht.",
            "Key of the measure type (Maßnahmenart); empty if in no list.",
            lambda row: row.item.measure.measure_key,
        ),
        Column(
            "project", "text", "Projekt", "Name des Projekts.", "Name of the project.",
            lambda row: row.item.project.name if row.item.project else None,
            evidence=True,
        ),
        Column(
            "project_amount", "amount", "Betrag des Projekts", "Betrag des Projekts, wenn genannt.",
            "Amount of the project, if given.",
            lambda row: row.item.project.amount if row.item.project else None,
            evidence=True,
        ),
    ),
)

SIGNATORIES = Table[Signatory](
    "signatories",
    "Unterschriften",
    "Eine Zeile je Unterschriftszeile. Was auf ihr fehlt, ist leer.",
    "One row per signature line. What it lacks is empty.",
    items=lambda agreement: agreement.signatories if _is_read(agreement) else (),
    primary_key=("document_id", "signatory"),
    foreign_keys=(OF_AGREEMENT,),
    values=(
        DOCUMENT_ID,
        _number("signatory", "Unterschrift", "der Unterschriftszeile", "signature line"),
        Column(
            "party", "integer", "Partei Nr.",
            "Partei, für die unterschrieben ist (Nummer in „Parteien“); leer, wenn nicht zu erkennen.",
            "Party signed for (number in `parties`); empty if unknown.",
            lambda row: row.item.party,
        ),
        Column(
            "name", "text", "Name", "Name der Person.", "Name of the person.",
            lambda row: row.item.name,
            evidence=True,
        ),
        Column(
            "function", "text", "Funktion", "Amt oder Funktion der Person.",
            "Office or function of the person.",
            lambda row: row.item.function,
            evidence=True,
        ),
        Column(
            "organisation", "text", "Organisation", "Stelle, für die die Person unterschreibt.",
            "Organisation the person signs for.",
            lambda row: row.item.organisation,
            evidence=True,
        ),
        Column(
            "place", "text", "Ort", "Ort der Unterschrift.", "Place of signing.",
            lambda row: row.item.place,
            evidence=True,
        ),
        Column(
            "date", "date", "Datum", "Datum der Unterschrift.", "Date of signing.",
            lambda row: row.item.date,
            evidence=True,
        ),
    ),
)

DATES = Table[DateMention](
    "dates",
    "Datumsangaben",
    "Eine Zeile je genanntem Datum.",
    "One row per printed date.",
    items=lambda agreement: agreement.dates if _is_read(agreement) else (),
    primary_key=("document_id", "date_number"),
    foreign_keys=(OF_AGREEMENT,),
    values=(
        DOCUMENT_ID,
        _number("date_number", "Datum", "des Datums", "date"),
        Column(
            "date", "date", "Datum", "Das Datum.", "The date.",
            lambda row: row.item,
            evidence=True,
            required=True,
        ),
        Column(
            "role", "text", "Rolle",
            "Rolle: signature (Unterschrift), deadline (Frist), amended_agreement (geänderte Vereinbarung), "
            "reference (Verweis), period_start und period_end (Beginn und Ende des Zeitraums), "
            "other (sonstiges).",
            "The part the date plays.",
            lambda row: row.item.role,
            required=True,
            choices=DATE_ROLE,
        ),
    ),
)

FINDINGS = Table[Finding](
    "findings",
    "Befunde",
    "Eine Zeile je Befund: was sich widerspricht, fehlt oder unsicher gelesen ist. Das Schwerste "
    "und Teuerste steht zuerst.",
    "One row per finding: what is contradictory, missing or read without certainty. The gravest come first, "
    "and among them the costliest.",
    items=lambda agreement: agreement.findings if _is_original(agreement) else (),
    primary_key=("document_id", "finding"),
    foreign_keys=(OF_DOCUMENT,),
    order=lambda row: row.item.rank,
    values=(
        DOCUMENT_ID,
        _number("finding", "Befund", "des Befunds", "finding"),
        Column(
            "rule", "text", "Regel", "Kennung der Regel.", "Stable code of the rule.",
            lambda row: row.item.rule,
            required=True,
        ),
        Column(
            "severity", "text", "Schwere", "Schwere: error (Fehler), warning (Warnung), info (Hinweis).",
            "Severity of the finding.",
            lambda row: row.item.severity,
            required=True,
            choices=SEVERITY,
        ),
        Column(
            "message", "text", "Befund", "Was gefunden wurde.", "What was found (German).",
            lambda row: row.item.message,
        ),
        Column(
            "expected", "text", "Erwartet", "Was zu erwarten war.", "What was to be expected.",
            lambda row: row.item.expected,
        ),
        Column(
            "found", "text", "Vorgefunden", "Was im Dokument steht.", "What the document says.",
            lambda row: row.item.found,
        ),
        Column(
            "difference", "text", "Differenz", "Unterschied zwischen beidem.", "Difference between the two.",
            lambda row: row.item.difference,
        ),
        Column(
            "difference_euro", "amount", "Differenz in Euro",
            "Der Unterschied als Zahl, ohne Vorzeichen; leer, wo es nicht um Beträge in Euro geht.",
            "The difference as a number, without its sign; empty where it is not one of amounts in Euro.",
            lambda row: row.item.money if (row.item.difference or "").endswith("€") else None,
        ),
        Column(
            "page", "page", "Seite", "Seite der ersten betroffenen Stelle (ab 1).",
            "Page of the first spot involved (1-based).",
            lambda row: row.item.page,
        ),
        Column(
            "fields", "text", "Felder",
            "Betroffene Felder des Datensatzes in agreements.jsonl, durch „; “ getrennt.",
            "Fields of the record in `agreements.jsonl` involved, separated by `; `.",
            lambda row: _list(row.item.fields),
        ),
    ),
)

DOCUMENTS = Table[Agreement](
    "documents",
    "Dateien",
    "Eine Zeile je Datei des Archivs, auch wenn sie nicht gelesen werden konnte oder ein Doppel ist.",
    "One row per input file, including failed files and duplicates.",
    items=lambda agreement: [agreement],
    primary_key=("path",),
    foreign_keys=(ForeignKey(("duplicate_of",), "documents", ("path",)),),
    values=(
        DOCUMENT_ID,
        PATH,
        Column(
            "status", "text", "Status",
            "„ok“: sicher gelesen. „review“: bitte prüfen. „failed“: konnte nicht gelesen werden.",
            "`ok`: read with confidence. `review`: a person should look. `failed`: could not be read.",
            lambda row: row.item.status,
            required=True,
            choices=STATUS,
        ),
        REASON,
        Column(
            "duplicate_of", "text", "Doppel von",
            "Pfad der ersten Datei mit demselben Inhalt; nur jene steht in den anderen Tabellen.",
            "Path of the first file with the same bytes; only that one is in the other tables.",
            lambda row: row.item.document.duplicate_of,
        ),
        Column(
            "media_type", "text", "Dateityp", "Erkannter Dateityp.", "Detected media type.",
            lambda row: row.item.document.media_type,
        ),
        Column(
            "pages", "integer", "Seiten", "Anzahl der Seiten.", "Number of pages.",
            lambda row: len(row.item.document.pages),
        ),
        Column(
            "pages_ocr", "integer", "Seiten per OCR",
            "Anzahl der Seiten, die per Texterkennung gelesen wurden.",
            "Number of pages read by optical character recognition.",
            lambda row: sum(page.origin == "ocr" for page in row.item.document.pages),
        ),
        Column(
            "lowest_page_confidence", "confidence", "Unsicherste Seite",
            "Sicherheit der am schlechtesten lesbaren Seite, von 0 bis 1.",
            "Mean confidence of the page that reads worst, 0 to 1.",
            lambda row: _lowest_page_confidence(row.item),
        ),
        Column(
            "sha256", "text", "SHA-256", "Prüfsumme der Datei.", "SHA-256 of the file's bytes.",
            lambda row: row.item.document.sha256,
        ),
    ),
)

TABLES: tuple[Table[Any], ...] = (
    AGREEMENTS, PARTIES, AMOUNTS, MEASURES, SIGNATORIES, DATES, FINDINGS, DOCUMENTS,
)
