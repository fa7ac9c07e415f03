"""A worker whose process dies, once, before it has a task in hand, as when memory runs out just then."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

from batch.outcome import Reading
from extract.files.archive import Source
from models.settings import Settings
from tests.faulty_workers import faulty

DIED = Path(os.environ["FRAGILE_WORKER_DIED"])

if multiprocessing.parent_process() is not None and not DIED.exists():
    DIED.touch()
    os.kill(os.getpid(), signal.SIGKILL)


def fragile(source: Source, settings: Settings) -> Reading:
    return faulty(source, settings)
