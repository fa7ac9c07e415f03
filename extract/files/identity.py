"""What a file is, told by its bytes: nothing is opened, and no name believed."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extract.errors import EmptyFile, LimitExceeded, NotReadable, UnknownFormat
from models.settings import Limits
from models.system import system_cause

MediaType = Literal["application/pdf", "image/tiff", "image/png", "image/jpeg"]

SIGNATURES: tuple[tuple[bytes, MediaType], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
)
PDF_HEADER_WITHIN = 1024
"""Readers accept bytes before "%PDF-" up to here (ISO 32000-1, implementation note 13)."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a file before it is opened. `id` is the start of the SHA-256 of its bytes."""

    id: str
    sha256: str
    media_type: MediaType


def identify(path: Path, limits: Limits) -> FileFacts:
    """Hash the file and tell its format by its content.

    Raises EmptyFile, NotReadable, UnknownFormat, LimitExceeded.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            folder = stat.S_ISDIR(status.st_mode)
            raise NotReadable("sie ist ein Ordner" if folder else "sie ist keine gewöhnliche Datei")
        if status.st_size == 0:
            raise EmptyFile
        megabytes = status.st_size / 1_000_000
        if megabytes > limits.file_megabytes:
            raise LimitExceeded("file_megabytes", megabytes, limits.file_megabytes)
        with path.open("rb") as file:
            head = file.read(PDF_HEADER_WITHIN)
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except PermissionError as error:
        raise NotReadable("das Leserecht fehlt") from error
    except FileNotFoundError as error:
        raise NotReadable("sie ist nicht (mehr) vorhanden") from error
    except OSError as error:
        raise NotReadable(system_cause(error)) from error
    return FileFacts(id=sha256[:16], sha256=sha256, media_type=_media_type(head))


def _media_type(head: bytes) -> MediaType:
    for signature, media_type in SIGNATURES:
        if head.startswith(signature):
            return media_type
    if b"%PDF-" in head:
        return "application/pdf"
    raise UnknownFormat
