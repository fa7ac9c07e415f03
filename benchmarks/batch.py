"""How the working through of an archive behaves, beside its goals.

    python -m benchmarks.batch all
    python -m benchmarks.batch speed --scans 30 --ocrmypdf VENV/bin/ocrmypdf
    python -m benchmarks.batch overhead worker coordinator resume hostile rate

| | measures |
|---|---|
| speed | wall time on scans: OCRmyPDF and the obvious script beside us, 2 jobs beside 1, Dask beside 2 jobs |
| overhead | processor time on scans that is neither Tesseract's nor rendering |
| worker | most memory of the process that reads a 20-page colour scan of 400 dpi |
| coordinator | growth of the coordinator's memory over many small documents |
| resume | wall time of a run that finds 10,000 documents finished |
| hostile | files that are built to hurt: rows, reasons, crashes |
| rate | pages per core-hour: digital, clean scans, poor scans |

Wall times mean something only on a machine that does nothing else: `speed` and `resume`. OCRmyPDF belongs
into a virtual environment of its own (`pip install ocrmypdf`) and needs Ghostscript; it is given our
Tesseract and models.
"""

from __future__ import annotations

import argparse
import ctypes
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from unittest.mock import patch

import psutil

import pipeline
from batch.one_document import process_document
from batch.outcome import Cause, Reading
from batch.store import RECORDS, WORK, Store
from benchmarks.archives import CLEAN, POOR, SAMPLE, colour_scan, copies, digital, scans
from benchmarks.probe import Measures, memory, probing
from extract.files.archive import Inventory, Source
from extract.scans.ocr import find_tesseract
from models.settings import Batch, Settings
from tests.hostile import make_hostile_archive

ROOT = Path(__file__).resolve().parent.parent
AKTENLESE = [sys.executable, "-c", "from desk.commands import main; main()", "run"]
PR_SET_CHILD_SUBREAPER = 36
"""From linux/prctl.h."""
SETTLE = 3
"""Seconds until the hash of a file that was just written may be relied on (batch.files.SETTLED)."""
EXTREMES = Settings(batch=Batch(timeout=60, memory_megabytes=700))
"""For files that are built to hurt: limits that a run on a small machine would have."""


@dataclass(frozen=True)
class Row:
    """One line of the table. `met` None: there is no goal, or it was not measured."""

    what: str
    goal: str
    measured: str
    met: bool | None = None


@dataclass(frozen=True)
class Sizes:
    scans: int
    pages: int
    small: int
    finished: int
    ocrmypdf: Path | None


@dataclass(frozen=True)
class Spent:
    """Seconds: on the clock, and of all processors."""

    wall: float
    processor: float


class Watcher:
    """Sums up what comes in, and notes the coordinator's memory (MB) at the first document and the last."""

    def __init__(self) -> None:
        self.first = self.last = 0.0
        self.causes: Counter[Cause] = Counter()
        self.slowest = 0.0

    def starts(self, inventory: Inventory) -> None: ...

    def has_read(self, reading: Reading) -> None:
        self.last = memory("VmRSS")
        self.first = self.first or self.last
        self.slowest = max(self.slowest, reading.seconds)
        if reading.cause:
            self.causes[reading.cause] += 1


def adopt_orphans() -> None:
    """Have what outlives the run that started it become ours, so that its time is counted."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def processor_seconds() -> float:
    """Of this process and all that it has started, ended or not."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    own = os.times()
    spent = own.user + own.system + own.children_user + own.children_system
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            spent += sum(process.cpu_times()[:4])
    return spent


def clocked(commands: Sequence[Sequence[str | Path]], environment: dict[str, str] | None = None) -> Spent:
    """The commands one after the other. Raises CalledProcessError if one fails."""
    start, before = time.monotonic(), processor_seconds()
    for command in commands:
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        if done.returncode:
            sys.stderr.write(done.stderr)
            done.check_returncode()
    return Spent(time.monotonic() - start, processor_seconds() - before)


def with_tesseract(tessdata: Path) -> dict[str, str]:
    """The environment in which others find our Tesseract, our models and its own output formats."""
    engine = find_tesseract()
    tessdata.mkdir()
    own = engine.command.parent.parent / "share" / "tessdata"
    for file in [*engine.tessdata.iterdir(), *own.iterdir()]:
        if not (tessdata / file.name).exists():
            (tessdata / file.name).symlink_to(file)
    path = f"{engine.command.parent}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": path, "TESSDATA_PREFIX": str(tessdata)}


class Speed:
    """The same scans, read in different ways. Each way is gone once."""

    def __init__(self, folder: Path, sizes: Sizes) -> None:
        self._folder = folder
        self._ocrmypdf = sizes.ocrmypdf
        self._archive = scans(folder / "scans", sizes.scans)
        self._with_tesseract = with_tesseract(folder / "tessdata")

    def _ours(self, name: str, *flags: str) -> Spent:
        out = self._folder / name
        return clocked([[*AKTENLESE, self._archive, "--out", out, "--quiet", *flags]])

    @cached_property
    def one(self) -> Spent:
        return self._ours("one", "--jobs", "1")

    @cached_property
    def two(self) -> Spent:
        return self._ours("two", "--jobs", "2")

    @cached_property
    def cluster(self) -> Spent:
        return self._ours("cluster", "--cluster", "local:2")

    @cached_property
    def script(self) -> Spent:
        script = ROOT / "benchmarks" / "obvious_script.py"
        return clocked([[sys.executable, script, self._archive]], self._with_tesseract)

    @cached_property
    def ocrmypdf(self) -> Spent | None:
        if self._ocrmypdf is None:
            return None
        flags = ["-l", "deu", "-j", "2", "--deskew", "--rotate-pages", "--quiet"]
        out = self._folder / "ocrmypdf"
        out.mkdir()
        files = sorted(self._archive.iterdir())
        commands: list[list[str | Path]] = [[self._ocrmypdf, *flags, file, out / file.name] for file in files]
        return clocked(commands, self._with_tesseract)

    def rows(self) -> Iterator[Row]:
        what, goal = "OCRmyPDF, 2 jobs each", "≥ 4 times faster"
        if self.ocrmypdf:
            yield _times_faster(what, goal, self.ocrmypdf, self.two, 4)
        else:
            yield Row(what, goal, "not measured: no ocrmypdf (--ocrmypdf)")
        what, goal = "the obvious script, one worker each", "≥ 2 times faster"
        yield _times_faster(what, goal, self.script, self.one, 2)
        gain = self.one.wall / self.two.wall
        yield Row("2 jobs against 1", "≥ 1.85", f"{gain:.2f} ({_pair(self.one, self.two)})", gain >= 1.85)
        share = self.cluster.wall / self.two.wall
        clock = _pair(self.cluster, self.two)
        yield Row("Dask, 2 workers, against 2 jobs", "≤ 1.10", f"{share:.2f} ({clock})", share <= 1.1)


def _times_faster(what: str, goal: str, theirs: Spent, ours: Spent, least: float) -> Row:
    gain = theirs.wall / ours.wall
    processor = theirs.processor / ours.processor
    measured = f"{gain:.1f} ({_pair(theirs, ours)}; {processor:.1f} by processor time)"
    return Row(what, goal, measured, gain >= least)


def _pair(first: Spent, second: Spent) -> str:
    return f"{first.wall:.0f} s and {second.wall:.0f} s"


def speed(folder: Path, sizes: Sizes) -> Iterator[Row]:
    return Speed(folder, sizes).rows()


def measured_run(folder: Path, archive: Path, settings: Settings) -> tuple[float, int, list[Measures]]:
    """Processor seconds of a run with one job, its pages, and what its documents took."""
    one = settings.model_copy(update={"batch": settings.batch.model_copy(update={"jobs": 1})})
    before = processor_seconds()
    with probing(folder / f"probe-{archive.name}") as measures:
        records = pipeline.run(archive, folder / f"out-{archive.name}", one, Watcher())
    spent = processor_seconds() - before
    return spent, sum(len(record.document.pages) for record in records), measures


def overhead(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """Of the time for documents, the first left out: it loads the models, once for 200 documents. What a run
    takes beside them, to start children and write tables, is told as well."""
    spent, _, measures = measured_run(folder, scans(folder / "scans", sizes.scans), Settings())
    whole = sum(one.processor for one in measures[1:])
    tesseract = sum(one.tesseract for one in measures[1:]) / whole
    rendering = sum(one.rendering for one in measures[1:]) / whole
    rest = 1 - tesseract - rendering
    beside = spent - sum(one.processor for one in measures[1:])
    parts = f"Tesseract {tesseract:.0%}, rendering {rendering:.0%}; start and tables {beside:.0f} s"
    yield Row("outside Tesseract and rendering, scans", "≤ 15 %", f"{rest:.0%} ({parts})", rest <= 0.15)


def worker(folder: Path, sizes: Sizes) -> Iterator[Row]:
    archive = colour_scan(folder / "colour", sizes.pages)
    _, pages, measures = measured_run(folder, archive, Settings())
    most = max(one.memory for one in measures)
    beside = f"{pages} pages; together with its Tesseract {max(one.together for one in measures):.0f} MB"
    what = "memory of a worker, 20-page colour scan of 400 dpi"
    yield Row(what, "≤ 600 MB", f"{most:.0f} MB ({beside})", most <= 600)


def coordinator(folder: Path, sizes: Sizes) -> Iterator[Row]:
    archive = copies(folder / "small", sizes.small)
    watcher = Watcher()
    records = pipeline.run(archive, folder / "out", Settings(), watcher)
    growth = watcher.last - watcher.first
    most = memory("VmHWM")
    parts = f"from {watcher.first:.0f} MB; while the tables are written {most:.0f} MB"
    what = f"growth of the coordinator, {len(records)} small documents"
    yield Row(what, "≤ 50 MB", f"{growth:.0f} MB ({parts})", growth <= 50)


def resume(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """The first run reads one document and remembers it, through the program's own store, under the hashes of
    all: reading 10,000 would take half an hour and leave the same files. Only a later run is measured.
    """
    archive, out = copies(folder / "finished", sizes.finished), folder / "out"
    reading = process_document(Source(SAMPLE, SAMPLE.name), Settings())
    find = Store.find

    def remember(store: Store, source: Source) -> object:
        document = reading.record.document.model_copy(
            update={"path": source.name, "sha256": source.sha256, "id": str(source.sha256)[:16]}
        )
        record = reading.record.model_copy(update={"document": document})
        store.keep(reading.model_copy(update={"record": record}))
        return find(store, source)

    with patch.object(Store, "find", remember):
        pipeline.run(archive, out, Settings(), Watcher())
    time.sleep(SETTLE)
    command: list[str | Path] = [*AKTENLESE, archive, "--out", out, "--quiet"]
    clocked([command])  # what was written a moment ago is hashed once more
    again = clocked([command])
    measured = f"{again.wall:.1f} s ({again.processor:.1f} s of processor time)"
    yield Row(f"resume of {sizes.finished} finished documents", "≤ 15 s", measured, again.wall <= 15)


def hostile(folder: Path, sizes: Sizes) -> Iterator[Row]:
    outside = folder / "elsewhere" / "outside.pdf"
    outside.parent.mkdir()
    shutil.copy(SAMPLE, outside)
    archive = make_hostile_archive(folder / "hostile", outside)
    watcher = Watcher()
    with probing(folder / "probe"):
        records = pipeline.run(archive, folder / "out", EXTREMES, watcher)
    files = {path.name for path in archive.iterdir() if not path.is_symlink()}
    silent = [record for record in records if record.status == "ok" or not record.reason]
    lost = files - {record.document.path for record in records}
    crashes = sum(watcher.causes[cause] for cause in (Cause.CRASH, Cause.TIMEOUT, Cause.UNEXPECTED))
    measured = (
        f"{len(files) - len(lost)} of {len(files)} have a row, {len(records) - len(silent)} a reason, "
        f"{crashes} crashes or hangs; the slowest took {watcher.slowest:.0f} s"
    )
    goal = "every file a row and a reason, no crash of the run"
    yield Row("hostile corpus", goal, measured, not (silent or lost or crashes))


def rate(folder: Path, sizes: Sizes) -> Iterator[Row]:
    archives = {
        "digital": digital(folder / "digital", sizes.scans),
        "clean scans": scans(folder / "clean", sizes.scans, CLEAN),
        "poor scans": scans(folder / "poor", sizes.scans, POOR),
    }
    for name, archive in archives.items():
        _, pages, measures = measured_run(folder, archive, Settings())
        spent = sum(one.processor for one in measures)
        most = max(one.together for one in measures)
        records = folder / f"out-{archive.name}" / WORK / RECORDS
        kept = sum(file.stat().st_size for file in records.rglob("*.json"))
        measured = (
            f"{3600 * pages / spent:.0f} pages per core-hour ({spent / pages:.2f} s a page; "
            f"worker with Tesseract up to {most:.0f} MB; {kept / pages / 1000:.0f} kB of cache a page)"
        )
        yield Row(f"rate, {name}", "", measured)


MEASURES: dict[str, Callable[[Path, Sizes], Iterator[Row]]] = {
    measure.__name__: measure for measure in (speed, overhead, worker, coordinator, resume, hostile, rate)
}


def measure(name: str, sizes: Sizes) -> None:
    """Print each line of the table as soon as it is known."""
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="aktenlese-benchmark-") as folder:
        for row in MEASURES[name](Path(folder), sizes):
            verdict = {None: "", True: "met", False: "missed"}[row.met]
            print(f"| {row.what} | {row.goal} | {row.measured} | {verdict} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.batch",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", nargs="+", choices=[*MEASURES, "all"])
    parser.add_argument("--scans", type=int, default=24, help="agreements for speed, overhead and rate")
    parser.add_argument("--pages", type=int, default=20, help="pages of the colour scan")
    parser.add_argument("--small", type=int, default=500, help="documents for the coordinator")
    parser.add_argument("--finished", type=int, default=10_000, help="documents to resume")
    parser.add_argument("--ocrmypdf", type=Path, default=shutil.which("ocrmypdf"))
    given = parser.parse_args()
    sizes = Sizes(given.scans, given.pages, given.small, given.finished, given.ocrmypdf)
    print("| | goal | measured | |\n|---|---|---|---|", flush=True)
    # Each in a process of its own: what one leaves in memory is not counted with the next.
    spawn = multiprocessing.get_context("spawn")
    for name in MEASURES if "all" in given.what else given.what:
        with ProcessPoolExecutor(1, mp_context=spawn) as alone:
            alone.submit(measure, name, sizes).result()


if __name__ == "__main__":
    main()
