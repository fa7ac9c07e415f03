"""ARC: amendments against what they amend, and against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.likely_cause import because, likely_cause
from checks.rule import ArchiveContradiction, Context, Contradiction, archive_rule, spots
from checks.subjects import (
    amendments,
    amount_path,
    before,
    changed,
    cites,
    decisive,
    money,
    signature_days,
    signed,
)
from models.agreement import Agreement
from models.german import format_amount, format_date

ORDINALS = ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt")
_AMENDING = r"(?:Änderung|Nachtrag|Ergänzung|Aenderung)"
_IN_FIGURES = re.compile(rf"\b([0-9]{{1,2}})\.\s*{_AMENDING}", re.IGNORECASE)
_IN_WORDS = re.compile(rf"\b({'|'.join(ORDINALS)})e[rnsm]?\s+{_AMENDING}", re.IGNORECASE)


@archive_rule(
    "ARC004",
    "info",
    german="Zu einer Änderung fehlt die Vereinbarung, die sie ändert.",
    english="An amendment without its agreement in the archive.",
    why="Ohne die ursprüngliche Vereinbarung ist nicht prüfbar, was geändert wurde.",
    example="Nachtragsvereinbarung 2025, aber keine Zielvereinbarung 2025 derselben Parteien.",
)
def amendments_have_their_agreement(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    for amendment, originals, others in amendments(records, context):
        if originals or before(amendment, others):
            continue
        days = [one.value for one in amendment.dates if one.role == "amended_agreement"]
        yield ArchiveContradiction(
            (amendment.document.path,),
            Contradiction(
                "Die geänderte Vereinbarung liegt nicht im Archiv.",
                expected=f"Vereinbarung vom {format_date(days[0])}" if days and days[0] else None,
                fields=("dates",),
                spots=spots(amendment.kind),
            ),
        )


@archive_rule(
    "ARC005",
    "error",
    german="Der ersetzte Betrag einer Änderung ist nicht der Betrag der geänderten Vereinbarung.",
    english="The amount that an amendment replaces is not the amount of the amended agreement.",
    why="Die Änderung geht von einem falschen Betrag aus; was nun gilt, ist strittig.",
    example="Die Änderung ersetzt 1.154.700 Euro, vereinbart waren 1.145.700 Euro.",
)
def amendments_replace_what_was_agreed(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    for amendment, originals, others in amendments(records, context):
        earlier = originals + before(amendment, others)
        replaced = changed(amendment, "replaced")
        if replaced is None:
            continue
        agreed = [amount for record in earlier for amount in decisive(record)]
        if agreed and all(amount.value != replaced.value for amount in agreed):
            cause = likely_cause(agreed[0].value, replaced.value)
            # Of two agreements of the year it may amend the one that is not here.
            sure = cause is not None or any(cites(amendment, record) for record in originals)
            yield ArchiveContradiction(
                (*(record.document.path for record in earlier), amendment.document.path),
                Contradiction(
                    "Die Änderung ersetzt einen Betrag, der so nicht vereinbart war" + because(cause) + ".",
                    expected=" oder ".join(dict.fromkeys(money(amount) for amount in agreed)),
                    found=money(replaced),
                    difference=format_amount(replaced.value - agreed[0].value, replaced.currency),
                    money=replaced.value - agreed[0].value,
                    fields=(amount_path(amendment, replaced),),
                    spots=spots(replaced),
                    severity=None if sure else "info",
                ),
                tuple(
                    tuple(amount_path(record, amount) for amount in decisive(record)) for record in earlier
                ),
            )


@archive_rule(
    "ARC009",
    "warning",
    german="Eine Änderung nennt ein Datum, an dem die geänderte Vereinbarung nicht unterschrieben wurde.",
    english="An amendment cites a date on which the agreement it amends was not signed.",
    why="Die Kette reißt: Gemeint ist eine andere Vereinbarung, oder eines der Daten ist falsch.",
    example="Geändert wird die „Zielvereinbarung vom 7.8.2025“, unterschrieben ist sie am 8.7. und 9.9.2025.",
)
def amendments_cite_their_agreement(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    for amendment, originals, others in amendments(records, context):
        dated = [record for record in originals + before(amendment, others) if signature_days(record)]
        if not originals or not dated:
            continue
        days = sorted({day for record in dated for day in signature_days(record)})
        for index, mention in enumerate(amendment.dates):
            if mention.role == "amended_agreement" and mention.value and mention.value not in days:
                yield ArchiveContradiction(
                    (*(record.document.path for record in dated), amendment.document.path),
                    Contradiction(
                        "An diesem Tag wurde keine Vereinbarung unterschrieben, die hier geändert sein kann.",
                        expected=" oder ".join(format_date(day) for day in days),
                        found=format_date(mention.value),
                        fields=(f"dates[{index}]",),
                        spots=spots(mention),
                    ),
                )


@archive_rule(
    "ARC010",
    "info",
    german="Vor einer Änderung fehlt eine frühere Änderung.",
    english="An amendment says it is a later one, and an earlier one is not in the archive.",
    why="Welcher Betrag vor dieser Änderung galt, ist ohne die fehlende nicht prüfbar.",
    example="„2. Änderungsvereinbarung“, aber keine erste.",
)
def amendments_are_complete(records: Sequence[Agreement], context: Context) -> Iterator[ArchiveContradiction]:
    for amendment, _, others in amendments(records, context):
        number = _ordinal(amendment)
        # The first one rarely says that it is the first.
        present = {_ordinal(other) or 1 for other in others}
        missing = [one for one in range(1, number or 1) if one not in present]
        if missing:
            yield ArchiveContradiction(
                (amendment.document.path,),
                Contradiction(
                    "Vor dieser Änderung fehlt eine frühere.",
                    expected=", ".join(f"{one}. Änderung" for one in missing),
                    found=f"{number}. Änderung",
                    fields=("kind",),
                    spots=spots(amendment.title or amendment.kind),
                ),
            )


@archive_rule(
    "ARC011",
    "warning",
    german="Eine spätere Änderung ist früher unterschrieben als eine frühere.",
    english="A later amendment was signed before an earlier one.",
    why="Nummer oder Datum ist falsch; welcher Betrag zuletzt gilt, bleibt offen.",
    example="2. Änderung vom 3.3.2025, 1. Änderung vom 9.9.2025.",
)
def amendments_follow_each_other(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    for amendment, _, others in amendments(records, context):
        number, day = _ordinal(amendment), signed(amendment)
        for other in others:
            earlier, other_day = _ordinal(other), signed(other)
            if not (number and earlier and day and other_day and earlier < number and day < other_day):
                continue
            last = max(
                (one.date for one in amendment.signatories if one.date and one.date.value),
                key=lambda found: found.value or day,
            )
            yield ArchiveContradiction(
                (other.document.path, amendment.document.path),
                Contradiction(
                    f"Die {number}. Änderung ist vor der {earlier}. unterschrieben.",
                    expected=f"nach {format_date(other_day)}",
                    found=format_date(day),
                    fields=("signatories", "kind"),
                    spots=spots(last),
                ),
            )


RULES = (
    amendments_have_their_agreement,
    amendments_replace_what_was_agreed,
    amendments_cite_their_agreement,
    amendments_are_complete,
    amendments_follow_each_other,
)


def _ordinal(amendment: Agreement) -> int | None:
    """The number an amendment gives itself: "2. Änderungsvereinbarung", "Zweiter Nachtrag"."""
    for printed in (amendment.kind, amendment.title):
        if printed is None:
            continue
        if match := _IN_FIGURES.search(printed.text):
            return int(match[1])
        if match := _IN_WORDS.search(printed.text):
            return ORDINALS.index(match[1].casefold()) + 1
    return None
