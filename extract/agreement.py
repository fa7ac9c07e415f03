"""From a reading to the record: each family of fields in its turn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extract.amounts.find import find_amounts_of
from extract.amounts.shares import with_shares
from extract.certainty.certainty import measured_weights, weighed_record
from extract.certainty.claims import claims_of
from extract.dates import find_date_mentions
from extract.files.watch import UNWATCHED, Watch
from extract.illegible import find_illegible
from extract.language.language import language_of
from extract.layout.understand import Reading, understand
from extract.page import Page
from extract.parties.annexes import find_annexes
from extract.parties.authority import find_authority
from extract.parties.find import find_parties
from extract.parties.header import find_budget_year, find_title
from extract.parties.kind import find_kind
from extract.parties.programmes import find_programmes
from extract.parties.signing_parties import with_signing
from extract.projects.find import find_measures
from extract.second_opinion import with_second_opinion
from extract.signatures.find import find_signatories
from models.agreement import Agreement, DocumentInfo, PrintedNumber, Section
from models.reference import Reference
from models.values import Extracted


def read_agreement(
    document: DocumentInfo, pages: Sequence[Page], reference: Reference, watch: Watch = UNWATCHED
) -> Agreement:
    """The record of one document that has been read; without findings, status still open.

    Raises NoScratchSpace, DependencyMissing.
    """
    reading, record = understood(document, pages, reference, watch)
    return weighed_record(record, claims_of(reading, record), reference, measured_weights())


def understood(
    document: DocumentInfo, pages: Sequence[Page], reference: Reference, watch: Watch = UNWATCHED
) -> tuple[Reading, Agreement]:
    """The document and what it holds, its key values looked at twice. Raises as `read_agreement`."""
    watch.leaves_pages()
    reading = understand(pages, language_of(reference), reference)
    record = record_of(document, reading)
    looked_at = with_second_opinion(pages, record, watch)
    if looked_at == list(pages):
        return reading, record
    reading = understand(looked_at, language_of(reference), reference)
    return reading, record_of(document, reading)


def record_of(document: DocumentInfo, reading: Reading) -> Agreement:
    """The values as the rooms found them, each with the confidence of its own reading."""
    reference = reading.reference
    kind = find_kind(reading)
    year = find_budget_year(reading)
    on = date(year.value, 7, 1) if year else None
    parties = find_parties(reading, on)
    signatories = find_signatories(reading, parties, on)
    if (complete := with_signing(parties, signatories, reading)) != parties:
        parties, signatories = complete, find_signatories(reading, complete, on)
    amends = kind is not None and any(entry.amends for entry in reference.kinds if entry.key == kind[1])
    measures = find_measures(reading)
    amounts = find_amounts_of(reading, amends, measures, year.value if year else None, parties)
    return Agreement(
        document=_with_printed_numbers(document, reading),
        kind=kind[0] if kind else None,
        kind_key=kind[1] if kind else None,
        title=find_title(reading, kind[0] if kind else None),
        programme=find_programmes(reading),
        budget_year=year,
        parties=parties,
        amounts=with_shares(reading, amounts),
        measures=measures,
        signatories=signatories,
        dates=find_date_mentions(reading, signatories, amends),
        sections=_sections(reading),
        annexes=find_annexes(reading),
        authority=find_authority(reading),
        illegible=find_illegible(reading),
        further_document=reading.further.whole(reading.further.text) if reading.further else None,
    )


def _sections(reading: Reading) -> tuple[Section, ...]:
    return tuple(
        Section(
            number=Extracted[str](
                value=mark.number,
                text=mark.number_passage.text,
                provenance=mark.number_passage.provenance(0, len(mark.number_passage.text)),
            ),
            heading=mark.title.whole(mark.title.text) if mark.title else None,
        )
        for mark in reading.layout.sections
    )


def _with_printed_numbers(document: DocumentInfo, reading: Reading) -> DocumentInfo:
    printed = {
        label.page: PrintedNumber(page=label.page, bbox=label.spot, number=label.number, of=label.of)
        for label in reading.layout.page_labels
    }
    pages = (page.model_copy(update={"printed": printed.get(page.number)}) for page in document.pages)
    return document.model_copy(update={"pages": tuple(pages)})
