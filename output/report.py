"""`report.html`: what an auditor holds in the hand. One page, no script, nothing loaded from elsewhere.

The page is filled from `report_page.html`; here stands what it says, in the order in which it says it.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from models.agreement import Agreement
from models.finding import Finding, Severity
from models.german import format_amount
from models.reference import Reference
from models.snippet import Snippet
from output.bars import Bar, bars
from output.summary import document_total

REPORT = "report.html"
PICTURES = "report_pictures"

SHOWN = 1_000
"""Findings on the page, the gravest; all are in the tables. More would not be read, nor opened with ease."""

LINKED = 12
"""Findings of a rule to which its line in the summary leads."""

INLINE_BYTES = 28_000_000
"""Beyond so much in pictures (as base64) the page would weigh over 30 MB: then they lie beside it."""

SEVERITIES: dict[Severity, str] = {"error": "Fehler", "warning": "Warnungen", "info": "Hinweise"}
SEVERITY: dict[Severity, str] = {"error": "Fehler", "warning": "Warnung", "info": "Hinweis"}
STATUS = {"ok": "in Ordnung", "review": "zur Durchsicht", "failed": "nicht gelesen"}

YEARS = range(1949, 2100)
"""A budget year outside is misread: it has its line in the summary, but no place on a scale of years."""

NO_BREAK = "\u00a0"

Coverage = Literal["ok", "review", "missing", "absent"]

Place = tuple[str, int]
"""The path of a document and the index of a finding in its record."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a rule is about and why it matters, in German; does it hold documents against each other?"""

    code: str
    german: str
    why: str
    between: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the report shows beside the records: pictures of the spots, and what the rules mean."""

    pictures: Mapping[Place, tuple[Snippet, ...]] = field(default_factory=dict)
    rules: Sequence[RuleText] = ()


NO_EVIDENCE = Evidence()


@dataclass(frozen=True, slots=True)
class Picture:
    """`source` is a data URL or a file beside the page."""

    source: str
    alt: str
    page: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as the page shows it. `href` leads to its page in the file; None for the whole archive."""

    number: int
    finding: Finding
    path: str | None
    href: str | None
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What the page says of one document; `path` is None for the archive as a whole."""

    path: str | None
    href: str | None
    subject: str
    reason: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the summary: how often it found something, and the first of the entries that tell of it."""

    code: str
    german: str
    counts: Counter[str]
    entries: tuple[Entry, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the summary: a year or a body."""

    name: str
    agreements: int
    others: int
    total: str
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What the archive holds of a body in a year."""

    state: Coverage
    count: int


def most_urgent(records: Sequence[Agreement]) -> list[Place]:
    """The findings of documents that the page shows, the gravest first."""
    places = [
        (finding.rank, record.document.path, index)
        for record in records
        if record.document.duplicate_of is None
        for index, finding in enumerate(record.findings)
    ]
    return [(path, index) for _, path, index in sorted(places)[:SHOWN]]


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
    weight = sum(4 * len(one.png) // 3 for snippets in evidence.pictures.values() for one in snippets)
    sources = _Sources(folder if weight > INLINE_BYTES else None)
    parts = _parts(originals, archive_findings, evidence, link_base, sources)
    shown = [entry for part in parts for entry in part.entries]
    style = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
    known = {rule.code: rule for rule in evidence.rules}
    used = sorted({entry.finding.rule for entry in shown} & known.keys())
    once = _once(originals, archive_findings, known)
    years = _by_year(read)
    page = _template("report_page.html").render(
        name=name,
        style=Markup(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        documents=Counter(record.status for record in originals),
        status=STATUS,
        copies=len(records) - len(originals),
        pages=sum(len(record.document.pages) for record in originals),
        severities=SEVERITIES,
        names=SEVERITY,
        counts=Counter(finding.severity for finding in once),
        lines=_rule_lines(once, shown, known),
        granted=_sum_of(read),
        years=years,
        bodies=_by_body(read),
        chart=bars(_bars(read)),
        coverage=_coverage(read),
        parts=parts,
        more=sum(len(record.findings) for record in originals) + len(archive_findings) - len(shown),
        failed=[record for record in originals if record.status == "failed"],
        link=lambda path: _href(link_base, path),
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


class _Sources:
    """Where the page finds its pictures: in itself, or in a folder beside it."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / PICTURES if folder else None
        self._number = 0

    def __call__(self, snippet: Snippet) -> str:
        if self._folder is None:
            return f"data:image/png;base64,{base64.b64encode(snippet.png).decode()}"
        self._number += 1
        self._folder.mkdir(exist_ok=True)
        name = f"{self._number:04}.png"
        (self._folder / name).write_bytes(snippet.png)
        return f"{PICTURES}/{name}"


def _parts(
    records: Sequence[Agreement],
    archive_findings: Sequence[Finding],
    evidence: Evidence,
    link_base: str,
    sources: _Sources,
) -> list[Part]:
    """The documents with their findings and, like one of them, the archive as a whole; the worst first."""
    by_path = {record.document.path: record for record in records}
    found: list[tuple[Finding, Place | None]] = [(finding, None) for finding in archive_findings]
    found += [(by_path[path].findings[index], (path, index)) for path, index in most_urgent(records)]
    found.sort(key=lambda one: (one[0].rank, one[1] or ("", 0)))
    grouped: dict[str | None, list[tuple[Finding, Place | None]]] = defaultdict(list)
    for finding, place in found[:SHOWN]:
        grouped[place[0] if place else None].append((finding, place))
    numbers = count(1)
    parts = []
    for path, of_path in grouped.items():
        record = by_path[path] if path else None
        entries = tuple(
            Entry(
                number=next(numbers),
                finding=finding,
                path=path,
                href=_href(link_base, path, finding.page) if path else None,
                pictures=tuple(
                    _picture(snippet, finding, sources)
                    for snippet in (evidence.pictures.get(place, ()) if place else ())
                ),
            )
            for finding, place in of_path
        )
        parts.append(
            Part(
                path=path,
                href=_href(link_base, path) if path else None,
                subject=_subject(record) if record else "Das Archiv im Ganzen",
                reason=record.reason if record else None,
                entries=entries,
            )
        )
    return parts


def _rule_lines(
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


def _once(
    records: Sequence[Agreement], archive_findings: Sequence[Finding], rules: Mapping[str, RuleText]
) -> list[Finding]:
    """All findings; one between documents stands with each of them, with its place in one: it counts once."""
    found = [*archive_findings, *(finding for record in records for finding in record.findings)]
    between = {code for code, rule in rules.items() if rule.between}
    placed = {_said(finding) for finding in found if finding.spots and finding.rule in between}
    return [finding for finding in found if finding.spots or _said(finding) not in placed]


def _said(finding: Finding) -> tuple[str | None, ...]:
    return finding.rule, finding.message, finding.expected, finding.found, finding.difference


def _picture(snippet: Snippet, finding: Finding, sources: _Sources) -> Picture:
    marked = sum(spot.page == snippet.page for spot in finding.spots)
    places = "eine Stelle" if marked == 1 else f"bis zu {marked} Stellen"
    return Picture(
        source=sources(snippet),
        alt=f"Ausschnitt von Seite {snippet.page}, {places} umrandet: {finding.found or finding.message}",
        page=snippet.page,
        width=snippet.width,
        height=snippet.height,
    )


def _subject(record: Agreement) -> str:
    names = [party.name.value for party in record.parties if party.role == "recipient"]
    year = str(record.budget_year.value) if record.budget_year else ""
    return ", ".join(filter(None, [" und ".join(names), year]))


def _href(base: str, path: str, page: int | None = None) -> str:
    # A colon that does not belong to a URL would be taken for one.
    target = quote(f"{base}/{path}" if base != "." else path, safe="/.:" if "://" in base else "/.")
    return f"{target}#page={page}" if page else target


# Sums


def _granted(records: Sequence[Agreement]) -> Iterator[tuple[Agreement, Decimal]]:
    """Agreements with their total in Euro. One that is filed twice counts once; amendments do not count."""
    seen = set()
    for record in records:
        total = document_total(record)
        if total is None or record.totals[0].currency != "EUR":
            continue
        names = tuple(sorted(_recipient_names(record)))
        year = record.budget_year.value if record.budget_year else None
        same = (names, year, record.programme_key, total.value)
        if not names or same not in seen:
            yield record, total.value
        seen.add(same)


def _sum_of(records: Sequence[Agreement]) -> str:
    values = [value for _, value in _granted(records)]
    return format_amount(sum(values, Decimal())).replace(" ", NO_BREAK) if values else "–"


def _recipient_names(record: Agreement) -> list[str]:
    return [party.name.value for party in record.parties if party.role == "recipient"]


def _by_year(records: Sequence[Agreement]) -> list[Line]:
    groups: dict[int | None, list[Agreement]] = defaultdict(list)
    for record in records:
        groups[record.budget_year.value if record.budget_year else None].append(record)
    return [
        _line(
            str(year) if year else "ohne Jahr",
            group,
            len({name for record in group for name in _recipient_names(record)}),
        )
        for year, group in sorted(groups.items(), key=lambda item: item[0] or 10_000)
    ]


def _by_body(records: Sequence[Agreement]) -> list[Line]:
    """One line for each body of the registry, and one for all others: their names may be without number."""
    groups: dict[str, list[Agreement]] = defaultdict(list)
    for record in records:
        known = [one for one in record.parties if one.role == "recipient" and one.registry_key]
        name = " und ".join(party.name.value for party in known) or "nicht im Verzeichnis"
        groups[name].append(record)
    return [
        _line(name, group, len({record.budget_year.value for record in group if record.budget_year}))
        for name, group in sorted(groups.items())
    ]


def _line(name: str, group: Sequence[Agreement], others: int) -> Line:
    severities = Counter(finding.severity for record in group for finding in record.findings)
    return Line(name, len(group), others, _sum_of(group), severities["error"], severities["warning"])


def _bars(records: Sequence[Agreement]) -> list[Bar]:
    sums: dict[int, Decimal] = defaultdict(Decimal)
    for record, value in _granted(records):
        if record.budget_year and record.budget_year.value in YEARS:
            sums[record.budget_year.value] += value
    if not sums:
        return []
    return [Bar(str(year), sums.get(year, Decimal())) for year in range(min(sums), max(sums) + 1)]


# Coverage


@dataclass(frozen=True, slots=True)
class Matrix:
    """Bodies by years."""

    years: tuple[int, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def _coverage(records: Sequence[Agreement]) -> Matrix:
    """The bodies of the registry that exist in one of the years of the archive, and what it has of them."""
    held: dict[tuple[str, int], list[Agreement]] = defaultdict(list)
    for record in records:
        for party in record.parties:
            if party.role != "recipient" or not party.registry_key or not record.budget_year:
                continue
            if record.budget_year.value in YEARS:
                held[party.registry_key, record.budget_year.value].append(record)
    years = tuple(sorted({year for _, year in held}))
    reference = Reference.load()
    bodies = {body.key: body.name for year in years for body in reference.municipal_bodies(year)}
    existing = {(body.key, year) for year in years for body in reference.municipal_bodies(year)}
    rows = []
    for key, name in sorted(bodies.items(), key=lambda body: body[1]):
        cells = tuple(_cell(held.get((key, year), []), (key, year) in existing) for year in years)
        rows.append((name, cells))
    return Matrix(years, tuple(rows))


def _cell(agreements: Sequence[Agreement], exists: bool) -> Cell:
    if not agreements:
        return Cell("missing" if exists else "absent", 0)
    fine = all(agreement.status == "ok" for agreement in agreements)
    return Cell("ok" if fine else "review", len(agreements))
