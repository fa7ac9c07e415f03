"""What was read is kept, one JSON file per content, so that nothing is read twice.

An entry holds for the bytes of the file, the program and its engines, and the settings that decide what is
read. It is written under another name and then moved to its place: it is there whole, or not at all.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from batch.outcome import Reading
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
