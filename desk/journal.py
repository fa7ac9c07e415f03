"""What a run says while it goes: a bar with the remaining time on a terminal, or one JSON line per event.

All of it goes to stderr. The JSON lines hold document ids, counts and reasons, never names or page text.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

from batch.outcome import Cause, Reading
from desk.printable import printable
from desk.standing import CAUSES
from extract.files.archive import NO_DOCUMENT, Inventory
from models.agreement import Agreement
from output.report import REPORT
from output.write import WORKBOOK

LogFormat = Literal["text", "json"]

SLOWEST = 10
SEVERITIES = {
    "error": ("Fehler", "Fehler"),
    "warning": ("Warnung", "Warnungen"),
    "info": ("Hinweis", "Hinweise"),
}
"""One and many, the gravest first."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is remembered of a document until the end."""

    id: str
    path: str
    seconds: float
    cause: Cause | None
    remembered: bool = False


class Journal:
    """Says nothing: the base of the others, and what `--quiet` asks for."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._told: list[Told] = []

    def starts(self, inventory: Inventory) -> None: ...

    def has_read(self, reading: Reading) -> None:
        record = reading.record
        document = record.document
        self._told.append(
            Told(document.id, document.path, reading.seconds, reading.cause, reading.remembered)
        )

    def ends(self, records: list[Agreement], out: Path) -> None: ...

    def close(self) -> None: ...


class TextJournal(Journal):
    """For people: failed documents as they come, and on a terminal a bar with the remaining time."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._console = Console(file=stream, highlight=False, soft_wrap=True)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[documents]} von {task.fields[of]}"),
            TextColumn("{task.fields[rate]} Seiten/s"),
            TimeElapsedColumn(),
            TextColumn("noch"),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        # The bar counts bytes: large files come first, and the rest takes less time than their number says.
        self._task = self._bar.add_task("Dokumente", total=None, documents=0, of=0, rate=german(0.0))
        self._sizes: dict[str, int] = {}
        self._documents = self._pages = 0

    def starts(self, inventory: Inventory) -> None:
        for entry in inventory.ignored:
            if entry.reason not in EXPECTED_ASIDE:
                self._console.print(Text(f"übergangen: {printable(entry.name)} ({entry.reason})"))
        self._sizes = {source.name: source.size for source in inventory.documents}
        self._bar.update(self._task, total=sum(self._sizes.values()), of=len(self._sizes))
        self._bar.start()

    def has_read(self, reading: Reading) -> None:
        super().has_read(reading)
        if reading.cause is Cause.INTERRUPTED:
            return  # nobody read it: the end says how many there are
        record = reading.record
        self._documents += 1
        self._pages += 0 if reading.remembered else len(record.document.pages)
        self._bar.update(
            self._task,
            advance=self._sizes.get(record.document.path, 0),
            documents=self._documents,
            rate=german(self._pages / max(1.0, time.monotonic() - self._start)),
        )
        if record.status == "failed":
            self._console.print(
                Text(f"fehlgeschlagen: {printable(record.document.path)}: {record.reason}", style="red")
            )

    def ends(self, records: list[Agreement], out: Path) -> None:
        self._bar.stop()
        self._console.print(Text(summary(records, self._told, out, time.monotonic() - self._start)))
        if self._console.is_terminal:
            for line in details(records, self._told):
                self._console.print(Text(line))

    def close(self) -> None:
        self._bar.stop()


class JsonJournal(Journal):
    """For programs: one line per event."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def _say(self, event: str, **facts: Any) -> None:
        print(json.dumps({"event": event, **facts}, ensure_ascii=False), file=self._stream, flush=True)

    def starts(self, inventory: Inventory) -> None:
        self._say("start", documents=len(inventory.documents), ignored=len(inventory.ignored))

    def has_read(self, reading: Reading) -> None:
        super().has_read(reading)
        record = reading.record
        self._say(
            "document",
            id=record.document.id,
            status=record.status,
            reason=record.reason,
            cause=reading.cause,
            pages=len(record.document.pages),
            rules=[finding.rule for finding in record.findings],
            seconds=round(reading.seconds, 3),
        )

    def ends(self, records: list[Agreement], out: Path) -> None:
        seconds = time.monotonic() - self._start
        counted = counts(records)
        self._say(
            "end",
            **counted,
            remembered=sum(told.remembered for told in self._told),
            seconds=round(seconds, 3),
            pages_per_second=round(counted["pages"] / seconds, 3),
            failed_by_cause=causes(self._told),
            findings=severities(records),
            slowest=[{"id": told.id, "seconds": round(told.seconds, 3)} for told in slowest(self._told)],
        )


EXPECTED_ASIDE = ("versteckt", NO_DOCUMENT)
"""What lies in every archive and needs no word."""


def counts(records: list[Agreement]) -> dict[str, int]:
    """How many documents and pages, and how many documents of each status."""
    status = [record.status for record in records]
    return {
        "documents": len(records),
        "pages": sum(len(record.document.pages) for record in records if not record.document.duplicate_of),
        "ok": status.count("ok"),
        "review": status.count("review"),
        "failed": status.count("failed"),
    }


def causes(told: list[Told]) -> dict[str, int]:
    """How many documents failed, by cause."""
    return dict(sorted(Counter(str(one.cause) for one in told if one.cause).items()))


def severities(records: list[Agreement]) -> dict[str, int]:
    """How many findings the documents have, by severity."""
    found = Counter(finding.severity for record in records for finding in record.findings)
    return dict(sorted(found.items()))


def slowest(told: list[Told]) -> list[Told]:
    """The documents that took this run the longest."""
    read = [one for one in told if not one.remembered and one.cause is not Cause.INTERRUPTED]
    return sorted(read, key=lambda one: -one.seconds)[:SLOWEST]


def details(records: list[Agreement], told: list[Told]) -> Iterator[str]:
    """German lines beneath the summary, for those who watch: what failed and why, findings, the slowest."""
    for cause, count in causes(told).items():
        if cause != Cause.INTERRUPTED:
            yield f"  fehlgeschlagen: {CAUSES[Cause(cause)]}: {count}"
    found = severities(records)
    if found:
        yield "  Befunde: " + ", ".join(
            _counted(found[severity], *words) for severity, words in SEVERITIES.items() if severity in found
        )
    for one in slowest(told):
        yield f"  {german(one.seconds):>7} s  {printable(one.path)}"


def summary(records: list[Agreement], told: list[Told], out: Path, seconds: float) -> str:
    """One German line: what was read, how it went, what is left to do, and where to look."""
    found = counts(records)
    unread = sum(one.cause is Cause.INTERRUPTED for one in told)
    remembered = sum(one.remembered for one in told)
    documents = _counted(found["documents"] - unread, "Dokument", "Dokumente")
    before = f", davon {remembered} schon in einem früheren Lauf" if remembered else ""
    left = (
        f"Abgebrochen: {_counted(unread, 'Dokument ist', 'Dokumente sind')} noch nicht gelesen; "
        "derselbe Befehl setzt den Lauf fort. "
    )
    return (
        f"Gelesen: {documents} mit {_counted(found['pages'], 'Seite', 'Seiten')} in {seconds:.0f} s{before} "
        f"({found['ok']} in Ordnung, {found['review']} zur Durchsicht, "
        f"{found['failed'] - unread} fehlgeschlagen). {left if unread else ''}"
        f"Die Tabellen: {out / WORKBOOK}, der Prüfbericht: {out / REPORT}"
    )


def german(number: float) -> str:
    """One decimal, after a comma."""
    return f"{number:.1f}".replace(".", ",")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


@contextmanager
def open_journal(log_format: LogFormat, quiet: bool) -> Iterator[Journal]:
    """The journal the flags ask for; a bar on the terminal is taken away at the end, whatever happens."""
    journal: Journal
    if log_format == "json":
        journal = JsonJournal(sys.stderr)
    elif quiet:
        journal = Journal()
    else:
        journal = TextJournal(sys.stderr)
    try:
        yield journal
    finally:
        journal.close()
