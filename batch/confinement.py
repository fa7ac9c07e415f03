"""What a child may use, and that it takes its own children with it.

Set up before anything heavy is loaded: this file imports the standard library alone.
"""

from __future__ import annotations

import gc
import os
import resource
import select
import signal
import tempfile
import threading
import time
from collections.abc import Mapping
from multiprocessing import parent_process
from pathlib import Path

OUT_OF_MEMORY = 77
"""Exit code of a child that went beyond its memory: none that Python, pdfium or a signal gives."""

LOOK_EVERY = 0.05
"""Seconds between two looks at the memory: filling a gigabyte takes some 0.3 s."""

ROOM = 2
"""What a single allocation may ask for before it is refused, in limits: the watch alone would come too late
for one that is filled at once."""

THREADS = ("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "OPENCV_FOR_THREADS_NUM")

HEAP = {"MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "134217728"}
"""For who is started with it, Tesseract too: the memory of a picture is kept for the next one. What is handed
back comes again page by page, each cleared first: 1 to 3 % of the time for poor scans."""

STATUS = Path("/proc/self/statm")
MEGABYTE = 1_000_000


def confine(
    scratch: str, memory_megabytes: int, output_megabytes: int, environment: Mapping[str, str]
) -> None:
    """Take a child in hand: temporary files into `scratch`, limits, one thread, an end with its parent.

    `environment`: the coordinator's, which may have changed since the process began from which we are forked.
    """
    tempfile.tempdir = scratch
    os.environ.clear()
    os.environ.update(environment)
    # Documents are read side by side; threads within one would only take the cores from the others.
    os.environ.update(dict.fromkeys(THREADS, "1") | HEAP)
    # What is loaded by now stays: looking through it for garbage would take 5 ms a page.
    gc.freeze()
    # Ctrl-C on the terminal goes to the coordinator, which lets us finish.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.setsid()
    _end_with_parent()
    _lower(resource.RLIMIT_FSIZE, output_megabytes * MEGABYTE)
    _lower(resource.RLIMIT_CORE, 0)
    if STATUS.exists():
        _lower(resource.RLIMIT_DATA, ROOM * memory_megabytes * MEGABYTE)
        watch = threading.Thread(target=_watch_memory, args=(memory_megabytes * MEGABYTE,), daemon=True)
        watch.start()


def _lower(limit: int, value: int) -> None:
    _, hard = resource.getrlimit(limit)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(limit, (value, hard))


def _watch_memory(allowed: int) -> None:
    page = resource.getpagesize()
    while True:
        if int(STATUS.read_text(encoding="ascii").split()[1]) * page > allowed:
            os._exit(OUT_OF_MEMORY)
        time.sleep(LOOK_EVERY)


def _end_with_parent() -> None:
    """Leave a warden behind that kills our process group, Tesseract included, when we or our parent end.

    It waits for the end of two pipes, one of which only we hold open and the other only our parent.
    Both end with their holder, however it dies; a signal on the parent's death knows Linux alone and
    does not reach Tesseract.
    """
    group = os.getpid()
    parent = parent_process()
    ours, _held = os.pipe()
    theirs = [int(parent.sentinel)] if parent else []
    if os.fork() == 0:
        try:
            os.setpgid(0, 0)
            # A pipe that somebody else waits for must not stay open through us.
            kept = sorted([ours, *theirs])
            for low, high in zip([-1, *kept], [*kept, os.sysconf("SC_OPEN_MAX")], strict=True):
                os.closerange(low + 1, high)
            select.select(kept, [], [])
            os.killpg(group, signal.SIGKILL)
        finally:
            os._exit(0)
