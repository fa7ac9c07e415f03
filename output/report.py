"""`report.html`: what an auditor holds in the hand. One page, no script, nothing loaded from elsewhere.

The page is filled from `report_page.html`; here stands what it says, in the order in which it says it.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from models.agreement import Agreement
from models.finding import Finding, Severity
from models.words import SEVERITY
from output.bars import bars
from output.report_findings import Evidence, PictureSources, link_to, parts_of
from output.report_rules import each_once, rule_lines
from output.report_summary import by_body, by_year, coverage, sum_of, yearly_bars

REPORT = "report.html"

INLINE_BYTES = 28_000_000
"""Beyond so much in pictures (as base64) the page would weigh over 30 MB: then they lie beside it."""

SEVERITIES: dict[Severity, str] = {"error": "Fehler", "warning": "Warnungen", "info": "Hinweise"}
STATUS = {"ok": "in Ordnung", "review": "zur Durchsicht", "failed": "nicht gelesen"}


def write_report(
    records: Sequence[Agreement],
    archive_findings: Sequence[Finding],
    evidence: Evidence,
    folder: Path,
    link_base: str,
    name: str,
) -> None:
    """Write the page, and its pictures if they are too much for one page, into `folder`.

    `records` in the order of their paths; `link_base` leads from the page to the archive, `name` is what it
    is called. The same records and pictures give the same bytes.
    """
    originals = [record for record in records if record.document.duplicate_of is None]
    read = [record for record in originals if record.status != "failed"]
    sources = PictureSources(folder if evidence.weight > INLINE_BYTES else None)
    parts = parts_of(originals, archive_findings, evidence, link_base, sources)
    shown = [entry for part in parts for entry in part.entries]
    known = {rule.code: rule for rule in evidence.rules}
    used = sorted({entry.finding.rule for entry in shown} & known.keys())
    once = each_once(originals, archive_findings, known)
    page = _template("report_page.html").render(
        **_style(),
        name=name,
        documents=Counter(record.status for record in originals),
        status=STATUS,
        copies=len(records) - len(originals),
        pages=sum(len(record.document.pages) for record in originals),
        severities=SEVERITIES,
        names=SEVERITY,
        counts=Counter(finding.severity for finding in once),
        lines=rule_lines(once, shown, known),
        granted=sum_of(read),
        years=by_year(read),
        bodies=by_body(read),
        chart=bars(yearly_bars(read)),
        coverage=coverage(read),
        parts=parts,
        more=sum(len(record.findings) for record in originals) + len(archive_findings) - len(shown),
        failed=[record for record in originals if record.status == "failed"],
        link=lambda path: link_to(link_base, path),
        rules=[known[code] for code in used],
    )
    (folder / REPORT).write_text(page, encoding="utf-8", newline="\n")


def _template(name: str) -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["german"] = lambda number: f"{number:,}".replace(",", ".")
    return environment.get_template(name)


def _style() -> dict[str, str]:
    """The style of the page, and the hash by which the page allows no other."""
    style = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
    return {
        "style": Markup(style),
        "style_hash": base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    }
