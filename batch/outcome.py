"""What comes back for one document, and why when it is no record."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from extract.errors import (
    DependencyMissing,
    NoScratchSpace,
    NotReadable,
    OcrFailed,
    ReadingError,
)
from extract.files.archive import Source
from extract.files.identity import identify
from models.agreement import Agreement, DocumentInfo
from models.settings import Settings
from models.values import Model


class Cause(StrEnum):
    """Why a document failed, in one word for programs; `Agreement.reason` says it to people."""

    FILE = "file"
    OCR = "ocr"
    SURROUNDINGS = "surroundings"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    OUTPUT = "output"
    CRASH = "crash"
    UNEXPECTED = "unexpected"
    INTERRUPTED = "interrupted"


class Reading(Model):
    """What came out of one document, and the seconds it took. `cause` is set where it failed, `remembered`
    where an earlier run read it."""

    record: Agreement
    seconds: float
    cause: Cause | None = None
    remembered: bool = False

    @property
    def lasting(self) -> bool:
        """Reading the same bytes once more would give the same."""
        whole = all(page.error is None for page in self.record.document.pages)
        return whole and self.cause in (None, Cause.FILE)


Worker = Callable[[Source, Settings], Reading]


def cause_of(error: ReadingError) -> Cause:
    """Whether the file is to blame, Tesseract, or what is around them."""
    if isinstance(error, OcrFailed):
        return Cause.OCR
    if isinstance(error, NotReadable | NoScratchSpace | DependencyMissing):
        return Cause.SURROUNDINGS
    return Cause.FILE


def failed(source: Source, reason: str, settings: Settings) -> Agreement:
    """The record of a document that could not be read. Without known bytes its name gives the id."""
    try:
        facts = identify(source.path, settings.limits)
    except ReadingError:
        name = source.sha256 or hashlib.sha256(source.name.encode()).hexdigest()
        document = DocumentInfo(id=name[:16], path=source.name, sha256=source.sha256, media_type=None)
    else:
        document = DocumentInfo(
            id=facts.id, path=source.name, sha256=facts.sha256, media_type=facts.media_type
        )
    return Agreement(document=document, status="failed", reason=reason)


def failure(source: Source, cause: Cause, reason: str, settings: Settings, seconds: float = 0.0) -> Reading:
    """A reading that says why there is none."""
    return Reading(record=failed(source, reason, settings), seconds=seconds, cause=cause)


def unexpected(error: Exception) -> str:
    """The reason for people, in German. The place is told; the message is not, for it may hold page text."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(place.filename).name}, Zeile {place.lineno}"
    return f"Unerwarteter Fehler beim Lesen: {where}. Bitte melden."


def out_of_memory(settings: Settings) -> str:
    """The reason for people, in German."""
    return (
        f"Abgebrochen: Das Lesen brauchte mehr als {settings.batch.memory_megabytes} MB Arbeitsspeicher "
        "(Grenze batch.memory_megabytes). Ist die Datei in Ordnung, lässt sie sich "
        "in der Konfiguration erhöhen."
    )
