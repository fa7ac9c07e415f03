"""Documents are read in child processes that may be ended at any moment: a bad file costs only itself.

The same guard stands on the machine of the coordinator and, one for each worker, on a cluster.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from types import TracebackType

from pebble import ProcessExpired, ProcessPool

from batch.confinement import MEGABYTE, OUT_OF_MEMORY, confine
from batch.nursery import CONTEXT, open_nursery
from batch.outcome import Cause, Reading, Worker, cause_of, failure, out_of_memory
from batch.storage import at_hand
from extract.errors import ReadingError
from extract.files.archive import Source
from extract.files.watch import NO_PAGE, Watch
from models.settings import Settings

DOCUMENTS_PER_CHILD = 200
"""A child is renewed after so many documents, so that what a library leaks does not add up."""

POOLS_IN_VAIN = 3
"""So many pools in a row that break before they have read anything are no accident."""

INTERRUPTED = "Nicht gelesen: Der Lauf wurde abgebrochen. Derselbe Befehl setzt ihn fort."

Begins = Callable[[Source], None]

Reader = Callable[[Worker, Sequence[Source], Settings, Event, Begins], Iterator[tuple[Source, Reading]]]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A worker that only the child unpacks, with all the libraries it needs: who passes it on has no use for
    them. `packed`: the worker, pickled."""

    packed: bytes

    def __call__(self, source: Source, settings: Settings) -> Reading:
        worker: Worker = pickle.loads(self.packed)
        return worker(source, settings)


def sealed(worker: Worker) -> Worker:
    return Sealed(pickle.dumps(worker))


class ClusterFailed(Exception):
    """The cluster cannot be reached. The message is German, for the operator."""


class Children:
    """A pool of child processes. A child that is ended cannot tidy up, so all keep their page images in one
    folder that goes in any case.

    A Tesseract that outlives its parent for a moment may still write there: no reason to lose the run.
    """

    def __init__(self, number: int, settings: Settings) -> None:
        self._settings = settings
        self._scratch = tempfile.TemporaryDirectory(prefix="aktenlese-", ignore_cleanup_errors=True)
        self._pool = self._start(number)
        self._number = number
        self._crashed: dict[str, Reading] = {}

    def _start(self, number: int) -> ProcessPool:
        batch = self._settings.batch
        open_nursery()
        return ProcessPool(
            max_workers=number,
            max_tasks=DOCUMENTS_PER_CHILD,
            initializer=confine,
            initargs=[self._scratch.name, batch.memory_megabytes, batch.output_megabytes, dict(os.environ)],
            context=CONTEXT,
        )

    def __enter__(self) -> Children:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._end_pool()
        self._scratch.cleanup()

    def _end_pool(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def renew(self) -> None:
        """Begin again with new children: pebble's pool breaks for good if one dies without a task."""
        self._end_pool()
        self._pool = self._start(self._number)

    def begin(self, function: Callable[..., str], *given: object) -> Future[str]:
        """Have a child do something with a document. Raises BrokenProcessPool, here or from the future."""
        try:
            return self._pool.schedule(function, args=given, timeout=self._settings.batch.timeout)
        except (RuntimeError, OSError) as error:
            raise BrokenProcessPool(str(error)) from error

    def begin_reading(self, worker: Worker, source: Source) -> Future[str]:
        """Have a document read. Raises BrokenProcessPool, here or from the future."""
        watched = replace(source, watch=self._watch(source))
        watched.watch.forget()
        return self.begin(_in_child, worker, watched, self._settings)

    def outcome(self, future: Future[str], source: Source) -> Reading:
        """The reading, or the reason why the child did not give one. Raises BrokenProcessPool."""
        return outcome(future, source, self._settings, where(self._watch(source).page()))

    def _watch(self, source: Source) -> Watch:
        """With a note in which a child writes which page of a document it is at."""
        name = f"page-{hashlib.sha256(source.name.encode()).hexdigest()}"
        return replace(source.watch, note=Path(self._scratch.name) / name)

    def second_try(self, source: Source, reading: Reading) -> Source | None:
        """The document without the page at which its reader crashed; None if there is nothing to try."""
        if reading.cause is not Cause.CRASH or source.watch.skip:
            return None
        page = self._watch(source).page()
        if page is None or page == NO_PAGE:
            return None
        self._crashed[source.name] = reading
        return replace(source, watch=Watch(skip=frozenset({page})))

    def better(self, source: Source, reading: Reading) -> Reading:
        """What the second try gave, or the crash, where it gave nothing either."""
        crashed = self._crashed.pop(source.name, None)
        return crashed if crashed and reading.cause else reading

    def read(self, worker: Worker, source: Source) -> Reading:
        """Have one document read and wait for it. Raises BrokenProcessPool if no child can be started."""
        for _ in range(POOLS_IN_VAIN):
            try:
                reading = self.outcome(self.begin_reading(worker, source), source)
            except BrokenProcessPool:
                self.renew()
            else:
                again = self.second_try(source, reading)
                return self.read(worker, again) if again else self.better(source, reading)
        raise BrokenProcessPool("no child can be started")


def read_in_children(
    worker: Worker, sources: Sequence[Source], settings: Settings, stop: Event, begins: Begins
) -> Iterator[tuple[Source, Reading]]:
    """Each document read, `settings.batch.jobs` at once, in the order in which they finish.

    `sources` are begun in their order. Once `stop` is set none is begun any more; those that were not are
    left out. Raises BrokenProcessPool if no child can be started.
    """
    waiting = list(reversed(sources))
    jobs = min(settings.batch.jobs or os.cpu_count() or 1, len(sources))
    running: dict[Future[str], Source] = {}
    ready: list[tuple[Source, Reading]] = []
    fruitless = 0
    if not waiting:
        return
    with Children(jobs, settings) as children:
        while True:
            try:
                while waiting and len(running) < jobs and not stop.is_set():
                    running[children.begin_reading(worker, waiting[-1])] = waiting[-1]
                    begins(waiting.pop())
                yield from ready  # while the children read on
                ready = []
                if not running:
                    return
                done = wait(running, return_when=FIRST_COMPLETED).done
                ended = [(running[one], children.outcome(one, running[one])) for one in done]
            except BrokenProcessPool:
                fruitless += 1
                if fruitless == POOLS_IN_VAIN:
                    raise
                waiting += reversed(running.values())
                running.clear()
                children.renew()
                continue
            fruitless = 0
            for one in done:
                del running[one]
            for source, reading in ended:
                if again := children.second_try(source, reading):
                    waiting.append(again)
                else:
                    ready.append((source, children.better(source, reading)))


def _in_child(worker: Worker, source: Source, settings: Settings) -> str:
    """Readings go between processes as JSON: generic models cannot be pickled, and JSON always arrives."""
    try:
        with at_hand(source, settings.limits) as here:
            reading = worker(here, settings)
    except ReadingError as error:
        reading = failure(source, cause_of(error), str(error), settings)
    said = reading.model_dump_json(round_trip=True)
    allowed = settings.batch.output_megabytes
    if len(said) > allowed * MEGABYTE:
        reason = (
            f"Das Ergebnis ist größer als {allowed} MB (Grenze batch.output_megabytes). "
            "Bitte prüfen, ob die Datei eine Vereinbarung ist."
        )
        return failure(source, Cause.OUTPUT, reason, settings).model_dump_json(round_trip=True)
    return said


def where(page: int | None) -> str:
    """In words for people where a child was when it ended; `page` as `Watch.page` has it."""
    if page is None:
        return "beim Öffnen der Datei"
    return "beim Auswerten, als alle Seiten gelesen waren," if page == NO_PAGE else f"bei Seite {page}"


def outcome(future: Future[str], source: Source, settings: Settings, place: str) -> Reading:
    """The reading, or the reason why the child did not give one, and at which place. Raises
    BrokenProcessPool."""
    batch = settings.batch
    try:
        return Reading.model_validate_json(future.result())
    except TimeoutError:
        reason = (
            f"Nach {batch.timeout:g} Sekunden abgebrochen, {place} (Grenze batch.timeout). Ist die Datei in "
            "Ordnung, lässt sich batch.timeout in der Konfiguration erhöhen."
        )
        return failure(source, Cause.TIMEOUT, reason, settings, batch.timeout)
    except MemoryError:
        code = OUT_OF_MEMORY
    except ProcessExpired as error:
        code = error.exitcode
    if code == OUT_OF_MEMORY:
        return failure(source, Cause.MEMORY, out_of_memory(settings), settings)
    if code == -signal.SIGKILL:
        reason = (
            f"Das Lesen wurde {place} vom System beendet, vermutlich reichte der Arbeitsspeicher nicht. "
            "Bitte mit weniger gleichzeitigen Dokumenten (batch.jobs) erneut starten."
        )
        return failure(source, Cause.MEMORY, reason, settings)
    how = signal.Signals(-code).name if code < 0 else f"Code {code}"
    reason = f"Das Lesen ist {place} abgestürzt ({how}). Bitte die Datei prüfen und den Absturz melden."
    return failure(source, Cause.CRASH, reason, settings)
