"""What a run says while it goes: a bar with the remaining time on a terminal, or one JSON line per event.

All of it goes to stderr. The JSON lines hold document ids, counts and reasons, never names or page text.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from batch.outcome import Reading
from extract.archive import Inventory
from models.agreement import Agreement
from output.write import WORKBOOK

LogFormat = Literal["text", "json"]


class Journal:
    """Says nothing: the base of the others, and what `--quiet` asks for."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def starts(self, inventory: Inventory) -> None: ...

    def has_read(self, reading: Reading) -> None: ...

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
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("noch"),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task("Dokumente", total=None)

    def starts(self, inventory: Inventory) -> None:
        for entry in inventory.ignored:
            if entry.reason not in EXPECTED_ASIDE:
                self._console.print(Text(f"übergangen: {entry.name} ({entry.reason})"))
        self._bar.update(self._task, total=len(inventory.documents))
        self._bar.start()

    def has_read(self, reading: Reading) -> None:
        self._bar.advance(self._task)
        if reading.record.status == "failed":
            self._console.print(
                Text(f"fehlgeschlagen: {reading.record.document.path}: {reading.record.reason}", style="red")
            )

    def ends(self, records: list[Agreement], out: Path) -> None:
        self._bar.stop()
        self._console.print(Text(summary(records, out, time.monotonic() - self._start)))

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
        record = reading.record
        self._say(
            "document",
            id=record.document.id,
            status=record.status,
            reason=record.reason,
            pages=len(record.document.pages),
            rules=[finding.rule for finding in record.findings],
            seconds=round(reading.seconds, 3),
        )

    def ends(self, records: list[Agreement], out: Path) -> None:
        self._say("end", **counts(records), seconds=round(time.monotonic() - self._start, 3))


EXPECTED_ASIDE = ("versteckt", "kein PDF und kein Bild")
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


def summary(records: list[Agreement], out: Path, seconds: float) -> str:
    """One German line: what was read, how it went, and where to look."""
    found = counts(records)
    documents = _counted(found["documents"], "Dokument", "Dokumente")
    pages = _counted(found["pages"], "Seite", "Seiten")
    return (
        f"Gelesen: {documents} mit {pages} in {seconds:.0f} s "
        f"({found['ok']} in Ordnung, {found['review']} zur Durchsicht, {found['failed']} fehlgeschlagen). "
        f"Die Tabellen: {out / WORKBOOK}"
    )


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
