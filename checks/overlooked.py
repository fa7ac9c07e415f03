"""OCR: what was not found although it should be there, and what was found without knowing what it belongs to.

A clerk who misses a line looks at the page again before blaming whoever wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.adding_up import inner_sums, paths, small_totals
from checks.dates import not_signed_too_early, signed_before_the_year_ends
from checks.document import gaps
from checks.numbering import slips
from checks.parties import is_unsure, renamed_to, strangers
from checks.projects import is_certain, listed_twice, unpaid
from checks.rule import Context, Contradiction, agreement_rule, doubtful, percent, spots
from checks.signatures import every_party_signs, fits_another_party, has_illegible_day, is_dated_line
from checks.subjects import decisive, money
from checks.sums import ROUNDING, components_add_up, subtotals_add_up, table_adds_up
from models.agreement import Agreement, Part

TOO_FAR = "Bitte am Dokument prüfen: Die gelesenen Posten sind weit von ihrer Summe; vielleicht fehlt einer."
TARGET_AGREEMENT = "zielvereinbarung"
EXPECTED = {
    "kind": "Die Art der Vereinbarung",
    "programme": "Das Programm",
    "budget_year": "Das Haushaltsjahr",
}
PARTS: dict[Part, str] = {
    "parties": "Die Parteien",
    "amounts": "Die Beträge",
    "measures": "Die Maßnahmenarten und Projekte",
    "signatories": "Die Unterschriften",
    "dates": "Die Datumsangaben",
    "sections": "Die Abschnitte",
}


@agreement_rule(
    "OCR002",
    "warning",
    german="Vermutlich wurde ein Teil des Dokuments nicht gefunden.",
    english="Something of the document was probably overlooked.",
    why="Was nicht gefunden wurde, steht in keiner Tabelle und fehlt in jeder Summe, ohne dass es auffällt.",
    example="Projekte in einer Form, die nicht verstanden wurde: Die Liste ist leer oder zu kurz.",
)
def nothing_is_overlooked(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for found in (_incomplete, _lost_measures, _lost_rows, _lost_sections, _lost_parties, _lost_days):
        yield from found(record, context)


def _incomplete(record: Agreement, context: Context) -> Iterator[Contradiction]:
    threshold = context.settings.review.completeness
    for one in record.completeness:
        if one.confidence < threshold:
            yield Contradiction(
                f"Bitte am Dokument prüfen: {PARTS[one.part]} sind vermutlich nicht vollständig gefunden.",
                expected=f"Sicherheit ab {percent(threshold)}",
                found=f"Sicherheit {percent(one.confidence)}",
                fields=(one.part,),
                spots=one.spots,
            )


def _lost_measures(record: Agreement, context: Context) -> Iterator[Contradiction]:
    numbered = [measure for measure in record.measures if measure.number]
    for slip in slips([(measure.number or 0,) for measure in numbered]):
        yield Contradiction(
            "Bitte am Dokument prüfen: Die Maßnahmenarten sind nicht fortlaufend nummeriert.",
            expected=slip.expected,
            found=slip.found,
            fields=("measures",),
            spots=spots(numbered[slip.position].title),
        )


def _lost_rows(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for check in (table_adds_up, components_add_up, subtotals_add_up):
        for mismatch in check.check(record, context):
            if mismatch.severity == "info" and ROUNDING not in mismatch.message:
                fields = ("amounts", *mismatch.fields[:1])
                yield replace(mismatch, message=TOO_FAR, fields=fields, severity=None)


def _lost_sections(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for slip, section in gaps(record):
        yield Contradiction(
            "Bitte am Dokument prüfen: In der Zählung der Abschnitte fehlt eine Nummer.",
            expected=slip.expected,
            found=slip.found,
            fields=("sections",),
            spots=spots(section.number),
        )


def _lost_parties(record: Agreement, context: Context) -> Iterator[Contradiction]:
    names = [party.name for party in record.parties]
    for _, organisation in strangers(record, context.reference):
        if is_unsure(organisation, record, context):
            ministry = context.reference.match_ministry(organisation.value)
            renamed = renamed_to(ministry.entry, record, context.reference) if ministry else []
            yield Contradiction(
                "Bitte am Dokument prüfen: Die unterzeichnende Stelle ist unter den Parteien nicht gefunden.",
                found=organisation.value,
                fields=("parties", *(f"parties[{index}].name" for index in renamed)),
                spots=spots(organisation, *names),
            )
    unsigned = [one for one in every_party_signs.check(record, context) if one.severity == "info"]
    if unsigned:
        yield Contradiction(
            "Bitte am Dokument prüfen: Nicht für jede Partei wurde eine Unterschrift gefunden.",
            expected=", ".join(one.expected or "" for one in unsigned),
            fields=tuple(dict.fromkeys(field for one in unsigned for field in one.fields)),
            spots=tuple(spot for one in unsigned for spot in one.spots),
        )


def _lost_days(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, signatory in enumerate(record.signatories):
        printed = has_illegible_day(signatory, record)
        if signatory.date is None and (printed or not is_dated_line(signatory, record)):
            yield Contradiction(
                "Bitte am Dokument prüfen: Ort und Datum dieser Unterschrift wurden nicht gefunden.",
                fields=(f"signatories[{index}].date", "signatories", "dates"),
                spots=spots(signatory.name, signatory.function, signatory.organisation),
            )


@agreement_rule(
    "OCR004",
    "warning",
    german="Eine Angabe, die jede Zielvereinbarung hat, wurde nicht gefunden.",
    english="Something that every agreement under a programme has was not found.",
    why="Die Spalte bleibt leer, und die Vereinbarung fehlt in jeder Auswertung nach Jahr oder Programm.",
    example="Das Haushaltsjahr steht nur im Siegel, oder kein Betrag wurde als Gesamtbetrag erkannt.",
)
def what_all_have_is_found(record: Agreement, context: Context) -> Iterator[Contradiction]:
    kind = context.reference.kind(record.kind_key)
    amends = kind is not None and kind.amends
    roles = {party.role for party in record.parties}
    if _gives_money(record) or (amends and roles >= {"grantor", "recipient"}):
        for field, name in EXPECTED.items():
            if not getattr(record, field):
                yield _lacking(name, record, (field,))
    if len(record.parties) < 2 and (record.kind or record.parties):
        yield _lacking("Eine der Parteien", record, ("parties",))
    if (
        not decisive(record)
        and not _by_years(record)
        and (record.amounts or (record.programme and not amends))
    ):
        amounts = tuple(f"amounts[{index}]" for index in range(len(record.amounts)))
        yield _lacking("Der Gesamtbetrag", record, ("amounts", *amounts))
    catalogued = any(context.reference.measures_of(key) for key in record.programme_key if key)
    targeted = record.kind_key == TARGET_AGREEMENT and any(record.programme_key)
    if (catalogued or targeted) and not amends and not any(measure.projects for measure in record.measures):
        yield _lacking("Ein Projekt", record, ("measures",))


@agreement_rule(
    "OCR006",
    "warning",
    german="Eine Angabe wurde gefunden, aber nicht, wozu sie gehört.",
    english="Something was found, but not what it belongs to.",
    why="Ein Betrag in der falschen Rolle oder eine Unterschrift bei der falschen Partei ist so falsch wie "
    "eine falsche Ziffer.",
    example="Nachtragsvereinbarung, in der nicht zu erkennen ist, welcher Betrag der alte ist.",
)
def all_belongs_somewhere(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for found in (_open_change, _open_sums, _open_days, _open_projects, _open_parts, _open_signatures):
        yield from found(record, context)


def _open_change(record: Agreement, context: Context) -> Iterator[Contradiction]:
    kind = context.reference.kind(record.kind_key)
    changes = kind is not None and kind.amends and not kind.ends
    if changes and record.totals == decisive(record) != ():
        yield Contradiction(
            "Bitte am Dokument prüfen: Ob der Betrag der alte oder der neue ist, ist nicht zu erkennen.",
            expected="ein ersetzter und ein neuer Betrag",
            fields=tuple(f"amounts[{i}]" for i, one in enumerate(record.amounts) if one.role == "total"),
            spots=spots(*record.totals),
        )


def _open_sums(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for what, amounts in (
        ("Diese Posten sind Summen anderer Posten derselben Tabelle.", inner_sums(record)),
        ("Dieser Gesamtbetrag ist wohl nur ein Teil eines anderen.", small_totals(record, context)),
    ):
        if amounts:
            yield Contradiction(
                f"Bitte am Dokument prüfen: {what}",
                found=", ".join(money(amount) for _, amount in amounts),
                fields=paths(amounts),
                spots=spots(*(amount for _, amount in amounts)),
            )


def _open_days(record: Agreement, context: Context) -> Iterator[Contradiction]:
    message = "Bitte am Dokument prüfen: Haushaltsjahr und Tag der Unterschrift passen nicht zusammen."
    for check in (signed_before_the_year_ends, not_signed_too_early):
        for mismatch in check.check(record, context):
            if mismatch.severity == "info":
                yield replace(mismatch, message=message, severity=None)


def _open_projects(record: Agreement, context: Context) -> Iterator[Contradiction]:
    twins = list(listed_twice(record))
    if len(twins) > 1 or any(doubtful(one[1].name, two[1].name) for one, two in twins):
        yield Contradiction(
            "Bitte am Dokument prüfen: Diese Namen stehen mehrmals da; vielleicht sind es keine Projekte.",
            found=", ".join(dict.fromkeys(project.name.value for (_, project), _ in twins)),
            fields=tuple(dict.fromkeys(f"{path}.name" for pair in twins for path, _ in pair)),
            spots=spots(*(project.name for pair in twins for _, project in pair)),
        )
    for path, project in unpaid(record):
        if not is_certain(project.name, context):
            yield Contradiction(
                "Bitte am Dokument prüfen: Dieses Projekt hat keinen Betrag; vielleicht ist es keines.",
                found=project.name.value,
                fields=(f"{path}.name",),
                spots=spots(project.name),
            )


def _open_parts(record: Agreement, context: Context) -> Iterator[Contradiction]:
    roles = {party.role for party in record.parties}
    if len(record.parties) > 1 and _gives_money(record) and not roles >= {"grantor", "recipient"}:
        yield Contradiction(
            "Bitte am Dokument prüfen: Wer gibt und wer empfängt, ist den Parteien nicht anzusehen.",
            expected="Zuwendungsgeber und Empfänger",
            found=", ".join(party.name.value for party in record.parties),
            fields=tuple(f"parties[{index}]" for index in range(len(record.parties))),
            spots=spots(*(party.name for party in record.parties)),
        )


def _open_signatures(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, signatory in enumerate(record.signatories):
        homeless = bool(record.parties) and signatory.party is None
        if homeless or fits_another_party(signatory, record, context.reference):
            yield Contradiction(
                "Bitte am Dokument prüfen, für welche Partei hier unterschrieben ist.",
                expected=" oder ".join(party.name.value for party in record.parties),
                found=signatory.function.value if signatory.function else None,
                fields=tuple(
                    f"signatories[{other}]"
                    for other, one in enumerate(record.signatories)
                    if other == index or one.party == signatory.party
                ),
                spots=spots(signatory.name, signatory.function, signatory.organisation),
            )


def _gives_money(record: Agreement) -> bool:
    """Is it an agreement under a programme? A Zielvereinbarung without money, of bodies that no list knows,
    is none: universities and agencies agree on aims, too."""
    if record.programme or any(measure.measure_key for measure in record.measures):
        return True
    strangers = len(record.parties) > 1 and not any(
        party.registry_key or doubtful(party.name) for party in record.parties
    )
    return record.kind_key == TARGET_AGREEMENT and (bool(record.amounts) or not strangers)


def _by_years(record: Agreement) -> bool:
    """Is all that it gives told year by year, each but once and none left out, without their sum?"""
    given = [one for one in record.amounts if one.role != "other"]
    years = sorted(one.year for one in given if one.year)
    alone = all(one.role == "component" and not (one.measure or one.project) for one in given)
    run_on = len(years) > 1 and years == list(range(years[0], years[0] + len(given)))
    return alone and run_on and not doubtful(*given)


def _lacking(name: str, record: Agreement, fields: tuple[str, ...]) -> Contradiction:
    return Contradiction(
        f"Bitte am Dokument prüfen: {name} wurde nicht gefunden.",
        fields=fields,
        spots=spots(record.title or record.kind, *record.programme, *(one.name for one in record.parties)),
    )


RULES = (nothing_is_overlooked, what_all_have_is_found, all_belongs_somewhere)
