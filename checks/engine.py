"""Holds records against the rules."""

from __future__ import annotations

from collections.abc import Sequence

from checks.catalogue import AGREEMENT_RULES, ARCHIVE_RULES
from checks.rule import Context
from models.agreement import Agreement
from models.finding import Finding
from models.reference import Reference
from models.settings import Settings
from models.values import Model

_ORDER = {"error": 0, "warning": 1, "info": 2}


class ArchiveFinding(Model):
    """A finding about several documents, by path; about none if it is that one is missing."""

    documents: tuple[str, ...]
    finding: Finding


def check_agreement(agreement: Agreement, reference: Reference, settings: Settings) -> tuple[Finding, ...]:
    """What contradicts itself within one record, errors first. A record that failed has no findings."""
    if agreement.status == "failed" or agreement.document.duplicate_of:
        return ()
    context = Context(reference, settings)
    findings = [
        rule.finding(contradiction)
        for rule in AGREEMENT_RULES
        if rule.code not in settings.disabled_rules
        for contradiction in rule.check(agreement, context)
    ]
    return tuple(sorted(findings, key=lambda finding: (_ORDER[finding.severity], finding.rule)))


def check_archive(
    agreements: Sequence[Agreement], reference: Reference, settings: Settings
) -> tuple[ArchiveFinding, ...]:
    """What contradicts itself between the records of an archive, errors first."""
    context = Context(reference, settings)
    read = [record for record in agreements if record.status != "failed" and not record.document.duplicate_of]
    findings = [
        ArchiveFinding(documents=found.documents, finding=rule.finding(found.contradiction))
        for rule in ARCHIVE_RULES
        if rule.code not in settings.disabled_rules
        for found in rule.check(read, context)
    ]
    return tuple(
        sorted(findings, key=lambda item: (_ORDER[item.finding.severity], item.finding.rule, item.documents))
    )
