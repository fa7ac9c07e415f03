"""The way through the house: an archive of files in, checked tables out.

    archive → extract.files.archive.take_inventory      → which files are documents
    file    → extract.reading.read_document       → its pages with their words
    pages   → extract.agreement.read_agreement    → the record
    record  → checks                              → findings, and whether a person must look
    records → output.write.write_outputs          → tables

A document is read in a process that may be ended at any moment: whatever a file does, it costs only itself.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

from batch.all_documents import Observer, read_documents
from batch.children import ClusterFailed
from batch.collection import no_collection
from batch.intake import Refused, documents_of, make_room
from batch.marks import reading_mark, rules_mark, tables_mark, versions_here
from batch.one_document import process_document, reference, with_findings
from batch.state import DATABASE, Standing, StateFailed, open_state
from batch.storage import Archive, archive_at
from batch.store import WORK, InUse, Store, open_store
from checks.engine import check_agreement, check_archive
from extract.errors import DependencyMissing, ReadingError
from extract.files.archive import Source
from extract.files.identity import identify
from extract.files.parts import Part, write_parts
from extract.layout.first_document import documents_in
from extract.scans.ocr import find_tesseract
from models.agreement import Agreement
from models.exit import Exit
from models.figures import Figure, read_figures
from models.finding import Finding
from models.settings import Settings
from output.records import read_records
from output.run_file import RunInfo, read_run_file
from output.write import RECORDS, RUN_FILE, OutputFailed, write_outputs
from pictures import evidence_of


@dataclass(frozen=True, slots=True)
class Checked:
    """Records with findings and status, and what was found about the archive as a whole."""

    records: list[Agreement]
    findings: tuple[Finding, ...]


def run(
    archive: Archive,
    out: Path,
    settings: Settings,
    observer: Observer,
    fresh: bool = False,
    stop: Event | None = None,
) -> list[Agreement]:
    """Read every document below `archive` (a folder, or the URL of what fsspec knows) and write the tables
    into `out`; the records come in their order.

    What was read before is not read again, unless the run is to be `fresh`. A document that fails has a
    record that says why. Once `stop` is set no further document is begun, and the others fail.
    Raises Refused, extract.errors.DependencyMissing, models.figures.FiguresError, output.write.OutputFailed.
    """
    started = datetime.now(UTC)
    start = time.monotonic()
    stop = stop or Event()
    settings = _effective(settings)
    figures = published_figures(settings)
    versions = versions_here()
    archive = archive_at(archive)
    inventory = documents_of(archive, out)
    make_room(out)
    with _store_of(out, settings, versions, fresh) as store:
        observer.starts(inventory)
        sources = store.look_at(inventory.documents)
        store.state.starts(sources, settings.batch.jobs or os.cpu_count() or 1)
        read = read_documents(sources, settings, observer, stop=stop, store=store)
        with no_collection():
            checked = check_between(read, settings, figures)
        status = Exit.INTERRUPTED if stop.is_set() else exit_status(checked.records)
        about = RunInfo(
            archive=str(archive.resolve()) if isinstance(archive, Path) else archive,
            versions=versions,
            started=started,
            timings={"reading": time.monotonic() - start},
            exit_status=status,
            findings=checked.findings,
        )
        mark = tables_mark(checked.records, settings, about)
        if not store.is_written(mark):
            evidence = evidence_of(checked.records, archive, settings)
            write_outputs(checked.records, out, settings, about, evidence)
            store.has_written(mark)
        store.state.ends(status)
    return checked.records


@contextmanager
def _store_of(out: Path, settings: Settings, versions: dict[str, str], fresh: bool) -> Iterator[Store]:
    """What earlier runs left in `out`. Raises Refused, output.write.OutputFailed."""
    try:
        marks = reading_mark(versions, settings), rules_mark(settings)
        with open_store(out, settings.batch.state, *marks, fresh) as store:
            yield store
    except InUse:
        raise Refused(
            f"In {out} arbeitet schon ein anderer Lauf. "
            "Bitte warten, bis er endet, oder mit --out einen anderen Ordner angeben."
        ) from None
    except (StateFailed, ClusterFailed) as error:
        raise Refused(str(error)) from error


def _effective(settings: Settings) -> Settings:
    """The settings with what is only known when a run starts: checking it again must find the same."""
    checks = settings.checks
    known = {"today": checks.today or date.today(), "figures": checks.figures and checks.figures.resolve()}
    return settings.model_copy(update={"checks": checks.model_copy(update=known)})


def published_figures(settings: Settings) -> tuple[Figure, ...]:
    """The figures the archive is held against. Raises models.figures.FiguresError."""
    return read_figures(settings.checks.figures, reference()) if settings.checks.figures else ()


def exit_status(records: Sequence[Agreement]) -> Exit:
    """What a run over these records is to report to its caller."""
    return Exit.FAILED_DOCUMENTS if any(record.status == "failed" for record in records) else Exit.DONE


def read_file(file: Path, settings: Settings) -> Agreement:
    """Read and check a single file, here and now. Raises extract.errors.DependencyMissing."""
    find_tesseract()
    return process_document(Source(file, file.name), settings).record


def split(file: Path, out: Path, settings: Settings) -> list[Part]:
    """Cut a file into the documents it holds, as files in `out`; none where it holds but one.

    Raises Refused, extract.errors.DependencyMissing, output.write.OutputFailed.
    """
    from extract.reading import read_document

    find_tesseract()
    try:
        document, pages = read_document(file, settings)
    except DependencyMissing:
        raise
    except ReadingError as error:
        raise Refused(str(error)) from error
    found = documents_in(pages)
    if len(found) < 2:
        return []
    make_room(out)
    try:
        media_type = identify(file, settings.limits).media_type
        return write_parts(file, media_type, [len(own) for own in found], out, document.id)
    except OSError as error:
        raise OutputFailed.because_of(error) from error


def check_run(folder: Path, settings: Settings) -> list[tuple[str | None, Finding]]:
    """All rules once more on a finished run: the findings with the paths of their documents, None for those
    about the archive as a whole.

    The records are read one at a time, and only what is compared between documents is kept of them.
    Raises Refused, models.figures.FiguresError.
    """
    figures = published_figures(settings)
    kept: list[Agreement] = []
    found: list[tuple[str | None, Finding]] = []
    try:
        with no_collection():
            for record in read_records(folder / RECORDS):
                within = check_agreement(record, reference(), settings)
                found += [(record.document.path, finding) for finding in within]
                kept.append(_compared(record))
            between = check_archive(kept, reference(), settings, figures)
    except (OSError, ValueError) as error:
        raise _no_run(folder) from error
    for one in between:
        found += one.placed() if one.documents else [(None, one.finding)]
    return found


def _compared(record: Agreement) -> Agreement:
    """The record without what no rule compares between documents: a third of what it takes."""
    document = record.document.model_copy(update={"pages": ()})
    unused = {"document": document, "sections": (), "annexes": (), "authority": None, "findings": ()}
    return record.model_copy(update=unused)


def settings_of(folder: Path) -> Settings:
    """The settings of an earlier run. Raises Refused if the folder does not hold one."""
    try:
        return read_run_file(folder / RUN_FILE)[1]
    except (OSError, ValueError) as error:
        raise _no_run(folder) from error


def _no_run(folder: Path) -> Refused:
    return Refused(
        f"In {folder} liegt kein vollständiger Lauf von Aktenlese. Bitte den Ordner angeben, den ein Lauf "
        "mit --out hatte; wurde er abgebrochen, setzt derselbe Befehl ihn fort."
    )


@dataclass(frozen=True, slots=True)
class FinishedRun:
    """What lies in an output folder."""

    about: RunInfo
    settings: Settings
    records: tuple[Agreement, ...]


def finished_run(folder: Path) -> FinishedRun:
    """Take up an earlier run. Raises Refused if the folder does not hold one."""
    try:
        about, settings = read_run_file(folder / RUN_FILE)
        with no_collection():
            return FinishedRun(about, settings, tuple(read_records(folder / RECORDS)))
    except (OSError, ValueError) as error:
        raise _no_run(folder) from error


def standing_of(folder: Path, settings: Settings) -> Standing:
    """How far the run in an output folder is. Raises Refused if there is none."""
    try:
        if settings.batch.state or (folder / WORK / DATABASE).exists():
            with open_state(folder, settings.batch.state, folder / WORK) as state:
                standing = state.standing()
            if standing:
                return standing
    except StateFailed as error:
        raise Refused(str(error)) from error
    raise Refused(
        f"In {folder} hat noch kein Lauf begonnen. Bitte den Ordner angeben, den ein Lauf mit --out hat."
    )


def export(folder: Path, out: Path, csv_profile: str | None) -> None:
    """Write the tables of an earlier run again. Raises Refused, output.write.OutputFailed."""
    earlier = finished_run(folder)
    settings = earlier.settings.model_copy(
        update={"csv_profile": csv_profile or earlier.settings.csv_profile}
    )
    evidence = evidence_of(earlier.records, archive_at(earlier.about.archive), settings)
    write_outputs(earlier.records, out, settings, earlier.about, evidence)


def check_between(
    records: Sequence[Agreement], settings: Settings, figures: Sequence[Figure] = ()
) -> Checked:
    """Checked records with what contradicts itself between them, or published figures, added.

    A finding about several documents may be the fault of any: each of them goes to a person.
    """
    findings = check_archive(records, reference(), settings, figures)
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for found in findings:
        for path, finding in found.placed():
            by_path[path].append(finding)
    added = [
        with_findings(
            record,
            tuple(sorted((*record.findings, *by_path[record.document.path]), key=lambda one: one.rank)),
            settings,
        )
        if record.document.path in by_path
        else record
        for record in records
    ]
    return Checked(added, tuple(found.finding for found in findings if not found.documents))
