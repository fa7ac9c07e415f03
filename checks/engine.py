"""Holds records against the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from checks.catalogue import AGREEMENT_RULES, ARCHIVE_RULES
from checks.rule import Context
from models.agreement import Agreement
from models.figures import Figure
from models.finding import Finding
from models.reference import Reference
from models.settings import Settings
from models.values import Model


class ArchiveFinding(Model):
    """A finding about several documents, by path; about none if it is that one is missing."""

    documents: tuple[str, ...]
    finding: Finding
    elsewhere: tuple[tuple[str, ...], ...] = ()
    """What it concerns in the others, as the finding's own fields are of the last."""

    def placed(self) -> Iterator[tuple[str, Finding]]:
        """The documents it stands with: the last, where its spots are, and the others if it is more than
        information."""
        yield from ((path, self.finding) for path in self.documents[-1:])
        if self.finding.severity != "info":
            for path, fields in zip(self.documents[:-1], chain(self.elsewhere, repeat(())), strict=False):
                yield path, self.finding.model_copy(update={"spots": (), "fields": fields})


def unknown_rules(settings: Settings) -> list[str]:
    """Codes in the settings that no rule has."""
    known = {rule.code for rule in AGREEMENT_RULES} | {rule.code for rule in ARCHIVE_RULES}
    return sorted({*settings.disabled_rules, *settings.severities} - known)


def check_agreement(agreement: Agreement, reference: Reference, settings: Settings) -> tuple[Finding, ...]:
    """What contradicts itself within one record, the costliest first. A record that failed has none."""
    if agreement.status == "failed" or agreement.document.duplicate_of:
        return ()
    context = Context(reference, settings)
    findings = [
        rule.finding(contradiction, settings)
        for rule in AGREEMENT_RULES
        if rule.code not in settings.disabled_rules
        for contradiction in rule.check(agreement, context)
    ]
    return tuple(sorted(findings, key=lambda finding: finding.rank))


def check_archive(
    agreements: Sequence[Agreement],
    reference: Reference,
    settings: Settings,
    figures: Sequence[Figure] = (),
) -> tuple[ArchiveFinding, ...]:
    """What contradicts itself between the records of an archive; the costliest first."""
    records = [record for record in agreements if record.status != "failed"]
    copies = tuple(record for record in records if record.document.duplicate_of)
    read = [record for record in records if not record.document.duplicate_of]
    context = Context(reference, settings, tuple(figures), copies)
    findings = [
        ArchiveFinding(
            documents=found.documents,
            finding=rule.finding(found.contradiction, settings),
            elsewhere=found.elsewhere,
        )
        for rule in ARCHIVE_RULES
        if rule.code not in settings.disabled_rules
        for found in rule.check(read, context)
    ]
    return tuple(sorted(findings, key=lambda item: (*item.finding.rank, item.documents)))
