"""A cluster reads what one machine reads, whatever becomes of its workers."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

import pipeline
from batch.all_documents import read_documents
from batch.intake import Refused
from batch.outcome import Cause, Reading
from extract.errors import DependencyMissing
from extract.files.archive import Source
from models.settings import Batch, Settings
from tests.faulty_workers import faulty
from tests.runs import Witness
from tests.test_resume import DIGITAL, archive_of, tables

pytest.importorskip("distributed", reason="the extra [cluster] is not installed")

NAMES = (DIGITAL, "kassel_stadt_2019_jahre.pdf", "bergstrasse_2020_kurz.png")


class Killer(Witness):
    """Kills the process that runs the first worker of the cluster after so many documents have been read."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._after = after
        self.killed = 0

    def has_read(self, reading: Reading) -> None:
        super().has_read(reading)
        if len(self.readings) == self._after:
            from distributed import Client

            self.killed = Client.current().run(os.getpid).popitem()[1]
            os.kill(self.killed, signal.SIGKILL)


@pytest.fixture
def cluster() -> Iterator[str]:
    """A cluster of two workers that are processes of their own, as on other machines: its address."""
    import dask
    from distributed import LocalCluster

    with (
        dask.config.set({"distributed.worker.daemon": False}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as workers,
    ):
        yield workers.scheduler_address


def test_a_cluster_gives_the_same_bytes_though_a_worker_dies(tmp_path: Path, cluster: str) -> None:
    archive = archive_of(tmp_path / "archive", NAMES)
    pipeline.run(archive, tmp_path / "here", Settings(), Witness())
    pipeline.run(archive, tmp_path / "local", Settings(batch=Batch(cluster="local:2")), Witness())
    killer = Killer(after=1)
    pipeline.run(archive, tmp_path / "cluster", Settings(batch=Batch(cluster=cluster)), killer)
    assert killer.killed
    assert tables(tmp_path / "cluster") == tables(tmp_path / "local") == tables(tmp_path / "here")
    assert {reading.record.status for reading in killer.readings} <= {"ok", "review"}


def test_on_a_cluster_too_a_bad_file_costs_only_itself_and_none_is_lost(tmp_path: Path, cluster: str) -> None:
    names = ["a_crash", "b", "c_hang", "d", "e_hungry", "f", "g", "h"]
    settings = Settings(batch=Batch(cluster=cluster, timeout=3, memory_megabytes=400))
    killer = Killer(after=3)
    records = read_documents(
        [Source(tmp_path / name, name) for name in names], settings, killer, faulty, Event()
    )
    assert killer.killed
    assert [record.document.path for record in records] == names
    causes = {reading.record.document.path: reading.cause for reading in killer.readings if reading.cause}
    assert causes == {"a_crash": Cause.CRASH, "c_hang": Cause.TIMEOUT, "e_hungry": Cause.MEMORY}


@pytest.mark.parametrize("address", ["local:x", "local:0", "tcp://127.0.0.1:1", "nonsense"])
def test_a_cluster_that_is_not_there_is_told(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dask

    monkeypatch.setitem(dask.config.config["distributed"]["comm"]["timeouts"], "connect", "1s")
    archive = archive_of(tmp_path / "archive", [DIGITAL])
    with pytest.raises(Refused, match="nicht erreichbar"):
        pipeline.run(archive, tmp_path / "out", Settings(batch=Batch(cluster=address)), Witness())


def test_without_dask_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "batch.cluster", None)
    settings = Settings(batch=Batch(cluster="local:2"))
    with pytest.raises(DependencyMissing, match="Dask distributed"):
        read_documents([Source(tmp_path / "a", "a")], settings, Witness(), faulty)
