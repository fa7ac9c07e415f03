"""The same work on many machines: Dask distributed hands the documents out, the same guard reads each.

A worker of the cluster keeps one child for each of its threads. What it is given is the path of a document on
a file system that all machines share; what it gives back is the reading as JSON.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from threading import Event
from typing import cast

from distributed import Client, Future, KilledWorker, LocalCluster, WorkerPlugin, get_worker, wait

from batch.children import Begins, Children, ClusterFailed, sealed
from batch.outcome import Cause, Reading, Worker, failure
from extract.files.archive import Source
from models.settings import Settings

LOCAL = "local:"
GUARD = "aktenlese-guard"

AHEAD = 2
"""Documents given to the cluster for each of its threads: one in work, one that waits beside it."""

LOOK_EVERY = 0.5
"""Seconds between two looks at whether workers have come or the run is to stop."""


class Guard(WorkerPlugin):
    """The children of one worker of the cluster: one for each of its threads."""

    name = GUARD

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def setup(self, worker: object) -> None:
        self._mine = threading.local()
        self._all: list[Children] = []

    def teardown(self, worker: object) -> None:
        for children in self._all:
            children.close()

    def read(self, worker: Worker, source: Source) -> str:
        if not hasattr(self._mine, "children"):
            self._mine.children = Children(1, self._settings)
            self._all.append(self._mine.children)
        reading: Reading = self._mine.children.read(worker, source)
        return reading.model_dump_json(round_trip=True)


def _on_worker(worker: Worker, source: Source) -> str:
    guard = cast(Guard, get_worker().plugins[GUARD])
    return guard.read(worker, source)


def read_on_cluster(
    worker: Worker, sources: Sequence[Source], settings: Settings, stop: Event, begins: Begins
) -> Iterator[tuple[Source, Reading]]:
    """As `batch.children.read_in_children`, on the cluster at `settings.batch.cluster`.

    Once `stop` is set, what the cluster was given is still read. Raises ClusterFailed.
    """
    waiting = list(reversed(sources))
    if not waiting:
        return
    with _client(str(settings.batch.cluster)) as client:
        client.register_plugin(Guard(settings), name=GUARD)
        packed = sealed(worker)
        running: dict[Future[str], Source] = {}
        ready: list[tuple[Source, Reading]] = []
        try:
            while True:
                room = AHEAD * max(1, sum(client.nthreads().values()))
                while waiting and len(running) < room and not stop.is_set():
                    source = waiting.pop()
                    there = replace(source, path=source.path.absolute())
                    running[client.submit(_on_worker, packed, there, pure=False)] = source
                    begins(source)
                yield from ready  # while the cluster reads on
                if not running:
                    return
                done = _finished(running)
                ready = [(running[future], _outcome(future, running[future], settings)) for future in done]
                for future in done:
                    del running[future]
        finally:
            client.unregister_worker_plugin(GUARD)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    """`local:N` starts N workers in this process, whose children read; anything else is the address of a
    scheduler."""
    try:
        if address.startswith(LOCAL):
            number = int(address.removeprefix(LOCAL))
            if number < 1:
                raise ValueError  # the cluster would wait for its first worker for ever
            with (
                LocalCluster(
                    n_workers=number,
                    threads_per_worker=1,
                    processes=False,
                    dashboard_address=None,  # its pages are nobody's business
                ) as cluster,
                Client(cluster) as client,
            ):
                yield client
        else:
            with Client(address) as client:
                yield client
    except (OSError, ValueError) as error:
        raise ClusterFailed(
            "Der Cluster ist nicht erreichbar (batch.cluster): erwartet wird tcp://Rechner:8786, "
            "tls://Rechner:8786 oder local:Anzahl."
        ) from error


def _finished(running: dict[Future[str], Source]) -> list[Future[str]]:
    try:
        return list(wait(list(running), timeout=LOOK_EVERY, return_when="FIRST_COMPLETED").done)
    except TimeoutError:
        return []


def _outcome(future: Future[str], source: Source, settings: Settings) -> Reading:
    try:
        return Reading.model_validate_json(future.result())
    except KilledWorker:
        reason = "Mehrere Rechner des Clusters sind ausgefallen, während sie das Dokument lasen."
        return failure(source, Cause.CRASH, reason, settings)
