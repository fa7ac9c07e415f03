"""What the report says of each rule: how often it found something, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.agreement import Agreement
from models.finding import Finding
from output.report_findings import Entry, RuleText

LINKED = 12
"""Findings of a rule to which its line in the summary leads."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the summary: how often it found something, and the first of the entries that tell of it."""

    code: str
    german: str
    counts: Counter[str]
    entries: tuple[Entry, ...]
    more: int


def rule_lines(
    once: Sequence[Finding], shown: Sequence[Entry], known: Mapping[str, RuleText]
) -> list[RuleLine]:
    """The rules that found something, those with the gravest findings first."""
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in once:
        by_rule[finding.rule].append(finding)
    lines = []
    for code, findings in sorted(by_rule.items(), key=lambda item: min(one.rank for one in item[1])):
        entries = [entry for entry in shown if entry.finding.rule == code]
        lines.append(
            RuleLine(
                code=code,
                german=known[code].german if code in known else "",
                counts=Counter(finding.severity for finding in findings),
                entries=tuple(entries[:LINKED]),
                more=len(entries[LINKED:]),
            )
        )
    return lines


def each_once(
    records: Sequence[Agreement], archive_findings: Sequence[Finding], rules: Mapping[str, RuleText]
) -> list[Finding]:
    """All findings; one between documents stands with each of them, with its place in one: it counts once."""
    found = [*archive_findings, *(finding for record in records for finding in record.findings)]
    between = {code for code, rule in rules.items() if rule.between}
    placed = {_said(finding) for finding in found if finding.spots and finding.rule in between}
    return [finding for finding in found if finding.spots or _said(finding) not in placed]


def _said(finding: Finding) -> tuple[str | None, ...]:
    return finding.rule, finding.message, finding.expected, finding.found, finding.difference
