"""SIG: who signed, for whom, as what, where and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.rule import (
    ArchiveContradiction,
    Context,
    Contradiction,
    agreement_rule,
    archive_rule,
    doubtful,
    spots,
)
from checks.subjects import in_order
from models.agreement import Agreement, Party, Signatory
from models.reference import OfficeBody, Reference
from models.values import Extracted

# § 71 HGO and § 45 HKO: declarations that bind a county or a city need two signatures of its board.
MUNICIPAL_SIGNATURES = 2
# Fewer agreements of a body do not tell how it mostly signs.
FEWEST_TO_COMPARE = 3
# A place and the day behind it take no more room than this (points).
AS_WIDE_AS_PLACE_AND_DAY = 220.0
_KIND_NAMES: dict[OfficeBody, str] = {
    "county": "ein Landkreis",
    "city": "eine kreisfreie Stadt",
    "state": "ein Land",
    "ministry": "ein Ministerium",
}


@agreement_rule(
    "SIG001",
    "error",
    german="Eine Partei hat nicht unterschrieben.",
    english="A party without a signatory.",
    why="Ohne alle Unterschriften ist die Vereinbarung nicht geschlossen.",
    example="Nur die Staatsministerin hat unterschrieben.",
)
def every_party_signs(record: Agreement, context: Context) -> Iterator[Contradiction]:
    signed = {signatory.party for signatory in record.signatories}
    for number, party in enumerate(record.parties, 1):
        if number not in signed:
            # Somebody with an office of this party signs, or a ministry for its Land: then for whom that is,
            # is the doubt. Where signatures were not read, this one may be among them.
            misplaced = any(
                fits_another_party(one, record, context.reference, party) for one in record.signatories
            )
            unread = any(
                one.part == "signatories" and one.confidence < context.settings.review.completeness
                for one in record.completeness
            )
            unsure = misplaced or unread or is_state_beside_ministry(party, record, context.reference)
            yield Contradiction(
                "Für diese Partei ist keine Unterschrift gefunden worden.",
                expected=f"Unterschrift für {party.name.value}",
                fields=(
                    *(f"signatories[{index}]" for index in range(len(record.signatories))),
                    *(() if party.registry_key else (f"parties[{number - 1}].name",)),
                    "signatories",
                ),
                spots=spots(party.name),
                severity="info" if unsure or doubtful(party.name) else None,
            )


@agreement_rule(
    "SIG002",
    "warning",
    german="Eine Unterschrift ist nicht datiert.",
    english="A signature without a date.",
    why="Ohne Datum steht nicht fest, wann die Vereinbarung zustande kam.",
    example="Groß-Gerau, den ________",
)
def signatures_are_dated(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, signatory in enumerate(record.signatories):
        printed = has_illegible_day(signatory, record)
        if signatory.date is None and is_dated_line(signatory, record) and not printed:
            lacking = _missing(index, signatory, "date", "Bei dieser Unterschrift fehlt das Datum.")
            # The dates of signature are among the dates of the record, too.
            yield replace(lacking, fields=(*lacking.fields, "dates"))


@agreement_rule(
    "SIG003",
    "warning",
    german="Bei einer Unterschrift fehlt der Name.",
    english="A signature line without a name.",
    why="Es ist nicht zu erkennen, wer unterschrieben hat und ob überhaupt.",
    example="Nur „Landrat des Landkreises Gießen“ unter einer leeren Zeile.",
)
def signatures_have_names(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, signatory in enumerate(record.signatories):
        if signatory.name is None:
            lacking = _missing(index, signatory, "name", "Zu dieser Unterschrift steht kein Name.")
            unsure = doubtful(signatory.function, signatory.date, signatory.organisation, signatory.place)
            unsure = unsure or _may_hold_name(signatory.function, context.reference)
            yield replace(lacking, severity="info") if unsure else lacking


def _may_hold_name(function: Extracted[str] | None, reference: Reference) -> bool:
    """May what a scan has for an office, which is no known one to the letter, be the name, too: "(Dipl.-Ing.
    S enja Muster) Landrätin"?"""
    if function is None or function.provenance.origin != "ocr":
        return False
    office = reference.match_office(function.value)
    return "(" in function.value or office is None or office.score < 1


@agreement_rule(
    "SIG004",
    "info",
    german="Bei einer Unterschrift fehlt der Ort.",
    english="A signature without a place.",
    why="Der Ort hilft, Unterschrift und Partei einander zuzuordnen.",
    example="„den 7.8.2025“",
)
def signatures_have_places(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, signatory in enumerate(record.signatories):
        if signatory.place is None:
            yield _missing(index, signatory, "place", "Bei dieser Unterschrift fehlt der Ort.")


@agreement_rule(
    "SIG006",
    "warning",
    german="Das Amt gibt es bei dieser Art von Partei nicht.",
    english="The office does not belong to this kind of body.",
    why="Einen Landrat hat nur ein Landkreis, einen Oberbürgermeister nur eine Stadt: Unterschriften sind "
    "vertauscht oder falsch zugeordnet.",
    example="„Landrat“ für die Stadt Kassel.",
)
def offices_fit_their_body(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, signatory in enumerate(record.signatories):
        party = _party_of(record, signatory)
        if party is None or _has_office(party, signatory, context.reference) is not False:
            continue
        match = context.reference.match_office(signatory.function.value) if signatory.function else None
        fitting = [_KIND_NAMES[body] for body in match.entry.bodies if body in _KIND_NAMES] if match else []
        if fitting and not fits_another_party(signatory, record, context.reference):
            yield Contradiction(
                "Dieses Amt passt nicht zu der Partei, für die unterschrieben wurde.",
                expected=f"{' oder '.join(fitting)} als Partei",
                found=f"{signatory.function.value if signatory.function else ''} für {party.name.value}",
                fields=(f"signatories[{index}].function",),
                spots=spots(signatory.function, party.name),
                severity="info" if doubtful(signatory.function, party.name) else None,
            )


RULES = (
    every_party_signs,
    signatures_are_dated,
    signatures_have_names,
    signatures_have_places,
    offices_fit_their_body,
)


@archive_rule(
    "SIG007",
    "info",
    german="Für eine Kommune hat nur eine Person unterschrieben, sonst sind es bei ihr oder allen zwei.",
    english="One signature for a municipality that mostly has the two that § 71 HGO and § 45 HKO ask for, or "
    "of which too little is known where most have two.",
    why="Erklärungen, die eine Kommune binden, brauchen in der Regel zwei Unterschriften; wer sonst zu zweit "
    "unterschreibt und hier nicht, hat vielleicht eine vergessen.",
    example="2021, 2022 und 2024 unterschreiben Landrat und Erster Kreisbeigeordneter, 2023 nur der Landrat.",
)
def municipalities_sign_as_ever(
    records: Sequence[Agreement], context: Context
) -> Iterator[ArchiveContradiction]:
    signed: dict[str, list[tuple[Agreement, int, list[Signatory]]]] = defaultdict(list)
    for record in in_order(records):
        for index, party in enumerate(record.parties):
            body = context.reference.body(party.registry_key)
            own = [signatory for signatory in record.signatories if signatory.party == index + 1]
            if body and body.municipal and own:
                signed[body.key].append((record, index, own))
    everywhere = [one for agreements in signed.values() for one in agreements]
    for agreements in signed.values():
        known = agreements if len(agreements) >= FEWEST_TO_COMPARE else everywhere
        usual = [record for record, _, own in known if len(own) >= MUNICIPAL_SIGNATURES]
        if 2 * len(usual) <= len(known):
            continue
        for record, index, own in agreements:
            if len(own) < MUNICIPAL_SIGNATURES:
                yield ArchiveContradiction(
                    (usual[-1].document.path, record.document.path),
                    Contradiction(
                        "Für die Kommune hat nur eine Person unterschrieben, in anderen Vereinbarungen zwei.",
                        expected=f"{MUNICIPAL_SIGNATURES} Unterschriften (§ 71 HGO, § 45 HKO)",
                        found=f"{len(own)} Unterschrift",
                        fields=(f"parties[{index}].name", "signatories"),
                        spots=spots(*(signatory.name for signatory in own)),
                    ),
                )


ARCHIVE_RULES = (municipalities_sign_as_ever,)


def is_dated_line(signatory: Signatory, record: Agreement) -> bool:
    """Was the line found where place and date stand? It has a place, or others have dates without places."""
    if signatory.place is not None:
        return True
    dated = [one for one in record.signatories if one.date is not None]
    return bool(dated) and all(one.place is None for one in record.signatories)


def has_illegible_day(signatory: Signatory, record: Agreement) -> bool:
    """Does a day that could not be read stand beside the place or, if there is none, the name?"""
    told = signatory.place or signatory.name
    return told is not None and any(
        day.part == "dates"
        and day.page == told.spot.page
        and day.bbox[1] < told.spot.bbox[3]
        and told.spot.bbox[1] < day.bbox[3]
        and 0 < day.bbox[2] - told.spot.bbox[0] < AS_WIDE_AS_PLACE_AND_DAY
        for day in record.illegible
    )


def fits_another_party(
    signatory: Signatory, record: Agreement, reference: Reference, other: Party | None = None
) -> bool:
    """Does somebody sign for a party that does not have his office, and a party (`other`) has it?"""
    own = _party_of(record, signatory)
    others = [other] if other else [party for party in record.parties if party is not own]
    fits = own is not None and any(_has_office(party, signatory, reference) for party in others)
    return fits and own is not None and _has_office(own, signatory, reference) is False


def is_state_beside_ministry(party: Party, record: Agreement, reference: Reference) -> bool:
    """A Land acts through its ministries: is one of them a party, too? Then the two are probably one."""
    kinds = {_kind_of(other, reference) for other in record.parties if other is not party}
    return _kind_of(party, reference) == "state" and "ministry" in kinds


def _has_office(party: Party, signatory: Signatory, reference: Reference) -> bool | None:
    """Is the office of a signatory one of bodies of this kind? None if office or kind are not known."""
    kind = _kind_of(party, reference)
    match = reference.match_office(signatory.function.value) if signatory.function else None
    if kind is None or match is None:
        return None
    # A ministry acts for its Land, and either has the other's offices.
    kinds = {"state", "ministry"} if kind in ("state", "ministry") else {kind}
    return bool(kinds & set(match.entry.bodies))


def _missing(index: int, signatory: Signatory, field: str, message: str) -> Contradiction:
    known = (signatory.name, signatory.function, signatory.organisation, signatory.place, signatory.date)
    return Contradiction(message, fields=(f"signatories[{index}].{field}",), spots=spots(*known))


def _party_of(record: Agreement, signatory: Signatory) -> Party | None:
    number = signatory.party
    return record.parties[number - 1] if number and 1 <= number <= len(record.parties) else None


def _kind_of(party: Party, reference: Reference) -> OfficeBody | None:
    body = reference.body(party.registry_key)
    if body is not None and body.kind != "organisation":
        return body.kind
    return "ministry" if reference.match_ministry(party.name.value) else None
