"""All documents of an archive: what earlier runs read, and the rest, several at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Event
from typing import Protocol

from batch.children import INTERRUPTED, Reader, read_in_children
from batch.collection import no_collection
from batch.one_document import check_record, process_document
from batch.outcome import Cause, Reading, Worker, failure
from batch.state import Note, note_of
from batch.store import Store
from extract.errors import DependencyMissing
from extract.files.archive import Inventory, Source
from models.agreement import Agreement
from models.settings import Settings
from models.system import pip_install
from output.write import OutputFailed


class Observer(Protocol):
    """Who wants to know how the run goes."""

    def starts(self, inventory: Inventory) -> None: ...
    def has_read(self, reading: Reading) -> None: ...


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
    records = _Records(observer, store)
    originals = [source for source in sources if not source.same_as]
    if store:
        with no_collection():
            for source, reading in _remembered(originals, settings, store):
                records.take(source, reading, packed=False)
        records.write_down()
    # Large files first: the end does not wait for one.
    waiting = sorted(
        (source for source in originals if source not in records), key=lambda source: -source.size
    )
    begins = store.state.begins if store else lambda _: None
    read_all = _reader(settings)
    for source, reading in read_all(worker or process_document, waiting, settings, stop or Event(), begins):
        if store:
            _keep(reading, store)
        records.take(source, reading)
        records.write_down()
    for source in waiting:
        if source not in records:
            records.take(source, failure(source, Cause.INTERRUPTED, INTERRUPTED, settings))
    for source in sources:
        if source.same_as:
            same = _as_duplicate(records[source.same_as], source)
            records.take(source, Reading(record=same, seconds=0.0))
    records.write_down()
    with no_collection():
        return [records[source.name] for source in sources]


class _Records:
    """The records by the names of their documents. Of each the observer hears and, once it is written down,
    the state of the run."""

    def __init__(self, observer: Observer, store: Store | None) -> None:
        # As JSON, a tenth of what the records take: thousands are held until the last one is read. Those
        # that earlier runs read stay as they are: packing 10,000 and unpacking them again takes as long as
        # all else.
        self._read: dict[str, bytes | Agreement] = {}
        self._notes: list[Note] = []
        self._observer, self._store = observer, store

    def __contains__(self, source: Source) -> bool:
        return source.name in self._read

    def __getitem__(self, name: str) -> Agreement:
        record = self._read[name]
        return Agreement.model_validate_json(record) if isinstance(record, bytes) else record

    def take(self, source: Source, reading: Reading, packed: bool = True) -> None:
        record = reading.record
        self._read[source.name] = record.model_dump_json(round_trip=True).encode() if packed else record
        self._notes.append(note_of(reading))
        self._observer.has_read(reading)

    def write_down(self) -> None:
        if self._store:
            self._store.state.has_read(self._notes)
        self._notes.clear()


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
