"""How the working through of an archive behaves: resuming, memory of the coordinator, jobs, cluster.

    python benchmarks/batch.py resume [DOCUMENTS]     # seconds to find 10,000 finished documents unchanged
    python benchmarks/batch.py memory [DOCUMENTS]     # growth of the coordinator over 2,000 small documents
    python benchmarks/batch.py jobs FOLDER            # wall time of 1 job, 2 jobs, a cluster of 2
    python benchmarks/batch.py script FOLDER          # processor time beside the obvious script

Wall times mean something only on a machine that does nothing else; processor times count all children.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pipeline
from batch.outcome import Reading
from batch.store import Store
from benchmarks.reading import cpu_seconds
from extract.archive import Inventory
from models.settings import Batch, Settings

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "agreements"
SAMPLE = SAMPLES / "wetterau_2024.pdf"
MEMORY_EVERY = 500


class Watcher:
    """Notes the resident memory of the coordinator, in MB, as documents come in."""

    def __init__(self) -> None:
        self.count = 0
        self.memory: list[float] = []

    def starts(self, inventory: Inventory) -> None: ...

    def has_read(self, reading: Reading) -> None:
        if self.count % MEMORY_EVERY == 0:
            self.memory.append(resident())
        self.count += 1


def resident() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1000


def copies(folder: Path, number: int) -> Path:
    """So many documents of the same agreement, each with bytes of its own."""
    folder.mkdir()
    content = SAMPLE.read_bytes()
    for count in range(number):
        (folder / f"{count:06}.pdf").write_bytes(content + b"%% %d\n" % count)
    return folder


def resume(folder: Path, number: int) -> None:
    """The records of the first run are one reading under many names: only the second run is measured."""
    archive, out = copies(folder / "archive", number), folder / "out"
    reading = pipeline.process_document(pipeline.Source(SAMPLE, SAMPLE.name), Settings())
    find = Store.find

    def remember(store: Store, source: pipeline.Source) -> object:
        document = reading.record.document.model_copy(
            update={"path": source.name, "sha256": source.sha256, "id": str(source.sha256)[:16]}
        )
        record = reading.record.model_copy(update={"document": document})
        store.keep(reading.model_copy(update={"record": record}))
        return find(store, source)

    Store.find = remember  # type: ignore[method-assign, assignment]
    start = time.monotonic()
    pipeline.run(archive, out, Settings(), Watcher())
    print(f"first run, nothing read: {time.monotonic() - start:.1f} s")
    Store.find = find  # type: ignore[method-assign]
    time.sleep(3)
    for _ in range(2):
        start, spent = time.monotonic(), cpu_seconds()
        pipeline.run(archive, out, Settings(), Watcher())
        print(
            f"resume of {number} documents: {time.monotonic() - start:.1f} s, "
            f"{cpu_seconds() - spent:.1f} s of processor time"
        )


def memory(folder: Path, number: int) -> None:
    archive = copies(folder / "archive", number)
    watcher = Watcher()
    pipeline.run(archive, folder / "out", Settings(), watcher)
    print("MB while reading:", *(f"{value:.0f}" for value in watcher.memory), f"at the end {resident():.0f}")


def jobs(folder: Path, archive: Path) -> None:
    for name, batch in (
        ("1 job", Batch(jobs=1)),
        ("2 jobs", Batch(jobs=2)),
        ("cluster of 2", Batch(cluster="local:2")),
    ):
        start = time.monotonic()
        pipeline.run(archive, folder / name, Settings(batch=batch), Watcher())
        print(f"{name}: {time.monotonic() - start:.1f} s")


def script(folder: Path, archive: Path) -> None:
    """The obvious script: every page as an image at 300 dpi, Tesseract for each, regular expressions."""
    import pypdfium2
    import pytesseract

    engine = pipeline.find_tesseract()
    pytesseract.pytesseract.tesseract_cmd = str(engine.command)
    start, pages = cpu_seconds(), 0
    for path in sorted(archive.rglob("*.pdf")):
        for page in pypdfium2.PdfDocument(path):
            image = page.render(scale=300 / 72).to_pil()
            config = f'--tessdata-dir "{engine.tessdata}"'
            data = pytesseract.image_to_data(image, lang="deu", config=config, output_type="dict")
            re.findall(r"[\d.]+,\d\d|\d\d\.\d\d\.\d{4}", " ".join(data["text"]))
            pages += 1
    theirs = (cpu_seconds() - start) / pages
    start = cpu_seconds()
    records = pipeline.run(archive, folder / "out", Settings(batch=Batch(jobs=1)), Watcher())
    ours = (cpu_seconds() - start) / sum(len(record.document.pages) for record in records)
    print(f"script {theirs:.2f} s per page, ours {ours:.2f}, {theirs / ours:.2f} times faster")


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in {"resume", "memory", "jobs", "script"}:
        sys.exit(__doc__)
    folder = Path(tempfile.mkdtemp(prefix="aktenlese-benchmark-"))
    try:
        match sys.argv[1:]:
            case ["resume", *number]:
                resume(folder, int(number[0]) if number else 10_000)
            case ["memory", *number]:
                memory(folder, int(number[0]) if number else 2_000)
            case ["jobs", archive]:
                jobs(folder, Path(archive))
            case ["script", archive]:
                script(folder, Path(archive))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
