"""Workers that go wrong the way real ones do, each when the name of the file asks for it."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from batch.outcome import Reading
from extract.files.archive import Source
from models.agreement import Agreement, DocumentInfo
from models.settings import Settings


def faulty(source: Source, settings: Settings) -> Reading:
    # What a worker that is ended leaves behind, as a real one leaves page images.
    (Path(tempfile.mkdtemp()) / source.name).write_text("page image", encoding="utf-8")
    time.sleep(0.2)  # reading takes longer than the message that it has begun
    if "crash" in source.name:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "killed" in source.name:
        os.kill(os.getpid(), signal.SIGKILL)
    if "exit" in source.name:
        os._exit(7)
    if "hungry" in source.name:
        held = []
        while True:
            held.append(b"x" * 10_000_000)
            time.sleep(0.02)
    if "greedy" in source.name:
        bytearray(100_000_000_000)
    if "talks" in source.name:
        document = DocumentInfo(id="x" * 3_000_000, path=source.name, sha256=None, media_type=None)
        return Reading(record=Agreement(document=document, status="ok"), seconds=0.0)
    if "writes" in source.name:
        (Path(tempfile.mkdtemp()) / "large").write_bytes(bytes(3_000_000))
    if "tesseract" in source.name:
        subprocess.run(["sleep", "1234"], check=True)
    if "hang" in source.name:
        time.sleep(600)
    document = DocumentInfo(id=source.name, path=source.name, sha256=None, media_type=None)
    return Reading(record=Agreement(document=document, status="ok"), seconds=0.0)
