"""PAR: who the parties are, in the title, the registry and the signature block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rapidfuzz import fuzz

from checks.naming import plain_name
from checks.rule import Context, Contradiction, agreement_rule, doubtful, spots
from models.agreement import Agreement, Party
from models.german import format_date
from models.reference import Ministry, Reference
from models.values import Extracted

# The day on which a ministry took its new name is known to the week at best.
RENAMING_DOUBT = timedelta(days=31)
# An organisation under a signature that resembles no party less than this is another one; parties cut
# off at a line's end or with a department added stay above it.
RESEMBLANCE = 60.0


# "Thüringer", "Hessisches", "Staatliches": whose it is.
DESCRIBED = re.compile(r"^[A-ZÄÖÜ][\w-]*(?:er|es|e)\s+(?=[A-ZÄÖÜ]\S+$)")
# A shorter word, "Verein", says of many who they are.
SHORT_NAME = 10


@agreement_rule(
    "PAR001",
    "error",
    german="Unter einer Unterschrift steht eine Körperschaft, die nicht Partei ist.",
    english="The signature block names a body that is no party of the title.",
    why="Die Vereinbarung bindet nur, wer sie schließt; hier hat jemand anderes unterschrieben.",
    example="Geschlossen mit dem Landkreis Groß-Gerau, unterschrieben für den Landkreis Gießen.",
)
def signers_are_parties(record: Agreement, context: Context) -> Iterator[Contradiction]:
    names = [party.name for party in record.parties]
    for index, organisation in strangers(record, context.reference):
        if not is_unsure(organisation, record, context):
            yield Contradiction(
                "Die unterzeichnende Stelle ist nicht unter den Parteien.",
                expected=" oder ".join(name.value for name in names),
                found=organisation.value,
                fields=(
                    f"signatories[{index}].organisation",
                    *(f"parties[{number}].name" for number in range(len(names))),
                ),
                spots=spots(organisation, *names),
            )


@agreement_rule(
    "PAR002",
    "warning",
    german="Eine Körperschaft gab es in diesem Haushaltsjahr so nicht.",
    english="A body did not exist as such in the budget year.",
    why="Gebietsreformen ändern, wer Geld bekommen darf: Hanau ist erst seit 2026 kreisfrei.",
    example="Zielvereinbarung 2025 mit der Stadt Hanau.",
)
def bodies_exist(record: Agreement, context: Context) -> Iterator[Contradiction]:
    if record.budget_year is None:
        return
    for index, party in enumerate(record.parties):
        body = context.reference.body(party.registry_key)
        if body and not body.valid_in(record.budget_year.value):
            yield Contradiction(
                "Diese Körperschaft steht für das Haushaltsjahr nicht im Verzeichnis.",
                expected=_period(body.valid_from, body.valid_until),
                found=str(record.budget_year.value),
                fields=(f"parties[{index}].name", "budget_year"),
                spots=spots(party.name, record.budget_year),
            )


@agreement_rule(
    "PAR003",
    "warning",
    german="Das Ministerium hieß am Tag der Unterschrift anders.",
    english="The ministry bore another name on the day of signing.",
    why="Ein veralteter Name zeigt eine alte Vorlage, oder das Datum ist falsch.",
    example="Hessisches Sozialministerium, unterschrieben am 3.3.2016.",
)
def ministries_bear_their_name(record: Agreement, context: Context) -> Iterator[Contradiction]:
    signed = _first_signature(record)
    if signed is None:
        return
    for index, party in enumerate(record.parties):
        match = context.reference.match_ministry(party.name.value, signed)
        if match is None or match.valid:
            continue
        ministry = match.entry
        near = any(
            edge is not None and abs(edge - signed) <= RENAMING_DOUBT
            for edge in (ministry.valid_from, ministry.valid_until)
        )
        current = [other.name for other in context.reference.ministries if other.valid_on(signed)]
        yield Contradiction(
            "Das Ministerium trug diesen Namen am Tag der Unterschrift nicht.",
            expected=" oder ".join(current) or None,
            found=f"{ministry.name}, unterschrieben am {format_date(signed)}",
            fields=(f"parties[{index}].name",),
            spots=spots(party.name),
            severity="info" if near else None,
        )


@agreement_rule(
    "PAR004",
    "info",
    german="Der Empfänger steht in keinem Verzeichnis.",
    english="The recipient is in no registry.",
    why="Ohne Schlüssel lässt sich die Vereinbarung keiner Körperschaft zuordnen.",
    example="zwischen dem Ministerium und der Neue Wege GmbH",
)
def recipients_are_known(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, party in enumerate(record.parties):
        if party.role == "recipient" and party.registry_key is None:
            yield Contradiction(
                "Der Empfänger ist in keinem Verzeichnis gefunden worden.",
                found=party.name.value,
                fields=(f"parties[{index}].registry_key",),
                spots=spots(party.name),
            )


@agreement_rule(
    "PAR005",
    "info",
    german="Der Empfänger hat nicht an seinem Sitz unterschrieben.",
    english="The recipient signed elsewhere than at its seat.",
    why="Erlaubt, aber ungewöhnlich; manchmal sind zwei Unterschriften vertauscht.",
    example="Landkreis Groß-Gerau, unterschrieben in Gießen.",
)
def recipients_sign_at_their_seat(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, signatory in enumerate(record.signatories):
        party = _party_of(record, signatory.party)
        body = context.reference.body(party.registry_key) if party else None
        if body is None or not body.municipal or signatory.place is None:
            continue
        seat, place = plain_name(body.seat), plain_name(signatory.place.value)
        # "Friedberg" for "Friedberg (Hessen)", "Bad Homburg" for "Bad Homburg v. d. Höhe"
        if not (seat.startswith(place) or place.startswith(seat)):
            yield Contradiction(
                "Der Ort der Unterschrift ist nicht der Verwaltungssitz.",
                expected=body.seat,
                found=signatory.place.value,
                fields=(f"signatories[{index}].place",),
                spots=spots(signatory.place),
            )


RULES = (
    signers_are_parties,
    bodies_exist,
    ministries_bear_their_name,
    recipients_are_known,
    recipients_sign_at_their_seat,
)


def is_unsure(organisation: Extracted[str], record: Agreement, context: Context) -> bool:
    """May a stranger be a party: a scanned name that no list has and that is not certain, or a ministry under
    another of its names, of which one may be misread?"""
    reference, where = context.reference, organisation.provenance
    ministry = reference.match_ministry(organisation.value)
    known = ministry or reference.match_body(organisation.value)
    misread = where.origin == "ocr" and not known and where.confidence < context.settings.review.confidence
    renamed = ministry and renamed_to(ministry.entry, record, reference)
    return misread or bool(renamed) or doubtful(organisation, *(party.name for party in record.parties))


def renamed_to(ministry: Ministry, record: Agreement, reference: Reference) -> list[int]:
    """The parties that are a ministry of the same Land under another name, by index."""
    matches = [reference.match_ministry(party.name.value) for party in record.parties]
    return [i for i, match in enumerate(matches) if match and match.entry.family == ministry.family]


def strangers(record: Agreement, reference: Reference) -> Iterator[tuple[int, Extracted[str]]]:
    """Organisations under signatures that are no party, with the index of the signatory."""
    for index, signatory in enumerate(record.signatories if record.parties else ()):
        organisation = signatory.organisation
        if organisation is not None and not any(
            _is_party(organisation.value, party, reference) for party in record.parties
        ):
            yield index, organisation


def _is_party(organisation: str, party: Party, reference: Reference) -> bool:
    body, own_body = reference.match_body(organisation), reference.match_body(party.name.value)
    if body and own_body:
        return body.entry.key == own_body.entry.key
    if body and body.entry.municipal:
        return party.registry_key == body.entry.key
    ministry, own_ministry = (
        reference.match_ministry(organisation),
        reference.match_ministry(party.name.value),
    )
    if ministry and own_body:
        # The ministry acts for its Land ("das Land Hessen, vertreten durch …").
        return own_body.entry.kind == "state" and own_body.entry.family == ministry.entry.family
    if ministry and own_ministry:
        return ministry.entry.name == own_ministry.entry.name
    short, acting = party.abbreviation, party.representative
    if short is not None and organisation.strip() == short.value:
        return True
    if acting is not None and _is_named_in(organisation, acting.value):
        return True
    return fuzz.token_set_ratio(organisation.casefold(), party.name.value.casefold()) >= RESEMBLANCE


def _is_named_in(organisation: str, text: str) -> bool:
    """Does a text name an organisation, be it without what describes it: "Thüringer Landesverwaltungsamt" as
    "das Landesverwaltungsamt"?"""
    bare = DESCRIBED.sub("", organisation)
    names = [organisation, *([bare] if len(bare) > SHORT_NAME else [])]
    return any(plain_name(name) in plain_name(text) for name in names)


def _party_of(record: Agreement, number: int | None) -> Party | None:
    if number is None or not 1 <= number <= len(record.parties):
        return None
    return record.parties[number - 1]


def _first_signature(record: Agreement) -> date | None:
    days = [
        one.date.value for one in record.signatories if one.date is not None and one.date.value is not None
    ]
    return min(days, default=None)


def _period(start: date | None, end: date | None) -> str:
    if start and end:
        return f"{format_date(start)} bis {format_date(end)}"
    return f"ab {format_date(start)}" if start else f"bis {format_date(end)}" if end else "unbegrenzt"
