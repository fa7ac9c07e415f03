"""What was read is kept, one JSON file per content, so that nothing is read twice.

An entry holds for the bytes of the file, the program and its engines, and the settings that decide what is
read. It is written under another name and then moved to its place: it is there whole, or not at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from batch.outcome import Reading
from models.settings import Settings
from models.values import Model


class Entry(Model):
    """A reading and what it depends on. `rules` stands for the settings and the day of its findings."""

    sha256: str
    program: str
    rules: str
    reading: Reading


class Cache:
    """The readings of one program and one way of reading. `folder` need not exist."""

    def __init__(self, folder: Path, program: str, rules: str) -> None:
        self._folder = folder
        self._program = program
        self._rules = rules

    def find(self, sha256: str) -> Entry | None:
        """What was read from these bytes; None if that is missing, damaged or of another program."""
        try:
            entry = Entry.model_validate_json(self._path(sha256).read_bytes())
        except (OSError, ValidationError):
            return None
        return entry if (entry.sha256, entry.program) == (sha256, self._program) else None

    def is_current(self, entry: Entry) -> bool:
        """Whether the findings were made with the same rules on the same day."""
        return entry.rules == self._rules

    def keep(self, reading: Reading) -> None:
        """Keep what would come out again. Raises OSError."""
        sha256 = reading.record.document.sha256
        if sha256 is None or not reading.lasting:
            return
        path = self._path(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        entry = Entry(sha256=sha256, program=self._program, rules=self._rules, reading=reading)
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_text(entry.model_dump_json(round_trip=True), encoding="utf-8")
        unfinished.replace(path)

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / f"{sha256}-{self._program[:16]}.json"


def program_mark(versions: Mapping[str, str], files: Iterable[Path], settings: Settings) -> str:
    """Stands for all that decides, beside the bytes, what is read. Of `files` the content counts."""
    mark = hashlib.sha256()
    for name, version in sorted(versions.items()):
        mark.update(f"{name} {version}\n".encode())
    mark.update(_digest_of(files))
    mark.update(settings.limits.model_dump_json().encode() + settings.reading.model_dump_json().encode())
    return mark.hexdigest()


def rules_mark(files: Iterable[Path], settings: Settings) -> str:
    """Stands for the rules (`files`) and settings, the day included, that decide on the findings."""
    rest = settings.model_dump_json(exclude={"limits", "reading", "batch", "csv_profile"})
    return hashlib.sha256(rest.encode() + _digest_of(files)).hexdigest()


def _digest_of(files: Iterable[Path]) -> bytes:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()
