"""What the report says of each document: its findings, and pictures of where they are."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import quote

from models.agreement import Agreement
from models.finding import Finding
from models.snippet import Snippet
from output.summary import recipient_names

PICTURES = "report_pictures"

SHOWN = 1_000
"""Findings on the page, the gravest; all are in the tables. More would not be read, nor opened with ease."""

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

    @property
    def weight(self) -> int:
        """Bytes of all pictures as base64."""
        return sum(4 * len(one.png) // 3 for snippets in self.pictures.values() for one in snippets)


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


def most_urgent(records: Sequence[Agreement]) -> list[Place]:
    """The findings of documents that the page shows, the gravest first."""
    places = [
        (finding.rank, record.document.path, index)
        for record in records
        if record.document.duplicate_of is None
        for index, finding in enumerate(record.findings)
    ]
    return [(path, index) for _, path, index in sorted(places)[:SHOWN]]


class PictureSources:
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


def parts_of(
    records: Sequence[Agreement],
    archive_findings: Sequence[Finding],
    evidence: Evidence,
    link_base: str,
    sources: PictureSources,
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

    def entry(finding: Finding, place: Place | None) -> Entry:
        path = place[0] if place else None
        return Entry(
            number=next(numbers),
            finding=finding,
            path=path,
            href=link_to(link_base, path, finding.page) if path else None,
            pictures=tuple(_picture(one, finding, sources) for one in evidence.pictures.get(place, ()))
            if place
            else (),
        )

    parts = []
    for path, of_path in grouped.items():
        record = by_path[path] if path else None
        parts.append(
            Part(
                path=path,
                href=link_to(link_base, path) if path else None,
                subject=_subject(record) if record else "Das Archiv im Ganzen",
                reason=record.reason if record else None,
                entries=tuple(entry(*one) for one in of_path),
            )
        )
    return parts


def _picture(snippet: Snippet, finding: Finding, sources: PictureSources) -> Picture:
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
    year = str(record.budget_year.value) if record.budget_year else ""
    return ", ".join(filter(None, [" und ".join(recipient_names(record)), year]))


def link_to(base: str, path: str, page: int | None = None) -> str:
    # A colon that does not belong to a URL would be taken for one.
    target = quote(f"{base}/{path}" if base != "." else path, safe="/.:" if "://" in base else "/.")
    return f"{target}#page={page}" if page else target
