"""A folder → the documents in it, in the order of their paths, and what was left aside and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from extract.files.identity import SIGNATURES
from extract.files.watch import UNWATCHED, Watch

EXTENSIONS = frozenset({".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg"})

CONVERTIBLE = (
    ".doc",
    ".docx",
    ".odt",
    ".rtf",
    ".eml",
    ".msg",
    ".zip",
    ".heic",
    ".bmp",
    ".gif",
    ".webp",
    ".jp2",
)
"""Files of these kinds may hold an agreement, but not as pages."""
TO_CONVERT = "wird nicht gelesen; eine Vereinbarung darin bitte als PDF ablegen"
NO_DOCUMENT = "kein PDF und kein Bild"

FIRST_BYTES = (b"%PDF-", *(signature for signature, _ in SIGNATURES))


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read. `name` is its path relative to the archive, with forward slashes.

    `same_as` names the first file of the archive with the same bytes, if there is one. `size` in bytes.
    `sha256` is that of its bytes, None where nobody looked or could.
    """

    path: Path
    name: str
    size: int = 0
    same_as: str | None = None
    sha256: str | None = None
    watch: Watch = UNWATCHED


@dataclass(frozen=True, slots=True)
class Ignored:
    """What stands in the archive and is no document, with the reason in German."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """What an archive holds, each part in the order of the names."""

    documents: tuple[Source, ...]
    ignored: tuple[Ignored, ...]


def take_inventory(archive: Path) -> Inventory:
    """List the documents of a folder and its subfolders.

    A document is a file with one of EXTENSIONS (in any case), whatever it holds, or one whose first
    bytes say so. Links that lead out of the archive are not followed, links to folders never. A folder
    that cannot be listed counts as a document (which will fail): what it holds would else be lost in silence.
    """
    root = archive.resolve()
    found = sorted((_name(path, archive), path) for path in _walk(archive))
    documents: list[Source] = []
    ignored: list[Ignored] = []
    for name, path in found:
        entry = _look_at(path, name, root)
        if isinstance(entry, Source):
            documents.append(entry)
        else:
            ignored.append(entry)
    return Inventory(tuple(documents), tuple(ignored))


def _walk(archive: Path) -> Iterator[Path]:
    """Every file below a folder, and every folder below it that cannot be entered or is a link."""
    waiting = [archive]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            yield folder
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                waiting.append(folder / entry.name)
            else:
                yield folder / entry.name


def _look_at(path: Path, name: str, root: Path) -> Source | Ignored:
    if path.name.startswith("."):
        return Ignored(name, "versteckt")
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(root):
            return Ignored(name, "Verknüpfung, die aus dem Archiv hinausführt")
        status = path.stat()
    except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself (Python 3.11 and 3.12)
        return Ignored(name, "Verknüpfung ins Leere")
    if stat.S_ISDIR(status.st_mode):
        if path.is_symlink():
            return Ignored(name, "Verknüpfung auf einen Ordner")
        return Source(path, name)
    regular = stat.S_ISREG(status.st_mode)
    if path.suffix.lower() in EXTENSIONS or (regular and _starts_like_a_document(path)):
        return Source(path, name, status.st_size if regular else 0)
    return Ignored(name, why_aside(name))


def why_aside(name: str) -> str:
    """What a file that is no document is told to be."""
    return TO_CONVERT if name.lower().endswith(CONVERTIBLE) else NO_DOCUMENT


def _starts_like_a_document(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(8).startswith(FIRST_BYTES)
    except OSError:
        return False


def mark_duplicates(documents: Iterable[Source], hashes: Mapping[str, str]) -> tuple[Source, ...]:
    """The documents with their SHA-256 (`hashes`, by name); the later ones with the same name the first."""
    first: dict[str, str] = {}
    marked: list[Source] = []
    for source in documents:
        sha256 = hashes.get(source.name)
        original = first.setdefault(sha256, source.name) if sha256 else source.name
        marked.append(replace(source, sha256=sha256, same_as=None if original == source.name else original))
    return tuple(marked)


def _name(path: Path, archive: Path) -> str:
    """A file name need not be UTF-8; what goes into the tables must be, and still be one name per file."""
    relative = path.relative_to(archive).as_posix()
    return os.fsencode(relative).decode("utf-8", errors="backslashreplace")
