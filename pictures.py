"""What the report shows beside the records: pictures of the gravest findings, and what the rules mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from batch.cuts import Commission, cut_in_children
from batch.storage import Archive, source_in
from checks.catalogue import AGREEMENT_RULES, ARCHIVE_RULES
from checks.rule import Rule
from models.agreement import Agreement
from models.settings import Settings
from models.snippet import Snippet
from output.report_findings import Evidence, Place, RuleText, most_urgent


@dataclass(frozen=True, slots=True)
class Wanted:
    """The findings of a record whose spots are to be seen, by their index."""

    record: Agreement
    findings: tuple[int, ...]


def evidence_of(records: Sequence[Agreement], archive: Archive, settings: Settings) -> Evidence:
    """What the report shows beside the records: pictures of the gravest findings, and what the rules mean."""
    by_path: dict[str, list[int]] = defaultdict(list)
    for path, index in most_urgent(records):
        by_path[path].append(index)
    wanted = [
        Wanted(record, tuple(by_path[record.document.path]))
        for record in records
        if record.document.path in by_path
    ]
    rules: list[Rule[Any]] = [*AGREEMENT_RULES, *ARCHIVE_RULES]
    between = {rule.code for rule in ARCHIVE_RULES}
    return Evidence(
        pictures=take_pictures(archive, wanted, settings),
        rules=[RuleText(rule.code, rule.german, rule.why, rule.code in between) for rule in rules],
    )


def take_pictures(
    archive: Archive, wanted: Sequence[Wanted], settings: Settings
) -> Mapping[Place, tuple[Snippet, ...]]:
    """The pictures of each finding, by the path of its document and its index.

    A file that cannot be opened any more, or is another one now, has none.
    """
    seen = [one for one in wanted if any(one.record.findings[index].spots for index in one.findings)]
    commissions = [
        Commission(
            source=source_in(archive, one.record.document.path),
            document=one.record.document,
            spots=[one.record.findings[index].spots for index in one.findings],
        )
        for one in seen
    ]
    return {
        (one.record.document.path, index): snippets
        for one, cuts in zip(seen, cut_in_children(commissions, settings), strict=True)
        for index, snippets in zip(one.findings, cuts, strict=False)
        if snippets
    }
