"""All rules, in the order of docs/rules.md."""

from __future__ import annotations

from checks import archive, dates, document, parties, projects, readings, signatures, sums
from checks.rule import AgreementCheck, ArchiveCheck, Rule

AGREEMENT_RULES: tuple[Rule[AgreementCheck], ...] = (
    *sums.RULES,
    *dates.RULES,
    *parties.RULES,
    *signatures.RULES,
    *projects.RULES,
    *document.RULES,
    *readings.RULES,
)
ARCHIVE_RULES: tuple[Rule[ArchiveCheck], ...] = archive.RULES
