"""Workers that go wrong the way real ones do, each when the name of the file asks for it."""

from __future__ import annotations

import os
import signal
import time

from extract.archive import Source
from models.agreement import Agreement, DocumentInfo
from models.settings import Settings
from pipeline import Reading


def faulty(source: Source, settings: Settings) -> Reading:
    if "crash" in source.name:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "killed" in source.name:
        os.kill(os.getpid(), signal.SIGKILL)
    if "exit" in source.name:
        os._exit(7)
    if "hang" in source.name:
        time.sleep(600)
    document = DocumentInfo(id=source.name, path=source.name, sha256=None, media_type=None)
    return Reading(record=Agreement(document=document, status="ok"), seconds=0.0)
