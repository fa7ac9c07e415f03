"""All rules, in the order of docs/rules.md."""

from __future__ import annotations

from checks import (
    amendments,
    archive,
    dates,
    document,
    overlooked,
    pages,
    parties,
    people,
    projects,
    published,
    readings,
    signatures,
    sums,
)
from checks.rule import AgreementCheck, ArchiveCheck, Rule

AGREEMENT_RULES: tuple[Rule[AgreementCheck], ...] = (
    *sums.RULES,
    *dates.RULES,
    *parties.RULES,
    *signatures.RULES,
    *projects.RULES,
    *document.RULES,
    *pages.RULES,
    *readings.RULES,
    *overlooked.RULES,
)
ARCHIVE_RULES: tuple[Rule[ArchiveCheck], ...] = tuple(
    sorted(
        (
            *archive.RULES,
            *amendments.RULES,
            *published.RULES,
            *people.RULES,
            *projects.ARCHIVE_RULES,
            *signatures.ARCHIVE_RULES,
        ),
        key=lambda rule: rule.code,
    )
)
