"""What a child does with a document, and what that took: processor time by part, and memory.

A child can only hand back a reading, so it leaves its measures in a folder.
"""

from __future__ import annotations

import json
import os
import re
import resource
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from unittest.mock import patch

import psutil

from batch import all_documents
from batch.one_document import process_document
from batch.outcome import Reading
from extract.files.archive import Source
from extract.files.image import ImageSheet
from extract.files.pdf import PdfSheet
from extract.files.sheet import Picture
from models.settings import Settings

LOOK_EVERY = 0.02
"""Seconds between two looks at the memory of Tesseract, which reads a page for half a second or more."""


@dataclass(frozen=True)
class Measures:
    """Of one document: processor seconds of all, of rendering and of Tesseract; memory in MB.

    `memory` is the most its child ever had, `together` the most at one time with its Tesseract.
    """

    processor: float
    rendering: float
    tesseract: float
    memory: float
    together: float


def probed(folder: Path, source: Source, settings: Settings) -> Reading:
    """As process_document; the measures go into `folder`."""
    spent = [0.0]
    start, before = time.process_time(), of_children()
    with (
        patch.object(PdfSheet, "picture", _timed(PdfSheet.picture, spent)),
        patch.object(ImageSheet, "picture", _timed(ImageSheet.picture, spent)),
        _watching_memory() as watch,
    ):
        reading = process_document(source, settings)
    tesseract = of_children() - before
    measures = Measures(
        processor=time.process_time() - start - watch.spent + tesseract,
        rendering=spent[0],
        tesseract=tesseract,
        memory=memory("VmHWM"),
        together=watch.most,
    )
    with (folder / str(os.getpid())).open("a", encoding="ascii") as file:
        file.write(json.dumps(asdict(measures)) + "\n")
    return reading


@dataclass
class Watch:
    """Most memory held at one time (MB), and the processor seconds that looking for it took."""

    most: float = 0.0
    spent: float = 0.0


@contextmanager
def _watching_memory() -> Iterator[Watch]:
    watch, over = Watch(), threading.Event()
    watcher = threading.Thread(target=_watch_memory, args=(watch, over))
    watcher.start()
    try:
        yield watch
    finally:
        over.set()
        watcher.join()


def _watch_memory(watch: Watch, over: threading.Event) -> None:
    this = psutil.Process()
    while not over.wait(LOOK_EVERY):
        held = this.memory_info().rss
        for child in this.children():
            try:
                # A child that is not yet Tesseract still shares the memory of its parent.
                held += child.memory_info().rss if child.name() == "tesseract" else 0
            except psutil.NoSuchProcess:
                continue
        watch.most = max(watch.most, held / 1e6)
    watch.spent = time.thread_time()


def _timed(picture: Callable[..., Picture], spent: list[float]) -> Callable[..., Picture]:
    def timed(*given: object) -> Picture:
        start = time.process_time()
        try:
            return picture(*given)
        finally:
            spent[0] += time.process_time() - start

    return timed


def of_children() -> float:
    """Processor seconds of all that this process has started: what has ended, and what waits for work."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = used.ru_utime + used.ru_stime
    for child in psutil.Process().children():
        with suppress(psutil.NoSuchProcess):
            times = child.cpu_times()
            spent += times.user + times.system
    return spent


def memory(field: str) -> float:
    """Resident memory of this process in MB: what it has now (VmRSS), or the most it ever had (VmHWM)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(rf"{field}:\s+(\d+)", status)[0]) / 1000


@contextmanager
def probing(folder: Path) -> Iterator[list[Measures]]:
    """While this lasts, the children of a run measure; what they say stands in the list afterwards."""
    folder.mkdir()
    said: list[Measures] = []
    with patch.object(all_documents, "process_document", partial(probed, folder)):
        yield said
    for file in sorted(folder.iterdir()):
        said += [Measures(**json.loads(line)) for line in file.read_text(encoding="ascii").splitlines()]
